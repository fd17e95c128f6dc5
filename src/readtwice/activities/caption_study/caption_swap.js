// Caption swap: one picture in words under four captions in turn. All that is chosen stays in this page: nothing is sent.

function captionSwap(ui) {
  const { view, words, local } = ui;
  const say = words.caption_swap;
  local.sure = local.sure || [];
  const captions = view.captions,
    step = local.sure.length,
    count = captions.length;
  const picture = h(
    "figure",
    { class: "rt-picture" },
    h("p", { class: "rt-where" }, say.picture),
    h("p", null, view.picture),
  );
  const caption = (one) =>
    h(
      "blockquote",
      { class: "rt-quote" },
      h("p", { class: "rt-where" }, say.caption),
      h("p", null, one.text || say.no_caption),
    );
  const parts = [h("p", null, say.invented), picture];
  if (step < count) {
    const progress = (number) => fill(say.progress, { number: number + 1, count });
    const choose = (code) => {
      local.sure = [...local.sure, Number(code)];
      const next = captions[local.sure.length];
      ui.redraw(next ? "sure-1" : "again");
      ui.say(next ? `${progress(local.sure.length)}. ${next.text}` : outcome());
    };
    const choices = Object.entries(say.sure).map(([code, label]) => ({ code, label }));
    parts.splice(1, 0, h("p", { class: "rt-progress" }, progress(step)));
    parts.push(caption(captions[step]), choiceGroup(ui, "sure", say.ask, choices, null, choose, "rt-scale"));
    return parts;
  }
  parts.push(
    h("p", { class: "rt-label" }, say.both),
    h("div", { class: "rt-pair" }, captions.slice(-2).map(caption)),
    h("p", { class: "rt-label" }, say.yours),
    h(
      "dl",
      { class: "rt-numbers" },
      captions.map((one, i) => [h("dt", null, say.steps[one.code]), h("dd", null, say.sure[local.sure[i]])]),
    ),
    h("p", { class: "rt-said" }, outcome()),
    h(
      "button",
      {
        type: "button",
        class: "rt-small",
        "data-key": "again",
        onclick: () => {
          local.sure = [];
          ui.redraw("sure-1");
        },
      },
      say.again,
    ),
  );
  return parts;

  function outcome() {
    const most = Math.max(...local.sure.slice(-2)),
      before = local.sure[0];
    return most > before ? say.rose : most < before ? say.fell : say.level;
  }
}

export default {
  render({ model, el }) {
    return mount(model, el, captionSwap);
  },
};
