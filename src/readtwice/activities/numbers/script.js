// Number bench: one card at a time. A guess, a check built from parts, a number, then the verdict. Python computes
// and marks; this shows and asks.

/**
 * @typedef {{ steps: string[], sources: string[] }} Working
 * @typedef {object} Beside an estimate beside the answer; places in percent of the line
 * @property {string} guess
 * @property {number} guess_at
 * @property {string} answer
 * @property {number} answer_at
 * @property {string} low
 * @property {string} high
 * @property {string} text
 * @typedef {Working & { answer: string, beside: Beside | null, perspective: string }} Reveal
 * @typedef {Working & { refusal?: undefined, words: string, digits: string, use: string, note: string }} Worked
 * @typedef {object} Asked the number that a card asks for
 * @property {string} ask
 * @property {string} unit
 * @property {{ min: string, max: string, step: string, low: string, high: string }} slider
 * @property {string} estimate
 * @property {{ name: string, label: string, options: Choice[] }[]} parts
 * @property {Worked | { refusal: string } | null} result
 * @property {string} typed
 * @property {Feedback | null} feedback
 * @property {boolean} may_give_up
 * @property {Reveal | null} reveal
 * @typedef {object} Card
 * @property {string} id
 * @property {keyof Words["verdict_button"]} kind
 * @property {string} topic
 * @property {string} prompt
 * @property {Quote[]} quotes
 * @property {string} box
 * @property {string[]} verdicts
 * @property {string[]} steps
 * @property {number} given
 * @property {string[]} hints
 * @property {number} hint_count
 * @property {boolean} worked
 * @property {string} said
 * @property {{ step?: string, text?: string }} problem
 * @property {Feedback | null} feedback
 * @property {Asked} [number]
 * @typedef {Card & { number: Asked }} NumberCard
 * @typedef {{ places: number[], text: string }} Run
 * @typedef {{ cards: Card[], longest: number, run: Run | null, set: SetCard | null }} View
 * @typedef {object} Draft what this page alone knows about a card: choices and words not sent yet. They outlast paging.
 * @property {{ [part: string]: string }} parts
 * @property {boolean} changed
 * @property {string} estimate
 * @property {string | null} number
 * @property {boolean} revealed the estimate beside the answer was drawn once
 * @typedef {object} Local
 * @property {number} index
 * @property {boolean} again
 * @property {{ [card: string]: Draft }} drafts
 * @property {{ [step: string]: string | null }} missing the card on which a step was left empty
 */

/** @param {Ui<View, Local>} ui @param {Card} card */
function draft({ local }, card) {
  local.drafts[card.id] ||= { parts: {}, changed: false, estimate: "", number: null, revealed: false };
  return local.drafts[card.id];
}

/** @param {string} title @param {string} key @param {...Child} children */
function step(title, key, ...children) {
  const heading = h("p", { class: "rt-label rt-focus", tabindex: "-1", "data-key": key }, title);
  return h("div", { class: "rt-bench-step" }, heading, children);
}

/** @param {Ui<View, Local>} ui @param {Card} card @param {string} name @param {object} message */
function send(ui, card, name, message) {
  ui.local.missing[name] = null;
  ui.focusAfterAnswer = `after-${name}`;
  ui.send({ item: card.id, hints: card.hints.length, ...message });
}

/**
 * A text that is sent to be read as a number. What was not typed is asked for here, without troubling Python. A problem
 * with what was typed stands under the box, which then takes the focus; else it goes on to `rest`.
 *
 * @param {Ui<View, Local>} ui
 * @param {Card} card
 * @param {"estimate" | "number"} name
 * @param {{ value: string, write: (text: string) => void }} typed
 */
function typedBox(ui, card, name, { value, write }) {
  const say = ui.words.bench;
  const asked = name === "estimate" ? say.move_first : say.type_first;
  const missing = ui.local.missing[name] === card.id ? asked : "";
  const text = (card.problem.step === name && card.problem.text) || missing;
  const id = `${ui.id}-problem-${name}`;
  const box = h("input", {
    type: "text",
    id: `${ui.id}-${name}`,
    "data-key": text ? `after-${name}` : `box-${name}`,
    inputmode: "decimal",
    autocomplete: "off",
    maxlength: ui.view.longest,
    value,
    "aria-describedby": text ? id : null,
    "aria-invalid": text ? "true" : null,
    oninput: () => write(box.value),
  });
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const now = draft(ui, card)[name] ?? "";
    if (now.trim()) return send(ui, card, name, { type: name, text: now });
    ui.local.missing[name] = card.id;
    ui.redraw(`after-${name}`);
    ui.say(asked);
  };
  const problem = h("p", { id, class: "rt-problem", hidden: !text }, text);
  return { box, submit, problem, rest: text ? `rest-${name}` : `after-${name}` };
}

