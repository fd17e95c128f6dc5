/* A press on Run before the kernel is there: JupyterLab runs some of the cells, or none, and says nothing.
 * Here it waits instead, and the cells run once there is a kernel. */

const RUNS = /^(runmenu:run|notebook:run-|notebook:restart-run-all)/;

/**
 * @param {any} app
 * @returns {any} the session of the open notebook, if it is still on its way to a first kernel
 */
function underway(app) {
  const session = app.shell.currentWidget?.sessionContext;
  return session && !session.isReady ? session : null;
}

/**
 * @param {any} app
 * @param {(panel: any) => Promise<void> | null} byItself the run of a page that is running by itself just now
 */
export function holdEarlyRuns(app, byItself) {
  const execute = app.commands.execute.bind(app.commands);
  /** @type {WeakMap<object, Map<string, Promise<unknown>>>} */
  const waiting = new WeakMap(); // pressed twice while waiting is still one run
  app.commands.execute = (/** @type {string} */ id, /** @type {any} */ args) => {
    const running = RUNS.test(id) ? byItself(app.shell.currentWidget) : null;
    if (running) return running;
    const session = RUNS.test(id) ? underway(app) : null;
    if (!session) return execute(id, args);
    const pressed = waiting.get(session) ?? new Map();
    waiting.set(session, pressed);
    if (!pressed.has(id)) {
      pressed.set(
        id,
        session.ready.then(() => byItself(app.shell.currentWidget) ?? execute(id, args)),
      );
    }
    return pressed.get(id);
  };
}
