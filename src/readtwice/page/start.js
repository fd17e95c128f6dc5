// Start: whose work this is, when it was last saved; take it along, bring it back, erase it; a mirror in the browser.

const MIRROR = "readtwice-work"; // {learner: {last, count, text}}: nothing that names anybody
const MAXIMUM_FILE = 20e6; // characters

/**
 * @typedef {{ last: string, count: number, text: string }} Copy a learner's work as the browser keeps it
 * @typedef {{ learner: string, holds: string, count: number, last: string, from_browser?: boolean }} Work
 * @typedef {object} View
 * @property {boolean} ask
 * @property {string} more_work
 * @property {Work[]} work
 * @property {string} greeting
 * @property {Work | null} going_on
 * @property {boolean} may_be_another
 * @property {Work[]} others
 * @property {Work | null} offer
 * @property {number} left_behind
 * @property {boolean} asks
 * @property {boolean} asks_for_good
 * @property {string | null} saved_at
 * @property {string} problem
 * @property {{ file: string, reason: string }[]} notices
 * @property {string} learner
 * @property {string[]} codes
 * @property {number} held how many lines there are to mirror
 * @property {number} turns
 * @property {boolean} began_empty
 * @property {boolean} by_itself
 * @property {SavedFile} [file] this and what follows come once
 * @property {string} [trouble]
 * @property {string[]} [lines]
 * @property {string} [header]
 * @property {number} [since]
 * @property {string} [erased]
 * @property {string[]} [erased_codes]
 * @typedef {object} Mirrored how much of whose work the browser's copy has
 * @property {number} turns
 * @property {string} learner
 * @property {Map<string, string>} lines by their ids
 * @property {string} header
 * @property {number} held
 * @property {number} asked
 * @property {number} kept
 * @typedef {object} Local
 * @property {Mirrored | null} mirrored
 * @property {string} erased
 * @property {string} trouble
 * @property {string | undefined} last the answer that the trouble came with
 * @property {number} tried how many copies were brought back by themselves
 * @property {boolean} notMine
 * @property {boolean} erasing
 * @property {string} refused
 * @property {number | undefined} left
 */

/** The browser's copies by learner. Whatever else may stand there is passed over. */
function mirrored() {
  /** @type {Map<string, Copy>} */
  const found = new Map();
  try {
    for (const [learner, one] of Object.entries(JSON.parse(localStorage.getItem(MIRROR) ?? "{}") || {})) {
      const sound = one && typeof one.text === "string" && one.text.length <= MAXIMUM_FILE;
      if (sound && !Number.isNaN(Date.parse(one.last))) found.set(learner, one);
    }
  } catch {
    // No storage here, or nothing of ours in it.
  }
  return found;
}

/** Clicks that wait are work too: they go with what is erased. */
function dropAside() {
  try {
    sessionStorage.removeItem(ASIDE);
  } catch {
    // No storage here, so nothing waits in it.
  }
}

/** @param {Map<string, Copy>} work */
function keepMirror(work) {
  try {
    localStorage.setItem(MIRROR, JSON.stringify(Object.fromEntries(work)));
  } catch {
    // No storage here, or it is full: the folder has it all.
  }
}

/** The id in a saved line; nothing for a line that is none. @param {string} line */
function idOf(line) {
  try {
    return String(JSON.parse(line).id || "");
  } catch {
    return "";
  }
}

/**
 * Bring the mirror up to what Python holds. Asks for the lines that are missing; they come with the next view. A copy is
 * a set of lines by their ids: what another tab wrote stays, and what was lost on the way is written again.
 *
 * @param {Ui<View, Local>} ui
 */
