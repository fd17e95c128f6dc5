"""The card to go over again as a ten-minute lesson for a class with one screen: its story, two votes, one line."""

from __future__ import annotations

from readtwice.classroom.reporting.figures import GoOver
from readtwice.pack import Pack
from readtwice.pack.checks.form import blocks_of
from readtwice.pack.one_shot import OneShot, OneShotItem, Step, parts_to_read
from readtwice.words import say

MINUTES = {"read": 2, "vote": 6, "write": 2}
"""Ten together. Two votes, three minutes of talk between them, and what the text shows."""

MOST_SLIDES = 3
"""Of a story, in the two minutes of its reading."""


def ten_minutes(card: GoOver) -> OneShot:
    """The plan, step by step. A card without a story is read aloud with its question."""
    vote = OneShotItem(card.item.id, say("report.tomorrow.talk"))
    return OneShot(
        say("report.tomorrow.name", topic=card.item.topic),
        "",
        (
            _step("read", read=_story(card)),
            _step("vote", items=(vote,)),
            _step("write"),
        ),
    )


def lesson_again(card: GoOver) -> Pack:
    """The pack of the card, as it reads in the state that went wrong, with the ten minutes as its one-shot."""
    return card.told.with_(one_shot=ten_minutes(card))


def _story(card: GoOver) -> tuple[str, ...]:
    """The story around the card, on as many slides as it needs. Of a long one, what the card is about."""
    article = card.told.article
    blocks = list(blocks_of(article, card.part)) if card.part else []
    parts = tuple(parts_to_read(article, blocks))
    if len(parts) <= MOST_SLIDES:
        return parts
    decisive = {one.decided_by for one in card.told.form.cards if one.item == card.item.id} if card.told.form else set()
    about = {quote.block for quote in card.item.shown}
    return tuple(
        f"{block.id}-{block.id}"
        for block in blocks
        if block.id in about or any(quote and quote in article.quote(block) for quote in decisive)
    )


def _step(name: str, *, read: tuple[str, ...] = (), items: tuple[OneShotItem, ...] = ()) -> Step:
    title, does = (say(f"report.tomorrow.step.{name}.{part}") for part in ("title", "does"))
    return Step(name, title, MINUTES[name], does, "none", read, items)
