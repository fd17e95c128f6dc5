// Number bench: one card at a time. A guess, a check built from parts, a number, then the verdict. Python computes
// and marks; this shows and asks.

/** What this page alone knows about a card: choices and words not sent yet. They outlast paging. */
function draft(ui, card) {
  ui.local.drafts = ui.local.drafts || {};
  return (ui.local.drafts[card.id] = ui.local.drafts[card.id] || { parts: {}, estimate: "", number: null, hints: 0 });
}

function step(title, key, ...children) {
  return h(
    "div",
    { class: "rt-bench-step" },
    h("p", { class: "rt-label rt-focus", tabindex: "-1", "data-key": key }, title),
    children,
  );
}

/** A problem with what was just typed, under its box. */
function problem(ui, card, name) {
  const text =
    card.problem.step === name
      ? card.problem.text
      : ui.local[`missing-${name}`] === card.id
        ? ui.words.bench[name === "estimate" ? "move_first" : "type_first"]
        : "";
  return { text, node: h("p", { id: `${ui.id}-problem-${name}`, class: "rt-problem", hidden: !text }, text) };
}

/** Where the focus goes after an answer: to the box again if there is a problem, else on to `key`. */
function boxKey(said, name) {
  return said.text ? `after-${name}` : `box-${name}`;
}
function afterKey(said, name) {
  return said.text ? `rest-${name}` : `after-${name}`;
}

function send(ui, card, name, message) {
  ui.local[`missing-${name}`] = null;
  ui.focusAfterAnswer = `after-${name}`;
  ui.send({ item: card.id, hints: draft(ui, card).hints, ...message });
}

/** A text nobody typed is asked for here, without troubling Python. */
function missing(ui, card, name, text) {
  ui.local[`missing-${name}`] = card.id;
  ui.redraw(`after-${name}`);
  ui.say(text);
}

function estimateForm(ui, card) {
  const say = ui.words.bench,
    mine = draft(ui, card),
    { slider, unit } = card.number;
  const said = problem(ui, card, "estimate");
  const read = (value) => (value === "" ? say.not_set : fill(say.estimate_is, { value, unit }));
  const output = h("output", { class: "rt-bench-output", "aria-live": "off" }, read(mine.estimate));
  const known = (text) => {
    const value = Number(text.replace("%", "").replace(",", "."));
    return text.trim() && value >= Number(slider.min) && value <= Number(slider.max) ? value : null;
  };
  const take = () => {
    box.value = range.value;
    show(range.value);
  };
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
  const box = h("input", {
    type: "text",
    id: `${ui.id}-estimate`,
    "data-key": boxKey(said, "estimate"),
    inputmode: "decimal",
    autocomplete: "off",
    maxlength: ui.view.longest,
    value: mine.estimate,
    "aria-describedby": said.text ? `${ui.id}-problem-estimate` : null,
    "aria-invalid": said.text ? "true" : null,
    oninput: () => {
      const value = known(box.value);
      if (value !== null) range.value = value;
      show(value === null ? "" : String(value), box.value);
    },
  });
  const show = (value, typed = value) => {
    mine.estimate = typed;
    output.textContent = read(value);
    range.classList.toggle("rt-unset", value === "");
    range.setAttribute("aria-valuetext", read(value));
  };
  const set = (event) => {
    event.preventDefault();
    if (!mine.estimate.trim()) {
      missing(ui, card, "estimate", say.move_first);
      return;
    }
    send(ui, card, "estimate", { type: "estimate", text: mine.estimate });
  };
  return h(
    "form",
    { class: "rt-bench-form", onsubmit: set },
    h("label", { for: `${ui.id}-range` }, say.slider),
    range,
    h(
      "p",
      { class: "rt-bench-ends rt-small-print", "aria-hidden": "true" },
      h("span", null, slider.low),
      h("span", null, slider.high),
    ),
    output,
    h(
      "div",
      { class: "rt-bench-row" },
      h("label", { for: `${ui.id}-estimate` }, fill(say.box, { unit })),
      box,
      h("button", { type: "submit", class: "rt-choice", "data-key": "set" }, say.set),
    ),
    said.node,
  );
}

function partsForm(ui, card) {
  const say = ui.words.bench,
    mine = draft(ui, card),
    { parts, result } = card.number;
  // A result goes as soon as it is no longer that of the parts above it.
  const out = h(
    "div",
    { class: "rt-focus", tabindex: "-1", "data-key": "after-work" },
    result && !mine.changed ? resultBox(ui, card, result) : null,
  );
  const field = (part) => {
    const id = `${ui.id}-part-${part.name}`;
    if (mine.parts[part.name] === undefined) mine.parts[part.name] = part.options[0].code;
    return h(
      "div",
      { class: "rt-bench-part" },
      h("label", { for: id }, part.label),
      h(
        "select",
        {
          id,
          "data-key": id,
          onchange: (event) => {
            mine.parts[part.name] = event.target.value;
            mine.changed = true;
            out.replaceChildren();
          },
        },
        part.options.map(({ code, label }) =>
          h("option", { value: code, selected: mine.parts[part.name] === code }, label),
        ),
      ),
    );
  };
  return [
    h(
      "form",
      {
        class: "rt-bench-form",
        onsubmit: (event) => {
          event.preventDefault();
          mine.changed = false;
          send(ui, card, "work", { type: "work", parts: mine.parts });
        },
      },
      parts.map(field),
      h("button", { type: "submit", class: "rt-choice", "data-key": "work" }, say.work_out),
    ),
    out,
  ];
}

