// Live: a class's answers as bars, for a projector. What is pasted is sent and cleared at once; it is never shown.

const EVERY = 3000; // milliseconds between two looks at a folder
const LOST = 30000; // after so long a look that was never answered is given up

/** One choice: its words, its number, and a bar in two parts: filled for sure, striped for not so sure. */
function choiceBar(say, choice, most, showKey) {
  const percent = (count) => `width: ${(100 * count) / Math.max(most, 1)}%`;
  const detail = choice.holds_back || !choice.all ? "" : fill(say.split, choice);
  const keyed = showKey && choice.key;
  return h("li", { class: `rt-live-choice${keyed ? " rt-live-key" : ""}`, "data-verdict": choice.verdict },
    h("p", { class: "rt-live-words" }, keyed ? h("strong", null, `✓ ${say.key_sign}: `) : null, choice.label, ": ", h("strong", { class: "rt-live-count" }, choice.all), detail ? h("span", { class: "rt-live-split" }, ` ${detail}`) : null),
    h("div", { class: "rt-live-bar", "aria-hidden": "true" },
      choice.holds_back ? h("span", { class: "rt-live-open", style: percent(choice.all) })
        : [h("span", { class: "rt-live-sure", style: percent(choice.sure) }), h("span", { class: "rt-live-unsure", style: percent(choice.unsure) })]));
}

function liveCard(ui, card, place, showKey) {
  const say = ui.words.live;
  return h("div", { class: "rt-live-card", role: "group", "aria-label": fill(say.card, place) },
    h("p", { class: "rt-progress" }, `${fill(say.card, place)} · ${fill(say.answered, card)}`),
    h("p", { class: "rt-topic", tabindex: "-1", "data-key": `card-${card.id}`, role: "heading", "aria-level": "3" }, card.prompt),
    h("div", { class: "rt-pair" }, card.quotes.map((quote) => quoteBox(quote, ""))),
    recordBox(ui, card.box),
    h("ul", { class: "rt-live-choices" }, card.choices.map((choice) => choiceBar(say, choice, card.asked, showKey))),
    showKey ? h("div", { class: "rt-note" }, h("p", null, card.explanation), card.decided_by ? h("p", null, h("strong", null, `${say.decided_by}: `), `“${card.decided_by}”`) : null) : null);
}

/** Where answers come from: a box to paste into, and a folder to look at. */
function sources(ui) {
  const { view, words, local } = ui;
  const say = words.live;
  const take = (text) => { local.text = ""; if (text.trim()) { ui.say(say.reading); ui.send({ type: "paste", text }, false); } };
  const box = h("textarea", { id: `${ui.id}-paste`, "data-key": "paste", rows: 2, class: "rt-writing rt-live-paste", autocomplete: "off", spellcheck: "false",
    oninput: (event) => { if (/^insertFrom/.test(event.inputType || "")) { take(box.value); box.value = ""; } else local.text = box.value; },
    onpaste: (event) => { event.preventDefault(); take((event.clipboardData || window.clipboardData).getData("text")); } });
  box.value = local.text || "";
  const folder = h("input", { type: "text", id: `${ui.id}-folder`, "data-key": "folder", class: "rt-code rt-live-folder", autocomplete: "off", spellcheck: "false", maxlength: 1000, value: local.folder || "", oninput: () => { local.folder = folder.value; } });
  const watch = () => ui.send({ type: "folder", path: folder.value }, false);
  folder.addEventListener("keydown", (event) => { if (event.key === "Enter") watch(); });
  const unread = view.unread ? [h("p", null, fill(say.unread, { count: view.unread })), h("ul", { class: "rt-small-print" }, view.troubles.map(([reason, times]) => h("li", null, `${times} × ${reason}`)))] : null;
  return h("details", { open: local.open ?? true, ontoggle: (event) => { local.open = event.target.open; } }, h("summary", { "data-key": "sources" }, say.sources),
    h("p", null, h("label", { for: `${ui.id}-paste` }, say.paste)), box,
    h("p", null, button("take", say.take, () => { take(box.value); box.value = ""; })),
    h("p", null, h("label", { for: `${ui.id}-folder` }, say.folder)),
    h("p", { class: "rt-row" }, folder, " ", button("watch", say.watch, watch), " ", view.folder.name ? button("stop", say.stop, () => { ui.focusAfterAnswer = "folder"; ui.send({ type: "folder", path: "" }, false); }) : null),
    view.folder.name ? h("p", { class: "rt-kept-line" }, fill(say.watched, view.folder)) : null,
    view.folder_trouble ? h("p", { class: "rt-problem" }, view.folder_trouble) : null,
    unread,
    local.clearing ? h("p", null, h("span", { tabindex: "-1", "data-key": "clear-sure" }, say.clear_sure), " ",
      button("clear-yes", say.clear_yes, () => { local.clearing = false; ui.focusAfterAnswer = "paste"; ui.send({ type: "clear" }, false); }), " ", button("clear-no", say.clear_no, () => { local.clearing = false; ui.redraw("clear"); }))
      : h("p", null, button("clear", say.clear, () => { local.clearing = true; ui.redraw("clear-sure"); })));
}

