// Hunt: find the partner of a sentence, or say that there is none. Never scored.

function hunt(ui) {
  const { view, words, local } = ui;
  const say = words.hunt;
  local.index = local.index || 0;
  const one = view.hunts[local.index];
  const chosen = local.choice === undefined ? one.choice : local.choice;
  const send = (choice) => {
    local.choice = undefined;
    ui.focusAfterAnswer = "feedback";
    ui.send({ type: "hunt", hunt: one.id, choice });
  };
  const list = h(
    "ol",
    { class: "rt-sentences", "aria-label": say.text, "data-scroll": "sentences" },
    one.sentences.map((sentence) =>
      h(
        "li",
        null,
        h(
          "button",
          {
            type: "button",
            class: `rt-sentence rt-is-${sentence.kind}`,
            "aria-pressed": String(sentence.id === chosen),
            "data-key": sentence.id,
            onclick: () => {
              local.choice = sentence.id;
              ui.redraw();
            },
          },
          h("span", { class: "rt-number" }, sentence.where),
          h("span", null, sentence.text),
        ),
      ),
    ),
  );
  oneTabStop(list, "button", ui, `hunt-${one.id}`);
  const go = (index) => {
    local.index = index;
    local.choice = undefined;
    ui.redraw("card");
    ui.say(fill(say.progress, { number: index + 1, count: view.hunts.length }));
  };
  return [
    h("p", null, say.how),
    h(
      "p",
      { class: "rt-topic", tabindex: "-1", "data-key": "card" },
      fill(say.progress, { number: local.index + 1, count: view.hunts.length }),
    ),
    quoteBox(one.start, say.start),
    list,
    h(
      "div",
      { class: "rt-choices", role: "group", "aria-label": say.name },
      h(
        "button",
        {
          type: "button",
          class: "rt-choice",
          "data-key": "check",
          onclick: () => {
            if (chosen && chosen !== "none") send(chosen);
            else ui.say(say.choose_first, true);
          },
        },
        say.check,
      ),
      h(
        "button",
        {
          type: "button",
          class: "rt-choice",
          "data-key": "none",
          "aria-pressed": String(chosen === "none"),
          onclick: () => send("none"),
        },
        say.none,
      ),
    ),
    one.feedback && chosen === one.choice
      ? h("div", { tabindex: "-1", "data-key": "feedback", class: "rt-focus" }, feedbackBox(ui, one.feedback))
      : null,
    view.hunts.length > 1 ? pager(ui, local.index, view.hunts.length, say, go) : null,
  ].filter(Boolean);
}

export default {
  render({ model, el }) {
    return mount(model, el, hunt);
  },
};
