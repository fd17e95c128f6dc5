// Judge: one card at a time, two sentences (or one claim) in one format, a verdict, then what it is about.

/**
 * @typedef {keyof Words["sureness_button"]} TapKind
 * @typedef {keyof Words["relation_question"]} Asking
 * @typedef {object} Card
 * @property {string} id
 * @property {keyof Words["verdict_button"]} kind
 * @property {string} topic
 * @property {string} prompt
 * @property {Quote[]} quotes
 * @property {string} box
 * @property {{ id: string, kind: string, text: string }[]} story the invented story that the card is about
 * @property {{ drawing: string, shows: string, asks: string } | null} picture
 * @property {string[]} verdicts
 * @property {{ [verdict: string]: string[] }} relations
 * @property {boolean} sureness
 * @property {string[]} steps
 * @property {number} given
 * @property {string[]} hints
 * @property {number} hint_count
 * @property {boolean} worked
 * @property {string} said
 * @property {Feedback | null} feedback
 * @typedef {{ cards: Card[], code: string, code_said: LineWords | null, set: SetCard | null, look_again?: boolean }} View
 * @typedef {{ index: number, verdict: string | null, again: boolean }} Local
 */

/** @param {Ui<View, Local>} ui */
function judge(ui) {
  const { view, words, local } = ui;
  const cards = view.cards;
  const say = words.judge;
  const count = cards.length;
  if (!count) return [h("p", null, words.judge.look_again.nothing)];
  const progress = (/** @type {number} */ index) =>
    fill(cards[index].kind === "pair" ? say.progress : say.progress_claim, { number: index + 1, count });
  const place = deck(ui, count, say, progress, () => Object.assign(local, { verdict: null, again: false }));
  const card = cards[place.index];
  const answered = cards.filter((one) => one.feedback).length;
  const tally = view.look_again || cards.every((one) => one.worked) ? "" : ` · ${fill(say.tally, { answered, count })}`;
  const open = !card.feedback || local.again;
  const steps = open ? card.steps.slice(0, card.given) : card.steps;
  const labels = card.kind === "pair" ? [say.first, say.second] : [];
  const quotes = open ? card.quotes : card.feedback?.quotes || [];
  return [
    count > 1 ? h("p", { class: "rt-progress" }, place.progress, tally) : null,
    h("p", { class: "rt-topic", tabindex: "-1", "data-key": "card" }, fill(say.topic, { topic: card.topic })),
    picture(card),
    h(
      "div",
      { class: "rt-pair" },
      quotes.map((quote, i) => quoteBox(quote, labels[i])),
    ),
    storyFold(ui, card.story),
    recordBox(ui, card.box),
    stepList(steps),
    open ? (view.look_again ? lookAgain(ui, card) : questions(ui, card)) : null,
    open ? null : answeredBox(card.prompt, card.said),
    !open && card.feedback ? focusBox("feedback", feedbackBox(ui, card.feedback, [])) : null,
    open || card.worked
      ? null
      : button("again", say.again, () => {
          Object.assign(local, { again: true, verdict: null });
          ui.redraw("card");
        }),
    place.pager,
    setCard(ui, view.set, place.go),
    view.code_said ? resultCode(ui, view.code, view.code_said) : null,
  ];
}

/** A card that was missed: think first, then open what holds. Nothing is saved. @param {Ui<View, Local>} ui @param {Card} card */
function lookAgain(ui, card) {
  const show = button("show", ui.words.judge.look_again.show, () => {
    ui.focusAfterAnswer = "feedback";
    ui.send({ type: "look", item: card.id });
  });
  return [h("p", null, card.prompt), h("p", null, ui.words.judge.look_again.think), show];
}

/** The scene of a story, drawn. @param {Card} card */
function picture({ picture: shown }) {
  if (!shown) return null;
  const asks = shown.asks ? h("figcaption", { class: "rt-small-print" }, shown.asks) : null;
  const drawn = h("img", { class: "rt-drawing", src: shown.drawing, alt: shown.shows });
  return h("figure", { class: "rt-scene" }, drawn, asks);
}

/** The whole story, folded. @param {Ui<View, Local>} ui @param {Card["story"]} story */
function storyFold(ui, story) {
  if (!story.length) return null;
  const block = (/** @type {Card["story"][number]} */ { kind, text }) => {
    if (kind === "heading") return h("p", null, h("strong", null, text));
    return h("p", null, kind === "caption" ? `${ui.words.judge.caption}: ${text}` : text);
  };
  return h("details", null, h("summary", { "data-key": "story" }, ui.words.judge.story), story.map(block));
}

/**
 * A verdict, then what it is about; or both in one tap.
 *
 * @param {Ui<View, Local>} ui
 * @param {Card} card
 */
function questions(ui, card) {
  const { words, local } = ui;
  const send = (/** @type {object} */ answer) => {
    Object.assign(local, { again: false, verdict: null });
    ui.focusAfterAnswer = "feedback";
    ui.send({ type: "answer", item: card.id, ...answer, hints: card.hints.length });
  };
  const asked = [];
  if (card.sureness) {
    const taps = choicesOf(words.sureness_button[/** @type {TapKind} */ (card.kind)]);
    const tap = (/** @type {string} */ sureness) => send({ verdict: null, relation: null, sureness });
    asked.push(choiceGroup(ui, `sure-${card.id}`, card.prompt, taps, null, tap, "rt-scale"));
  } else {
    const name = `relation-${card.id}`;
    const judged = (/** @type {string} */ verdict) => {
      if (!card.relations[verdict]?.length) return send({ verdict });
      local.verdict = verdict;
      ui.redraw(`${name}-${card.relations[verdict][0]}`);
      ui.say(words.relation_question[/** @type {Asking} */ (verdict)]);
    };
    const verdicts = choicesOf(words.verdict_button[card.kind], card.verdicts);
    asked.push(choiceGroup(ui, `verdict-${card.id}`, card.prompt, verdicts, local.verdict, judged));
    if (local.verdict) {
      const { verdict } = local;
      const relations = choicesOf(words.relation, card.relations[verdict]);
      const question = words.relation_question[/** @type {Asking} */ (verdict)];
      asked.push(choiceGroup(ui, name, question, relations, null, (relation) => send({ verdict, relation })));
    }
  }
  const hint = hints(ui, card);
  return [
    card.steps.length ? h("p", { class: "rt-turn" }, words.judge.your_turn) : null,
    asked,
    card.hint_count ? [hint.list, hint.button] : null,
  ];
}

export default widget(judge, (view) => ({ index: firstOpen(view.cards), verdict: null, again: false }));