/** @param {Child} label @param {HTMLInputElement} box @param {string} key @param {string} text */
function boxRow(label, box, key, text) {
  const submit = h("button", { type: "submit", class: "rt-choice", "data-key": key }, text);
  return h("div", { class: "rt-bench-row" }, h("label", { for: box.id }, label), box, submit);
}

/** @param {Ui<View, Local>} ui @param {NumberCard} card */
function estimateForm(ui, card) {
  const say = ui.words.bench;
  const mine = draft(ui, card);
  const { slider, unit } = card.number;
  const read = (/** @type {string} */ value) => (value === "" ? say.not_set : fill(say.estimate_is, { value, unit }));
  const known = (/** @type {string} */ text) => {
    const value = Number(text.replace("%", "").replace(",", "."));
    return text.trim() && value >= Number(slider.min) && value <= Number(slider.max) ? value : null;
  };
  const show = (/** @type {string} */ value, typed = value) => {
    mine.estimate = typed;
    output.textContent = read(value);
    range.classList.toggle("rt-unset", value === "");
    range.setAttribute("aria-valuetext", read(value));
  };
  const take = () => {
    box.value = range.value;
    show(range.value);
  };
  const write = (/** @type {string} */ typed) => {
    const value = known(typed);
    if (value !== null) range.value = String(value);
    show(value === null ? "" : String(value), typed);
  };
  const output = h("output", { class: "rt-bench-output", "aria-live": "off" }, read(mine.estimate));
  // A click on the middle, where the slider waits, changes nothing and yet is an estimate.
  const range = h("input", {
    type: "range",
    id: `${ui.id}-range`,
    "data-key": "slider",
    min: slider.min,
    max: slider.max,
    step: slider.step,
    value: known(mine.estimate) ?? "",
    class: mine.estimate ? null : "rt-unset",
    "aria-valuetext": read(mine.estimate),
    oninput: take,
    onclick: take,
  });
  const { box, submit, problem } = typedBox(ui, card, "estimate", { value: mine.estimate, write });
  const ends = [h("span", null, slider.low), h("span", null, slider.high)];
  return h(
    "form",
    { class: "rt-bench-form", onsubmit: submit },
    h("label", { for: range.id }, say.slider),
    range,
    h("p", { class: "rt-bench-ends rt-small-print", "aria-hidden": "true" }, ends),
    output,
    boxRow(fill(say.box, { unit }), box, "set", say.set),
    problem,
  );
}

/** @param {Ui<View, Local>} ui @param {NumberCard} card */
function partsForm(ui, card) {
  const say = ui.words.bench;
  const mine = draft(ui, card);
  const { parts, result } = card.number;
  // A result goes as soon as it is no longer that of the parts above it.
  const out = focusBox("after-work", result && !mine.changed ? resultBox(ui, card, result) : null);
  const field = (/** @type {Asked["parts"][number]} */ { name, label, options }) => {
    const id = `${ui.id}-part-${name}`;
    mine.parts[name] ??= options[0].code;
    const select = h(
      "select",
      {
        id,
        "data-key": id,
        onchange: (event) => {
          mine.parts[name] = event.currentTarget.value;
          mine.changed = true;
          out.replaceChildren();
        },
      },
      options.map(({ code, label: text }) => h("option", { value: code, selected: mine.parts[name] === code }, text)),
    );
    return h("div", { class: "rt-bench-part" }, h("label", { for: id }, label), select);
  };
  const onsubmit = (/** @type {Event} */ event) => {
    event.preventDefault();
    mine.changed = false;
    send(ui, card, "work", { type: "work", parts: mine.parts });
  };
  const submit = h("button", { type: "submit", class: "rt-choice", "data-key": "work" }, say.work_out);
  return [h("form", { class: "rt-bench-form", onsubmit }, parts.map(field), submit), out];
}

/** @param {Ui<View, Local>} ui @param {NumberCard} card @param {NonNullable<Asked["result"]>} result */
function resultBox(ui, card, result) {
  const say = ui.words.bench;
  if (result.refusal !== undefined) return h("p", { class: "rt-note" }, result.refusal);
  const { words, digits } = result;
  const use = () => {
    draft(ui, card).number = result.use;
    ui.redraw("box-number");
    ui.say(fill(say.used, { value: result.use }));
  };
  return h(
    "div",
    { class: "rt-note" },
    h("p", { class: "rt-label" }, fill(say.result, { words, digits })),
    result.use ? button("use", say.use, use) : h("p", null, result.note),
    h("p", { class: "rt-label" }, say.working),
    working(say.sources, result),
  );
}

