// Matching: one card at a time; it is sent to be marked as soon as each of its short questions has an answer.

function matching(ui) {
  const { view, words, local } = ui;
  const say = words.matching;
  const cards = view.cards;
  if (local.index === undefined) {
    const open = cards.findIndex((card) => !card.feedback);
    local.index = open < 0 ? 0 : open;
    local.chosen = {};
  }
  const card = cards[local.index];
  const chosen = {
    ...Object.fromEntries(card.parts.map((part) => [part.name, part.chosen])),
    ...local.chosen[card.id],
  };
  const progress = (index) =>
    fill(say.progress, {
      number: index + 1,
      count: cards.length,
      answered: cards.filter((one) => one.feedback).length,
    });
  const go = (index) => {
    local.index = index;
    ui.redraw("card");
    ui.say(progress(index));
  };
  const choose = (name, code) => {
    const now = { ...chosen, [name]: code };
    local.chosen[card.id] = now;
    if (card.parts.every((part) => now[part.name])) {
      ui.send({ type: "answer", card: card.id, answer: now });
      return;
    }
    ui.redraw();
  };
  return [
    h("p", null, view.how),
    cards.length > 1 ? h("p", { class: "rt-progress" }, progress(local.index)) : null,
    h(
      "div",
      { tabindex: "-1", "data-key": "card", class: "rt-focus" },
      card.original ? quoteBox(card.original, say.source) : null,
      quoteBox(card.quote, card.original ? say.article : ""),
      card.asks ? h("p", null, card.asks) : null,
    ),
    card.parts.map((part) =>
      choiceGroup(ui, `${card.id}-${part.name}`, part.label, part.choices, chosen[part.name], (code) =>
        choose(part.name, code),
      ),
    ),
    card.feedback ? h("div", { "data-key": "feedback" }, feedbackBox(ui, card.feedback)) : null,
    cards.length > 1 ? pager(ui, local.index, cards.length, words.judge, go) : null,
  ];
}

export default {
  render({ model, el }) {
    return mount(model, el, matching);
  },
};
