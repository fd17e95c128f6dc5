/* Reading view: a lesson as a page. No code, no prompts, no toolbar; keys and clicks gone astray change nothing. */

const KEPT = "readtwice-show-code"; // in the browser: whether somebody wants to see the code

/** @returns {boolean} */
export function showsCode() {
  try {
    return localStorage.getItem(KEPT) === "yes";
  } catch {
    return false;
  }
}

/** @param {boolean} on */
export function rememberCode(on) {
  try {
    if (on) localStorage.setItem(KEPT, "yes");
    else localStorage.removeItem(KEPT);
  } catch {
    // no storage here: it holds for this page
  }
}

const OURS = ".rt-bar, .rt-map, .jp-OutputArea section.rt";

/** Where a cell to write in stands on a page that is read. */
const OPEN = ".rt-open-cell";

/**
 * Keys that are pressed in a page stay in the page: the application would take them for commands on a cell, Notebook
 * before the page hears of them. Only "save" is let through, or the browser would save the page as a file.
 * @param {any} app
 */
export function keepKeysInside(app) {
  const { commands } = app;
  const process = commands.processKeydownEvent.bind(commands);
  commands.processKeydownEvent = (/** @type {KeyboardEvent} */ event) => {
    const { target } = event;
    const saves = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";
    const stays =
      target instanceof Element &&
      (target.closest(OURS) || (target.closest(".rt-reading .jp-Notebook") && !target.closest(OPEN)));
    if (saves || !stays) process(event);
  };
}

/**
 * @param {any} panel a notebook that is shown as a page
 * @returns {(code: boolean) => void} to be told whether its code is shown
 */
export function readingView(panel) {
  const { node } = panel;
  const reading = () => node.classList.contains("rt-reading");
  /** @param {Event} event */
  const inOpenCell = (event) => event.target instanceof Element && event.target.closest(OPEN);
  node.classList.add("rt-page");

  // A double click on a text would open its source, and a right click a menu of cells.
  for (const name of ["dblclick", "contextmenu"]) {
    node.addEventListener(
      name,
      (/** @type {Event} */ event) => {
        if (reading() && !inOpenCell(event) && panel.content.node.contains(event.target)) event.stopPropagation();
      },
      true,
    );
  }

  return (code) => {
    node.classList.toggle("rt-reading", !code);
    panel.toolbar.setHidden(!code);
    for (const cell of panel.content.widgets) {
      const open = cell.model.getMetadata("editable") !== false;
      cell.node.classList.toggle("rt-open-cell", open);
      if (cell.model.type === "code" && !open) cell.inputHidden = !code;
    }
  };
}
