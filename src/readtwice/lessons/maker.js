// Make a lesson: a text, then its cards, captions and figures, with what the check says beside each.

/**
 * @typedef {"title" | "made_by" | "date" | "source" | "address" | "licence"} AboutName
 * @typedef {"pair" | "claim" | "number" | "heading" | "wording" | "statement"} Kind
 * @typedef {"clash" | "no_clash" | "supported" | "not_supported" | "undetermined" | "report" | "opinion" | "forecast"} Verdict
 * @typedef {"solo" | "practice" | "exit"} Use
 * @typedef {"share" | "sum" | "difference" | "ratio"} Verb
 * @typedef {"paragraph" | "heading" | "caption"} Part
 * @typedef {"entity" | "series" | "value" | "unit" | "publisher" | "address" | "date"} FigureName
 * @typedef {{ kind: Kind, sentences: string[], quotes: string[], why: string, verb: string, figures: string[] }} Offer
 * @typedef {object} Twin
 * @property {"clean" | "flawed" | "open"} state
 * @property {Verdict} key
 * @property {boolean} written
 * @property {{ id: string, text: string }[]} sentences
 * @property {string} relation
 * @property {string} explanation
 * @property {{ verdict: Verdict, text: string }[]} feedback
 * @typedef {object} Card
 * @property {string} id
 * @property {Kind} kind
 * @property {Use} use
 * @property {Verdict} key
 * @property {string[]} quotes
 * @property {string} topic
 * @property {string} explanation
 * @property {{ verdict: Verdict, text: string }[]} feedback
 * @property {Twin[]} twins
 * @property {string[]} working
 * @property {string[]} problems
 * @typedef {{ block: string, text: string, tags: { place: number, quote: string, tag: string, reason: string }[] }} Caption
 * @typedef {{ kind: Kind[], keys: { [kind: string]: Verdict[] }, relations: { [key: string]: string[] }, verb: Verb[], use: Use[], tag: string[], tier: string[] }} Choices
 * @typedef {object} Made
 * @property {{ name: AboutName, value: string }[]} about
 * @property {{ place: string, where: string, text: string, kind: Part }[]} parts
 * @property {Choice[]} sentences
 * @property {(Choice & { block: string })[]} figures
 * @property {Offer[]} offers
 * @property {Card[]} cards
 * @property {Caption[]} captions
 * @property {string[]} problems
 * @property {string[]} missing
 * @property {Choices} choices
 * @typedef {{ problem: string, longest: number, ready: boolean, faults: { [key: string]: string } } & Partial<Made>} View
 * @typedef {{ boxes: { [key: string]: HTMLInputElement | HTMLTextAreaElement }, chosen: { [key: string]: string }, link: string }} Local
 */

/** @param {Ui<View, Local>} ui */
function maker(ui) {
  const { view, words } = ui;
  const say = words.maker;
  const { choices } = view;
  return [
    h("p", null, say.how),
    view.ready ? foldOut(ui, "text", say.other_text, pasting(ui)) : pasting(ui),
    view.problem ? h("p", { class: "rt-label", role: "alert" }, view.problem) : null,
    choices ? sections(ui, /** @type {Made} */ (/** @type {unknown} */ (view))) : null,
  ];
}

/** @param {Ui<View, Local>} ui @param {Made} made */
function sections(ui, made) {
  const say = ui.words.maker;
  /** @param {string} key @param {string} label @param {{ type: string, what?: string }} message */
  const act = (key, label, message) => button(key, label, () => ui.send(message), "rt-choice");
  return [
    foldOut(ui, "about", say.section.about, about(ui, made), true),
    foldOut(ui, "parts", say.section.parts, parts(ui, made)),
    foldOut(ui, "offers", say.section.offers, [
      h("p", null, say.offers_note),
      made.offers.map((one) => offer(ui, made, one)),
    ]),
    foldOut(ui, "new", say.section.new_card, newCard(ui, made, null)),
    foldOut(ui, "figures", say.section.figures, figures(ui, made)),
    foldOut(
      ui,
      "captions",
      say.section.captions,
      made.captions.map((one) => caption(ui, made, one)),
    ),
    foldOut(
      ui,
      "cards",
      say.section.cards,
      [
        made.cards.map((one) => card(ui, made, one)),
        h(
          "p",
          null,
          button("exit", say.draw_exit, () => ui.send({ type: "exit" })),
        ),
      ],
      true,
    ),
    h("p", { class: "rt-topic" }, say.section.done),
    made.problems.length ? list(made.problems, "rt-label") : null,
    list(made.missing),
    h(
      "p",
      { class: "rt-row" },
      act("preview", say.preview, { type: "preview", what: "" }),
      act("projector", say.preview_projector, { type: "preview", what: "wall" }),
      act("save", say.save, { type: "save" }),
      siteLink("", "") ? act("link", say.link, { type: "link" }) : null,
      act("sheet", say.print_sheet, { type: "print", what: "sheet" }),
      act("answers", say.print_answers, { type: "print", what: "answers" }),
    ),
    ui.local.link ? linkField(ui, ui.local.link) : null,
  ];
}

