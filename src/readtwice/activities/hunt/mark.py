"""The partner of a sentence: which item of the key is that, if any?"""

from __future__ import annotations

from readtwice.marking.feedback import Case, Feedback, Outcome
from readtwice.marking.marking import source_lines
from readtwice.pack import Item, Pack
from readtwice.words import say


def items_on(pack: Pack, sentence: str, other: str) -> tuple[Item, ...]:
    """The pair items whose two sides hold these two sentences, in either order."""
    return tuple(item for item in pack.items if item.kind == "pair" and _sides_hold(item, sentence, other))


def own_finding() -> Feedback:
    """What is said to a finding that the key does not hold."""
    return Feedback(None, Case.OWN_FINDING, say("heading.own_finding"), say("line.own_finding"))


def partners(pack: Pack, sentence: str, within: tuple[str, ...]) -> dict[str, Item]:
    """Each sentence of `within` that the key holds to clash with this one, and the item that says so."""
    found: dict[str, Item] = {}
    for other in within:
        clashes = [item for item in items_on(pack, sentence, other) if item.is_flawed]
        if other != sentence and clashes:
            # Several items may hold the two: the one that shows just these sentences explains them best.
            found[other] = max(clashes, key=lambda item: {sentence, other} == {q.sentence for q in item.shown})
    return found


def mark_hunt(pack: Pack, sentence: str, within: tuple[str, ...], choice: str | None) -> Feedback:
    """Mark the partner that a learner chose for a sentence; `none` says that there is none, None is not tried.

    Unscored: a sentence outside the key is kept as the learner's own. Raises ValueError for a choice not in `within`.
    """
    expected = partners(pack, sentence, within)
    if choice is None:
        return Feedback(Outcome.NOT_TRIED, Case.NOT_TRIED, say("heading.not_tried"), say("hunt.choose_first"))
    if choice == "none":
        if expected:
            return Feedback(
                Outcome.NOT_YET, Case.PARTNER_EXISTS, say("heading.partner_exists"), say("line.partner_exists")
            )
        return Feedback(Outcome.RIGHT, Case.NO_PARTNER, say("heading.no_partner"), say("line.no_partner"))
    if choice not in within:
        raise ValueError(f"{choice!r} is not one of the sentences to choose from")
    if choice in expected:
        item = expected[choice]
        return Feedback(
            Outcome.RIGHT,
            Case.FOUND,
            say("heading.found"),
            item.options[item.key].feedback,
            item.explanation,
            item.shown,
            item.why,
            source_lines(item, pack),
            item.as_of,
            item.next_step,
        )
    tempting = [item for item in items_on(pack, sentence, choice) if not item.is_flawed]
    if tempting:
        item = tempting[0]
        case = Case.DISTRACTOR if item.is_clean else Case.OVERREACH
        line = item.options["clash"].feedback
        return Feedback(Outcome.NOT_YET, case, say(f"heading.{case}"), line, item.explanation, item.shown, item.why)
    return own_finding()


def _sides_hold(item: Item, sentence: str, other: str) -> bool:
    first, second = ({quote.sentence for quote in side} for side in item.sides)
    return (sentence in first and other in second) or (other in first and sentence in second)
