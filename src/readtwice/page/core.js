// Shared by every widget: Python puts this file in front of the widget's own. Words and marking come from Python;
// text reaches the page only as text nodes, never as HTML.

const NO_ANSWER_AFTER = 6000; // milliseconds until a click without an answer is called lost
const PATIENT = 120000; // the same where Python has a class to read
const PIECE = 2 ** 20; // bytes in one message: far below what ends the connection

/** One element. Properties that begin with "on" listen; null and false leave an attribute out. */
function h(tag, properties, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** A phrase with its {values} filled in. */
function fill(phrase, values) {
  return phrase.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** Keys typed inside a widget stay inside, or JupyterLab would run, add and delete cells. Only "save" is let out. */
function keepKeysInside(root) {
  root.addEventListener("keydown", (event) => {
    const save = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "s";
    if (!save) event.stopPropagation();
  });
}

/** A small button, or one of another look. `key` finds it again, and its focus, after a redraw. */
function button(key, label, onclick, look = "rt-small") {
  return h("button", { type: "button", class: look, "data-key": key, onclick }, label);
}

/** Let a widget fill the screen, or give the screen back. Where the browser refuses, `refused` is said. */
function fullScreen(ui, root, refused) {
  if (document.fullscreenElement) document.exitFullscreen(); else if (root.requestFullscreen) root.requestFullscreen().catch(() => ui.say(refused, true)); else ui.say(refused, true);
}

/** One Tab stop for a list of buttons: arrows, Home and End move inside it. */
function oneTabStop(list, selector, ui, name) {
  const items = [...list.querySelectorAll(selector)];
  if (!items.length) return;
  const known = items.findIndex((item) => item.dataset.key && item.dataset.key === ui.local[`stop-${name}`]);
  const pressed = items.findIndex((item) => item.getAttribute("aria-pressed") === "true");
  const stop = (index, focus) => {
    items.forEach((item, i) => item.setAttribute("tabindex", i === index ? "0" : "-1"));
    ui.local[`stop-${name}`] = items[index].dataset.key;
    if (focus) items[index].focus();
  };
  stop(known >= 0 ? known : Math.max(pressed, 0), false);
  list.addEventListener("focusin", (event) => {
    const index = items.indexOf(event.target);
    if (index >= 0) stop(index, false);
  });
  list.addEventListener("keydown", (event) => {
    const index = items.indexOf(event.target);
    if (index < 0) return;
    const last = items.length - 1;
    const next = { ArrowRight: index + 1, ArrowDown: index + 1, ArrowLeft: index - 1, ArrowUp: index - 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    stop(Math.min(Math.max(next, 0), last), true);
  });
}

/** A labelled group of choices. `choices` are {code, label}; `chosen` is a code; `look` is a class of its own. */
function choiceGroup(ui, name, label, choices, chosen, choose, look = "") {
  const id = `${ui.id}-${name}`;
  const row = h("div", { class: `rt-choices ${look}`.trim(), role: "group", "aria-labelledby": id }, choices.map(({ code, label: text }) =>
    h("button", { type: "button", class: "rt-choice", "aria-pressed": String(code === chosen), "data-key": `${name}-${code}`, onclick: () => choose(code) }, text)));
  oneTabStop(row, "button", ui, name);
  return h("div", { class: "rt-question" }, h("p", { id, class: "rt-label" }, label), row);
}

/** The marked words of a quote inside its sentence, with its paragraph number. */
function quoteBox(quote, label) {
  const where = [label, quote.where].filter(Boolean).join(" · ");
  return h("blockquote", { class: "rt-quote" },
    where ? h("p", { class: "rt-where" }, where) : null,
    h("p", null, quote.before, quote.exact ? h("mark", null, quote.exact) : null, quote.after));
}

/** What the record shows, printed with a question that it decides. */
function recordBox(ui, text) {
  return text ? h("p", { class: "rt-box" }, h("strong", null, `${ui.words.feedback.box}: `), text) : null;
}

/** The sources of a reply, below a line that says of when the record is. */
function sourceLines(ui, { sources, as_of: asOf }) {
  const words = ui.words.feedback;
  if (!sources.length) return [];
  return [h("p", null, asOf ? fill(words.record_says, { as_of: asOf }) : words.box, ":"), h("ul", null, sources.map((line) => h("li", null, line)))];
}

/** Feedback: the case, a line for exactly this answer, the spans; the rest folds away under "Why". */
function feedbackBox(ui, feedback) {
  const words = ui.words.feedback;
  const more = [...[feedback.explanation, feedback.why].filter(Boolean).map((text) => h("p", null, text)), ...sourceLines(ui, feedback)];
  return h("div", { class: `rt-feedback rt-${feedback.outcome || "kept"}` },
    h("p", { class: "rt-heading" }, h("span", { class: "rt-sign", "aria-hidden": "true" }, { right: "✓", not_yet: "↺" }[feedback.outcome] || "•"), feedback.heading),
    h("p", null, feedback.line),
    feedback.quotes.length ? h("div", { class: "rt-pair" }, feedback.quotes.map((quote) => quoteBox(quote, ""))) : null,
    more.length ? h("details", null, h("summary", { "data-key": "why" }, words.why), more) : null,
    feedback.next ? h("p", { class: "rt-next" }, h("strong", null, `${words.next}: `), feedback.next) : null);
}

/** Answers that lie under other work in this folder, each with a button to make it the learner's. */
function elsewhereBox(ui, found) {
  const asked = ui.words.elsewhere;
  if (!found.length) return null;
  const when = (time) => new Date(time).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
  return h("div", { class: "rt-question" }, h("p", { class: "rt-label" }, asked.found), found.map((one) =>
    h("p", null, fill(asked.work, { count: one.count, when: when(one.last) }), " ", button(`mine-${one.learner}`, asked.mine_too, () => ui.send({ type: "join", learner: one.learner }, false)))));
}

/** Previous and next buttons around "3 of 8". */
function pager(ui, index, count, words, go) {
  const step = (key, text, to) => h("button", { type: "button", class: "rt-step", "data-key": key, "aria-disabled": String(to < 0 || to >= count),
    onclick: () => { if (to >= 0 && to < count) go(to); } }, text);
  return h("div", { class: "rt-pager" }, step("previous", words.previous, index - 1), step("next", words.next, index + 1));
}

const ASIDE = "readtwice-waiting";

// The code of a set of cards, to hand in: a field that selects itself, and a button that copies it.
function resultCode(ui, code) {
  const told = ui.words.result_code;
  const field = h("input", { type: "text", readonly: true, value: code, "aria-label": told.label, "data-key": "code", class: "rt-code", size: code.length, onclick: () => field.select() });
  const copy = () => {
    field.select();
    const copied = () => ui.say(told.copied, true);
    if (navigator.clipboard) navigator.clipboard.writeText(code).then(copied, () => {}); else if (document.execCommand("copy")) copied();
  };
  return h("div", { class: "rt-question" }, h("p", { class: "rt-label" }, told.label), field, " ",
    button("copy", told.copy, copy), h("p", { class: "rt-small-print" }, told.note));
}

/** The clicks of this tab that wait for a widget, in the order in which they were made. What else stands there is passed over. */
function aside(key) {
  try {
    const clicks = JSON.parse(sessionStorage.getItem(ASIDE) || "[]");
    return clicks.filter((one) => one && typeof one.id === "string" && one.message && typeof one.message === "object" && (!key || one.key === key));
  } catch { return []; }
}

function putAside(click) {
  const others = aside();
  if (others.some((one) => one.id === click.id)) return;
  try { sessionStorage.setItem(ASIDE, JSON.stringify([...others, click])); } catch { /* full or forbidden: nothing to be done */ }
}

function takeBack(id) {
  const others = aside();
  if (!others.some((one) => one.id === id)) return;
  try { sessionStorage.setItem(ASIDE, JSON.stringify(others.filter((one) => one.id !== id))); } catch { /* it stays, and is known when it comes again */ }
}

function dropAside() {
  try { sessionStorage.removeItem(ASIDE); } catch { /* no storage here, so nothing waits in it */ }
}

/**
 * Send chosen files to Python, in their order and in pieces. Each piece waits for the answer to the one before it:
 * JupyterLab moves messages to another thread of the kernel at some moment, and what comes later can overtake there.
 */
async function sendFiles(ui, files) {
  for (const [number, file] of files.entries()) {
    for (let start = 0; start === 0 || start < file.size; start += PIECE) {
      await ui.sendPiece({ file: number, name: file.name, start }, await file.slice(start, start + PIECE).arrayBuffer());
    }
  }
}

/** Let a drawn file field name the files that were chosen before it was drawn again. Returns the field. */
function withFiles(field, files) {
  const kept = new DataTransfer();
  for (const file of files) kept.items.add(file);
  field.files = kept.files;
  return field;
}

/** Hand the learner a file: the text goes into a Blob and never into the page. */
function download({ name, text }) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/**
 * Put a widget on the page. `draw(ui)` returns its content from `ui.view` (what Python knows) and `ui.local` (what
 * only this page knows). Python answers each `ui.send` by a new view that carries the number of the message.
 */
function mount(model, el, draw) {
  const ui = { local: {}, id: `rt${Math.random().toString(36).slice(2, 8)}`, view: model.get("view"), words: model.get("words") };
  const trouble = h("p", { class: "rt-trouble", role: "alert", hidden: true });
  let body = h("div");
  const status = h("p", { class: "rt-status", role: "status" });
  const root = h("section", { class: "rt mathjax_ignore", "aria-label": ui.view.name }, trouble, body, status);
  const waiting = new Map();
  let number = 0;
  let later = 0;
  let dead = false;
  keepKeysInside(root);

  // New content for old. The focus goes to `focusKey`, or to what stands now where it was.
  ui.redraw = (focusKey) => {
    const old = body;
    const active = old.contains(document.activeElement) ? document.activeElement : null;
    body = h("div", null, draw(ui));
    old.before(body);
    for (const node of old.querySelectorAll("[data-scroll]")) {
      const again = body.querySelector(`[data-scroll="${node.dataset.scroll}"]`);
      if (again) again.scrollTop = node.scrollTop;
    }
    const key = focusKey || (active && active.dataset.key);
    const target = key && body.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (target) target.focus({ preventScroll: true });
    if (target && focusKey) target.scrollIntoView({ block: "nearest" });
    const typing = active && typeof active.selectionStart === "number";
    if (typing && target && !focusKey) target.setSelectionRange(active.selectionStart, active.selectionEnd);
    old.remove();
  };
  // Spoken always; shown only where the page does not say the same already.
  ui.say = (text, shown = false) => { status.textContent = text; status.classList.toggle("rt-unseen", !shown); };
  // A click that got no answer waits in this tab, and goes out again once the widget of this name runs again: under its
  // first number, by which Python knows a click that it had saved already.
  const post = (message, kept, patience, done, buffers, mine = `${ui.id}-${number += 1}`) => {
    waiting.set(mine, { message: kept, timer: setTimeout(gone, patience), done });
    try { model.send({ ...message, number: mine }, undefined, buffers); } catch { gone(); }
    if (dead) gone();
  };
  ui.send = (message, keep = true, patience = NO_ANSWER_AFTER) => post(message, keep ? message : null, patience);
  ui.sendPiece = (message, bytes) => new Promise((done) => post({ ...message, type: "piece" }, null, PATIENT, done, [bytes]));
  function gone() {
    dead = true;
    for (const [mine, { message }] of waiting) if (message) putAside({ id: mine, key: ui.view.key, message });
    const count = aside(ui.view.key).length;
    const told = ui.words.connection;
    trouble.replaceChildren(count ? fill(told.kept, { count }) : told.gone, " ", h("span", { class: "by-hand" }, told.by_hand), h("span", { class: "by-itself" }, told.by_itself));
    trouble.hidden = false;
  }
  function answered() {
    ui.view = model.get("view");
    if (waiting.has(ui.view.answers)) {
      for (const [mine, { timer, done }] of [...waiting]) {
        clearTimeout(timer);
        waiting.delete(mine);
        takeBack(mine);
        done?.();
        if (mine === ui.view.answers) break;
      }
      dead = false;
      trouble.hidden = true;
      if (ui.view.said) ui.say(ui.view.said);
    }
    refresh();
  }
  // What is pressed or written in just now stays: a click on what has gone would be lost, and so would a word.
  function refresh() {
    clearTimeout(later);
    if (body.matches(":active") || body.querySelector("[data-hold]:focus")) { later = setTimeout(refresh, 40); return; }
    const key = ui.focusAfterAnswer;
    ui.focusAfterAnswer = null;
    ui.redraw(key);
  }
  const handed = ({ file }) => { if (file) download(file); };
  model.on("change:view", answered);
  model.on("msg:custom", handed);
  model.on("comm_live_update", gone); // the kernel restarted or died: nothing on this page reaches it any more
  ui.redraw();
  el.replaceChildren(root);
  for (const { id, message } of aside(ui.view.key)) post(message, message, NO_ANSWER_AFTER, undefined, undefined, id);
  return () => {
    if ([...waiting.values()].some(({ message }) => message)) gone();
    model.off("change:view", answered);
    model.off("msg:custom", handed);
    model.off("comm_live_update", gone);
    clearTimeout(later);
    for (const { timer } of waiting.values()) clearTimeout(timer);
  };
}
