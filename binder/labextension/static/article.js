/* The article as a place, in reach on every page: a button in the bar, and the drawing below it once it is asked for. */

import { h } from "./element.js";
import { VIEW } from "./progress.js";

/**
 * @param {any} panel
 * @param {string} id
 * @param {string} label
 * @param {(path: string) => void} open another lesson
 */
export function article(panel, id, label, open) {
  /** @type {import("./progress.js").Progress | null} */
  let progress = null;
  let ask = () => {};
  let shown = ""; // the id of the drawing that stands there
  const place = h("div", { id, class: "rt-article", hidden: true });
  const button = h(
    "button",
    {
      type: "button",
      hidden: true,
      "aria-expanded": "false",
      "aria-controls": id,
      onclick: () => unfold(Boolean(place.hidden)),
    },
    label,
  );

  /** @param {boolean} on */
  function unfold(on) {
    place.hidden = !on;
    button.setAttribute("aria-expanded", String(on));
    if (on) show();
  }

  function show() {
    const model = progress?.article;
    if (model === "") ask();
    if (!model || model === shown) return;
    shown = model;
    const { rendermime } = panel.content;
    const data = { [VIEW]: { model_id: model, version_major: 2, version_minor: 0 } };
    const drawn = rendermime.createRenderer(VIEW);
    place.replaceChildren(drawn.node);
    drawn.renderModel(rendermime.createModel({ data, trusted: true }));
  }

  place.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[data-key], .rt-map-list a");
    if (link) unfold(false);
  });
  // The same drawing may stand on the page: its links open other lessons as those of the bar do.
  panel.node.addEventListener(
    "click",
    (/** @type {MouseEvent} */ event) => {
      const link = event.target instanceof Element && event.target.closest("a[data-lesson]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      unfold(false);
      open(link.getAttribute("data-lesson") ?? "");
    },
    true,
  );

  return {
    place,
    button,
    unfold,
    /** @param {import("./progress.js").Progress} told @param {() => void} asks */
    progress(told, asks) {
      progress = told;
      ask = asks;
      button.hidden = typeof told.article !== "string";
      if (!place.hidden) show();
    },
  };
}
