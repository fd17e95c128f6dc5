// Score card: sentences with the counts; for each degree of sureness a line with the promise and what came of it.

function sureLine(say, level) {
  const place = (percent) => `left: ${percent}%`;
  return h(
    "div",
    {
      class: "rt-sure",
      role: "img",
      "aria-label": `${fill(say.level[level.sureness], level)}; ${say.promise}: ${level.promise}%`,
    },
    h("p", null, fill(say.level[level.sureness], level)),
    h(
      "div",
      { class: "rt-track-line" },
      h("span", { class: "rt-track-dot rt-track-guess", style: place(level.promise) }),
      h("span", { class: "rt-track-dot rt-track-answer", style: place(level.percent) }),
    ),
    h(
      "p",
      { class: "rt-bench-ends rt-small-print" },
      ["0%", "50%", "100%"].map((end) => h("span", null, end)),
    ),
  );
}

function scoreCard(ui) {
  const { view, words } = ui;
  const say = words.score_card;
  if (view.waiting) return [h("p", null, view.waiting)];
  const list = (lines) =>
    h(
      "ul",
      null,
      lines.map((line) => h("li", null, line)),
    );
  const heading = (text) => h("p", { class: "rt-topic", role: "heading", "aria-level": "3" }, text);
  const tried = view.sets.some((set) => set.tried);
  return [
    h(
      "div",
      { class: "rt-toggles" },
      view.sets.map((set) =>
        h(
          "div",
          { class: "rt-result" },
          heading(say.occasion[set.occasion]),
          elsewhereBox(ui, set.elsewhere),
          set.sentences.length ? list(set.sentences) : null,
          set.levels.length
            ? [h("p", { class: "rt-label" }, say.sureness), set.levels.map((level) => sureLine(say, level))]
            : null,
        ),
      ),
    ),
    view.sets.some((set) => set.levels.length) ? h("p", { class: "rt-small-print" }, say.convention) : null,
    view.compared.length ? [heading(say.side_by_side), list(view.compared)] : null,
    tried
      ? [heading(say.practise), view.practise.length ? list(view.practise) : h("p", null, say.nothing_to_practise)]
      : null,
  ]
    .flat()
    .filter(Boolean);
}

export default {
  render({ model, el }) {
    return mount(model, el, scoreCard);
  },
};
