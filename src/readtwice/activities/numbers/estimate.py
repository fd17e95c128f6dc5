"""An estimate made before anything is worked out: read, put beside the answer, never marked."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from math import log10
from typing import Any

from readtwice.marking.numbers import UnreadableNumber, read_number
from readtwice.pack.item import Computation
from readtwice.words import say

OCCASION = "estimate"
"""Under which an estimate is saved, so that it never counts as an answer."""

STEPS = 100
"""A slider has at least so many steps from end to end: fewer would force a number, far more are slow by keyboard."""


FURTHEST = 100
"""The run of guesses is drawn up to so many times the answer, and down to as small a part of it."""


def read_estimate(computation: Computation, text: object) -> Decimal:
    """An estimate as typed or as the slider gives it. Raises UnreadableNumber, with a sentence for the learner."""
    number = read_number(text, computation.unit)
    if number.is_percent and not computation.unit.startswith("percent"):
        raise UnreadableNumber(say("bench.not_percent"))
    if not computation.estimate_low <= number.value <= computation.estimate_high:
        raise UnreadableNumber(say("bench.outside", **ends(computation)))
    return number.value


def as_read(computation: Computation, value: Decimal) -> str:
    """A number in the unit asked for, as a person reads it: `4%`."""
    from readtwice.figures import check  # here, because most lessons compute nothing

    return check.as_read(value, computation.unit)


def ends(computation: Computation) -> dict[str, str]:
    """The ends of the slider, as a person reads them."""
    return {
        "low": as_read(computation, computation.estimate_low),
        "high": as_read(computation, computation.estimate_high),
    }


def step(computation: Computation) -> Decimal:
    """The slider's step: 1, 2 or 5 with a power of ten, as large as STEPS allow."""
    most = (computation.estimate_high - computation.estimate_low) / STEPS
    power = Decimal(1).scaleb(most.adjusted())
    return max(power * size for size in (1, 2, 5) if power * size <= most)


def beside_the_answer(computation: Computation, estimate: Decimal) -> dict[str, Any]:
    """What shows an estimate beside the answer: where both stand on a track from 0 to 100, and the same in words."""
    guess = as_read(computation, estimate)
    return {
        "guess": guess,
        "answer": computation.shown,
        "guess_at": _place(computation, estimate),
        "answer_at": _place(computation, computation.value),
        "text": say("bench.beside", guess=guess, answer=computation.shown, how=how_far(computation, estimate)),
        **ends(computation),
    }


def how_far(computation: Computation, estimate: Decimal) -> str:
    """How far off an estimate is, in a sentence that judges the number and not the person."""
    value = computation.value
    if computation.low <= estimate <= computation.high or as_read(computation, estimate) == computation.shown:
        return say("bench.far.fits")
    size = "big" if estimate > value else "small"
    if estimate * value <= 0:
        return say(f"bench.far.{size}")
    times = max(abs(estimate / value), abs(value / estimate))
    if times < Decimal("1.1"):
        return say("bench.far.close")
    if times < 2:
        return say(f"bench.far.rather_{size}")
    rounded = times.quantize(Decimal(1) if times >= 3 else Decimal("0.1"), ROUND_HALF_UP)
    return say(f"bench.far.times_{size}", times=f"{rounded.normalize():,f}")


def run_of(guesses: Iterable[tuple[Computation, Decimal]]) -> dict[str, Any] | None:
    """How all guesses stood to their answers, on one line with every answer in its middle; None for fewer than two.

    A place is from 0, a hundred times too small or more, over 50, the answer itself, to 100.
    """
    places = [_times_off(computation, guess) for computation, guess in guesses]
    if len(places) < 2:
        return None
    middle = 50 * log10(2) / log10(FURTHEST)  # half or twice the answer is near it
    near = sum(abs(place - 50) < middle for place in places)
    big = sum(place - 50 >= middle for place in places)
    counts = {"count": len(places), "near": near, "big": big, "small": len(places) - near - big}
    return {"places": places, "text": say("bench.run.text", **counts)}


def _times_off(computation: Computation, guess: Decimal) -> float:
    value = computation.value
    if computation.low <= guess <= computation.high or guess == value:
        return 50.0
    if guess * value <= 0:
        return 100.0 if guess > value else 0.0
    off = log10(abs(guess / value)) / log10(FURTHEST)
    return round(50 + 50 * max(-1.0, min(off, 1.0)) * (1 if value > 0 else -1), 1)


def _place(computation: Computation, value: Decimal) -> float:
    low, high = computation.estimate_low, computation.estimate_high
    return float(round((value - low) / (high - low) * 100, 1))
