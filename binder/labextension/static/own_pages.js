/* Which notebooks are the course's own: their code, cell by cell, is what the course shipped. */

import { sha256 } from "./sha256.js";

/**
 * @typedef {object} Shipped a page of the course
 * @property {string} code hash of the sources of its code cells
 * @property {string} locked hash of those that nobody writes in
 * @property {boolean} runs whether it runs by itself: sheets in code do not
 */

/**
 * - `page`: it runs by itself
 * - `text`: there is nothing to run
 * - `sheet`: it would run by itself, but somebody has written code in it
 * - `changed`: it uses the course, and is not what the course shipped
 * - `other`: none of ours, or a sheet in code
 * @typedef {"page" | "text" | "sheet" | "changed" | "other"} Kind
 */

const USES_THE_COURSE = /\breadtwice\b/;

/** @param {any} cell a cell's model */
export const isOpen = (cell) => cell.getMetadata("editable") !== false;

/** @param {any} cell */
const source = (cell) => cell.sharedModel.getSource();

/**
 * @param {any} model a notebook
 * @param {Shipped[]} shipped
 * @returns {Kind}
 */
export function kindOf(model, shipped) {
  const cells = [...model.cells];
  const code = cells.filter((cell) => cell.type === "code");
  if (!code.length) return cells.length && !cells.some(isOpen) ? "text" : "other";
  const hash = (/** @type {any[]} */ some) => sha256(JSON.stringify(some.map(source)));
  const whole = hash(code);
  const same = shipped.find((page) => page.code === whole);
  if (same) return same.runs ? "page" : "other";
  const locked = hash(code.filter((cell) => !isOpen(cell)));
  const alike = code.some(isOpen) && shipped.find((page) => page.locked === locked);
  if (alike) return alike.runs ? "sheet" : "other";
  return code.some((cell) => USES_THE_COURSE.test(source(cell))) ? "changed" : "other";
}
