/* Whether a lesson can run in this window. In front of the application, where none can, its text is shown instead: a
 * link may lead straight there, past the pages that say what this browser lacks. */
"use strict";

/** The name of the sentence that says why no lesson can run here, or nothing. */
function trouble() {
  if (!window.isSecureContext) return "not_secure";
  if (!("serviceWorker" in navigator) || !("caches" in window)) return "no_worker";
  if (typeof WebAssembly !== "object") return "too_old";
  return "";
}

const texts = document.getElementById("texts"); // in the application alone: where each notebook's text stands
if (texts && trouble()) {
  const path = new URLSearchParams(location.search).get("path") ?? "";
  location.replace(`../${JSON.parse(texts.textContent)[path] ?? "index.html"}`);
}
