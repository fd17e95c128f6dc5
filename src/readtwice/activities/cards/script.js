// Judge: one card at a time, two sentences (or one claim) in one format, a verdict, then what it is about.

function judge(ui) {
  const { view, words, local } = ui;
  const cards = view.cards;
  if (local.index === undefined) {
    const open = cards.findIndex((card) => !card.feedback);
    local.index = open < 0 ? 0 : open;
  }
  const card = cards[local.index];
  const say = words.judge;
  const progress = (index) =>
    fill(cards[index].kind === "pair" ? say.progress : say.progress_claim, { number: index + 1, count: cards.length });
  const tally = cards.every((one) => one.worked)
    ? ""
    : ` · ${fill(say.tally, { answered: cards.filter((one) => one.feedback).length, count: cards.length })}`;
  const go = (index) => {
    Object.assign(local, { index, verdict: null, again: false, hints: 0 });
    ui.redraw("card");
    ui.say(progress(index));
  };
  const answer = (verdict, relation, sureness) => {
    local.again = false;
    local.verdict = null;
    ui.focusAfterAnswer = "feedback";
    ui.send({ type: "answer", item: card.id, verdict, relation, sureness, hints: local.hints || 0 });
  };
  const open = !card.feedback || local.again;
  const steps = open ? card.steps.slice(0, card.given) : card.steps;
  const parts = [
    cards.length > 1 ? h("p", { class: "rt-progress" }, progress(local.index), tally) : null,
    h("p", { class: "rt-topic", tabindex: "-1", "data-key": "card" }, fill(say.topic, { topic: card.topic })),
    h(
      "div",
      { class: "rt-pair" },
      (open ? card.quotes : card.feedback.quotes).map((quote, i) =>
        quoteBox(quote, card.kind === "pair" ? [say.first, say.second][i] : ""),
      ),
    ),
    recordBox(ui, card.box),
    steps.length
      ? h(
          "ol",
          { class: "rt-steps" },
          steps.map((step) => h("li", null, step)),
        )
      : null,
  ];
  if (open) {
    if (card.steps.length) parts.push(h("p", { class: "rt-turn" }, say.your_turn));
    if (card.sureness) {
      parts.push(
        choiceGroup(
          ui,
          `sure-${card.id}`,
          card.prompt,
          Object.entries(words.sureness_button[card.kind]).map(([code, label]) => ({ code, label })),
          null,
          (code) => answer(null, null, code),
          "rt-scale",
        ),
      );
    } else {
      const labels = words.verdict_button[card.kind];
      parts.push(
        choiceGroup(
          ui,
          `verdict-${card.id}`,
          card.prompt,
          card.verdicts.map((code) => ({ code, label: labels[code] })),
          local.verdict,
          (code) => {
            if (!(card.relations[code] || []).length) {
              answer(code);
              return;
            }
            local.verdict = code;
            ui.redraw(`relation-${card.id}-${card.relations[code][0]}`);
            ui.say(words.relation_question[code]);
          },
        ),
      );
      if (local.verdict) {
        const relations = card.relations[local.verdict].map((code) => ({ code, label: words.relation[code] }));
        parts.push(
          choiceGroup(ui, `relation-${card.id}`, words.relation_question[local.verdict], relations, null, (code) =>
            answer(local.verdict, code),
          ),
        );
      }
    }
    if (card.hints.length) {
      const shown = local.hints || 0;
      parts.push(
        h(
          "ul",
          { class: "rt-hints", tabindex: "-1", "data-key": "hints" },
          card.hints.slice(0, shown).map((hint) => h("li", null, hint)),
        ),
      );
      if (shown < card.hints.length)
        parts.push(
          h(
            "button",
            {
              type: "button",
              class: "rt-small",
              "data-key": "hint",
              onclick: () => {
                local.hints = shown + 1;
                ui.redraw(shown + 1 < card.hints.length ? "hint" : "hints");
                ui.say(card.hints[shown]);
              },
            },
            fill(words.feedback.hint, { number: shown + 1 }),
          ),
        );
    }
  } else {
    parts.push(
      h(
        "div",
        { tabindex: "-1", "data-key": "feedback", class: "rt-focus" },
        feedbackBox(ui, { ...card.feedback, quotes: [] }),
      ),
    );
    if (!card.worked)
      parts.push(
        h(
          "button",
          {
            type: "button",
            class: "rt-small",
            "data-key": "again",
            onclick: () => {
              Object.assign(local, { again: true, verdict: null });
              ui.redraw("card");
            },
          },
          say.again,
        ),
      );
  }
  if (cards.length > 1) parts.push(pager(ui, local.index, cards.length, say, go));
  if (view.code) parts.push(resultCode(ui, view.code));
  return parts.filter(Boolean);
}

export default {
  render({ model, el }) {
    return mount(model, el, judge);
  },
};
