"""What a notebook calls: the number bench."""

from __future__ import annotations

from readtwice.activities.numbers.widget import NumberBench
from readtwice.pack.item import USES
from readtwice.pack.shuffled import shuffled
from readtwice.page.open import CourseError, session
from readtwice.words import say


def numbers(lesson: str, use: str) -> NumberBench:
    """The number bench: what a lesson and use have of numbers to work out, and of claims among them.

    Shuffled the same way for everyone.
    """
    from readtwice.activities.numbers.widget import NumberBench, fits_bench

    items = [item for item in session().pack.items_for(lesson, use) if fits_bench(item)]
    if not any(item.kind == "number" for item in items):
        raise CourseError(say("error.numbers.no_items", lesson=lesson, use=use, known=", ".join(USES)))
    return NumberBench(session(), shuffled(items))
