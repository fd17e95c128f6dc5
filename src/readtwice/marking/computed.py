"""A number that a learner worked out for a number item: does it fit, and if not, which slip led to it?"""

from __future__ import annotations

from decimal import Decimal

from readtwice.marking.feedback import Case, Feedback, Outcome
from readtwice.marking.numbers import Fit, Range, TypedNumber, fit, read_number
from readtwice.pack.item import Computation, NumberSlip
from readtwice.words import say

RIGHT = {Fit.FITS, Fit.FITS_AS_PERCENT, Fit.FITS_AS_FRACTION}
SLIP_TOLERANCE = Decimal("0.02")
"""How far a number may lie from what a slip leads to, as a part of that: learners round."""


def fit_of(computation: Computation, typed: str) -> Fit:
    """How a typed number stands to what was asked for. Raises UnreadableNumber."""
    return fit(read_number(typed, computation.unit), _range(computation, computation.low, computation.high))


def mark_number(computation: Computation, typed: str) -> Feedback:
    """Feedback to a number alone: right, a known slip, a general one, or too big or small. Raises UnreadableNumber."""
    number = read_number(typed, computation.unit)
    found = fit_of(computation, typed)
    if found in RIGHT:
        line = say(f"number.{found}", got=typed, shown=computation.shown, value=_plain(number, found))
        next_step = say("number.then")
        return Feedback(Outcome.RIGHT, Case.VALUE_RIGHT, say("heading.number_right"), line, next_step=next_step)
    if (slip := _slip_behind(computation, number)) is not None:
        line = say("number.one_slip", got=typed, slip=slip.feedback)
        heading = say("heading.number_slip")
        return Feedback(Outcome.NOT_YET, Case.VALUE_SLIP, heading, line, misconception=slip.misconception)
    is_slip = found not in (Fit.TOO_SMALL, Fit.TOO_BIG, Fit.NEARLY)
    case, heading = (Case.VALUE_SLIP, "number_slip") if is_slip else (Case.VALUE_OFF, "value_off")
    return Feedback(Outcome.NOT_YET, case, say(f"heading.{heading}"), say(f"number.{found}", got=typed))


def _slip_behind(computation: Computation, number: TypedNumber) -> NumberSlip | None:
    """The slip whose number lies nearest, within the tolerance; none where the right answer lies as near."""
    bare = computation.unit.startswith("percent") and not number.is_percent
    readings = (number.value, number.value * 100) if bare else (number.value,)

    def away(low: Decimal, high: Decimal) -> Decimal:
        return min(max(low - one, one - high, Decimal(0)) for one in readings)

    known = []
    for place, slip in enumerate(computation.slips):
        near = abs(slip.value) * SLIP_TOLERANCE
        if fit(number, _range(computation, slip.value - near, slip.value + near)) in RIGHT:
            known.append((away(slip.value, slip.value), place, slip))
    if not known or min(known)[0] >= away(computation.low, computation.high):
        return None
    return min(known)[-1]


def _range(computation: Computation, low: Decimal, high: Decimal) -> Range:
    return Range(low, high, is_percent=computation.unit.startswith("percent"))


def _plain(number: TypedNumber, found: Fit) -> str:
    value = number.value * 100 if found is Fit.FITS_AS_FRACTION else number.value
    return f"{value.normalize():f}"
