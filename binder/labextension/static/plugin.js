/* The extension: what happens when a notebook is opened. */

import { bar } from "./bar.js";
import { chrome, isNotebook } from "./chrome.js";
import { course } from "./course.js";
import { loadCourse, startKernel } from "./early_kernel.js";
import { holdEarlyRuns } from "./early_run.js";
import { leaveOut } from "./file_list.js";
import { dropDeadViews, keepUnwritten } from "./kept.js";
import { kindOf } from "./own_pages.js";
import { follow } from "./progress.js";
import { keepKeysInside, readingView } from "./reading.js";
import { runner } from "./running.js";
import { sidePanel } from "./side_panel.js";

/** @param {string} name */
const beside = (name) => new URL(name, import.meta.url).href;

/**
 * @param {(name: string) => Promise<any>} take gives a module that the application has loaded
 */
export async function plugin(take) {
  const { PageConfig } = await take("@jupyterlab/coreutils");
  const { ServerConnection } = await take("@jupyterlab/services");
  const started = startKernel(ServerConnection, PageConfig.getBaseUrl(), Object.keys(course.pages));
  const { INotebookTracker, NotebookActions } = await take("@jupyterlab/notebook");
  const { Dialog } = await take("@jupyterlab/apputils");
  const { Widget } = await take("@lumino/widgets");
  const look = document.createElement("link");
  look.rel = "stylesheet";
  look.href = beside("style.css");
  document.head.append(look);
  /** @type {WeakSet<object>} */
  const known = new WeakSet(); // documents; one may be open in two tabs
  /** @type {WeakMap<object, ReturnType<typeof runner>>} */
  const pages = new WeakMap(); // by panel
  /** @type {WeakMap<object, ReturnType<typeof bar>>} */
  const bars = new WeakMap(); // by panel

  /**
   * @param {any} app
   * @param {any} panel
   * @param {() => void} around
   * @param {() => void} drawSide draws the course at the side
   */
  async function opened(app, panel, around, drawSide) {
    const { context } = panel;
    await context.ready;
    const kind = kindOf(panel.model, Object.values(course.pages));
    if (kind === "other") return;
    const first = !known.has(context);
    known.add(context);
    if (first) {
      if (kind !== "changed") keepUnwritten(context);
      dropDeadViews(panel.model);
    }
    const showCode = readingView(panel);
    const setCode = (/** @type {boolean} */ on) => {
      showCode(on);
      around();
    };
    const shown = bar(panel, course, kind, {
      setCode: kind === "changed" ? null : setCode,
      again: () => running.again(),
      restart: () => running.restart(),
      open: (path) => open(app, panel, path),
    });
    bars.set(panel, shown);
    drawSide();
    /** @type {typeof shown.progress} */
    const progress = (...told) => {
      shown.progress(...told);
      drawSide();
    };
    let unfollow = () => {};
    const told = (/** @type {import("./running.js").State} */ state) => {
      shown.tell(state);
      unfollow();
      if (state === "ready") unfollow = follow(context.sessionContext.session.kernel, progress);
    };
    const running = runner(panel, NotebookActions, told, () => closeQuestions(Dialog));
    pages.set(panel, running);
    panel.disposed.connect(() => unfollow());
    if (isNotebook(app)) stayInWindow(panel, (path) => open(app, panel, path));
    await panel.revealed;
    around();
    if (kind === "page" && first) await running.run();
    else if (kind === "sheet" || kind === "changed") shown.tell("unasked");
  }

  return {
    id: "readtwice:page",
    description: "A lesson runs when it is opened, and is a page to read.",
    autoStart: true,
    requires: [INotebookTracker],
    activate(/** @type {any} */ app, /** @type {any} */ tracker) {
      loadCourse(app.serviceManager.sessions, started);
      setAsideWhatALinkBrings();
      window.addEventListener("hashchange", setAsideWhatALinkBrings); // a second link, in the same tab
      leaveOut(app.serviceManager.contents, JSON.parse(PageConfig.getOption("readtwiceUnlisted") || "[]"));
      holdEarlyRuns(app, (panel) => pages.get(panel)?.underway() ?? null);
      keepKeysInside(app);
      const around = chrome(app);
      const side = isNotebook(app) ? null : sidePanel(app, Widget, course.words.the_course);
      const drawSide = () => side?.show(bars.get(tracker.currentWidget ?? {})?.course() ?? "");
      tracker.currentChanged.connect(drawSide);
      const open_ = (/** @type {any} */ panel) =>
        opened(app, panel, around, drawSide).catch((why) => console.warn("Read Twice:", why));
      tracker.forEach(open_);
      tracker.widgetAdded.connect((/** @type {any} */ _, /** @type {any} */ panel) => open_(panel));
    },
  };
}

