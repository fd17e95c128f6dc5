// Shared by every widget: Python puts this file in front of the widget's own. Words and marking come from Python;
// text reaches the page only as text nodes, never as HTML. The types stand in tests/scripts/types.d.ts.

const NO_ANSWER_AFTER = 6000; // milliseconds until a click without an answer is called lost
const PATIENT = 120000; // the same where Python has a class to read
const PIECE = 2 ** 20; // bytes in one message: far below what ends the connection
const ASIDE = "readtwice-waiting";
const SVG = ["http", "//www.w3.org/2000/svg"].join(":"); // the name of a vocabulary: nothing is fetched from there
/** @type {Record<string, string>} */
const OUTCOME_SIGNS = { right: "✓", not_yet: "↺" };

/**
 * One element. Properties that begin with "on" listen; null and false leave an attribute out.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Properties<Tag> | null} [properties]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function h(tag, properties, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  /** @type {any[]} */
  const all = children;
  node.append(...all.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/**
 * A part of a drawing. Null leaves an attribute out.
 *
 * @param {string} tag
 * @param {Record<string, string | number | null>} properties
 * @param {...(SVGElement | string | readonly SVGElement[])} children
 */
function svg(tag, properties, ...children) {
  const node = /** @type {SVGElement} */ (document.createElementNS(SVG, tag));
  for (const [name, value] of Object.entries(properties)) if (value !== null) node.setAttribute(name, String(value));
  node.append(.../** @type {(SVGElement | string)[]} */ (children.flat()));
  return node;
}

/**
 * A phrase with its {values} filled in. `{count:card|cards}` gives the first word for one, else the second.
 *
 * @template {string} Phrase
 * @param {Phrase} phrase
 * @param {Record<Blanks<Phrase>, string | number>} values
 */
function fill(phrase, values) {
  return phrase.replace(
    /{(\w+)(?::([^|}]*)\|([^}]*))?}/g,
    (whole, /** @type {Blanks<Phrase>} */ name, one = values[name] ?? whole, more = one) =>
      String(values[name]) === "1" ? one : more,
  );
}

/**
 * Keys typed inside a widget stay inside, or JupyterLab would run, add and delete cells. Only "save" is let out.
 *
 * @param {HTMLElement} root
 */
