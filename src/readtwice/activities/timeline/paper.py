"""On paper: events to order, days to count, and the article's words on time."""

from __future__ import annotations

from datetime import date

from readtwice.activities.timeline.about import ORDER
from readtwice.activities.timeline.mark import day_words, in_one_line, stands_before, weekday_steps, when
from readtwice.activities.timeline.match import statement_match
from readtwice.activities.timeline.part import the_timeline_of, timeline_of
from readtwice.marking.matching import Match
from readtwice.markup import Html, each, joined, listed
from readtwice.pack import Pack
from readtwice.pack.paper import PaperPart
from readtwice.pack.shuffled import shuffled
from readtwice.page.paper.matching import match_answers, match_cards
from readtwice.page.paper.parts import card, rules, table, text
from readtwice.page.paper.printing import Print
from readtwice.words import say, words

KNOWN_DAY = "2025-01-01"
"""A day that learners know, the same as on screen."""


def _dates(pack: Pack, part: PaperPart) -> list[Match]:
    held = the_timeline_of(pack).statements if timeline_of(pack) else ()
    return [statement_match(pack, one) for one in held if not part.of or one.id in part.of]


def order(pack: Pack, part: PaperPart) -> Html:
    """The events of the timeline, out of order, each with room for its place."""
    rows = [[in_one_line(event), ""] for event in shuffled(the_timeline_of(pack).only(part.of))]
    asked = table((say("paper.event"), say("paper.place", count=len(rows))), rows)
    return text(say("order.how"), "lead") + card(ORDER, say("order.name"), asked, "keep")


def order_answers(pack: Pack, part: PaperPart) -> Html:
    """The events in order, with days and sources; those that may stand either way share a place."""
    rows, events = [], sorted(the_timeline_of(pack).only(part.of), key=when)
    for place, event in enumerate(events):
        tied = place and stands_before(event, events[place - 1])
        source = pack.evidence(event.source)
        rows.append(
            ["=" if tied else str(place + 1), event.line, day_words(event.day), source.source_line if source else ""]
        )
    header = (say("paper.place", count=len(rows)), say("paper.event"), say("paper.day"), words()["shelf"]["source"])
    return card(ORDER, say("order.name"), table(header, rows, look="fine"), "reply")


def weekday(pack: Pack, part: PaperPart) -> Html:
    """A day whose weekday is asked, from one that is known: room for the count."""
    steps = joined(rules(say(f"paper.weekday_steps.{step}")) for step in ("days", "weeks", "rest", "so"))
    known = text(say("weekday.known", day=day_words(KNOWN_DAY)))
    asked = (known + text(say("paper.weekday", day=_day(day))) + steps for day in part.of)
    return each('<div class="card">{}</div>', asked)


def weekday_answers(pack: Pack, part: PaperPart) -> Html:
    """The count, step by step."""
    return joined(listed(weekday_steps(KNOWN_DAY, day), "ol") for day in part.of)


def _day(day: str) -> str:
    """A date without its weekday."""
    read = date.fromisoformat(day)
    return say("paper.date", day=read.day, month=words()["weekday"]["months"][read.month - 1], year=read.year)


def dates(pack: Pack, part: PaperPart) -> Html:
    """Words on time as cards with short questions."""
    return match_cards(pack, _dates(pack, part), say("timeline.how"))


def date_answers(pack: Pack, part: PaperPart) -> Html:
    """What we say to each card, why, and on what that rests."""
    return match_answers(_dates(pack, part))


def _has_statements(pack: Pack) -> object:
    held = timeline_of(pack)
    return held and held.statements


def _is_event(pack: Pack, one: str) -> bool:
    held = timeline_of(pack)
    return held is not None and one in {event.id for event in held.events}


def _is_statement(pack: Pack, one: str) -> bool:
    held = timeline_of(pack)
    return held is not None and one in {statement.id for statement in held.statements}


def _is_day(pack: Pack, one: str) -> bool:
    try:
        return bool(date.fromisoformat(one))
    except ValueError:
        return False


PRINTS = {
    "order": Print(order, order_answers, is_there=timeline_of, knows=_is_event),
    "weekday": Print(weekday, weekday_answers, knows=_is_day, whole=False),
    "dates": Print(dates, date_answers, is_there=_has_statements, knows=_is_statement),
}
