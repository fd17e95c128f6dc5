// Projector: one large card at a time. Hands up, talk, hands up again, both votes side by side, what the text shows.

const STAGES = /** @type {const} */ (["first", "talk", "second", "both", "text"]);
const MINUTES = [1, 2, 3];
const TICK = 500; // milliseconds
/** @type {Record<string, number>} */
const PRESENTER_KEYS = { PageDown: 1, PageUp: -1 };
/** @type {Record<string, number>} */
const COUNT_KEYS = { ArrowUp: 1, "+": 1, ArrowDown: -1, "-": -1 };

/**
 * @typedef {number[][]} Votes for each question, how many hands went up for each of its choices
 * @typedef {{ stage: number, first: Votes, second: Votes }} State
 * @typedef {object} Head what each slide says
 * @property {string} id
 * @property {string} step
 * @property {string} does
 * @property {number} begins
 * @property {number} ends
 * @property {number} minutes
 * @typedef {Head & { kind: "sign", topic?: undefined, state?: undefined }} Sign
 * @typedef {{ kind: string, where: string, text: string }} Block
 * @typedef {Head & { kind: "read", blocks: Block[], topic?: undefined, state?: undefined }} ToRead
 * @typedef {{ where: string, parts: { text: string, number: number }[] }} WholeCaption
 * @typedef {object} Answer
 * @property {string} heading
 * @property {string[]} lines
 * @property {Quote[]} quotes
 * @property {string[]} sums
 * @property {string} why
 * @property {string[]} sources
 * @property {string} as_of
 * @typedef {object} Card
 * @property {string} kind
 * @property {string} topic
 * @property {string} prompt
 * @property {string} ask
 * @property {string} box
 * @property {(Quote | WholeCaption)[]} quotes
 * @property {string} talk
 * @property {{ about: string, choices: Choice[], keys: string[] }[]} questions
 * @property {[number, Votes, Votes]} state
 * @property {Answer | null} answer it comes with the last stage
 * @typedef {Head & Card} CardSlide
 * @typedef {Sign | ToRead | CardSlide} Slide
 * @typedef {{ notice: string, slides: Slide[], most: number, classes: number }} View
 * @typedef {object} Local
 * @property {number} index
 * @property {number} classes
 * @property {{ [card: string]: State }} drafts
 * @property {boolean} sure
 * @property {{ ticking?: ReturnType<typeof setInterval>, left?: number, until: number }} clock
 */

/** @param {Ui<View, Local>} ui */
function projector(ui) {
  const { view, words, local } = ui;
  const say = words.projector;
  const { slides } = view;
  if (local.classes !== view.classes)
    Object.assign(local, { classes: view.classes, drafts: {}, index: 0, sure: false });
  const place = deck(ui, slides.length, say, say.progress, () => {
    local.sure = false;
    stopClock(local);
  });
  const slide = slides[place.index];
  const state = stateOf(local, slide);
  const turn = (/** @type {number} */ stage) => {
    if (!state) return;
    state.stage = stage;
    stopClock(local);
    keep(ui, slide, state);
    ui.redraw("stage");
    ui.say(say.stage[STAGES[stage]]);
  };
  // A stage on or back, by the keys of a presenter. They never leave the card: at its ends, and on a text, they scroll.
  const onkeydown = (/** @type {KeyboardEvent} */ event) => {
    const by = PRESENTER_KEYS[event.key];
    if (!by || !state || !STAGES[state.stage + by]) return;
    event.preventDefault();
    turn(state.stage + by);
  };
  const minutes = fill(say.minutes, { begins: slide.begins, ends: slide.ends });
  const heading = { class: "rt-topic", tabindex: "-1", "data-key": "card", role: "heading", "aria-level": "3" };
  return h(
    "div",
    { class: "rt-projector", onkeydown },
    h("p", { class: "rt-progress" }, `${slide.step} · ${minutes} · ${place.progress}`),
    h("p", heading, slide.topic || slide.step),
    state ? card(ui, /** @type {CardSlide} */ (slide), state, turn) : withoutVotes(ui, slide),
    place.pager,
    tools(ui),
  );
}

/** @param {Votes} votes */
function copyVotes(votes) {
  return votes.map((counts) => [...counts]);
}

/**
 * How far a card has come. What is typed here is ahead of what Python has saved: taps are quick, and this page is the
 * only one that counts.
 *
 * @param {Local} local
 * @param {Slide} slide
 */
function stateOf(local, { id, state }) {
  if (!state) return null;
  local.drafts[id] ||= { stage: state[0], first: copyVotes(state[1]), second: copyVotes(state[2]) };
  return local.drafts[id];
}

