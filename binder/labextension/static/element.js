/**
 * One element. Properties that begin with "on" listen; null, undefined and false leave an attribute out.
 * @param {string} tag
 * @param {Record<string, any>} properties
 * @param {...(Node | string | null)} children
 * @returns {HTMLElement}
 */
export function h(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) if (child !== null) node.append(child);
  return node;
}

/**
 * A phrase with its {values} filled in. `{count:card|cards}` gives the first word for one, else the second.
 * @param {string} phrase
 * @param {Record<string, unknown>} values
 */
export function fill(phrase, values) {
  return phrase.replace(/{(\w+)(?::([^|}]*)\|([^}]*))?}/g, (whole, name, one = values[name] ?? whole, more = one) =>
    String(values[name]) === "1" ? one : more,
  );
}

/**
 * Put in a place what it is to show, unless it reads so already: a click on what has just gone would be lost.
 * @param {Element} place
 * @param {...(Node | string)} shown
 */
export function drawIn(place, ...shown) {
  const drawn = h("div");
  drawn.append(...shown);
  const stays = place.childNodes.length === drawn.childNodes.length;
  if (stays && [...drawn.childNodes].every((node, at) => node.isEqualNode(place.childNodes[at]))) return;
  place.replaceChildren(...drawn.childNodes);
}
