// Fair-comparison lab: toggles pick a cell that Python computed; bars, a sentence and the working redraw at once.

const COLOURS = ["first", "second", "third", "fourth"].map((name) => `var(--rt-${name})`); // of the sides, in the charts' order
const BAR = 20,
  ROW = 56; // pixels: a bar's height, and that of a bar with its label above it

const SVG = ["http", "//www.w3.org/2000/svg"].join(":"); // the name of a vocabulary: nothing is fetched from there

function svg(tag, properties, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(properties)) if (value !== null) node.setAttribute(name, String(value));
  node.append(...children.flat());
  return node;
}

/** Bars from zero, each under its label and number. Hollow: reported only, or no more than a ceiling or a range. */
function bars(ui, cell) {
  const { view, words } = ui;
  const title = `${ui.id}-chart`,
    told = `${ui.id}-told`;
  const part = (colour, from, to, y, hollow) =>
    svg("rect", {
      x: `${from * 100}%`,
      y,
      width: `${(to - from) * 100}%`,
      height: BAR,
      fill: hollow ? "none" : colour,
      stroke: colour,
      "stroke-width": 2,
      "stroke-dasharray": hollow ? "5 3" : null,
    });
  const rows = cell.sides.flatMap((side, i) => {
    const y = i * ROW + 24,
      colour = COLOURS[i];
    return [
      svg("text", { x: 0, y: y - 7 }, svg("tspan", { "font-weight": 600 }, view.sides[i]), `: ${side.text}`),
      part(colour, 0, side.length, y, side.hollow),
      side.high > side.length ? part(colour, side.length, side.high, y, true) : [],
    ].flat();
  });
  const text = cell.sides.map((side, i) => `${view.sides[i]}: ${side.text}.`).join(" ");
  return svg(
    "svg",
    {
      class: "rt-bars",
      width: "100%",
      height: cell.sides.length * ROW,
      role: "img",
      "aria-labelledby": `${title} ${told}`,
    },
    svg("title", { id: title }, fill(words.comparison.chart, { title: view.name })),
    svg("desc", { id: told }, text),
    rows,
  );
}

function numbers(view, cell) {
  return h(
    "dl",
    { class: "rt-numbers" },
    cell.sides.map((side, i) => [h("dt", null, view.sides[i]), h("dd", null, side.text)]),
  );
}

function wholeGrid(ui, current) {
  const { table } = ui.view,
    say = ui.words.comparison;
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
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          table.header.map((name) => h("th", { scope: "col" }, name)),
        ),
      ),
      h(
        "tbody",
        null,
        table.rows.map((row, i) =>
          h(
            "tr",
            { "aria-current": i === current ? "true" : null },
            h("th", { scope: "row" }, i === current ? h("span", { class: "rt-here" }, `${say.here} `) : null, row[0]),
            row.slice(1).map((cell) => h("td", null, cell)),
          ),
        ),
      ),
    ),
  );
}

function comparison(ui) {
  const { view, words, local } = ui;
  const say = words.comparison;
  local.by = local.by || Object.fromEntries(view.toggles.map((toggle) => [toggle.id, toggle.choices[0].code]));
  const at = () =>
    view.cells.findIndex((one) => view.toggles.every(({ id }) => !one.by[id] || one.by[id] === local.by[id]));
  const cell = view.cells[at()];
  const spoken = (one) =>
    [
      ...one.sides.map((side, i) => `${view.sides[i]}: ${side.text}.`),
      one.sentence,
      one.claim,
      one.graded ? "" : `${say.reported}.`,
    ]
      .filter(Boolean)
      .join(" ");
  const choose = (id, code) => {
    local.by = { ...local.by, [id]: code };
    ui.redraw();
    ui.say(spoken(view.cells[at()]));
  };
  const toggles = view.toggles.map(({ id, label, choices }) => {
    const group = choiceGroup(ui, id, label, choices, local.by[id], (code) => choose(id, code));
    if (!cell.by[id]) group.append(h("p", { class: "rt-small-print" }, say.no_difference));
    return group;
  });
  const drawn = cell.sides.some((side) => side.length);
  const working = cell.sides.map((side, i) => [
    h("p", { class: "rt-label" }, view.sides[i]),
    h(
      "ul",
      null,
      side.working.map((line) => h("li", null, view.lines[line])),
    ),
  ]);
  return [
    h("p", { class: "rt-label" }, say.claim),
    quoteBox(view.claim, ""),
    h("p", null, say.how),
    h("div", { class: "rt-toggles" }, toggles),
    h(
      "div",
      { class: "rt-result" },
      drawn ? bars(ui, cell) : cell.sides.length ? numbers(view, cell) : null,
      h("p", { class: "rt-said" }, cell.sentence),
      cell.claim ? h("p", null, cell.claim) : null,
      cell.graded
        ? null
        : h(
            "div",
            { class: "rt-note" },
            h("p", null, h("strong", null, `${say.reported}.`)),
            h(
              "ul",
              null,
              cell.doubts.map((doubt) => h("li", null, doubt)),
            ),
          ),
      cell.sides.length
        ? h(
            "details",
            {
              open: Boolean(local.open),
              ontoggle: (event) => {
                local.open = event.target.open;
              },
            },
            h("summary", { "data-key": "working" }, say.working),
            working,
          )
        : null,
    ),
    h(
      "button",
      {
        type: "button",
        class: "rt-small",
        "data-key": "grid",
        "aria-expanded": String(Boolean(local.grid)),
        onclick: () => {
          local.grid = !local.grid;
          ui.redraw();
        },
      },
      local.grid ? say.hide : say.show,
    ),
    local.grid ? wholeGrid(ui, at()) : null,
    choiceGroup(ui, "fair", say.ask, view.fair, view.kept && view.kept.to, (to) =>
      ui.send({ type: "talk", to, by: local.by }),
    ),
    view.kept ? h("p", { class: "rt-kept-line" }, view.kept.line) : null,
  ].filter(Boolean);
}

export default {
  render({ model, el }) {
    return mount(model, el, comparison);
  },
};