function mirror(ui) {
  const { view, local } = ui;
  const { turns, learner } = view;
  if (local.mirrored?.turns !== turns || local.mirrored.learner !== learner) {
    local.mirrored = { turns, learner, lines: new Map(), header: "", held: 0, asked: -1, kept: -1 };
  }
  const mine = local.mirrored;
  if (view.erased && local.erased !== view.erased) {
    // It comes after the view in which the new learner stands.
    const work = mirrored();
    for (const code of view.erased_codes ?? []) work.delete(code);
    keepMirror(work);
    dropAside();
    local.erased = view.erased;
  }
  if (view.lines && view.since === mine.held) {
    for (const line of view.lines) mine.lines.set(idOf(line), line);
    mine.held += view.lines.length;
    mine.header = view.header ?? "";
  }
  if (mine.lines.size && mine.kept !== mine.held) {
    const work = mirrored();
    const before = (work.get(learner)?.text ?? "").split("\n").slice(1);
    const lines = new Map(before.map((line) => [idOf(line), line]));
    lines.delete("");
    for (const [id, line] of mine.lines) lines.set(id, line);
    // What goes on under another code now is in this copy as soon as it is whole.
    if (mine.held >= view.held) for (const code of view.codes) work.delete(code);
    const text = `${[mine.header, ...lines.values()].join("\n")}\n`;
    work.set(learner, { last: view.saved_at || new Date().toISOString(), count: lines.size, text });
    keepMirror(work);
    mine.kept = mine.held;
  }
  if (view.held > mine.held && mine.asked !== view.held) {
    mine.asked = view.held;
    setTimeout(() => ui.send({ type: "mirror", since: mine.held }, false));
  }
}

/**
 * Do something after which other work may be at hand.
 *
 * @param {Ui<View, Local>} ui
 * @param {object} message
 */
function act(ui, message) {
  ui.focusAfterAnswer = "state";
  ui.send(message, false);
}

/** Bring a saved text back. @param {Ui<View, Local>} ui @param {string} text @param {string} [by] who brings it, if not the learner */
function bring(ui, text, by) {
  ui.focusAfterAnswer = by ? null : "state";
  ui.send({ type: "load", text, by }, false);
}

/** @param {Ui<View, Local>} ui */
function start(ui) {
  const { view, words, local } = ui;
  const say = words.start;
  mirror(ui);
  giveFile(ui);
  const isNew = view.answers !== local.last;
  if (view.trouble || isNew) local.trouble = view.trouble ?? "";
  local.last = view.answers;
  // A folder that was empty may be a server that forgot: then the browser's own copy comes back, or is offered.
  const looksFor = view.began_empty && !local.notMine;
  const copies = looksFor ? [...mirrored()].filter(([learner]) => !view.codes.includes(learner)) : [];
  copies.sort(([, one], [, other]) => Date.parse(other.last) - Date.parse(one.last));
  // One that cannot be read, whatever its date, must not stand before the others.
  if (!local.tried || (isNew && view.trouble)) {
    const copy = view.by_itself && copies[local.tried]?.[1];
    if (copy) setTimeout(() => bring(ui, copy.text, "browser"));
    local.tried += 1;
  }
  const notices = view.notices.map((notice) => fill(say.set_aside, notice));
  return [
    view.ask ? whose(ui) : greeting(ui),
    questions(ui),
    copies.map(([, one], at) => copyLine(ui, one, copies[at][0])),
    local.trouble ? h("p", { class: "rt-problem" }, local.trouble) : null,
    view.ask && !view.saved_at && !view.problem ? null : stateLine(ui),
    notices.length ? list(notices, "rt-small-print") : null,
    more(ui),
  ];
}