function live(ui) {
  const { view, words, local } = ui;
  const say = words.live;
  if (view.number !== (local.number ?? 0)) { local.number = view.number; ui.say(view.news, true); }
  if (local.chosen !== view.chosen) Object.assign(local, { chosen: view.chosen, index: 0 });
  const flip = (key, label) => h("button", { type: "button", class: "rt-small", "data-key": key, "aria-pressed": String(Boolean(local[key])), onclick: () => { local[key] = !local[key]; ui.redraw(); } }, label);
  // The wall is for the cards: what the teacher pastes into folds away, and one click opens it again.
  const fillScreen = (event) => {
    const wall = event.target.closest("section.rt");
    if (!document.fullscreenElement) wall.querySelector("details").open = false;
    fullScreen(ui, wall, say.no_full);
  };
  const count = view.cards.length;
  local.index = Math.min(local.index, Math.max(count - 1, 0));
  const go = (index) => { local.index = index; ui.redraw(`card-${view.cards[index].id}`); };
  const shown = view.cards.map((card, index) => ({ card, place: { number: index + 1, count } })).filter((_, index) => !local.single || index === local.index);
  const tools = h("div", { class: "rt-choices", role: "group", "aria-label": say.tools }, flip("single", say.single), flip("key", say.show_key), button("full", say.full, fillScreen));
  oneTabStop(tools, "button", ui, "tools");
  return [
    sources(ui),
    view.groups.length > 1 ? choiceGroup(ui, "group", say.which, view.groups, view.chosen, (key) => ui.send({ type: "group", key }, false)) : null,
    count ? [
      h("div", { class: "rt-live-head" },
        h("p", { class: "rt-live-title", role: "heading", "aria-level": "2" }, `${view.title} · ${fill(say.learners, { count: view.learners })}`), tools,
        h("p", { class: "rt-live-legend" }, h("span", { class: "rt-live-sure", "aria-hidden": "true" }), ` ${say.sure} `, h("span", { class: "rt-live-unsure", "aria-hidden": "true" }), ` ${say.unsure} `, h("span", { class: "rt-live-open", "aria-hidden": "true" }), ` ${say.open}`)),
      h("div", { class: `rt-live-cards${local.single ? " rt-live-single" : ""}` }, shown.map(({ card, place }) => liveCard(ui, card, place, local.key))),
      local.single ? pager(ui, local.index, count, say, go) : null,
    ] : h("p", { class: "rt-topic" }, say.waiting),
  ];
}

export default {
  render({ model, el }) {
    const stop = mount(model, el, live);
    let asked = 0;
    // One look at a time, and none while nobody can see it: a page that is closed, hidden or behind another.
    const look = () => {
      const seen = !document.hidden && el.isConnected && el.getClientRects().length;
      if (!model.get("view").folder.name || !seen || Date.now() - asked < LOST) return;
      asked = Date.now();
      try { model.send({ type: "look" }); } catch { clearInterval(timer); }
    };
    const looked = (message) => { if (message.looked) asked = 0; };
    const end = () => clearInterval(timer);
    const timer = setInterval(look, EVERY);
    model.on("msg:custom", looked);
    model.on("comm_live_update", end);
    return () => { end(); model.off("msg:custom", looked); model.off("comm_live_update", end); stop(); };
  },
};
