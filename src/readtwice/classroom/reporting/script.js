// Class report: paste or choose, one button, and the report below. Its parts come from Python and become text nodes.

function part(ui, one, number) {
  if (one.kind === "heading") return h(`h${one.level + 2}`, { class: "rt-report-heading", tabindex: "-1", "data-key": number ? null : "report" }, one.text);
  if (one.kind === "text") return h("p", { class: one.look ? "rt-box" : "" }, one.text);
  if (one.kind === "lines") return h("ul", { class: "rt-report-lines" }, one.lines.map((line) => h("li", null, h("strong", null, line.label), " ", line.text)));
  // Roles are written out: on a narrow page the table stands as blocks, and browsers would take it for no table.
  const cells = (row) => row.map((cell, place) => place
    ? h("td", { role: "cell", "data-column": one.columns[place] }, cellContent(cell))
    : h("th", { role: "rowheader", scope: "row" }, cellContent(cell)));
  return h("div", null,
    h("table", { class: "rt-report-table", role: "table" },
      h("caption", null, one.title),
      h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, one.columns.map((name) => h("th", { role: "columnheader", scope: "col" }, name)))),
      h("tbody", { role: "rowgroup" }, one.rows.map((row) => h("tr", { role: "row" }, cells(row))))),
    one.how.length ? h("details", null, h("summary", { "data-key": `how-${number}` }, ui.view.how), h("ul", { class: "rt-small-print" }, one.how.map((line) => h("li", null, line)))) : null);
}

function cellContent(cell) {
  const text = cell.faint ? h("span", { class: "rt-report-faint" }, cell.text) : cell.text;
  const squares = cell.filled === null ? null : h("span", { "aria-hidden": "true" }, "■".repeat(cell.filled) + "□".repeat(10 - cell.filled), " ");
  return [squares ? h("span", { class: "rt-report-share" }, squares, text) : text, cell.more.map((line) => h("span", { class: "rt-report-more" }, line))];
}

function classReport(ui) {
  const { view, words, local } = ui;
  const say = words.class_report;
  local.files = local.files || [];
  if (view.said && view.answers !== local.last) { local.last = view.answers; local.said = view.said; } // a piece says nothing
  const text = h("textarea", { id: `${ui.id}-text`, rows: 5, "data-key": "text", "data-hold": true, spellcheck: "false", autocomplete: "off", class: "rt-report-paste", oninput: (event) => { local.text = event.target.value; } });
  text.value = local.text || "";
  const file = h("input", { type: "file", multiple: true, id: `${ui.id}-file`, "data-key": "file", onchange: (event) => { local.files = [...event.target.files]; ui.redraw("file"); } });
  const make = async () => {
    local.said = say.reading;
    ui.redraw("make");
    await sendFiles(ui, local.files);
    ui.focusAfterAnswer = "said";
    ui.send({ type: "make", text: local.text || "" }, false, PATIENT);
  };
  const clear = () => { local.text = ""; local.files = []; ui.focusAfterAnswer = "text"; ui.send({ type: "clear" }, false); };
  const downloads = h("div", { class: "rt-choices" }, ["report", "share"].map((what) =>
    button(`download-${what}`, say.download[what], () => ui.send({ type: "download", what }, false, PATIENT), "rt-choice")));
  return [
    h("p", null, say.how),
    h("p", { class: "rt-report-field" }, h("label", { class: "rt-label", for: `${ui.id}-text` }, say.paste), h("span", { class: "rt-small-print" }, say.paste_note), text),
    h("p", { class: "rt-report-field" }, h("label", { class: "rt-label", for: `${ui.id}-file` }, say.files), h("span", { class: "rt-small-print" }, say.files_note), withFiles(file, local.files)),
    local.files.length > 1 ? h("p", null, fill(say.chosen, { names: local.files.map((one) => one.name).join(", ") })) : null,
    h("div", { class: "rt-choices" }, button("make", say.make, make, "rt-choice rt-report-make"), button("clear", say.clear, clear, "rt-choice")),
    h("p", { class: "rt-kept-line", tabindex: "-1", "data-key": "said" }, local.said || ""),
    h("div", { role: "group", "aria-label": say.downloads }, downloads, h("p", { class: "rt-small-print" }, say.share_note)),
    h("div", { class: view.is_example ? "rt-report rt-report-example" : "rt-report" }, view.parts.map((one, number) => part(ui, one, number))),
    view.not_counted.length ? h("details", null, h("summary", { "data-key": "not-counted" }, say.not_counted),
      h("p", { class: "rt-small-print" }, say.not_counted_note), h("ul", { class: "rt-report-files" }, view.not_counted.map((line) => h("li", null, line)))) : null,
  ];
}

export default { render({ model, el }) { return mount(model, el, classReport); } };
