// Exports: Python makes the file, the browser saves it. The text goes into a Blob and never into the page.

function exportsRoom(ui) {
  const { view, words, local } = ui;
  const say = words.exports;
  if (view.file && local.given !== view.answers) {
    local.given = view.answers;
    const address = URL.createObjectURL(new Blob([view.file.text], { type: "application/octet-stream" }));
    const link = h("a", { href: address, download: view.file.name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }
  if (view.answers && view.said) local.said = view.said;
  return [
    h("p", null, say.how),
    h("div", { class: "rt-choices" }, view.formats.map(({ code, label }) => h("button", { type: "button", class: "rt-choice", "data-key": `export-${code}`, onclick: () => ui.send({ type: "make", format: code }) }, label))),
    local.said ? h("p", { class: "rt-kept-line" }, local.said) : null,
    h("p", { class: "rt-small-print" }, say.note),
  ];
}

export default { render({ model, el }) { return mount(model, el, exportsRoom); } };
