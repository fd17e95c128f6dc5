// Form: a story, its record, and one card at a time; one tap, no feedback. In review the same cards with answers.

function storyPanel(say, story) {
  const block = ({ kind, text }) => {
    if (kind === "heading") return h("p", { class: "rt-topic", role: "heading", "aria-level": "4" }, text);
    return kind === "caption" ? h("p", { class: "rt-picture" }, h("span", { class: "rt-tag" }, say.caption), " ", text) : h("p", null, text);
  };
  return h("div", { class: "rt-story", tabindex: "0", role: "region", "aria-label": say.story, "data-scroll": "story", "data-key": "story" }, story.blocks.map(block), h("p", { class: "rt-box" }, h("strong", null, `${say.box}: `), story.box));
}

function resultCode(ui, say, code) {
  const field = h("input", { type: "text", readonly: true, value: code, "aria-label": say.code_label, "data-key": "code", class: "rt-code", size: code.length, onclick: () => field.select() });
  const copy = () => {
    field.select();
    const copied = () => ui.say(say.copied, true);
    if (navigator.clipboard) navigator.clipboard.writeText(code).then(copied, () => {}); else if (document.execCommand("copy")) copied();
  };
  return h("div", { class: "rt-question" }, h("p", { class: "rt-label" }, say.code_label), field, " ",
    h("button", { type: "button", class: "rt-small", "data-key": "copy", onclick: copy }, say.copy), h("p", { class: "rt-small-print" }, say.code_note));
}

function form(ui) {
  const { view, words, local } = ui;
  const say = words.form;
  if (view.locked) return [h("p", null, say.locked)];
  const cards = view.cards;
  const next = () => cards.findIndex((card) => !card.said);
  if (local.index === undefined) local.index = view.review ? 0 : Math.max(next(), 0);
  if (local.sent && cards[local.index].id === local.sent && cards[local.index].said) {
    local.sent = null;
    if (next() >= 0) local.index = next();
  }
  const card = cards[local.index];
  const done = next() < 0;
  const progress = (index) => fill(say.progress, { number: index + 1, count: cards.length });
  const go = (index) => { local.index = index; ui.redraw("card"); ui.say(progress(index)); };
  const answer = (sureness) => {
    local.sent = card.id;
    ui.focusAfterAnswer = "card";
    ui.send({ type: "answer", item: card.id, sureness });
  };
  const labels = words.sureness_button[card.kind];
  const newStory = local.index === 0 || cards[local.index - 1].story !== card.story;
  return [
    view.intro ? h("p", null, view.intro) : null,
    !view.review && done ? h("p", { class: "rt-kept-line" }, h("strong", null, fill(say.done, { count: cards.length }))) : null,
    view.code ? resultCode(ui, say, view.code) : null,
    storyPanel(say, view.stories[card.story]),
    h("p", { class: "rt-progress" }, progress(local.index), view.review ? "" : ` · ${fill(say.tally, { answered: cards.filter((one) => one.said).length, count: cards.length })}`),
    h("p", { class: "rt-topic", tabindex: "-1", "data-key": "card", "data-new-story": newStory }, fill(say.topic, { topic: card.topic })),
    h("div", { class: "rt-pair" }, card.quotes.map((quote, i) => quoteBox(quote, card.kind === "pair" ? [say.first, say.second][i] : ""))),
    view.review && card.said ? h("p", null, fill(say.you_said, { answer: card.said })) : null,
    card.feedback ? feedbackBox(ui, { ...card.feedback, quotes: [] }) : null,
    card.decided_by ? h("p", { class: "rt-box" }, h("strong", null, `${say.decided_by}: `), `“${card.decided_by}”`) : null,
    view.review ? null : card.said ? h("p", { class: "rt-kept-line" }, fill(say.kept, { answer: card.said }))
      : choiceGroup(ui, `sure-${card.id}`, card.prompt, Object.entries(labels).map(([code, label]) => ({ code, label })), null, answer, "rt-scale"),
    pager(ui, local.index, cards.length, say, go),
  ].filter(Boolean);
}

export default { render({ model, el }) { return mount(model, el, form); } };
