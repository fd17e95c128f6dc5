// Gradebook: the teacher's list, for which platform, what was set; first what will change, then the file.

function gradebookColumn(ui) {
  const { view, words, local } = ui;
  const say = words.gradebook_column;
  if (view.said && view.answers !== local.last) { local.last = view.answers; local.said = view.said; } // a piece says nothing
  const arrived = JSON.stringify(view.work.map(({ code, learners, chosen }) => [code, learners, chosen]));
  if (local.arrived !== arrived) { // the class handed in something else
    if (local.arrived) local.said = "";
    local.arrived = arrived;
    local.what = new Set(view.work.filter((one) => one.chosen).map((one) => one.code));
  }
  const file = h("input", { type: "file", accept: ".csv,.tsv,.txt,.xlsx", id: `${ui.id}-file`, "data-key": "file", onchange: (event) => { local.file = event.target.files[0]; ui.redraw("file"); } });
  local.format = local.format || view.formats[0].code;
  const format = h("select", { id: `${ui.id}-format`, "data-key": "format", onchange: (event) => { local.format = event.target.value; } },
    view.formats.map(({ code, label }) => h("option", { value: code, selected: code === local.format }, label)));
  const tick = (key, label, checked, onchange) => h("label", { class: "rt-report-tick" }, h("input", { type: "checkbox", "data-key": key, checked, onchange }), " ", label);
  const work = view.work.map(({ code, label, learners }) => tick(`what-${code}`, learners ? fill(say.by, { label, learners }) : label, local.what.has(code),
    (event) => { if (event.target.checked) local.what.add(code); else local.what.delete(code); }));
  const group = (...ticks) => h("div", { class: "rt-report-ticks" }, ticks);
  const first = view.work.filter((one) => one.learners).length;
  const make = async () => {
    await sendFiles(ui, local.file ? [local.file] : []);
    ui.focusAfterAnswer = "said";
    ui.send({ type: "make", format: local.format, what: [...local.what], overwrite: local.overwrite === true }, false, PATIENT);
  };
  const get = () => { ui.focusAfterAnswer = "said"; ui.send({ type: "download" }, false, PATIENT); };
  return [
    h("p", null, say.how),
    h("p", { class: "rt-report-field" }, h("label", { class: "rt-label", for: `${ui.id}-file` }, say.roster), withFiles(file, local.file ? [local.file] : [])),
    h("p", { class: "rt-report-field" }, h("label", { class: "rt-label", for: `${ui.id}-format` }, say.format), format),
    h("fieldset", { class: "rt-report-work" }, h("legend", { class: "rt-label" }, say.what),
      first ? group(work.slice(0, first)) : null,
      first < work.length ? (first ? h("details", null, h("summary", { "data-key": "other-work" }, say.other_work), group(work.slice(first))) : group(work)) : null),
    h("p", null, tick("overwrite", say.overwrite, local.overwrite, (event) => { local.overwrite = event.target.checked; })),
    h("p", null, button("make", say.make, make, "rt-choice")),
    h("p", { class: "rt-kept-line", tabindex: "-1", "data-key": "said" }, local.said || ""),
    view.lists.map(({ heading, lines }, number) => h("div", null, h("p", null, h("strong", null, heading)),
      lines.length ? h("ul", { class: "rt-report-files", "data-key": `list-${number}` }, lines.map((line) => h("li", null, line))) : null)),
    view.file ? h("p", null, button("download", fill(say.download, { name: view.file }), get, "rt-choice")) : null,
    h("p", { class: "rt-small-print" }, say.note),
  ];
}

export default { render({ model, el }) { return mount(model, el, gradebookColumn); } };
