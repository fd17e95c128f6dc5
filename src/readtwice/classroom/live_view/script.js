// Live: a class's answers as bars, for a projector. What is pasted is sent and cleared at once; it is never shown.

const EVERY = 3000; // milliseconds between two looks at a folder
const LOST = 30000; // after so long a look that was never answered is given up

/**
 * @typedef {object} ShownChoice a choice and how many made it; `holds_back` says that it is neither sure nor unsure
 * @property {string} verdict
 * @property {string} label
 * @property {boolean} key
 * @property {boolean} holds_back
 * @property {number} all
 * @property {number} sure
 * @property {number} unsure
 * @typedef {object} Card
 * @property {string} id
 * @property {string} kind
 * @property {string} topic
 * @property {string} prompt
 * @property {Quote[]} quotes
 * @property {string} box
 * @property {string} explanation
 * @property {string} decided_by
 * @property {number} asked
 * @property {number} answered
 * @property {ShownChoice[]} choices
 * @typedef {object} View
 * @property {Choice[]} groups
 * @property {string} chosen
 * @property {string} title
 * @property {number} learners
 * @property {Card[]} cards
 * @property {{ name: string }} folder
 * @property {string} folder_trouble
 * @property {number} unread
 * @property {[string, number][]} troubles
 * @property {string} news
 * @property {number} number of the news
 * @typedef {object} Local
 * @property {number} index
 * @property {number} number
 * @property {string} chosen
 * @property {boolean} single
 * @property {boolean} key
 * @property {boolean} clearing
 * @property {string} text
 * @property {string} folder
 */

/**
 * One choice: its words, its number, and a bar in two parts: filled for sure, striped for not so sure.
 *
 * @param {Words["live"]} say
 * @param {ShownChoice} choice
 * @param {number} most
 * @param {boolean} showKey
 */
function choiceBar(say, choice, most, showKey) {
  const { all, sure, unsure } = choice;
  const bar = (/** @type {string} */ look, /** @type {number} */ count) =>
    h("span", { class: `rt-live-${look}`, style: `width: ${(100 * count) / Math.max(most, 1)}%` });
  const keyed = showKey && choice.key;
  const detail = choice.holds_back || !all ? "" : fill(say.split, { sure, unsure });
  return h(
    "li",
    { class: keyed ? "rt-live-choice rt-live-key" : "rt-live-choice", "data-verdict": choice.verdict },
    h(
      "p",
      { class: "rt-live-words" },
      keyed ? h("strong", null, `✓ ${say.key_sign}: `) : null,
      choice.label,
      ": ",
      h("strong", { class: "rt-live-count" }, all),
      detail ? h("span", { class: "rt-live-split" }, ` ${detail}`) : null,
    ),
    h(
      "div",
      { class: "rt-live-bar", "aria-hidden": "true" },
      choice.holds_back ? bar("open", all) : [bar("sure", sure), bar("unsure", unsure)],
    ),
  );
}

/** @param {Ui<View, Local>} ui @param {Card} card @param {{ number: number, count: number }} place */
function liveCard(ui, card, place) {
  const say = ui.words.live;
  const { key } = ui.local;
  const { answered, asked } = card;
  const decided = () => h("p", null, h("strong", null, `${say.decided_by}: `), `“${card.decided_by}”`);
  const note = () => h("div", { class: "rt-note" }, h("p", null, card.explanation), card.decided_by ? decided() : null);
  const heading = { tabindex: "-1", "data-key": `card-${card.id}`, role: "heading", "aria-level": "3" };
  const quotes = card.quotes.map((quote) => quoteBox(quote));
  const choices = card.choices.map((choice) => choiceBar(say, choice, asked, key));
  return h(
    "div",
    { class: "rt-live-card", role: "group", "aria-label": fill(say.card, place) },
    h("p", { class: "rt-progress" }, `${fill(say.card, place)} · ${fill(say.answered, { answered, asked })}`),
    h("p", { class: "rt-topic", ...heading }, card.prompt),
    h(
      "div",
      { class: "rt-slide" },
      h("div", null, h("div", { class: "rt-pair" }, quotes), recordBox(ui, card.box)),
      h("div", null, h("ul", { class: "rt-live-choices" }, choices), key ? note() : null),
    ),
  );
}

