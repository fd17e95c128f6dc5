/* Keeps the site's files in this browser, so that a second visit asks for nothing and works without a network; and
 * hands what a kernel reads and writes to the page that it belongs to, as JupyterLite's own worker does.
 * FILES and VERSION are written in by `make site`. */
"use strict";

const VERSION = "{{ version }}";
const KEPT = `readtwice-${VERSION}`;
const FILES = ["{{ files }}"];
const PATIENCE = 10_000; // milliseconds that a page has to save something
const TYPES = { mjs: "text/javascript", js: "text/javascript", wasm: "application/wasm", json: "application/json" };
const WRITES = new Set(["put", "mknod", "rename", "rmdir"]);
const channel = new BroadcastChannel("/sw-api.v1");

self.addEventListener("install", (event) => {
  // A newer site waits until all pages of the older one are closed: half of each would fit neither.
  if (!self.registration.active) event.waitUntil(self.skipWaiting());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith("readtwice-") && name !== KEPT) await caches.delete(name);
      }
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (address.origin !== location.origin) return;
  if (/\/api\/(drive|stdin\/)/.test(address.pathname)) event.respondWith(askPage(request, address));
  else if (address.pathname.endsWith("/api/service-worker-heartbeat")) event.respondWith(new Response("ok"));
  else if (request.method === "GET" && request.url.startsWith(self.registration.scope))
    event.respondWith(file(request));
});

/** A file of the site: from what is kept here, else from its host, and kept then. */
async function file(request) {
  const kept = await caches.open(KEPT).catch(() => null); // a browser may keep nothing at all
  const found = await kept?.match(request, { ignoreSearch: true });
  if (found) return found;
  const fetched = typed(await fetch(request).catch(() => Response.error()), request.url);
  if (!fetched.ok && request.url.includes("/pyodide/")) await tellMissing();
  if (kept && fetched.status === 200) {
    kept.put(request, fetched.clone()).catch(() => {}); // full: then it is fetched again next time
  }
  return fetched;
}

/** Python's own loader says nothing to the page that waits for it. */
async function tellMissing() {
  for (const page of await self.clients.matchAll({ includeUncontrolled: true })) page.postMessage({ type: "missing" });
}

/** Some hosts do not know modules or WebAssembly, and a browser runs neither under another type. */
function typed(response, address) {
  const type = TYPES[new URL(address).pathname.split(".").pop()];
  const told = response.headers.get("Content-Type") ?? "";
  if (!type || !response.ok || told.startsWith(type) || (/script/.test(type) && /javascript/.test(told)))
    return response;
  const headers = new Headers(response.headers);
  headers.set("Content-Type", type);
  return new Response(response.body, { status: response.status, headers });
}

/** A kernel waits for the page that it belongs to. A page that cannot save says nothing, and a kernel would wait for
 * ever: after a while it is told that saving failed, and tells the learner. */
async function askPage(request, address) {
  const asked = await request.json();
  asked.requestId ??= crypto.randomUUID();
  asked.pathname = address.pathname;
  const answer = new Promise((done) => {
    const hear = ({ data }) => {
      if (data.browsingContextId !== asked.browsingContextId || data.requestId !== asked.requestId) return;
      channel.removeEventListener("message", hear);
      done(new Response(JSON.stringify(data.response)));
    };
    channel.addEventListener("message", hear);
    if (WRITES.has(asked.data?.method)) {
      setTimeout(() => {
        channel.removeEventListener("message", hear);
        done(new Response("null", { status: 507 }));
      }, PATIENCE);
    }
  });
  channel.postMessage(asked);
  return answer;
}

/** `keep` fetches every file of the site, and tells how many are here; asked for by the front page. */
self.addEventListener("message", (event) => {
  const { data, source } = event;
  if (data?.type !== "keep") return;
  event.waitUntil(
    (async () => {
      const kept = await caches.open(KEPT);
      let here = 0;
      for (const name of FILES) {
        const address = new URL(name, self.registration.scope).href;
        if (!(await kept.match(address, { ignoreSearch: true }))) {
          try {
            const fetched = await fetch(address);
            if (!fetched.ok) throw new Error(fetched.statusText);
            await kept.put(address, typed(fetched, address));
          } catch {
            source.postMessage({ type: "not-kept", here, all: FILES.length });
            return;
          }
        }
        here += 1;
        if (here % 25 === 0) source.postMessage({ type: "keeping", here, all: FILES.length });
      }
      source.postMessage({ type: "kept", here, all: FILES.length });
    })(),
  );
});
