// Start: whose work this is (continue or start fresh), and when it was last saved.

function start(ui) {
  const { view, words } = ui;
  const say = words.start;
  const choose = (choice, place) => { ui.focusAfterAnswer = "state"; ui.send({ type: "choose", choice, place }); };
  const clock = (time) => new Date(time).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const when = (time) => new Date(time).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
  const many = view.work.length > 1;
  const offer = (key, label, note, onclick) => h("li", null,
    h("button", { type: "button", class: "rt-choice", "data-key": key, onclick }, label), h("span", { class: "rt-small-print" }, note));
  const work = (one, place) => offer(`continue-${place}`, many ? fill(say.continue_other, { when: when(one.last) }) : say.continue,
    many ? one.holds : `${fill(say.holds, { when: when(one.last) })} ${one.holds}`, () => choose("continue", place));
  const state = view.problem ? fill(say.not_saved, { reason: view.problem }) : view.saved_at ? fill(say.saved, { time: clock(view.saved_at) }) : say.nothing_saved;
  return [
    view.ask ? h("div", { class: "rt-question" },
      h("p", { class: "rt-label" }, many ? say.welcome_back_many : say.welcome_back),
      h("ul", { class: "rt-work" }, view.work.map(work), offer("fresh", say.fresh, say.not_mine, () => choose("fresh")))) : h("p", null, view.greeting),
    view.ask && !view.saved_at && !view.problem ? null : h("p", { class: view.problem ? "rt-trouble" : "rt-chip", tabindex: "-1", "data-key": "state" }, state),
    view.notices.length ? h("ul", { class: "rt-small-print" }, view.notices.map((notice) => h("li", null, fill(say.set_aside, notice)))) : null,
  ].filter(Boolean);
}

export default { render({ model, el }) { return mount(model, el, start); } };
