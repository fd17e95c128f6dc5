"""One amount for two stretches of time: `$52,000 a year, or $1,000 a week`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readtwice.reading.arithmetic.window import ENDS, SET_OFF, Checks, Window, judged, made, shown_like
from readtwice.reading.relation import Relation

_TWO_RATES = re.compile(rf"(?P<a><[CM]\d+>)(?: [\w’'-]+){{0,4}}{SET_OFF}(?:just |only )?(?P<b><[CM]\d+>){ENDS}", re.I)

_OF_A_CHANGE = re.compile(r"\b(?:to|from|than|by|rise|increase|saving|cut) (?:of )?(?:just |only |about )?$", re.I)

_AT_TIMES = re.compile(
    r"\b(?:season|spring|summer|autumn|winter|term|harvest|holidays?|peak|when|while|during)\b", re.I
)

_GO_INTO = {
    ("year", "month"): (12.0, 10.0, 12.0),
    ("year", "quarter"): (4.0, 4.0, 4.0),
    ("year", "week"): (52.0, 46.0, 53.0),
    ("year", "day"): (365.0, 180.0, 366.0),
    ("month", "week"): (52 / 12, 4.0, 4.5),
    ("month", "day"): (30.4, 20.0, 31.0),
    ("week", "day"): (7.0, 4.0, 7.0),
    ("day", "hour"): (24.0, 6.0, 24.0),
    ("hour", "minute"): (60.0, 60.0, 60.0),
    ("minute", "second"): (60.0, 60.0, 60.0),
}
"""How often the shorter time goes into the longer one by the calendar, and the least and most that working days,
opening hours or a school year can make of it."""


def _two_rates(window: Window) -> Iterator[Relation]:
    for found, numbers in window.found(_TWO_RATES, "a", "b"):
        if _OF_A_CHANGE.search(window.text[: found.start()]):
            continue  # `from $900 to $950 a month, or $600 a year`
        for long, short in (numbers, numbers[::-1]):
            times = _GO_INTO.get((long.quantity.period or "", short.quantity.period or ""))
            kinds = {(one.quantity.kind, one.quantity.currency) for one in numbers}
            if not times or len(kinds) > 1 or min(one.value for one in numbers) <= 0:
                continue
            usual, least, most = times
            claim, other = numbers[1], numbers[0]
            gives, low, high = (
                (long.value / usual, long.value / most, long.value / least)
                if claim is short
                else (short.value * usual, short.value * least, short.value * most)
            )
            near = other.near[0] / other.value, other.near[1] / other.value
            far = 0.95 * low, 1.05 * high
            outcome = judged(claim, gives * near[0], gives * near[1], far=far)
            if outcome == "does_not_fit" and _AT_TIMES.search(found[0]):
                outcome = "your_turn"
            working = f"{other.shown} {'÷' if claim is short else '×'} {usual:.4g}"
            yield made(window, "each", outcome, claim, (other,), working, shown_like(claim, gives))


CHECKS: Checks = ((_two_rates, ""),)
