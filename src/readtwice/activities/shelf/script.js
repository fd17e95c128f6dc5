// The source shelf: closed cards show their face; an open one says who is behind it, on what it rests, what others say.

/**
 * @typedef {object} Opened what a card shows once it is open
 * @property {string} says
 * @property {string} address
 * @property {["behind" | "evidence" | "others", string][]} facts
 * @property {string} [verdict]
 * @typedef {{ id: string, title: string, from: string, date: string, open: boolean, said: string }} Face
 * @typedef {Face & Partial<Opened>} Card
 * @typedef {object} View
 * @property {Quote[]} quotes
 * @property {string} prompt
 * @property {number} left
 * @property {number} budget
 * @property {Card[]} cards
 * @property {Choice[]} adds
 * @property {string[]} verdicts
 * @property {keyof Words["verdict_button"]} kind
 * @property {string} you_said
 * @property {Feedback | null} feedback
 * @property {string[]} moves
 */

/** @param {Ui<View, {}>} ui */
function shelf(ui) {
  const { view, words } = ui;
  const say = words.shelf;
  const decided = Boolean(view.feedback);
  const cards = view.cards.map((card) => {
    const look = card.open ? "rt-card rt-card-open" : "rt-card";
    const content = card.open ? openCard(ui, /** @type {Face & Opened} */ (card)) : closedCard(ui, card, decided);
    return h("li", { class: look, tabindex: "-1", "data-key": `card-${card.id}` }, content);
  });
  const left = fill(view.left ? say.left : say.none_left, { left: view.left, budget: view.budget });
  const verdicts = choicesOf(words.verdict_button[view.kind], view.verdicts);
  const judge = (/** @type {string} */ verdict) => {
    ui.focusAfterAnswer = "feedback";
    ui.send({ type: "verdict", verdict });
  };
  const again = () => {
    ui.focusAfterAnswer = `open-${view.cards[0].id}`;
    ui.send({ type: "again" });
  };
  return [
    view.quotes.map((quote) => quoteBox(quote)),
    h("p", { class: "rt-label" }, view.prompt),
    h("p", { class: "rt-progress" }, decided ? null : left),
    h("ul", { class: "rt-cards" }, cards),
    view.feedback
      ? [
          answeredBox(say.verdict, view.you_said),
          focusBox("feedback", feedbackBox(ui, view.feedback, [])),
          h("p", { class: "rt-label" }, say.moves),
          list(view.moves),
          button("again", say.again, again),
        ]
      : choiceGroup(ui, "verdict", say.verdict, verdicts, null, judge),
  ];
}

/** @param {Ui<View, {}>} ui @param {Card} card */
function face(ui, card) {
  return [
    h("p", { class: "rt-label", id: `${ui.id}-${card.id}` }, card.title),
    h("p", { class: "rt-where" }, [card.from, card.date].filter(Boolean).join(" · ")),
  ];
}

/** @param {Ui<View, {}>} ui @param {Card} card @param {boolean} decided */
function closedCard(ui, card, decided) {
  const open = () => {
    ui.focusAfterAnswer = `card-${card.id}`;
    ui.send({ type: "open", card: card.id });
  };
  const more = { "aria-describedby": `${ui.id}-${card.id}`, "aria-disabled": String(ui.view.left < 1) };
  const opener = button(`open-${card.id}`, ui.words.shelf.open, open, "rt-small", more);
  return [face(ui, card), decided ? null : opener];
}

/** @param {Ui<View, {}>} ui @param {Face & Opened} card */
function openCard(ui, card) {
  const say = ui.words.shelf;
  const note = (/** @type {string} */ adds) => ui.send({ type: "adds", card: card.id, adds });
  return [
    face(ui, card),
    h("p", null, card.says),
    terms(card.facts.map(([name, text]) => [say[name], text])),
    h("p", { class: "rt-small-print" }, `${say.address}: ${card.address}`),
    choiceGroup(ui, `adds-${card.id}`, say.ask_adds, ui.view.adds, card.said, note),
    card.verdict ? h("p", { class: "rt-kept-line" }, card.verdict) : null,
  ];
}

export default widget(shelf, () => ({}));
