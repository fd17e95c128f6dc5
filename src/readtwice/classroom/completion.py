"""What was assigned, and how much of it each learner has done: cards answered, right or not.

The key is open to learners, so a score would grade who looked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from readtwice.classroom.collect import Collected
from readtwice.marking.fact_check import FACT_CHECK
from readtwice.pack import Pack
from readtwice.record import CardSet, card_sets
from readtwice.words import say

ALL = 100
USES = ("faded", "solo", "exit")
"""What everybody answers in a lesson; the rest is shown, recalled, or for whoever has time."""

_LESSON_CARDS = "lesson"
_FORMS = {
    "both": ("before", "after"),
    "before": ("before",),
    "after": ("after",),
    "whole": ("before", "after"),
    "whole-before": ("before",),
    "whole-after": ("after",),
}
_LESSONS_OF_FORMS = {"00": "before", "08": "after", "09": "fresh"}


class NothingAssigned(ValueError):
    """A name for what was assigned that says nothing; the message is one sentence with those that do."""


@dataclass(frozen=True, slots=True)
class Part:
    """Cards of which so many are to be answered: each is a pack, an item and an occasion."""

    aim: int
    cards: frozenset[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Assigned:
    """What was assigned, under the title of its column in a gradebook."""

    title: str
    parts: tuple[Part, ...] = ()
    fact_check: bool = False


def assigned(what: str, packs: Mapping[str, Pack], form: str, article: str) -> Assigned:
    """What a name such as `both`, `before`, `03` or `one-shot-cards` stands for. Raises NothingAssigned.

    `form` is the pack whose halves the course asks, `article` the one that its lessons are about, both among `packs`.
    """
    name = re.sub("^lesson[-_ ]*", "", what.strip().lower())
    name = name.zfill(2) if name.isdigit() else name
    title = say("gradebook.title_lesson" if name.isdigit() else "gradebook.title", what=name)
    if name == "07":
        return Assigned(title, fact_check=True)
    name = _LESSONS_OF_FORMS.get(name, name)
    if name in _FORMS:
        parallel = [slug for slug, pack in packs.items() if _blueprint(pack) == _blueprint(packs[form])]
        title = say("gradebook.title_all") if name == "both" else title
        return Assigned(title, tuple(_of_forms(packs, parallel, _FORMS[name], whole=name.startswith("whole"))))
    if name == "fresh":
        fresh = [slug for slug, pack in packs.items() if pack.form and not pack.form.cards_of("first")]
        return Assigned(title, tuple(_of_forms(packs, fresh, ("fresh",), whole=True)))
    others = [slug for slug, pack in packs.items() if pack.form]
    if begun := [slug for slug in others if len(name) > 2 and slug.startswith(name)]:
        halved = packs[begun[0]].form.cards_of("first")  # type: ignore[union-attr]
        occasions = ("before", "after") if halved else ("fresh",)
        return Assigned(title, tuple(_of_forms(packs, begun[:1], occasions, whole=not halved)))
    lessons = sorted({item.lesson for item in packs[article].items})
    if name in lessons:
        items = [item for use in USES for item in packs[article].items_for(name, use)]
        cards = frozenset((article, item.id, _LESSON_CARDS) for item in items)
        return Assigned(title, (Part(len(cards), cards),))
    lines = ", ".join((*_FORMS, "fresh", *sorted(others)))
    raise NothingAssigned(say("gradebook.no_such_work", what=what[:40], known=lines))


def completion(collected: Collected, work: Assigned) -> dict[str, int]:
    """How much of it each learner has done, in percent, 0 to 100, rounded down."""
    return {
        learner: _done({(one.pack, one.item, one.occasion) for one in events}, work)
        for learner, events in collected.learners.items()
    }


def _done(answered: set[tuple[str, str, str]], work: Assigned) -> int:
    if work.fact_check:
        return ALL * any(item.startswith(FACT_CHECK) for _, item, _ in answered)
    done = sum(min(part.aim, len(part.cards & answered)) for part in work.parts)
    return ALL * done // max(1, sum(part.aim for part in work.parts))


def _blueprint(pack: Pack) -> Counter[str] | None:
    return Counter(card.skill for card in pack.form.cards) if pack.form else None


def _of_forms(
    packs: Mapping[str, Pack], slugs: list[str], occasions: tuple[str, ...], *, whole: bool
) -> Iterator[Part]:
    """One part for each occasion. Which half, and of parallel forms which, a learner got is theirs: any counts."""
    for occasion in occasions:
        sets: list[CardSet] = [one for slug in slugs for one in card_sets(packs[slug]) if one.occasion == occasion]
        sizes = [len(one.items) for one in sets if (one.part == "whole") == whole]
        cards = frozenset((one.pack, item.id, occasion) for one in sets for item in one.items)
        yield Part(max(sizes, default=0), cards)
