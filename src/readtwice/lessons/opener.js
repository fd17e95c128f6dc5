// Open a lesson: a file that somebody gave, sent in pieces and checked by Python, or one that is here already.

/**
 * @typedef {{ here: { slug: string, title: string }[], zips: string[], open: string, problem: string }} View
 * @typedef {{}} Local
 */

/** @param {Ui<View, Local>} ui */
function opener(ui) {
  const { view, words } = ui;
  const say = words.lessons;
  const load = h("input", {
    type: "file",
    accept: ".zip,application/zip",
    "data-key": "load",
    onchange: async () => {
      const file = load.files?.[0];
      if (!file) return;
      await sendFiles(ui, [file]);
      ui.send({ type: "load" }, false);
    },
  });
  const here = view.here.map(({ slug, title }) =>
    button(`open-${slug}`, fill(say.open, { title }), () => ui.send({ type: "open", slug }, false)),
  );
  const zips = view.zips.map((name) =>
    button(`zip-${name}`, fill(say.open, { title: name }), () => ui.send({ type: "zip", name }, false)),
  );
  return [
    h("p", null, say.how),
    h("p", null, h("label", null, `${say.load} `, load)),
    here.length > 0 ? h("p", { class: "rt-label" }, say.here) : null,
    here.length > 0 ? list(here) : null,
    zips.length > 0 ? h("p", { class: "rt-label" }, say.zips) : null,
    zips.length > 0 ? list(zips) : null,
    view.problem ? h("p", { class: "rt-label" }, view.problem) : null,
    h("p", { class: "rt-topic" }, view.open ? fill(say.now, { title: view.open }) : say.none_open),
  ];
}

export default widget(opener, () => ({}));
