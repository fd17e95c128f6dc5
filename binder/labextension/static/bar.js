/* The bar at the top of a page: what it is doing, where one is, what is left, and the way to everything else. */

import { article } from "./article.js";
import { drawIn, fill, h } from "./element.js";
import { asking, doneSteps, stepsOf, titleOf } from "./progress.js";
import { rememberCode, showsCode } from "./reading.js";

/**
 * @typedef {object} Lesson
 * @property {string} id
 * @property {string} notebook
 * @property {string} title
 * @property {number} minutes
 */

/**
 * @typedef {object} Course what the course shipped, made by `readtwice own-pages`
 * @property {Record<string, string>} words
 * @property {Lesson[]} lessons
 * @property {Record<string, import("./own_pages.js").Shipped>} pages by path
 */

/**
 * @typedef {object} Does what the bar can do
 * @property {((on: boolean) => void) | null} setCode
 * @property {() => void} again
 * @property {() => void} restart
 * @property {(path: string) => void} open
 */

/** What is said in each state, and what its button is called. */
const SAID = {
  waiting: ["waiting", ""],
  running: ["waiting", ""],
  ready: ["", ""],
  no_kernel: ["no_kernel", "try_again"],
  stopped: ["stopped", "start_again"],
  failed: ["failed", "try_again"],
  unasked: ["unasked", "run"],
};

const LONG = 15000; // milliseconds until it is said that a start can take long
const LATE = 120000; // and until nobody has to go on waiting for nothing: a slow start has been there by then

/** The folders of the course, which tell where it stands. */
const FOLDERS = /^(.*?)((?:notebooks|exercises|solutions)\/.*)$/;

let count = 0;

/**
 * @param {any} panel
 * @param {Course} course
 * @param {import("./own_pages.js").Kind} kind
 * @param {Does} does
 */
