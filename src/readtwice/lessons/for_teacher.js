// What a teacher needs of a lesson that is open: who made it, and its sheets and answers to print.

/**
 * @typedef {{ title: string, about: string[] }} View
 * @typedef {{}} Local
 */

/** @param {Ui<View, Local>} ui */
function forTeacher(ui) {
  const { view, words } = ui;
  const say = words.for_teacher;
  return [
    h("p", { class: "rt-topic" }, view.title),
    list(view.about),
    h(
      "p",
      { class: "rt-row" },
      button("sheet", say.print_sheet, () => ui.send({ type: "sheet" }), "rt-choice"),
      button("answers", say.print_answers, () => ui.send({ type: "answers" }), "rt-choice"),
    ),
    h("p", null, say.beside),
  ];
}

export default widget(forTeacher, () => ({}));
