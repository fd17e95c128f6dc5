// Slips: a number of learners, and a button; Python draws the slips and hands over a page to print.

/**
 * @typedef {{ usual: number }} View
 * @typedef {{ said: string, count: string | undefined }} Local
 */

/** @param {Ui<View, Local>} ui */
function slips(ui) {
  const { view, words, local } = ui;
  const say = words.slips;
  if (view.answers) local.said = view.said ?? "";
  const make = () => ui.send({ type: "make", count: count.value.trim() }, false);
  const count = h("input", {
    type: "text",
    inputmode: "numeric",
    id: `${ui.id}-count`,
    "data-key": "count",
    maxlength: 4,
    size: 5,
    class: "rt-code",
    value: local.count ?? view.usual,
    autocomplete: "off",
    oninput: () => {
      local.count = count.value;
    },
    onkeydown: onEnter(make),
  });
  const label = h("label", { for: count.id }, say.count);
  return [
    h("p", null, say.how),
    h("p", { class: "rt-row" }, label, " ", count, " ", button("make", say.make, make, "rt-choice")),
    local.said ? h("p", { class: "rt-kept-line" }, local.said) : null,
  ];
}

/** @type {() => Local} */
const begin = () => ({ said: "", count: undefined });

export default widget(slips, begin);
