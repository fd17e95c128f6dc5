// First look: tap two of three lines. The reply comes at once, and all of it stays in this page: nothing is sent.

/**
 * @typedef {{ pair: number[], feedback: Feedback }} Reply
 * @typedef {{ lines: string[], replies: Reply[] }} View
 * @typedef {{ chosen: number[] }} Local places of the lines, at most two
 */

/** @param {Ui<View, Local>} ui */
function firstLook(ui) {
  const { view, words, local } = ui;
  const say = words.first_look;
  const replyNow = () => view.replies.find(({ pair }) => pair.every((place) => local.chosen.includes(place)));
  const tap = (/** @type {number} */ place) => {
    const others = local.chosen.filter((one) => one !== place);
    const full = local.chosen.length > 1;
    if (full) local.chosen = [place];
    else local.chosen = others.length < local.chosen.length ? others : [...others, place];
    const now = replyNow();
    ui.redraw(now ? "feedback" : `line-${place}`);
    ui.say(now ? `${now.feedback.heading} ${now.feedback.line}` : say.one_more);
  };
  const lines = view.lines.map((text, place) => {
    const pressed = { "aria-pressed": String(local.chosen.includes(place)) };
    return h(
      "li",
      null,
      button(`line-${place}`, text, () => tap(place), "rt-choice rt-line", pressed),
    );
  });
  const reply = replyNow();
  const id = `${ui.id}-ask`;
  const all = h("ul", { class: "rt-lines", "aria-labelledby": id }, lines);
  oneTabStop(all, "button", ui, "lines");
  return [
    h("p", { id, class: "rt-topic" }, say.ask),
    all,
    reply ? focusBox("feedback", feedbackBox(ui, reply.feedback)) : null,
  ];
}

export default widget(firstLook, () => /** @type {Local} */ ({ chosen: [] }));
