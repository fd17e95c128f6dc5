// Caption tagger: choose a tag, then words. Tags are letters and kinds of lines, never colour alone. Python marks.

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
const SPAN_SIGNS = { agreement: "✓", over_reach: "↺", missed: "↺", talk: "•" };

function captions(ui) {
  const { view, words, local } = ui;
  const say = words.captions;
  if (local.index === undefined)
    Object.assign(local, {
      index: Math.max(
        view.captions.findIndex((one) => !one.feedback),
        0,
      ),
      tool: view.tags[0],
      drafts: {},
    });
  const one = view.captions[local.index];
  const draft = local.drafts[one.id] || one.tagged;
  const name = (tag) => say.tag[tag || "none"];
  const checked = one.feedback && !local.again && draft.every((tag, i) => tag === one.tagged[i]);
  const between = (a, b) => Array.from({ length: Math.abs(a - b) + 1 }, (_, i) => Math.min(a, b) + i);
  // Tags words from one place to another. `base` is what stood before a run that is still growing or shrinking.
  const put = (from, to, tag, base = draft) => {
    const places = between(from, to);
    local.drafts[one.id] = base.map((old, i) => (places.includes(i) ? tag : old));
    local.run = { from, to, base };
    local.again = false;
    ui.redraw(`word-${to}`);
    ui.say(fill(say.put, { words: places.map((i) => one.words[i].text).join(" "), tag: name(tag) }));
  };
  const run = () => local.run || {};
  const click = (event, i) => {
    if (event.shiftKey && local.run) put(run().from, i, local.tool, run().base);
    else put(i, i, draft[i] === local.tool ? "" : local.tool);
  };
  const key = (event, i) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const tag = TAG_KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const here = run().to === i;
    if (step && event.shiftKey) {
      const to = Math.min(Math.max(i + step, 0), one.words.length - 1);
      put(here ? run().from : i, to, local.tool, here ? run().base : draft);
    } else if (tag !== undefined) {
      if (tag) local.tool = tag;
      put(here ? run().from : i, i, tag, here ? run().base : draft);
    } else {
      if (step || event.key === "Home" || event.key === "End") local.run = null; // the focus moves on: a new run begins there
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const line = h(
    "p",
    { class: "rt-tagged", role: "group", "aria-label": say.words },
    one.before,
    one.words.map((word, i) => [
      h(
        "button",
        {
          type: "button",
          class: `rt-tagword rt-tag-${draft[i] || "none"}`,
          "data-key": `word-${i}`,
          "aria-label": `${word.text}: ${name(draft[i])}`,
          onclick: (event) => click(event, i),
          onkeydown: (event) => key(event, i),
        },
        word.text,
        draft[i] ? h("span", { class: "rt-letter", "aria-hidden": "true" }, say.letter[draft[i]]) : null,
      ),
      word.after,
    ]),
  );
  oneTabStop(line, "button", ui, `words-${one.id}`);
  const go = (index) => {
    Object.assign(local, { index, run: null, again: false });
    ui.redraw("card");
    ui.say(fill(say.progress, { number: index + 1, count: view.captions.length }));
  };
  const check = () => {
    if (!draft.some(Boolean)) {
      ui.say(say.tag_first, true);
      return;
    }
    Object.assign(local, { again: false, run: null });
    ui.focusAfterAnswer = "feedback";
    ui.send({ type: "tags", caption: one.id, tags: draft });
  };
  const legend = view.tags.map((tag) =>
    h(
      "li",
      null,
      h("span", { class: `rt-sample rt-tag-${tag}`, "aria-hidden": "true" }, say.letter[tag]),
      h(
        "span",
        null,
        fill(say.legend, {
          tag: name(tag),
          meaning: say.meaning[tag],
          count: draft.filter((given) => given === tag).length,
        }),
      ),
    ),
  );
  return [
    h(
      "p",
      { class: "rt-topic", tabindex: "-1", "data-key": "card" },
      fill(say.progress, { number: local.index + 1, count: view.captions.length }),
      ` · ${one.where}`,
    ),
    h("p", null, say.how),
    h("ul", { class: "rt-legend" }, legend),
    choiceGroup(
      ui,
      "tool",
      say.tool,
      [...view.tags, ""].map((tag) => ({ code: tag || "none", label: name(tag) })),
      local.tool || "none",
      (code) => {
        local.tool = code === "none" ? "" : code;
        local.run = null;
        ui.redraw();
      },
    ),
    line,
    h("p", { class: "rt-small-print" }, say.keys),
    checked
      ? null
      : h("button", { type: "button", class: "rt-choice", "data-key": "check", onclick: check }, say.check),
    checked
      ? h(
          "div",
          { tabindex: "-1", "data-key": "feedback", class: "rt-focus" },
          feedbackBox(ui, one.feedback),
          spanList(one.spans),
          h("p", null, view.summary),
        )
      : null,
    checked
      ? h(
          "button",
          {
            type: "button",
            class: "rt-small",
            "data-key": "again",
            onclick: () => {
              local.again = true;
              ui.redraw("word-0");
            },
          },
          say.again,
        )
      : null,
    h(
      "div",
      { class: "rt-small-print" },
      view.key.map((text) => h("p", null, text)),
    ),
    view.captions.length > 1 ? pager(ui, local.index, view.captions.length, say, go) : null,
  ].filter(Boolean);
}

/** Span by span, in the order of the caption: what became of it, and the reasons of the readings. */
function spanList(spans) {
  return h(
    "ul",
    { class: "rt-spans" },
    spans.map((span) =>
      h(
        "li",
        null,
        h(
          "p",
          null,
          h("span", { class: "rt-sign", "aria-hidden": "true" }, SPAN_SIGNS[span.outcome]),
          h("strong", null, `“${span.text}”`),
          ` ${span.line}`,
        ),
        span.reasons.map((reason) => h("p", { class: "rt-small-print" }, reason)),
      ),
    ),
  );
}

export default {
  render({ model, el }) {
    return mount(model, el, captions);
  },
};
