// Fair-comparison lab: toggles pick a cell that Python computed; bars, a sentence and the working redraw at once.

const COLOURS = ["first", "second", "third", "fourth"].map((name) => `var(--rt-${name})`); // of the sides, in the charts' order
const BAR = 20; // pixels: a bar's height
const ROW = 56; // pixels: that of a bar with its label above it

/**
 * @typedef {{ [toggle: string]: string }} Chosen
 * @typedef {object} Side
 * @property {string} text
 * @property {number} length shares of the longest
 * @property {number} high
 * @property {boolean} hollow
 * @property {number[]} working
 * @typedef {object} Cell
 * @property {Chosen} by
 * @property {Side[]} sides
 * @property {string} sentence
 * @property {string} claim
 * @property {boolean} graded
 * @property {string[]} doubts
 * @typedef {object} View
 * @property {Cell[]} cells
 * @property {string[]} lines
 * @property {Quote} claim
 * @property {{ id: string, label: string, choices: Choice[] }[]} toggles
 * @property {string[]} sides
 * @property {{ caption: string, header: string[], rows: string[][] }} table
 * @property {Choice[]} fair
 * @property {{ to: string, by: Chosen, line: string } | null} kept
 * @typedef {{ by: Chosen, grid: boolean }} Local
 */

/** What the sides of a cell come to, in words. @param {View} view @param {Cell} cell */
function toldOf(view, cell) {
  return cell.sides.map((side, i) => `${view.sides[i]}: ${side.text}.`);
}

/**
 * Bars from zero, each under its label and number. Hollow: reported only, or no more than a ceiling or a range.
 *
 * @param {Ui<View, Local>} ui
 * @param {Cell} cell
 */
function bars(ui, cell) {
  const { view, words } = ui;
  const title = `${ui.id}-chart`;
  const told = `${ui.id}-told`;
  const rows = cell.sides.flatMap((side, i) => {
    const y = i * ROW + 24;
    const part = (/** @type {number} */ from, /** @type {number} */ to, /** @type {boolean} */ hollow) =>
      svg("rect", {
        x: `${from * 100}%`,
        y,
        width: `${(to - from) * 100}%`,
        height: BAR,
        fill: hollow ? "none" : COLOURS[i],
        stroke: COLOURS[i],
        "stroke-width": 2,
        "stroke-dasharray": hollow ? "5 3" : null,
      });
    const label = svg("tspan", { "font-weight": 600 }, view.sides[i]);
    return [
      svg("text", { x: 0, y: y - 7 }, label, `: ${side.text}`),
      part(0, side.length, side.hollow),
      ...(side.high > side.length ? [part(side.length, side.high, true)] : []),
    ];
  });
  const height = cell.sides.length * ROW;
  return svg(
    "svg",
    { class: "rt-bars", width: "100%", height, role: "img", "aria-labelledby": `${title} ${told}` },
    svg("title", { id: title }, fill(words.comparison.chart, { title: view.name })),
    svg("desc", { id: told }, toldOf(view, cell).join(" ")),
    ...rows,
  );
}

/** @param {Ui<View, Local>} ui @param {number} current */
function wholeGrid(ui, current) {
  const { table } = ui.view;
  const say = ui.words.comparison;
  const rows = table.rows.map(([name, ...cells], i) => {
    const here = i === current ? h("span", { class: "rt-here" }, `${say.here} `) : null;
    const values = cells.map((cell) => h("td", null, cell));
    return h("tr", { "aria-current": here ? "true" : null }, h("th", { scope: "row" }, here, name), values);
  });
  const header = table.header.map((name) => h("th", { scope: "col" }, name));
  return h(
    "div",
    {
      class: "rt-grid",
      role: "region",
      tabindex: "0",
      "aria-label": table.caption,
      "data-scroll": "grid",
      id: `${ui.id}-grid`,
    },
    h(
      "table",
      null,
      h("caption", null, table.caption),
      h("thead", null, h("tr", null, header)),
      h("tbody", null, rows),
    ),
  );
}

/** What a cell says: bars or numbers, a sentence, doubts, the working. @param {Ui<View, Local>} ui @param {Cell} cell */
function result(ui, cell) {
  const { view, words } = ui;
  const say = words.comparison;
  const numbers = () =>
    terms(
      cell.sides.map((side, i) => [view.sides[i], side.text]),
      "rt-numbers",
    );
  const working = cell.sides.map((side, i) => [
    h("p", { class: "rt-label" }, view.sides[i]),
    list(side.working.map((line) => view.lines[line])),
  ]);
  const reported = () => h("p", null, h("strong", null, `${say.reported}.`));
  const sides = () => (cell.sides.some((side) => side.length) ? bars(ui, cell) : numbers());
  return h(
    "div",
    { class: "rt-result" },
    cell.sides.length ? sides() : null,
    h("p", { class: "rt-said" }, cell.sentence),
    cell.claim ? h("p", null, cell.claim) : null,
    cell.graded ? null : h("div", { class: "rt-note" }, reported(), list(cell.doubts)),
    cell.sides.length ? foldOut(ui, "working", say.working, working) : null,
  );
}

/** @param {Ui<View, Local>} ui */
function comparison(ui) {
  const { view, words, local } = ui;
  const say = words.comparison;
  const place = () =>
    view.cells.findIndex((one) => view.toggles.every(({ id }) => !one.by[id] || one.by[id] === local.by[id]));
  const cell = view.cells[place()];
  const choose = (/** @type {string} */ id, /** @type {string} */ code) => {
    local.by = { ...local.by, [id]: code };
    ui.redraw();
    const now = view.cells[place()];
    const spoken = [...toldOf(view, now), now.sentence, now.claim, now.graded ? "" : `${say.reported}.`];
    ui.say(spoken.filter(Boolean).join(" "));
  };
  const toggles = view.toggles.map(({ id, label, choices }) => {
    const group = choiceGroup(ui, id, label, choices, local.by[id], (code) => choose(id, code));
    if (!cell.by[id]) group.append(h("p", { class: "rt-small-print" }, say.no_difference));
    return group;
  });
  const flip = () => {
    local.grid = !local.grid;
    ui.redraw();
  };
  const expanded = { "aria-expanded": String(local.grid) };
  const talk = (/** @type {string} */ to) => ui.send({ type: "talk", to, by: local.by });
  return [
    h("p", { class: "rt-label" }, say.claim),
    quoteBox(view.claim),
    h("p", null, say.how),
    h("div", { class: "rt-toggles" }, toggles),
    result(ui, cell),
    button("grid", local.grid ? say.hide : say.show, flip, "rt-small", expanded),
    local.grid ? wholeGrid(ui, place()) : null,
    choiceGroup(ui, "fair", say.ask, view.fair, view.kept?.to, talk),
    view.kept ? h("p", { class: "rt-kept-line" }, view.kept.line) : null,
  ];
}

export default widget(comparison, (/** @type {View} */ view) => ({
  by: Object.fromEntries(view.toggles.map((toggle) => [toggle.id, toggle.choices[0].code])),
  grid: false,
}));
