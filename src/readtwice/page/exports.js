// Exports: Python makes the file, the browser saves it.

function exportsRoom(ui) {
  const { view, words, local } = ui;
  const say = words.exports;
  if (view.file && local.given !== view.answers) {
    local.given = view.answers;
    download(view.file);
  }
  if (view.answers && view.said) local.said = view.said;
  return [
    h("p", null, say.how),
    h(
      "div",
      { class: "rt-choices" },
      view.formats.map(({ code, label }) =>
        h(
          "button",
          {
            type: "button",
            class: "rt-choice",
            "data-key": `export-${code}`,
            onclick: () => ui.send({ type: "make", format: code }, false),
          },
          label,
        ),
      ),
    ),
    local.said ? h("p", { class: "rt-kept-line" }, local.said) : null,
    h("p", { class: "rt-small-print" }, say.note),
  ];
}

export default {
  render({ model, el }) {
    return mount(model, el, exportsRoom);
  },
};
