"""How far a learner is: on the page that asks, and in the whole course. JupyterLab shows it above the page.

The page asks: it opens a channel to the kernel and names the widgets that it shows. Where the extension is missing
nobody asks, and nothing is sent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from comm import get_comm_manager
from comm.base_comm import BaseComm

from readtwice.pack.found import shipped_packs
from readtwice.page.base import CourseWidget
from readtwice.page.session import Session
from readtwice.record import Record
from readtwice.syllabus import Lesson, syllabus

if TYPE_CHECKING:
    from readtwice.pack import Pack
    from readtwice.record.asked import Part

CHANNEL = "readtwice.progress"
"""The name under which a page opens its channel."""

Counts = tuple[int, int]
"""How many of how many."""


class Progress:
    """Tells the open pages of one session, when they ask, and after each answer."""

    def __init__(self, session: Session, drawn: Callable[[Session], CourseWidget] | None = None) -> None:
        """`drawn` makes the drawing of the article, for a page that asks to see it."""
        self._session = session
        self._drawn = drawn
        self._article = ""
        self._pages: dict[str, BaseComm] = {}
        session.tell(chosen=self.send, saved=self.send)
        get_comm_manager().register_target(CHANNEL, self.open)

    def open(self, channel: BaseComm, _message: object = None) -> None:
        """A page asks, and wants to hear from now on."""
        self._pages[channel.comm_id] = channel

        def forget(_message: object) -> None:
            self._pages.pop(channel.comm_id, None)

        channel.on_close(forget)
        channel.on_msg(self._asked_for_more)
        channel.send(self.told())

    def send(self) -> None:
        """Tell every page."""
        if self._pages:
            told = self.told()
            for channel in [*self._pages.values()]:
                channel.send(told)

    def _asked_for_more(self, message: Any) -> None:
        """A page wants to show the article: the drawing is made once, and the page hears under which id."""
        if self._drawn and not self._article and message["content"]["data"].get("article"):
            self._article = self._drawn(self._session).model_id or ""
        self.send()

    def told(self) -> dict[str, Any]:
        """For each widget on the page that asks for anything, and for each lesson, how many of how many are done. Then
        the id of the drawing of the article: empty before it was asked for, None where there is none."""
        counts = {one.model_id: one.asked() for one in self._session.widgets if one.model_id}
        return {
            "widgets": {name: [sum(asked), len(asked)] for name, asked in counts.items() if asked},
            "lessons": {name: list(counts) for name, counts in lessons_done(self._session.record).items()},
            "article": self._article if self._drawn else None,
        }


def lessons_done(record: Record) -> dict[str, Counts]:
    """For each lesson of the course, how much of what it asks of everybody the record has answers to."""
    from readtwice.record.asked import cards_answered  # here, since a page asks only once it has run

    answered = cards_answered(record.events)
    return {one.id: _done(one, answered) for one in syllabus().lessons}


def _done(lesson: Lesson, answered: set[tuple[str, str, str]]) -> Counts:
    saved = [any(item.startswith(lesson.done_by) for _, item, _ in answered)] if lesson.done_by else []
    parts = _asked()[lesson.id]
    return sum(saved) + sum(part.done(answered) for part in parts), len(saved) + sum(part.aim for part in parts)


@cache
def _asked() -> dict[str, list[Part]]:
    """What each lesson asks of everybody. No answer changes it, so it is not worked out again after each."""
    from readtwice.pack import load_pack

    packs = {slug: load_pack(slug) for slug in shipped_packs()}
    return {one.id: _parts(one, packs) for one in syllabus().lessons}


def _parts(lesson: Lesson, packs: Mapping[str, Pack]) -> list[Part]:
    from readtwice.record.asked import form_parts, fresh_forms, lesson_part, parallel_forms

    course = syllabus()
    if lesson.occasion == "fresh":
        return [*form_parts(packs, fresh_forms(packs), ("fresh",), whole=True)]
    if lesson.occasion:
        return [*form_parts(packs, parallel_forms(packs, course.form), (lesson.occasion,), whole=False)]
    return [lesson_part(lesson.id, packs[course.article], *(packs[one] for one in course.stories))]