function resultBox(ui, card, result) {
  const say = ui.words.bench;
  if (result.refusal) return h("p", { class: "rt-note" }, result.refusal);
  const use = () => {
    draft(ui, card).number = result.use;
    ui.redraw("box-number");
    ui.say(fill(say.used, { value: result.use }));
  };
  return h(
    "div",
    { class: "rt-note" },
    h("p", { class: "rt-label" }, fill(say.result, result)),
    result.use
      ? h("button", { type: "button", class: "rt-small", "data-key": "use", onclick: use }, say.use)
      : h("p", null, result.note),
    working(say.working, say.sources, result),
  );
}

/** The steps of a computation, then where each number in it is from. */
function working(title, sourcesTitle, { steps, sources }) {
  return [
    h("p", { class: "rt-label" }, title),
    h(
      "ol",
      { class: "rt-steps" },
      steps.map((line) => h("li", null, line)),
    ),
    h("p", { class: "rt-label" }, sourcesTitle),
    h(
      "ul",
      { class: "rt-bench-sources rt-small-print" },
      sources.map((line) => h("li", null, line)),
    ),
  ];
}

function numberForm(ui, card) {
  const say = ui.words.bench,
    mine = draft(ui, card);
  const said = problem(ui, card, "number");
  if (mine.number === null) mine.number = card.number.typed;
  const box = h("input", {
    type: "text",
    id: `${ui.id}-number`,
    "data-key": boxKey(said, "number"),
    inputmode: "decimal",
    autocomplete: "off",
    maxlength: ui.view.longest,
    value: mine.number,
    "aria-describedby": said.text ? `${ui.id}-problem-number` : null,
    "aria-invalid": said.text ? "true" : null,
    oninput: () => {
      mine.number = box.value;
    },
  });
  const check = (event) => {
    event.preventDefault();
    if (!mine.number.trim()) {
      missing(ui, card, "number", say.type_first);
      return;
    }
    send(ui, card, "number", { type: "number", text: mine.number });
  };
  return [
    h(
      "form",
      { class: "rt-bench-form", onsubmit: check },
      h(
        "div",
        { class: "rt-bench-row" },
        h("label", { for: `${ui.id}-number` }, fill(say.ask_number, { unit: card.number.unit })),
        box,
        h("button", { type: "submit", class: "rt-choice", "data-key": "check" }, say.check),
      ),
      said.node,
    ),
    h(
      "div",
      { class: "rt-focus", tabindex: "-1", "data-key": afterKey(said, "number") },
      card.number.feedback ? feedbackBox(ui, { ...card.number.feedback, quotes: [] }) : null,
    ),
    h(
      "div",
      { class: "rt-choices" },
      hintButton(ui, card),
      card.number.may_give_up
        ? h(
            "button",
            {
              type: "button",
              class: "rt-small",
              "data-key": "give-up",
              onclick: () => send(ui, card, "reveal", { type: "give_up" }),
            },
            say.give_up,
          )
        : null,
    ),
    hintList(ui, card),
  ];
}

function hintButton(ui, card) {
  const mine = draft(ui, card),
    shown = mine.hints;
  if (shown >= card.hints.length || (card.number && card.number.reveal)) return null;
  const more = () => {
    mine.hints = shown + 1;
    ui.redraw(shown + 1 < card.hints.length ? "hint" : "hints");
    ui.say(card.hints[shown]);
  };
  return h(
    "button",
    { type: "button", class: "rt-small", "data-key": "hint", onclick: more },
    fill(ui.words.feedback.hint, { number: shown + 1 }),
  );
}

function hintList(ui, card) {
  return h(
    "ul",
    { class: "rt-hints", tabindex: "-1", "data-key": "hints" },
    card.hints.slice(0, draft(ui, card).hints).map((hint) => h("li", null, hint)),
  );
}

