// Score card: sentences with the counts; for each degree of sureness a line with the promise and what came of it.

/**
 * @typedef {{ sureness: keyof Words["score_card"]["level"], right: number, of: number, percent: number, promise: number }} Level
 * @typedef {object} Taken a set of cards, as it was answered on one occasion
 * @property {keyof Words["score_card"]["occasion"]} occasion
 * @property {number} tried
 * @property {Elsewhere[]} elsewhere
 * @property {string[]} sentences
 * @property {Level[]} levels
 * @typedef {{ waiting: string, sets?: Taken[], compared?: string[], practise?: string[] }} View
 */

/** @param {Words["score_card"]} say @param {Level} level */
function sureLine(say, level) {
  const label = fill(say.level[level.sureness], { ...level });
  const dot = (/** @type {string} */ kind, /** @type {number} */ percent) =>
    h("span", { class: `rt-track-dot rt-track-${kind}`, style: `left: ${percent}%` });
  const ends = ["0%", "50%", "100%"].map((end) => h("span", null, end));
  return h(
    "div",
    { class: "rt-sure", role: "img", "aria-label": `${label}; ${say.promise}: ${level.promise}%` },
    h("p", null, label),
    h("div", { class: "rt-track-line" }, dot("guess", level.promise), dot("answer", level.percent)),
    h("p", { class: "rt-bench-ends rt-small-print" }, ends),
  );
}

/** @param {Ui<View, {}>} ui */
function scoreCard(ui) {
  const { waiting, sets = [], compared = [], practise = [] } = ui.view;
  const say = ui.words.score_card;
  if (waiting) return [h("p", null, waiting)];
  const heading = (/** @type {string} */ text) =>
    h("p", { class: "rt-topic", role: "heading", "aria-level": "3" }, text);
  const levels = (/** @type {Level[]} */ all) => [
    h("p", { class: "rt-label" }, say.sureness),
    all.map((level) => sureLine(say, level)),
  ];
  const taken = sets.map((set) =>
    h(
      "div",
      { class: "rt-result" },
      heading(say.occasion[set.occasion]),
      elsewhereBox(ui, set.elsewhere),
      set.sentences.length ? list(set.sentences) : null,
      set.levels.length ? levels(set.levels) : null,
    ),
  );
  const towards = () => [
    heading(say.practise),
    practise.length ? list(practise) : h("p", null, say.nothing_to_practise),
  ];
  return [
    h("div", { class: "rt-toggles" }, taken),
    sets.some((set) => set.levels.length) ? h("p", { class: "rt-small-print" }, say.convention) : null,
    compared.length ? [heading(say.side_by_side), list(compared)] : null,
    sets.some((set) => set.tried) ? towards() : null,
  ];
}

export default widget(scoreCard, () => ({}));