function keepKeysInside(root) {
  root.addEventListener("keydown", (event) => {
    const save =
      (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "s";
    if (!save) event.stopPropagation();
  });
}

/**
 * A small button, or one of another look. `key` finds it again, and its focus, after a redraw.
 *
 * @param {string} key
 * @param {Child} label
 * @param {(event: MouseEvent & { readonly currentTarget: HTMLButtonElement }) => void} onclick
 * @param {string} [look]
 * @param {Properties<"button">} [more]
 */
function button(key, label, onclick, look = "rt-small", more = {}) {
  return h("button", { type: "button", class: look, "data-key": key, onclick, ...more }, label);
}

/** A list of lines. @param {readonly Child[]} lines @param {string | null} [look] */
function list(lines, look = null) {
  const items = lines.map((line) => h("li", null, line));
  return h("ul", { class: look }, items);
}

/** Steps of reasoning, in their order. @param {readonly string[]} steps */
function stepList(steps) {
  const items = steps.map((step) => h("li", null, step));
  return steps.length ? h("ol", { class: "rt-steps" }, items) : null;
}

/** Names with what is said of each. @param {readonly (readonly Child[])[]} pairs @param {string | null} [look] */
function terms(pairs, look = null) {
  const lines = pairs.map(([name, text]) => [h("dt", null, name), h("dd", null, text)]);
  return h("dl", { class: look }, lines);
}

/** A place that takes the focus when something new stands in it. @param {string} key @param {...Child} children */
function focusBox(key, ...children) {
  return h("div", { tabindex: "-1", "data-key": key, class: "rt-focus" }, children);
}

/**
 * A part that folds away, and stays as the reader left it when the page is drawn again.
 *
 * @param {Ui} ui
 * @param {string} key
 * @param {string} label
 * @param {Child} content
 * @param {boolean} [open] whether it is open at first
 */
function foldOut(ui, key, label, content, open = false) {
  return h(
    "details",
    {
      open: ui.open[key] ?? open,
      ontoggle: (event) => {
        ui.open[key] = event.currentTarget.open;
      },
    },
    h("summary", { "data-key": key }, label),
    content,
  );
}

/** Listens for Enter in a field. @param {() => void} act @returns {(event: KeyboardEvent) => void} */
function onEnter(act) {
  return (event) => {
    if (event.key === "Enter") act();
  };
}

/**
 * A box to write in that stays the same node: a new one would lose the undo history and what is being composed. `left`
 * is called once the writer has really gone: a redraw takes the focus and gives it back at once.
 *
 * @template {"input" | "textarea"} Tag
 * @param {Tag} tag
 * @param {Properties<Tag>} properties
 * @param {() => void} left
 */
function writingBox(tag, properties, left) {
  const box = h(tag, /** @type {Properties<Tag>} */ ({ class: "rt-writing", spellcheck: "true", ...properties }));
  box.addEventListener("blur", () => {
    setTimeout(() => {
      if (document.activeElement !== box) left();
    });
  });
  box.addEventListener("compositionstart", () => box.setAttribute("data-hold", ""));
  box.addEventListener("compositionend", () => box.removeAttribute("data-hold"));
  return box;
}

/**
 * Let a widget fill the screen, or give the screen back. Where the browser refuses, `refused` is said.
 *
 * @param {Ui} ui
 * @param {Element | null} root
 * @param {string} refused
 */
function fullScreen(ui, root, refused) {
  if (document.fullscreenElement) document.exitFullscreen();
  else if (root?.requestFullscreen) root.requestFullscreen().catch(() => ui.say(refused, true));
  else ui.say(refused, true);
}

const FIT_STEPS = 50; // of type that scales down
const LAST_STEP = 31; // the style sheet says what is the smallest type

/**
 * Show what fills the screen whole: its type scales down to a minimum, then its two halves stand side by side.
 *
 * @param {Element} root what fills the screen
 * @param {HTMLElement} body what is scaled in it
 */
function fitToScreen(root, body) {
  body.classList.remove("rt-side-by-side");
  body.style.removeProperty("--rt-fit");
  if (document.fullscreenElement !== root) return;
  for (const side of [false, true]) {
    body.classList.toggle("rt-side-by-side", side);
    const fitsAt = (/** @type {number} */ step) => {
      body.style.setProperty("--rt-fit", String(1 - step / FIT_STEPS));
      return root.scrollHeight <= root.clientHeight;
    };
    let [large, small] = [-1, LAST_STEP]; // too large, and small enough if anything is
    while (small - large > 1) {
      const middle = Math.floor((large + small) / 2);
      if (fitsAt(middle)) small = middle;
      else large = middle;
    }
    if (fitsAt(small)) return;
  }
}

/**
 * Keep a widget whole on a screen that it fills, however it changes. Returns what ends that.
 *
 * @param {HTMLElement} el
 * @param {string} selector of what is scaled in it
 */
function staysWhole(el, selector) {
  const fit = () => {
    const body = /** @type {HTMLElement | null} */ (el.querySelector(selector));
    const root = body?.closest(".rt");
    if (body && root) fitToScreen(root, body);
  };
  const watcher = new MutationObserver(fit);
  watcher.observe(el, { childList: true, subtree: true });
  document.addEventListener("fullscreenchange", fit);
  window.addEventListener("resize", fit);
  el.addEventListener("toggle", fit, true);
  return () => {
    watcher.disconnect();
    document.removeEventListener("fullscreenchange", fit);
    window.removeEventListener("resize", fit);
    el.removeEventListener("toggle", fit, true);
  };
}

/**
 * One Tab stop for a list of buttons: arrows, Home and End move inside it.
 *
 * @param {HTMLElement} group
 * @param {string} selector
 * @param {Ui} ui
 * @param {string} name
 */
function oneTabStop(group, selector, ui, name) {
  const items = /** @type {HTMLElement[]} */ ([...group.querySelectorAll(selector)]);
  if (!items.length) return;
  const known = items.findIndex((item) => item.dataset.key && item.dataset.key === ui.stops[name]);
  const pressed = items.findIndex((item) => item.getAttribute("aria-pressed") === "true");
  const stop = (/** @type {number} */ index, /** @type {boolean} */ focus) => {
    for (const [place, item] of items.entries()) item.setAttribute("tabindex", place === index ? "0" : "-1");
    ui.stops[name] = items[index].dataset.key;
    if (focus) items[index].focus();
  };
  stop(known >= 0 ? known : Math.max(pressed, 0), false);
  const placeOf = (/** @type {Event} */ event) => items.indexOf(/** @type {HTMLElement} */ (event.target));
  group.addEventListener("focusin", (event) => {
    if (placeOf(event) >= 0) stop(placeOf(event), false);
  });
  group.addEventListener("keydown", (event) => {
    const index = placeOf(event);
    if (index < 0) return;
    const last = items.length - 1;
    /** @type {Record<string, number>} */
    const ways = {
      ArrowRight: index + 1,
      ArrowDown: index + 1,
      ArrowLeft: index - 1,
      ArrowUp: index - 1,
      Home: 0,
      End: last,
    };
    const next = ways[event.key];
    if (next === undefined) return;
    event.preventDefault();
    stop(Math.min(Math.max(next, 0), last), true);
  });
}

/**
 * Choices from words: all of them, or those with some codes, in that order.
 *
 * @param {{ readonly [code: string]: string }} labels
 * @param {readonly string[]} [codes]
 */
function choicesOf(labels, codes = Object.keys(labels)) {
  return codes.map((code) => ({ code, label: labels[code] }));
}

/**
 * A labelled group of choices. `look` is a class of its own.
 *
 * @template {string | number} Code
 * @param {Ui} ui
 * @param {string} name
 * @param {string} label
 * @param {readonly { code: Code, label: string }[]} choices
 * @param {Code | null | undefined} chosen
 * @param {(code: Code) => void} choose
 * @param {string} [look]
 */
function choiceGroup(ui, name, label, choices, chosen, choose, look = "") {
  const id = `${ui.id}-${name}`;
  const buttons = choices.map(({ code, label: text }) =>
    button(`${name}-${code}`, text, () => choose(code), "rt-choice", { "aria-pressed": String(code === chosen) }),
  );
  const row = h("div", { class: `rt-choices ${look}`.trim(), role: "group", "aria-labelledby": id }, buttons);
  oneTabStop(row, "button", ui, name);
  return h("div", { class: "rt-question" }, h("p", { id, class: "rt-label" }, label), row);
}

/**
 * Sentences of a text, one of which may be chosen.
 *
 * @param {Ui} ui
 * @param {string} name
 * @param {string} label
 * @param {readonly Sentence[]} sentences
 * @param {string | null | undefined} chosen
 * @param {(id: string) => void} choose
 */
function sentenceList(ui, name, label, sentences, chosen, choose) {
  const lines = sentences.map(({ id, where, text, kind }) => {
    const content = [h("span", { class: "rt-number" }, where), h("span", null, text)];
    const pressed = { "aria-pressed": String(id === chosen) };
    return h(
      "li",
      null,
      button(id, content, () => choose(id), `rt-sentence rt-is-${kind}`, pressed),
    );
  });
  const all = h("ol", { class: "rt-sentences", "aria-label": label, "data-scroll": "sentences" }, lines);
  oneTabStop(all, "button", ui, name);
  return all;
}

/**
 * The marked words of a quote inside its sentence, with its paragraph number.
 *
 * @param {Quote} quote
 * @param {string} [label]
 */
function quoteBox(quote, label = "") {
  const where = [label, quote.where].filter(Boolean).join(" · ");
  return h(
    "blockquote",
    { class: "rt-quote" },
    where ? h("p", { class: "rt-where" }, where) : null,
    h("p", null, quote.before, quote.exact ? h("mark", null, quote.exact) : null, quote.after),
  );
}

/** What the record shows, printed with a question that it decides. @param {Ui} ui @param {string} text */
function recordBox(ui, text) {
  return text ? h("p", { class: "rt-box" }, h("strong", null, `${ui.words.feedback.box}: `), text) : null;
}

/**
 * The sources of a reply, below a line that says of when the record is.
 *
 * @param {Ui} ui
 * @param {{ sources: string[], as_of: string }} reply
 */
function sourceLines(ui, { sources, as_of: asOf }) {
  const words = ui.words.feedback;
  if (!sources.length) return [];
  return [h("p", null, asOf ? fill(words.record_says, { as_of: asOf }) : words.box, ":"), list(sources)];
}

/** A question that has its answer: it stays, with what was said to it. @param {string} question @param {string} said */
function answeredBox(question, said) {
  return [h("p", { class: "rt-label" }, question), said ? h("p", { class: "rt-kept-line" }, said) : null];
}

/**
 * Feedback: the case, a line for exactly this answer, the spans; the rest folds away under "Why".
 *
 * @param {Ui} ui
 * @param {Feedback} feedback
 * @param {Quote[]} [quotes] the spans that show
 */
function feedbackBox(ui, feedback, quotes = feedback.quotes) {
  const words = ui.words.feedback;
  const reasons = [feedback.explanation, feedback.why].filter(Boolean).map((text) => h("p", null, text));
  const more = [...reasons, ...sourceLines(ui, feedback)];
  const sign = h("span", { class: "rt-sign", "aria-hidden": "true" }, OUTCOME_SIGNS[feedback.outcome] || "•");
  return h(
    "div",
    { class: `rt-feedback rt-${feedback.outcome || "kept"}` },
    h("p", { class: "rt-heading" }, sign, feedback.heading),
    h("p", null, feedback.line),
    quotes.length
      ? h(
          "div",
          { class: "rt-pair" },
          quotes.map((quote) => quoteBox(quote)),
        )
      : null,
    more.length ? h("details", null, h("summary", { "data-key": "why" }, words.why), more) : null,
    feedback.next ? h("p", { class: "rt-next" }, h("strong", null, `${words.next}: `), feedback.next) : null,
  );
}

/**
 * Hints that come one after the other: those that show, and a button that asks for the next, if there is one.
 *
 * @param {Ui} ui
 * @param {{ id: string, hints: string[], hint_count: number }} card
 */
function hints(ui, card) {
  const shown = card.hints.length;
  const more = () => {
    ui.focusAfterAnswer = shown + 1 < card.hint_count ? "hint" : "hints";
    ui.send({ type: "hint", item: card.id });
  };
  const lines = card.hints.map((hint) => h("li", null, hint));
  return {
    list: h("ul", { class: "rt-hints", tabindex: "-1", "data-key": "hints" }, lines),
    button: shown < card.hint_count ? button("hint", fill(ui.words.feedback.hint, { number: shown + 1 }), more) : null,
  };
}

/** A moment as a reader's own calendar and clock show it. @param {string} time */
function moment(time) {
  return new Date(time).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
}

/**
 * Answers that lie under other work in this folder, each with a button to make it the learner's.
 *
 * @param {Ui} ui
 * @param {Elsewhere[]} found
 */
function elsewhereBox(ui, found) {
  const asked = ui.words.elsewhere;
  if (!found.length) return null;
  const lines = found.map(({ learner, count, last }) => {
    const mine = button(`mine-${learner}`, asked.mine_too, () => ui.send({ type: "join", learner }, false));
    return h("p", null, fill(asked.work, { count, when: moment(last) }), " ", mine);
  });
  return h("div", { class: "rt-question" }, h("p", { class: "rt-label" }, asked.found), lines);
}

/**
 * Previous and next buttons around "3 of 8".
 *
 * @param {number} index
 * @param {number} count
 * @param {{ previous: string, next: string }} words
 * @param {(index: number) => void} go
 */
function pager(index, count, words, go) {
  const step = (/** @type {string} */ key, /** @type {string} */ text, /** @type {number} */ to) => {
    const ends = to < 0 || to >= count;
    return button(key, text, () => ends || go(to), "rt-step", { "aria-disabled": String(ends) });
  };
  const steps = [step("previous", words.previous, index - 1), step("next", words.next, index + 1)];
  return h("div", { class: "rt-pager" }, steps);
}

/**
 * One of several at a time; which one, stands in `ui.local.index`. Whoever goes on is taken to the place called `key`
 * and hears how far it is. `leave` forgets what belonged to the one that was left. There is no pager for one alone.
 *
 * @param {Ui<any, { index: number }>} ui
 * @param {number} count
 * @param {{ previous: string, next: string }} words
 * @param {Progress | ((index: number) => string)} phrase
 * @param {() => void} [leave]
 * @param {string} [key]
 */
function deck(ui, count, words, phrase, leave = () => {}, key = "card") {
  const { index } = ui.local;
  const progress = (/** @type {number} */ at) =>
    typeof phrase === "string" ? fill(phrase, { number: at + 1, count }) : phrase(at);
  const go = (/** @type {number} */ to) => {
    leave();
    ui.local.index = to;
    ui.redraw(key);
    ui.say(progress(to));
  };
  return { index, go, progress: progress(index), pager: count > 1 ? pager(index, count, words, go) : null };
}

/**
 * The card at the end of a set: what was kept and caught, and a way to each card that is worth a second look.
 *
 * @param {Ui} ui
 * @param {SetCard | null} card null before all is answered
 * @param {(index: number) => void} go
 */
function setCard(ui, card, go) {
  if (!card) return null;
  const say = ui.words.set_card;
  const again = card.again.map(({ place, topic }) => button(`again-${place}`, topic, () => go(place)));
  return h(
    "div",
    { class: "rt-result rt-set-card" },
    h("p", { class: "rt-label" }, card.name),
    list(card.lines),
    h("p", null, again.length ? say.again : say.nothing),
    again.length ? list(again, "rt-second-look") : null,
  );
}

/** The first that has no feedback yet, or else the first. @param {readonly { feedback: Feedback | null }[]} cards */
function firstOpen(cards) {
  const open = cards.findIndex((card) => !card.feedback);
  return Math.max(open, 0);
}

/**
 * On the site, where a page needs no server: an address that opens a notebook and brings something along behind its #.
 * Elsewhere ''.
 *
 * @param {string} notebook
 * @param {string} brings
 */
function siteLink(notebook, brings) {
  const address = new URL(location.href);
  const path = address.searchParams.get("path") ?? "";
  const at = path.lastIndexOf("notebooks/");
  if (at < 0 || !/^https?:$/.test(address.protocol)) return "";
  address.search = new URLSearchParams({ path: `${path.slice(0, at)}notebooks/${notebook}` }).toString();
  address.hash = brings;
  return address.href;
}

/** To the class report with a code. @param {string} code */
function handInLink(code) {
  const told = encodeURIComponent(code.trim().replace(/\s+/g, ".")); // a %20 would end a code
  return siteLink("teacher/class_report.ipynb", `readtwice=${told}`);
}

/** To the page that opens lessons with a whole lesson, a zip in base64. @param {string} base64 */
function lessonLink(base64) {
  const told = base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return siteLink("open_a_lesson.ipynb", `readtwice-lesson=${told}`);
}

/**
 * A line to hand on: a field that selects itself, a button that copies it and, where there is one, a link that carries it.
 *
 * @param {Ui} ui
 * @param {string} text
 * @param {[string, string]} keys of the field and of the button
 * @param {string} link
 * @param {LineWords} said
 */
function lineToCopy(ui, text, [key, copyKey], link, said) {
  const field = h("input", {
    type: "text",
    readonly: true,
    value: text,
    "aria-label": said.label,
    "data-key": key,
    class: "rt-code",
    size: text.length,
    onclick: () => field.select(),
  });
  const copied = () => ui.say(said.copied, true);
  const give = (/** @type {string} */ line) => {
    if (navigator.clipboard) navigator.clipboard.writeText(line).then(copied, () => {});
    else if (document.execCommand("copy")) copied();
  };
  const copy = () => {
    field.select();
    give(text);
  };
  return h(
    "div",
    { class: "rt-question" },
    h("p", { class: "rt-label" }, said.label),
    [field, " ", button(copyKey, said.copy, copy)],
    link && navigator.clipboard ? [" ", button("copy-link", said.copy_link ?? "", () => give(link))] : null,
    h("p", { class: "rt-small-print" }, said.note),
  );
}

/** The code of a set of cards, to hand in. @param {Ui} ui @param {string} code @param {LineWords} said */
function resultCode(ui, code, said) {
  return lineToCopy(ui, code, ["code", "copy"], handInLink(code), said);
}

/** @typedef {{ id: string, key: string, message: object }} Click */

/**
 * The clicks of this tab that wait for a widget, or for any, in the order in which they were made. What else stands
 * there is passed over.
 *
 * @param {string} [key]
 * @returns {Click[]}
 */
function aside(key) {
  try {
    const clicks = JSON.parse(sessionStorage.getItem(ASIDE) || "[]");
    return clicks.filter(
      (/** @type {any} */ one) =>
        one &&
        typeof one.id === "string" &&
        one.message &&
        typeof one.message === "object" &&
        (!key || one.key === key),
    );
  } catch {
    return [];
  }
}

/** @param {Click[]} clicks */
function keepAside(clicks) {
  try {
    sessionStorage.setItem(ASIDE, JSON.stringify(clicks));
  } catch {
    // Full or forbidden: nothing to be done. A click that stays is known when it comes again.
  }
}

/** @param {Click} click */
function putAside(click) {
  const others = aside();
  if (!others.some((one) => one.id === click.id)) keepAside([...others, click]);
}

/** @param {string} id */
function takeBack(id) {
  const others = aside();
  if (others.some((one) => one.id === id)) keepAside(others.filter((one) => one.id !== id));
}

/**
 * Send chosen files to Python, in their order and in pieces. Each piece waits for the answer to the one before it:
 * JupyterLab moves messages to another thread of the kernel at some moment, and what comes later can overtake there.
 *
 * @param {Ui} ui
 * @param {readonly File[]} files
 */
async function sendFiles(ui, files) {
  for (const [number, file] of files.entries()) {
    for (let start = 0; start === 0 || start < file.size; start += PIECE) {
      const bytes = await file.slice(start, start + PIECE).arrayBuffer();
      await ui.sendPiece({ file: number, name: file.name, start }, bytes);
    }
  }
}

/** Hand over a file: the text goes into a Blob and never into the page. @param {SavedFile} file */
function download({ name, text, base64 }) {
  const content = base64 ? Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)) : text;
  const address = URL.createObjectURL(new Blob([content], { type: "application/octet-stream" }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/** Hand over the file that came with an answer, however often it is drawn. @param {Ui<{ file?: SavedFile | null }>} ui */
function giveFile(ui) {
  const { file, answers } = ui.view;
  if (!file || ui.given === answers) return;
  ui.given = answers;
  download(file);
}

/** Keep what was said last: an answer to a piece of a file says nothing. @param {Ui<{}, { said: string }>} ui */
function keepSaid(ui) {
  const { said, answers } = ui.view;
  if (!said || answers === ui.heard) return;
  ui.heard = answers;
  ui.local.said = said;
}

/**
 * Put a widget on the page. `draw(ui)` returns its content from `ui.view` (what Python knows) and `ui.local` (what
 * only this page knows; `begin` gives it). Python answers each `ui.send` by a new view that carries the number of the
 * message.
 *
 * @template {object} View
 * @template {object} Local
 * @param {Model} model
 * @param {HTMLElement} el
 * @param {(ui: Ui<View, Local>) => Child} draw
 * @param {(view: View) => Local} begin
 * @param {(file: SavedFile, ui: Ui<View, Local>) => void} take what is done with a file that Python hands over
 * @returns {() => void} what takes it off the page
 */
function mount(model, el, draw, begin, take) {
  const view = model.get("view");
  /** @type {Ui<View, Local>} */
  const ui = {
    view,
    words: model.get("words"),
    local: begin(view),
    id: `rt${Math.random().toString(36).slice(2, 8)}`,
    stops: {},
    open: {},
    focusAfterAnswer: null,
    // New content for old. The focus goes to `focusKey`, or where that is not to be found, to what stands where it was.
    redraw(focusKey) {
      const old = body;
      const held = document.activeElement;
      const active = old.contains(held) ? /** @type {HTMLInputElement} */ (held) : null;
      body = h("div", null, draw(ui));
      old.before(body);
      for (const node of /** @type {NodeListOf<HTMLElement>} */ (old.querySelectorAll("[data-scroll]"))) {
        const again = body.querySelector(`[data-scroll="${node.dataset.scroll}"]`);
        if (again) again.scrollTop = node.scrollTop;
      }
      const standing = (/** @type {string | null | undefined} */ key) =>
        /** @type {HTMLInputElement | null} */ (key ? body.querySelector(`[data-key="${CSS.escape(key)}"]`) : null);
      const wanted = standing(focusKey);
      const target = wanted ?? standing(active?.dataset.key);
      target?.focus({ preventScroll: true });
      wanted?.scrollIntoView({ block: "nearest" });
      const typing = active && typeof active.selectionStart === "number" && !wanted;
      if (typing && target && "setSelectionRange" in target) {
        target.setSelectionRange(active.selectionStart, active.selectionEnd);
      }
      old.remove();
    },
    // Spoken always; shown only where the page does not say the same already.
    say(text, shown = false) {
      status.textContent = text;
      status.classList.toggle("rt-unseen", !shown);
    },
    send(message, keep = true, patience = NO_ANSWER_AFTER) {
      post(message, { kept: keep ? message : null, patience });
    },
    sendPiece(message, bytes) {
      return new Promise((done) => {
        post({ ...message, type: "piece" }, { kept: null, patience: PATIENT, done, buffers: [bytes] });
      });
    },
  };
  const trouble = h("p", { class: "rt-trouble", role: "alert", hidden: true });
  let body = h("div");
  const status = h("p", { class: "rt-status", role: "status" });
  const root = h(
    "section",
    { class: "rt mathjax_ignore", "aria-label": view.name, "data-place": view.key },
    trouble,
    body,
    status,
  );
  /** @type {Map<string, { kept: object | null, timer: ReturnType<typeof setTimeout>, done?: () => void }>} */
  const waiting = new Map();
  let number = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let later;
  let dead = false;
  keepKeysInside(root);

  /**
   * A click that got no answer waits in this tab, and goes out again once the widget of this name runs again: under its
   * first number, by which Python knows a click that it had saved already.
   *
   * @param {object} message
   * @param {{ kept: object | null, patience: number, done?: () => void, buffers?: ArrayBuffer[], mine?: string }} how
   */
  function post(message, { kept, patience, done, buffers, mine }) {
    if (!mine) {
      number += 1;
      mine = `${ui.id}-${number}`;
    }
    waiting.set(mine, { kept, timer: setTimeout(gone, patience), done });
    try {
      model.send({ ...message, number: mine }, undefined, buffers);
    } catch {
      gone();
    }
    if (dead) gone();
  }

  function gone() {
    dead = true;
    for (const [id, { kept }] of waiting) if (kept) putAside({ id, key: ui.view.key, message: kept });
    const count = aside(ui.view.key).length;
    const told = ui.words.connection;
    trouble.replaceChildren(
      count ? fill(told.kept, { count }) : told.gone,
      " ",
      h("span", { class: "by-hand" }, told.by_hand),
      h("span", { class: "by-itself" }, told.by_itself),
    );
    trouble.hidden = false;
  }

  function answered() {
    ui.view = model.get("view");
    const { answers, said } = ui.view;
    if (answers && waiting.has(answers)) {
      for (const [mine, { timer, done }] of [...waiting]) {
        clearTimeout(timer);
        waiting.delete(mine);
        takeBack(mine);
        done?.();
        if (mine === answers) break;
      }
      dead = false;
      trouble.hidden = true;
      if (said) ui.say(said);
    }
    refresh();
  }

  // What is pressed or written in just now stays: a click on what has gone would be lost, and so would a word.
  function refresh() {
    clearTimeout(later);
    if (body.matches(":active") || body.querySelector("[data-hold]:focus")) {
      later = setTimeout(refresh, 40);
      return;
    }
    // An answer to an earlier click, or news, does not show yet where the focus is to go.
    const key = waiting.size ? null : ui.focusAfterAnswer;
    if (!waiting.size) ui.focusAfterAnswer = null;
    ui.redraw(key);
  }

  const handed = (/** @type {{ file?: SavedFile }} */ { file }) => {
    if (file) take(file, ui);
  };
  model.on("change:view", answered);
  model.on("msg:custom", handed);
  model.on("comm_live_update", gone); // the kernel restarted or died: nothing on this page reaches it any more
  ui.redraw();
  el.replaceChildren(root);
  for (const { id, message } of aside(view.key)) {
    post(message, { kept: message, patience: NO_ANSWER_AFTER, mine: id });
  }
  return () => {
    if ([...waiting.values()].some(({ kept }) => kept)) gone();
    model.off("change:view", answered);
    model.off("msg:custom", handed);
    model.off("comm_live_update", gone);
    clearTimeout(later);
    for (const { timer } of waiting.values()) clearTimeout(timer);
  };
}

/**
 * A widget as anywidget takes it.
 *
 * @template {object} View
 * @template {object} Local
 * @param {(ui: Ui<View, Local>) => Child} draw
 * @param {(view: View) => Local} begin
 * @param {(file: SavedFile, ui: Ui<View, Local>) => void} [take] what is done with a file; else it is saved
 */
function widget(draw, begin, take = download) {
  return {
    render: (/** @type {{ model: Model, el: HTMLElement }} */ { model, el }) => mount(model, el, draw, begin, take),
  };
}
