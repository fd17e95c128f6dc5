// Class report: paste or choose, one button, and the report below. Its parts come from Python and become text nodes.

/**
 * @typedef {{ text: string, faint: boolean, filled: number | null, more: string[] }} Cell
 * @typedef {{ kind: "heading", level: 1 | 2 | 3, text: string, folds: boolean }} Heading
 * @typedef {{ kind: "text", text: string, look: string }} Text
 * @typedef {{ kind: "lines", lines: { label: string, text: string }[] }} Lines
 * @typedef {{ kind: "table", title: string, columns: string[], rows: Cell[][], how: string[], look: string }} Table
 * @typedef {{ label: string, before: number | null, now: number, told: string }} Dots
 * @typedef {{ kind: "picture", title: string, rows: Dots[], legend: string[], description: string }} Picture
 * @typedef {{ kind: "large", title: string, story: string[], box_label: string, box: string[], quotes: string[],
 *   prompt: string, choices: string[], answer_label: string, answer: string[] }} Large
 * @typedef {Heading | Text | Lines | Table | Picture | Large} Part
 * @typedef {{ parts: Part[], is_example: boolean, how: string, not_counted: string[], kept: number }} View
 * @typedef {{ said: string, text: string, take?: (code: string) => void, files: File[],
 *   sorted: Record<string, number> }} Local
 */

/** @param {Ui<View, Local>} ui @param {Part} one @param {number} number */
function part(ui, one, number) {
  if (one.kind === "heading") {
    const tag = /** @type {"h3" | "h4" | "h5"} */ (`h${one.level + 2}`);
    return h(tag, { class: "rt-report-heading", tabindex: "-1", "data-key": number ? null : "report" }, one.text);
  }
  if (one.kind === "text") return h("p", { class: LOOKS[one.look] ?? "" }, one.text);
  if (one.kind === "table") {
    const shown = one.look ? h("div", { class: "rt-report-grid" }, table(sorted(ui, one), ui)) : table(one);
    return h("div", null, shown, howCounted(ui, one.how, number));
  }
  if (one.kind === "picture") return picture(one);
  if (one.kind === "large") return large(ui, one, number);
  const lines = one.lines.map(({ label, text }) => [h("strong", null, label), " ", text]);
  return list(lines, "rt-report-lines");
}

/** @type {Record<string, string>} */
const LOOKS = { note: "rt-box", headline: "rt-report-headline" };

/** All parts in order; what stands below a heading that folds is folded away. @param {Ui<View, Local>} ui */
function parts(ui) {
  /** @type {HTMLElement[]} */
  const found = [];
  /** @type {HTMLElement | null} */
  let fold = null;
  let level = 0;
  ui.view.parts.forEach((one, number) => {
    if (one.kind === "heading" && (!fold || one.level <= level)) {
      fold = null;
      level = one.level;
      if (one.folds) {
        fold = h("details", { class: "rt-report-fold" }, h("summary", { "data-key": `fold-${number}` }, one.text));
        found.push(fold);
        return;
      }
    }
    const shown = part(ui, one, number);
    if (fold) fold.append(shown);
    else found.push(shown);
  });
  return found;
}

/** The place of the chart, and what stands there until it is drawn. @param {Picture} one */
function picture({ title, description }) {
  return h("figure", { class: "rt-report-picture" }, h("figcaption", null, title), h("p", null, description));
}

/** @param {Ui<View, Local>} ui @param {Large} one @param {number} number */
function large(ui, one, number) {
  const project = (/** @type {MouseEvent & { currentTarget: HTMLElement }} */ { currentTarget }) => {
    goToProjector(currentTarget.closest(".jp-OutputArea") ?? document.body);
    ui.send({ type: "project" }, false, PATIENT);
  };
  const lines = (/** @type {string[]} */ texts) => texts.map((text) => h("p", null, text));
  const answer = h(
    "details",
    null,
    h("summary", { "data-key": `answer-${number}` }, one.answer_label),
    lines(one.answer),
  );
  const shown = h(
    "details",
    null,
    h("summary", { "data-key": `large-${number}` }, one.title),
    lines(one.story),
    one.box.length ? h("div", { class: "rt-box" }, h("strong", null, one.box_label), lines(one.box)) : null,
    one.quotes.map((text) => h("blockquote", null, text)),
    h("p", { class: "rt-topic" }, one.prompt),
    list(one.choices),
    answer,
  );
  const open = button(`project-${number}`, ui.words.class_report.project, project, "rt-choice");
  return h("div", { class: "rt-report-large" }, open, shown);
}

/** Once a new projector stands there, it has the focus. @param {Element} within */
function goToProjector(within) {
  const find = () => within.querySelector(".rt-projector [data-key='card']");
  const before = find();
  const watcher = new MutationObserver(() => {
    const now = find();
    if (!now || now === before) return;
    watcher.disconnect();
    setTimeout(() => /** @type {HTMLElement | null} */ (find())?.focus());
  });
  watcher.observe(within, { childList: true, subtree: true });
  setTimeout(() => watcher.disconnect(), PATIENT);
}

