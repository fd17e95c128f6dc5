// What was found off the page: three boxes that stay the same nodes across answers, so that nobody loses a word.

/**
 * @typedef {"typed" | "where" | "says"} Name
 * @typedef {{ fields: { name: Name, text: string }[], longest: number, kept: string, turn: number }} View
 * @typedef {HTMLInputElement | HTMLTextAreaElement} Box
 * @typedef {{ turn: number, boxes: { [name: string]: Box }, sent: string }} Local
 */

/** @param {Ui<View, Local>} ui */
function offPage(ui) {
  const { view, words, local } = ui;
  const say = words.off_page;
  if (local.turn !== view.turn) Object.assign(local, { turn: view.turn, boxes: {}, sent: "" });
  const found = () => Object.fromEntries(view.fields.map(({ name }) => [name, local.boxes[name].value]));
  const left = () => {
    const now = JSON.stringify(found());
    if (now === local.sent) return;
    local.sent = now;
    ui.send({ type: "found", found: found() });
  };
  for (const { name, text } of view.fields) {
    if (local.boxes[name]) continue;
    const properties = { "data-key": name, maxlength: view.longest, "aria-label": say[name] };
    const box =
      name === "says"
        ? writingBox("textarea", { ...properties, rows: "3" }, left)
        : writingBox("input", { ...properties, type: "text" }, left);
    box.value = text;
    local.boxes[name] = box;
  }
  if (!local.sent) local.sent = JSON.stringify(found());
  return [
    h("p", null, say.how),
    view.fields.map(({ name }) =>
      h("div", { class: "rt-question" }, h("p", { class: "rt-label" }, say[name]), local.boxes[name]),
    ),
    view.kept ? h("p", { class: "rt-kept-line" }, view.kept) : null,
  ];
}

export default widget(offPage, () => /** @type {Local} */ ({ turn: 0, boxes: {}, sent: "" }));
