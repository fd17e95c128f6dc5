// Projector: one large card at a time. Hands up, talk, hands up again, both votes side by side, what the text shows.

const STAGES = ["first", "talk", "second", "both", "text"];
const MINUTES = [1, 2, 3];

function projector(ui) {
  const { view, words, local } = ui;
  const say = words.projector;
  const slides = view.slides;
  if (local.classes !== view.classes)
    Object.assign(local, {
      classes: view.classes,
      drafts: {},
      index: local.index === undefined ? whereWeAre(slides) : 0,
      sure: false,
    });
  const slide = slides[local.index];
  // What is typed here is ahead of what Python has saved: taps are quick, and this page is the only one that counts.
  const state = slide.state
    ? (local.drafts[slide.id] ||= {
        stage: slide.state[0],
        first: copyVotes(slide.state[1]),
        second: copyVotes(slide.state[2]),
      })
    : null;
  const keep = () => ui.send({ type: "state", card: slide.id, state: [state.stage, state.first, state.second] });
  const progress = () => fill(say.progress, { number: local.index + 1, count: slides.length });
  const go = (index, last = false) => {
    if (index < 0 || index >= slides.length) return;
    Object.assign(local, { index, sure: false });
    stopClock(local);
    ui.redraw("card");
    ui.say(progress());
  };
  const turn = (stage) => {
    state.stage = stage;
    stopClock(local);
    keep();
    ui.redraw("stage");
    ui.say(say.stage[STAGES[stage]]);
  };
  // One step on or back, as the buttons do and the keys of a presenter: a stage of the card, else another card.
  const step = (by) => {
    const to = state ? state.stage + by : -1;
    if (to >= 0 && to < STAGES.length) turn(to);
    else go(local.index + by);
  };
  const keys = (event) => {
    const by = { PageDown: 1, PageUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    step(by);
  };
  const where = h(
    "p",
    { class: "rt-progress" },
    `${slide.step} · ${fill(say.minutes, { begins: slide.begins, ends: slide.ends })} · ${progress()}`,
  );
  const head = slide.topic || slide.step;
  return [
    h(
      "div",
      { class: "rt-projector", onkeydown: keys },
      where,
      h("p", { class: "rt-topic", tabindex: "-1", "data-key": "card", role: "heading", "aria-level": "3" }, head),
      slide.kind === "sign"
        ? sign(ui, slide)
        : slide.kind === "read"
          ? toRead(ui, slide)
          : card(ui, slide, state, keep, turn),
      pager(ui, local.index, slides.length, say, go),
      tools(ui),
    ),
  ];
}

function copyVotes(votes) {
  return votes.map((counts) => [...counts]);
}

/** Where a class was when the page was left: at the last card that it began, or right behind it. */
function whereWeAre(slides) {
  const begun = slides.map(({ state }) => Boolean(state) && (state[0] > 0 || state[1].flat().some(Boolean)));
  const last = begun.lastIndexOf(true);
  if (last < 0) return 0;
  return slides[last].state[0] === STAGES.length - 1 ? Math.min(last + 1, slides.length - 1) : last;
}

/** A step without a text or a card, such as the entry cards: what to do, and a clock. */
function sign(ui, slide) {
  return [h("p", { class: "rt-large" }, slide.does), clock(ui, [slide.minutes])];
}

function toRead(ui, slide) {
  const block = ({ kind, where, text }) => {
    const tag = kind === "caption" ? [h("span", { class: "rt-tag" }, ui.words.projector.caption_tag), " "] : [];
    return h(
      "p",
      kind === "heading"
        ? { role: "heading", "aria-level": "4", class: "rt-read-heading" }
        : { class: `rt-read-${kind}` },
      h("span", { class: "rt-where" }, `${where} `),
      tag,
      text,
    );
  };
  return [
    h("div", { class: "rt-to-read" }, slide.blocks.map(block)),
    h("p", { class: "rt-small-print" }, ui.view.notice),
  ];
}

function card(ui, slide, state, keep, turn) {
  const say = ui.words.projector;
  const stage = STAGES[state.stage];
  const names = slide.kind === "pair" ? [say.one, say.other] : [];
  const quotes = stage === "text" && slide.answer.quotes.length ? slide.answer.quotes : slide.quotes;
  const parts = [
    h(
      "ol",
      { class: "rt-stages", "aria-label": say.stages },
      STAGES.map((one, i) => h("li", { "aria-current": i === state.stage ? "step" : null }, say.stage[one])),
    ),
    h(
      "div",
      { class: "rt-pair" },
      quotes.map((quote, i) => (quote.parts ? captionBox(quote) : quoteBox(quote, names[i] || ""))),
    ),
    recordBox(ui, slide.box),
    slide.ask ? h("p", { class: "rt-large rt-ask" }, slide.ask) : null,
    h(
      "p",
      { class: "rt-large rt-prompt", tabindex: "-1", "data-key": "stage" },
      { talk: slide.talk, both: say.both_votes, text: slide.answer.heading }[stage] || slide.prompt,
    ),
  ];
  // Counts are never drawn open before both votes are taken: a number on the wall would pull the hands of the second.
  if (stage === "first" || stage === "second") {
    parts.push(
      h("p", null, stage === "first" ? say.eyes_closed : say.eyes_closed_again),
      handsUp(ui, slide, state[stage], keep),
    );
  } else if (stage === "talk") {
    parts.push(h("p", null, say.talk_how), clock(ui, MINUTES));
  } else if (stage === "both") {
    parts.push(bothVotes(ui, slide, state, false));
  } else {
    parts.push(whatTheTextShows(ui, slide.answer), bothVotes(ui, slide, state, true));
  }
  const back =
    state.stage > 0
      ? h(
          "button",
          { type: "button", class: "rt-step", "data-key": "stage-back", onclick: () => turn(state.stage - 1) },
          fill(say.back_to, { stage: say.stage[STAGES[state.stage - 1]] }),
        )
      : null;
  const on =
    state.stage < STAGES.length - 1
      ? h(
          "button",
          { type: "button", class: "rt-choice rt-main", "data-key": "stage-on", onclick: () => turn(state.stage + 1) },
          say.on[STAGES[state.stage + 1]],
        )
      : null;
  parts.push(h("div", { class: "rt-choices rt-stage-buttons" }, on, back));
  return parts.filter(Boolean);
}

/** A caption whole, the words to vote on marked and numbered. */
function captionBox(quote) {
  return h(
    "blockquote",
    { class: "rt-quote" },
    h("p", { class: "rt-where" }, quote.where),
    h(
      "p",
      null,
      quote.parts.map(({ text, number }) => (number ? [h("mark", null, text), h("sup", null, String(number))] : text)),
    ),
  );
}

/** A counter for each choice: type, tap, or press the arrows. Numbers show only in the line that is being counted. */
function handsUp(ui, slide, votes, keep) {
  const say = ui.words.projector;
  const fields = [];
  const total = (q) => fill(say.total, { count: votes[q].reduce((sum, count) => sum + count, 0) });
  const groups = slide.questions.map((question, q) => {
    const sum = h("p", { class: "rt-small-print" }, total(q));
    const lines = question.choices.map(({ code, label }, i) => {
      const id = `${ui.id}-${slide.id}-${q}-${code}`;
      const set = (count) => {
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
        id,
        value: String(votes[q][i]),
        "data-key": `hands-${q}-${code}`,
        onfocus: () => field.select(),
        oninput: () => {
          const typed = field.value.replace(/\D/g, "");
          const at = typed;
          set(Number(typed || 0));
          if (!at) field.value = "";
        },
        onblur: () => {
          if (!field.value) field.value = "0";
        },
        onkeydown: (event) => {
          const by = { ArrowUp: 1, "+": 1, ArrowDown: -1, "-": -1 }[event.key];
          if (by) {
            event.preventDefault();
            set(votes[q][i] + by);
          }
          if (event.key === "Enter") {
            event.preventDefault();
            const next = fields[fields.indexOf(field) + 1];
            if (next) next.focus();
            else field.closest(".rt-projector").querySelector('[data-key="stage-on"]').focus();
          }
        },
      });
      fields.push(field);
      const tap = (by, sign, name) =>
        h(
          "button",
          {
            type: "button",
            tabindex: "-1",
            class: "rt-choice rt-tap",
            "data-key": `tap-${q}-${code}-${by}`,
            "aria-label": fill(name, { choice: label }),
            onclick: () => {
              set(votes[q][i] + by);
              field.focus();
            },
          },
          sign,
        );
      return h(
        "div",
        { class: "rt-hands" },
        h("label", { for: id }, label),
        tap(-1, "−", say.one_less),
        field,
        tap(1, "+", say.one_more),
      );
    });
    const about = question.about
      ? h("legend", null, slide.questions.length > 1 ? `${q + 1}. ` : "", `“${question.about}”`)
      : h("legend", { class: "rt-unseen" }, slide.prompt);
    return h("fieldset", { class: "rt-hands-group" }, about, lines, sum);
  });
  return [h("div", { class: "rt-hands-groups" }, groups), h("p", { class: "rt-small-print" }, say.count_keys)];
}

