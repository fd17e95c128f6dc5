// The source shelf: closed cards show their face; an open one says who is behind it, on what it rests, what others say.

function shelf(ui) {
  const { view, words } = ui;
  const say = words.shelf;
  const decided = Boolean(view.feedback);
  const face = (card) => [
    h("p", { class: "rt-label", id: `${ui.id}-${card.id}` }, card.title),
    h("p", { class: "rt-where" }, [card.from, card.date].filter(Boolean).join(" · ")),
  ];
  const open = (card) => {
    ui.focusAfterAnswer = `card-${card.id}`;
    ui.send({ type: "open", card: card.id });
  };
  const closed = (card) => [
    face(card),
    decided
      ? null
      : h(
          "button",
          {
            type: "button",
            class: "rt-small",
            "data-key": `open-${card.id}`,
            "aria-describedby": `${ui.id}-${card.id}`,
            "aria-disabled": String(view.left < 1),
            onclick: () => open(card),
          },
          say.open,
        ),
  ];
  const opened = (card) => [
    face(card),
    h("p", null, card.says),
    h(
      "dl",
      null,
      card.facts.map(([name, text]) => [h("dt", null, say[name]), h("dd", null, text)]),
    ),
    h("p", { class: "rt-small-print" }, `${say.address}: ${card.address}`),
    choiceGroup(ui, `adds-${card.id}`, say.ask_adds, view.adds, card.said, (code) =>
      ui.send({ type: "adds", card: card.id, adds: code }),
    ),
    card.verdict ? h("p", { class: "rt-kept-line" }, card.verdict) : null,
  ];
  const parts = [
    view.quotes.map((quote) => quoteBox(quote, "")),
    h("p", { class: "rt-label" }, view.prompt),
    h(
      "p",
      { class: "rt-progress" },
      decided ? null : fill(view.left ? say.left : say.none_left, { left: view.left, budget: view.budget }),
    ),
    h(
      "ul",
      { class: "rt-cards" },
      view.cards.map((card) =>
        h(
          "li",
          { class: card.open ? "rt-card rt-card-open" : "rt-card", tabindex: "-1", "data-key": `card-${card.id}` },
          card.open ? opened(card) : closed(card),
        ),
      ),
    ),
  ];
  if (decided) {
    parts.push(
      h(
        "div",
        { tabindex: "-1", "data-key": "feedback", class: "rt-focus" },
        feedbackBox(ui, { ...view.feedback, quotes: [] }),
      ),
      h("p", { class: "rt-label" }, say.moves),
      h(
        "ul",
        null,
        view.moves.map((line) => h("li", null, line)),
      ),
      h(
        "button",
        {
          type: "button",
          class: "rt-small",
          "data-key": "again",
          onclick: () => {
            ui.focusAfterAnswer = `open-${view.cards[0].id}`;
            ui.send({ type: "again" });
          },
        },
        say.again,
      ),
    );
  } else {
    const labels = words.verdict_button[view.kind];
    parts.push(
      choiceGroup(
        ui,
        "verdict",
        say.verdict,
        view.verdicts.map((code) => ({ code, label: labels[code] })),
        null,
        (code) => {
          ui.focusAfterAnswer = "feedback";
          ui.send({ type: "verdict", verdict: code });
        },
      ),
    );
  }
  return parts;
}

export default {
  render({ model, el }) {
    return mount(model, el, shelf);
  },
};