/** @param {Ui<View, Local>} ui @param {Slide} slide @param {State} state */
function keep(ui, slide, { stage, first, second }) {
  ui.send({ type: "state", card: slide.id, state: [stage, first, second] });
}

/** Where a class was when the page was left: at the last card that it began, or right behind it. @param {Slide[]} slides */
function whereWeAre(slides) {
  const last = slides.findLastIndex(({ state }) => state && (state[0] > 0 || state[1].flat().some(Boolean)));
  const done = slides[last]?.state?.[0] === STAGES.length - 1;
  return Math.min(Math.max(last, 0) + (done ? 1 : 0), slides.length - 1);
}

/**
 * A text to read, or a step without a text or a card, such as the entry cards: what to do, and a clock.
 *
 * @param {Ui<View, Local>} ui
 * @param {Slide} slide
 */
function withoutVotes(ui, slide) {
  if (!("blocks" in slide)) return [h("p", { class: "rt-large rt-alone" }, slide.does), clock(ui, [slide.minutes])];
  const tag = () => [h("span", { class: "rt-tag" }, ui.words.projector.caption_tag), " "];
  const blocks = slide.blocks.map(({ kind, where, text }) => {
    const heading = { role: "heading", "aria-level": "4", class: "rt-read-heading" };
    const number = h("span", { class: "rt-where" }, `${where} `);
    const look = kind === "heading" ? heading : { class: `rt-read-${kind}` };
    return h("p", look, number, kind === "caption" ? tag() : null, text);
  });
  return [h("div", { class: "rt-to-read" }, blocks), h("p", { class: "rt-small-print" }, ui.view.notice)];
}

/**
 * @param {Ui<View, Local>} ui
 * @param {CardSlide} slide
 * @param {State} state
 * @param {(stage: number) => void} turn
 */
function card(ui, slide, state, turn) {
  const say = ui.words.projector;
  const stage = STAGES[state.stage];
  const names = slide.kind === "pair" ? [say.one, say.other] : [];
  const quotes = stage === "text" && slide.answer?.quotes.length ? slide.answer.quotes : slide.quotes;
  const stages = STAGES.map((one) => h("li", { "aria-current": one === stage ? "step" : null }, say.stage[one]));
  const prompts = { talk: slide.talk, both: say.both_votes, text: slide.answer?.heading };
  const prompt = (stage in prompts && prompts[/** @type {keyof typeof prompts} */ (stage)]) || slide.prompt;
  const on = /** @type {"talk" | "second" | "both" | "text" | undefined} */ (STAGES[state.stage + 1]);
  const back = STAGES[state.stage - 1];
  return [
    h("ol", { class: "rt-stages", "aria-label": say.stages }, stages),
    h(
      "div",
      { class: "rt-slide" },
      h(
        "div",
        null,
        h(
          "div",
          { class: "rt-pair" },
          quotes.map((quote, i) => ("parts" in quote ? captionBox(quote) : quoteBox(quote, names[i]))),
        ),
        recordBox(ui, slide.box),
        slide.ask ? h("p", { class: "rt-large rt-ask" }, slide.ask) : null,
      ),
      h(
        "div",
        null,
        h("p", { class: "rt-large rt-prompt", tabindex: "-1", "data-key": "stage" }, prompt),
        stageContent(ui, slide, state),
      ),
      stage === "text" ? h("div", null, bothVotes(ui, slide, state, true)) : null,
    ),
    h(
      "div",
      { class: "rt-choices rt-stage-buttons" },
      on ? button("stage-on", say.on[on], () => turn(state.stage + 1), "rt-choice rt-main") : null,
      back
        ? button("stage-back", fill(say.back_to, { stage: say.stage[back] }), () => turn(state.stage - 1), "rt-step")
        : null,
    ),
  ];
}

/**
 * Counts are never drawn open before both votes are taken: a number on the wall would pull the hands of the second.
 *
 * @param {Ui<View, Local>} ui
 * @param {CardSlide} slide
 * @param {State} state
 */
function stageContent(ui, slide, state) {
  const say = ui.words.projector;
  const stage = STAGES[state.stage];
  if (stage === "talk") return [h("p", null, say.talk_how), clock(ui, MINUTES)];
  if (stage === "both") return bothVotes(ui, slide, state, false);
  if (stage === "text") return slide.answer ? whatTheTextShows(ui, slide.answer) : null;
  const how = stage === "first" ? say.eyes_closed : say.eyes_closed_again;
  return [h("p", null, how), handsUp(ui, slide, state[stage], () => keep(ui, slide, state))];
}

