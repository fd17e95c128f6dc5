// Votes: a card for a projector, how many phones have voted, and the bars once they are shown.

const VOTES_EVERY = 2000; // milliseconds between two looks at the folder

/**
 * @typedef {{ code: string, label: string, all: number }} ShownChoice
 * @typedef {{ id: string, topic: string, prompt: string, box: string, quotes: Quote[], choices: ShownChoice[],
 *   key: string, explanation: string }} Card
 * @typedef {object} View
 * @property {boolean} named
 * @property {string} folder
 * @property {Choice[]} decks
 * @property {string} chosen
 * @property {number} index
 * @property {number} count
 * @property {number} joined
 * @property {number} voted
 * @property {string} round
 * @property {boolean} shown
 * @property {string} trouble
 * @property {Card | null} card
 * @typedef {{ said: string, folder: string, key: boolean, round: string }} Local
 */

/** One choice, and its bar once that is shown. @param {Ui<View, Local>} ui @param {ShownChoice} choice @param {Card} card */
function voteBar(ui, { code, label, all }, card) {
  const say = ui.words.votes;
  const { shown, voted } = ui.view;
  const keyed = shown && ui.local.key && code === card.key;
  const bar = () =>
    h(
      "div",
      { class: "rt-live-bar", "aria-hidden": "true" },
      h("span", { class: "rt-live-sure", style: `width: ${(100 * all) / Math.max(voted, 1)}%` }),
    );
  return h(
    "li",
    { class: keyed ? "rt-live-choice rt-live-key" : "rt-live-choice" },
    h(
      "p",
      { class: "rt-live-words" },
      keyed ? h("strong", null, `✓ ${say.key_sign}: `) : null,
      label,
      shown ? [": ", h("strong", { class: "rt-live-count" }, all)] : null,
    ),
    shown ? bar() : null,
  );
}

/** @param {Ui<View, Local>} ui */
function begins(ui) {
  const { view, words, local } = ui;
  const say = words.votes;
  const begin = () => ui.send({ type: "folder", path: local.folder }, false);
  const folder = folderField(ui, begin);
  return [
    h("p", null, say.how),
    view.named ? null : h("p", null, h("label", { class: "rt-label", for: folder.id }, say.folder)),
    h("p", { class: "rt-row" }, view.named ? null : [folder, " "], button("begin", say.begin, begin, "rt-choice")),
    local.said ? h("p", { class: "rt-kept-line" }, local.said) : null,
  ];
}

/** @param {Ui<View, Local>} ui */
function votes(ui) {
  const { view, words, local } = ui;
  const say = words.votes;
  keepSaid(ui);
  if (local.round !== view.round) Object.assign(local, { round: view.round, key: false });
  if (!view.folder) return begins(ui);
  const { card } = view;
  const ask = (/** @type {number} */ index) => ui.send({ type: "card", index }, false);
  const flip = () => {
    local.key = !local.key;
    ui.redraw("key");
  };
  const fillScreen = (/** @type {{ currentTarget: Element }} */ { currentTarget }) =>
    fullScreen(ui, currentTarget.closest("section.rt"), say.no_full);
  const tools = h(
    "div",
    { class: "rt-choices", role: "group", "aria-label": say.tools },
    card && !view.shown ? button("show", say.show, () => ui.send({ type: "show" }, false)) : null,
    card && view.shown ? button("key", say.show_key, flip, "rt-small", { "aria-pressed": String(local.key) }) : null,
    card ? button("again", say.again, () => ui.send({ type: "again" }, false)) : null,
    button("full", say.full, fillScreen),
    button("end", say.end, () => ui.send({ type: "end" }, false)),
  );
  oneTabStop(tools, "button", ui, "tools");
  const waits = [
    h("p", { class: "rt-topic" }, fill(say.joined, { count: view.joined })),
    h("p", null, say.join_how),
    h(
      "p",
      null,
      button("first", say.first, () => ask(0), "rt-choice"),
    ),
  ];
  const shown = (/** @type {Card} */ one) =>
    h(
      "div",
      {
        class: "rt-live-card",
        role: "group",
        "aria-label": fill(say.card, { number: view.index + 1, count: view.count }),
      },
      h(
        "p",
        { class: "rt-progress" },
        `${fill(say.card, { number: view.index + 1, count: view.count })} · ${fill(say.voted, { voted: view.voted, joined: view.joined })}`,
      ),
      h("p", { class: "rt-topic", tabindex: "-1", "data-key": "card", role: "heading", "aria-level": "3" }, one.prompt),
      h(
        "div",
        { class: "rt-slide" },
        h(
          "div",
          null,
          h(
            "div",
            { class: "rt-pair" },
            one.quotes.map((quote) => quoteBox(quote)),
          ),
          recordBox(ui, one.box),
        ),
        h(
          "div",
          null,
          h(
            "ul",
            { class: "rt-live-choices" },
            one.choices.map((choice) => voteBar(ui, choice, one)),
          ),
          view.shown && local.key ? h("div", { class: "rt-note" }, h("p", null, one.explanation)) : null,
        ),
      ),
    );
  return [
    foldOut(
      ui,
      "cards",
      say.which,
      choiceGroup(ui, "deck", say.which, view.decks, view.chosen, (code) => ui.send({ type: "deck", code }, false)),
      !card,
    ),
    h(
      "div",
      { class: "rt-live-wall" },
      h("div", { class: "rt-live-head" }, tools),
      h("div", { class: "rt-live-cards rt-live-single" }, card ? shown(card) : waits),
      card ? pager(view.index, view.count, say, ask) : null,
    ),
    view.trouble ? h("p", { class: "rt-problem" }, view.trouble) : null,
    local.said ? h("p", { class: "rt-kept-line" }, local.said) : null,
  ];
}

/** @type {() => Local} */
const begin = () => ({ said: "", folder: "", key: false, round: "" });

const drawn = widget(votes, begin);

export default {
  /** @param {{ model: Model, el: HTMLElement }} place */
  render({ model, el }) {
    const stop = drawn.render({ model, el });
    const free = staysWhole(el, ".rt-live-wall");
    const end = lookEvery(model, el, VOTES_EVERY, () => (model.get("view").folder ? { type: "look" } : null));
    return () => {
      end();
      free();
      stop();
    };
  },
};