/** Where answers come from: a box to paste into, and a folder to look at. @param {Ui<View, Local>} ui */
function sources(ui) {
  const { view, words, local } = ui;
  const say = words.live;
  const take = (/** @type {string} */ text) => {
    local.text = "";
    if (!text.trim()) return;
    ui.say(say.reading);
    ui.send({ type: "paste", text }, false);
  };
  const takeBox = () => {
    take(box.value);
    box.value = "";
  };
  const box = h("textarea", {
    id: `${ui.id}-paste`,
    "data-key": "paste",
    rows: 2,
    class: "rt-writing rt-live-paste",
    autocomplete: "off",
    spellcheck: "false",
    oninput: (event) => {
      const { inputType } = /** @type {InputEvent} */ (/** @type {Event} */ (event));
      if (/^insertFrom/.test(inputType || "")) takeBox();
      else local.text = box.value;
    },
    onpaste: (event) => {
      event.preventDefault();
      take(event.clipboardData?.getData("text") ?? "");
    },
  });
  box.value = local.text;
  const watch = (/** @type {string} */ path) => ui.send({ type: "folder", path }, false);
  const folder = folderField(ui, () => watch(folder.value));
  const stop = () => {
    ui.focusAfterAnswer = "folder";
    watch("");
  };
  const { name } = view.folder;
  const unread = () => [
    h("p", null, fill(say.unread, { count: view.unread })),
    list(
      view.troubles.map(([reason, times]) => `${times} × ${reason}`),
      "rt-small-print",
    ),
  ];
  const content = [
    h("p", null, h("label", { for: box.id }, say.paste)),
    box,
    h("p", null, button("take", say.take, takeBox)),
    h("p", null, h("label", { for: folder.id }, say.folder)),
    h(
      "p",
      { class: "rt-row" },
      [folder, " ", button("watch", say.watch, () => watch(folder.value)), " "],
      name ? button("stop", say.stop, stop) : null,
    ),
    name ? h("p", { class: "rt-kept-line" }, fill(say.watched, { name })) : null,
    view.folder_trouble ? h("p", { class: "rt-problem" }, view.folder_trouble) : null,
    view.unread ? unread() : null,
    clearing(ui),
  ];
  return foldOut(ui, "sources", say.sources, content, true);
}

/** @param {Ui<View, Local>} ui */
function clearing(ui) {
  const { words, local } = ui;
  const say = words.live;
  const ask = (/** @type {boolean} */ sure) => {
    local.clearing = sure;
    ui.redraw(sure ? "clear-sure" : "clear");
  };
  const yes = () => {
    local.clearing = false;
    ui.focusAfterAnswer = "paste";
    ui.send({ type: "clear" }, false);
  };
  if (!local.clearing)
    return h(
      "p",
      null,
      button("clear", say.clear, () => ask(true)),
    );
  return h(
    "p",
    null,
    h("span", { tabindex: "-1", "data-key": "clear-sure" }, say.clear_sure),
    " ",
    button("clear-yes", say.clear_yes, yes),
    " ",
    button("clear-no", say.clear_no, () => ask(false)),
  );
}

/** What a teacher sets on the wall. @param {Ui<View, Local>} ui */
function tools(ui) {
  const { words, local } = ui;
  const say = words.live;
  const flip = (/** @type {"single" | "key"} */ key, /** @type {string} */ label) => {
    const pressed = { "aria-pressed": String(local[key]) };
    const flipped = () => {
      local[key] = !local[key];
      ui.redraw();
    };
    return button(key, label, flipped, "rt-small", pressed);
  };
  // The wall is for the cards: what the teacher pastes into folds away, and one click opens it again.
  const fillScreen = (/** @type {{ currentTarget: Element }} */ { currentTarget }) => {
    const wall = currentTarget.closest("section.rt");
    local.single = true; // a screen holds one card whole, and seldom two
    ui.redraw("full");
    const open = wall?.querySelector("details");
    if (open && !document.fullscreenElement) open.open = false;
    fullScreen(ui, wall, say.no_full);
  };
  const row = h(
    "div",
    { class: "rt-choices", role: "group", "aria-label": say.tools },
    flip("single", say.single),
    flip("key", say.show_key),
    button("full", say.full, fillScreen),
  );
  oneTabStop(row, "button", ui, "tools");
  return row;
}