/** A caption whole, the words to vote on marked and numbered. @param {WholeCaption} quote */
function captionBox({ where, parts }) {
  const text = parts.map(({ text, number }) => (number ? [h("mark", null, text), h("sup", null, number)] : text));
  return h("blockquote", { class: "rt-quote" }, h("p", { class: "rt-where" }, where), h("p", null, text));
}

/**
 * A counter for each choice: type, tap, or press the arrows. Numbers show only in the line that is being counted.
 *
 * @param {Ui<View, Local>} ui
 * @param {CardSlide} slide
 * @param {Votes} votes
 * @param {() => void} keep
 */
function handsUp(ui, slide, votes, keep) {
  const say = ui.words.projector;
  /** @type {HTMLInputElement[]} */
  const fields = [];
  const total = (/** @type {number} */ q) =>
    fill(say.total, { count: votes[q].reduce((sum, count) => sum + count, 0) });
  const nextOf = (/** @type {HTMLInputElement} */ field) => {
    /** @type {HTMLElement | null | undefined} */
    const on = field.closest(".rt-projector")?.querySelector('[data-key="stage-on"]');
    return fields[fields.indexOf(field) + 1] ?? on;
  };
  const line = (/** @type {number} */ q, /** @type {number} */ i, /** @type {HTMLElement} */ sum) => {
    const { code, label } = slide.questions[q].choices[i];
    const set = (/** @type {number} */ count) => {
      votes[q][i] = Math.min(Math.max(count, 0), ui.view.most);
      field.value = String(votes[q][i]);
      sum.textContent = total(q);
      keep();
    };
    const field = h("input", {
      type: "text",
      inputmode: "numeric",
      autocomplete: "off",
      maxlength: "3",
      "data-hold": true,
      id: `${ui.id}-${slide.id}-${q}-${code}`,
      value: String(votes[q][i]),
      "data-key": `hands-${q}-${code}`,
      onfocus: () => field.select(),
      oninput: () => {
        const typed = field.value.replace(/\D/g, "");
        set(Number(typed));
        if (!typed) field.value = "";
      },
      onblur: () => {
        if (!field.value) field.value = "0";
      },
      onkeydown: (event) => {
        const by = COUNT_KEYS[event.key];
        if (by || event.key === "Enter") event.preventDefault();
        if (by) set(votes[q][i] + by);
        if (event.key === "Enter") nextOf(field)?.focus();
      },
    });
    fields.push(field);
    const tap = (/** @type {number} */ by, /** @type {string} */ sign, /** @type {string} */ spoken) => {
      const tapped = () => {
        set(votes[q][i] + by);
        field.focus();
      };
      const more = { tabindex: "-1", "aria-label": spoken };
      return button(`tap-${q}-${code}-${by}`, sign, tapped, "rt-choice rt-tap", more);
    };
    return h(
      "div",
      { class: "rt-hands" },
      h("label", { for: field.id }, label),
      tap(-1, "−", fill(say.one_less, { choice: label })),
      field,
      tap(1, "+", fill(say.one_more, { choice: label })),
    );
  };
  const groups = slide.questions.map(({ about, choices }, q) => {
    const sum = h("p", { class: "rt-small-print" }, total(q));
    const number = slide.questions.length > 1 ? `${q + 1}. ` : "";
    const legend = about ? h("legend", null, number, `“${about}”`) : h("legend", { class: "rt-unseen" }, slide.prompt);
    const lines = choices.map((_, i) => line(q, i, sum));
    return h("fieldset", { class: "rt-hands-group" }, legend, lines, sum);
  });
  return [h("div", { class: "rt-hands-groups" }, groups), h("p", { class: "rt-small-print" }, say.count_keys)];
}

/**
 * Before and after talk, side by side, as numbers with plain bars. `known` marks what our key says.
 *
 * @param {Ui<View, Local>} ui
 * @param {CardSlide} slide
 * @param {State} state
 * @param {boolean} known
 */
