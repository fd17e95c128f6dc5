"""Whose word it is: for stretches of the article who speaks, on what occasion, and in which kind of sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from readtwice.pack import Pack
from readtwice.pack.item import Quote
from readtwice.pack.part import Part
from readtwice.pack.problem import Problem
from readtwice.words import say

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

    def within(self, named: tuple[str, ...]) -> tuple[Voice, ...]:
        """The stretches in some blocks, and those named by their own ids, in the order of the article."""
        return tuple(voice for voice in self.quotes if {voice.quote.block, voice.id} & set(named))

    @property
    def names(self) -> list[str]:
        """What `within` knows: blocks, then stretches."""
        return [*dict.fromkeys(voice.quote.block for voice in self.quotes), *(voice.id for voice in self.quotes)]


PART = Part("voices", "voices.yaml", Voices)
voices_of = PART.of
the_voices_of = PART.needed


def stretches(pack: Pack, block_id: str) -> Iterator[tuple[str, str]]:
    """A block's words in order, each stretch with the id of its speaker; empty where no speaker is marked."""
    block = pack.article.block(block_id)
    at = block.start
    for voice in sorted(the_voices_of(pack).within((block_id,)), key=lambda one: one.quote.span.start):
        yield pack.article.text[at : voice.quote.span.start], ""
        yield voice.quote.text, voice.speaker
        at = voice.quote.span.end
    yield pack.article.text[at : block.end], ""


def check(pack: Pack) -> Iterator[Problem]:
    """What must hold in it."""
    held = voices_of(pack)
    if held is None:
        return
    speakers, occasions = ({one.id for one in some} for some in (held.speakers, held.occasions))
    for voice in held.quotes:
        for name, value, known in (("speaker", voice.speaker, speakers), ("occasion", voice.occasion, occasions)):
            if value not in known:
                remedy = say("remedy.use_one_of", known=", ".join(sorted(known)))
                yield Problem(
                    "voices.yaml", 0, voice.id, say("problem.not_listed", name=name, value=value[:40]), remedy
                )
    spans = sorted((voice.quote.span.start, voice.quote.span.end, voice.id) for voice in held.quotes)
    for (_, end, one), (start, _, other) in pairwise(spans):
        if start < end:
            message = say("problem.words_overlap", one=one)
            yield Problem("voices.yaml", 0, other, message, say("remedy.one_speaker"))
