/* In JupyterLab the whole course, with what is done of each lesson, stands in a panel at the side too. */

import { drawIn, h } from "./element.js";

/**
 * @param {any} app
 * @param {any} Widget Lumino's
 * @param {string} name of the panel
 */
export function sidePanel(app, Widget, name) {
  const place = h("nav", { class: "rt-map rt-side", "aria-label": name });
  for (const event of ["keydown", "focusin"]) place.addEventListener(event, (one) => one.stopPropagation());
  const widget = new Widget({ node: h("div", {}, place) });
  widget.id = "readtwice-course";
  widget.title.label = widget.title.caption = name;
  return {
    /** @param {Node | string} course the list of its lessons, as the page that is looked at knows it */
    show(course) {
      if (course === "" || place.contains(document.activeElement)) return;
      drawIn(place, course);
      if (!widget.isAttached) app.shell.add(widget, "left", { rank: 90 });
    },
  };
}
