/* A page is never written to: what a learner does is in the record. So it is never unsaved, and no update meets a
 * changed file. Where a sheet has cells to write in, it is saved as usual once somebody wrote in one. */

import { isOpen } from "./own_pages.js";

/** What a running page left in its file, where an earlier version saved it: a pointer to a widget that is gone. */
const VIEW = "application/vnd.jupyter.widget-view+json";

/** @param {any} context the document behind a page */
export function keepUnwritten(context) {
  const { model } = context;
  const written = () => JSON.stringify([...model.cells].filter(isOpen).map((cell) => cell.sharedModel.getSource()));
  const before = written();
  const holder = "dirty" in model.sharedModel ? model.sharedModel : model;
  const dirty = property(holder, "dirty");
  if (written() === before && holder.dirty) dirty?.set?.call(holder, false);
  Object.defineProperty(holder, "dirty", {
    configurable: true,
    get: () => written() !== before && dirty?.get?.call(holder),
    set: (value) => {
      if (!value || written() !== before) dirty?.set?.call(holder, value);
    },
  });
  const save = context.save.bind(context);
  context.save = async () => {
    if (written() !== before) await save();
  };
}

/** Take out what could only say "Error displaying widget". What stands beside it is shown instead. */
export function dropDeadViews(/** @type {any} */ model) {
  for (const cell of model.cells) {
    const outputs = cell.type === "code" ? cell.outputs.toJSON() : [];
    if (!outputs.some((/** @type {any} */ one) => one.data?.[VIEW])) continue;
    for (const one of outputs) delete one.data?.[VIEW];
    cell.outputs.fromJSON(outputs);
  }
}

/**
 * @param {object | null} holder
 * @param {string} name
 */
function property(holder, name) {
  for (let one = holder; one; one = Object.getPrototypeOf(one)) {
    const found = Object.getOwnPropertyDescriptor(one, name);
    if (found) return found;
  }
  return undefined;
}
