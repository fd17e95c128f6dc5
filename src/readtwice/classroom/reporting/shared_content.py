"""The version to share as parts of a page, as sentences and as plain values: each field of it by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from readtwice.classroom.reporting.parts import Heading, Lines, Part, Text, marked
from readtwice.classroom.reporting.sentences import Line
from readtwice.classroom.reporting.sharing import SharedForm, SharedLesson, SharedReport
from readtwice.statistics.sharing import ENOUGH_TO_SHARE
from readtwice.words import say, words


def shared_content(report: SharedReport, *, invented: bool = False) -> list[Part]:
    """All parts of a version to share. `invented`: it is an example, and says so at every heading."""
    parts = list(_parts(report))
    return [marked(part) for part in parts] if invented else parts


def shared_sentences(report: SharedReport) -> list[str]:
    """The same without headings."""
    return [told for part in _parts(report) for told in _told(part)]


def shared_json(report: SharedReport) -> dict[str, Any]:
    """The same as one object."""
    return {
        "shared": True,
        "learners": report.learners,
        "sentences": shared_sentences(report),
        "forms": [
            {
                "names": list(form.names),
                "occasions": [
                    {
                        "occasion": on.occasion,
                        "learners": on.learners,
                        "kept_of_ten": on.kept,
                        "caught_of_ten": on.caught,
                        "may_be_off": on.may_be_off,
                    }
                    for on in form.occasions
                ],
            }
            for form in report.forms
        ],
        "lessons": [
            {
                "lesson": one.lesson,
                "title": one.title,
                "learners": one.learners,
                "exit_cards_right_of_ten": one.right,
                "may_be_off": one.may_be_off,
            }
            for one in report.lessons
        ],
    }


def _told(part: Part) -> list[str]:
    if isinstance(part, Lines):
        return [str(line) for line in part.lines]
    return [part.text] if isinstance(part, Text) else []


def _parts(report: SharedReport) -> Iterator[Part]:
    yield Heading(say("report.shared_title"), 1)
    yield Text(say("report.shared_note", enough=ENOUGH_TO_SHARE), "note")
    if not report.forms and not report.lessons:
        yield Text(say("report.shared_nothing", enough=ENOUGH_TO_SHARE))
        return
    yield Text(say("report.learners_only", learners=report.learners))
    for form in report.forms:
        yield Heading(_name(form), 2)
        yield Lines(tuple(_of_form(form)))
    if report.lessons:
        yield Heading(say("report.lessons"), 2)
        yield Lines(tuple(_of_lesson(one) for one in report.lessons))


def _name(form: SharedForm) -> str:
    if len(form.names) > 1:
        return say("report.forms", names=", ".join(form.names))
    return say("report.form_titled", name=form.names[0], title=form.titles[0])


def _of_form(form: SharedForm) -> Iterator[Line]:
    for on in form.occasions:
        when = words()["report"]["when"][on.occasion]
        told = say("report.shared_form", kept=on.kept, caught=on.caught, learners=on.learners, off=on.may_be_off)
        yield Line(say("report.line_label", name=when), told)


def _of_lesson(one: SharedLesson) -> Line:
    name = say("report.lesson", number=int(one.lesson)) if one.is_of_course else f"“{one.title}”"
    told = say("report.shared_lesson", right=one.right, learners=one.learners, off=one.may_be_off)
    return Line(say("report.line_label", name=name), told)
