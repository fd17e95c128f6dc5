/* A page runs by itself: it waits for its kernel, runs every cell, and says what is wrong where that does not work. */

/**
 * - `waiting`: for a kernel
 * - `running`
 * - `ready`
 * - `no_kernel`: there is none, or none that answers
 * - `stopped`: it ended, and with it what the page showed
 * - `failed`: a cell says what is wrong
 * - `unasked`: the page was not run, since it is not as the course shipped it
 * @typedef {"waiting" | "running" | "ready" | "no_kernel" | "stopped" | "failed" | "unasked"} State
 */

const GONE = ["dead", "restarting", "autorestarting", "terminating"];

/**
 * @param {any} panel
 * @param {any} NotebookActions
 * @param {(state: State) => void} tell
 * @param {() => void} closeQuestions takes away what JupyterLab asks about kernels
 */
export function runner(panel, NotebookActions, tell, closeQuestions) {
  const { sessionContext: session } = panel;
  /** @type {State} */
  let state = "unasked";
  /** @type {Promise<void> | null} */
  let underway = null;
  let hadKernel = false;
  const become = (/** @type {State} */ next) => {
    state = next;
    if (panel.isDisposed) return;
    if (next === "no_kernel" || next === "stopped") closeQuestions();
    tell(next);
  };

  async function runOnce() {
    become("waiting");
    const kernel = await firstKernel(panel, closeQuestions).catch(() => null);
    if (!kernel) return become("no_kernel");
    hadKernel = true;
    const lost = lostSignal(kernel);
    const cells = panel.content.widgets.filter((/** @type {any} */ cell) => cell.model.type === "code");
    try {
      const info = kernel.info.then(() => become("running"));
      await Promise.race([lost.happened, info]);
      const ran = NotebookActions.runCells(panel.content, cells, session);
      const well = await Promise.race([lost.happened, ran]);
      become(well ? "ready" : "failed");
    } catch {
      become("no_kernel");
    } finally {
      lost.forget();
    }
  }

  /** Run the page, once at a time. */
  const run = () => (underway ??= runOnce().finally(() => (underway = null)));

  session.statusChanged.connect((/** @type {any} */ _, /** @type {string} */ status) => {
    const answers = session.session?.kernel;
    if (!underway && (GONE.includes(status) || (state === "ready" && !answers))) become("stopped");
  });
  session.kernelChanged.connect((/** @type {any} */ _, /** @type {any} */ { oldValue }) => {
    if (!underway && oldValue && state === "ready") become("stopped");
  });
  NotebookActions.executed.connect((/** @type {any} */ _, /** @type {any} */ { notebook, success }) => {
    if (!underway && notebook === panel.content && success && state !== "ready") become("ready");
  });

  /** Run it again, with a new kernel where the old one is gone. */
  async function again() {
    if (underway) return underway;
    // Where there was none from the start, what shows widgets has given up on this page.
    if (state === "no_kernel" && !hadKernel) return location.reload();
    become("waiting");
    const kernel = session.session?.kernel;
    try {
      if (!kernel || kernel.status === "dead" || kernel.connectionStatus !== "connected") {
        await session.changeKernel({ name: session.prevKernelName || kernelName(panel) });
      }
    } catch {
      return become("no_kernel");
    }
    return run();
  }

  /** Run it again from nothing, also where the kernel hangs. */
  async function restart() {
    if (underway) return underway;
    if (session.session?.kernel) await session.restartKernel();
    return again();
  }

  return { run, again, restart, underway: () => underway };
}

/**
 * The kernel that comes with the page. Where the server is slow to say which kernels there are, JupyterLab starts none
 * and asks for one: then the page's own is started.
 * @param {any} panel
 * @param {() => void} closeQuestions
 */
async function firstKernel(panel, closeQuestions) {
  const { sessionContext: session, model } = panel;
  // JupyterLab says the same a moment later, and begins: so it does not matter who comes first.
  const wanted = { name: model.defaultKernelName, language: model.defaultKernelLanguage };
  session.kernelPreference = { ...session.kernelPreference, ...wanted };
  const asks = await session.initialize();
  if (asks && !session.session?.kernel) {
    await session.specsManager.ready;
    const name = kernelName(panel);
    if (session.specsManager.specs?.kernelspecs[name]) {
      closeQuestions();
      await session.changeKernel({ name });
    }
  }
  await session.ready;
  return session.session?.kernel;
}

/** @param {any} panel */
function kernelName(panel) {
  return panel.model.getMetadata("kernelspec")?.name || "python3";
}

/**
 * Rejects when a kernel dies, or when nothing reaches it any more.
 * @param {any} kernel
 */
function lostSignal(kernel) {
  /** @type {(why: Error) => void} */
  let fail = () => {};
  const happened = new Promise((_, reject) => (fail = reject));
  happened.catch(() => {});
  const look = () => {
    const dead = GONE.includes(kernel.status) || kernel.isDisposed;
    if (dead || kernel.connectionStatus === "disconnected") fail(new Error("the kernel is gone"));
  };
  kernel.statusChanged.connect(look);
  kernel.connectionStatusChanged.connect(look);
  kernel.disposed.connect(look);
  return {
    happened,
    forget() {
      kernel.statusChanged.disconnect(look);
      kernel.connectionStatusChanged.disconnect(look);
      kernel.disposed.disconnect(look);
    },
  };
}
