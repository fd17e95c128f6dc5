"""What an answer can be, by the kind of its item. What no page of the course writes stops here, and troubles none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime

from readtwice.pack.found import own_slugs, shipped_packs
from readtwice.record.event import TEXT_LIMITS, Event

MOST_PARTS = 3
"""A number, a verdict and what it is about."""

TALK = "talk"
_OCCASIONS = ("lesson", "before", "after", "fresh", "estimate", TALK)
"""When a learner answers, besides the openings of lessons. A class's count of hands is none of a learner's answers."""


OCCASION = re.compile(r"recall-[0-9]{2}|(?!recall-)[!-~]*", re.ASCII)
"""`recall-` goes on with the number of a lesson: other rooms read it as one."""


def fits(event: Event) -> bool:
    """Whether a page of the course can have written this line. Of packs that it does not know, it takes any answer.

    Which verdicts a card has, its pack alone tells, and no page waits for that: see `is_readable` in `marking`.
    """
    if not (_is_possible(event.time) and OCCASION.fullmatch(event.occasion) and all(map(_is_whole, _texts(event)))):
        return False
    if event.kind != "answer" or not (event.occasion in _OCCASIONS or event.occasion.startswith("recall-")):
        return True
    for prefix, can_be in SHAPES.items():
        if event.item.startswith(prefix):
            return can_be(event.answer)
    return event.occasion == TALK or not _is_at_hand(event.pack) or _is_verdict(event.answer)


def _texts(event: Event) -> Iterator[str]:
    return (getattr(event, name) for name in TEXT_LIMITS)


def _is_whole(text: str) -> bool:
    """Whether a text can be written anywhere: half of an emoji cannot."""
    return text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text)


def _is_possible(time: str) -> bool:
    try:
        return bool(datetime.fromisoformat(time))
    except ValueError:
        return False


def _is_at_hand(slug: str) -> bool:
    return slug in shipped_packs() or slug in own_slugs()


def _is_text(answer: object) -> bool:
    return isinstance(answer, str)


def _is_texts(answer: object) -> bool:
    return isinstance(answer, list) and all(isinstance(one, str) for one in answer)


def _is_verdict(answer: object) -> bool:
    parts = [answer] if isinstance(answer, str) else answer
    return isinstance(parts, list) and 1 <= len(parts) <= MOST_PARTS and all(map(_is_part, parts))


def _is_part(part: object) -> bool:
    from readtwice.pack.item import AGREEMENTS, DISAGREEMENTS, VERDICTS  # here: a page without answers begins sooner

    codes = {*AGREEMENTS, *DISAGREEMENTS}.union(*VERDICTS.values())
    return isinstance(part, str) and (part in codes or any(map(str.isdecimal, part)))


def _is_object(answer: object) -> bool:
    return isinstance(answer, dict)


def _is_choices(answer: object) -> bool:
    return isinstance(answer, dict) and all(isinstance(one, str) for one in answer.values())


def _is_list(answer: object) -> bool:
    return isinstance(answer, list)


SHAPES: dict[str, Callable[[object], bool]] = {
    "caption-": _is_texts,
    "comparison-": _is_object,
    "drift-": _is_choices,
    "fact-check-": _is_object,
    "hunt-": _is_text,
    "ledger-": _is_list,
    "moves-": _is_texts,
    "off-page-": _is_object,
    "own-answers-": _is_object,
    "own-text": _is_object,
    "results-": _is_object,
    "rewrite-": _is_text,
    "shelf-": _is_object,
    "swap-": _is_text,
    "timeline-order": _is_texts,
    "timeline-": _is_choices,
    "told-apart-": _is_choices,
    "voices-": _is_choices,
}
"""By how an item's id begins. The longer of two beginnings stands first."""
