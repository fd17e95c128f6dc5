// A page around a widget: a small DOM, a model that answers when it is told to, and what a person does.

import { readFileSync } from "node:fs";
import { mock } from "node:test";
import { Window } from "happy-dom";

const CORE = readFileSync(new URL("../../src/readtwice/page/core.js", import.meta.url), "utf8");
const GLOBALS = [
  "MutationObserver",
  "document",
  "location",
  "history",
  "localStorage",
  "sessionStorage",
  "CSS",
  "DataTransfer",
  "getComputedStyle",
];

/** The words of the interface. */
export const words = JSON.parse(readFileSync(new URL("../../src/readtwice/words/en.json", import.meta.url), "utf8"));

/** The widgets as Python sends them, in the order of payloads.py: `{ script, esm, words, views }`. */
export function payloads() {
  const path = process.env.READTWICE_PAYLOADS;
  if (!path) throw new Error("Run these by pytest tests/scripts: Python makes the payloads that they read.");
  return JSON.parse(readFileSync(path, "utf8"));
}

/** A script as a module. */
export function load(text) {
  return import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
}

/** What core.js offers to scripts, by name. */
export async function core() {
  const names = [...CORE.matchAll(/^(?:async )?function (\w+)/gm)].map(([, name]) => name);
  return load(`${CORE}\nexport { ${names.join(", ")}, PIECE };`);
}

/** A new tab, with nothing in its stores. */
export function newPage() {
  const window = new Window({ url: "http://localhost/lab" });
  for (const name of GLOBALS) {
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  }
  Object.defineProperty(globalThis, "navigator", { value: window.navigator, configurable: true, writable: true });
  Object.defineProperty(globalThis, "window", { value: window, configurable: true, writable: true });
  window.HTMLElement.prototype.scrollIntoView = () => {};
  return window;
}

/** What anywidget hands to a script, with the messages that went out through it. */
export class Model {
  sent = [];
  listeners = new Map();

  constructor(view, held = words) {
    this.held = { view: { name: "Widget", key: "k1", ...view }, words: held };
  }

  get(name) {
    return this.held[name];
  }

  on(event, listener) {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener]);
  }

  off(event, listener) {
    const others = this.listeners.get(event).filter((one) => one !== listener);
    this.listeners.set(event, others);
  }

  send(message, _callbacks, buffers) {
    const sent = structuredClone(message);
    this.sent.push(buffers ? { ...sent, buffers } : sent);
  }

  tell(event, ...values) {
    for (const listener of this.listeners.get(event) ?? []) listener(...values);
  }

  /** Python's view after the last message, or after the one with that number. */
  answer(view = {}, answers = this.sent.at(-1)?.number) {
    this.held.view = { ...this.held.view, said: "", ...view, answers };
    this.tell("change:view");
  }
}

/** A widget on the page that is open. */
export function put(widget, view, held) {
  const el = document.createElement("div");
  document.body.append(el);
  const model = new Model(view, held);
  const stop = widget.render({ model, el });
  return {
    el,
    model,
    stop,
    find: (key) => el.querySelector(`[data-key="${CSS.escape(key)}"]`),
    status: () => el.querySelector(".rt-status").textContent,
    trouble: () => el.querySelector(".rt-trouble[role=alert]"),
  };
}

/** The key of what has the focus; null where nothing of a widget has it. */
export function focused() {
  return document.activeElement?.dataset?.key ?? null;
}

/** A press on a button, which takes the focus as in a browser. */
export function press(button) {
  button.focus();
  button.click();
}

export function type(box, value) {
  box.focus();
  box.value = value;
  box.dispatchEvent(new window.Event("input", { bubbles: true }));
}

export function key(node, name, more = {}) {
  const event = new window.KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...more });
  node.dispatchEvent(event);
  return event;
}

/** Let what waits for the next turn happen. */
export function turn() {
  return new Promise((done) => setImmediate(done));
}

/** Let time stand still until a test moves it on. Some releases of Node take a delay that is not given for no number. */
export function stopTime() {
  mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
  const { setTimeout: later } = globalThis;
  globalThis.setTimeout = (act, delay = 0) => later(act, delay);
}