/** Whether the latest work is the learner's, or which. @param {Ui<View, Local>} ui */
function whose(ui) {
  const { view, words } = ui;
  const say = words.start;
  const many = view.work.length > 1;
  const offer = (
    /** @type {string} */ key,
    /** @type {string} */ label,
    /** @type {string} */ note,
    /** @type {object} */ message,
  ) => [
    button(key, label, () => act(ui, { type: "choose", ...message }), "rt-choice"),
    h("span", { class: "rt-small-print" }, note),
  ];
  const work = view.work.map(({ learner, holds, last }, place) => {
    const when = moment(last);
    const label = many ? fill(say.continue_other, { when }) : say.continue;
    const note = many ? holds : `${fill(say.holds, { when })} ${holds}`;
    return offer(`continue-${place}`, label, note, { choice: "continue", place, learner });
  });
  const fresh = offer("fresh", say.fresh, say.not_mine, { choice: "fresh" });
  return h(
    "div",
    { class: "rt-question" },
    h("p", { class: "rt-label" }, many ? say.welcome_back_many : say.welcome_back),
    list([...work, fresh], "rt-work"),
    view.more_work ? h("p", { class: "rt-small-print" }, view.more_work) : null,
  );
}

/** @param {Ui<View, Local>} ui */
function greeting(ui) {
  const { view, words } = ui;
  const say = words.start;
  const going = view.going_on;
  const lines = going ? [fill(say.going_on, { holds: going.holds, when: moment(going.last) })] : [view.greeting];
  if (going?.from_browser) lines.push(say.from_browser);
  const fresh = () => act(ui, { type: "choose", choice: "fresh" });
  const another = () => [" ", say.not_you, " ", button("fresh", say.fresh, fresh)];
  return h("p", null, lines.join(" "), view.may_be_another ? another() : null);
}

/** A button that says that other work is the learner's too. @param {Ui<View, Local>} ui @param {Work} one @param {string} key */
function join(ui, { learner }, key) {
  return button(`${key}-${learner}`, ui.words.start.mine_too, () => act(ui, { type: "join", learner }));
}

/** What else may be the learner's. @param {Ui<View, Local>} ui */
function questions(ui) {
  const { view, words, local } = ui;
  const say = words.start;
  const question = (
    /** @type {string} */ text,
    /** @type {Child} */ yes,
    /** @type {string} */ no,
    /** @type {() => void} */ refuse,
  ) => {
    const refused = () => {
      refuse();
      ui.redraw("state");
    };
    const label = h("p", { class: "rt-label" }, text);
    return h("div", { class: "rt-question" }, label, yes, " ", button(no, say.offer_no, refused));
  };
  const found = [];
  const { offer, left_behind: count } = view;
  if (offer && local.refused !== offer.learner) {
    const text = fill(say.offer, { when: moment(offer.last), count: offer.count });
    const refuse = () => {
      local.refused = offer.learner;
    };
    found.push(question(text, join(ui, offer, "offer"), "offer-no", refuse));
  }
  if (count && local.left !== view.turns) {
    const bringAlong = button("bring-along", say.left_behind_yes, () => act(ui, { type: "bring_along" }));
    const refuse = () => {
      local.left = view.turns;
    };
    found.push(question(fill(say.left_behind, { count }), bringAlong, "leave", refuse));
  }
  return found;
}

/** @param {Ui<View, Local>} ui @param {Copy} one @param {string} learner */
function copyLine(ui, one, learner) {
  const say = ui.words.start;
  const no = () => {
    ui.local.notMine = true;
    ui.redraw("state");
  };
  const text = fill(say.mirror, { when: moment(one.last), count: Number(one.count) || 0 });
  const yes = button(`mirror-${learner}`, say.mirror_yes, () => bring(ui, one.text));
  return h("p", null, text, " ", yes, " ", button("mirror-no", say.mirror_no, no));
}

/** When it was saved, or why not. @param {Ui<View, Local>} ui */
function stateLine(ui) {
  const { problem, saved_at: saved, held } = ui.view;
  const say = ui.words.start;
  const clock = (/** @type {string} */ time) =>
    new Date(time).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const kept = saved ? fill(say.saved, { time: clock(saved) }) : held ? say.saved_before : say.nothing_saved;
  const state = problem ? fill(say.not_saved, { reason: problem }) : kept;
  const take = button("download", say.download, () => ui.send({ type: "download" }, false));
  return h(
    "p",
    { class: problem ? "rt-trouble" : "rt-chip-row" },
    h("span", { class: problem ? "" : "rt-chip", tabindex: "-1", "data-key": "state" }, state),
    " ",
    held ? take : null,
  );
}

