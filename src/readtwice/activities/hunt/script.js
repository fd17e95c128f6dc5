// Hunt: find the partner of a sentence, or say that there is none. Never scored.

/**
 * @typedef {object} OneHunt
 * @property {string} id
 * @property {Quote} start
 * @property {Sentence[]} sentences
 * @property {string | null} choice
 * @property {Feedback | null} feedback
 * @typedef {{ hunts: OneHunt[] }} View
 * @typedef {{ index: number, choice: string | undefined }} Local
 */

/** @param {Ui<View, Local>} ui */
function hunt(ui) {
  const { view, words, local } = ui;
  const say = words.hunt;
  const place = deck(ui, view.hunts.length, say, say.progress, () => {
    local.choice = undefined;
  });
  const one = view.hunts[place.index];
  const chosen = local.choice ?? one.choice;
  const send = (/** @type {string} */ choice) => {
    local.choice = undefined;
    ui.focusAfterAnswer = "feedback";
    ui.send({ type: "hunt", hunt: one.id, choice });
  };
  const choose = (/** @type {string} */ id) => {
    local.choice = id;
    ui.redraw();
  };
  const check = () => {
    if (chosen && chosen !== "none") send(chosen);
    else ui.say(say.choose_first, true);
  };
  const none = { "aria-pressed": String(chosen === "none") };
  return [
    h("p", null, say.how),
    h("p", { class: "rt-topic", tabindex: "-1", "data-key": "card" }, place.progress),
    quoteBox(one.start, say.start),
    sentenceList(ui, `hunt-${one.id}`, say.text, one.sentences, chosen, choose),
    h(
      "div",
      { class: "rt-choices", role: "group", "aria-label": say.name },
      button("check", say.check, check, "rt-choice"),
      button("none", say.none, () => send("none"), "rt-choice", none),
    ),
    one.feedback && chosen === one.choice ? focusBox("feedback", feedbackBox(ui, one.feedback)) : null,
    place.pager,
  ];
}

export default widget(hunt, () => ({ index: 0, choice: undefined }));
