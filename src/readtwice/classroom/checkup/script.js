// Doctor: a list of findings, a button, and a round trip: how long a message takes to the kernel and back.

const PROBE = "readtwice-probe";
const STATE_SIGNS = { ok: "✓", look: "!", broken: "✕" };

/**
 * @typedef {object} Finding
 * @property {string} check
 * @property {keyof typeof STATE_SIGNS} state
 * @property {string} label
 * @property {string} title
 * @property {string} found
 * @property {string} remedy
 * @typedef {{ running: boolean, summary: string, pong: string, findings: Finding[] }} View
 * @typedef {{ mark: string, sent: number, told: string }} Local
 */

/** Whether a store of the browser takes and gives back. Nothing stays in it. @param {() => Storage} store */
function works(store) {
  try {
    store().setItem(PROBE, "1");
    const kept = store().getItem(PROBE) === "1";
    store().removeItem(PROBE);
    return kept;
  } catch {
    return false;
  }
}

/** @param {Ui<View, Local>} ui */
function look({ id, local, send }) {
  Object.assign(local, { mark: `${id}-${Math.random()}`, sent: performance.now() });
  send({ type: "ping", mark: local.mark }, false);
  send({ type: "check" }, false);
}

/** @param {Ui<View, Local>} ui */
function doctor(ui) {
  const { view, words, local } = ui;
  const say = words.doctor;
  if (!local.mark) {
    local.mark = "soon";
    setTimeout(() => look(ui)); // by itself when the page appears, as after Run All
  }
  if (local.sent && view.pong === local.mark) {
    const page = {
      milliseconds: performance.now() - local.sent,
      local: works(() => localStorage),
      session: works(() => sessionStorage),
      protocol: location.protocol,
      host: location.host,
      now: Date.now(),
    };
    local.sent = 0;
    setTimeout(() => ui.send({ type: "page", ...page }, false));
  }
  if (view.summary && local.told !== view.summary) ui.say(view.summary);
  local.told = view.summary;
  const disabled = { "aria-disabled": String(view.running) };
  const pressed = () => {
    if (!view.running) look(ui);
  };
  return [
    h("p", null, say.intro),
    h("p", null, button("look", say.button, pressed, "rt-choice", disabled)),
    h("p", { class: "rt-topic" }, view.summary || say.running),
    h("ul", { class: "rt-findings", "aria-label": say.list }, view.findings.map(findingLine)),
  ];
}

/** @param {Finding} one */
function findingLine({ check, state, label, title, found, remedy }) {
  const sign = h("span", { class: "rt-sign", "aria-hidden": "true" }, STATE_SIGNS[state]);
  return h(
    "li",
    { class: `rt-finding rt-finding-${state}`, "data-check": check },
    h("p", null, sign, h("strong", null, `${label} · ${title}`)),
    h("p", null, found, " ", remedy ? h("span", { class: "rt-next" }, remedy) : null),
  );
}

export default widget(doctor, (/** @type {View} */ _view) => ({ mark: "", sent: 0, told: "" }));
