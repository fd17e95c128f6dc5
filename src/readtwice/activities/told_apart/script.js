// Told apart: one piece at a time, in words or drawn, with one question; the answer is marked at once.

/**
 * @typedef {{ label: string, drawing: string, alt: string, lines: string[] }} Seen
 * @typedef {object} Card
 * @property {string} id
 * @property {string} topic
 * @property {Seen[]} pictures
 * @property {string[]} lines
 * @property {string} note
 * @property {string} ask
 * @property {Choice[]} choices
 * @property {string} said
 * @property {Feedback | null} feedback
 * @typedef {{ how: string, cards: Card[] }} View
 * @typedef {{ index: number }} Local
 */

/** @param {Ui<View, Local>} ui */
function toldApart(ui) {
  const { view, words } = ui;
  const { cards } = view;
  const count = cards.length;
  const answered = cards.filter((one) => one.feedback).length;
  const progress = (/** @type {number} */ index) =>
    fill(words.matching.progress, { number: index + 1, count, answered });
  const place = deck(ui, count, words.judge, progress);
  const card = cards[place.index];
  const answer = (/** @type {string} */ said) => {
    ui.focusAfterAnswer = "feedback";
    ui.send({ type: "answer", piece: card.id, said });
  };
  return [
    h("p", null, view.how),
    count > 1 ? h("p", { class: "rt-progress" }, place.progress) : null,
    h(
      "div",
      { tabindex: "-1", "data-key": "card", class: "rt-focus" },
      h("p", { class: "rt-topic" }, card.topic),
      card.pictures.length ? h("div", { class: "rt-pair" }, card.pictures.map(seen)) : null,
      card.lines.length
        ? h(
            "blockquote",
            { class: "rt-quote" },
            card.lines.map((line) => h("p", null, line)),
          )
        : null,
      card.note ? h("p", { class: "rt-small-print" }, card.note) : null,
    ),
    choiceGroup(ui, `said-${card.id}`, card.ask, card.choices, card.said, answer),
    card.feedback ? focusBox("feedback", feedbackBox(ui, card.feedback)) : null,
    place.pager,
  ];
}

/** @param {Seen} one */
function seen({ label, drawing, alt, lines }) {
  return h(
    "figure",
    { class: "rt-picture" },
    h("p", { class: "rt-where" }, label),
    h("img", { class: "rt-drawing", src: drawing, alt }),
    lines.map((line) => h("p", null, line)),
  );
}

/** @type {(view: View) => Local} */
const begin = (view) => ({ index: firstOpen(view.cards) });

export default widget(toldApart, begin);