export function bar(panel, course, kind, does) {
  const { words, lessons } = course;
  const steps = stepsOf(panel);
  /** @type {import("./progress.js").Progress | null} */
  let progress = null;
  /** @type {number[]} */
  let timers = [];
  let reload = false;

  const status = h("p", { class: "rt-status", role: "status" });
  const trouble = h("p", { class: "rt-trouble", role: "alert" });
  const press = () => (reload ? location.reload() : does.again());
  const button = h("button", { type: "button", hidden: true, onclick: press });
  const where = h("p", { class: "rt-where" }, h("strong", {}, titleOf(panel)));
  const left = h("p", { "aria-live": "polite" });
  const after = h("p", {});
  count += 1;
  const id = `rt-contents-${count}`;
  const contents = h("div", { id, class: "rt-contents", hidden: true });
  const opener = h(
    "button",
    { type: "button", "aria-expanded": "false", "aria-controls": id, onclick: () => unfold(Boolean(contents.hidden)) },
    words.contents,
  );
  const toLesson = (/** @type {string} */ file) => does.open(`${folders?.[1] ?? ""}notebooks/${file}`);
  const map_ = article(panel, `rt-article-${count}`, words.article, toLesson);
  const place = h("div", { class: "rt-row" }, opener, map_.button, where, left, after);
  const nav = h("nav", { "aria-label": words.nav }, place, contents);
  const doing = h("div", { class: "rt-row" }, status, trouble, button);
  const inReach = kind === "changed" ? [] : [nav, map_.place];
  const root = h("div", { class: "rt-bar" }, ...inReach, doing);
  const scroller = panel.content.node.querySelector(".jp-WindowedPanel-outer") ?? panel.content.node;
  scroller.prepend(root);

  // A notebook takes every press for one on a cell, and the focus with it.
  for (const name of ["keydown", "focusin"]) root.addEventListener(name, (event) => event.stopPropagation());
  panel.node.addEventListener(
    "mousedown",
    (/** @type {MouseEvent} */ event) => {
      const inside = root.contains(/** @type {Node} */ (event.target));
      if (inside) event.stopPropagation();
      else {
        unfold(false);
        map_.unfold(false);
      }
    },
    true,
  );

  function unfold(/** @type {boolean} */ open) {
    if (open) {
      map_.unfold(false);
      draw();
    }
    contents.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
  }
  root.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || (contents.hidden && map_.place.hidden)) return;
      const back = contents.hidden ? map_.button : opener;
      unfold(false);
      map_.unfold(false);
      back.focus();
    },
    true, // before the drawing keeps its keys to itself
  );

  /** @param {import("./progress.js").Step} step */
  function go({ cell }) {
    unfold(false);
    const heading = cell.node.querySelector("h2") ?? cell.node;
    heading.tabIndex = -1;
    heading.scrollIntoView();
    heading.focus({ preventScroll: true });
  }

  /** The step at the top of what is seen. */
  const current = () => {
    const top = root.getBoundingClientRect().bottom + 8;
    return steps.findLast(({ cell }) => cell.node.getBoundingClientRect().top <= top);
  };

  const state = (/** @type {boolean} */ done, /** @type {string} */ more) =>
    h("span", { class: "rt-state" }, done ? `✓ ${words.done}` : more);

  /** @param {string} label @param {string} heading @param {HTMLElement[]} list */
  const section = (label, heading, list) =>
    list.length ? h("div", {}, h("h2", { id: label }, heading), h("ol", { "aria-labelledby": label }, ...list)) : "";

  const tools = (/** @type {HTMLElement} */ box) => {
    const anew = () => {
      unfold(false);
      opener.focus();
      does.restart();
    };
    const restart = h("button", { type: "button", onclick: anew }, words.start_again);
    return h("div", { class: "rt-tools" }, h("label", {}, box, ` ${words.show_code}`), restart);
  };

  function draw() {
    const done = progress ? doneSteps(steps, progress) : steps.map(() => false);
    const here = current();
    const list = steps.map((step, at) => {
      const now = step === here ? "step" : null;
      const jump = h("button", { type: "button", "aria-current": now, onclick: () => go(step) }, step.title);
      return h("li", {}, jump, " ", state(done[at], step.minutes ? fill(words.minutes, { count: step.minutes }) : ""));
    });
    const page = section(`${id}-page`, words.this_page, list);
    const course_ = section(`${id}-course`, words.the_course, courseMap());
    contents.replaceChildren(code ? tools(code) : "", page, course_);
  }

  const folders = FOLDERS.exec(panel.context.path);
  const pathOf = (/** @type {Lesson} */ lesson) => `${folders?.[1]}notebooks/${lesson.notebook}.ipynb`;

  /** @param {Lesson} lesson */
  function link(lesson) {
    const open = (/** @type {Event} */ event) => {
      event.preventDefault();
      unfold(false);
      does.open(pathOf(lesson));
    };
    const current = pathOf(lesson) === panel.context.path ? "page" : null;
    const title = `${Number(lesson.id)} · ${lesson.title}`;
    return h("a", { href: `${lesson.notebook}.ipynb`, "aria-current": current, onclick: open }, title);
  }

  /** The lesson after this one. */
  const following = () => {
    const at = folders ? lessons.findIndex((lesson) => pathOf(lesson) === panel.context.path) : -1;
    return at < 0 ? undefined : lessons[at + 1];
  };

  /** All lessons, with what is done of each: nothing where this page stands outside of the course's folders. */
  function courseMap() {
    if (!folders) return [];
    return lessons.map((lesson) => {
      const [done, of] = progress?.lessons[lesson.id] ?? [0, 0];
      const begun = done ? fill(words.begun, { done, of }) : fill(words.minutes, { count: lesson.minutes });
      return h("li", {}, link(lesson), " ", state(of > 0 && done >= of, begun));
    });
  }

  /** How far one is, in the bar itself. A sheet plans no minutes: there the steps count that ask for something. */
  function tellHowFar() {
    if (!progress) return;
    const done = doneSteps(steps, progress);
    const planned = steps.some(({ minutes }) => minutes);
    const asks = asking(steps, progress);
    const counted = steps.map((_, at) => at).filter((at) => (planned ? steps[at].minutes : asks[at]));
    const open = counted.filter((at) => !done[at]);
    const minutes = open.reduce((sum, at) => sum + steps[at].minutes, 0);
    const said = minutes ? words.left : open.length ? words.done_of : words.all_done;
    const line = counted.length ? fill(said, { done: counted.length - open.length, of: counted.length, minutes }) : "";
    if (line !== left.textContent) left.textContent = line; // or it would be spoken at each answer
    const next = following();
    drawIn(after, ...(next && counted.length && !open.length ? [words.next, " ", link(next)] : []));
  }

  // The first page ends with the whole course.
  const map = h("nav", { class: "rt-map", "aria-label": words.the_course });
  const drawMap = () => drawIn(map, section(`${id}-map`, words.the_course, courseMap()));
  const isFirst = folders && pathOf(lessons[0]) === panel.context.path;
  if (isFirst) {
    scroller.append(map);
    drawMap();
    for (const name of ["keydown", "focusin"]) map.addEventListener(name, (event) => event.stopPropagation());
  }

  const code =
    does.setCode && kind !== "text"
      ? /** @type {HTMLInputElement} */ (h("input", { type: "checkbox", onchange: () => show() }))
      : null;
  function show() {
    if (!code || !does.setCode) return;
    rememberCode(code.checked);
    does.setCode(code.checked);
  }
  if (code) code.checked = showsCode();
  does.setCode?.(kind !== "text" && showsCode());

  const long = () => {
    if (!reload) status.textContent = `${words.waiting} ${words.long}`;
  };
  /** It goes on all the same, and is not asked about again once it is there. */
  const late = (/** @type {string} */ why) => {
    if (!timers.length || panel.isDisposed) return;
    reload = true;
    status.textContent = "";
    trouble.textContent = why;
    button.textContent = words.load_again;
    button.hidden = false;
  };

  // The site's worker says so; on a server there is none.
  navigator.serviceWorker?.addEventListener("message", ({ data }) => data?.type === "missing" && late(words.missing));

  return {
    /** @param {import("./running.js").State} now */
    tell(now) {
      timers.forEach(clearTimeout);
      timers = [];
      reload = false;
      const [said, does_] = SAID[now];
      const sentence = said && words[now === "unasked" && kind === "sheet" ? "unasked_sheet" : said];
      panel.node.dataset.readtwice = now;
      status.textContent = does_ ? "" : sentence;
      trouble.textContent = does_ ? sentence : "";
      button.textContent = does_ && words[does_];
      button.hidden = !does_;
      if (sentence && !does_) timers = [setTimeout(long, LONG), setTimeout(late, LATE, words.late)];
    },
    /** The whole course with what is done, for a place beside the page. */
    course: () => section(`${id}-side`, words.the_course, courseMap()),
    /** @param {import("./progress.js").Progress} told @param {() => void} asks for the drawing of the article */
    progress(told, asks) {
      progress = told;
      map_.progress(told, asks);
      tellHowFar();
      if (isFirst && !map.contains(document.activeElement)) drawMap();
      if (!contents.hidden) redraw();
    },
  };

  /** Draw the list again; the focus stays where it was. */
  function redraw() {
    const places = () => [...contents.querySelectorAll("button, a, input")];
    const at = places().indexOf(/** @type {Element} */ (document.activeElement));
    draw();
    /** @type {HTMLElement | undefined} */ (places()[at])?.focus();
  }
}
