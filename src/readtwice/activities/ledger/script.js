// Claim ledger: choose a sentence, tap a row; who, position, date and number fill in for the learner to correct.
// It sorts and aligns what was pinned. It never says that two rows conflict: that is the learner's to see.

function ledger(ui) {
  const { view, words, local } = ui;
  const say = words.ledger;
  const fields = ["who", "position", "date", "number"];
  const count = view.pins.length;
  const pin = (topic) => {
    if (!local.sentence) {
      ui.say(say.choose_first, true);
      return;
    }
    ui.send({ type: "pin", sentence: local.sentence, topic });
  };
  const sentences = h(
    "ol",
    { class: "rt-sentences", "aria-label": say.text, "data-scroll": "sentences" },
    view.sentences.map((sentence) =>
      h(
        "li",
        null,
        h(
          "button",
          {
            type: "button",
            class: `rt-sentence rt-is-${sentence.kind}`,
            "aria-pressed": String(sentence.id === local.sentence),
            "data-key": sentence.id,
            onclick: () => {
              local.sentence = sentence.id;
              ui.redraw();
            },
          },
          h("span", { class: "rt-number" }, sentence.where),
          h("span", null, sentence.text),
        ),
      ),
    ),
  );
  oneTabStop(sentences, "button", ui, "sentences");
  const rows = h(
    "div",
    { class: "rt-choices", role: "group", "aria-label": say.rows },
    view.topics.map((topic) =>
      h(
        "button",
        { type: "button", class: "rt-choice", "data-key": `pin-${topic.id}`, onclick: () => pin(topic.id) },
        fill(say.pin, { label: topic.label }),
      ),
    ),
  );
  oneTabStop(rows, "button", ui, "rows");
  const order = (a, b) => (local.sort === "who" ? a.who.localeCompare(b.who) || a.order - b.order : a.order - b.order);
  const drafts = (local.drafts = local.drafts || {}); // what was typed, until Python says that it is saved
  const room = (text) => view.longest - text.length;
  const roomNote = (text) =>
    room(text) <= 0
      ? fill(say.field_full, { longest: view.longest })
      : room(text) <= 40
        ? fill(say.room, { left: room(text) })
        : "";
  const cell = (one, field) => {
    const key = `${one.id}-${field}`;
    if (drafts[key] === one[field]) delete drafts[key];
    const text = drafts[key] ?? one[field];
    const note = h("span", { class: "rt-small-print", id: `${ui.id}-${key}` }, roomNote(text));
    const typed = (event) => {
      const before = note.textContent,
        now = roomNote(event.target.value);
      note.textContent = now;
      if (now && (!before || room(event.target.value) <= 0)) ui.say(now); // when it gets near, and when it is reached
    };
    return h(
      "label",
      { class: `rt-cell rt-cell-${field}` },
      h("span", { class: "rt-cell-name" }, say.columns[field]),
      h(
        "textarea",
        {
          "data-key": key,
          "data-hold": true,
          maxlength: view.longest,
          rows: "2",
          "aria-label": `${say.columns[field]}, ${one.where}`,
          "aria-describedby": note.id,
          oninput: typed,
          onchange: (event) => {
            drafts[key] = event.target.value;
            ui.send({ type: "correct", pin: one.id, field, value: event.target.value });
          },
        },
        text,
      ),
      note,
    );
  };
  const remove = (one, topic) => {
    for (const field of fields) delete drafts[`${one.id}-${field}`];
    ui.focusAfterAnswer = `pin-${topic.id}`;
    ui.send({ type: "remove", pin: one.id });
  };
  const table = (topic) => {
    const pins = view.pins.filter((one) => one.topic === topic.id).sort(order);
    return h(
      "div",
      { class: "rt-topic-rows" },
      h("p", { class: "rt-label" }, `${topic.label}: ${topic.question}`),
      pins.length
        ? h(
            "ul",
            { class: "rt-pins" },
            pins.map((one) =>
              h(
                "li",
                { class: "rt-pin" },
                h("p", { class: "rt-pin-quote" }, h("span", { class: "rt-number" }, one.where), ` ${one.quote}`),
                fields.map((field) => cell(one, field)),
                h(
                  "button",
                  {
                    type: "button",
                    class: "rt-small",
                    "data-key": `remove-${one.id}`,
                    "aria-label": `${say.remove}, ${one.where}, ${topic.label}`,
                    onclick: () => remove(one, topic),
                  },
                  say.remove,
                ),
              ),
            ),
          )
        : h("p", { class: "rt-small-print" }, say.empty),
    );
  };
  const sort = h(
    "label",
    { class: "rt-sort" },
    `${say.sort} `,
    h(
      "select",
      {
        "data-key": "sort",
        onchange: (event) => {
          local.sort = event.target.value;
          ui.redraw();
        },
      },
      ["text", "who"].map((code) =>
        h("option", { value: code, selected: (local.sort || "text") === code }, say[`sort_${code}`]),
      ),
    ),
  );
  return [
    h("p", null, fill(say.how, { maximum: view.maximum })),
    sentences,
    rows,
    h("p", { class: "rt-progress" }, view.said || fill(say.count, { count, maximum: view.maximum })),
    count > 1 ? sort : null,
    view.topics.map(table),
  ]
    .flat()
    .filter(Boolean);
}

export default {
  render({ model, el }) {
    return mount(model, el, ledger);
  },
};
