"""A form: cards that measure and never teach, on invented stories, each with a box "what the record shows"."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal, get_args

from readtwice.pack import Pack
from readtwice.pack.item import Item
from readtwice.pack.shuffled import shuffled

Skill = Literal["agreement", "who and when", "number", "comparison", "caption"]
"""What a card asks for; the syllabus says which lesson practises it."""

SKILLS: tuple[str, ...] = get_args(Skill)

Tilt = Literal["flatters", "harms", "neither"]
"""Whether a flaw makes the people whom the story is about look better or worse. A clean card does neither."""

Half = Literal["first", "second", "whole"]
"""Which half-form a story belongs to; `whole` in a form that is never halved."""


@dataclass(frozen=True, slots=True)
class Story:
    """story: the blocks from its heading to its caption, such as b02-b05, and what the record shows, line by line."""

    id: str
    part: str
    half: Half
    shows: tuple[str, ...]

    @property
    def box(self) -> str:
        """What the record shows, as one text."""
        return " ".join(self.shows)


@dataclass(frozen=True, slots=True)
class FormCard:
    """card: an item of use `form`, its story, and the exact words, of the story or of its box, that decide it."""

    item: str
    story: str
    skill: Skill
    tilt: Tilt
    decided_by: str


@dataclass(frozen=True, slots=True)
class Form:
    """form: all stories and cards of a pack that measures."""

    name: str
    stories: tuple[Story, ...]
    cards: tuple[FormCard, ...]

    def story(self, story_id: str) -> Story:
        """The story with this id. Raises KeyError."""
        for story in self.stories:
            if story.id == story_id:
                return story
        raise KeyError(story_id)

    def cards_of(self, half: Half) -> tuple[FormCard, ...]:
        """The cards of one half, in the order of their stories; all cards for `whole`."""
        wanted = [story.id for story in self.stories if half in ("whole", story.half)]
        return tuple(sorted((c for c in self.cards if c.story in wanted), key=lambda card: wanted.index(card.story)))

    def cells(self, half: Half, items: dict[str, Item]) -> Counter[tuple[str, str]]:
        """How many cards each cell of the blueprint has: skill by clean, flawed or open."""
        return Counter(
            (card.skill, "clean" if items[card.item].is_clean else "flawed" if items[card.item].is_flawed else "open")
            for card in self.cards_of(half)
        )


def cards_in_order(pack: Pack, form: Form, half: Half) -> tuple[FormCard, ...]:
    """The cards of a half story by story, shuffled within each the same way for everyone."""
    order = {item.id: place for place, item in enumerate(shuffled([pack.item(card.item) for card in form.cards]))}
    stories = [story.id for story in form.stories]
    return tuple(sorted(form.cards_of(half), key=lambda card: (stories.index(card.story), order[card.item])))
