// Fact-check builder: text boxes stay the same nodes across answers, so that nobody loses a word while writing.

/**
 * @typedef {{ source: string, adds: string, address: string, date: string }} Evidence
 * @typedef {"claim" | "says" | "would_settle" | "computation" | "unknown" | "fact_first" | "claim_line" | "fact_again"} Step
 * @typedef {Record<Step, string> & { claim_id: string, verdict: string, evidence: Evidence[], checked: string[] }} Draft
 * @typedef {object} Opened what stands in the view once a claim is chosen
 * @property {Quote[]} quotes
 * @property {{ id: string, line: string, says: string, row?: Omit<Evidence, "source"> }[]} offers what was found off the page comes with its `row`
 * @property {Draft} fact_check
 * @property {{ step: string, line: string }[]} warnings
 * @property {boolean} complete
 * @property {[string, string][]} model
 * @typedef {{ menu: Choice[], chosen: string, longest: number } & Partial<Opened>} View
 * @typedef {HTMLInputElement | HTMLTextAreaElement} Box
 * @typedef {object} Local
 * @property {string} claim
 * @property {Draft | null} draft
 * @property {{ [key: string]: Box }} boxes
 * @property {{ [key: string]: string }} sent what each box held when it was sent last
 */

/** @param {Ui<View, Local>} ui */
function factCheck(ui) {
  const { view, words, local } = ui;
  const say = words.fact_check;
  const choose = (/** @type {string} */ claim) => {
    Object.assign(local, { draft: null, boxes: {} });
    ui.focusAfterAnswer = "step-says";
    ui.send({ type: "choose", claim });
  };
  const menu = choiceGroup(ui, "claim", say.choose, view.menu, view.chosen, choose);
  if (!view.chosen || !view.fact_check) return [h("p", null, say.how), menu];
  if (!local.draft || local.claim !== view.chosen) {
    Object.assign(local, { draft: structuredClone(view.fact_check), claim: view.chosen, boxes: {} });
  }
  return [h("p", null, say.how), menu, steps(ui, /** @type {Ui<View & Opened, Local & { draft: Draft }>} */ (ui))];
}

/** @param {Ui} ui @param {Ui<View & Opened, Local & { draft: Draft }>} open the same, with a claim chosen */
function steps(ui, { view, words, local }) {
  const say = words.fact_check;
  const { draft } = local;
  const keep = () => ui.send({ type: "write", claim: view.chosen, fact_check: draft });
  const box = (
    /** @type {string} */ key,
    /** @type {string} */ label,
    /** @type {string} */ value,
    /** @type {number} */ rows,
    /** @type {(text: string) => void} */ write,
  ) => {
    if (local.boxes[key]) return local.boxes[key];
    const left = () => {
      if (node.value === local.sent[key]) return;
      local.sent[key] = node.value;
      keep();
    };
    const properties = { "data-key": key, maxlength: view.longest, "aria-label": label };
    /** @type {Box} */
    const node =
      rows > 1
        ? writingBox("textarea", { ...properties, rows: String(rows) }, left)
        : writingBox("input", { ...properties, type: "text" }, left);
    node.value = value;
    node.addEventListener("input", () => write(node.value));
    local.sent[key] = value;
    local.boxes[key] = node;
    return node;
  };
  const advice = (/** @type {string} */ step) =>
    view.warnings
      .filter((one) => one.step === step)
      .map((one) => h("p", { class: "rt-problem" }, h("strong", null, `${say.advice}: `), one.line));
  /** @type {Record<Step, string>} */
  const labels = { ...say, ...say.steps };
  const text = (/** @type {Step} */ name, rows = 2) => {
    const label = labels[name];
    const field = box(`step-${name}`, label, draft[name], rows, (value) => {
      draft[name] = value;
    });
    return h("div", { class: "rt-question" }, h("p", { class: "rt-label" }, label), field);
  };
  const used = (/** @type {string} */ id) => draft.evidence.find((one) => one.source === id);
  const toggle = (/** @type {string} */ id) => {
    const row = view.offers.find((one) => one.id === id)?.row || { adds: "", address: "", date: "" };
    draft.evidence = used(id)
      ? draft.evidence.filter((one) => one.source !== id)
      : [...draft.evidence, { source: id, ...row }];
    for (const key of [`adds-${id}`, `${id}-address`, `${id}-date`]) delete local.boxes[key];
    keep();
    ui.redraw();
  };
  const line = (/** @type {Evidence} */ one, /** @type {"adds" | "address" | "date"} */ name) => {
    const key = name === "adds" ? `adds-${one.source}` : `${one.source}-${name}`;
    const field = box(key, say[name], one[name], 1, (value) => {
      (used(one.source) || one)[name] = value;
    });
    return [h("p", null, say[name]), field];
  };
  const use = (/** @type {string} */ id, /** @type {string} */ label) => {
    const onchange = () => toggle(id);
    const mark = h("input", { type: "checkbox", "data-key": `use-${id}`, checked: Boolean(used(id)), onchange });
    return h("label", null, mark, " ", label);
  };
  const card = (/** @type {Child[]} */ ...content) => h("li", { class: "rt-card" }, content);
  const own = used("own");
  const offers = view.offers.map(({ id, line: label, says }) => {
    const one = used(id);
    const told = says ? h("p", { class: "rt-small-print" }, says) : null;
    return card(use(id, label), told, one ? line(one, "adds") : null);
  });
  const mine = own ? [line(own, "address"), line(own, "date"), line(own, "adds")] : null;
  const verdict = (/** @type {string} */ code) => {
    draft.verdict = code;
    keep();
    ui.redraw();
  };
  const tick = (/** @type {Choice} */ { code, label }) => {
    const onchange = () => {
      const others = draft.checked.filter((one) => one !== code);
      draft.checked = draft.checked.includes(code) ? others : [...others, code];
      keep();
    };
    const checked = draft.checked.includes(code);
    return h(
      "label",
      null,
      h("input", { type: "checkbox", "data-key": `check-${code}`, checked, onchange }),
      " ",
      label,
    );
  };
  return [
    view.quotes.length ? view.quotes.map((quote) => quoteBox(quote)) : text("claim"),
    text("says"),
    text("would_settle"),
    h(
      "div",
      { class: "rt-question" },
      h("p", { class: "rt-label" }, say.steps.evidence),
      h("ul", { class: "rt-cards" }, offers, card(use("own", say.own_source), mine)),
      advice("evidence"),
    ),
    text("computation", 1),
    choiceGroup(ui, "verdict", say.steps.verdict, choicesOf(words.fact_check_verdict), draft.verdict, verdict),
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
    list(choicesOf(words.fact_check_list).map(tick), "rt-cards"),
    h("p", { class: "rt-kept-line" }, view.complete ? say.complete : say.open),
    view.model.length ? h("details", null, h("summary", { "data-key": "model" }, say.model), terms(view.model)) : null,
  ];
}

export default widget(factCheck, () => /** @type {Local} */ ({ claim: "", draft: null, boxes: {}, sent: {} }));
