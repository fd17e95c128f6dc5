"""The verbs of the teacher's notebooks. Each returns something that the notebook shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from weakref import WeakSet

from readtwice.words import say

if TYPE_CHECKING:
    from readtwice.classroom.checkup.widget import DoctorWidget
    from readtwice.classroom.collecting.collect import Collected
    from readtwice.classroom.gradebooks.widget import GradebookColumn
    from readtwice.classroom.live_view.widget import LiveView
    from readtwice.classroom.reporting.figures import ClassReport
    from readtwice.classroom.reporting.pooled import Classes
    from readtwice.classroom.reporting.widget import Contents, ShownReport
    from readtwice.classroom.slips.widget import Slips
    from readtwice.lessons.pages import LessonPage
    from readtwice.pack import Pack

_handed_in: list[Collected] = []
"""What the class handed in to this kernel's report: in memory, for the gradebook too."""

_live_views = WeakSet["LiveView"]()
"""The live views of this kernel, which are told of each lesson that is opened."""

_columns = WeakSet["GradebookColumn"]()
"""The gradebook columns on this kernel's pages, which choose beforehand what was handed in."""


def report(example: str, article: str = "") -> LessonPage:
    """A paste box, a file chooser and a button for the class report, and below it the card to go over again, for a
    projector, once it is asked for. Until something is handed in, invented answers.

    `example` is the pack of the form that they are about, `article` the pack whose exit cards they are about too.
    Raises PackError for a pack that does not exist.
    """
    from ipywidgets import VBox

    from readtwice.classroom.collecting.collect import collect_contents
    from readtwice.classroom.reporting.content import content
    from readtwice.classroom.reporting.example_class import example_class
    from readtwice.classroom.reporting.page import as_html
    from readtwice.classroom.reporting.widget import ClassReportDesk
    from readtwice.lessons.pages import LessonPage, kept_nowhere, projector
    from readtwice.pack import load_pack
    from readtwice.record import known_sets

    def make(contents: Contents, kept: Sequence[Contents]) -> ShownReport:
        sets = tuple(known_sets())
        collected = collect_contents(contents, sets)
        _handed_in[:] = [collected] if contents else []  # a gradebook is one class's
        shown = (
            _shown_together([*(collect_contents(one, sets) for one in kept), collected]) if kept else _shown(collected)
        )
        for column in _columns:
            column.forget()
        return shown

    invented = example_class(load_pack(example), load_pack(article) if article else None)
    shown = _shown(invented, invented=True)
    below = VBox([])

    def project(lesson: Pack | None) -> None:
        below.children = (projector(lesson, kept_nowhere(lesson)),) if lesson else ()

    example_html = as_html(content(_report_on(invented), invented=True), below=2)
    return LessonPage([ClassReportDesk(make, shown, example_html, project), below])


def _report_on(collected: Collected) -> ClassReport:
    from readtwice.classroom.reporting.class_report import class_report

    return class_report(collected, _packs())


def _packs() -> dict[str, Pack]:
    from readtwice.pack.compiled import all_packs

    return all_packs()


def _shown_together(classes: Sequence[Collected]) -> ShownReport:
    from readtwice.classroom.reporting.pooled import report_on_classes

    made = report_on_classes({str(number): one for number, one in enumerate(classes, start=1)}, _packs())
    return _shown(made.collected, together=made)


def _shown(collected: Collected, *, invented: bool = False, together: Classes | None = None) -> ShownReport:
    from readtwice.classroom.reporting.again import lesson_again
    from readtwice.classroom.reporting.content import content
    from readtwice.classroom.reporting.page import as_page, page_of
    from readtwice.classroom.reporting.parts import Picture, as_values
    from readtwice.classroom.reporting.shared_content import shared_content
    from readtwice.classroom.reporting.sharing import shared_report
    from readtwice.classroom.reporting.widget import ShownReport

    made = together.together if together else _report_on(collected)
    parts = content(made, invented=invented, classes=together)
    return ShownReport(
        parts=as_values(parts),
        learners=made.learners,
        not_counted=[f"{collected.full_name(one)}: {one.reason}" for one in collected.rejected],
        pages={
            "report": lambda: as_page(made, invented=invented, classes=together),
            "share": lambda: page_of(shared_content(shared_report(collected, _packs()), invented=invented)),
        },
        pictures=[one for one in parts if isinstance(one, Picture)],
        again=lesson_again(made.go_over) if made.go_over else None,
    )


