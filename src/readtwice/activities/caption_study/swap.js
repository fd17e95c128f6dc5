// Swap test: a caption with another side's name in it; after an answer, the caption as printed and the words in question.

function swap(ui) {
  const { view, words } = ui;
  const say = words.swap;
  const quote = (label, pieces) =>
    h(
      "blockquote",
      { class: "rt-quote" },
      h("p", { class: "rt-where" }, `${label} · ${view.where}`),
      h(
        "p",
        null,
        pieces.map((one) => (one.marked ? h("mark", null, one.text) : one.text)),
      ),
    );
  const choose = (sounds) => {
    ui.send({ type: "talk", sounds });
  };
  const parts = [
    h("p", null, say.how),
    quote(say.swapped, view.swapped),
    choiceGroup(ui, "sounds", say.ask, view.choices, view.kept, choose),
  ];
  if (view.kept) {
    parts.push(
      h("p", { class: "rt-kept-line" }, view.line),
      quote(say.printed, view.printed),
      h("p", { class: "rt-label" }, say.slant),
      h(
        "ul",
        null,
        view.slant.map((text) => h("li", null, text)),
      ),
      h("p", null, view.note),
    );
  }
  return parts;
}

export default {
  render({ model, el }) {
    return mount(model, el, swap);
  },
};
