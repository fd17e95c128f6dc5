// Start: whose work this is, when it was last saved; take it along, bring it back, erase it; a mirror in the browser.

const MIRROR = "readtwice-work"; // {learner: {last, count, text}}: nothing that names anybody
const MAXIMUM_FILE = 20e6; // characters

/** The browser's copies by learner. Whatever else may stand there is passed over. */
function mirrored() {
  const found = new Map();
  try {
    for (const [learner, one] of Object.entries(JSON.parse(localStorage.getItem(MIRROR)) || {})) {
      if (one && typeof one.text === "string" && one.text.length <= MAXIMUM_FILE && !Number.isNaN(Date.parse(one.last)))
        found.set(learner, one);
    }
  } catch {
    /* no storage here, or nothing of ours in it */
  }
  return found;
}

function keepMirror(work) {
  try {
    localStorage.setItem(MIRROR, JSON.stringify(Object.fromEntries(work)));
  } catch {
    /* no storage here, or it is full: the folder has it all */
  }
}

/** The id in a saved line; nothing for a line that is none. */
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
 */
function mirror(ui) {
  const { view, local } = ui;
  if (local.turns !== view.turns || local.learner !== view.learner) {
    Object.assign(local, { turns: view.turns, learner: view.learner, lines: new Map(), held: 0, asked: -1, kept: -1 });
  }
  if (view.erased && local.erased !== view.erased) {
    // it comes after the view in which the new learner stands
    const work = mirrored();
    for (const learner of view.erased_codes) work.delete(learner);
    keepMirror(work);
    dropAside();
    local.erased = view.erased;
  }
  if (view.lines && view.since === local.held) {
    for (const line of view.lines) local.lines.set(idOf(line), line);
    local.held += view.lines.length;
    local.header = view.header;
  }
  if (local.lines.size && local.kept !== local.held) {
    const work = mirrored();
    const before = work.get(view.learner);
    const lines = new Map(
      (before ? before.text : "")
        .split("\n")
        .slice(1)
        .map((line) => [idOf(line), line])
        .filter(([id]) => id),
    );
    for (const [id, line] of local.lines) lines.set(id, line);
    // What goes on under another code now is in this copy as soon as it is whole.
    if (local.held >= view.held) for (const learner of view.codes) work.delete(learner);
    work.set(view.learner, {
      last: view.saved_at || new Date().toISOString(),
      count: lines.size,
      text: `${[local.header, ...lines.values()].join("\n")}\n`,
    });
    keepMirror(work);
    local.kept = local.held;
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
  if (view.file && local.given !== view.answers) {
    local.given = view.answers;
    download(view.file);
  }
  if (view.trouble) local.trouble = view.trouble;
  else if (view.answers !== local.last) local.trouble = "";
  local.last = view.answers;
  const act = (message) => {
    ui.focusAfterAnswer = "state";
    ui.send(message, false);
  };
  const clock = (time) => new Date(time).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const when = (time) => new Date(time).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
  const many = view.work.length > 1;
  const offer = (key, label, note, onclick) =>
    h("li", null, button(key, label, onclick, "rt-choice"), h("span", { class: "rt-small-print" }, note));
  const work = (one, place) =>
    offer(
      `continue-${place}`,
      many ? fill(say.continue_other, { when: when(one.last) }) : say.continue,
      many ? one.holds : `${fill(say.holds, { when: when(one.last) })} ${one.holds}`,
      () => act({ type: "choose", choice: "continue", place, learner: one.learner }),
    );
  const fresh = () => act({ type: "choose", choice: "fresh" });
  const join = (one, key) =>
    button(`${key}-${one.learner}`, say.mine_too, () => act({ type: "join", learner: one.learner }));
  const state = view.problem
    ? fill(say.not_saved, { reason: view.problem })
    : view.saved_at
      ? fill(say.saved, { time: clock(view.saved_at) })
      : say.nothing_saved;
  const going = view.going_on;
  const greeting = going
    ? [fill(say.going_on, { holds: going.holds, when: when(going.last) }), going.from_browser ? say.from_browser : ""]
        .filter(Boolean)
        .join(" ")
    : view.greeting;
  // A folder that was empty may be a server that forgot: then the browser's own copy comes back, or is offered.
  const elsewhere =
    view.began_empty && !local.notMine
      ? [...mirrored()]
          .filter(([learner]) => !view.codes.includes(learner))
          .sort(([, one], [, other]) => Date.parse(other.last) - Date.parse(one.last))
      : [];
  const bring = (text, by) => {
    ui.focusAfterAnswer = by ? null : "state";
    ui.send({ type: "load", text, by }, false);
  };
  if (view.by_itself && elsewhere.length && !local.looked) {
    const [, latest] = elsewhere[0];
    setTimeout(() => bring(latest.text, "browser"));
  }
  local.looked = true;
  const chosenFile = (event) => {
    const file = event.target.files[0];
    if (!file) return;
    if (file.size > MAXIMUM_FILE) {
      ui.say(say.too_large, true);
      return;
    }
    file.arrayBuffer().then((bytes) => bring(readable(bytes)));
  };
  const slip = h("input", {
    type: "text",
    id: `${ui.id}-slip`,
    "data-key": "slip",
    "data-hold": true,
    autocomplete: "off",
    maxlength: 40,
    class: "rt-code",
    size: 14,
  });
  const useSlip = () => act({ type: "slip", text: slip.value });
  slip.addEventListener("keydown", (event) => {
    if (event.key === "Enter") useSlip();
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
    onchange: (event) => ui.send({ type: "ask", on: event.target.checked }, false),
  });
  const more = h(
    "details",
    {
      open: local.open,
      ontoggle: (event) => {
        local.open = event.target.open;
      },
    },
    h("summary", { "data-key": "more" }, say.more),
    h(
      "p",
      null,
      h("label", { for: `${ui.id}-slip` }, say.slip),
      " ",
      slip,
      " ",
      button("use-slip", say.slip_use, useSlip),
    ),
    h("p", null, h("label", { for: `${ui.id}-file` }, say.load), " ", file),
    view.others.length
      ? [
          h("p", { class: "rt-label" }, say.others),
          h(
            "ul",
            { class: "rt-work" },
            view.others.map((one) =>
              h(
                "li",
                null,
                h("span", null, fill(say.other, { when: when(one.last), holds: one.holds })),
                " ",
                button(`go-on-${one.learner}`, say.go_on_instead, () =>
                  act({ type: "choose", choice: "continue", learner: one.learner }),
                ),
                " ",
                join(one, "join"),
              ),
            ),
          ),
        ]
      : null,
    local.erasing
      ? h(
          "div",
          { class: "rt-question" },
          h("p", { tabindex: "-1", "data-key": "erase-sure" }, say.erase_sure),
          button("erase-yes", say.erase_yes, () => {
            local.erasing = false;
            act({ type: "erase" });
          }),
          " ",
          button("erase-no", say.erase_no, () => {
            local.erasing = false;
            ui.redraw("erase");
          }),
        )
      : h(
          "p",
          null,
          button("erase", say.erase, () => {
            local.erasing = true;
            ui.redraw("erase-sure");
          }),
        ),
    h(
      "p",
      null,
      ask,
      " ",
      h("label", { for: `${ui.id}-ask` }, say.ask_who),
      " ",
      view.asks_for_good ? h("span", { class: "rt-small-print" }, say.ask_who_set) : null,
    ),
    h("p", { class: "rt-small-print" }, say.keeps),
  );
  const offered = view.offer && local.refused !== view.offer.learner ? view.offer : null;
  return [
    view.ask
      ? h(
          "div",
          { class: "rt-question" },
          h("p", { class: "rt-label" }, many ? say.welcome_back_many : say.welcome_back),
          h("ul", { class: "rt-work" }, view.work.map(work), offer("fresh", say.fresh, say.not_mine, fresh)),
          view.more_work ? h("p", { class: "rt-small-print" }, view.more_work) : null,
        )
      : h("p", null, greeting, view.may_be_another ? [" ", say.not_you, " ", button("fresh", say.fresh, fresh)] : null),
    offered
      ? h(
          "div",
          { class: "rt-question" },
          h("p", { class: "rt-label" }, fill(say.offer, { when: when(offered.last), count: offered.count })),
          join(offered, "offer"),
          " ",
          button("offer-no", say.offer_no, () => {
            local.refused = offered.learner;
            ui.redraw("state");
          }),
        )
      : null,
    view.left_behind && local.left !== view.turns
      ? h(
          "div",
          { class: "rt-question" },
          h("p", { class: "rt-label" }, fill(say.left_behind, { count: view.left_behind })),
          button("bring-along", say.left_behind_yes, () => act({ type: "bring_along" })),
          " ",
          button("leave", say.offer_no, () => {
            local.left = view.turns;
            ui.redraw("state");
          }),
        )
      : null,
    elsewhere.map(([learner, one]) =>
      h(
        "p",
        null,
        fill(say.mirror, { when: when(one.last), count: Number(one.count) || 0 }),
        " ",
        button(`mirror-${learner}`, say.mirror_yes, () => bring(one.text)),
        " ",
        button("mirror-no", say.mirror_no, () => {
          local.notMine = true;
          ui.redraw("state");
        }),
      ),
    ),
    local.trouble ? h("p", { class: "rt-problem" }, local.trouble) : null,
    view.ask && !view.saved_at && !view.problem
      ? null
      : h(
          "p",
          { class: view.problem ? "rt-trouble" : "rt-chip-row" },
          h("span", { class: view.problem ? "" : "rt-chip", tabindex: "-1", "data-key": "state" }, state),
          " ",
          view.held ? button("download", say.download, () => ui.send({ type: "download" }, false)) : null,
        ),
    view.notices.length
      ? h(
          "ul",
          { class: "rt-small-print" },
          view.notices.map((notice) => h("li", null, fill(say.set_aside, notice))),
        )
      : null,
    more,
  ]
    .flat()
    .filter(Boolean);
}

/** The text of a file, also where an editor saved it in another encoding. */
function readable(bytes) {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  const code =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(code).decode(bytes);
}

export default {
  render({ model, el }) {
    return mount(model, el, start);
  },
};
