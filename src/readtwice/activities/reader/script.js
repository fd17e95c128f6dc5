// Reader: the article in parts, with paragraph numbers; who is who and what words mean one click away.

/**
 * @typedef {{ key: string, kind: "person" | "term", name: string, names: string[], text: string }} Note
 * @typedef {{ where: string, kind: string, text: string }} Block
 * @typedef {{ notice: string, parts: Block[][], notes: Note[] }} View
 * @typedef {{ index: number, note: Note | null }} Local
 */

/**
 * Whether a longer name or title goes on before this place: a link there would answer who is meant.
 *
 * @param {string} text
 * @param {number} place
 */
function namedMore(text, place) {
  return /[A-Z][\w.’]* $/.test(text.slice(0, place));
}

/**
 * A known word. A real button cannot break at the end of a line as words do, so this acts as one.
 *
 * @param {string} name
 * @param {string} key
 * @param {boolean} open
 * @param {() => void} show
 */
function wordButton(name, key, open, show) {
  const onkeydown = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    show();
  };
  /** @type {Properties<"span">} */
  const properties = { role: "button", class: "rt-word", "data-key": key, "aria-expanded": String(open) };
  return h("span", { ...properties, onclick: show, onkeydown }, name);
}

/** The first place in a text where a note's word stands, the longest name first. @param {string} text @param {Note} note */
function firstPlace(text, note) {
  const places = note.names
    .map((name) => ({ place: text.indexOf(name), name, note }))
    .filter(({ place }) => place >= 0 && !(note.kind === "person" && namedMore(text, place)));
  return places.sort(byPlace)[0];
}

/** @typedef {{ place: number, name: string }} Found */
/** @param {Found} a @param {Found} b */
function byPlace(a, b) {
  return a.place - b.place || b.name.length - a.name.length;
}

/**
 * Text in which the first place of each known word is a button that tells its meaning. `told` grows by those.
 *
 * @param {string} text
 * @param {Note[]} notes
 * @param {Set<string>} told
 * @param {(note: Note) => boolean} isOpen
 * @param {(note: Note) => void} show
 */
function withWords(text, notes, told, isOpen, show) {
  const found = notes.filter((note) => !told.has(note.key)).map((note) => firstPlace(text, note));
  const nodes = [];
  let at = 0;
  for (const { place, name, note } of found.filter(Boolean).sort(byPlace)) {
    if (place < at) continue;
    nodes.push(
      text.slice(at, place),
      wordButton(name, `word-${note.key}`, isOpen(note), () => show(note)),
    );
    told.add(note.key);
    at = place + name.length;
  }
  return [...nodes, text.slice(at)];
}

/** @param {Ui<View, Local>} ui */
function reader(ui) {
  const { view, words, local } = ui;
  const say = words.reader;
  const leave = () => {
    local.note = null;
  };
  const place = deck(ui, view.parts.length, say, say.part, leave, "part");
  const list = (/** @type {string} */ label, /** @type {Note["kind"]} */ kind) => {
    const notes = view.notes.filter((note) => note.kind === kind);
    const meanings = terms(notes.map((note) => [note.name, note.text]));
    return notes.length ? foldOut(ui, kind, label, meanings) : null;
  };
  return [
    h("p", { class: "rt-small-print" }, view.notice),
    h("div", { class: "rt-panels" }, list(say.people, "person"), list(say.terms, "term")),
    h("p", { class: "rt-progress rt-focus", tabindex: "-1", "data-key": "part" }, place.progress),
    part(ui, view.parts[place.index]),
    place.pager,
  ];
}

/** A part of the article; the note that is open stands below its word's paragraph. @param {Ui<View, Local>} ui @param {Block[]} blocks */
function part(ui, blocks) {
  const { view, words, local } = ui;
  const isOpen = (/** @type {Note} */ note) => local.note?.key === note.key;
  const show = (/** @type {Note} */ note) => {
    local.note = isOpen(note) ? null : note;
    ui.redraw();
    ui.say(local.note ? `${note.name}: ${note.text}` : "");
  };
  /** @type {Set<string>} */
  const told = new Set();
  const lines = blocks.map(({ where, kind, text }) => {
    const before = new Set(told);
    const content = withWords(text, view.notes, told, isOpen, show);
    const here = local.note && told.has(local.note.key) && !before.has(local.note.key) ? local.note : null;
    const caption = kind === "caption" ? h("span", { class: "rt-tag" }, `${words.reader.caption} `) : null;
    const line = h("p", kind === "heading" ? { role: "heading", "aria-level": "3" } : null, caption, content);
    const note = here ? h("p", { class: "rt-note" }, h("strong", null, `${here.name}: `), here.text) : null;
    const number = h("span", { class: "rt-number" }, where);
    return h("div", { class: `rt-block rt-block-${kind}` }, number, h("div", null, line, note));
  });
  const text = h("div", { class: "rt-text" }, lines);
  oneTabStop(text, ".rt-word", ui, "words");
  return text;
}

/** @type {() => Local} */
const begin = () => ({ index: 0, note: null });

export default widget(reader, begin);
