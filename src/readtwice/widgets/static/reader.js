// Reader: the article in parts, with paragraph numbers; who is who and what words mean one click away.

/** Whether a longer name or title goes on before this place: a link there would answer who is meant. */
function namedMore(text, place) {
  return /[A-Z][\w.’]* $/.test(text.slice(0, place));
}

/** Text in which the first place of each known word is a button that tells its meaning. */
function withWords(text, notes, told, show, block) {
  const found = [];
  for (const note of notes) {
    if (told.has(note.key)) continue;
    const places = note.names.map((name) => [text.indexOf(name), name]).filter(([place]) => place >= 0 && !(note.kind === "person" && namedMore(text, place))).sort((a, b) => a[0] - b[0] || b[1].length - a[1].length);
    if (places.length) found.push({ place: places[0][0], name: places[0][1], note });
  }
  found.sort((a, b) => a.place - b.place || b.name.length - a.name.length);
  const nodes = [];
  let at = 0;
  for (const { place, name, note } of found) {
    if (place < at) continue;
    nodes.push(text.slice(at, place), h("button", { type: "button", class: "rt-word", "data-key": `word-${note.key}`, onclick: () => show(note, block) }, name));
    told.add(note.key);
    at = place + name.length;
  }
  nodes.push(text.slice(at));
  return nodes;
}

function reader(ui) {
  const { view, words, local } = ui;
  local.part = local.part || 0;
  const say = words.reader;
  const part = view.parts[local.part];
  const show = (note, block) => { local.note = note; local.noteAt = block; ui.redraw(); ui.say(`${note.name}: ${note.text}`); };
  const told = new Set();
  const blocks = part.map((block) => {
    const number = h("span", { class: "rt-number" }, block.where);
    const text = withWords(block.text, view.notes, told, show, block.where);
    const note = local.note && local.noteAt === block.where ? h("p", { class: "rt-note" }, h("strong", null, `${local.note.name}: `), local.note.text) : null;
    if (block.kind === "heading") return h("div", { class: "rt-block rt-block-heading", role: "heading", "aria-level": "3" }, number, h("span", null, text, note));
    if (block.kind === "caption") return h("div", { class: "rt-block rt-block-caption" }, number, h("p", null, h("span", { class: "rt-tag" }, `${say.caption} `), text), note);
    return h("div", { class: "rt-block" }, number, h("div", null, h("p", null, text), note));
  });
  const text = h("div", { class: "rt-text" }, blocks);
  oneTabStop(text, "button.rt-word", ui, "words");
  const list = (label, key) => {
    const notes = view.notes.filter((note) => note.kind === key);
    return notes.length ? h("details", { open: local[key] || false, ontoggle: (event) => { local[key] = event.target.open; } }, h("summary", { "data-key": key }, label),
      h("dl", null, notes.map((note) => [h("dt", null, note.name), h("dd", null, note.text)]))) : null;
  };
  const go = (to) => { local.part = to; local.note = null; ui.redraw(); ui.say(fill(say.part, { number: to + 1, count: view.parts.length })); };
  return [
    h("p", { class: "rt-small-print" }, view.notice),
    h("div", { class: "rt-panels" }, list(say.people, "person"), list(say.terms, "term")),
    h("p", { class: "rt-progress" }, fill(say.part, { number: local.part + 1, count: view.parts.length })),
    text,
    view.parts.length > 1 ? pager(ui, local.part, view.parts.length, say, go) : null,
  ].filter(Boolean);
}

export default { render({ model, el }) { return mount(model, el, reader); } };