def gradebook_column(form: str, article: str) -> GradebookColumn:
    """A chooser for the teacher's list, for the platform and for what was set; what will change; and the gradebook.

    `form` is the pack whose halves the course asks, `article` the one that its lessons are about.
    """
    from readtwice.classroom.gradebooks.completion import arrived, of_the_class
    from readtwice.classroom.gradebooks.lists import fill
    from readtwice.classroom.gradebooks.roster import read_roster
    from readtwice.classroom.gradebooks.widget import GradebookColumn, MadeColumn

    def handed_in() -> tuple[dict[str, int], tuple[str, ...]]:
        found = arrived(_handed_in[-1], _packs(), form, article) if _handed_in else ()
        return {one.what: one.learners for one in found}, of_the_class(found)

    def make(name: str, content: bytes, platform: str, work: Sequence[str], overwrite: bool) -> MadeColumn:
        if not _handed_in:
            raise ValueError(say("gradebook_column.nothing_handed_in"))
        if not work:
            raise ValueError(say("gradebook_column.no_work"))
        as_it_stands = set(work) == set(handed_in()[1])
        filled = fill(
            read_roster(content, name),
            platform,
            _handed_in[-1],
            _packs(),
            form,
            article,
            what="" if as_it_stands else ",".join(work),
            overwrite=overwrite,
        )
        made = filled.gradebook
        told = [*filled.notes, *made.left_out]
        told += [say("gradebook.unknown", count=made.unknown)] if made.unknown else []
        return MadeColumn(made.text, told, [(one.heading, one.lines) for one in filled.lists], made.missing)

    column = GradebookColumn(make, handed_in)
    _columns.add(column)
    return column


def slips_to_print() -> Slips:
    """Names, a platform's list or a number go in; slips come out as a page to print, and the list with them."""
    from readtwice.classroom.slips.widget import Slips

    return Slips()


def doctor() -> DoctorWidget:
    """What a lesson needs, checked: a line for each thing, and what to do. It begins by itself when it appears."""
    from readtwice.classroom.checkup.widget import DoctorWidget

    return DoctorWidget()


def live() -> LiveView:
    """A class's answers as bars, from pasted codes or a shared folder, while they come in."""
    from readtwice.classroom.live_view.widget import LiveView

    view = LiveView()
    _live_views.add(view)
    return view


def open_lesson(*, sheets: bool = True) -> LessonPage:
    """A button that takes in a lesson from a file, so that reports and live views understand answers to it.

    With `sheets` there is below it what a teacher needs of the lesson that is open: its sheets, and its cards for a
    projector.
    """
    from ipywidgets import VBox

    from readtwice.lessons.for_teacher import ForTeacher
    from readtwice.lessons.opener import Opener
    from readtwice.lessons.pages import LessonPage, projector
    from readtwice.publish.print_pack import whole_page

    below = VBox([])

    def show(pack: Pack) -> None:
        for view in _live_views:
            view.know_more()
        if not sheets:
            return
        below.children = (ForTeacher(pack, whole_page), *([projector(pack)] if pack.items and not pack.form else []))

    return LessonPage([Opener(show), below])


def make_a_lesson() -> LessonPage:
    """Make a lesson of a text by clicking. What is made is kept in the folder of saved work."""
    from ipywidgets import VBox

    from readtwice.lessons.maker import Maker
    from readtwice.lessons.pages import LessonPage, preview
    from readtwice.publish.print_pack import whole_page
    from readtwice.record.files import record_folder

    below = VBox([])
    return LessonPage([Maker(record_folder(), lambda pack, what: preview(pack, below, what), whole_page), below])
