// Gradebook: the teacher's list, for which platform, what was set, and a button; Python hands over the file.

function gradebookColumn(ui) {
  const { view, words, local } = ui;
  const say = words.gradebook_column;
  if (view.said && view.answers !== local.last) { local.last = view.answers; local.said = view.said; } // a piece says nothing
  const file = h("input", { type: "file", accept: ".csv,.txt", id: `${ui.id}-file`, "data-key": "file", onchange: (event) => { local.file = event.target.files[0]; ui.redraw("file"); } });
  const select = (name, label, choices) => {
    local[name] = local[name] || choices[0].code;
    return h("p", { class: "rt-report-field" }, h("label", { class: "rt-label", for: `${ui.id}-${name}` }, label),
      h("select", { id: `${ui.id}-${name}`, "data-key": name, onchange: (event) => { local[name] = event.target.value; } },
        choices.map(({ code, label: text }) => h("option", { value: code, selected: code === local[name] }, text))));
  };
  const make = async () => {
    await sendFiles(ui, local.file ? [local.file] : []);
    ui.focusAfterAnswer = "said";
    ui.send({ type: "make", format: local.format, what: local.what }, false, PATIENT);
  };
  return [
    h("p", null, say.how),
    h("p", { class: "rt-report-field" }, h("label", { class: "rt-label", for: `${ui.id}-file` }, say.roster), withFiles(file, local.file ? [local.file] : [])),
    select("format", say.format, view.formats),
    select("what", say.what, view.work),
    h("p", null, button("make", say.make, make, "rt-choice")),
    h("p", { class: "rt-kept-line", tabindex: "-1", "data-key": "said" }, local.said || ""),
    h("p", { class: "rt-small-print" }, say.note),
  ];
}

export default { render({ model, el }) { return mount(model, el, gradebookColumn); } };
