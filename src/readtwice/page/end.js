// End: says that everything is running and takes the page back to its top, where Run All had scrolled away from.

function scrollerOf(node) {
  for (let one = node.parentElement; one; one = one.parentElement) {
    if (one.scrollHeight > one.clientHeight + 1 && /(auto|scroll)/.test(getComputedStyle(one).overflowY)) return one;
  }
  return document.scrollingElement;
}

const SIGNS = ["pointerdown", "keydown", "wheel", "touchstart"];

export default {
  render({ model, el }) {
    const toTop = () => {
      const scroller = scrollerOf(el);
      if (scroller) scroller.scrollTop = 0;
    };
    // On request the focus goes up as well, to the title, or the next Tab would jump back down.
    const startAgain = () => {
      toTop();
      const title = scrollerOf(el) && scrollerOf(el).querySelector("h1");
      if (title) {
        title.tabIndex = -1;
        title.focus({ preventScroll: true });
      }
    };
    const stop = mount(model, el, (ui) => [
      h("p", null, ui.words.end.running),
      h("button", { type: "button", class: "rt-small", "data-key": "top", onclick: startAgain }, ui.words.end.to_top),
    ]);
    // JupyterLab scrolls to the last cell when Run All ends; twice, because that may come after the first. But whoever
    // has begun to read or click is left where they are.
    const timers = [setTimeout(toTop, 250), setTimeout(toTop, 900)];
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
