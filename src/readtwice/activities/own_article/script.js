// A text of the reader's own: pasted or loaded, then section by section what can be seen, each with the reader's answer.

/**
 * @typedef {{ code: BoxCode, text: string }} Box
 * @typedef {"note" | "seen" | "told" | "added" | "rewrite"} BoxCode
 * @typedef {"kinds" | "agree" | "fits" | "clash" | "judgment" | "source"} ChoicesCode
 * @typedef {"parts" | "ledger" | "numbers" | "pairs" | "wording" | "voices" | "captions" | "other_language"} SectionCode
 * @typedef {object} Offer
 * @property {string} key
 * @property {string} title
 * @property {{ where: string, text: string }[]} quotes
 * @property {string[]} lines
 * @property {ChoicesCode | ""} choices
 * @property {string} chosen
 * @property {Box[]} boxes
 * @typedef {{ code: SectionCode, note: string, offers: Offer[] }} Section
 * @typedef {object} Opened
 * @property {{ title: string, characters: number }} text
 * @property {Section[]} sections
 * @property {string[]} numbers
 * @property {number} rows
 * @property {string} result
 * @typedef {{ longest: number, problem: string, ready: boolean } & Partial<Opened>} View
 * @typedef {"share" | "times" | "sum" | "difference" | "change"} How
 * @typedef {{ paste: HTMLTextAreaElement | null, one: string, other: string, how: How, drafts: { [key: string]: string }, lines: Partial<Record<Line, HTMLInputElement>> }} Local
 * @typedef {"row" | "figure" | "source"} Line
 */

/** @param {Ui<View, Local>} ui */
function ownArticle(ui) {
  const { view, words } = ui;
  const say = words.own_article;
  const sections = view.sections || [];
  return [
    h("p", null, say.how),
    view.ready ? foldOut(ui, "other-text", say.other_text, pasting(ui)) : pasting(ui),
    view.problem ? h("p", { class: "rt-label" }, view.problem) : null,
    view.text ? h("p", { class: "rt-topic" }, fill(say.about, view.text)) : null,
    sections.map((section) => oneSection(ui, section)),
  ];
}

/** The box for a text, and the way to a file. @param {Ui<View, Local>} ui */
function pasting(ui) {
  const say = ui.words.own_article;
  const { local } = ui;
  const read = (/** @type {string} */ text) => {
    ui.focusAfterAnswer = "section-parts";
    ui.send({ type: "text", text: text.slice(0, 2 * ui.view.longest + 1) });
  };
  if (!local.paste) {
    local.paste = writingBox("textarea", { "data-key": "paste", rows: "8", "aria-label": say.paste }, () => {});
  }
  const box = local.paste;
  const load = h("input", {
    type: "file",
    accept: ".txt,.md,text/plain",
    "data-key": "load",
    "aria-label": say.load,
    onchange: async () => {
      const file = load.files?.[0];
      if (!file) return;
      if (file.size > 4 * ui.view.longest) ui.say(fill(say.file_too_large, { longest: ui.view.longest }), true);
      else {
        const text = decoded(await file.arrayBuffer());
        if (text.includes("\0")) ui.say(say.no_text_file, true);
        else if (text.trim()) read(text);
        else ui.say(say.empty, true);
      }
    },
  });
  const go = () => (box.value.trim() ? read(box.value) : ui.say(say.empty, true));
  return h(
    "div",
    { class: "rt-question" },
    h("p", { class: "rt-label" }, say.paste),
    box,
    h("p", null, button("read", say.read, go, "rt-choice")),
    h("label", null, `${say.load} `, load),
  );
}

