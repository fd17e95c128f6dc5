// What is said to the tasks of search, once they are answered: nothing here is chosen or sent.

/**
 * @typedef {object} Answered
 * @property {string} occasion
 * @property {string} claim
 * @property {string} said
 * @property {Feedback} feedback
 * @property {string[]} moves
 * @property {string[]} results
 * @typedef {{ waiting: string, sets: Answered[], compared: string[] }} View
 */

/** @param {Ui<View, {}>} ui */
function searchAnswers(ui) {
  const { view, words } = ui;
  const say = words.search_answers;
  if (view.waiting) return [h("p", null, view.waiting)];
  return [
    view.sets.map((one) => [
      h("p", { class: "rt-topic", role: "heading", "aria-level": "3" }, one.occasion),
      h("p", { class: "rt-label" }, one.claim),
      h("p", null, one.said),
      feedbackBox(ui, one.feedback),
      h("p", { class: "rt-label" }, say.moves),
      list(one.moves),
      h("details", null, h("summary", { "data-key": `results-${one.occasion}` }, say.results), list(one.results)),
    ]),
    view.compared.map((line) => h("p", null, line)),
  ];
}

export default widget(searchAnswers, () => ({}));
