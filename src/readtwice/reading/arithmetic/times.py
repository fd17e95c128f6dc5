"""Days, spans, ages, hours and weekdays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from readtwice.article import Article
from readtwice.reading.arithmetic.window import CLOSED, Checks, Window, made
from readtwice.reading.quantities import Quantity, quantities_of
from readtwice.reading.relation import Outcome, Relation, as_plain

_SPAN = re.compile(
    r"\b(?:from|between|in|on) (?P<a><[YD]\d+>)[^<>.;]{0,60}?(?:to|until|till|and|–|-)"
    r"[^<>.;]{0,40}?(?P<b><[YD]\d+>)(?P<gap>[^<>.;]{0,45}?)"
    r"(?:\b(?P<how>for|after|lasting|lasted|over|all|within|those|these|a total of|in all|took|period of) (?:t"
    r"he |all |these |those |just |only |exactly |full )*|(?<=>), )(?P<n><C\d+>)(?P<tail>[^<>]{0,12})",
    re.I,
)
_LIFE = re.compile(
    r"\bborn\b[^<>.;]{0,30}(?P<a><[YD]\d+>)(?P<gap>[^<>]{0,90}?)\bdied\b[^<>.;]{0,40}(?P<b><[YD]\d+>)"
    r"[^<>.;]{0,25}?\b(?:aged|at the age of|at age)\s(?P<n><C\d+>)",
    re.I,
)


_SOMETHING_ELSE = (
    re.compile(r"\b(?:and|then|but|who|with|while|before)\b", re.I),
    re.compile(
        r"\b(?:sons?|daughters?|wife|husband|brothers?|sisters?|father|mother|widow|widower|partner|friend|child|twin|"
        r"uncle|aunt|cousin|teacher|dog|cat)\b",
        re.I,
    ),
)
_TWICE = re.compile(r",? and (?:again |then |later |in [\w’'-]+ )*(?:in|on|from) ")
_ENDED = re.compile(r"\s*(?:years?|months?|weeks?|days?)?\s*(?:[.,;:)–—]|$)", re.I)


def _span(window: Window) -> Iterator[Relation]:
    for pattern in (_SPAN, _LIFE):
        for found, (a, b, n) in window.found(pattern, "a", "b", "n"):
            if n.quantity.hedge or re.match(r"\s*(?:old|ago|earlier|later)", found.groupdict().get("tail") or ""):
                continue
            if _SOMETHING_ELSE[pattern is _LIFE].search(found["gap"]):
                continue
            if pattern is _SPAN and _TWICE.fullmatch(window.text[found.end("a") : found.start("b")]):
                continue  # `in 2001 and in 2010 for four years`
            how = (found.groupdict().get("how") or "after").lower()
            if pattern is _SPAN and how == "after" and not _ENDED.match(found["tail"]):
                continue  # `after 20 years in the army`
            unit = "years" if pattern is _LIFE else (n.quantity.unit or "")
            counted = _between(a.quantity, b.quantity, unit)
            if counted is None:
                continue
            low, high = counted
            if pattern is _LIFE and a.quantity.kind == b.quantity.kind == "year":
                low, high = low - 1, low
            if low - 1e-6 <= n.value <= high + 1e-6:
                outcome: Outcome = "fits"
            else:
                is_near = low - 1 <= n.value <= (low if unit.startswith("year") else high + 1)
                # From the end of 2010 to the start of 2015 it is four years.
                outcome = "your_turn" if is_near and pattern is _SPAN else "does_not_fit"
            is_bare = (
                found.groupdict().get("how")
                and not found["gap"].strip(" ,")
                and _ENDED.match(window.text[found.end("n") :])
            )
            if pattern is _SPAN and outcome == "does_not_fit" and n.value < low and not is_bare:
                continue  # `from 2010 to 2020 it was shut for 3 years`: part of the time
            shown = as_plain(low) if low == high else f"{as_plain(low)}–{as_plain(high)}"
            yield made(window, "span", outcome, n, (a, b), f"{b.shown} − {a.shown}", shown)


def _between(a: Quantity, b: Quantity, unit: str) -> tuple[float, float] | None:
    """How many units lie between two years or dates, without and with the last one; None where that is not clear."""
    if unit.rstrip("s") == "year" and re.fullmatch(r"\d{4}", a.value) and re.fullmatch(r"\d{4}", b.value):
        years = int(b.value) - int(a.value)
        return (years, years + 1) if years >= 0 else None
    first, last = _day(a.value), _day(b.value)
    if first is None or last is None:
        return None
    if last < first and a.value.startswith("--"):
        last = last.replace(year=last.year + 1)
    days = (last - first).days
    if days < 0:
        return None
    if unit.rstrip("s") == "day":
        return days, days + 1
    if unit.rstrip("s") == "week":
        return days / 7 - 0.5, days / 7 + 0.6
    if unit.rstrip("s") == "month":
        months = (last.year - first.year) * 12 + last.month - first.month + (last.day - first.day) / 30.4
        return round(months - 0.3), round(months + 0.3)
    if unit.rstrip("s") == "year" and not a.value.startswith("--"):
        years = last.year - first.year - ((last.month, last.day) < (first.month, first.day))
        return years, years + (1 if days % 365 > 330 else 0)
    return None


def _day(value: str) -> date | None:
    if re.fullmatch(r"--\d\d-\d\d", value):
        value = f"2001{value[1:]}"
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


_CLOCK = r"(?P<{0}>[0-2]?\d):(?P<{0}_min>[0-5]\d)(?! ?[ap]\.?m)"
_HOURS = re.compile(
    rf"\b(?:from|at) {_CLOCK.format('a')}(?P<between>[^\d.;]{{0,40}}?)\b(?:to|until|till|at) {_CLOCK.format('b')}"
    r"(?:,|\(|–|—) ?(?P<how>(?:or|for|after|that is|lasting|all of|a total of),? )?",
    re.I,
)
_ONE_MEETING = re.compile(r"\b(?:lasted|lasting|took|ended|ends|closed|went on|met)\b|, after $", re.I)
_MANY_DAYS = re.compile(r"\b(?:daily|day|days|week|each|every|weekdays|\w+days?|arriv\w+|land\w*|local)\b|:\d\d", re.I)


def hours(article: Article) -> Iterator[Relation]:
    """`It lasted from 19:00 to 21:30, two and a half hours`: a pause may make it less, and nothing makes it more."""
    sentences = iter(article.sentences)
    sentence = next(sentences, None)
    numbers = {one.start: one for one in quantities_of(article.text)}
    for found in _HOURS.finditer(article.text):
        claim = numbers.get(found.end())
        if not claim or claim.kind != "count" or claim.period or claim.value_to or claim.hedge:
            continue
        while sentence and sentence.end <= found.start():
            sentence = next(sentences, None)
        start, end = (60 * int(found[one]) + int(found[f"{one}_min"]) for one in "ab")
        rest = re.match(r"\s(?:hours|minutes)", article.text[claim.end : claim.end + 9])
        if not sentence or not rest or end <= start:
            continue
        gives = (end - start) / (60 if claim.unit == "hours" else 1)
        more = float(claim.value) / gives
        others = article.text[max(sentence.start, found.start() - 150) : found.start()] + found["between"]
        is_sure = _ONE_MEETING.search(f"{others}, {found['how'] or ''}") and not _MANY_DAYS.search(others)
        is_closed = CLOSED.match(article.text[claim.end + rest.end() :][:9])
        outcome: Outcome = "fits" if 0.98 < more < 1.02 else "does_not_fit" if more >= 1.2 else "your_turn"
        if outcome == "does_not_fit" and not (is_sure and is_closed):
            outcome = "your_turn"
        clock = [(found.start(one), found.end(f"{one}_min")) for one in "ab"]
        first, last = (article.text[slice(*place)] for place in clock)
        places = ((claim.start, claim.end), *clock)
        shown = as_plain(gives)
        yield Relation("span", outcome, sentence.id, places, f"{last} − {first} = {shown}", claim.text, shown)


_WEEKDAY = re.compile(r"(?P<w><W\d+>),? (?:the )?(?P<d><D\d+>)", re.I)


def _weekday(window: Window) -> Iterator[Relation]:
    for found in _WEEKDAY.finditer(window.text):
        day, on = window.number(found["w"]), window.number(found["d"])
        when = _day(on.quantity.value) if not on.quantity.value.startswith("--") else None
        if when is None or when.year < 1800 or re.search(r"\bJulian\b|\bold style\b", window.text, re.I):
            continue
        outcome: Outcome = "fits" if when.isoweekday() == int(day.value) else "does_not_fit"
        gives = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[when.weekday()]
        yield made(window, "weekday", outcome, day, (on,), when.isoformat(), gives)


CHECKS: Checks = (
    (_span, "C"),
    (_weekday, "WD"),
)
