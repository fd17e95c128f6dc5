"""Whose word it is: for stretches of the article who speaks, on what occasion, and in which kind of sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from readtwice.pack.item import Quote

Kind = Literal["report", "opinion", "forecast"]


@dataclass(frozen=True, slots=True)
class Label:
    """label: an id and what learners read for it."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Voice:
    """voice: some words of the article with their speaker, occasion and kind, as the text itself has them.

    `also` are other kinds that a careful reader could choose.
    """

    id: str
    quote: Quote
    speaker: str
    occasion: str
    kind: Kind
    why: str
    also: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True)
class Voices:
    """voices: the speakers and occasions to choose from, and the words to match with them."""

    speakers: tuple[Label, ...]
    occasions: tuple[Label, ...]
    quotes: tuple[Voice, ...]

    def voice(self, voice_id: str) -> Voice:
        """The stretch with this id. Raises KeyError."""
        for voice in self.quotes:
            if voice.id == voice_id:
                return voice
        raise KeyError(voice_id)

    def within(self, blocks: tuple[str, ...]) -> tuple[Voice, ...]:
        """The stretches in some blocks, in the order of the article."""
        return tuple(voice for voice in self.quotes if voice.quote.block in blocks)
