"""An answer in, an outcome and feedback out. Pure functions of an item and an answer: no saved state, no clock."""

from __future__ import annotations

from readtwice.marking.answer import Answer, UnreadableAnswer, read_answer
from readtwice.marking.feedback import Case, Feedback, Outcome
from readtwice.pack import Item, Pack
from readtwice.words import say, words

RIGHT = {Case.HIT, Case.RIGHT_ACCEPTANCE, Case.RIGHTLY_HELD_BACK, Case.DISSENT, Case.FOUND, Case.NO_PARTNER}
ABOUT_A_CLAIM = {Case.HIT, Case.RIGHT_ACCEPTANCE, Case.FALSE_ALARM, Case.MISS}
"""Cases whose heading speaks of two sentences, and so reads differently for a single claim."""


def case_of(item: Item, answer: Answer) -> Case:
    """Which case an answer is. Only the verdict decides between hit, miss, false alarm and right acceptance.

    A wrong relation under a rightly caught clash is a near miss. Why two sentences can both stand often has more than
    one fair answer, so it is never held against a right acceptance; nor is a relation that was not given.
    """
    if answer.verdict == item.key:
        if item.is_flawed and answer.relation and answer.relation != item.relation:
            return Case.NEAR_MISS
        return Case.HIT if item.is_flawed else Case.RIGHT_ACCEPTANCE if item.is_clean else Case.RIGHTLY_HELD_BACK
    if item.accept_dissent and answer.verdict == item.accept_dissent.answer:
        return Case.DISSENT
    if not item.is_scored:
        return Case.OVERREACH
    if answer.verdict == "undetermined":
        return Case.HELD_BACK
    return Case.MISS if item.is_flawed else Case.FALSE_ALARM


def mark(item: Item, value: object, pack: Pack | None = None) -> Feedback:
    """Mark an answer as typed or clicked. None is *not tried*; what cannot be read is *cannot be marked*.

    The pack, where given, lets feedback name the sources behind the key.
    """
    if value is None:
        return Feedback(
            Outcome.NOT_TRIED, Case.NOT_TRIED, say("heading.not_tried"), say("line.not_tried"), next_step=item.prompt
        )
    try:
        answer = read_answer(item, value)
    except UnreadableAnswer as error:
        return Feedback(Outcome.CANNOT_BE_MARKED, Case.CANNOT_BE_MARKED, say("heading.cannot_be_marked"), str(error))
    case = case_of(item, answer)
    return Feedback(
        outcome=Outcome.RIGHT if case in RIGHT else Outcome.NOT_YET,
        case=case,
        heading=_heading(item, case),
        line=_line(item, answer, case),
        explanation=item.explanation,
        quotes=item.shown,
        why=item.why,
        sources=source_lines(item, pack),
        as_of=item.as_of,
        next_step=item.next_step,
        misconception=item.options[answer.verdict].misconception,
    )


def source_lines(item: Item, pack: Pack | None) -> tuple[str, ...]:
    """One line for each source behind an item, in the order in which the item names them."""
    found = [pack.evidence(evidence) for evidence in item.evidence] if pack else []
    return tuple(one.source_line for one in found if one is not None)


def _heading(item: Item, case: Case) -> str:
    return say(f"heading.{case}_claim" if item.kind == "claim" and case in ABOUT_A_CLAIM else f"heading.{case}")


def _line(item: Item, answer: Answer, case: Case) -> str:
    if case is Case.NEAR_MISS:
        chosen, key = (words()["relation"][relation] for relation in (answer.relation, item.relation))
        return say("line.near_miss", chosen=chosen, relation=key)
    if case is Case.DISSENT and item.accept_dissent:
        return item.accept_dissent.say
    return item.options[answer.verdict].feedback
