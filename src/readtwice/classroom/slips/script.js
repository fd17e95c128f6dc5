// Slips: a number of learners, and a button; Python draws the slips and hands over a page to print.

function slips(ui) {
  const { view, words, local } = ui;
  const say = words.slips;
  if (view.answers) local.said = view.said;
  const count = h("input", { type: "text", inputmode: "numeric", id: `${ui.id}-count`, "data-key": "count", maxlength: 4, size: 5, class: "rt-code", value: local.count ?? view.usual, autocomplete: "off",
    oninput: (event) => { local.count = event.target.value; } });
  const make = () => ui.send({ type: "make", count: count.value.trim() }, false);
  count.addEventListener("keydown", (event) => { if (event.key === "Enter") make(); });
  return [
    h("p", null, say.how),
    h("p", { class: "rt-row" }, h("label", { for: `${ui.id}-count` }, say.count), " ", count, " ",
      button("make", say.make, make, "rt-choice")),
    local.said ? h("p", { class: "rt-kept-line" }, local.said) : null,
  ];
}

export default { render({ model, el }) { return mount(model, el, slips); } };