/** A grid in the order of the column that was chosen. @param {Ui<View, Local>} ui @param {Table} one @returns {Table} */
function sorted(ui, one) {
  const at = ui.local.sorted[one.title];
  if (at === undefined) return one;
  const key = (/** @type {Cell[]} */ row) => row[at].text;
  const rows = [...one.rows].sort((a, b) => key(a).localeCompare(key(b), undefined, { numeric: true }));
  return { ...one, rows };
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
 * @param {Ui<View, Local>} [ui] where it can be sorted by each column
 */
function table({ title, columns, rows }, ui) {
  const sort = (/** @type {string} */ name, /** @type {number} */ at) => {
    if (!ui) return name;
    const key = `sort-${title}-${at}`;
    const by = () => {
      ui.local.sorted[title] = at;
      ui.redraw(key);
    };
    return button(key, name, by, "rt-report-sort");
  };
  const heads = columns.map((name, at) => {
    const order = ui && ui.local.sorted[title] === at ? "ascending" : null;
    return h("th", { role: "columnheader", scope: "col", "aria-sort": order }, sort(name, at));
  });
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
  if (!local.take && local.text) local.said = say.by_link; // the page is new, and something stands in its box
  local.take = (code) => {
    const known = local.text.split("\n").some((line) => line.trim() === code);
    if (!known) local.text = [local.text.trimEnd(), code].filter(Boolean).join("\n");
    local.said = known ? say.by_link_known : say.by_link;
    ui.redraw("said");
  };
  const text = pasteBox(ui, "text", local.text, (now) => {
    local.text = now;
  });
  const make = async () => {
    local.said = say.reading;
    ui.redraw("make");
    broughtIsRead();
    await sendFiles(ui, local.files);
    ui.focusAfterAnswer = "said";
    ui.send({ type: "make", text: local.text }, false, PATIENT);
  };
  const clear = () => {
    Object.assign(local, { text: "", files: [] });
    broughtIsRead();
    ui.focusAfterAnswer = "text";
    ui.send({ type: "clear" }, false);
  };
  const keep = () => {
    Object.assign(local, { text: "", files: [] });
    broughtIsRead();
    ui.focusAfterAnswer = "said";
    ui.send({ type: "keep" }, false);
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
    field(say.files, say.files_note, filesField(ui)),
    local.files.length > 1 ? h("p", null, fill(say.chosen, { names })) : null,
    h(
      "div",
      { class: "rt-choices" },
      button("make", say.make, make, "rt-choice rt-report-make"),
      button("keep", say.keep, keep, "rt-choice"),
      button("clear", say.clear, clear, "rt-choice"),
    ),
    view.kept ? h("p", { class: "rt-small-print" }, fill(say.kept_classes, { count: view.kept })) : null,
    h("p", { class: "rt-kept-line", tabindex: "-1", "data-key": "said" }, local.said),
    h(
      "div",
      { role: "group", "aria-label": say.downloads },
      h("div", { class: "rt-choices" }, get("report"), get("share")),
      h("p", { class: "rt-small-print" }, say.share_note),
    ),
    h("div", { class: view.is_example ? "rt-report rt-report-example" : "rt-report" }, parts(ui)),
    view.not_counted.length ? h("details", null, notCounted()) : null,
  ];
}

export default {
  /** @param {{ model: Model, el: HTMLElement }} place */
  render({ model, el }) {
    /** @type {Local} What a link brought along stands in the box from the beginning. */
    const local = { said: "", text: broughtAlong(), files: [], sorted: {} };
    const stop = widget(classReport, () => local).render({ model, el });
    const unheard = whenBrought((code) => local.take?.(code));
    /** @type {HTMLElement[]} */
    let charts = [];
    // Each picture of a report is a chart; each drawing of the page leaves it where it was, as it is.
    const put = () => {
      for (const [i, place] of [...el.querySelectorAll(".rt-report-picture")].entries()) {
        if (charts[i] && charts[i].parentNode !== place) place.replaceChildren(charts[i]);
      }
    };
    const watcher = new MutationObserver(put);
    watcher.observe(el, { childList: true, subtree: true });
    const manager = model.widget_manager;
    const draw = async () => {
      charts = [];
      const names = model.get("pictures") ?? [];
      if (!manager || !names.length) return;
      try {
        const models = await Promise.all(
          names.map((/** @type {string} */ name) => manager.get_model(name.replace("IPY_MODEL_", ""))),
        );
        const views = await Promise.all(models.map((found) => manager.create_view(found)));
        if (names !== model.get("pictures")) return;
        charts = views.map((view) => view.el);
        put();
      } catch (why) {
        console.warn("Read Twice:", why);
      }
    };
    model.on("change:pictures", draw);
    draw();
    return () => {
      model.off("change:pictures", draw);
      watcher.disconnect();
      unheard();
      stop();
    };
  },
};
