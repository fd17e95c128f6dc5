// Fair rewrite: the learner writes; Python compares words after a pause, and saves on "Check" or when the box is left.

const PAUSE = 900; // milliseconds without a key until what is written is looked at

function rewrite(ui) {
  const { view, words, local } = ui;
  const say = words.rewrite;
  const length = (text) => fill(say.length, { length: [...text].length, longest: view.longest });
  if (!local.box) {
    // One box for good: a new one at each answer would lose the undo history and what is being composed.
    local.length = h("p", { class: "rt-small-print", id: `${ui.id}-length` });
    local.box = h("textarea", {
      class: "rt-writing",
      "data-key": "box",
      rows: "4",
      maxlength: view.longest,
      spellcheck: "true",
      "aria-label": say.yours,
      "aria-describedby": local.length.id,
    });
    local.box.value = view.text;
    let timer = 0;
    const send = (type) => {
      clearTimeout(timer);
      ui.send({ type, text: local.box.value });
    };
    local.check = () => {
      local.checked = local.box.value;
      send("check");
    };
    local.box.addEventListener("input", (event) => {
      local.touched = true;
      local.length.textContent = length(local.box.value);
      clearTimeout(timer);
      if (!event.isComposing) timer = setTimeout(() => send("look"), PAUSE);
    });
    // A redraw takes the focus and gives it back at once: only who has really left has finished.
    local.box.addEventListener("blur", () =>
      setTimeout(() => {
        if (document.activeElement !== local.box && local.touched && local.box.value !== local.checked) local.check();
      }),
    );
    local.box.addEventListener("compositionstart", () => local.box.setAttribute("data-hold", ""));
    local.box.addEventListener("compositionend", () => {
      local.box.removeAttribute("data-hold");
      timer = setTimeout(() => send("look"), PAUSE);
    });
  }
  if (!local.touched) local.box.value = view.text;
  local.length.textContent = length(local.box.value);
  const found = view.found.map(({ label, lines }) => [
    h("p", { class: "rt-label" }, label),
    h(
      "ul",
      null,
      lines.map((line) => h("li", null, line)),
    ),
  ]);
  return [
    h("p", null, say.how),
    quoteBox({ where: view.where, before: view.caption, exact: "", after: "" }, say.printed),
    h("p", { class: "rt-label" }, say.yours),
    local.box,
    local.length,
    h("button", { type: "button", class: "rt-choice", "data-key": "check", onclick: local.check }, say.check),
    found.length ? h("div", { class: "rt-result" }, found, h("p", { class: "rt-small-print" }, say.limits)) : null,
    h(
      "p",
      null,
      h(
        "button",
        {
          type: "button",
          class: "rt-small",
          "data-key": "model",
          "aria-expanded": String(Boolean(local.model)),
          onclick: () => {
            local.model = !local.model;
            ui.redraw();
          },
        },
        local.model ? say.hide_model : say.show_model,
      ),
    ),
    local.model ? quoteBox({ where: view.where, before: view.model, exact: "", after: "" }, say.model) : null,
  ];
}

export default {
  render({ model, el }) {
    return mount(model, el, rewrite);
  },
};