/** A link that carries the lesson, to copy. @param {Ui<View, Local>} ui @param {string} link */
function linkField(ui, link) {
  const say = ui.words.maker;
  const said = { label: say.link_label, note: say.link_note, copy: say.link_copy, copied: say.link_copied };
  return lineToCopy(ui, link, ["lesson-link", "copy-link"], "", said);
}

/** @param {Ui<View, Local>} ui */
function pasting(ui) {
  const say = ui.words.maker;
  const box = field(ui, "paste", "", say.paste, true);
  const read = () => {
    const text = boxOf(ui, "paste").value;
    if (text.trim()) ui.send({ type: "text", text: text.slice(0, 2 * ui.view.longest + 1) });
    else ui.say(say.empty, true);
  };
  return h("div", { class: "rt-question" }, box, h("p", null, button("read", say.read, read, "rt-choice")));
}

/** @param {Ui<View, Local>} ui @param {string} key */
function boxOf(ui, key) {
  return /** @type {HTMLInputElement | HTMLTextAreaElement} */ (ui.local.boxes[key]);
}

/** What stands in some boxes, by their names. @param {Ui<View, Local>} ui @param {string} key @param {readonly string[]} names */
function written(ui, key, names) {
  return Object.fromEntries(names.map((name) => [name, boxOf(ui, `${key}-${name}`).value]));
}

/** A labelled box that keeps what is being written. @param {Ui<View, Local>} ui @param {string} key @param {string} value @param {string} label @param {boolean} [long] */
function field(ui, key, value, label, long = false) {
  const { boxes } = ui.local;
  const id = `${ui.id}-${key}`;
  if (boxes[key]?.getAttribute("data-was") !== value) {
    const properties = { id, "data-key": key, "data-was": value };
    boxes[key] = long
      ? writingBox("textarea", { ...properties, rows: key === "paste" ? "8" : "2" }, () => {})
      : writingBox("input", { ...properties, type: "text", maxlength: 300 }, () => {});
    boxes[key].value = value;
  }
  const fault = ui.view.faults[key];
  boxOf(ui, key).setAttribute("aria-invalid", String(!!fault));
  return [
    h("p", null, h("label", { for: id, class: "rt-label" }, label), " ", boxOf(ui, key)),
    fault ? h("p", { class: "rt-label" }, fault) : null,
  ];
}

/** A labelled choice out of a list. @param {Ui<View, Local>} ui @param {string} key @param {string} label @param {readonly Choice[]} choices @param {string} [first] */
function pick(ui, key, label, choices, first = "") {
  const { chosen } = ui.local;
  const codes = choices.map(({ code }) => code);
  const kept = chosen[key];
  if (!kept || !codes.includes(kept)) chosen[key] = codes.includes(first) ? first : (codes[0] ?? "");
  const id = `${ui.id}-${key}`;
  const select = h(
    "select",
    {
      id,
      "data-key": key,
      onchange: () => {
        chosen[key] = codes[select.selectedIndex] ?? "";
        ui.redraw();
      },
    },
    choices.map(({ code, label: text }) => h("option", { value: code, selected: code === chosen[key] }, text)),
  );
  return h("p", null, h("label", { for: id, class: "rt-label" }, label), " ", select);
}

/**
 * @template {string} Code
 * @param {readonly Code[]} codes
 * @param {(code: Code) => string} [label]
 */
function named(codes, label = (code) => code) {
  return codes.map((code) => ({ code, label: label(code) }));
}

/** @param {Ui<View, Local>} ui @param {Made} made */
function about(ui, made) {
  const say = ui.words.maker;
  const keep = () => {
    const names = made.about.map(({ name }) => name);
    ui.send({ type: "about", values: written(ui, "about", names) });
  };
  return [
    made.about.map(({ name, value }) => field(ui, `about-${name}`, value, say.about[name])),
    h("p", null, button("keep-about", say.keep, keep, "rt-choice")),
  ];
}

/** @param {Ui<View, Local>} ui @param {Made} made */
function parts(ui, made) {
  const say = ui.words.maker;
  /** @type {Part[]} */
  const parts = ["paragraph", "heading", "caption"];
  const kinds = named(parts, (code) => say.kinds[code]);
  return [
    h("p", null, say.parts_note),
    made.parts.map(({ place, where, text, kind }) =>
      choiceGroup(ui, `part-${place}`, `${where} ${text}`, kinds, kind, (code) =>
        ui.send({ type: "kind", place, kind: code }),
      ),
    ),
  ];
}

