// Form: a story, its record, and one card at a time; one tap, no feedback. In review the same cards with answers.

const LONG = 8; // blocks; a longer text scrolls in a frame of its own, so that the question stays in sight

function storyPanel(say, story) {
  const block = ({ kind, text }) => {
    if (kind === "heading") return h("p", { class: "rt-topic", role: "heading", "aria-level": "3" }, text);
    return kind === "caption"
      ? h("p", { class: "rt-picture" }, h("span", { class: "rt-tag" }, say.caption), " ", text)
      : h("p", null, text);
  };
  const long = story.blocks.length > LONG;
  const text = h(
    "div",
    {
      class: `rt-story${long ? " rt-story-long" : ""}`,
      tabindex: "0",
      role: "group",
      "aria-label": say.story,
      "data-scroll": "story",
      "data-key": "story",
    },
    story.blocks.map(block),
  );
  const frame = long
    ? { tabindex: "0", role: "group", "aria-label": say.box, "data-scroll": "record", "data-key": "record" }
    : {};
  const record = h(
    "div",
    { class: "rt-box rt-record", ...frame },
    h("p", { class: "rt-label" }, say.box),
    h(
      "ul",
      null,
      story.box.map((line) => h("li", null, line)),
    ),
  );
  const below = long ? h("p", { class: "rt-small-print rt-where-narrow" }, say.scroll) : null;
  return {
    long,
    text: [text, long ? h("p", { class: "rt-small-print" }, say.scroll) : null],
    record: h("div", { class: "rt-beside-record" }, record, below),
  };
}

function form(ui) {
  const { view, words, local } = ui;
  const say = words.form;
  if (view.locked) return [h("p", null, view.locked)];
  const cards = view.cards;
  const next = () => cards.findIndex((card) => !card.said);
  const set = cards.map((one) => one.id).join();
  if (local.set !== set) Object.assign(local, { set, index: view.review ? 0 : Math.max(next(), 0) }); // other cards: another learner
  // A card that was open and is answered now, by a tap or by work brought back, makes room for the next open one.
  if (local.open === cards[local.index].id && cards[local.index].said && next() >= 0) local.index = next();
  const card = cards[local.index];
  local.open = card.said ? null : card.id;
  const done = next() < 0;
  const progress = (index) => fill(say.progress, { number: index + 1, count: cards.length });
  const go = (index) => {
    local.index = index;
    ui.redraw("card");
    ui.say(progress(index));
  };
  const answer = (sureness) => {
    const coming = cards.find((one) => !one.said && one.id !== card.id);
    ui.focusAfterAnswer = coming && coming.story !== card.story ? "story" : "card"; // a new story is read first
    ui.send({ type: "answer", item: card.id, sureness });
  };
  const labels = words.sureness_button[card.kind];
  const { long, text, record } = storyPanel(say, view.stories[card.story]);
  return [
    view.intro ? h("p", null, view.intro) : null,
    !view.review && done
      ? h("p", { class: "rt-kept-line" }, h("strong", null, fill(say.done, { count: cards.length })))
      : null,
    elsewhereBox(ui, view.elsewhere),
    view.code ? resultCode(ui, view.code) : null,
    view.surprises.length
      ? choiceGroup(
          ui,
          "surprise",
          say.surprises,
          view.surprises.map((place) => ({ code: place, label: fill(say.card, { number: place + 1 }) })),
          local.index,
          go,
        )
      : null,
    // Side by side where there is room: the text, its record and the question stay in sight together.
    h(
      "div",
      { class: `rt-beside${long ? " rt-beside-long" : ""}` },
      h("div", { class: "rt-beside-text" }, text),
      record,
      h(
        "div",
        { class: "rt-beside-card" },
        h(
          "p",
          { class: "rt-progress" },
          progress(local.index),
          view.review
            ? ""
            : ` · ${fill(say.tally, { answered: cards.filter((one) => one.said).length, count: cards.length })}`,
        ),
        h("p", { class: "rt-topic", tabindex: "-1", "data-key": "card" }, fill(say.topic, { topic: card.topic })),
        h(
          "div",
          { class: "rt-pair" },
          card.quotes.map((quote, i) => quoteBox(quote, card.kind === "pair" ? [say.first, say.second][i] : "")),
        ),
        view.review && card.said ? h("p", null, fill(say.you_said, { answer: card.said })) : null,
        card.feedback ? feedbackBox(ui, { ...card.feedback, quotes: [] }) : null,
        card.decided_by
          ? h("p", { class: "rt-box" }, h("strong", null, `${say.decided_by}: `), `“${card.decided_by}”`)
          : null,
        view.review
          ? null
          : card.said
            ? h("p", { class: "rt-kept-line" }, fill(say.kept, { answer: card.said }))
            : choiceGroup(
                ui,
                `sure-${card.id}`,
                card.prompt,
                Object.entries(labels).map(([code, label]) => ({ code, label })),
                null,
                answer,
                "rt-scale",
              ),
        pager(ui, local.index, cards.length, say, go),
      ),
    ),
  ].filter(Boolean);
}

export default {
  render({ model, el }) {
    return mount(model, el, form);
  },
};
