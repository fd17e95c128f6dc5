"""The parts of which a report is made, for all places that show it. Text is plain: whoever shows a part escapes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

from readtwice.classroom.reporting.sentences import Line
from readtwice.words import say


@dataclass(frozen=True, slots=True)
class Cell:
    """`filled` of ten squares stand before the text where it is a share; `more` are lines below it. `faint`: carries
    no advice, which the text says too."""

    text: str
    filled: int | None = None
    more: tuple[str, ...] = ()
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` is 1 for the report itself. `folds`: what stands below it, up to the next such one, folds away."""

    text: str
    level: int
    folds: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. `look` is "note" for what must be known about the whole report, "headline", or empty."""

    text: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """What a teacher can act on."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The first cell of each row names it. `how` says how to read it. `look` is "grid" for one that can be sorted by
    each of its columns, or empty."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    how: tuple[str, ...] = ()
    look: str = ""


@dataclass(frozen=True, slots=True)
class Dots:
    """A row of the picture: a dot at `before`, one at `now`, in percent; `before` None where not known."""

    label: str
    before: int | None
    now: int
    told: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Dots that move along a line. `description` says all of it in words, `legend` what the two dots are."""

    title: str
    rows: tuple[Dots, ...]
    legend: tuple[str, ...]
    description: str


@dataclass(frozen=True, slots=True)
class Large:
    """A card to show to a class, in large type, and its answer folded away."""

    title: str
    story: tuple[str, ...]
    box_label: str
    box: tuple[str, ...]
    quotes: tuple[str, ...]
    prompt: str
    choices: tuple[str, ...]
    answer_label: str
    answer: tuple[str, ...]


Part = Heading | Text | Lines | Table | Picture | Large


def as_values(parts: Iterable[Part]) -> list[dict[str, Any]]:
    """The parts as JSON values: the fields of each, and `kind`, its name in small letters."""
    return [{"kind": type(part).__name__.lower(), **asdict(part)} for part in parts]


def marked(part: Part) -> Part:
    """A part of an example, which says so."""
    if isinstance(part, Heading):
        return replace(part, text=say("report.invented", title=part.text))
    if isinstance(part, Table | Picture | Large):
        return replace(part, title=say("report.invented", title=part.title))
    return part