/** @param {Ui<View, Local>} ui @param {Made} made @param {Offer} one */
function offer(ui, made, one) {
  return h(
    "div",
    { class: "rt-question" },
    one.quotes.map((quote) => h("p", { class: "rt-quote" }, quote)),
    h("p", { class: "rt-small-print" }, one.why),
    newCard(ui, made, one),
  );
}

/** What a card needs: a kind, sentences, the key; of an offer only what is not known yet. @param {Ui<View, Local>} ui @param {Made} made @param {Offer | null} one */
function newCard(ui, made, one) {
  const say = ui.words.maker;
  const { chosen } = ui.local;
  const key = one ? `offer-${one.kind}-${one.sentences.join("-")}` : "new";
  const { choices } = made;
  const kindPick = one
    ? null
    : pick(
        ui,
        `${key}-kind`,
        say.field.kind,
        named(choices.kind, (code) => say.kind[code]),
      );
  const kind = /** @type {Kind} */ (one ? one.kind : chosen[`${key}-kind`]);
  const verdicts = named(choices.keys[kind] ?? [], (code) => say.verdict[code]);
  const rows = [kindPick];
  if (!one) {
    rows.push(pick(ui, `${key}-one`, say.field.sentence, made.sentences));
    if (kind === "pair") rows.push(pick(ui, `${key}-other`, say.field.other_sentence, made.sentences));
  }
  if (kind === "number") {
    rows.push(
      pick(
        ui,
        `${key}-verb`,
        say.field.verb,
        named(choices.verb, (code) => say.verb[code]),
        one?.verb,
      ),
    );
    const block = (one ? one.sentences[0] : chosen[`${key}-one`])?.split(".")[0];
    const near = made.figures.filter((figure) => figure.block === block);
    const figures = [...near, ...made.figures.filter((figure) => figure.block !== block)]; // its own numbers stand first
    rows.push(pick(ui, `${key}-first`, say.field.first_number, figures, one?.figures[0]));
    rows.push(pick(ui, `${key}-second`, say.field.second_number, figures, one?.figures[1]));
  }
  rows.push(pick(ui, `${key}-key-${kind}`, say.field.key, verdicts));
  if (kind === "pair") {
    const about = choices.relations[chosen[`${key}-key-${kind}`] ?? ""] ?? [];
    rows.push(pick(ui, `${key}-relation`, say.field.relation, named(about)));
  }
  rows.push(...field(ui, `${key}-topic`, "", say.field.topic));
  const topic = boxOf(ui, `${key}-topic`);
  if (Number(topic.dataset.n) < made.cards.length) {
    topic.value = ""; // its card is there, and the next one is about something else
    delete topic.dataset.n;
  }
  const add = () => {
    const sentences = one ? one.sentences : [chosen[`${key}-one`], chosen[`${key}-other`]];
    const values = {
      kind,
      sentences,
      key: chosen[`${key}-key-${kind}`],
      relation: chosen[`${key}-relation`] ?? "",
      verb: chosen[`${key}-verb`] ?? "",
      figures: [chosen[`${key}-first`], chosen[`${key}-second`]],
      topic: topic.value,
    };
    topic.dataset.n = String(made.cards.length);
    ui.send({ type: "card", values, box: key });
  };
  return [rows, h("p", null, button(`${key}-add`, say.add_card, add, "rt-choice"))];
}

/** @param {Ui<View, Local>} ui @param {Made} made */
function figures(ui, made) {
  const say = ui.words.maker;
  /** @type {FigureName[]} */
  const names = ["entity", "series", "value", "unit", "publisher", "address", "date"];
  const add = () => {
    const values = { ...written(ui, "figure", names), tier: ui.local.chosen["figure-tier"] };
    ui.send({ type: "figure", values });
  };
  return [
    list(made.figures.map(({ label }) => label)),
    h("p", null, say.figures_note),
    names.map((name) => field(ui, `figure-${name}`, "", say.figure[name])),
    pick(ui, "figure-tier", say.field.tier, named(made.choices.tier)),
    h("p", null, button("add-figure", say.add_figure, add, "rt-choice")),
  ];
}

/** @param {Ui<View, Local>} ui @param {Made} made @param {Caption} one */
function caption(ui, made, one) {
  const say = ui.words.maker;
  const key = `caption-${one.block}`;
  const add = () => {
    const values = { ...written(ui, key, ["quote", "reason"]), tag: ui.local.chosen[`${key}-tag`] };
    ui.send({ type: "tag", block: one.block, values });
  };
  const tags = one.tags.map(({ place, quote, tag, reason }) => [
    `“${quote}”: ${tag}. ${reason} `,
    button(`untag-${place}`, say.remove, () => ui.send({ type: "untag", place })),
  ]);
  return h(
    "div",
    { class: "rt-question" },
    h("p", { class: "rt-quote" }, one.text),
    list(tags),
    field(ui, `${key}-quote`, "", say.field.quote),
    pick(ui, `${key}-tag`, say.field.tag, named(made.choices.tag)),
    field(ui, `${key}-reason`, "", say.field.reason),
    h("p", null, button(`${key}-add`, say.add_tag, add, "rt-choice")),
  );
}

