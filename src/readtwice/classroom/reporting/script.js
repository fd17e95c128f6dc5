// Class report: paste or choose, one button, and the report below. Its parts come from Python and become text nodes.

/**
 * @typedef {{ text: string, faint: boolean, filled: number | null, more: string[] }} Cell
 * @typedef {{ kind: "heading", level: 1 | 2 | 3, text: string }} Heading
 * @typedef {{ kind: "text", text: string, look: string }} Text
 * @typedef {{ kind: "lines", lines: { label: string, text: string }[] }} Lines
 * @typedef {{ kind: "table", title: string, columns: string[], rows: Cell[][], how: string[] }} Table
 * @typedef {Heading | Text | Lines | Table} Part
 * @typedef {{ parts: Part[], is_example: boolean, how: string, not_counted: string[] }} View
 * @typedef {{ said: string, text: string, files: File[] }} Local
 */

/** @param {Ui<View, Local>} ui @param {Part} one @param {number} number */
function part(ui, one, number) {
  if (one.kind === "heading") {
    const tag = /** @type {"h3" | "h4" | "h5"} */ (`h${one.level + 2}`);
    return h(tag, { class: "rt-report-heading", tabindex: "-1", "data-key": number ? null : "report" }, one.text);
  }
  if (one.kind === "text") return h("p", { class: one.look ? "rt-box" : "" }, one.text);
  if (one.kind === "table") return h("div", null, table(one), howCounted(ui, one.how, number));
  const lines = one.lines.map(({ label, text }) => [h("strong", null, label), " ", text]);
  return list(lines, "rt-report-lines");
}

/** @param {Ui<View, Local>} ui @param {string[]} how @param {number} number */
function howCounted(ui, how, number) {
  if (!how.length) return null;
  const summary = h("summary", { "data-key": `how-${number}` }, ui.view.how);
  return h("details", null, summary, list(how, "rt-small-print"));
}

/**
 * Roles are written out: on a narrow page the table stands as blocks, and browsers would take it for no table.
 *
 * @param {Table} one
 */
function table({ title, columns, rows }) {
  const heads = columns.map((name) => h("th", { role: "columnheader", scope: "col" }, name));
  const lines = rows.map(([first, ...cells]) => {
    const values = cells.map((cell, at) =>
      h("td", { role: "cell", "data-column": columns[at + 1] }, cellContent(cell)),
    );
    return h("tr", { role: "row" }, h("th", { role: "rowheader", scope: "row" }, cellContent(first)), values);
  });
  return h(
    "table",
    { class: "rt-report-table", role: "table" },
    h("caption", null, title),
    h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, heads)),
    h("tbody", { role: "rowgroup" }, lines),
  );
}

/** @param {Cell} cell */
function cellContent({ text, faint, filled, more }) {
  const shown = faint ? h("span", { class: "rt-report-faint" }, text) : text;
  const squares = (/** @type {number} */ full) =>
    h("span", { "aria-hidden": "true" }, "■".repeat(full) + "□".repeat(10 - full), " ");
  return [
    filled === null ? shown : h("span", { class: "rt-report-share" }, squares(filled), shown),
    more.map((line) => h("span", { class: "rt-report-more" }, line)),
  ];
}

/** @param {Ui<View, Local>} ui */
function classReport(ui) {
  const { view, words, local } = ui;
  const say = words.class_report;
  keepSaid(ui);
  const text = h("textarea", {
    id: `${ui.id}-text`,
    rows: 5,
    "data-key": "text",
    "data-hold": true,
    spellcheck: "false",
    autocomplete: "off",
    class: "rt-report-paste",
    oninput: () => {
      local.text = text.value;
    },
  });
  text.value = local.text;
  const file = h("input", {
    type: "file",
    multiple: true,
    id: `${ui.id}-file`,
    "data-key": "file",
    onchange: () => {
      // Choosing once more adds; the same file counts once.
      const known = new Map(
        [...local.files, ...(file.files ?? [])].map((one) => [`${one.name} ${one.size} ${one.lastModified}`, one]),
      );
      local.files = [...known.values()];
      ui.redraw("file");
    },
  });
  const make = async () => {
    local.said = say.reading;
    ui.redraw("make");
    await sendFiles(ui, local.files);
    ui.focusAfterAnswer = "said";
    ui.send({ type: "make", text: local.text }, false, PATIENT);
  };
  const clear = () => {
    Object.assign(local, { text: "", files: [] });
    ui.focusAfterAnswer = "text";
    ui.send({ type: "clear" }, false);
  };
  const get = (/** @type {"report" | "share"} */ what) =>
    button(
      `download-${what}`,
      say.download[what],
      () => ui.send({ type: "download", what }, false, PATIENT),
      "rt-choice",
    );
  const field = (/** @type {string} */ label, /** @type {string} */ note, /** @type {HTMLElement} */ box) =>
    h(
      "p",
      { class: "rt-report-field" },
      h("label", { class: "rt-label", for: box.id }, label),
      h("span", { class: "rt-small-print" }, note),
      box,
    );
  const names = local.files.map((one) => one.name).join(", ");
  const notCounted = () => [
    h("summary", { "data-key": "not-counted" }, say.not_counted),
    h("p", { class: "rt-small-print" }, say.not_counted_note),
    list(view.not_counted, "rt-report-files"),
  ];
  return [
    h("p", null, say.how),
    field(say.paste, say.paste_note, text),
    field(say.files, say.files_note, withFiles(file, local.files)),
    local.files.length > 1 ? h("p", null, fill(say.chosen, { names })) : null,
    h(
      "div",
      { class: "rt-choices" },
      button("make", say.make, make, "rt-choice rt-report-make"),
      button("clear", say.clear, clear, "rt-choice"),
    ),
    h("p", { class: "rt-kept-line", tabindex: "-1", "data-key": "said" }, local.said),
    h(
      "div",
      { role: "group", "aria-label": say.downloads },
      h("div", { class: "rt-choices" }, get("report"), get("share")),
      h("p", { class: "rt-small-print" }, say.share_note),
    ),
    h(
      "div",
      { class: view.is_example ? "rt-report rt-report-example" : "rt-report" },
      view.parts.map((one, number) => part(ui, one, number)),
    ),
    view.not_counted.length ? h("details", null, notCounted()) : null,
  ];
}

export default widget(classReport, () => /** @type {Local} */ ({ said: "", text: "", files: [] }));
