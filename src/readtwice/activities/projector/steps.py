"""The steps of a lesson without a one-shot: its text, then its cards, numbers and captions, one large card each."""

from __future__ import annotations

from collections.abc import Iterator

from readtwice.pack import Item, Pack
from readtwice.pack.one_shot import OneShot, OneShotCaption, OneShotItem, Step, parts_to_read
from readtwice.pack.shuffled import shuffled
from readtwice.page.demand import WORDS_A_MINUTE
from readtwice.words import say

USES = ("solo", "practice")
"""What a class judges together. Exit cards measure, and each learner answers them alone."""

MINUTES_A_CARD = 3
"""Two votes, and talk between them."""

MINUTES_FOR_EXIT = 5


def one_shot_of(pack: Pack) -> OneShot:
    """The pack's own one-shot or, where it has none, one made of what the pack has. All as it is printed."""
    return pack.one_shot or OneShot(pack.article.title, "", tuple(_steps(pack)))


def _steps(pack: Pack) -> Iterator[Step]:
    minutes = max(2, round(len(pack.article.text.split()) / WORDS_A_MINUTE) + 1)
    yield _step("read", minutes, read=tuple(parts_to_read(pack.article, pack.article.blocks)))
    found = shuffled([item for item in pack.items if item.use in USES])
    judged, numbers = ([one for one in found if (one.kind == "number") == is_number] for is_number in (False, True))
    for name, items in (("judge", judged), ("numbers", numbers)):
        if items:
            yield _step(name, MINUTES_A_CARD * len(items), items=tuple(map(_item, items)))
    captions = [
        OneShotCaption(one.block, tuple(span.quote for span in one.first), say("projector.made.talk.caption"))
        for one in pack.captions
        if one.first
    ]
    if captions:
        yield _step("captions", MINUTES_A_CARD * len(captions), captions=tuple(captions))
    if any(item.use == "exit" for item in pack.items):
        yield _step("exit", MINUTES_FOR_EXIT)


def _item(item: Item) -> OneShotItem:
    return OneShotItem(item.id, say(f"projector.made.talk.{item.kind}"))


def _step(
    name: str,
    minutes: int,
    *,
    read: tuple[str, ...] = (),
    items: tuple[OneShotItem, ...] = (),
    captions: tuple[OneShotCaption, ...] = (),
) -> Step:
    title, does = say(f"projector.made.{name}.title"), say(f"projector.made.{name}.does")
    return Step(name, title, minutes, does, "none", read, items, captions)
