// Doctor: a list of findings, a button, and a round trip: how long a message takes to the kernel and back.

const PROBE = "readtwice-probe";

/** Whether a store of the browser takes and gives back. Nothing stays in it. */
function works(store) {
  try { store().setItem(PROBE, "1"); const kept = store().getItem(PROBE) === "1"; store().removeItem(PROBE); return kept; } catch { return false; }
}

function doctor(ui) {
  const { view, words, local } = ui;
  const say = words.doctor;
  const look = () => {
    Object.assign(local, { mark: `${ui.id}-${Math.random()}`, sent: performance.now() });
    ui.send({ type: "ping", mark: local.mark }, false);
    ui.send({ type: "check" }, false);
  };
  if (!local.mark) { local.mark = "soon"; setTimeout(look); } // by itself when the page appears, as after Run All
  if (local.sent && view.pong === local.mark) {
    const milliseconds = performance.now() - local.sent;
    local.sent = 0;
    const page = { milliseconds, local: works(() => localStorage), session: works(() => sessionStorage), protocol: location.protocol, host: location.host, now: Date.now() };
    setTimeout(() => ui.send({ type: "page", ...page }, false));
  }
  if (view.summary && local.told !== view.summary) ui.say(view.summary);
  local.told = view.summary;
  return [
    h("p", null, say.intro),
    h("p", null, h("button", { type: "button", class: "rt-choice", "data-key": "look", "aria-disabled": String(view.running), onclick: () => { if (!view.running) look(); } }, say.button)),
    h("p", { class: "rt-topic" }, view.summary || say.running),
    h("ul", { class: "rt-findings", "aria-label": say.list }, view.findings.map((one) => h("li", { class: `rt-finding rt-finding-${one.state}`, "data-check": one.check },
      h("p", null, h("span", { class: "rt-sign", "aria-hidden": "true" }, { ok: "✓", look: "!", broken: "✕" }[one.state]), h("strong", null, `${one.label} · ${one.title}`)),
      h("p", null, one.found, " ", one.remedy ? h("span", { class: "rt-next" }, one.remedy) : null)))),
  ];
}

export default { render({ model, el }) { return mount(model, el, doctor); } };
