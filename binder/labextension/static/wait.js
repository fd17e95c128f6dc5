/* A press on Run before the kernel is there: JupyterLab runs some of the cells, or none, and says nothing.
 * Here it waits instead, and the cells run once there is a kernel. Written by hand as JupyterLab loads extensions
 * (a module federation container), so that nothing has to be built. */
"use strict";

const RUNS = /^(runmenu:run|notebook:run-|notebook:restart-run-all)/;

/** The session of the open notebook, if it is still on its way to a first kernel. */
function underway(app) {
  const session = app.shell.currentWidget?.sessionContext;
  return session && !session.isReady ? session : null;
}

const plugin = {
  id: "readtwice:wait",
  description: "A press on Run waits for the kernel.",
  autoStart: true,
  activate(app) {
    const execute = app.commands.execute.bind(app.commands);
    const waiting = new WeakMap(); // pressed twice while waiting is still one run
    app.commands.execute = (id, args) => {
      const session = RUNS.test(id) ? underway(app) : null;
      if (!session) return execute(id, args);
      if (!waiting.has(session)) waiting.set(session, new Map());
      const pressed = waiting.get(session);
      if (!pressed.has(id))
        pressed.set(
          id,
          session.ready.then(() => execute(id, args)),
        );
      return pressed.get(id);
    };
  },
};

(window._JUPYTERLAB ??= {}).readtwice = {
  init() {},
  get: async () => () => ({ __esModule: true, default: plugin }),
};
