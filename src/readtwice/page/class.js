// What the pages of a class share, behind core.js and before a widget's own script.

/**
 * The code that a link brought along behind its #, where no server sees it, once. The course's extension sets it aside
 * before JupyterLab tidies the address. Anything but what a code is made of is dropped.
 */
function broughtAlong() {
  const waits = "readtwice-handed-in";
  let text = "";
  try {
    text = sessionStorage.getItem(waits) ?? "";
    sessionStorage.removeItem(waits);
    text = decodeURIComponent(text);
  } catch {
    // No storage here, or half of a sign was cut off: what is left is read as it is.
  }
  return text
    .replace(/[.\s]+/g, " ")
    .replace(/[^0-9A-Za-z -]/g, "")
    .trim();
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
