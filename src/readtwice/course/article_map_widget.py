"""The article as a place: one drawing of it, which is a list of links too, with what the learner did in each block."""

from __future__ import annotations

from typing import Any

from readtwice.course.article_map import Place, counted, places
from readtwice.marking.finding import Finding
from readtwice.page.base import CourseWidget, script, style
from readtwice.page.session import Session
from readtwice.page.views import View, paragraph
from readtwice.syllabus import syllabus
from readtwice.words import say, words

IN_ORDER = (Finding.KEPT, Finding.CAUGHT, Finding.HELD, Finding.AGAIN)
"""As they are said and signed: what was kept comes first."""


class ArticleMap(CourseWidget):
    """Where the learner has been in the article, and what came of it. It asks nothing."""

    _esm = script(__package__, "article_map.js")
    _css = style(__package__, "article_map.css")
    name = "article_map"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        session.tell(saved=self.show)

    def build(self) -> View:
        found = places(self.session.pack, self.session.record.events)
        held = {item: widget for widget in reversed(self.session.widgets) for item in widget.holds()}
        sums = counted(found)
        begun = any(shown for place in found for _, shown in place.sentences)
        return {
            "title": self.session.pack.article.title,
            "summary": say("article_map.summary", **{one: sums[one] for one in Finding})
            if begun
            else say("article_map.nothing_yet"),
            "places": [_place(place, held) for place in found],
        }

    def receive(self, message: dict[str, Any]) -> str:
        raise ValueError("the drawing sends nothing")


def _place(place: Place, held: dict[str, Any]) -> View:
    """A block: how it is drawn, what is said of it, and where a click on it leads."""
    where, kind = paragraph(place.block.id), words()["article_map"]["kind"][place.block.kind]
    counts = place.counts
    parts = [say(f"article_map.count.{one}", count=counts[one]) for one in IN_ORDER if counts[one]]
    if place.open:
        parts.append(say("article_map.count.open", count=len(place.open)))
    if not parts:
        seen = any(shown for _, shown in place.sentences)
        parts.append(say("article_map.seen" if seen else "article_map.not_yet"))
    widget, lesson = _leads_to(place, held)
    there = say("article_map.here") if widget else say("article_map.lesson", number=int(lesson)) if lesson else ""
    page = syllabus().lesson(lesson)
    return {
        "where": where,
        "kind": place.block.kind,
        "sentences": [list(one) for one in place.sentences],
        "signs": [one.value for one in IN_ORDER if counts[one]],
        "said": say("article_map.place", where=where, kind=kind, state=", ".join(parts)),
        "leads": there,
        "widget": widget,
        "page": f"{page.notebook}.ipynb" if page and not widget else "",
    }


def _leads_to(place: Place, held: dict[str, Any]) -> tuple[str, str]:
    """The place of a widget on this page that asks about the block, else a lesson that does: first what is open."""
    for questions in (place.open, place.asked):
        for one in questions:
            if one.id in held:
                return held[one.id].place, ""
    lessons = [one.lesson for one in place.open or place.asked]
    return "", min(lessons, default="")
