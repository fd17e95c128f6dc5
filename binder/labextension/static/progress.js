/* What the record says of this page and of the course. The kernel counts; it is asked once the page runs. */

const CHANNEL = "readtwice.progress"; // src/readtwice/page/progress.py
export const VIEW = "application/vnd.jupyter.widget-view+json";

/**
 * How many of how many, for each widget of a page and for each lesson of the course; then the id of the drawing of the
 * article: empty before it is asked for, null where there is none.
 * @typedef {object} Progress
 * @property {Record<string, [number, number]>} widgets
 * @property {Record<string, [number, number]>} lessons
 * @property {string | null} [article]
 */

/**
 * @param {any} kernel
 * @param {(progress: Progress, ask: () => void) => void} tell hears of each, with what asks for the drawing
 * @returns {() => void} stops it
 */
export function follow(kernel, tell) {
  const channel = kernel.createComm(CHANNEL);
  const ask = () => channel.isDisposed || channel.send({ article: true });
  channel.onMsg = (/** @type {any} */ message) => tell(message.content.data, ask);
  channel.open({});
  return () => {
    if (!channel.isDisposed) channel.dispose();
  };
}

/**
 * A part of a page under a heading.
 * @typedef {object} Step
 * @property {string} title
 * @property {number} minutes planned; 0 where none are
 * @property {any} cell where it begins
 * @property {any[]} cells all of it
 */

const HEADING = /^## +(.+)$/m;
const MINUTES = / *\((\d+) minutes?\)$/;

/**
 * @param {any} panel a notebook
 * @returns {Step[]}
 */
export function stepsOf(panel) {
  /** @type {Step[]} */
  const steps = [];
  for (const cell of panel.content.widgets) {
    const heading = cell.model.type === "markdown" && HEADING.exec(cell.model.sharedModel.getSource())?.[1];
    if (heading) {
      const minutes = Number(MINUTES.exec(heading)?.[1] ?? 0);
      steps.push({ title: plain(heading.replace(MINUTES, "")), minutes, cell, cells: [] });
    }
    steps.at(-1)?.cells.push(cell);
  }
  return steps;
}

/** @param {any} panel
 *  @returns {string} */
export function titleOf(panel) {
  const first = panel.content.widgets[0]?.model.sharedModel.getSource() ?? "";
  return plain(/^# +(.+)$/m.exec(first)?.[1] ?? "");
}

/** A heading without the signs of Markdown. */
const plain = (/** @type {string} */ text) => text.replace(/<[^>]*>|[*_`\\]/g, "").trim();

/**
 * How many of how many answers each step has.
 * @param {Step[]} steps
 * @param {Progress} progress
 * @returns {[number, number][]}
 */
function countsOf(steps, { widgets }) {
  return steps.map(({ cells }) => {
    const shown = cells.flatMap((cell) => (cell.model.type === "code" ? cell.model.outputs.toJSON() : []));
    const found = shown.map((output) => widgets[output.data?.[VIEW]?.model_id] ?? [0, 0]);
    return [found.reduce((sum, [done]) => sum + done, 0), found.reduce((sum, [, of]) => sum + of, 0)];
  });
}

/**
 * @param {Step[]} steps
 * @param {Progress} progress
 * @returns {boolean[]} whether a step asks for anything
 */
export const asking = (steps, progress) => countsOf(steps, progress).map(([, of]) => of > 0);

/**
 * Which steps are done. One that asks for something is done once all of it is answered. One that asks for nothing is
 * done once a later one has an answer, or once all that is planned is answered.
 * @param {Step[]} steps
 * @param {Progress} progress
 * @returns {boolean[]}
 */
export function doneSteps(steps, progress) {
  const counts = countsOf(steps, progress);
  const planned = counts.filter((_, at) => steps[at].minutes);
  const all = planned.some(([, of]) => of) && planned.every(([done, of]) => done >= of);
  const last = counts.findLastIndex(([done], at) => done > 0 && steps[at].minutes > 0);
  return counts.map(([done, of], at) => (of ? done >= of : steps[at].minutes > 0 && (all || at < last)));
}