/** The steps of a computation, then where each number in it is from. @param {string} title @param {Working} worked */
function working(title, { steps, sources }) {
  const lines = steps.map((line) => h("li", null, line));
  return [
    h("ol", { class: "rt-steps" }, lines),
    h("p", { class: "rt-label" }, title),
    list(sources, "rt-bench-sources rt-small-print"),
  ];
}

/** @param {Ui<View, Local>} ui @param {NumberCard} card */
function numberForm(ui, card) {
  const say = ui.words.bench;
  const mine = draft(ui, card);
  const { typed, unit, feedback, may_give_up: mayGiveUp, reveal } = card.number;
  mine.number ??= typed;
  const write = (/** @type {string} */ text) => {
    mine.number = text;
  };
  const { box, submit, problem, rest } = typedBox(ui, card, "number", { value: mine.number, write });
  const hint = hints(ui, card);
  const giveUp = () => send(ui, card, "reveal", { type: "give_up" });
  const row = boxRow(fill(say.ask_number, { unit }), box, "check", say.check);
  return [
    h("form", { class: "rt-bench-form", onsubmit: submit }, row, problem),
    focusBox(rest, feedback ? feedbackBox(ui, feedback, []) : null),
    h(
      "div",
      { class: "rt-choices" },
      reveal ? null : hint.button,
      mayGiveUp ? button("give-up", say.give_up, giveUp) : null,
    ),
    hint.list,
  ];
}

/**
 * The estimate above a line, the answer below it; the sentence under both says the same. When it comes for the first
 * time the answer sets out from the estimate, unless the reader wants less motion.
 *
 * @param {Ui} ui
 * @param {Beside} beside
 * @param {boolean} first
 */
function track(ui, beside, first) {
  /** @type {Words["bench"]} */
  const say = ui.words.bench;
  const mark = (/** @type {string} */ kind, /** @type {number} */ at, /** @type {string} */ text) => {
    const style = `left: ${at}%; transform: translateX(-${at}%)`;
    return [
      h("span", { class: `rt-track-dot rt-track-${kind}`, style: `left: ${at}%` }),
      h("span", { class: `rt-track-text rt-track-${kind}`, style }, text),
    ];
  };
  const guess = mark("guess", beside.guess_at, `${say.guess}: ${beside.guess}`);
  const answer = mark("answer", beside.answer_at, `${say.answer}: ${beside.answer}`);
  const ends = [h("span", null, beside.low), h("span", null, beside.high)];
  return h(
    "div",
    {
      class: `rt-track ${first ? "rt-track-first" : ""}`,
      style: `--rt-guess-at: ${beside.guess_at}%`,
      "aria-hidden": "true",
    },
    h("div", { class: "rt-track-line" }, guess, answer),
    h("p", { class: "rt-bench-ends rt-small-print" }, ends),
  );
}

/** All guesses on one line, with every answer in its middle; the sentence says the same. @param {Ui<View, Local>} ui */
function guessRun({ view, words }) {
  if (!view.run) return null;
  const say = words.bench;
  const dot = (/** @type {number} */ at) => h("span", { class: "rt-track-dot rt-track-guess", style: `left: ${at}%` });
  const answer = h("span", { class: "rt-track-dot rt-track-answer", style: "left: 50%" });
  const ends = [say.run.small, say.answer, say.run.big].map((text) => h("span", null, text));
  const line = h("div", { class: "rt-track-line" }, answer, view.run.places.map(dot));
  return h(
    "div",
    { class: "rt-bench-step rt-bench-run" },
    h("p", { class: "rt-label" }, say.run.title),
    h(
      "div",
      { class: "rt-bench-guesses", "aria-hidden": "true" },
      line,
      h("p", { class: "rt-bench-ends rt-small-print" }, ends),
    ),
    h("p", null, view.run.text),
  );
}

