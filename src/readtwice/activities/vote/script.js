// Vote: the card that the teacher shows, and one choice. Which device this is stays on the device.

const LOOK_EVERY = 3000; // milliseconds between two looks
const DEVICE = "readtwice-device";
const SHARED = "readtwice-vote-folder";
const MINE = "readtwice-vote";

/**
 * @typedef {{ id: string, topic: string, prompt: string, box: string, quotes: Quote[] }} Card
 * @typedef {object} View
 * @property {boolean} in_browser
 * @property {boolean} named
 * @property {boolean} joined
 * @property {boolean} open
 * @property {string} round
 * @property {Card | null} card
 * @property {Choice[]} choices
 * @typedef {{ round: string, answer: string }} Chosen
 * @typedef {{ said: string, folder: string, mine: Chosen | null, asked: Chosen | null }} Local
 */

/** What this device keeps, or nothing where a browser keeps nothing. @param {string} name */
function kept(name) {
  try {
    return localStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

/** @param {string} name @param {string} text */
function keep(name, text) {
  try {
    localStorage.setItem(name, text);
  } catch {
    // This device will be another one after the page is loaded again.
  }
}

/** A number for this device, drawn once: it names nobody. */
function deviceNumber() {
  const known = kept(DEVICE);
  if (/^[0-9a-f]{16}$/.test(known)) return known;
  const drawn = [...crypto.getRandomValues(new Uint8Array(8))].map((one) => one.toString(16).padStart(2, "0")).join("");
  keep(DEVICE, drawn);
  return drawn;
}

const device = deviceNumber();

/** @returns {Chosen | null} */
function keptChoice() {
  const [round, answer] = kept(MINE).split(" ");
  return round && answer ? { round, answer } : null;
}

/** @param {Ui<View, Local>} ui */
function join(ui) {
  keep(SHARED, ui.local.folder);
  ui.send({ type: "join", device, folder: ui.local.folder }, false);
}

/** @param {Ui<View, Local>} ui */
function vote(ui) {
  const { view, words, local } = ui;
  const say = words.vote;
  keepSaid(ui);
  if (view.in_browser) return h("p", null, say.not_here);
  if (local.asked && view.said) {
    if (view.said === say.voted) {
      local.mine = local.asked;
      keep(MINE, `${local.mine.round} ${local.mine.answer}`);
    }
    local.asked = null;
  }
  const said = local.said ? h("p", { class: "rt-kept-line" }, local.said) : null;
  if (!view.joined) {
    const folder = folderField(ui, () => join(ui));
    return [
      h("p", null, say.how),
      view.named ? null : h("p", null, h("label", { class: "rt-label", for: folder.id }, say.folder)),
      view.named ? null : h("p", null, folder),
      h(
        "p",
        null,
        button("join", say.join, () => join(ui), "rt-choice"),
      ),
      said,
    ];
  }
  if (!view.card) return [h("p", { class: "rt-topic", tabindex: "-1", "data-key": "wait" }, say.wait), said];
  const choose = (/** @type {string} */ answer) => {
    local.asked = { round: view.round, answer };
    ui.send({ type: "vote", device, answer, round: view.round }, false);
  };
  const mine = local.mine?.round === view.round ? local.mine.answer : null;
  const chosen = view.choices.find((one) => one.code === mine);
  const closed = () =>
    h("p", { class: "rt-kept-line" }, chosen ? fill(say.closed_mine, { choice: chosen.label }) : say.closed);
  return [
    h("p", { class: "rt-topic" }, view.card.prompt),
    h(
      "div",
      { class: "rt-pair" },
      view.card.quotes.map((quote) => quoteBox(quote)),
    ),
    recordBox(ui, view.card.box),
    view.open ? choiceGroup(ui, "answer", say.choose, view.choices, mine, choose, "rt-vote-choices") : closed(),
    view.open ? said : null,
  ];
}

/** @type {() => Local} */
const begin = () => ({ said: "", folder: kept(SHARED), mine: keptChoice(), asked: null });

const drawn = widget(vote, begin);

export default {
  /** @param {{ model: Model, el: HTMLElement }} place */
  render({ model, el }) {
    const stop = drawn.render({ model, el });
    const end = lookEvery(model, el, LOOK_EVERY, () => (model.get("view").joined ? { type: "look", device } : null));
    return () => {
      end();
      stop();
    };
  },
};