/** Before and after talk, side by side, as numbers with plain bars. `known` marks what our key says. */
function bothVotes(ui, slide, state, known) {
  const say = ui.words.projector;
  const most = Math.max(1, ...state.first.flat(), ...state.second.flat());
  const bar = (count, look) =>
    h(
      "td",
      null,
      h("span", {
        class: `rt-vote ${look}`,
        hidden: !count,
        style: `width: calc(${count} / ${most} * (100% - 3.4em))`,
        "aria-hidden": "true",
      }),
      h("span", { class: "rt-vote-count" }, String(count)),
    );
  return h(
    "div",
    { class: "rt-hands-groups" },
    slide.questions.map((question, q) =>
      h(
        "table",
        { class: "rt-votes" },
        h(
          "caption",
          { class: question.about ? null : "rt-unseen" },
          question.about ? `“${question.about}”` : say.both_votes,
        ),
        h(
          "thead",
          null,
          h("tr", null, h("td", null), h("th", { scope: "col" }, say.before), h("th", { scope: "col" }, say.after)),
        ),
        h(
          "tbody",
          null,
          question.choices.map(({ code, label }, i) =>
            h(
              "tr",
              null,
              h(
                "th",
                { scope: "row" },
                known && question.keys.includes(code)
                  ? h("span", { class: "rt-sign", role: "img", "aria-label": say.key }, "✓")
                  : null,
                label,
              ),
              bar(state.first[q][i], "rt-vote-first"),
              bar(state.second[q][i], "rt-vote-second"),
            ),
          ),
        ),
      ),
    ),
  );
}

