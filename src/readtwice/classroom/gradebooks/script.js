// Gradebook: the teacher's list, for which platform, what was set; first what will change, then the file.

/**
 * @typedef {{ code: string, label: string, learners: number, chosen: boolean }} Work
 * @typedef {object} View
 * @property {Choice[]} formats
 * @property {Work[]} work
 * @property {string} file
 * @property {{ heading: string, lines: string[] }[]} lists
 * @typedef {object} Local
 * @property {string} said
 * @property {string} arrived what the class has handed in
 * @property {Set<string>} what
 * @property {File | undefined} file
 * @property {string} format
 * @property {boolean} overwrite
 */

/** @param {View} view */
function arrivedIn({ work }) {
  return JSON.stringify(work.map(({ code, learners, chosen }) => [code, learners, chosen]));
}

/** @param {View} view */
function chosenIn({ work }) {
  return new Set(work.filter((one) => one.chosen).map((one) => one.code));
}

/** @param {string} key @param {string} label @param {boolean} checked @param {(on: boolean) => void} set */
function tick(key, label, checked, set) {
  const box = h("input", { type: "checkbox", "data-key": key, checked, onchange: () => set(box.checked) });
  return h("label", { class: "rt-report-tick" }, box, " ", label);
}

/** The sets of work, those that somebody handed in above. @param {Ui<View, Local>} ui */
function whatWasSet(ui) {
  const { view, words, local } = ui;
  const say = words.gradebook_column;
  const ticks = view.work.map(({ code, label, learners }) =>
    tick(`what-${code}`, learners ? fill(say.by, { label, learners }) : label, local.what.has(code), (on) => {
      if (on) local.what.add(code);
      else local.what.delete(code);
    }),
  );
  const group = (/** @type {Child[]} */ some) => (some.length ? h("div", { class: "rt-report-ticks" }, some) : null);
  const first = view.work.filter((one) => one.learners).length;
  const others = group(ticks.slice(first));
  const folded = () => h("details", null, h("summary", { "data-key": "other-work" }, say.other_work), others);
  return h(
    "fieldset",
    { class: "rt-report-work" },
    h("legend", { class: "rt-label" }, say.what),
    group(ticks.slice(0, first)),
    first && others ? folded() : others,
  );
}

/** @param {Ui<View, Local>} ui */
function gradebookColumn(ui) {
  const { view, words, local } = ui;
  const say = words.gradebook_column;
  keepSaid(ui);
  if (local.arrived !== arrivedIn(view)) {
    // The class handed in something else.
    Object.assign(local, { said: "", arrived: arrivedIn(view), what: chosenIn(view) });
  }
  const file = h("input", {
    type: "file",
    accept: ".csv,.tsv,.txt,.xlsx",
    id: `${ui.id}-file`,
    "data-key": "file",
    onchange: () => {
      local.file = file.files?.[0];
      ui.redraw("file");
    },
  });
  const format = h(
    "select",
    {
      id: `${ui.id}-format`,
      "data-key": "format",
      onchange: () => {
        local.format = format.value;
      },
    },
    view.formats.map(({ code, label }) => h("option", { value: code, selected: code === local.format }, label)),
  );
  const files = local.file ? [local.file] : [];
  const make = async () => {
    await sendFiles(ui, files);
    ui.focusAfterAnswer = "said";
    const { format: platform, what, overwrite } = local;
    ui.send({ type: "make", format: platform, what: [...what], overwrite }, false, PATIENT);
  };
  const get = () => {
    ui.focusAfterAnswer = "said";
    ui.send({ type: "download" }, false, PATIENT);
  };
  const field = (/** @type {string} */ label, /** @type {HTMLElement} */ box) =>
    h("p", { class: "rt-report-field" }, h("label", { class: "rt-label", for: box.id }, label), box);
  const lists = view.lists.map(({ heading, lines }, number) => {
    const cells = lines.map((line) => h("li", null, line));
    const all = h("ul", { class: "rt-report-files", "data-key": `list-${number}` }, cells);
    return h("div", null, h("p", null, h("strong", null, heading)), lines.length ? all : null);
  });
  const overwrite = tick("overwrite", say.overwrite, local.overwrite, (on) => {
    local.overwrite = on;
  });
  return [
    h("p", null, say.how),
    field(say.roster, withFiles(file, files)),
    field(say.format, format),
    whatWasSet(ui),
    h("p", null, overwrite),
    h("p", null, button("make", say.make, make, "rt-choice")),
    h("p", { class: "rt-kept-line", tabindex: "-1", "data-key": "said" }, local.said),
    lists,
    view.file ? h("p", null, button("download", fill(say.download, { name: view.file }), get, "rt-choice")) : null,
    h("p", { class: "rt-small-print" }, say.note),
  ];
}

/** @type {(view: View) => Local} */
const begin = (view) => ({
  said: "",
  arrived: arrivedIn(view),
  what: chosenIn(view),
  file: undefined,
  format: view.formats[0].code,
  overwrite: false,
});

export default widget(gradebookColumn, begin);
