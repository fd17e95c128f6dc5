// Exports: Python makes the file, the browser saves it.

/**
 * @typedef {{ formats: Choice[], file: SavedFile | null }} View
 * @typedef {{ said: string }} Local
 */

/** @param {Ui<View, Local>} ui */
function exportsRoom(ui) {
  const { view, words, local } = ui;
  const say = words.exports;
  giveFile(ui);
  keepSaid(ui);
  const make = (/** @type {string} */ format) => ui.send({ type: "make", format }, false);
  const buttons = view.formats.map(({ code, label }) => button(`export-${code}`, label, () => make(code), "rt-choice"));
  return [
    h("p", null, say.how),
    h("div", { class: "rt-choices" }, buttons),
    local.said ? h("p", { class: "rt-kept-line" }, local.said) : null,
    h("p", { class: "rt-small-print" }, say.note),
  ];
}

export default widget(exportsRoom, (/** @type {View} */ _view) => ({ said: "" }));
