"""Whose word, whose date, and what changed on the way: cards to click, and the same in code.

course.voices("b04", "b06")          # who speaks, on what occasion, report or opinion or forecast
course.who_speaks("b10")             # the paragraph by speaker
course.timeline()                    # put events in order
course.place()                       # the article's words on time beside the record
course.drift("borders", "troops")    # a source beside the article's version
course.voice("b04-own-defense").check(speaker="hegseth", occasion="press-conference", kind="report")
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from readtwice.course.answers import Reply, reply
from readtwice.course.open import CourseError, session
from readtwice.marking import Case, Feedback, Outcome
from readtwice.marking.matching import (
    Match,
    drift_match,
    key_line,
    statement_match,
    voice_match,
)
from readtwice.widgets import page_html
from readtwice.words import say

if TYPE_CHECKING:
    from readtwice.pack.drift import Drifts
    from readtwice.pack.timeline import Timeline
    from readtwice.pack.voices import Voices
    from readtwice.widgets.matching import Matching
    from readtwice.widgets.order import Order


class MatchQuestion:
    """One card in code: `check`, `solution`."""

    def __init__(self, match: Match) -> None:
        self._match = match

    def check(self, answer: object = None, **parts: str) -> Reply:
        """Mark an answer to all questions of the card, as a dictionary or by their names, and save it."""
        from readtwice.widgets.matching import answer_match

        return reply(answer_match(session(), self._match, parts or answer))

    def solution(self) -> Reply:
        """The fair answers and why."""
        line = say("matching.we_say", answers=key_line(self._match))
        return Reply(f"{line} {self._match.why}", page_html(f"<p>{escape(line)} {escape(self._match.why)}</p>"))

    def __repr__(self) -> str:
        return f"“{self._match.quote.text}” ({', '.join(part.name for part in self._match.parts)})"


def voices(*blocks: str) -> Matching:
    """The speaker matcher for some paragraphs, or for all. Raises CourseError where a paragraph has none."""
    data, pack = open_voices(), session().pack
    known = list(dict.fromkeys(voice.quote.block for voice in data.quotes))
    from readtwice.widgets.views import paragraph

    _all_known(blocks, known, "block")
    found = data.within(blocks or tuple(known))
    return _matching(
        "voices", [voice_match(pack, voice) for voice in found], ", ".join(paragraph(block) for block in blocks)
    )


def voice(voice_id: str) -> MatchQuestion:
    """One stretch of words in code. Raises CourseError for an unknown id."""
    data = open_voices()
    _all_known((voice_id,), [one.id for one in data.quotes], "voice")
    return MatchQuestion(voice_match(session().pack, data.voice(voice_id)))


def timeline() -> Order:
    """The events of the record, to put in order."""
    from readtwice.widgets.order import Order

    return Order(session(), _timeline().events)


def order(*events: str) -> Reply:
    """The same in code: the ids of all events, earliest first. Raises CourseError for an unknown or missing one."""
    from readtwice.marking.ordering import ORDER, mark_order
    from readtwice.widgets.order import order_line

    known = {event.id: event for event in _timeline().events}
    _all_known(events, list(known), "event")
    if sorted(events) != sorted(known):
        raise CourseError(f"An order names each event once. There are: {', '.join(known)}.")
    session().save(ORDER, list(events))
    line = order_line(known, events)
    right = mark_order([known[one] for one in events]).first_wrong is None
    if right:
        return reply(Feedback(Outcome.RIGHT, Case.MATCHED, say("heading.matched"), line))
    return reply(Feedback(Outcome.NOT_YET, Case.MISMATCHED, say("heading.mismatched"), line))


def place(*statements: str) -> Matching:
    """The article's words on time: do they fit the record, and by what does that show? All, or the named ones."""
    data, pack = _timeline(), session().pack
    _all_known(statements, [one.id for one in data.statements], "statement")
    found = [one for one in data.statements if not statements or one.id in statements]
    return _matching("timeline", [statement_match(pack, one) for one in found])


def statement(statement_id: str) -> MatchQuestion:
    """One statement on time in code. Raises CourseError for an unknown id."""
    data = _timeline()
    _all_known((statement_id,), [one.id for one in data.statements], "statement")
    return MatchQuestion(statement_match(session().pack, data.statement(statement_id)))


def weekday(day: str, known: str = "2025-01-01") -> Reply:
    """The weekday of a date, step by step from a day that you know. Raises CourseError for what is no date."""
    from readtwice.marking.ordering import weekday_steps

    try:
        steps = weekday_steps(known, day)
    except ValueError:
        raise CourseError(f"{day!r} and {known!r} have to be dates, written like 2025-02-12.") from None
    return Reply("\n".join(steps), page_html(f"<ol>{''.join(f'<li>{escape(step)}</li>' for step in steps)}</ol>"))


def drift(*rows: str) -> Matching:
    """A source beside the article's version: what changed? All rows, or the named ones."""
    data, pack = _drifts(), session().pack
    _all_known(rows, [one.id for one in data.rows], "row")
    found = [one for one in data.rows if not rows or one.id in rows]
    return _matching("drift", [drift_match(pack, one) for one in found], str(len(rows) or ""))


def drifted(row_id: str) -> MatchQuestion:
    """One row of drift in code. Raises CourseError for an unknown id."""
    data = _drifts()
    _all_known((row_id,), [one.id for one in data.rows], "row")
    return MatchQuestion(drift_match(session().pack, next(one for one in data.rows if one.id == row_id)))


def _matching(name: str, cards: Sequence[Match], more: str = "") -> Matching:
    from readtwice.widgets.matching import Matching

    title = say(f"{name}.title", more=more) if more else say(f"{name}.title_all")
    return Matching(session(), title, say(f"{name}.how"), cards)


def _all_known(named: Sequence[str], known: Sequence[str], what: str) -> None:
    for one in named:
        if one not in known:
            raise CourseError(f"There is no {what} {one!r} here. There are: {', '.join(known)}.")


def open_voices() -> Voices:
    """Who speaks in the open pack. Raises CourseError where that has not been worked out."""
    found = session().pack.voices
    if found is None:
        raise CourseError("Who speaks in this article has not been worked out: its pack has no voices.yaml.")
    return found


def _timeline() -> Timeline:
    found = session().pack.timeline
    if found is None:
        raise CourseError("This article has no timeline: its pack has no timeline.yaml.")
    return found


def _drifts() -> Drifts:
    found = session().pack.drifts
    if found is None:
        raise CourseError("This article has not been set beside its sources: its pack has no drifts.yaml.")
    return found
