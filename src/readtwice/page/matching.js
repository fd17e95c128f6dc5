// Matching: one card at a time; it is sent to be marked as soon as each of its short questions has an answer.

/**
 * @typedef {object} Card
 * @property {string} id
 * @property {string} asks
 * @property {Quote | null} original
 * @property {Quote} quote
 * @property {string} record
 * @property {{ name: string, label: string, choices: Choice[], chosen: string }[]} parts
 * @property {Feedback | null} feedback
 * @typedef {{ how: string, cards: Card[] }} View
 * @typedef {{ [part: string]: string }} Chosen
 * @typedef {{ index: number, chosen: { [card: string]: Chosen } }} Local
 */

/** @param {Ui<View, Local>} ui */
function matching(ui) {
  const { view, words, local } = ui;
  const say = words.matching;
  const { cards } = view;
  const count = cards.length;
  const answered = cards.filter((one) => one.feedback).length;
  const progress = (/** @type {number} */ index) => fill(say.progress, { number: index + 1, count, answered });
  const place = deck(ui, count, words.judge, progress);
  const card = cards[place.index];
  /** @type {Chosen} */
  const chosen = { ...Object.fromEntries(card.parts.map((one) => [one.name, one.chosen])), ...local.chosen[card.id] };
  const choose = (/** @type {string} */ name, /** @type {string} */ code) => {
    const now = { ...chosen, [name]: code };
    local.chosen[card.id] = now;
    if (card.parts.every((part) => now[part.name])) ui.send({ type: "answer", card: card.id, answer: now });
    else ui.redraw();
  };
  return [
    h("p", null, view.how),
    count > 1 ? h("p", { class: "rt-progress" }, place.progress) : null,
    h(
      "div",
      { tabindex: "-1", "data-key": "card", class: "rt-focus" },
      card.original ? quoteBox(card.original, say.source) : null,
      quoteBox(card.quote, card.original ? say.article : ""),
      recordBox(ui, card.record),
      card.asks ? h("p", null, card.asks) : null,
    ),
    card.parts.map(({ name, label, choices }) =>
      choiceGroup(ui, `${card.id}-${name}`, label, choices, chosen[name], (code) => choose(name, code)),
    ),
    card.feedback ? h("div", { "data-key": "feedback" }, feedbackBox(ui, card.feedback)) : null,
    place.pager,
  ];
}

/** @type {(view: View) => Local} */
const begin = (view) => ({ index: firstOpen(view.cards), chosen: {} });

export default widget(matching, begin);