/** @param {Ui<View, Local>} ui @param {Card} card @param {Reveal} reveal */
function revealStep(ui, card, reveal) {
  const say = ui.words.bench;
  const { answer, beside, perspective } = reveal;
  const mine = draft(ui, card);
  const first = !mine.revealed;
  mine.revealed = true;
  const lines = working(say.sources, reveal);
  return step(
    beside ? say.step.reveal : say.step.answer,
    card.worked ? "after-estimate" : "after-reveal",
    beside ? track(ui, beside, first) : null,
    h("p", null, beside ? beside.text : answer),
    perspective ? h("p", null, perspective) : null,
    card.worked
      ? [h("p", { class: "rt-label" }, say.our_working), lines]
      : h("details", null, h("summary", { "data-key": "our-working" }, say.our_working), lines),
  );
}

/** @param {Ui<View, Local>} ui @param {Card} card @param {boolean} open */
function verdictStep(ui, card, open) {
  const { words, local } = ui;
  if (!open) {
    const said = focusBox("after-verdict", card.feedback ? feedbackBox(ui, card.feedback, []) : null);
    return [answeredBox(card.prompt, card.said), said];
  }
  const choices = choicesOf(words.verdict_button[card.kind], card.verdicts);
  const judge = (/** @type {string} */ verdict) => {
    local.again = false;
    send(ui, card, "verdict", { type: "verdict", verdict });
  };
  const asked = choiceGroup(ui, `verdict-${card.id}`, card.prompt, choices, null, judge);
  return step(words.bench.step.verdict, "verdict", asked);
}

/** The steps towards a number, as far as the card has come. @param {Ui<View, Local>} ui @param {NumberCard} card @param {boolean} open */
function numberSteps(ui, card, open) {
  const { bench: say, judge } = ui.words;
  const { estimate, reveal } = card.number;
  const ask = h("p", null, card.number.ask);
  const reasoning = stepList(open ? card.steps.slice(0, card.given) : card.steps);
  const box = recordBox(ui, card.box);
  const optional = card.worked ? h("p", { class: "rt-small-print" }, say.optional) : null;
  const shown = [reasoning, reveal ? revealStep(ui, card, reveal) : null];
  const guess = estimate ? null : step(say.step.estimate, "estimate", ask, optional, estimateForm(ui, card));
  // Nobody estimates what stands below already: until then, or until it is asked for, a worked card has no answer here.
  if (card.worked && open) {
    const show = () => send(ui, card, "estimate", { type: "give_up" });
    return [guess, box, h("p", null, button("show", say.show, show, "rt-small"))];
  }
  if (card.worked || !open) return [guess ?? ask, box, shown];
  if (guess) return guess;
  const guessed = h("p", { class: "rt-small-print" }, fill(say.your_guess, { guess: estimate }));
  const turn = reasoning ? h("p", { class: "rt-turn" }, judge.your_turn) : null;
  return [
    step(say.step.build, "after-estimate", ask, reveal ? null : guessed, box, reasoning, turn, partsForm(ui, card)),
    step(say.step.number, "number", numberForm(ui, card)),
    reveal ? revealStep(ui, card, reveal) : null,
  ];
}

/** @param {Ui<View, Local>} ui */
function bench(ui) {
  const { view, words, local } = ui;
  const { cards } = view;
  const count = cards.length;
  const place = deck(ui, count, words.judge, words.bench.progress, () => {
    local.again = false;
  });
  const card = cards[place.index];
  const open = !card.feedback || local.again;
  const answered = cards.filter((one) => one.feedback).length;
  const tally = cards.every((one) => one.worked) ? "" : ` · ${fill(words.judge.tally, { answered, count })}`;
  const again = () => {
    local.again = true;
    ui.redraw("card");
  };
  const reasoning = () => stepList(open ? card.steps.slice(0, card.given) : card.steps);
  const quotes = card.quotes.map((quote) => quoteBox(quote));
  const { number } = card;
  const hint = number ? null : hints(ui, card);
  return [
    count > 1 ? h("p", { class: "rt-progress" }, place.progress, tally) : null,
    h("p", { class: "rt-topic", tabindex: "-1", "data-key": "card" }, fill(words.judge.topic, { topic: card.topic })),
    h("div", { class: "rt-pair" }, quotes),
    number ? numberSteps(ui, { ...card, number }, open) : [recordBox(ui, card.box), reasoning()],
    !number || number.reveal ? verdictStep(ui, card, open) : null,
    open && hint ? [hint.button, hint.list] : null,
    open || card.worked ? null : button("again", words.judge.again, again),
    number?.reveal?.beside ? guessRun(ui) : null,
    place.pager,
    setCard(ui, view.set, place.go),
  ];
}

/** @type {(view: View) => Local} */
const begin = (view) => ({ index: firstOpen(view.cards), again: false, drafts: {}, missing: {} });

export default widget(bench, begin);
