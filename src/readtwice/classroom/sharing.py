"""The report for outside the classroom: nothing in it counts fewer than ten learners, or lets one work that out.

Everything rests on one set of learners, or a difference of two tables would tell what the others did. Of cells that
add up to something known, all are hidden where one must be; of cards that add up to a hidden or a shown total, one is
never hidden alone. A zero is hidden too: it tells what everybody answered. Nothing names a file, a learner or an hour.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from readtwice.classroom.class_report import by_measure, by_occasion_of, first_and_last_day, in_order, measure
from readtwice.classroom.collect import Collected
from readtwice.classroom.first_answers import FirstAnswer, first_answers
from readtwice.classroom.form_sets import matched_in, sets_of
from readtwice.classroom.report_figures import (
    Card,
    ClassReport,
    Measure,
    Misconception,
    OnOccasion,
    Reason,
    SureLevel,
    Tally,
)
from readtwice.pack import Pack
from readtwice.statistics.sharing import ENOUGH_TO_SHARE, check_shareable

HIDDEN = Tally(None, None)

CELLS = (
    ("kept", "not_kept", ("false_alarms", "sound_held_back")),
    ("caught", "not_caught", ("misses", "flawed_held_back")),
    ("rightly_held_back", "overreached", ()),
)
"""What was right, all the rest, and the parts of the rest."""


def shared_report(collected: Collected, packs: Mapping[str, Pack]) -> ClassReport:
    """The class report in a form that may be shared. Raises TooFewToShare for fewer than ten learners."""
    answers = first_answers(collected, packs)
    check_shareable(len({one.learner for one in answers}))
    found, counted = [], list[FirstAnswer]()
    for mine, used in by_measure(answers, packs):
        if base := _base(mine, used):
            found.append(_hide(measure(base, used)))
            counted += base
    first_day, last_day = first_and_last_day(counted)
    measures = in_order(found)
    return ClassReport(
        learners=measures[0].learners or 0 if measures else 0,
        measures=measures,
        rejected=(),
        how_counted=(),
        first_day=first_day,
        last_day=last_day,
        is_shared=True,
    )


def _base(answers: Sequence[FirstAnswer], packs: Mapping[str, Pack]) -> list[FirstAnswer]:
    """The answers that all tables rest on: of those who did both, or else of every occasion with enough learners."""
    by_occasion = by_occasion_of(answers)
    matched = matched_in(sets_of(by_occasion, packs))
    if len(matched) >= ENOUGH_TO_SHARE:
        return [one for one in answers if one.learner in matched and one.occasion in ("before", "after")]
    return [
        one for mine in by_occasion.values() if len({one.learner for one in mine}) >= ENOUGH_TO_SHARE for one in mine
    ]


def _hide(full: Measure) -> Measure:
    cards = _cards(full.cards)
    seen = {(card.pack, card.item.id) for card in cards if card.figures}
    occasions = tuple(_occasion(one) for one in full.occasions)
    of = full.now.learners or 0
    return replace(
        full,
        is_shared=True,
        sets=(),
        now=_occasion(full.now),
        occasions=occasions,
        matched=full.matched if full.matched == full.learners else None,
        only_before=None,
        only_after=None,
        unfinished=None,
        change=full.change if all(one.d_prime and one.auc for one in occasions) else None,
        again=tuple(replace(one, learners=_of_all(one.learners, of)) for one in full.again if _is_enough(one.learners)),
        cards=cards,
        reliability=tuple(
            one
            for one in full.reliability
            if one.figures.learners >= ENOUGH_TO_SHARE and all((one.pack, item) in seen for item in one.items)
        ),
        misconceptions=tuple(_misconceptions(full.misconceptions, of)),
    )


def _is_enough(learners: int | None) -> bool:
    return learners is not None and learners >= ENOUGH_TO_SHARE


def _of_all(some: int | None, of: int) -> int | None:
    """How many of all; hidden where the others are too few."""
    return some if some is not None and of - some >= ENOUGH_TO_SHARE else None


def _are_shown(cells: Iterable[Tally]) -> bool:
    """Whether each of some cells that add up counts enough learners. None of them where there is nothing to count."""
    cells = tuple(cells)
    return all(_is_enough(cell.learners) for cell in cells) or not any(cell.answers for cell in cells)


def _occasion(on: OnOccasion) -> OnOccasion:
    """What is right may show beside all the rest together, where the parts of the rest count too few."""
    hidden: set[str] = set()
    for right, rest, parts in CELLS:
        if not _are_shown(getattr(on, name) for name in (right, *(parts or (rest,)))):
            hidden |= {right, rest, *parts} if not _are_shown((getattr(on, right), getattr(on, rest))) else {*parts}
    on = replace(on, **dict.fromkeys(hidden, HIDDEN))  # type: ignore[arg-type]
    if not hidden:
        return replace(on, levels=tuple(_levels(on.levels)))
    return replace(on, d_prime=None, criterion=None, auc=None if hidden & {"kept", "caught"} else on.auc, levels=())


def _levels(levels: Iterable[SureLevel]) -> Iterable[SureLevel]:
    levels = tuple(levels)
    return levels if _are_shown(cell for one in levels for cell in (one.right, one.wrong)) else ()


def _cards(cards: Iterable[Card]) -> tuple[Card, ...]:
    """Each card with what may be shown of it. Among those that add up, no card is hidden alone."""
    cards = tuple(cards)
    hidden = {_name(card) for card in cards if not _may_show(card)}
    by_half: dict[object, list[Card]] = {}
    in_all: dict[object, list[Card]] = {}
    for card in cards:
        by_half.setdefault((card.pack, card.half, card.item.is_clean, card.item.is_flawed), []).append(card)
        in_all.setdefault((card.item.is_clean, card.item.is_flawed), []).append(card)
    for group in (*by_half.values(), *in_all.values()):
        shown = [card for card in group if _name(card) not in hidden]
        if len(group) - len(shown) == 1 and shown:
            hidden.add(_name(min(shown, key=_fewest)))
    return tuple(_card(card, is_hidden=_name(card) in hidden) for card in cards)


def _name(card: Card) -> tuple[str, str]:
    return card.pack, card.item.id


def _fewest(card: Card) -> int:
    assert card.figures
    return min(card.figures.right, card.figures.n - card.figures.right)


def _may_show(card: Card) -> bool:
    return _fewest(card) >= ENOUGH_TO_SHARE


def _card(card: Card, *, is_hidden: bool) -> Card:
    if is_hidden or not card.figures:
        return replace(card, figures=None, options=None, sure_and_wrong=None, reasons=_without_sure(card))
    wrong = card.figures.n - card.figures.right
    options = card.options
    if not options or len(options) < len(card.item.options) or min(options.values()) < ENOUGH_TO_SHARE:
        options = None
    sure = card.sure_and_wrong
    if sure is None or min(sure, wrong - sure) < ENOUGH_TO_SHARE:
        sure = None
    reasons = card.reasons if sure is not None else _without_sure(card)
    return replace(card, options=options, sure_and_wrong=sure, reasons=reasons)


def _without_sure(card: Card) -> tuple[Reason, ...]:
    """The reasons to look at a card that still hold where nothing is said of sureness."""
    return tuple(reason for reason in card.reasons if reason != "sure and wrong")


def _misconceptions(found: Iterable[Misconception], of: int) -> Iterable[Misconception]:
    """Of at least two items each: how many chose one option would tell how many chose the others."""
    for one in found:
        if not one.is_one_option and _is_enough(one.learners):
            yield replace(one, learners=_of_all(one.learners, of))
