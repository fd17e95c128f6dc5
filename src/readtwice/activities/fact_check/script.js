// Fact-check builder: text boxes stay the same nodes across answers, so that nobody loses a word while writing.

function factCheck(ui) {
  const { view, words, local } = ui;
  const say = words.fact_check;
  const choose = (code) => {
    local.draft = null;
    local.boxes = {};
    ui.focusAfterAnswer = "step-says";
    ui.send({ type: "choose", claim: code });
  };
  const menu = choiceGroup(ui, "claim", say.choose, view.menu, view.chosen, choose);
  if (!view.chosen || !view.fact_check) return [h("p", null, say.how), menu];
  if (!local.draft || local.claim !== view.chosen) {
    local.draft = structuredClone(view.fact_check);
    local.claim = view.chosen;
    local.boxes = {};
  }
  const draft = local.draft;
  const keep = () => ui.send({ type: "write", claim: view.chosen, fact_check: draft });
  const box = (key, label, value, rows, write) => {
    if (!local.boxes[key]) {
      const node = h(rows > 1 ? "textarea" : "input", {
        class: "rt-writing",
        "data-key": key,
        rows: rows > 1 ? String(rows) : null,
        type: rows > 1 ? null : "text",
        maxlength: view.longest,
        spellcheck: "true",
        "aria-label": label,
      });
      node.value = value;
      node.addEventListener("input", () => write(node.value));
      // A redraw takes the focus and gives it back at once: only who has really left has finished.
      node.addEventListener("blur", () =>
        setTimeout(() => {
          if (document.activeElement !== node && node.value !== local.sent?.[key]) {
            local.sent = { ...local.sent, [key]: node.value };
            keep();
          }
        }),
      );
      node.addEventListener("compositionstart", () => node.setAttribute("data-hold", ""));
      node.addEventListener("compositionend", () => node.removeAttribute("data-hold"));
      local.sent = { ...local.sent, [key]: value };
      local.boxes[key] = node;
    }
    return local.boxes[key];
  };
  const advice = (step) =>
    view.warnings
      .filter((one) => one.step === step)
      .map((one) => h("p", { class: "rt-problem" }, h("strong", null, `${say.advice}: `), one.line));
  const text = (name, rows = 2) =>
    h(
      "div",
      { class: "rt-question" },
      h("p", { class: "rt-label" }, say.steps[name] || say[name]),
      box(`step-${name}`, say.steps[name] || say[name], draft[name], rows, (value) => {
        draft[name] = value;
      }),
    );
  const used = (id) => draft.evidence.find((one) => one.source === id);
  const toggle = (id) => {
    draft.evidence = used(id)
      ? draft.evidence.filter((one) => one.source !== id)
      : [...draft.evidence, { source: id, adds: "", address: "", date: "" }];
    for (const key of [`adds-${id}`, `${id}-address`, `${id}-date`]) delete local.boxes[key];
    keep();
    ui.redraw();
  };
  const adds = (one) =>
    box(`adds-${one.source}`, say.adds, one.adds, 1, (value) => {
      (used(one.source) || one).adds = value;
    });
  const own = used("own");
  const evidence = h(
    "div",
    { class: "rt-question" },
    h("p", { class: "rt-label" }, say.steps.evidence),
    h(
      "ul",
      { class: "rt-cards" },
      view.offers.map((offer) =>
        h(
          "li",
          { class: "rt-card" },
          h(
            "label",
            null,
            h("input", {
              type: "checkbox",
              "data-key": `use-${offer.id}`,
              checked: Boolean(used(offer.id)),
              onchange: () => toggle(offer.id),
            }),
            " ",
            offer.line,
          ),
          offer.says ? h("p", { class: "rt-small-print" }, offer.says) : null,
          used(offer.id) ? [h("p", null, say.adds), adds(used(offer.id))] : null,
        ),
      ),
      h(
        "li",
        { class: "rt-card" },
        h(
          "label",
          null,
          h("input", { type: "checkbox", "data-key": "use-own", checked: Boolean(own), onchange: () => toggle("own") }),
          " ",
          say.own_source,
        ),
        own
          ? [
              h("p", null, say.address),
              box("own-address", say.address, own.address, 1, (value) => {
                (used("own") || own).address = value;
              }),
              h("p", null, say.date),
              box("own-date", say.date, own.date, 1, (value) => {
                (used("own") || own).date = value;
              }),
              h("p", null, say.adds),
              adds(own),
            ]
          : null,
      ),
    ),
    advice("evidence"),
  );
  const verdicts = Object.entries(words.fact_check_verdict).map(([code, label]) => ({ code, label }));
  const checks = h(
    "ul",
    { class: "rt-cards" },
    Object.entries(words.fact_check_list).map(([id, label]) =>
      h(
        "li",
        null,
        h(
          "label",
          null,
          h("input", {
            type: "checkbox",
            "data-key": `check-${id}`,
            checked: draft.checked.includes(id),
            onchange: () => {
              draft.checked = draft.checked.includes(id)
                ? draft.checked.filter((one) => one !== id)
                : [...draft.checked, id];
              keep();
            },
          }),
          " ",
          label,
        ),
      ),
    ),
  );
  return [
    h("p", null, say.how),
    menu,
    ...(view.quotes.length ? view.quotes.map((quote) => quoteBox(quote, "")) : [text("claim")]),
    text("says"),
    text("would_settle"),
    evidence,
    text("computation", 1),
    choiceGroup(ui, "verdict", say.steps.verdict, verdicts, draft.verdict, (code) => {
      draft.verdict = code;
      keep();
      ui.redraw();
    }),
    advice("verdict"),
    text("unknown"),
    advice("unknown"),
    h("p", { class: "rt-label" }, say.steps.write),
    h("p", { class: "rt-small-print" }, say.sandwich),
    text("fact_first"),
    text("claim_line"),
    text("fact_again"),
    advice("write"),
    h("p", { class: "rt-label" }, say.checklist),
    checks,
    h("p", { class: "rt-kept-line" }, view.complete ? say.complete : say.open),
    view.model.length
      ? h(
          "details",
          null,
          h("summary", { "data-key": "model" }, say.model),
          h(
            "dl",
            null,
            view.model.map(([name, line]) => [h("dt", null, name), h("dd", null, line)]),
          ),
        )
      : null,
  ];
}

export default {
  render({ model, el }) {
    return mount(model, el, factCheck);
  },
};
