/* A press on Run before the kernel is there: JupyterLab runs some of the cells, or none, and says nothing.
 * Here it waits instead, and the cells run once there is a kernel. Written by hand as JupyterLab loads extensions
 * (a module federation container), so that nothing has to be built. */
"use strict";

const RUNS = /^(runmenu:run|notebook:run-|notebook:restart-run-all)/;

/**
 * @typedef {{ isReady: boolean, ready: Promise<void> }} Session
 * @typedef {(id: string, args?: object) => Promise<unknown>} Execute
 * @typedef {object} App the part of JupyterLab that this touches
 * @property {{ currentWidget: { sessionContext?: Session } | null }} shell
 * @property {{ execute: Execute }} commands
 */

/** The session of the open notebook, if it is still on its way to a first kernel. @param {App} app */
function underway(app) {
  const session = app.shell.currentWidget?.sessionContext;
  return session && !session.isReady ? session : null;
}

const plugin = {
  id: "readtwice:wait",
  description: "A press on Run waits for the kernel.",
  autoStart: true,
  /** @param {App} app */
  activate(app) {
    const execute = app.commands.execute.bind(app.commands);
    /** @type {WeakMap<Session, Map<string, Promise<unknown>>>} pressed twice while waiting is still one run */
    const waiting = new WeakMap();
    app.commands.execute = (id, args) => {
      const session = RUNS.test(id) ? underway(app) : null;
      if (!session) return execute(id, args);
      const pressed = waiting.get(session) ?? new Map();
      waiting.set(session, pressed);
      const run = pressed.get(id) ?? session.ready.then(() => execute(id, args));
      pressed.set(id, run);
      return run;
    };
  },
};

/** @type {any} */ (window)._JUPYTERLAB ??= {};
/** @type {any} */ (window)._JUPYTERLAB.readtwice = {
  init() {},
  get: async () => () => ({ __esModule: true, default: plugin }),
};