function bothVotes(ui, slide, state, known) {
  const say = ui.words.projector;
  const most = Math.max(1, ...state.first.flat(), ...state.second.flat());
  const bar = (/** @type {number} */ count, /** @type {string} */ look) => {
    const style = `width: calc(${count} / ${most} * (100% - 3.4em))`;
    const drawn = h("span", { class: `rt-vote ${look}`, hidden: !count, style, "aria-hidden": "true" });
    return h("td", null, drawn, h("span", { class: "rt-vote-count" }, count));
  };
  const sign = () => h("span", { class: "rt-sign", role: "img", "aria-label": say.key }, "✓");
  const tables = slide.questions.map(({ about, choices, keys }, q) => {
    const heads = [say.before, say.after].map((name) => h("th", { scope: "col" }, name));
    const rows = choices.map(({ code, label }, i) => {
      const name = h("th", { scope: "row" }, known && keys.includes(code) ? sign() : null, label);
      return h("tr", null, name, bar(state.first[q][i], "rt-vote-first"), bar(state.second[q][i], "rt-vote-second"));
    });
    return h(
      "table",
      { class: "rt-votes" },
      h("caption", { class: about ? null : "rt-unseen" }, about ? `“${about}”` : say.both_votes),
      h("thead", null, h("tr", null, h("td"), heads)),
      h("tbody", null, rows),
    );
  });
  return h("div", { class: "rt-hands-groups" }, tables);
}

/** @param {Ui<View, Local>} ui @param {Answer} answer */
function whatTheTextShows(ui, answer) {
  const more = [...(answer.why ? [h("p", null, answer.why)] : []), ...sourceLines(ui, answer)];
  const lines = answer.lines.map((line) => h("p", null, line));
  return h(
    "div",
    { class: "rt-feedback" },
    lines,
    answer.sums.length ? list(answer.sums, "rt-numbers") : null,
    more.length ? h("details", null, h("summary", { "data-key": "why" }, ui.words.feedback.why), more) : null,
  );
}

/** @param {number} seconds */
function shownTime(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** @param {Local} local */
function stopClock(local) {
  clearInterval(local.clock.ticking);
  local.clock = { until: 0 };
}

/** A clock that a teacher may start. At zero it says so and that is all. @param {Ui<View, Local>} ui @param {number[]} minutes */
function clock(ui, minutes) {
  const { local } = ui;
  const say = ui.words.projector;
  const id = `${ui.id}-clock-face`;
  const text = (/** @type {number | undefined} */ left) => {
    if (left === undefined) return "";
    return left ? shownTime(left) : say.time_over;
  };
  const tick = () => {
    const face = document.getElementById(id);
    if (!face) return stopClock(local);
    const left = Math.max(0, Math.round((local.clock.until - Date.now()) / 1000));
    local.clock.left = left;
    face.textContent = text(left);
    if (left) return;
    clearInterval(local.clock.ticking);
    ui.say(say.time_over);
  };
  const press = (/** @type {string} */ code) => {
    stopClock(local);
    const count = Number(code);
    if (count) {
      local.clock = { until: Date.now() + count * 60000, left: count * 60, ticking: setInterval(tick, TICK) };
    }
    ui.redraw();
  };
  const times = minutes.map((count) => {
    return { code: String(count), label: fill(say.clock_minutes, { count }) };
  });
  return h(
    "div",
    { class: "rt-clock" },
    choiceGroup(ui, "clock", say.clock, [...times, { code: "stop", label: say.clock_stop }], null, press),
    h("p", { class: "rt-clock-face", role: "timer", id }, text(local.clock.left)),
  );
}

/** Full screen, and a clean start for the next class. @param {Ui<View, Local>} ui */
function tools(ui) {
  const { local } = ui;
  const say = ui.words.projector;
  const yes = () => {
    ui.focusAfterAnswer = "card";
    ui.send({ type: "new_class" }, false);
  };
  const ask = (/** @type {boolean} */ sure) => {
    local.sure = sure;
    ui.redraw(sure ? "new-class-no" : "new-class");
  };
  const asked = () => [
    h("strong", null, say.new_class_sure),
    " ",
    button("new-class-yes", say.new_class_yes, yes),
    " ",
    button("new-class-no", say.new_class_no, () => ask(false)),
  ];
  return h(
    "div",
    { class: "rt-tools" },
    button("full-screen", say.full_screen, ({ currentTarget }) => {
      fullScreen(ui, currentTarget.closest(".rt"), say.no_full_screen);
    }),
    " ",
    local.sure ? asked() : button("new-class", say.new_class, () => ask(true)),
    h("p", { class: "rt-small-print" }, say.page_keys),
  );
}

/** @type {(view: View) => Local} */
const begin = ({ slides, classes }) => {
  return { index: whereWeAre(slides), classes, drafts: {}, sure: false, clock: { until: 0 } };
};

const drawn = widget(projector, begin);

export default {
  /** @param {{ model: Model, el: HTMLElement }} place */
  render({ model, el }) {
    const stop = drawn.render({ model, el });
    const end = staysWhole(el, ".rt-projector");
    return () => {
      end();
      stop();
    };
  },
};
