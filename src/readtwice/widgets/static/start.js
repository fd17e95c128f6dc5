// Start: whose work this is, when it was last saved; take it along, bring it back, erase it; a mirror in the browser.

const MIRROR = "readtwice-work"; // {learner: {last, count, text}}: nothing that names anybody
const MAXIMUM_FILE = 20e6; // characters

function mirrored() {
  try { return JSON.parse(localStorage.getItem(MIRROR) || "{}"); } catch { return {}; }
}

function keepMirror(work) {
  try { localStorage.setItem(MIRROR, JSON.stringify(work)); } catch { /* no storage here, or it is full: the folder has it all */ }
}

/** Bring the mirror up to what Python holds. Asks for the lines that are missing; they come with the next view. */
function mirror(ui) {
  const { view, local } = ui;
  if (local.turns !== view.turns || local.learner !== view.learner) {
    const work = mirrored();
    if (local.begun && local.learner !== view.learner) delete work[local.learner]; // it goes on under the new code
    keepMirror(work);
    Object.assign(local, { turns: view.turns, learner: view.learner, held: 0, asked: -1 });
  }
  if (view.erased && local.erased !== view.erased) { // it comes after the view in which the new learner stands
    const work = mirrored();
    delete work[view.erased];
    keepMirror(work);
    dropAside();
    local.erased = view.erased;
  }
  if (view.lines && view.since === local.held && view.lines.length) {
    const work = mirrored();
    const before = local.held && work[view.learner] ? work[view.learner].text : `${view.header}\n`;
    work[view.learner] = { last: view.saved_at || new Date().toISOString(), count: view.held, text: before + view.lines.map((line) => `${line}\n`).join("") };
    keepMirror(work);
    local.held += view.lines.length;
    local.begun = true;
  }
  if (view.held > local.held && local.asked !== view.held) {
    local.asked = view.held;
    setTimeout(() => ui.send({ type: "mirror", since: local.held }, false));
  }
}

function start(ui) {
  const { view, words, local } = ui;
  const say = words.start;
  mirror(ui);
  if (view.file && local.given !== view.answers) { local.given = view.answers; download(view.file); }
  if (view.trouble) local.trouble = view.trouble; else if (view.answers !== local.last) local.trouble = "";
  local.last = view.answers;
  const choose = (choice, place) => { ui.focusAfterAnswer = "state"; ui.send({ type: "choose", choice, place }, false); };
  const clock = (time) => new Date(time).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const when = (time) => new Date(time).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
  const many = view.work.length > 1;
  const offer = (key, label, note, onclick) => h("li", null,
    button(key, label, onclick, "rt-choice"), h("span", { class: "rt-small-print" }, note));
  const work = (one, place) => offer(`continue-${place}`, many ? fill(say.continue_other, { when: when(one.last) }) : say.continue,
    many ? one.holds : `${fill(say.holds, { when: when(one.last) })} ${one.holds}`, () => choose("continue", place));
  const state = view.problem ? fill(say.not_saved, { reason: view.problem }) : view.saved_at ? fill(say.saved, { time: clock(view.saved_at) }) : say.nothing_saved;
  // A folder that was empty may be a server that forgot: then the browser's own copy is offered.
  const elsewhere = view.began_empty && !local.notMine ? Object.entries(mirrored()).filter(([learner]) => learner !== view.learner) : [];
  const bring = (text) => { ui.focusAfterAnswer = "state"; ui.send({ type: "load", text }, false); };
  const chosenFile = (event) => {
    const file = event.target.files[0];
    if (!file) return;
    if (file.size > MAXIMUM_FILE) { ui.say(say.too_large, true); return; }
    file.text().then(bring);
  };
  const slip = h("input", { type: "text", id: `${ui.id}-slip`, "data-key": "slip", "data-hold": true, autocomplete: "off", maxlength: 40, class: "rt-code", size: 14 });
  const useSlip = () => { ui.focusAfterAnswer = "state"; ui.send({ type: "slip", text: slip.value }, false); };
  slip.addEventListener("keydown", (event) => { if (event.key === "Enter") useSlip(); });
  const file = h("input", { type: "file", id: `${ui.id}-file`, accept: ".jsonl", "data-key": "file", onchange: chosenFile });
  const more = h("details", { open: local.open, ontoggle: (event) => { local.open = event.target.open; } }, h("summary", { "data-key": "more" }, say.more),
    h("p", null, h("label", { for: `${ui.id}-slip` }, say.slip), " ", slip, " ", button("use-slip", say.slip_use, useSlip)),
    h("p", null, h("label", { for: `${ui.id}-file` }, say.load), " ", file),
    local.erasing ? h("div", { class: "rt-question" }, h("p", { tabindex: "-1", "data-key": "erase-sure" }, say.erase_sure),
      button("erase-yes", say.erase_yes, () => { local.erasing = false; ui.focusAfterAnswer = "state"; ui.send({ type: "erase" }, false); }), " ",
      button("erase-no", say.erase_no, () => { local.erasing = false; ui.redraw("erase"); }))
      : h("p", null, button("erase", say.erase, () => { local.erasing = true; ui.redraw("erase-sure"); })),
    h("p", { class: "rt-small-print" }, say.keeps));
  return [
    view.ask ? h("div", { class: "rt-question" },
      h("p", { class: "rt-label" }, many ? say.welcome_back_many : say.welcome_back),
      h("ul", { class: "rt-work" }, view.work.map(work), offer("fresh", say.fresh, say.not_mine, () => choose("fresh"))),
      view.more_work ? h("p", { class: "rt-small-print" }, view.more_work) : null) : h("p", null, view.greeting),
    elsewhere.map(([learner, one]) => h("p", null, fill(say.mirror, { when: when(one.last), count: one.count }), " ",
      button(`mirror-${learner}`, say.mirror_yes, () => bring(one.text)), " ", button("mirror-no", say.mirror_no, () => { local.notMine = true; ui.redraw("state"); }))),
    local.trouble ? h("p", { class: "rt-problem" }, local.trouble) : null,
    view.ask && !view.saved_at && !view.problem ? null : h("p", { class: view.problem ? "rt-trouble" : "rt-chip-row" },
      h("span", { class: view.problem ? "" : "rt-chip", tabindex: "-1", "data-key": "state" }, state), " ",
      view.held ? button("download", say.download, () => ui.send({ type: "download" }, false)) : null),
    view.notices.length ? h("ul", { class: "rt-small-print" }, view.notices.map((notice) => h("li", null, fill(say.set_aside, notice)))) : null,
    more,
  ].flat().filter(Boolean);
}

export default { render({ model, el }) { return mount(model, el, start); } };
