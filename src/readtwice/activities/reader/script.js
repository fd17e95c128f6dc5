// Reader: the article in parts, with paragraph numbers; who is who and what words mean one click away.

/** Whether a longer name or title goes on before this place: a link there would answer who is meant. */
function namedMore(text, place) {
  return /[A-Z][\w.’]* $/.test(text.slice(0, place));
}

/** A known word. A real button cannot break at the end of a line as words do, so this acts as one. */
function wordButton(name, key, open, show) {
  const onkeydown = (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      show();
    }
  };
  return h(
    "span",
    { role: "button", class: "rt-word", "data-key": key, "aria-expanded": String(open), onclick: show, onkeydown },
    name,
  );
}

/** Text in which the first place of each known word is a button that tells its meaning. */
function withWords(text, notes, told, isOpen, show) {
  const found = [];
  for (const note of notes) {
    if (told.has(note.key)) continue;
    const places = note.names
      .map((name) => [text.indexOf(name), name])
      .filter(([place]) => place >= 0 && !(note.kind === "person" && namedMore(text, place)))
      .sort((a, b) => a[0] - b[0] || b[1].length - a[1].length);
    if (places.length) found.push({ place: places[0][0], name: places[0][1], note });
  }
  found.sort((a, b) => a.place - b.place || b.name.length - a.name.length);
  const nodes = [];
  let at = 0;
  for (const { place, name, note } of found) {
    if (place < at) continue;
    nodes.push(
      text.slice(at, place),
      wordButton(name, `word-${note.key}`, isOpen(note), () => show(note)),
    );
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
  const isOpen = (note) => Boolean(local.note) && local.note.key === note.key;
  const show = (note) => {
    local.note = isOpen(note) ? null : note;
    ui.redraw();
    ui.say(local.note ? `${note.name}: ${note.text}` : "");
  };
  const told = new Set();
  const blocks = part.map((block) => {
    const number = h("span", { class: "rt-number" }, block.where);
    const before = new Set(told);
    const text = withWords(block.text, view.notes, told, isOpen, show);
    const here = local.note && told.has(local.note.key) && !before.has(local.note.key);
    const note = here ? h("p", { class: "rt-note" }, h("strong", null, `${local.note.name}: `), local.note.text) : null;
    const line =
      block.kind === "heading"
        ? h("p", { role: "heading", "aria-level": "3" }, text)
        : h("p", null, block.kind === "caption" ? h("span", { class: "rt-tag" }, `${say.caption} `) : null, text);
    return h("div", { class: `rt-block rt-block-${block.kind}` }, number, h("div", null, line, note));
  });
  const text = h("div", { class: "rt-text" }, blocks);
  oneTabStop(text, ".rt-word", ui, "words");
  const list = (label, key) => {
    const notes = view.notes.filter((note) => note.kind === key);
    return notes.length
      ? h(
          "details",
          {
            open: local[key] || false,
            ontoggle: (event) => {
              local[key] = event.target.open;
            },
          },
          h("summary", { "data-key": key }, label),
          h(
            "dl",
            null,
            notes.map((note) => [h("dt", null, note.name), h("dd", null, note.text)]),
          ),
        )
      : null;
  };
  const go = (to) => {
    local.part = to;
    local.note = null;
    ui.redraw("part");
    ui.say(fill(say.part, { number: to + 1, count: view.parts.length }));
  };
  return [
    h("p", { class: "rt-small-print" }, view.notice),
    h("div", { class: "rt-panels" }, list(say.people, "person"), list(say.terms, "term")),
    h(
      "p",
      { class: "rt-progress rt-focus", tabindex: "-1", "data-key": "part" },
      fill(say.part, { number: local.part + 1, count: view.parts.length }),
    ),
    text,
    view.parts.length > 1 ? pager(ui, local.part, view.parts.length, say, go) : null,
  ].filter(Boolean);
}

export default {
  render({ model, el }) {
    return mount(model, el, reader);
  },
};