function whatTheTextShows(ui, answer) {
  const words = ui.words.feedback;
  const more = [...(answer.why ? [h("p", null, answer.why)] : []), ...sourceLines(ui, answer)];
  return h(
    "div",
    { class: "rt-feedback" },
    answer.lines.map((line) => h("p", null, line)),
    answer.sums.length
      ? h(
          "ul",
          { class: "rt-numbers" },
          answer.sums.map((line) => h("li", null, line)),
        )
      : null,
    more.length ? h("details", null, h("summary", { "data-key": "why" }, words.why), more) : null,
  );
}

const shownTime = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

function stopClock(local) {
  clearInterval(local.ticking);
  Object.assign(local, { ticking: null, left: null });
}

/** A clock that a teacher may start. It forces nothing: at zero it says so and that is all. */
function clock(ui, minutes) {
  const { local } = ui;
  const say = ui.words.projector;
  const id = `${ui.id}-clock-face`;
  const text = () =>
    local.left === null || local.left === undefined ? "" : local.left ? shownTime(local.left) : say.time_over;
  const tick = () => {
    const face = document.getElementById(id);
    if (!face) {
      stopClock(local);
      return;
    }
    local.left = Math.max(0, Math.round((local.until - Date.now()) / 1000));
    face.textContent = text();
    if (!local.left) {
      clearInterval(local.ticking);
      local.ticking = null;
      ui.say(say.time_over);
    }
  };
  const start = (count) => {
    stopClock(local);
    local.until = Date.now() + count * 60000;
    local.left = count * 60;
    local.ticking = setInterval(tick, 500);
    ui.redraw();
  };
  const choices = [
    ...minutes.map((count) => ({
      code: String(count),
      label: fill(count === 1 ? say.clock_minute : say.clock_minutes, { count }),
    })),
    { code: "stop", label: say.clock_stop },
  ];
  return h(
    "div",
    { class: "rt-clock" },
    choiceGroup(ui, "clock", say.clock, choices, null, (code) => {
      if (code === "stop") {
        stopClock(local);
        ui.redraw();
      } else start(Number(code));
    }),
    h("p", { class: "rt-clock-face", role: "timer", id }, text()),
  );
}

/** Full screen, and a clean start for the next class. */
function tools(ui) {
  const { local } = ui;
  const say = ui.words.projector;
  return h(
    "div",
    { class: "rt-tools" },
    button("full-screen", say.full_screen, (event) => fullScreen(ui, event.target.closest(".rt"), say.no_full_screen)),
    " ",
    local.sure
      ? [
          h("strong", null, say.new_class_sure),
          " ",
          button("new-class-yes", say.new_class_yes, () => {
            ui.focusAfterAnswer = "card";
            ui.send({ type: "new_class" }, false);
          }),
          " ",
          button("new-class-no", say.new_class_no, () => {
            local.sure = false;
            ui.redraw("new-class");
          }),
        ]
      : button("new-class", say.new_class, () => {
          local.sure = true;
          ui.redraw("new-class-no");
        }),
    h("p", { class: "rt-small-print" }, say.page_keys),
  );
}

export default {
  render({ model, el }) {
    return mount(model, el, projector);
  },
};
