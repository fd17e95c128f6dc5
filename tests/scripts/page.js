// A page around one widget: a small DOM, a model that answers when it is told to, and what a person does.

import { Window } from "happy-dom";

const GLOBALS = [
  "document",
  "navigator",
  "location",
  "localStorage",
  "sessionStorage",
  "CSS",
  "DataTransfer",
  "getComputedStyle",
  "Node",
  "Element",
  "HTMLElement",
];

/** Empty the page, as a browser does that opens a new one. Returns its window. */
export function newPage() {
  const window = new Window({ url: "http://localhost/lab", width: 1300, height: 1000 });
  for (const name of GLOBALS) {
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  }
  Object.defineProperty(globalThis, "window", { value: window, configurable: true, writable: true });
  return window;
}

/** What anywidget hands to a script, and the messages that went out through it. */
export class Model {
  constructor(view, words) {
    Object.assign(this, { held: { view, words }, sent: [], listeners: new Map() });
  }

  get(name) {
    return this.held[name];
  }

  on(event, listener) {
    this.listeners.set(event, [...(this.listeners.get(event) || []), listener]);
  }

  off(event, listener) {
    this.listeners.set(
      event,
      (this.listeners.get(event) || []).filter((one) => one !== listener),
    );
  }

  send(message, _callbacks, buffers) {
    this.sent.push({ message, buffers });
  }

  tell(event, ...values) {
    for (const listener of this.listeners.get(event) || []) listener(...values);
  }

  /** Python's new view. */
  show(view) {
    this.held.view = view;
    this.tell("change:view");
  }
}

export function load(esm) {
  return import(`data:text/javascript;base64,${Buffer.from(esm).toString("base64")}`);
}
