"""One answer out of those that are offered, marked with why it holds."""

from __future__ import annotations

from collections.abc import Mapping

from readtwice.marking.answer import shown
from readtwice.marking.feedback import Case, Feedback, Outcome
from readtwice.words import say


def mark_choice(said: object, key: str, choices: Mapping[str, str], why: str) -> Feedback:
    """Mark an answer by its code. None is *not tried*; what is not offered *cannot be marked*.

    `choices` has what is offered, by its code, as it is called in front of a learner.
    """
    if said is None:
        return Feedback(Outcome.NOT_TRIED, Case.NOT_TRIED, say("heading.not_tried"), say("code.not_tried"))
    if not isinstance(said, str) or said not in choices:
        line = say("results.expected", known=", ".join(choices), got=shown(said))
        return Feedback(Outcome.CANNOT_BE_MARKED, Case.CANNOT_BE_MARKED, say("heading.cannot_be_marked"), line)
    if said == key:
        return Feedback(Outcome.RIGHT, Case.MATCHED, say("heading.matched"), why)
    line = say("results.we_say", verdict=choices[key].rstrip("."))
    return Feedback(Outcome.NOT_YET, Case.MISMATCHED, say("heading.mismatched"), line, explanation=why)
