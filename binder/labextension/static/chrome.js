/* Where the whole window is one page, nothing stands around it but the page: no menus, lists of files or status. */

const AROUND = [
  ...["jp-top-panel", "jp-menu-panel", "jp-bottom-panel"], // JupyterLab
  ...["top-panel-wrapper", "menu-panel-wrapper", "spacer-widget-top", "spacer-widget-bottom"], // Notebook
];
const SIDES = ["jp-SideBar", "jp-SideArea"];

/** @param {any} app */
export const isNotebook = (app) => app.shell.node.querySelector("#jp-main-dock-panel") === null;

/** @param {any} widget
 *  @returns {Generator<any>} */
function* inside(widget) {
  for (const child of widget.layout ?? []) {
    yield child;
    if (!child.node.classList.contains("jp-MainAreaWidget")) yield* inside(child);
  }
}

/**
 * @param {any} app
 * @returns {() => void} to be called when what is shown may have changed
 */
export function chrome(app) {
  const { shell } = app;
  /** @type {Set<any>} */
  const hidden = new Set();
  const around = () =>
    [...inside(shell)].filter(
      ({ id, node }) => AROUND.includes(id) || SIDES.some((side) => node.classList.contains(side)),
    );
  const look = () => {
    const alone = isNotebook(app) || shell.mode === "single-document";
    if (alone && shell.currentWidget?.node.classList.contains("rt-reading")) {
      for (const widget of around()) {
        if (widget.isHidden) continue;
        hidden.add(widget);
        widget.hide();
      }
    } else {
      for (const widget of hidden) widget.show();
      hidden.clear();
    }
  };
  shell.currentChanged?.connect(look);
  shell.modeChanged?.connect(look);
  return look;
}
