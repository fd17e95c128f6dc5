// Swap test: a caption with another side's name in it; after an answer, the caption as printed and the words in question.

/**
 * @typedef {{ text: string, marked: boolean }[]} Pieces
 * @typedef {object} View
 * @property {string} where
 * @property {Pieces} swapped
 * @property {{ printed: Pieces, slant: string[], note: string } | null} answer it travels once one is chosen
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
  const printed = (/** @type {NonNullable<View["answer"]>} */ answer) => [
    h("p", { class: "rt-kept-line" }, view.line),
    quote(say.printed, answer.printed),
    h("p", { class: "rt-label" }, say.slant),
    list(answer.slant),
    h("p", null, answer.note),
  ];
  return [
    h("p", null, say.how),
    quote(say.swapped, view.swapped),
    choiceGroup(ui, "sounds", say.ask, view.choices, view.kept, choose),
    view.answer ? printed(view.answer) : null,
  ];
}

export default widget(swap, () => ({}));
