// Caption swap: one picture, drawn and in words, under four captions in turn, each with the needle of one's sureness. All that is chosen stays in this page: nothing is sent.

/**
 * @typedef {{ code: keyof Words["caption_swap"]["steps"], text: string }} Caption
 * @typedef {{ picture: string, drawing: string, captions: Caption[] }} View
 * @typedef {keyof Words["caption_swap"]["sure"]} Sure
 * @typedef {{ sure: Sure[] }} Local for each caption that was seen, how sure
 */

/** @param {Ui<View, Local>} ui */
function captionSwap(ui) {
  const { view, words, local } = ui;
  const say = words.caption_swap;
  const { captions } = view;
  const count = captions.length;
  const step = local.sure.length;
  const progress = (/** @type {number} */ index) => fill(say.progress, { number: index + 1, count });
  const choose = (/** @type {string} */ code) => {
    local.sure.push(/** @type {Sure} */ (code));
    const at = local.sure.length;
    ui.redraw(at < count ? "sure-1" : "again");
    ui.say(at < count ? `${progress(at)}. ${captions[at].text}` : outcome(ui));
  };
  return [
    h("p", null, say.invented),
    step < count ? h("p", { class: "rt-progress" }, progress(step)) : null,
    scene(ui),
    step < count
      ? [
          captionBox(ui, captions[step]),
          step ? needle(ui, local.sure[step - 1]) : null,
          choiceGroup(ui, "sure", say.ask, choicesOf(say.sure), null, choose, "rt-scale"),
        ]
      : lookBack(ui),
  ];
}

/** The scene as it is drawn, then in words: who cannot see it reads the same. @param {Ui<View, Local>} ui */
function scene({ view, words }) {
  const label = h("p", { class: "rt-where" }, words.caption_swap.picture);
  const drawn = view.drawing ? h("img", { class: "rt-drawing", src: view.drawing, alt: "" }) : null;
  return h("figure", { class: "rt-picture" }, drawn, label, h("p", null, view.picture));
}

/** How sure one was at the last look, as a needle; the words below it say the same. @param {Ui<View, Local>} ui @param {Sure} sure */
function needle({ words }, sure) {
  const turn = -90 + (Number(sure) - 1) * 45;
  const dial = svg("svg", { class: "rt-needle", viewBox: "0 0 100 56", "aria-hidden": "true" }, [
    svg("path", { class: "rt-needle-dial", d: "M6 50a44 44 0 0 1 88 0" }),
    svg("path", { class: "rt-needle-hand", d: "M50 50V14", transform: `rotate(${turn} 50 50)` }),
    svg("circle", { class: "rt-needle-pin", cx: 50, cy: 50, r: 4 }),
  ]);
  return h("div", { class: "rt-sureness" }, dial, h("p", null, words.caption_swap.sure[sure]));
}

/** @param {Ui<View, Local>} ui @param {Caption} one */
function captionBox({ words }, one) {
  const say = words.caption_swap;
  const label = h("p", { class: "rt-where" }, say.caption);
  return h("blockquote", { class: "rt-quote" }, label, h("p", null, one.text || say.no_caption));
}

/** The last two captions side by side, and what was chosen on the way. @param {Ui<View, Local>} ui */
function lookBack(ui) {
  const { view, words, local } = ui;
  const say = words.caption_swap;
  const again = () => {
    local.sure = [];
    ui.redraw("sure-1");
  };
  const last = view.captions.slice(-2).map((one) => captionBox(ui, one));
  const chosen = view.captions.map((one, i) => [say.steps[one.code], needle(ui, local.sure[i])]);
  return [
    h("p", { class: "rt-label" }, say.both),
    h("div", { class: "rt-pair" }, last),
    h("p", { class: "rt-label" }, say.yours),
    terms(chosen, "rt-needles"),
    h("p", { class: "rt-said" }, outcome(ui)),
    button("again", say.again, again),
  ];
}

/** @param {Ui<View, Local>} ui */
function outcome({ words, local }) {
  const say = words.caption_swap;
  const [before, ...after] = local.sure.map(Number);
  const most = Math.max(...after.slice(-2));
  if (most === before) return say.level;
  return most > before ? say.rose : say.fell;
}

export default widget(captionSwap, () => /** @type {Local} */ ({ sure: [] }));
