/* What JupyterLab, Notebook and JupyterLite load: a module federation container, written by hand, so that nothing has
 * to be built. It imports the modules beside it. */
"use strict";

(() => {
  const beside = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  /** @type {Record<string, Record<string, { get(): Promise<() => any> }>>} */
  let shared = {};

  /** A module that the application has loaded already, such as "@jupyterlab/notebook". */
  const take = async (/** @type {string} */ name) => (await Object.values(shared[name])[0].get())();

  const container = {
    init(/** @type {typeof shared} */ scope) {
      shared = scope;
    },
    async get() {
      const { plugin } = await import(new URL("plugin.js", beside).href);
      const made = await plugin(take);
      return () => ({ __esModule: true, default: made });
    },
  };
  const all = /** @type {any} */ (window);
  all._JUPYTERLAB = { ...all._JUPYTERLAB, readtwice: container };
})();