/** The estimate above a line, the answer below it; the sentence under both says the same. */
function track(ui, beside) {
  const say = ui.words.bench;
  const mark = (kind, at, text) => [
    h("span", { class: `rt-track-dot rt-track-${kind}`, style: `left: ${at}%` }),
    h("span", { class: `rt-track-text rt-track-${kind}`, style: `left: ${at}%; transform: translateX(-${at}%)` }, text),
  ];
  return h(
    "div",
    { class: "rt-track", "aria-hidden": "true" },
    h(
      "div",
      { class: "rt-track-line" },
      mark("guess", beside.guess_at, `${say.guess}: ${beside.guess}`),
      mark("answer", beside.answer_at, `${say.answer}: ${beside.answer}`),
    ),
    h("p", { class: "rt-bench-ends rt-small-print" }, h("span", null, beside.low), h("span", null, beside.high)),
  );
}

function revealStep(ui, card) {
  const say = ui.words.bench,
    { answer, beside, perspective } = card.number.reveal;
  const lines = working(say.our_working, say.sources, card.number.reveal);
  return step(
    beside ? say.step.reveal : say.step.answer,
    card.worked ? "after-estimate" : "after-reveal",
    beside ? track(ui, beside) : null,
    h("p", null, beside ? beside.text : answer),
    perspective ? h("p", null, perspective) : null,
    card.worked
      ? lines
      : h("details", null, h("summary", { "data-key": "our-working" }, say.our_working), lines.slice(1)),
  );
}

function verdictStep(ui, card, open) {
  const words = ui.words,
    say = words.bench;
  if (!open)
    return h(
      "div",
      { tabindex: "-1", "data-key": "after-verdict", class: "rt-focus" },
      feedbackBox(ui, { ...card.feedback, quotes: [] }),
    );
  const labels = words.verdict_button[card.kind];
  return step(
    say.step.verdict,
    "verdict",
    choiceGroup(
      ui,
      `verdict-${card.id}`,
      card.prompt,
      card.verdicts.map((code) => ({ code, label: labels[code] })),
      null,
      (code) => {
        ui.local.again = false;
        send(ui, card, "verdict", { type: "verdict", verdict: code });
      },
    ),
  );
}

function bench(ui) {
  const { view, words, local } = ui,
    { cards } = view,
    say = words.bench;
  if (local.index === undefined)
    local.index = Math.max(
      cards.findIndex((one) => !one.feedback),
      0,
    );
  const card = cards[local.index];
  const go = (index) => {
    Object.assign(local, { index, again: false });
    ui.redraw("card");
    ui.say(fill(say.progress, { number: index + 1, count: cards.length }));
  };
  const open = !card.feedback || local.again;
  const steps = open ? card.steps.slice(0, card.given) : card.steps;
  const tally = cards.every((one) => one.worked)
    ? ""
    : ` · ${fill(words.judge.tally, { answered: cards.filter((one) => one.feedback).length, count: cards.length })}`;
  const parts = [
    cards.length > 1
      ? h("p", { class: "rt-progress" }, fill(say.progress, { number: local.index + 1, count: cards.length }), tally)
      : null,
    h("p", { class: "rt-topic", tabindex: "-1", "data-key": "card" }, fill(words.judge.topic, { topic: card.topic })),
    h(
      "div",
      { class: "rt-pair" },
      card.quotes.map((quote) => quoteBox(quote, "")),
    ),
  ];
  const ask = card.number ? h("p", null, card.number.ask) : null;
  const reasoning = steps.length
    ? h(
        "ol",
        { class: "rt-steps" },
        steps.map((line) => h("li", null, line)),
      )
    : null;
  const { estimate, reveal } = card.number || { estimate: true, reveal: true };
  if (!estimate)
    parts.push(
      step(
        say.step.estimate,
        "estimate",
        ask,
        card.worked ? h("p", { class: "rt-small-print" }, say.optional) : null,
        estimateForm(ui, card),
      ),
    );
  if (card.worked || !open || !card.number) {
    parts.push(estimate ? ask : null, recordBox(ui, card.box), reasoning, card.number ? revealStep(ui, card) : null);
  } else if (estimate) {
    parts.push(
      step(
        say.step.build,
        "after-estimate",
        ask,
        reveal ? null : h("p", { class: "rt-small-print" }, fill(say.your_guess, { guess: estimate })),
        recordBox(ui, card.box),
        reasoning,
        reasoning ? h("p", { class: "rt-turn" }, words.judge.your_turn) : null,
        partsForm(ui, card),
      ),
    );
    parts.push(step(say.step.number, "number", numberForm(ui, card)));
    if (reveal) parts.push(revealStep(ui, card));
  }
  if (card.worked || reveal) parts.push(verdictStep(ui, card, open));
  if (open && !card.number) parts.push(hintButton(ui, card), hintList(ui, card));
  if (!open && !card.worked)
    parts.push(
      h(
        "button",
        {
          type: "button",
          class: "rt-small",
          "data-key": "again",
          onclick: () => {
            local.again = true;
            ui.redraw("card");
          },
        },
        words.judge.again,
      ),
    );
  if (cards.length > 1) parts.push(pager(ui, local.index, cards.length, words.judge, go));
  return parts.filter(Boolean);
}

export default {
  render({ model, el }) {
    return mount(model, el, bench);
  },
};
