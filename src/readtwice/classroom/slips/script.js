// Slips: names, a list or a number, and a button; Python draws the slips and hands over a page to print.

/**
 * @typedef {{ usual: number, has_list: boolean }} View
 * @typedef {{ said: string, count: string | undefined, names: string, files: File[] }} Local
 */

/** @param {Ui<View, Local>} ui */
function slips(ui) {
  const { view, words, local } = ui;
  const say = words.slips;
  keepSaid(ui);
  const make = async () => {
    if (local.files.length) await sendFiles(ui, local.files);
    ui.send({ type: "make", count: count.value.trim(), names: local.names }, false, PATIENT);
  };
  const clear = () => {
    Object.assign(local, { names: "", files: [] });
    ui.focusAfterAnswer = "names";
    ui.send({ type: "clear" }, false);
  };
  const names = pasteBox(ui, "names", local.names, (now) => {
    local.names = now;
  });
  const count = h("input", {
    type: "text",
    inputmode: "numeric",
    id: `${ui.id}-count`,
    "data-key": "count",
    maxlength: 4,
    size: 5,
    class: "rt-code",
    value: local.count ?? view.usual,
    autocomplete: "off",
    oninput: () => {
      local.count = count.value;
    },
    onkeydown: onEnter(make),
  });
  const field = (/** @type {string} */ label, /** @type {string} */ note, /** @type {HTMLElement} */ box) =>
    h(
      "p",
      { class: "rt-report-field" },
      h("label", { class: "rt-label", for: box.id }, label),
      note ? h("span", { class: "rt-small-print" }, note) : null,
      box,
    );
  return [
    h("p", null, say.how),
    field(say.names, say.names_note, names),
    field(say.files, say.files_note, filesField(ui)),
    local.files.length > 1 ? list(local.files.map((one) => one.name)) : null,
    h("p", { class: "rt-row" }, h("label", { class: "rt-label", for: count.id }, say.count), " ", count),
    h(
      "div",
      { class: "rt-choices" },
      button("make", say.make, make, "rt-choice rt-report-make"),
      view.has_list ? button("list", say.take_list, () => ui.send({ type: "list" }, false), "rt-choice") : null,
      button("clear", say.clear, clear, "rt-choice"),
    ),
    local.said ? h("p", { class: "rt-kept-line" }, local.said) : null,
  ];
}

/** @type {() => Local} */
const begin = () => ({ said: "", count: undefined, names: "", files: [] });

export default widget(slips, begin);