/** @param {Words["live"]} say */
function legend(say) {
  const sample = (/** @type {string} */ look) => h("span", { class: `rt-live-${look}`, "aria-hidden": "true" });
  const samples = [
    sample("sure"),
    ` ${say.sure} `,
    sample("unsure"),
    ` ${say.unsure} `,
    sample("open"),
    ` ${say.open}`,
  ];
  return h("p", { class: "rt-live-legend" }, samples);
}

/** The cards, all or one at a time, below the class's title. @param {Ui<View, Local>} ui */
function wall(ui) {
  const { view, words, local } = ui;
  const say = words.live;
  const count = view.cards.length;
  const go = (/** @type {number} */ index) => {
    local.index = index;
    ui.redraw(`card-${view.cards[index].id}`);
  };
  const all = view.cards.map((card, at) => liveCard(ui, card, { number: at + 1, count }));
  const title = `${view.title} · ${fill(say.learners, { count: view.learners })}`;
  return h("div", { class: "rt-live-wall" }, [
    h(
      "div",
      { class: "rt-live-head" },
      h("p", { class: "rt-live-title", role: "heading", "aria-level": "2" }, title),
      tools(ui),
      legend(say),
    ),
    h(
      "div",
      { class: local.single ? "rt-live-cards rt-live-single" : "rt-live-cards" },
      local.single ? all[local.index] : all,
    ),
    local.single ? pager(local.index, count, say, go) : null,
  ]);
}

/** @param {Ui<View, Local>} ui */
function live(ui) {
  const { view, words, local } = ui;
  const say = words.live;
  if (view.number !== local.number) {
    local.number = view.number;
    ui.say(view.news, true);
  }
  if (local.chosen !== view.chosen) Object.assign(local, { chosen: view.chosen, index: 0 });
  local.index = Math.min(local.index, Math.max(view.cards.length - 1, 0));
  const choose = (/** @type {string} */ key) => ui.send({ type: "group", key }, false);
  return [
    sources(ui),
    view.groups.length > 1 ? choiceGroup(ui, "group", say.which, view.groups, view.chosen, choose) : null,
    view.cards.length ? wall(ui) : h("p", { class: "rt-topic" }, say.waiting),
  ];
}

/** @type {() => Local} */
const begin = () => ({
  index: 0,
  number: 0,
  chosen: "",
  single: false,
  key: false,
  clearing: false,
  text: "",
  folder: "",
});

const drawn = widget(live, begin);

export default {
  /** @param {{ model: Model, el: HTMLElement }} place */
  render({ model, el }) {
    const stop = drawn.render({ model, el });
    const paste = (/** @type {string} */ text) => {
      model.send({ type: "paste", text });
      broughtIsRead();
    };
    const brought = broughtAlong();
    if (brought) paste(brought);
    const unheard = whenBrought(paste);
    let asked = 0;
    // One look at a time.
    const look = () => {
      if (!model.get("view").folder.name || Date.now() - asked < LOST) return null;
      asked = Date.now();
      return { type: "look" };
    };
    const looked = (/** @type {{ looked?: boolean }} */ message) => {
      if (message.looked) asked = 0;
    };
    const free = staysWhole(el, ".rt-live-wall");
    const end = lookEvery(model, el, EVERY, look);
    model.on("msg:custom", looked);
    return () => {
      end();
      unheard();
      model.off("msg:custom", looked);
      free();
      stop();
    };
  },
};