/** Take along, bring back, erase. @param {Ui<View, Local>} ui */
function more(ui) {
  const { view, words } = ui;
  const say = words.start;
  const chosenFile = async (/** @type {{ currentTarget: HTMLInputElement }} */ event) => {
    const chosen = event.currentTarget.files?.[0];
    if (!chosen) return;
    if (chosen.size > MAXIMUM_FILE) ui.say(say.too_large, true);
    else bring(ui, readable(await chosen.arrayBuffer()));
  };
  const useSlip = () => act(ui, { type: "slip", text: slip.value });
  const slip = h("input", {
    type: "text",
    id: `${ui.id}-slip`,
    "data-key": "slip",
    "data-hold": true,
    autocomplete: "off",
    maxlength: 40,
    class: "rt-code",
    size: 14,
    onkeydown: onEnter(useSlip),
  });
  const file = h("input", {
    type: "file",
    id: `${ui.id}-file`,
    accept: ".jsonl",
    "data-key": "file",
    onchange: chosenFile,
  });
  const ask = h("input", {
    type: "checkbox",
    id: `${ui.id}-ask`,
    "data-key": "ask",
    checked: view.asks,
    disabled: view.asks_for_good,
    onchange: () => ui.send({ type: "ask", on: ask.checked }, false),
  });
  const forGood = () => h("span", { class: "rt-small-print" }, say.ask_who_set);
  const others = view.others.map((one) => {
    const { learner, holds } = one;
    const goOn = () => act(ui, { type: "choose", choice: "continue", learner });
    const told = h("span", null, fill(say.other, { when: moment(one.last), holds }));
    return [told, " ", button(`go-on-${learner}`, say.go_on_instead, goOn), " ", join(ui, one, "join")];
  });
  return foldOut(ui, "more", say.more, [
    h("p", null, h("label", { for: slip.id }, say.slip), " ", slip, " ", button("use-slip", say.slip_use, useSlip)),
    h("p", null, h("label", { for: file.id }, say.load), " ", file),
    others.length ? [h("p", { class: "rt-label" }, say.others), list(others, "rt-work")] : null,
    erase(ui),
    h("p", null, ask, " ", h("label", { for: ask.id }, say.ask_who), " ", view.asks_for_good ? forGood() : null),
    h("p", { class: "rt-small-print" }, say.keeps),
  ]);
}

/** @param {Ui<View, Local>} ui */
function erase(ui) {
  const { words, local } = ui;
  const say = words.start;
  const ask = (/** @type {boolean} */ erasing) => {
    local.erasing = erasing;
    ui.redraw(erasing ? "erase-sure" : "erase");
  };
  const yes = () => {
    local.erasing = false;
    act(ui, { type: "erase" });
  };
  if (!local.erasing)
    return h(
      "p",
      null,
      button("erase", say.erase, () => ask(true)),
    );
  return h(
    "div",
    { class: "rt-question" },
    h("p", { tabindex: "-1", "data-key": "erase-sure" }, say.erase_sure),
    button("erase-yes", say.erase_yes, yes),
    " ",
    button("erase-no", say.erase_no, () => ask(false)),
  );
}

/** The text of a file, also where an editor saved it in another encoding. @param {ArrayBuffer} bytes */
function readable(bytes) {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  const little = first === 0xff && second === 0xfe;
  const big = first === 0xfe && second === 0xff;
  return new TextDecoder(little ? "utf-16le" : big ? "utf-16be" : "utf-8").decode(bytes);
}

/** @type {() => Local} */
const begin = () => ({
  mirrored: null,
  erased: "",
  trouble: "",
  last: undefined,
  tried: 0,
  notMine: false,
  erasing: false,
  refused: "",
  left: undefined,
});

export default widget(start, begin);
