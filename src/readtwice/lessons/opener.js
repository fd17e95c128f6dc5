// Open a lesson: a file that somebody gave, sent in pieces and checked by Python, or one that is here already.

/**
 * @typedef {{ here: { slug: string, title: string }[], zips: string[], open: string, problem: string }} View
 * @typedef {{ brought: File | null, cut: boolean, again?: () => void }} Local
 */

/** @param {Ui<View, Local>} ui */
function opener(ui) {
  const { view, words } = ui;
  const say = words.lessons;
  ui.local.again = () => ui.redraw("brought");
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
  const openBrought = async () => {
    if (!ui.local.brought) return;
    await sendFiles(ui, [ui.local.brought]);
    ui.local.brought = null;
    ui.send({ type: "load" }, false);
  };
  const here = view.here.map(({ slug, title }) =>
    button(`open-${slug}`, fill(say.open, { title }), () => ui.send({ type: "open", slug }, false)),
  );
  const zips = view.zips.map((name) =>
    button(`zip-${name}`, fill(say.open, { title: name }), () => ui.send({ type: "zip", name }, false)),
  );
  return [
    h("p", null, say.how),
    ui.local.brought
      ? h(
          "p",
          { class: "rt-question" },
          say.by_link,
          " ",
          button("brought", say.open_brought, openBrought, "rt-choice"),
        )
      : null,
    ui.local.cut ? h("p", { class: "rt-label", role: "alert" }, say.link_cut) : null,
    h("p", null, h("label", null, `${say.load} `, load)),
    here.length > 0 ? h("p", { class: "rt-label" }, say.here) : null,
    here.length > 0 ? list(here) : null,
    zips.length > 0 ? h("p", { class: "rt-label" }, say.zips) : null,
    zips.length > 0 ? list(zips) : null,
    view.problem ? h("p", { class: "rt-label" }, view.problem) : null,
    h("p", { class: "rt-topic" }, view.open ? fill(say.now, { title: view.open }) : say.none_open),
  ];
}

/**
 * The lesson that a link brought along behind its #, where no server sees it, once. The course's extension sets it
 * aside. What it is, Python checks like any file.
 *
 * @returns {Local}
 */
function lessonBrought() {
  const waits = "readtwice-lesson";
  let text = "";
  try {
    text = sessionStorage.getItem(waits) ?? "";
    sessionStorage.removeItem(waits);
    if (!text) return { brought: null, cut: false };
    const signs = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
    return { brought: new File([bytes], "lesson.zip", { type: "application/zip" }), cut: false };
  } catch {
    return { brought: null, cut: text !== "" }; // no storage here, or half of a link: the file can still be chosen
  }
}

export default {
  /** @param {{ model: Model, el: HTMLElement }} place */
  render({ model, el }) {
    const local = lessonBrought();
    const stop = widget(opener, () => local).render({ model, el });
    const take = () => {
      Object.assign(local, lessonBrought());
      local.again?.();
    };
    window.addEventListener("readtwice-brought-lesson", take);
    return () => {
      window.removeEventListener("readtwice-brought-lesson", take);
      stop();
    };
  },
};
