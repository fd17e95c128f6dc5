"""The captions of an article studied: who does what to whom, the swap test, the facts that a fair rewrite keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from readtwice.pack import Pack
from readtwice.pack.item import Quote
from readtwice.pack.part import Part
from readtwice.pack.problem import Problem

PARTS = ("who", "what", "where", "when")
"""What a caption can tell."""

ASKED = ("who", "where", "when")
"""What every caption tells, or else says that it is not given."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a caption tells, or that it does not give: then there is no quote.

    `also` are other wordings of the same; `doubt` says what is wrong with it as printed.
    """

    part: str
    quote: Quote | None = None
    also: tuple[str, ...] = ()
    doubt: str = ""

    @property
    def wordings(self) -> tuple[str, ...]:
        """All wordings that count, the caption's own first; none where it is not given."""
        return (self.quote.text, *self.also) if self.quote else ()


@dataclass(frozen=True, slots=True)
class Around:
    """Something that another place of the article tells, which a rewrite may tell too."""

    quote: Quote
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Put:
    """Words of a caption and what the swap test puts in for them."""

    quote: Quote
    put: str


@dataclass(frozen=True, slots=True)
class SwapTest:
    """A caption with another side's name put in, and what to say of it afterwards. The puts stand in text order."""

    put: tuple[Put, ...]
    note: str


@dataclass(frozen=True, slots=True)
class StudiedCaption:
    """One caption. `people` is a whole people made of a few; `harms` and `harmed` are harm that its side does, suffers.

    Each is None where the caption tells of none.
    """

    block: str
    subject: str
    acts: str
    to: str
    left_out: str
    praise: tuple[Quote, ...]
    people: Quote | None
    harms: Quote | None
    harmed: Quote | None
    enemy: Quote | None
    facts: tuple[Fact, ...]
    added: tuple[Quote, ...]
    model: str
    swap: SwapTest
    around: tuple[Around, ...] = ()
    line: int = field(default=0, compare=False)
    """Where its model rewrite stands in its file; 0 in a compiled pack."""

    def holds(self, feature: str) -> int:
        """1 where its words hold a feature (where, when, praise, people, …), -1 where that is in doubt, else 0."""
        if feature in ("where", "when"):
            told = self.told(feature)
            return 0 if not told else -1 if any(fact.doubt for fact in told) else 1
        return int(bool(getattr(self, feature)))

    def told(self, part: str) -> tuple[Fact, ...]:
        """What it tells of one part; empty where that is not given."""
        return tuple(fact for fact in self.facts if fact.part == part and fact.quote)


@dataclass(frozen=True, slots=True)
class Subject:
    """A side that captions are about."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What shows when captions stand side by side, and the words that show it."""

    say: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """An invented picture in words, three captions for it and, where there is one, a drawing of it as SVG."""

    picture: str
    neutral: str
    flattering: str
    hostile: str
    drawing: str = ""


@dataclass(frozen=True, slots=True)
class CaptionStudy:
    """All that `captions/study.yaml` holds."""

    subjects: tuple[Subject, ...]
    captions: tuple[StudiedCaption, ...]
    findings: tuple[Finding, ...]
    scene: Scene

    def caption(self, block: str) -> StudiedCaption:
        """The studied caption of this block. Raises KeyError."""
        for caption in self.captions:
            if caption.block == block:
                return caption
        raise KeyError(block)


def study_from(compiled: dict[str, Any], quote: Callable[[dict[str, Any]], Quote]) -> CaptionStudy:
    """A study out of its compiled form; `quote` reads a quote. Raises KeyError and TypeError for a damaged one."""

    def quotes(listed: list[dict[str, Any]]) -> tuple[Quote, ...]:
        return tuple(quote(one) for one in listed)

    def maybe(one: dict[str, Any] | None) -> Quote | None:
        return quote(one) if one else None

    def also(one: dict[str, Any]) -> tuple[str, ...]:
        return tuple(one.get("also", ()))

    def caption(one: dict[str, Any]) -> StudiedCaption:
        parts: dict[str, Any] = {
            **one,
            **{name: maybe(one.get(name)) for name in ("people", "harms", "harmed", "enemy")},
            "praise": quotes(one.get("praise", [])),
            "added": quotes(one.get("added", [])),
            "facts": tuple(
                Fact(**{**fact, "quote": maybe(fact.get("quote")), "also": also(fact)}) for fact in one["facts"]
            ),
            "swap": SwapTest(
                tuple(Put(quote(put["quote"]), put["put"]) for put in one["swap"]["put"]), one["swap"]["note"]
            ),
            "around": tuple(Around(quote(part["quote"]), also(part)) for part in one.get("around", [])),
        }
        return StudiedCaption(**parts)

    return CaptionStudy(
        subjects=tuple(Subject(**one) for one in compiled["subjects"]),
        captions=tuple(caption(one) for one in compiled["captions"]),
        findings=tuple(Finding(one["say"], quotes(one["quotes"])) for one in compiled["findings"]),
        scene=Scene(**compiled["scene"]),
    )


PART: Part[CaptionStudy] = Part(
    "study", "captions/study.yaml", build=study_from, read="readtwice.activities.caption_study.read"
)
study_of = PART.of
the_study_of = PART.needed


def check(pack: Pack) -> Iterator[Problem]:
    """What must hold in it."""
    from readtwice.activities.caption_study.check import check_drawing, check_rewrites

    yield from check_rewrites(pack)
    yield from check_drawing(pack)
