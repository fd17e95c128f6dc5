// A page of search results: at first a few lines, then all; what stands behind one is seen once it is open.

/**
 * @typedef {{ id: string, title: string, address: string, snippet: string, label: string, open: boolean, said: string }} Line
 * @typedef {Line & { page?: string, behind?: string, kind?: string, told?: string }} Result
 * @typedef {object} Opened what stands in the view once it is known who is at work
 * @property {boolean} measures answered by one tap, which nothing is said to
 * @property {string} kept
 * @property {string} claim
 * @property {string} typed
 * @property {number} left
 * @property {number} budget
 * @property {number} hidden
 * @property {Result[]} results
 * @property {Choice[]} worths
 * @property {string[]} verdicts
 * @property {string} you_said
 * @property {Feedback | null} feedback
 * @property {string[]} moves
 * @typedef {{ locked: string } & Partial<Opened>} View
 */

/** @param {Ui<View, {}>} ui */
function results(ui) {
  if (ui.view.locked || !ui.view.results) return [h("p", null, ui.view.locked)];
  return opened(/** @type {Ui<Opened, {}>} */ (ui));
}

/** @param {Ui<Opened, {}>} ui */
function opened(ui) {
  const { view, words } = ui;
  const say = words.results;
  const decided = Boolean(view.feedback || view.kept);
  const verdicts = choicesOf(words.verdict_button.claim, view.verdicts);
  const rest = () => {
    ui.focusAfterAnswer = "list";
    ui.send({ type: "rest" });
  };
  const judge = (/** @type {string} */ verdict) => {
    ui.focusAfterAnswer = "feedback";
    ui.send({ type: "verdict", verdict });
  };
  const again = () => {
    ui.focusAfterAnswer = "list";
    ui.send({ type: "again" });
  };
  const tap = (/** @type {string} */ sureness) => {
    ui.focusAfterAnswer = "list";
    ui.send({ type: "answer", sureness });
  };
  const asked = () =>
    view.measures
      ? choiceGroup(ui, "sureness", say.sure, choicesOf(words.sureness_button.claim), null, tap, "rt-scale")
      : choiceGroup(ui, "verdict", say.verdict, verdicts, null, judge);
  const left = fill(view.left ? say.left : say.none_left, { left: view.left, budget: view.budget });
  return [
    h("p", { class: "rt-label" }, view.claim),
    h("p", { class: "rt-search" }, h("span", { "aria-hidden": "true" }, "⌕ "), fill(say.typed, { typed: view.typed })),
    h("p", { class: "rt-small-print" }, say.invented),
    decided ? null : h("p", { class: "rt-progress" }, left),
    h(
      "ol",
      { class: "rt-cards rt-results", tabindex: "-1", "data-key": "list" },
      view.results.map((one) => line(ui, one, decided)),
    ),
    view.hidden ? button("rest", fill(say.rest, { count: view.hidden }), rest) : null,
    view.feedback
      ? [
          answeredBox(say.verdict, view.you_said),
          focusBox("feedback", feedbackBox(ui, view.feedback, [])),
          h("p", { class: "rt-label" }, say.moves),
          list(view.moves),
          button("again", say.again, again),
        ]
      : view.kept
        ? h("p", { class: "rt-kept-line" }, view.kept)
        : asked(),
  ];
}

/** @param {Ui<Opened, {}>} ui @param {Result} result @param {boolean} decided */
function line(ui, result, decided) {
  const say = ui.words.results;
  const open = () => {
    ui.focusAfterAnswer = `result-${result.id}`;
    ui.send({ type: "open", result: result.id });
  };
  const note = (/** @type {string} */ worth) => ui.send({ type: "worth", result: result.id, worth });
  const more = { "aria-describedby": `${ui.id}-${result.id}`, "aria-disabled": String(ui.view.left < 1) };
  return h(
    "li",
    { class: result.open ? "rt-card rt-card-open" : "rt-card", tabindex: "-1", "data-key": `result-${result.id}` },
    h("p", { class: "rt-where" }, result.label ? h("strong", null, `${result.label} · `) : null, result.address),
    h("p", { class: "rt-label", id: `${ui.id}-${result.id}` }, result.title),
    h("p", null, result.snippet),
    result.open
      ? [
          terms([
            [say.kind, result.kind],
            [say.behind, result.behind],
            [say.says, result.page],
          ]),
          ui.view.worths.length
            ? choiceGroup(ui, `worth-${result.id}`, say.worth, ui.view.worths, result.said, note)
            : null,
          result.told ? h("p", { class: "rt-kept-line" }, result.told) : null,
        ]
      : decided
        ? null
        : button(`open-${result.id}`, say.open, open, "rt-small", more),
  );
}

export default widget(results, () => ({}));
