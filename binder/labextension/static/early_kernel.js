/* A page's kernel starts, and loads the course, while JupyterLab is still on its way: a second less to wait. */

/** What stands before the path of a notebook in an address of JupyterLab or Notebook. */
const OPENS = /^(?:(?:lab|doc)(?:\/workspaces\/[^/]+)?\/tree|notebooks)\/(.+)$/;

/** What every page needs first, and takes longest to load: named, so that it is loaded, and bound to no name of a learner's. */
const LOADS =
  "(lambda course: (course.start, course.read, course.question, course.judge))(__import__('readtwice').course)";

/**
 * Ask the server for the kernel of the page in the address, if it is one of the course's own: JupyterLab asks for it
 * again once the page is drawn, and is given the same. JupyterLite has no server, and names no page in this way.
 * @param {any} ServerConnection
 * @param {string} base the server's address, up to what it serves
 * @param {string[]} pages the course's own, by path; the course may lie in a folder
 * @param {string} [address] what the browser shows
 * @returns {Promise<any>} the session as the server tells it; null where there is none, and all goes on without
 */
export async function startKernel(ServerConnection, base, pages, address = location.origin + location.pathname) {
  const found = address.startsWith(base) ? OPENS.exec(address.slice(base.length)) : null;
  if (!found) return null;
  try {
    const path = decodeURIComponent(found[1]);
    if (!pages.some((one) => path === one || path.endsWith(`/${one}`))) return null;
    const name = path.slice(path.lastIndexOf("/") + 1);
    const body = JSON.stringify({ path, name, type: "notebook", kernel: { name: "python3" } });
    const settings = ServerConnection.makeSettings();
    const answer = await ServerConnection.makeRequest(`${base}api/sessions`, { method: "POST", body }, settings);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/**
 * Let a kernel that was asked for early load the course. JupyterLab looks which kernels there are when the page has come,
 * and starts one where there is none: it looks once the server has answered, so that there are never two.
 * @param {any} sessions
 * @param {Promise<any>} started
 */
export function loadCourse(sessions, started) {
  const look = sessions.refreshRunning.bind(sessions);
  sessions.refreshRunning = () => started.then(look);
  started.then(async (model) => {
    if (!model) return;
    const early = sessions.connectTo({ model, kernelConnectionOptions: { handleComms: false } });
    await early.kernel.requestExecute({ code: LOADS, silent: true, store_history: false }).done.catch(() => {});
    early.dispose();
  });
}
