// Swap test: a caption with another side's name in it; after an answer, the caption as printed and the words in question.

/**
 * @typedef {{ text: string, marked: boolean }[]} Pieces
 * @typedef {object} View
 * @property {string} where
 * @property {Pieces} swapped
 * @property {Pieces} printed
 * @property {string[]} slant
 * @property {string} note
 * @property {Choice[]} choices
 * @property {string | null} kept
 * @property {string} line
 */

/** @param {Ui<View, {}>} ui */
function swap(ui) {
  const { view, words } = ui;
  const say = words.swap;
  const quote = (/** @type {string} */ label, /** @type {Pieces} */ pieces) => {
    const text = pieces.map((one) => (one.marked ? h("mark", null, one.text) : one.text));
    return h(
      "blockquote",
      { class: "rt-quote" },
      h("p", { class: "rt-where" }, `${label} · ${view.where}`),
      h("p", null, text),
    );
  };
  const choose = (/** @type {string} */ sounds) => ui.send({ type: "talk", sounds });
  const printed = () => [
    h("p", { class: "rt-kept-line" }, view.line),
    quote(say.printed, view.printed),
    h("p", { class: "rt-label" }, say.slant),
    list(view.slant),
    h("p", null, view.note),
  ];
  return [
    h("p", null, say.how),
    quote(say.swapped, view.swapped),
    choiceGroup(ui, "sounds", say.ask, view.choices, view.kept, choose),
    view.kept ? printed() : null,
  ];
}

export default widget(swap, () => ({}));
