// Caption tagger: choose a tag, then words. Tags are letters and kinds of lines, never colour alone. Python marks.

/** @typedef {"seen" | "told" | "added"} Tag */
/** @type {Record<string, Tag | "">} */
const TAG_KEYS = {
  s: "seen",
  t: "told",
  a: "added",
  1: "seen",
  2: "told",
  3: "added",
  0: "",
  Backspace: "",
  Delete: "",
};
/** @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
/** @type {Record<string, string>} */
const SPAN_SIGNS = { agreement: "✓", over_reach: "↺", missed: "↺", talk: "•" };

/**
 * @typedef {{ outcome: string, text: string, line: string, reasons: string[] }} Span
 * @typedef {object} Caption
 * @property {string} id
 * @property {string} where
 * @property {string} before
 * @property {{ text: string, after: string }[]} words
 * @property {(Tag | "")[]} tagged
 * @property {Feedback | null} feedback
 * @property {Span[]} spans
 * @typedef {{ tags: Tag[], whose_key: string[], captions: Caption[], summary: string }} View
 * @typedef {object} Local
 * @property {number} index
 * @property {Tag | ""} tool
 * @property {{ [caption: string]: (Tag | "")[] }} drafts
 * @property {{ from: number, to: number, base: (Tag | "")[] } | null} run
 * @property {boolean} again
 */

/** @param {Ui<View, Local>} ui */
function captions(ui) {
  const { view, words, local } = ui;
  const say = words.captions;
  const place = deck(ui, view.captions.length, say, say.progress, () =>
    Object.assign(local, { run: null, again: false }),
  );
  const one = view.captions[place.index];
  const draft = local.drafts[one.id] || one.tagged;
  const name = (/** @type {Tag | ""} */ tag) => say.tag[tag || "none"];
  const same = draft.every((tag, i) => tag === one.tagged[i]);
  const feedback = local.again || !same ? null : one.feedback;
  const check = () => {
    if (!draft.some(Boolean)) return ui.say(say.tag_first, true);
    Object.assign(local, { again: false, run: null });
    ui.focusAfterAnswer = "feedback";
    ui.send({ type: "tags", caption: one.id, tags: draft });
  };
  const again = () => {
    local.again = true;
    ui.redraw("word-0");
  };
  const takeUp = (/** @type {Tag | "none"} */ code) => {
    local.tool = code === "none" ? "" : code;
    local.run = null;
    ui.redraw();
  };
  /** @type {{ code: Tag | "none", label: string }[]} */
  const tools = [...view.tags.map((tag) => ({ code: tag, label: name(tag) })), { code: "none", label: name("") }];
  const legend = view.tags.map((tag) => {
    const count = draft.filter((given) => given === tag).length;
    const sample = h("span", { class: `rt-sample rt-tag-${tag}`, "aria-hidden": "true" }, say.letter[tag]);
    return [sample, h("span", null, fill(say.legend, { tag: name(tag), meaning: say.meaning[tag], count }))];
  });
  return [
    h("p", { class: "rt-topic", tabindex: "-1", "data-key": "card" }, place.progress, ` · ${one.where}`),
    h("p", null, say.how),
    list(legend, "rt-legend"),
    choiceGroup(ui, "tool", say.tool, tools, local.tool || "none", takeUp, "rt-inline"),
    taggedLine(ui, one, draft),
    h("p", { class: "rt-small-print" }, say.keys),
    feedback
      ? [
          focusBox("feedback", feedbackBox(ui, feedback), spanList(one.spans), h("p", null, view.summary)),
          button("again", say.again, again),
        ]
      : button("check", say.check, check, "rt-choice"),
    h(
      "div",
      { class: "rt-small-print" },
      view.whose_key.map((text) => h("p", null, text)),
    ),
    place.pager,
  ];
}

/** The words of a caption, each a button. @param {Ui<View, Local>} ui @param {Caption} one @param {(Tag | "")[]} draft */
function taggedLine(ui, one, draft) {
  const { local } = ui;
  const say = ui.words.captions;
  // Tags words from one place to another. `base` is what stood before a run that is still growing or shrinking.
  const put = (
    /** @type {number} */ from,
    /** @type {number} */ to,
    /** @type {Tag | ""} */ tag,
    /** @type {(Tag | "")[]} */ base = draft,
  ) => {
    const within = (/** @type {number} */ i) => i >= Math.min(from, to) && i <= Math.max(from, to);
    local.drafts[one.id] = base.map((old, i) => (within(i) ? tag : old));
    local.run = { from, to, base };
    local.again = false;
    ui.redraw(`word-${to}`);
    const put = one.words.filter((_, i) => within(i)).map(({ text }) => text);
    ui.say(fill(say.put, { words: put.join(" "), tag: say.tag[tag || "none"] }));
  };
  const click = (/** @type {MouseEvent} */ event, /** @type {number} */ i) => {
    if (event.shiftKey && local.run) put(local.run.from, i, local.tool, local.run.base);
    else put(i, i, draft[i] === local.tool ? "" : local.tool);
  };
  const key = (/** @type {KeyboardEvent} */ event, /** @type {number} */ i) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    const tag = TAG_KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const here = local.run?.to === i ? local.run : { from: i, base: draft };
    if (step && event.shiftKey) {
      put(here.from, Math.min(Math.max(i + step, 0), one.words.length - 1), local.tool, here.base);
    } else if (tag !== undefined) {
      if (tag) local.tool = tag;
      put(here.from, i, tag, here.base);
    } else {
      // The focus moves on: a new run begins there.
      if (step || event.key === "Home" || event.key === "End") local.run = null;
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const words = one.words.map(({ text, after }, i) => {
    const tag = draft[i];
    const content = [text, tag ? h("span", { class: "rt-letter", "aria-hidden": "true" }, say.letter[tag]) : null];
    /** @type {Properties<"button">} */
    const more = { "aria-label": `${text}: ${say.tag[tag || "none"]}`, onkeydown: (event) => key(event, i) };
    return [
      button(`word-${i}`, content, (event) => click(event, i), `rt-tagword rt-tag-${tag || "none"}`, more),
      after,
    ];
  });
  const line = h("p", { class: "rt-tagged", role: "group", "aria-label": say.words }, one.before, words);
  oneTabStop(line, "button", ui, `words-${one.id}`);
  return line;
}

/** Span by span, in the order of the caption: what became of it, and the reasons of the readings. @param {Span[]} spans */
function spanList(spans) {
  const lines = spans.map(({ outcome, text, line, reasons }) => {
    const sign = h("span", { class: "rt-sign", "aria-hidden": "true" }, SPAN_SIGNS[outcome]);
    const why = reasons.map((reason) => h("p", { class: "rt-small-print" }, reason));
    return [h("p", null, sign, h("strong", null, `“${text}”`), ` ${line}`), why];
  });
  return list(lines, "rt-spans");
}

export default widget(captions, (view) => ({
  index: firstOpen(view.captions),
  tool: view.tags[0],
  drafts: {},
  run: null,
  again: false,
}));