/** What stands in a file of plain text, also in one that an older program wrote. @param {ArrayBuffer} bytes */
function decoded(bytes) {
  const [first, second] = new Uint8Array(bytes);
  const wide = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "";
  try {
    return new TextDecoder(wide || "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(wide || "windows-1252").decode(bytes);
  }
}

/** @param {Ui<View, Local>} ui @param {Section} section */
function oneSection(ui, section) {
  const say = ui.words.own_article;
  const key = `section-${section.code}`;
  const inside = [
    h("p", null, say.section_how[section.code]),
    section.note ? h("p", { class: "rt-box" }, section.note) : null,
    section.code === "ledger" ? newRow(ui) : null,
    section.offers.map((offer) => oneOffer(ui, offer)),
    section.code === "numbers" ? bench(ui) : null,
  ];
  const label = `${say.section[section.code]} (${section.offers.length})`;
  return foldOut(ui, key, section.code === "other_language" ? say.section.other_language : label, inside);
}

/** @param {Ui<View, Local>} ui @param {Offer} offer */
function oneOffer(ui, offer) {
  const say = ui.words.own_article;
  const type = offer.choices === "kinds" ? "kind" : "answer";
  const choose = (/** @type {string} */ choice) => ui.send({ type, key: offer.key, choice });
  const quotes = offer.quotes.map(({ where, text }) => quoteBox({ where, before: text, exact: "", after: "" }));
  /** @type {{ [code: string]: string }} */
  const labels = offer.choices ? say.choices[offer.choices] : {};
  return h(
    "div",
    { class: "rt-question" },
    h("p", { class: "rt-topic" }, offer.title),
    quotes.length === 2 ? h("div", { class: "rt-pair" }, quotes) : quotes,
    offer.lines.map((line) => h("p", null, line)),
    offer.choices ? choiceGroup(ui, offer.key, say.your_turn, choicesOf(labels), offer.chosen, choose) : null,
    offer.boxes.map((box) => oneBox(ui, offer, box)),
  );
}

/** @param {Ui<View, Local>} ui @param {Offer} offer @param {Box} box */
function oneBox(ui, offer, box) {
  const label = ui.words.own_article.box[box.code];
  const key = `${offer.key}-${box.code}`;
  const { drafts } = ui.local;
  if (drafts[key] === box.text) delete drafts[key];
  const area = h(
    "textarea",
    {
      "data-key": key,
      "data-hold": true,
      rows: "2",
      class: "rt-writing",
      maxlength: 2000,
      "aria-label": `${label}, ${offer.title}`,
      onchange: () => {
        drafts[key] = area.value;
        ui.send({ type: "write", key: offer.key, box: box.code, text: area.value });
      },
    },
    drafts[key] ?? box.text,
  );
  return h("label", null, `${label} `, area);
}

/** A line that keeps what is written in it until there are more than `count` of what was asked for. @param {Ui<View, Local>} ui @param {Line} key @param {string} label @param {number} maxlength @param {number} [count] */
function lineBox(ui, key, label, maxlength, count = 0) {
  const { lines } = ui.local;
  const box = lines[key] ?? h("input", { type: "text", "data-key": key, maxlength, "aria-label": label });
  if (Number(box.dataset.count) < count) {
    box.value = "";
    delete box.dataset.count;
  }
  lines[key] = box;
  return box;
}

/** Some lines are sent: they are empty again once there is one more. @param {Ui<View, Local>} ui @param {Line[]} keys @param {number} [count] */
function asked(ui, keys, count = 0) {
  for (const key of keys) /** @type {HTMLElement} */ (ui.local.lines[key]).dataset.count = String(count);
}

/** A row of one's own for the ledger. @param {Ui<View, Local>} ui */
function newRow(ui) {
  const say = ui.words.own_article;
  const field = lineBox(ui, "row", say.row, 80, ui.view.rows);
  const add = () => {
    asked(ui, ["row"], ui.view.rows);
    ui.send({ type: "row", text: field.value });
  };
  field.onkeydown = onEnter(add);
  return h("p", null, h("label", null, `${say.row} `, field), " ", button("add-row", say.add_row, add));
}

/** Two numbers of the text worked out, and figures of one's own. @param {Ui<View, Local>} ui */
function bench(ui) {
  const { local, view } = ui;
  const say = ui.words.own_article;
  const numbers = view.numbers || [];
  if (!numbers.length) return null;
  const choice = (/** @type {"one" | "other"} */ which) => {
    const options = numbers.map((text, place) => h("option", { value: place, selected: local[which] === text }, text));
    const select = h(
      "select",
      { "data-key": which, "aria-label": say[which], onchange: () => (local[which] = numbers[Number(select.value)]) },
      options,
    );
    local[which] = numbers.includes(local[which]) ? local[which] : numbers[0];
    return select;
  };
  /** @type {How[]} */
  const hows = ["share", "times", "sum", "difference", "change"];
  const how = h(
    "select",
    { "data-key": "how", "aria-label": say.operation, onchange: () => (local.how = hows[how.selectedIndex]) },
    hows.map((code) => h("option", { value: code, selected: local.how === code }, say.operations[code])),
  );
  const out = () => ui.send({ type: "work_out", one: local.one, other: local.other, how: local.how });
  const figure = lineBox(ui, "figure", say.figure, 200, numbers.length);
  const source = lineBox(ui, "source", say.figure_source, 200, numbers.length);
  const add = () => {
    asked(ui, ["figure", "source"], numbers.length);
    ui.send({ type: "figure", text: figure.value, source: source.value });
  };
  return h(
    "div",
    { class: "rt-question" },
    h("p", { class: "rt-label" }, say.bench),
    h("p", null, choice("one"), " ", how, " ", choice("other"), " ", button("work-out", say.work_out, out)),
    view.result ? h("p", { class: "rt-box" }, view.result) : null,
    h(
      "p",
      null,
      h("label", null, `${say.figure} `, figure),
      " ",
      h("label", null, `${say.figure_source} `, source),
      " ",
    ),
    button("add-figure", say.add_figure, add),
  );
}

/** @type {() => Local} */
const begin = () => ({ paste: null, one: "", other: "", how: "share", drafts: {}, lines: {} });

export default widget(ownArticle, begin);
