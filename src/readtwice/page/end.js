// End: takes the page back to its top, where Run All had scrolled away from.

const SIGNS = ["pointerdown", "keydown", "wheel", "touchstart"];

/** @param {Element} node */
function scrollerOf(node) {
  for (let one = node.parentElement; one; one = one.parentElement) {
    if (one.scrollHeight > one.clientHeight + 1 && /(auto|scroll)/.test(getComputedStyle(one).overflowY)) return one;
  }
  return document.scrollingElement;
}

/** @param {Element} el */
function toTop(el) {
  const scroller = scrollerOf(el);
  if (scroller) scroller.scrollTop = 0;
}

/** On request the focus goes up as well, to the title, or the next Tab would jump back down. @param {Element} el */
function startAgain(el) {
  toTop(el);
  const title = scrollerOf(el)?.querySelector("h1");
  if (!title) return;
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
}

/** @param {Ui<{}, {}>} ui */
function end({ words }) {
  const up = button("top", words.end.to_top, ({ currentTarget }) => startAgain(currentTarget));
  return [up];
}

const drawn = widget(end, () => ({}));

export default {
  /** @param {{ model: Model, el: HTMLElement }} place */
  render({ model, el }) {
    const stop = drawn.render({ model, el });
    // JupyterLab scrolls to the last cell when Run All ends; twice, because that may come after the first. But whoever
    // has begun to read or click is left where they are.
    const timers = [setTimeout(() => toTop(el), 250), setTimeout(() => toTop(el), 900)];
    const begun = () => {
      timers.forEach(clearTimeout);
      for (const sign of SIGNS) window.removeEventListener(sign, begun, true);
    };
    for (const sign of SIGNS) window.addEventListener(sign, begun, true);
    return () => {
      begun();
      stop();
    };
  },
};
