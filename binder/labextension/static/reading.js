/* Reading view: a lesson as a page. No code, no prompts, no toolbar; keys and clicks that went astray change nothing. */

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

/**
 * @param {any} panel a notebook that is shown as a page
 * @returns {(code: boolean) => void} to be told whether its code is shown
 */
export function readingView(panel) {
  const { node } = panel;
  const reading = () => node.classList.contains("rt-reading");
  /** @param {Event} event */
  const inOpenCell = (event) => event.target instanceof Element && event.target.closest(".rt-open-cell");
  node.classList.add("rt-page");

  // What is pressed in the page stays in the page: JupyterLab would take it for a command on a cell.
  panel.content.node.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (!reading() || inOpenCell(event)) return;
    event.stopPropagation();
    const saves = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";
    if (saves) event.preventDefault(); // or the browser would save the page as a file
  });
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
