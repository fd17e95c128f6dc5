// Claim ledger: choose a sentence, tap a row; who, position, date and number fill in for the learner to correct.
// It sorts and aligns what was pinned. It never says that two rows conflict: that is the learner's to see.

/** @typedef {"who" | "position" | "date" | "number"} Field */
/** @type {readonly Field[]} */
const FIELDS = ["who", "position", "date", "number"];
const NEAR = 40; // characters left, from which on the field says so

/**
 * @typedef {{ id: string, label: string, question: string }} Topic
 * @typedef {object} PinPlace
 * @property {string} id
 * @property {string} topic
 * @property {string} sentence
 * @property {string} where
 * @property {number} order
 * @property {string} quote
 * @typedef {PinPlace & Record<Field, string>} Pin
 * @typedef {{ maximum: number, longest: number, sentences: Sentence[], topics: Topic[], pins: Pin[] }} View
 * @typedef {object} Local
 * @property {string | undefined} sentence
 * @property {"text" | "who"} sort
 * @property {string} problem why a pin was not taken
 * @property {{ [key: string]: string }} drafts what was typed, until Python says that it is saved
 */

/** @param {Ui<View, Local>} ui */
function ledger(ui) {
  const { view, words, local } = ui;
  const say = words.ledger;
  const count = view.pins.length;
  const pin = (/** @type {string} */ topic) => {
    if (local.sentence) return ui.send({ type: "pin", sentence: local.sentence, topic });
    local.problem = say.choose_first;
    ui.redraw();
    ui.say(say.choose_first);
  };
  const sentences = sentenceList(ui, "sentences", say.text, view.sentences, local.sentence, (id) => {
    local.sentence = id;
    local.problem = "";
    ui.redraw();
  });
  const rows = h(
    "div",
    { class: "rt-choices", role: "group", "aria-label": say.rows },
    view.topics.map(({ id, label }) => button(`pin-${id}`, fill(say.pin, { label }), () => pin(id), "rt-choice")),
  );
  oneTabStop(rows, "button", ui, "rows");
  return [
    h("p", null, fill(say.how, { maximum: view.maximum })),
    sentences,
    rows,
    local.problem ? h("p", { class: "rt-problem" }, local.problem) : null,
    h("p", { class: "rt-progress" }, view.said || fill(say.count, { count, maximum: view.maximum })),
    count > 1 ? sorting(ui) : null,
    view.topics.map((topic) => table(ui, topic)),
  ];
}

/** @param {Ui<View, Local>} ui */
function sorting({ words, local, redraw }) {
  const say = words.ledger;
  const choose = (/** @type {{ currentTarget: HTMLSelectElement }} */ event) => {
    local.sort = event.currentTarget.value === "who" ? "who" : "text";
    redraw();
  };
  const option = (/** @type {Local["sort"]} */ code) =>
    h("option", { value: code, selected: local.sort === code }, say[`sort_${code}`]);
  const select = h("select", { "data-key": "sort", onchange: choose }, option("text"), option("who"));
  return h("label", { class: "rt-sort" }, `${say.sort} `, select);
}

/**
 * By what a name sorts: "He (Trump, named before)" and "Donald Trump" stand under Trump.
 *
 * @param {string} who
 * @param {string} pronouns with spaces between
 */
function taker(who, pronouns) {
  const [, before, inside] = /^([^(]*)\(([^)]*)\)/.exec(who) ?? [];
  const named = inside && pronouns.split(" ").includes(before.trim().toLowerCase()) ? inside : who;
  const first = named.split(/[,;(]/)[0].trim();
  return `${first.split(/\s+/).at(-1)} ${first}`;
}

/** What was pinned to a row. @param {Ui<View, Local>} ui @param {Topic} topic */
function table(ui, topic) {
  const { view, words, local } = ui;
  const byPlace = (/** @type {Pin} */ a, /** @type {Pin} */ b) => a.order - b.order;
  const name = (/** @type {Pin} */ one) => taker(one.who, words.ledger.pronouns);
  const byName = (/** @type {Pin} */ a, /** @type {Pin} */ b) => name(a).localeCompare(name(b)) || byPlace(a, b);
  const pins = view.pins.filter((one) => one.topic === topic.id).sort(local.sort === "who" ? byName : byPlace);
  const rows = pins.map((one) => pinRow(ui, one, topic));
  return h(
    "div",
    { class: "rt-topic-rows" },
    h("p", { class: "rt-label" }, `${topic.label}: ${topic.question}`),
    pins.length ? h("ul", { class: "rt-pins" }, rows) : h("p", { class: "rt-small-print" }, words.ledger.empty),
    pins.length > 1 ? h("p", { class: "rt-next" }, fill(words.ledger.meet, { count: pins.length })) : null,
  );
}

/** @param {Ui<View, Local>} ui @param {Pin} one @param {Topic} topic */
function pinRow(ui, one, topic) {
  const say = ui.words.ledger;
  const remove = () => {
    for (const field of FIELDS) delete ui.local.drafts[`${one.id}-${field}`];
    ui.focusAfterAnswer = `pin-${topic.id}`;
    ui.send({ type: "remove", pin: one.id });
  };
  const spoken = { "aria-label": `${say.remove}, ${one.where}, ${topic.label}` };
  return h(
    "li",
    { class: "rt-pin" },
    h("p", { class: "rt-pin-quote" }, h("span", { class: "rt-number" }, one.where), ` ${one.quote}`),
    FIELDS.map((field) => cell(ui, one, field)),
    button(`remove-${one.id}`, say.remove, remove, "rt-small", spoken),
  );
}

/** A field to correct, which says when it is nearly full. @param {Ui<View, Local>} ui @param {Pin} one @param {Field} field */
function cell(ui, one, field) {
  const { drafts } = ui.local;
  const say = ui.words.ledger;
  const { longest } = ui.view;
  const key = `${one.id}-${field}`;
  if (drafts[key] === one[field]) delete drafts[key];
  const text = drafts[key] ?? one[field];
  const noteOn = (/** @type {number} */ left) => {
    if (left <= 0) return fill(say.field_full, { longest });
    return left <= NEAR ? fill(say.room, { left }) : "";
  };
  const note = h("span", { class: "rt-small-print", id: `${ui.id}-${key}` }, noteOn(longest - text.length));
  const box = h(
    "textarea",
    {
      "data-key": key,
      "data-hold": true,
      maxlength: longest,
      rows: "2",
      "aria-label": `${say.columns[field]}, ${one.where}`,
      "aria-describedby": note.id,
      oninput: () => {
        const before = note.textContent;
        const left = longest - box.value.length;
        note.textContent = noteOn(left);
        if (note.textContent && (!before || left <= 0)) ui.say(note.textContent); // when it gets near, and when it is reached
      },
      onchange: () => {
        drafts[key] = box.value;
        ui.send({ type: "correct", pin: one.id, field, value: box.value });
      },
    },
    text,
  );
  const name = h("span", { class: "rt-cell-name" }, say.columns[field]);
  return h("label", { class: `rt-cell rt-cell-${field}` }, name, box, note);
}

/** @type {() => Local} */
const begin = () => ({ sentence: undefined, sort: "text", problem: "", drafts: {} });

export default widget(ledger, begin);
