// Order: each line has its buttons; Alt with an arrow moves it too, and so does dragging. Dates show once all is right.

/**
 * @typedef {object} View
 * @property {{ id: string, line: string, clue: string }[]} events
 * @property {string[]} order
 * @property {string[]} wrong
 * @property {{ [id: string]: { day: string, source: string } }} dates
 * @property {string} heading
 * @property {boolean} may_show
 * @typedef {object} Local
 * @property {string[]} order
 * @property {string | undefined} seen the answer that the order is from
 * @property {boolean} moved
 * @property {string | null} drag
 */

/** @param {Ui<View, Local>} ui */
function order(ui) {
  const { view, words, local } = ui;
  const say = words.order;
  if (view.answers && local.seen !== view.answers) {
    local.order = [...view.order];
    local.seen = view.answers;
  }
  const check = () => {
    local.moved = false;
    ui.focusAfterAnswer = "result";
    ui.send({ type: "check", order: local.order });
  };
  const show = () => {
    ui.focusAfterAnswer = "result";
    ui.send({ type: "show" }, false);
  };
  const heading = local.moved ? "" : view.heading;
  return [
    h("p", null, say.how),
    h("p", { class: "rt-small-print" }, say.keys),
    h("p", { class: "rt-label" }, say.earliest),
    h(
      "ol",
      { class: "rt-cards" },
      local.order.map((id, index) => row(ui, id, index)),
    ),
    h("p", { class: "rt-label" }, say.latest),
    h(
      "div",
      { class: "rt-choices" },
      button("check", say.check, check, "rt-choice"),
      view.may_show && !local.moved ? button("show", say.show, show) : null,
    ),
    h("p", { class: "rt-heading rt-focus", tabindex: "-1", "data-key": "result" }, heading),
  ];
}

/** @param {Ui<View, Local>} ui @param {string} id @param {number} to @param {string} [key] what takes the focus */
function move(ui, id, to, key = `line-${id}`) {
  const { local, words } = ui;
  const count = local.order.length;
  const from = local.order.indexOf(id);
  const place = Math.min(Math.max(to, 0), count - 1);
  if (from < 0 || place === from) return;
  local.order.splice(from, 1);
  local.order.splice(place, 0, id);
  local.moved = true;
  ui.redraw(key);
  ui.say(fill(words.order.moved, { place: place + 1, count }));
}

/** One line with what moves it. @param {Ui<View, Local>} ui @param {string} id @param {number} index */
function row(ui, id, index) {
  const { view, words, local } = ui;
  const say = words.order;
  const { line, clue } = view.events.find((one) => one.id === id) ?? { line: "", clue: "" };
  const wrong = !local.moved && view.wrong.includes(id);
  const date = local.moved ? undefined : view.dates[id];
  const step = (/** @type {"up" | "down"} */ way, /** @type {number} */ to) => {
    const key = `${way}-${id}`;
    const ends = to < 0 || to >= local.order.length;
    const more = { "aria-disabled": String(ends), "aria-label": fill(say[`${way}_line`], { line }) };
    return button(key, say[way], () => move(ui, id, to, key), "rt-small", more);
  };
  /** @type {Properties<"li">} */
  const moves = {
    onkeydown: (event) => {
      const by = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
      if (!by) return;
      event.preventDefault();
      move(ui, id, index + by);
    },
    ondragstart: (event) => {
      local.drag = id;
      if (!event.dataTransfer) return;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", line);
    },
    ondragover: (event) => {
      if (local.drag) event.preventDefault();
    },
    ondrop: (event) => {
      event.preventDefault();
      event.stopPropagation();
      const dragged = local.drag;
      local.drag = null;
      if (dragged) move(ui, dragged, index);
    },
  };
  return h(
    "li",
    {
      class: wrong ? "rt-card rt-order rt-not_yet" : "rt-card rt-order",
      draggable: "true",
      tabindex: "0",
      "data-key": `line-${id}`,
      "aria-label": `${index + 1}. ${line} ${clue}`.trim(),
      ...moves,
    },
    h(
      "div",
      null,
      line,
      clue ? h("em", null, ` ${clue}`) : null,
      wrong ? h("strong", null, ` ${say.look_here}`) : null,
    ),
    date ? h("p", { class: "rt-kept-line" }, h("strong", null, date.day), ` · ${date.source}`) : null,
    h("div", { class: "rt-choices" }, step("up", index - 1), step("down", index + 1)),
  );
}

/** @type {(view: View) => Local} */
const begin = (view) => ({ order: [...view.order], seen: undefined, moved: false, drag: null });

export default widget(order, begin);