/** A box for what is said to each answer. @param {Ui<View, Local>} ui @param {string} key @param {Card["feedback"]} feedback */
function replies(ui, key, feedback) {
  const say = ui.words.maker;
  return feedback.map(({ verdict, text }) =>
    field(ui, `${key}-${verdict}`, text, fill(say.feedback_to, { verdict: say.verdict[verdict] }), true),
  );
}

/** @param {Ui<View, Local>} ui @param {Made} made @param {Card} one */
function card(ui, made, one) {
  const say = ui.words.maker;
  const keep = () => {
    const names = ["topic", "explanation", ...one.feedback.map(({ verdict }) => verdict)];
    ui.send({ type: "edit", card: one.id, values: written(ui, one.id, names) });
  };
  const inside = [
    one.working.length ? list(one.working) : null,
    field(ui, `${one.id}-topic`, one.topic, say.field.topic),
    field(ui, `${one.id}-explanation`, one.explanation, say.field.explanation, true),
    replies(ui, one.id, one.feedback),
    h(
      "p",
      null,
      button(`keep-${one.id}`, say.keep, keep, "rt-choice"),
      " ",
      button(`remove-${one.id}`, say.remove, () => ui.send({ type: "remove", card: one.id })),
    ),
  ];
  return h(
    "div",
    { class: "rt-question" },
    h("p", { class: "rt-topic" }, `${say.kind[one.kind]}: ${say.verdict[one.key]}`),
    one.quotes.map((quote) => h("p", { class: "rt-quote" }, quote)),
    one.problems.length ? list(one.problems, "rt-label") : null,
    choiceGroup(
      ui,
      `use-${one.id}`,
      say.field.use,
      named(made.choices.use, (code) => say.use[code]),
      one.use,
      (use) => ui.send({ type: "use", card: one.id, use }),
    ),
    h(
      "p",
      null,
      button(`preview-${one.id}`, say.preview_card, () => ui.send({ type: "preview", what: one.id })),
    ),
    foldOut(ui, `edit-${one.id}`, say.edit, inside),
    one.twins.length
      ? foldOut(ui, `twins-${one.id}`, say.twins, [
          h("p", null, say.twins_note),
          one.twins.map((each) => twin(ui, made, one, each)),
        ])
      : null,
  );
}

/** A state of a card that is written by changing words. @param {Ui<View, Local>} ui @param {Made} made @param {Card} of @param {Twin} one */
function twin(ui, made, of, one) {
  const say = ui.words.maker;
  const key = `${of.id}-${one.state}`;
  const keep = () => {
    const values = {
      sentences: written(
        ui,
        key,
        one.sentences.map(({ id }) => id),
      ),
      relation: ui.local.chosen[`${key}-relation`] ?? "",
      ...written(ui, key, ["explanation", ...one.feedback.map(({ verdict }) => verdict)]),
    };
    ui.send({ type: "twin", card: of.id, state: one.state, values });
  };
  return h(
    "div",
    { class: "rt-question" },
    h("p", { class: "rt-topic" }, fill(say.twin_of, { verdict: say.verdict[one.key] })),
    one.written ? h("p", { class: "rt-label" }, say.twin_there) : null,
    one.sentences.map(({ id, text }) => field(ui, `${key}-${id}`, text, say.field.sentence, true)),
    of.kind === "pair"
      ? pick(ui, `${key}-relation`, say.field.relation, named(made.choices.relations[one.key] ?? []), one.relation)
      : null,
    field(ui, `${key}-explanation`, one.explanation, say.field.explanation, true),
    foldOut(ui, `${key}-feedback`, say.feedback, replies(ui, key, one.feedback)),
    h(
      "p",
      { class: "rt-row" },
      button(`keep-${key}`, say.keep_twin, keep, "rt-choice"),
      one.written
        ? button(`remove-${key}`, say.remove_twin, () => ui.send({ type: "untwin", card: of.id, state: one.state }))
        : null,
    ),
  );
}

/** @type {() => Local} */
const begin = () => ({ boxes: {}, chosen: {}, link: "" });

/** A lesson for a link becomes one. @type {(file: SavedFile, ui: Ui<View, Local>) => void} */
const take = (file, ui) => {
  if (!file.link) return download(file);
  ui.local.link = lessonLink(file.text);
  ui.redraw("lesson-link");
};

export default widget(maker, begin, take);