/**
 * A code or a lesson that a link carries behind its #, where no server sees it: JupyterLab takes the address for its own, so it is
 * set aside for the page that is opened, and goes from the address. Codes wait together, a line each. A page that is open is told.
 */
function setAsideWhatALinkBrings() {
  const found = /^#readtwice(-lesson)?=(.*)$/.exec(location.hash);
  if (!found) return;
  const [, lesson, text] = found;
  try {
    if (lesson) sessionStorage.setItem("readtwice-lesson", text.slice(0, 1000000));
    else {
      const codes = new Set((sessionStorage.getItem("readtwice-handed-in") ?? "").split("\n").filter(Boolean));
      sessionStorage.setItem("readtwice-handed-in", [...codes.add(text.slice(0, 4000))].slice(-1000).join("\n"));
    }
  } catch {
    return; // the browser keeps nothing, or not so much: it can be pasted or chosen
  }
  history.replaceState(history.state, "", location.pathname + location.search);
  window.dispatchEvent(new CustomEvent(`readtwice-brought${lesson ?? ""}`, { detail: text.slice(0, 4000) }));
}

const SOON = 2000; // milliseconds

/**
 * JupyterLab's own words about a kernel that is gone, and its question for another one: the bar says it plainly. What
 * warns before it does something was asked for by a person, and stays.
 * @param {any} Dialog
 */
function closeQuestions(Dialog) {
  const close = (/** @type {any} */ dialog) =>
    setTimeout(() => dialog.isDisposed || dialog.node.querySelector(".jp-mod-warn") || dialog.reject());
  const added = (/** @type {any} */ _, /** @type {any} */ dialog) => close(dialog);
  Dialog.tracker.forEach(close);
  Dialog.tracker.widgetAdded.connect(added);
  setTimeout(() => Dialog.tracker.widgetAdded.disconnect(added), SOON);
}

/**
 * @param {HTMLAnchorElement} link
 * @returns {string} the path of the notebook that it leads to, if it leads to one
 */
function pageOf(link) {
  const told = JSON.parse(link.dataset.commandlinkerArgs ?? "{}").path ?? "";
  const file = link.origin === location.origin ? (/\/files\/(.+)$/.exec(link.pathname)?.[1] ?? "") : "";
  const path = told || decodeURIComponent(file);
  return path.endsWith(".ipynb") ? path : "";
}

/**
 * In Notebook a link to another page would open a second window, and one more with each lesson.
 * @param {any} panel
 * @param {(path: string) => void} open
 */
function stayInWindow(panel, open) {
  panel.node.addEventListener(
    "click",
    (/** @type {MouseEvent} */ event) => {
      const link = event.target instanceof Element && event.target.closest("a[href]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const path = pageOf(/** @type {HTMLAnchorElement} */ (link));
      if (!path) return;
      event.preventDefault();
      event.stopPropagation();
      open(path);
    },
    true,
  );
}

/**
 * Go on to another page: in Notebook, where each page has an address, in this window.
 * @param {any} app
 * @param {any} panel
 * @param {string} path
 */
function open(app, panel, path) {
  const here = [panel.context.path, encodeURIComponent(panel.context.path), encodeURI(panel.context.path)];
  const found = here.find((one) => location.href.includes(one));
  if (isNotebook(app) && found) location.href = location.href.replace(found, encodeURI(path)).replace(/#.*$/, "");
  else app.commands.execute("docmanager:open", { path });
}
