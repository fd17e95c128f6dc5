// The article as a place: each block drawn as it stands, with what came of its sentences; each leads to where it is judged.

/**
 * @typedef {"again" | "caught" | "kept" | "held"} Finding
 * @typedef {object} Place
 * @property {string} where
 * @property {"heading" | "paragraph" | "caption"} kind
 * @property {[number, Finding | "seen" | ""][]} sentences characters of each, and what came of it
 * @property {Finding[]} signs
 * @property {string} said
 * @property {string} leads
 * @property {string} widget
 * @property {string} page
 * @typedef {{ title: string, summary: string, places: Place[] }} View
 */

const WIDTH = 72; // characters in a line of the drawing
const LINE = 5; // height of a line and the space below it
/** @type {Record<Finding, string>} */
const FOUND_SIGNS = { kept: "✓", caught: "⚑", held: "◐", again: "↺" };

/** Sentences as bars that run on from line to line, as words do. @param {Place["sentences"]} sentences @param {number} top */
function bars(sentences, top) {
  const drawn = [];
  let at = 0;
  for (const [length, found] of sentences) {
    for (let left = length; left > 0; ) {
      const column = at % WIDTH;
      const width = Math.min(left, WIDTH - column);
      const y = top + Math.floor(at / WIDTH) * LINE;
      if (width > 1) drawn.push(bar(column, y, width - 1, found));
      at += width;
      left -= width;
    }
  }
  return { drawn, bottom: top + Math.ceil(at / WIDTH) * LINE };
}

/** What a sentence came to, in a shape of its own: colour is never alone. @param {number} x @param {number} y @param {number} width @param {Finding | "seen" | ""} found */
function bar(x, y, width, found) {
  const thin = (/** @type {number} */ down) => svg("rect", { x, y: y + down, width, height: 1.2 });
  const path = (/** @type {number} */ down) =>
    svg("path", { d: `M${x} ${y + down}h${width}`, "stroke-dasharray": "3 1.5" });
  const shapes = {
    kept: () => [svg("rect", { x, y, width, height: 3.6 })],
    caught: () => [thin(0), thin(2.4)],
    held: () => [svg("rect", { x: x + 0.4, y: y + 0.4, width: Math.max(width - 0.8, 0.4), height: 2.8 })],
    again: () => [path(1.8)],
    seen: () => [thin(1.2)],
    "": () => [svg("rect", { x, y: y + 1.5, width, height: 0.6 })],
  };
  return svg("g", { class: `rt-map-${found || "new"}` }, shapes[found]());
}

/** One block. A caption has an empty frame above it: no photo came with the article. @param {Place} place */
function drawing({ kind, sentences }) {
  const frame =
    kind === "caption" ? [svg("rect", { class: "rt-map-frame", x: 0.5, y: 0.5, width: 71, height: 22 })] : [];
  const { drawn, bottom } = bars(sentences, frame.length ? 26 : 1);
  const look = `rt-map-drawn rt-map-is-${kind}`;
  return svg("svg", { class: look, viewBox: `0 0 ${WIDTH} ${bottom}`, "aria-hidden": "true" }, [...frame, ...drawn]);
}

/** To the part of this page that asks about a block. @param {string} key @returns {boolean} whether it is there */
function goTo(key) {
  const there = /** @type {HTMLElement | null} */ (document.querySelector(`[data-place="${CSS.escape(key)}"]`));
  if (!there) return false;
  there.tabIndex = -1;
  there.scrollIntoView({ block: "start" });
  there.focus({ preventScroll: true });
  return true;
}

/** A link that leads to where a block is judged, or plain text. @param {Place} place @param {string | null} key @param {...Child} content */
function leading({ widget: key_, page }, key, ...content) {
  if (!key_ && !page) return h("span", { class: "rt-map-place" }, content);
  /** @param {Event} event */
  const follow = (event) => {
    if (key_ && goTo(key_)) event.preventDefault();
  };
  const properties = { class: "rt-map-place", href: page || `#${key_}`, "data-key": key, "data-lesson": page || null };
  return h("a", { ...properties, onclick: follow }, content);
}

/** @param {Ui<View, {}>} ui */
function articleMap(ui) {
  const { view, words } = ui;
  const say = words.article_map;
  const told = h("p", { class: "rt-map-told", "aria-hidden": "true" }, say.how);
  const blocks = view.places.map((place) => {
    const tell = () => told.replaceChildren(`${place.said} ${place.leads}`);
    const signs = place.signs.map((one) => h("span", { class: `rt-map-sign rt-map-${one}` }, FOUND_SIGNS[one]));
    const head = h("span", { class: "rt-map-head", "aria-hidden": "true" }, place.where, " ", signs);
    const spoken = h("span", { class: "rt-unseen" }, `${place.said} ${place.leads}`);
    return h(
      "li",
      { onpointerenter: tell, onfocusin: tell },
      leading(place, place.where, head, drawing(place), spoken),
    );
  });
  const page = h("ol", { class: "rt-map-page", "aria-label": view.title }, blocks);
  oneTabStop(page, "a", ui, "places");
  const legend = choicesOf(say.legend).map(({ code, label }) => {
    const shape = svg("svg", { class: "rt-map-drawn", viewBox: "0 0 14 4", "aria-hidden": "true" }, [
      bar(0, 0, 14, /** @type {Finding | "seen" | ""} */ (code === "new" ? "" : code)),
    ]);
    const sign = FOUND_SIGNS[/** @type {Finding} */ (code)];
    return h("li", null, shape, sign ? h("span", { class: `rt-map-sign rt-map-${code}` }, sign) : null, label);
  });
  const lines = view.places.map((place) => leading(place, null, place.said, " ", place.leads));
  return [
    h("p", { class: "rt-map-summary" }, view.summary),
    h("ul", { class: "rt-map-legend" }, legend),
    told,
    page,
    foldOut(ui, "list", say.as_list, list(lines, "rt-map-list")),
  ];
}

export default widget(articleMap, () => ({}));
