"""An answer in, an outcome and feedback out. Pure functions of an item and an answer: no saved state, no clock.

What marks numbers is imported where a number is marked: every lesson loads this module, few ask for numbers.
"""

from __future__ import annotations

from dataclasses import replace

from readtwice.marking.answer import Answer, UnreadableAnswer, read_answer
from readtwice.marking.feedback import Case, Feedback, Outcome
from readtwice.pack import Item, Pack
from readtwice.words import say, words

RIGHT = {Case.HIT, Case.RIGHT_ACCEPTANCE, Case.RIGHTLY_HELD_BACK, Case.DISSENT, Case.SORTED}
ABOUT_A_CLAIM = {Case.HIT, Case.RIGHT_ACCEPTANCE, Case.FALSE_ALARM, Case.MISS}
"""Cases whose heading speaks of two sentences, and so reads differently for a single claim."""


def case_of(item: Item, answer: Answer) -> Case:
    """Which case an answer is. Only the verdict decides between hit, miss, false alarm and right acceptance.

    A wrong relation under a right verdict is a near miss, under a clash and under none alike: a full tick would teach
    the wrong reason. A relation that was not given is held against nobody. A number that does not fit makes a right
    verdict a near miss too. A statement is sorted, and so neither hit nor false alarm.
    """
    if item.kind == "statement":
        accepted = item.accept_dissent and answer.verdict == item.accept_dissent.answer
        return Case.SORTED if answer.verdict == item.key else Case.DISSENT if accepted else Case.MISSORTED
    if answer.verdict == item.key:
        if _number_is_off(item, answer):
            return Case.NEAR_MISS
        if item.is_scored and item.relation and answer.relation and answer.relation != item.relation:
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
    if item.computation and not answer.verdict:
        from readtwice.marking.computed import mark_number

        return replace(mark_number(item.computation, answer.number), quotes=item.shown)
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


def _number_is_off(item: Item, answer: Answer) -> bool:
    if item.computation is None or not answer.number:
        return False
    from readtwice.marking.computed import RIGHT as FITTING
    from readtwice.marking.computed import fit_of

    return fit_of(item.computation, answer.number) not in FITTING


def _heading(item: Item, case: Case) -> str:
    if item.kind == "number" and case is Case.NEAR_MISS:
        return say("heading.near_miss_number")
    if case in (Case.RIGHTLY_HELD_BACK, Case.OVERREACH) and item.judged_by != "text":
        return say(f"heading.{case}_box")
    if item.kind == "pair" or case not in ABOUT_A_CLAIM:
        return say(f"heading.{case}")
    return say(f"heading.{case}_{'claim' if item.kind == 'number' else item.kind}")


def _line(item: Item, answer: Answer, case: Case) -> str:
    if case is Case.NEAR_MISS and item.computation:
        from readtwice.marking.computed import mark_number

        return mark_number(item.computation, answer.number).line
    if case is Case.NEAR_MISS:
        chosen, key = (words()["relation"][relation] for relation in (answer.relation, item.relation))
        return say("line.near_miss" if item.is_flawed else "line.near_miss_clean", chosen=chosen, relation=key)
    if case is Case.DISSENT and item.accept_dissent:
        return item.accept_dissent.say
    return item.options[answer.verdict].feedback
