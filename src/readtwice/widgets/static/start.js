// Start: whose work this is (continue or start fresh), and when it was last saved.

function start(ui) {
  const { view, words } = ui;
  const say = words.start;
  const choose = (choice, place) => { ui.focusAfterAnswer = "state"; ui.send({ type: "choose", choice, place }); };
  const clock = (time) => new Date(time).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const when = (time) => new Date(time).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
  const state = view.problem ? fill(say.not_saved, { reason: view.problem }) : view.saved_at ? fill(say.saved, { time: clock(view.saved_at) }) : say.nothing_saved;
  return [
    view.ask ? h("div", { class: "rt-question" },
      h("p", { class: "rt-label" }, fill(say.welcome_back, { count: view.work[0].count, when: when(view.work[0].last) })),
      h("div", { class: "rt-choices", role: "group", "aria-label": say.name },
        h("button", { type: "button", class: "rt-choice", "data-key": "continue", onclick: () => choose("continue", 0) }, say.continue),
        view.work.slice(1).map((one, i) => h("button", { type: "button", class: "rt-choice", "data-key": `continue-${i + 1}`, onclick: () => choose("continue", i + 1) }, fill(say.continue_other, { when: when(one.last) }))),
        h("button", { type: "button", class: "rt-choice", "data-key": "fresh", onclick: () => choose("fresh") }, say.fresh))) : h("p", null, view.greeting),
    h("p", { class: view.problem ? "rt-trouble" : "rt-chip", tabindex: "-1", "data-key": "state" }, state),
    view.notices.length ? h("ul", { class: "rt-small-print" }, view.notices.map((notice) => h("li", null, fill(say.set_aside, notice)))) : null,
  ].filter(Boolean);
}

export default { render({ model, el }) { return mount(model, el, start); } };
