// Form: a story, its record, and one card at a time; one tap, no feedback. In review the same cards with answers.

const LONG = 8; // blocks; a longer text scrolls in a frame of its own, so that the question stays in sight

/**
 * @typedef {{ blocks: { kind: string, text: string }[], box: string[] }} Story
 * @typedef {object} Card
 * @property {string} id
 * @property {keyof Words["sureness_button"]} kind
 * @property {string} story
 * @property {string} topic
 * @property {string} prompt
 * @property {Quote[]} quotes
 * @property {string} said
 * @property {Feedback | null} feedback
 * @property {string} decided_by
 * @property {boolean} surprise
 * @typedef {object} Opened what stands in the view once it is known who is at work
 * @property {boolean} review
 * @property {string} intro
 * @property {{ [id: string]: Story }} stories
 * @property {Card[]} cards
 * @property {Elsewhere[]} elsewhere
 * @property {number[]} surprises places of cards
 * @property {string} code
 * @property {LineWords | null} code_said
 * @typedef {{ locked: string } & Partial<Opened>} View
 * @typedef {object} Local
 * @property {number} index
 * @property {string} set which cards these are
 * @property {string | null} open the card that waits for its answer
 */

/** @param {Words["form"]} say @param {Story} story */
function storyPanel(say, story) {
  const block = (/** @type {Story["blocks"][number]} */ { kind, text }) => {
    if (kind === "heading") return h("p", { class: "rt-topic", role: "heading", "aria-level": "3" }, text);
    if (kind !== "caption") return h("p", null, text);
    return h("p", { class: "rt-picture" }, h("span", { class: "rt-tag" }, say.caption), " ", text);
  };
  const long = story.blocks.length > LONG;
  const frame = (/** @type {string} */ label, /** @type {string} */ key) => ({
    tabindex: "0",
    role: "group",
    "aria-label": label,
    "data-scroll": key,
    "data-key": key,
  });
  const look = long ? "rt-story rt-story-long" : "rt-story";
  const text = h("div", { class: look, ...frame(say.story, "story") }, story.blocks.map(block));
  const record = h(
    "div",
    { class: "rt-box rt-record", ...(long ? frame(say.box, "record") : {}) },
    h("p", { class: "rt-label" }, say.box),
    list(story.box),
  );
  const below = (/** @type {string} */ look) => (long ? h("p", { class: look }, say.scroll) : null);
  return {
    long,
    text: [text, below("rt-small-print")],
    record: h("div", { class: "rt-beside-record" }, record, below("rt-small-print rt-where-narrow")),
  };
}

/** @param {Ui<View, Local>} ui */
function form(ui) {
  if (ui.view.locked || !ui.view.cards) return [h("p", null, ui.view.locked)];
  return opened(/** @type {Ui<View & Opened, Local>} */ (ui));
}

/** @param {Ui<View & Opened, Local>} ui */
function opened(ui) {
  const { view, words, local } = ui;
  const say = words.form;
  const { cards, review } = view;
  const count = cards.length;
  const next = () => cards.findIndex((card) => !card.said);
  const set = cards.map((one) => one.id).join();
  // Other cards: another learner.
  if (local.set !== set) Object.assign(local, { set, index: review ? 0 : Math.max(next(), 0), open: null });
  // A card that was open and is answered now, by a tap or by work brought back, makes room for the next open one.
  if (local.open === cards[local.index].id && cards[local.index].said && next() >= 0) local.index = next();
  const place = deck(ui, count, say, say.progress);
  const card = cards[place.index];
  local.open = card.said ? null : card.id;
  const { long, text, record } = storyPanel(say, view.stories[card.story]);
  const answered = cards.filter((one) => one.said).length;
  const tally = review ? "" : ` · ${fill(say.tally, { answered, count })}`;
  const surprises = view.surprises.map((code) => ({ code, label: fill(say.card, { number: code + 1 }) }));
  return [
    view.intro ? h("p", null, view.intro) : null,
    !review && next() < 0 ? h("p", { class: "rt-kept-line" }, h("strong", null, say.done)) : null,
    elsewhereBox(ui, view.elsewhere),
    view.code_said ? resultCode(ui, view.code, view.code_said) : null,
    surprises.length ? choiceGroup(ui, "surprise", say.surprises, surprises, place.index, place.go) : null,
    // Side by side where there is room: the text, its record and the question stay in sight together.
    h(
      "div",
      { class: long ? "rt-beside rt-beside-long" : "rt-beside" },
      h("div", { class: "rt-beside-text" }, text),
      record,
      h(
        "div",
        { class: "rt-beside-card" },
        h("p", { class: "rt-progress" }, place.progress, tally),
        cardParts(ui, card),
        place.pager,
      ),
    ),
  ];
}

/** A card, and how it is answered or what is said to the answer. @param {Ui<View & Opened, Local>} ui @param {Card} card */
function cardParts(ui, card) {
  const { cards, review } = ui.view;
  const say = ui.words.form;
  const answer = (/** @type {string} */ sureness) => {
    const coming = cards.find((one) => !one.said && one.id !== card.id);
    ui.focusAfterAnswer = coming && coming.story !== card.story ? "story" : "card"; // a new story is read first
    ui.send({ type: "answer", item: card.id, sureness });
  };
  const labels = card.kind === "pair" ? [say.first, say.second] : [];
  const kept = () => h("p", { class: "rt-kept-line" }, fill(say.kept, { answer: card.said }));
  const taps = choicesOf(ui.words.sureness_button[card.kind]);
  const asked = () => choiceGroup(ui, `sure-${card.id}`, card.prompt, taps, null, answer, "rt-scale");
  return [
    h("p", { class: "rt-topic", tabindex: "-1", "data-key": "card" }, fill(say.topic, { topic: card.topic })),
    h(
      "div",
      { class: "rt-pair" },
      card.quotes.map((quote, i) => quoteBox(quote, labels[i])),
    ),
    card.said ? answeredBox(card.prompt, review ? fill(say.you_said, { answer: card.said }) : "") : null,
    card.feedback ? feedbackBox(ui, card.feedback, []) : null,
    card.decided_by
      ? h("p", { class: "rt-box" }, h("strong", null, `${say.decided_by}: `), `“${card.decided_by}”`)
      : null,
    review ? null : card.said ? kept() : asked(),
  ];
}

/** @type {() => Local} */
const begin = () => ({ index: 0, set: "", open: null });

export default widget(form, begin);
