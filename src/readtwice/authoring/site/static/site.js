/* What the plain pages do when a browser allows it: they say what this browser can keep, and fetch ahead. */
"use strict";

const words = JSON.parse(document.getElementById("words").textContent);
const root = new URL(document.documentElement.dataset.root, location.href);
const box = document.getElementById("browser");

function tell(...sentences) {
  box.replaceChildren(
    ...sentences.map((sentence) => Object.assign(document.createElement("p"), { textContent: sentence })),
  );
  box.hidden = false;
}

async function begin() {
  const why = trouble(); // can_run.js
  if (why) {
    tell(words[why]);
    document.documentElement.classList.add("cannot-run");
    return;
  }
  const worker = await navigator.serviceWorker.register(new URL("service-worker.js?enableCache=false", root), {
    scope: root.pathname,
  });
  const room = await navigator.storage?.estimate?.().catch(() => null);
  if (room && room.quota - room.usage < 100e6) tell(words.little_room);
  await navigator.serviceWorker.ready;
  const keep = document.getElementById("keep");
  if (keep) {
    const told = document.getElementById("kept");
    keep.hidden = false;
    keep.addEventListener("click", () => {
      keep.disabled = true;
      navigator.storage?.persist?.().catch(() => false); // some browsers ask their owner
      told.textContent = words.keeping;
      (worker.active ?? navigator.serviceWorker.controller).postMessage({ type: "keep" });
    });
    navigator.serviceWorker.addEventListener("message", ({ data }) => {
      if (data.type === "keeping")
        told.textContent = words.keeping_so_far.replace("{here}", data.here).replace("{all}", data.all);
      if (data.type === "kept") told.textContent = words.kept;
      if (data.type === "not-kept") [told.textContent, keep.disabled] = [words.not_kept, false];
    });
  }
  // While somebody reads, fetch what the first lesson needs; not on a phone, nor where data is saved.
  if (!navigator.connection?.saveData && matchMedia("(min-width: 700px)").matches) {
    for (const name of JSON.parse(document.getElementById("ahead").textContent)) {
      await fetch(new URL(name, root), { priority: "low" }).catch(() => null);
    }
  }
}

begin().catch(() => tell(words.no_worker));
