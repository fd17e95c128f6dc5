"""What a notebook calls: events in order, and the article's words on time beside them."""

from __future__ import annotations

from readtwice.activities.timeline.match import statement_match
from readtwice.activities.timeline.part import Timeline, timeline_of
from readtwice.activities.timeline.widget import Order
from readtwice.marking import Case, Feedback, Outcome
from readtwice.markup import listed
from readtwice.page.matching import Matching, MatchQuestion, matching, refuse_unknown
from readtwice.page.open import CourseError, session
from readtwice.page.reply import Reply, reply
from readtwice.page.views import page_html
from readtwice.words import say


def timeline(*events: str) -> Order:
    """The events of the record, to put in order: all, or the named ones. Raises CourseError for an unknown one."""
    from readtwice.activities.timeline.widget import Order

    data = _timeline()
    refuse_unknown(events, [one.id for one in data.events], "event")
    return Order(session(), data.only(events))


def order(*events: str) -> Reply:
    """The same in code: the ids of all events, earliest first. Raises CourseError for an unknown or missing one."""
    from readtwice.activities.timeline.about import ORDER
    from readtwice.activities.timeline.mark import mark_order
    from readtwice.activities.timeline.widget import order_line

    known = {event.id: event for event in _timeline().events}
    refuse_unknown(events, list(known), "event")
    if sorted(events) != sorted(known):
        raise CourseError(say("error.timeline.order_names_once", known=", ".join(known)))
    session().save(ORDER, list(events))
    line = order_line(known, events)
    right = mark_order([known[one] for one in events]).first_wrong is None
    if right:
        return reply(Feedback(Outcome.RIGHT, Case.MATCHED, say("heading.matched"), line))
    return reply(Feedback(Outcome.NOT_YET, Case.MISMATCHED, say("heading.mismatched"), line))


def place(*statements: str) -> Matching:
    """The article's words on time: do they fit the record, and by what does that show? All, or the named ones."""
    data, pack = _timeline(), session().pack
    refuse_unknown(statements, [one.id for one in data.statements], "statement")
    found = [one for one in data.statements if not statements or one.id in statements]
    return matching("timeline", [statement_match(pack, one) for one in found])


def statement(statement_id: str) -> MatchQuestion:
    """One statement on time in code. Raises CourseError for an unknown id."""
    data = _timeline()
    refuse_unknown((statement_id,), [one.id for one in data.statements], "statement")
    return MatchQuestion(statement_match(session().pack, data.statement(statement_id)))


def weekday(day: str, known: str = "2025-01-01") -> Reply:
    """The weekday of a date, step by step from a day that you know. Raises CourseError for what is no date."""
    from readtwice.activities.timeline.mark import weekday_steps

    try:
        steps = weekday_steps(known, day)
    except ValueError:
        raise CourseError(say("error.timeline.not_dates", day=day, known=known)) from None
    return Reply("\n".join(steps), page_html(listed(steps, "ol")))


def _timeline() -> Timeline:
    found = timeline_of(session().pack)
    if found is None:
        raise CourseError(say("error.timeline.none"))
    return found
