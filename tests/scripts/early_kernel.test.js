// Which addresses ask for a kernel before JupyterLab does, and what becomes of it where the server says no.

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCourse, startKernel } from "../../binder/labextension/static/early_kernel.js";

const BASE = "https://hub.example/user/one/";
const PAGES = ["notebooks/01_contradictions.ipynb", "exercises/01_contradictions/practice.ipynb"];

/** A server that keeps what it is asked. */
function server(answer = { ok: true, json: async () => ({ id: "s", kernel: { id: "k" } }) }) {
  const asked = [];
  const makeRequest = async (url, init) => {
    asked.push([url, init.method, JSON.parse(init.body)]);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { asked, makeSettings: () => ({}), makeRequest };
}

test("a page of the course is asked for by each way that leads to it, in a folder too", async () => {
  for (const before of ["lab/tree/", "lab/workspaces/auto-x/tree/", "doc/tree/", "notebooks/"]) {
    for (const folder of ["", "read%20twice/"]) {
      const at = server();
      const found = await startKernel(at, BASE, PAGES, `${BASE}${before}${folder}${PAGES[0]}`);
      assert.equal(found.kernel.id, "k");
      const path = `${decodeURIComponent(folder)}${PAGES[0]}`;
      const body = { path, name: "01_contradictions.ipynb", type: "notebook", kernel: { name: "python3" } };
      assert.deepEqual(at.asked, [[`${BASE}api/sessions`, "POST", body]]);
    }
  }
});

test("nothing else is asked for", async () => {
  const others = ["lab", "lab/tree/notebooks", "lab/tree/notebooks/mine.ipynb", "lab/tree/my01_contradictions.ipynb"];
  const strange = ["notebooks/index.html", "edit/notebooks/01_contradictions.ipynb", "lab/tree/%E0%A4%A"];
  const elsewhere = `https://other.example/lab/tree/${PAGES[0]}`;
  for (const address of [...[...others, ...strange].map((one) => BASE + one), elsewhere]) {
    const at = server();
    assert.equal(await startKernel(at, BASE, PAGES, address), null, address);
    assert.deepEqual(at.asked, [], address);
  }
});

test("where the server says no, all goes on without", async () => {
  const address = `${BASE}lab/tree/${PAGES[0]}`;
  for (const answer of [{ ok: false, json: async () => ({}) }, new Error("no network")]) {
    assert.equal(await startKernel(server(answer), BASE, PAGES, address), null);
  }
});

test("JupyterLab looks for kernels once the server has answered, and the early connection goes", async () => {
  const done = [];
  let answer;
  const started = new Promise((resolve) => (answer = resolve));
  const kernel = { requestExecute: ({ silent }) => ({ done: Promise.resolve(done.push(`silent ${silent}`)) }) };
  const sessions = {
    refreshRunning: async () => done.push("looked"),
    connectTo: ({ model }) => ({ kernel, dispose: () => done.push(`left ${model.id}`) }),
  };
  loadCourse(sessions, started);
  const looked = sessions.refreshRunning();
  await Promise.resolve();
  assert.deepEqual(done, []);
  answer({ id: "s" });
  await looked;
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual(done.toSorted(), ["left s", "looked", "silent true"]);
});
