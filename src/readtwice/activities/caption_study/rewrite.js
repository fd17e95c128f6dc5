// Fair rewrite: the learner writes; Python compares words after a pause, and saves on "Check" or when the box is left.

const PAUSE = 900; // milliseconds without a key until what is written is looked at

/**
 * @typedef {object} View
 * @property {string} where
 * @property {string} caption
 * @property {string} text
 * @property {number} longest
 * @property {{ label: string, lines: string[] }[]} found
 * @property {string | null} model it travels when it is asked for
 * @typedef {object} Writing
 * @property {HTMLTextAreaElement} box one for good
 * @property {HTMLElement} length
 * @property {() => void} check
 * @typedef {{ writing: Writing | null, touched: boolean, checked: string | null }} Local
 */

/** @param {Ui<View, Local>} ui */
function rewrite(ui) {
  const { view, words, local } = ui;
  const say = words.rewrite;
  local.writing ||= begun(ui);
  const { box, length, check } = local.writing;
  if (!local.touched) box.value = view.text;
  length.textContent = lengthOf(ui, box.value);
  const flip = () => ui.send({ type: "model" });
  const found = view.found.map(({ label, lines }) => [h("p", { class: "rt-label" }, label), list(lines)]);
  const quote = (/** @type {string} */ before, /** @type {string} */ label) =>
    quoteBox({ where: view.where, before, exact: "", after: "" }, label);
  const expanded = { "aria-expanded": String(view.model !== null) };
  return [
    h("p", null, say.how),
    quote(view.caption, say.printed),
    h("p", { class: "rt-label" }, say.yours),
    box,
    length,
    button("check", say.check, check, "rt-choice"),
    found.length ? h("div", { class: "rt-result" }, found, h("p", { class: "rt-small-print" }, say.limits)) : null,
    h("p", null, button("model", view.model === null ? say.show_model : say.hide_model, flip, "rt-small", expanded)),
    view.model === null ? null : quote(view.model, say.model),
  ];
}

/** @param {Ui<View, Local>} ui @param {string} text */
function lengthOf({ view, words }, text) {
  return fill(words.rewrite.length, { length: [...text].length, longest: view.longest });
}

/** The box to write in, and what it does. @param {Ui<View, Local>} ui @returns {Writing} */
function begun(ui) {
  const { view, words, local } = ui;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const send = (/** @type {string} */ type) => {
    clearTimeout(timer);
    ui.send({ type, text: box.value });
  };
  const lookSoon = () => {
    timer = setTimeout(() => send("look"), PAUSE);
  };
  const check = () => {
    local.checked = box.value;
    send("check");
  };
  const length = h("p", { class: "rt-small-print", id: `${ui.id}-length` });
  /** @type {Properties<"textarea">} */
  const properties = {
    "data-key": "box",
    rows: "4",
    maxlength: view.longest,
    "aria-label": words.rewrite.yours,
    "aria-describedby": length.id,
  };
  const box = writingBox("textarea", properties, () => {
    if (local.touched && box.value !== local.checked) check();
  });
  box.addEventListener("input", (event) => {
    local.touched = true;
    length.textContent = lengthOf(ui, box.value);
    clearTimeout(timer);
    if (!(/** @type {InputEvent} */ (event).isComposing)) lookSoon();
  });
  box.addEventListener("compositionend", lookSoon);
  return { box, length, check };
}

/** @type {() => Local} */
const begin = () => ({ writing: null, touched: false, checked: null });

export default widget(rewrite, begin);
