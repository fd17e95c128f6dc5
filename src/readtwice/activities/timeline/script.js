// Order: each line has its buttons; Alt with an arrow moves it too, and so does dragging. Dates show once all is right.

function order(ui) {
  const { view, words, local } = ui;
  const say = words.order;
  if (!local.order || (view.answers && local.seen !== view.answers)) {
    local.order = [...view.order];
    local.seen = view.answers;
  }
  const lines = Object.fromEntries(view.events.map((one) => [one.id, one.line]));
  const count = local.order.length;
  const move = (id, to, key) => {
    const from = local.order.indexOf(id);
    const place = Math.min(Math.max(to, 0), count - 1);
    if (from < 0 || place === from) return;
    local.order.splice(from, 1);
    local.order.splice(place, 0, id);
    local.moved = true;
    ui.redraw(key || `line-${id}`);
    ui.say(fill(say.moved, { place: place + 1, count }));
  };
  const rows = local.order.map((id, index) => {
    const wrong = !local.moved && view.wrong.includes(id);
    const row = h(
      "li",
      {
        class: wrong ? "rt-card rt-order rt-not_yet" : "rt-card rt-order",
        draggable: "true",
        tabindex: "0",
        "data-key": `line-${id}`,
        "aria-label": `${index + 1}. ${lines[id]}`,
      },
      h("div", null, lines[id], wrong ? h("strong", null, ` ${say.look_here}`) : null),
      view.dates[id] && !local.moved
        ? h("p", { class: "rt-kept-line" }, h("strong", null, view.dates[id].day), ` · ${view.dates[id].source}`)
        : null,
      h(
        "div",
        { class: "rt-choices" },
        h(
          "button",
          {
            type: "button",
            class: "rt-small",
            "data-key": `up-${id}`,
            "aria-disabled": String(index === 0),
            "aria-label": fill(say.up_line, { line: lines[id] }),
            onclick: () => move(id, index - 1, `up-${id}`),
          },
          say.up,
        ),
        h(
          "button",
          {
            type: "button",
            class: "rt-small",
            "data-key": `down-${id}`,
            "aria-disabled": String(index === count - 1),
            "aria-label": fill(say.down_line, { line: lines[id] }),
            onclick: () => move(id, index + 1, `down-${id}`),
          },
          say.down,
        ),
      ),
    );
    row.addEventListener("keydown", (event) => {
      const step = event.altKey && { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!step) return;
      event.preventDefault();
      move(id, index + step);
    });
    row.addEventListener("dragstart", (event) => {
      local.drag = id;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", lines[id]);
    });
    row.addEventListener("dragover", (event) => {
      if (local.drag) event.preventDefault();
    });
    row.addEventListener("drop", (event) => {
      event.preventDefault();
      event.stopPropagation();
      const dragged = local.drag;
      local.drag = null;
      if (dragged) move(dragged, index);
    });
    return row;
  });
  return [
    h("p", null, say.how),
    h("p", { class: "rt-small-print" }, say.keys),
    h("p", { class: "rt-label" }, say.earliest),
    h("ol", { class: "rt-cards" }, rows),
    h("p", { class: "rt-label" }, say.latest),
    h(
      "button",
      {
        type: "button",
        class: "rt-choice",
        "data-key": "check",
        onclick: () => {
          local.moved = false;
          ui.focusAfterAnswer = "result";
          ui.send({ type: "check", order: local.order });
        },
      },
      say.check,
    ),
    h("p", { class: "rt-heading rt-focus", tabindex: "-1", "data-key": "result" }, local.moved ? "" : view.heading),
  ];
}

export default {
  render({ model, el }) {
    return mount(model, el, order);
  },
};
