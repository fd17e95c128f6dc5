// What the pages of a class share, behind core.js and before a widget's own script.

const HANDED_IN = "readtwice-handed-in";

/**
 * What a code is made of, and nothing else. A link is quoted as in an address, or half of it.
 *
 * @param {string} quoted
 */
function codeIn(quoted) {
  let text = quoted;
  try {
    text = decodeURIComponent(quoted);
  } catch {
    // Half of a sign was cut off: what is left is read as it is.
  }
  return text
    .replace(/[.\s]+/g, " ")
    .replace(/[^0-9A-Za-z -]/g, "")
    .trim();
}

/**
 * The codes that links brought along behind their #, where no server sees it, a line each. The course's extension sets
 * them aside before JupyterLab tidies the address. They wait, in this tab alone, until they are read.
 */
function broughtAlong() {
  let text = "";
  try {
    text = sessionStorage.getItem(HANDED_IN) ?? "";
  } catch {
    // No storage here: a code can be pasted.
  }
  return text.split("\n").map(codeIn).filter(Boolean).join("\n");
}

function broughtIsRead() {
  try {
    sessionStorage.removeItem(HANDED_IN);
  } catch {
    // No storage here, and nothing in it.
  }
}

/**
 * Hear of the code that a link brings to a page that is open already. Returns what ends that.
 *
 * @param {(code: string) => void} heard
 */
function whenBrought(heard) {
  const take = (/** @type {Event} */ event) => {
    const code = codeIn(String(/** @type {CustomEvent} */ (event).detail));
    if (code) heard(code);
  };
  window.addEventListener("readtwice-brought", take);
  return () => window.removeEventListener("readtwice-brought", take);
}

/**
 * A field for the name of a folder. `enter` is what Enter does.
 *
 * @param {Ui<object, { folder: string }>} ui
 * @param {() => void} enter
 */
function folderField(ui, enter) {
  const folder = h("input", {
    type: "text",
    id: `${ui.id}-folder`,
    "data-key": "folder",
    class: "rt-code rt-live-folder",
    autocomplete: "off",
    spellcheck: "false",
    maxlength: 1000,
    value: ui.local.folder,
    oninput: () => {
      ui.local.folder = folder.value;
    },
    onkeydown: onEnter(enter),
  });
  return folder;
}

/**
 * A box to paste into.
 *
 * @param {Ui} ui
 * @param {string} name
 * @param {string} text that stands in it
 * @param {(text: string) => void} changed
 */
function pasteBox(ui, name, text, changed) {
  const box = h("textarea", {
    id: `${ui.id}-${name}`,
    rows: 5,
    "data-key": name,
    "data-hold": true,
    spellcheck: "false",
    autocomplete: "off",
    class: "rt-report-paste",
    oninput: () => changed(box.value),
  });
  box.value = text;
  return box;
}

/**
 * Let a drawn file field name the files that were chosen before it was drawn again. Returns the field.
 *
 * @param {HTMLInputElement} field
 * @param {readonly File[]} files
 */
function withFiles(field, files) {
  const kept = new DataTransfer();
  for (const file of files) kept.items.add(file);
  field.files = kept.files;
  return field;
}

/**
 * A field for files: choosing once more adds, and the same file counts once.
 *
 * @param {Ui<object, { files: File[] }>} ui
 */
function filesField(ui) {
  const { local } = ui;
  const field = h("input", {
    type: "file",
    multiple: true,
    id: `${ui.id}-file`,
    "data-key": "file",
    onchange: () => {
      const chosen = [...local.files, ...(field.files ?? [])];
      const known = chosen.map(
        (one) => /** @type {[string, File]} */ ([`${one.name} ${one.size} ${one.lastModified}`, one]),
      );
      local.files = [...new Map(known).values()];
      ui.redraw("file");
    },
  });
  return withFiles(field, local.files);
}

/**
 * Look again and again while somebody can see it: not for a page that is closed, hidden or behind another.
 *
 * @param {Model} model
 * @param {HTMLElement} el
 * @param {number} every milliseconds between two looks
 * @param {() => object | null} message that is sent; null for none now
 * @returns {() => void} what ends it
 */
function lookEvery(model, el, every, message) {
  const look = () => {
    const sent = !document.hidden && el.isConnected && el.getClientRects().length && message();
    if (!sent) return;
    try {
      model.send(sent);
    } catch {
      clearInterval(timer);
    }
  };
  const end = () => clearInterval(timer);
  const timer = setInterval(look, every);
  model.on("comm_live_update", end);
  return () => {
    end();
    model.off("comm_live_update", end);
  };
}
