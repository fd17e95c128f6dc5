"""One reference figure, and a table of many that share everything but the number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from readtwice.figures.periods import Period, period
from readtwice.figures.quantity import BOUNDS, Quantity
from readtwice.figures.show import in_full
from readtwice.figures.units import unit
from readtwice.words import say

TIERS = ("primary", "wire", "quality press", "trade", "other")
"""Source tiers, best first. Source: the project's own rules of evidence (docs/packs.md, "Evidence")."""

GRADABLE_TIERS = TIERS[:4]

ARTICLE_TIER = "article"
"""The tier of a number that the article under study prints: what is checked, never what it is checked against."""

FIGURE_TIERS = (*TIERS, ARTICLE_TIER)

NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,10})?", re.ASCII)
ID = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[.-][A-Za-z0-9]+)*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with all that a reader may ask about it.

    `value` is exact as printed, in `unit` (see units.py), about `period` (see periods.py; may be empty for a number
    of the article). `bound` says how it is hedged (BOUNDS). `vintage` is which publication it is from, `counter` who
    counted, `publisher` whose text was used, `tier` how good that is, `read` whether that text was read. `address` is
    where, or a block of the article. Raises ValueError for a unit, period or bound that is not known.
    """

    id: str
    series: str
    entity: str
    value: Decimal
    bound: str
    unit: str
    vintage: str
    counter: str
    publisher: str
    tier: str
    address: str
    date: str
    read: bool = False
    period: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        unit(self.unit)
        if self.period:
            period(self.period)
        if self.bound not in BOUNDS:
            raise ValueError(say("error.figures.no_bound", bound=self.bound[:40]))

    @property
    def when(self) -> Period | None:
        """The period, taken apart; None where the article names none."""
        return period(self.period) if self.period else None

    @property
    def is_gradable(self) -> bool:
        """Whether a scored item may rest on it: read, and of tier trade or better."""
        return self.read and self.tier in GRADABLE_TIERS

    @property
    def is_of_the_article(self) -> bool:
        """Whether the article under study prints it, so that it is what is checked."""
        return self.tier == ARTICLE_TIER

    @property
    def quantity(self) -> Quantity:
        """The figure as something to compute with; its working is its source line."""
        what = f"{self.entity}, {self.series}"
        return Quantity(self.value, unit(self.unit), self.when, self.bound, what, (self.source_line,), (self,))

    @property
    def source_line(self) -> str:
        """What it says and where it is from, in one line."""
        when = f", {self.when}" if self.when else ""
        said = f"{self.entity}, {self.series}{when}: {in_full(self.value, unit(self.unit), self.bound)}."
        if self.is_of_the_article:
            where = say("feedback.paragraph", number=self.address.removeprefix("b").lstrip("0"))
            return say("figure.printed_in_article", said=said, address=where)
        read = say("figure.page_read") if self.read else say("figure.page_not_read")
        dated = say("figure.date_not_seen") if self.date == "not seen" else self.date
        if self.counter not in self.publisher:
            said = f"{said} {say('figure.counted', counter=self.counter)}"
        about = f"{dated} ({self.vintage}; {self.tier}, {read})"
        return say("figure.source", said=said, publisher=self.publisher, about=about, address=self.address)


@dataclass(frozen=True)
class Table:
    """A column of a wide table: one series over many entities and periods, all from one publication.

    `cells` holds the numbers as text: entity, then period. Each becomes a Figure with an id such as
    `nato-gdp.united-states.2024`. Raises ValueError as Figure does.
    """

    prefix: str
    series: str
    bound: str
    unit: str
    vintage: str
    counter: str
    publisher: str
    tier: str
    address: str
    date: str
    cells: dict[str, dict[str, str]]
    read: bool = False
    note: str = ""

    def __iter__(self) -> Iterator[Figure]:
        for entity, by_period in self.cells.items():
            for when, value in by_period.items():
                yield Figure(
                    id=f"{self.prefix}.{slug(entity)}.{slug(when)}",
                    series=self.series,
                    entity=entity,
                    value=number(value),
                    bound=self.bound,
                    unit=self.unit,
                    period=when,
                    vintage=self.vintage,
                    counter=self.counter,
                    publisher=self.publisher,
                    tier=self.tier,
                    read=self.read,
                    address=self.address,
                    date=self.date,
                    note=self.note,
                )


def number(text: str) -> Decimal:
    """An exact number such as 65.9: up to 15 digits, a point, up to 10 more. Raises ValueError for anything else."""
    if not isinstance(text, str) or not NUMBER.fullmatch(text):
        raise ValueError(say("error.figures.not_number", text=str(text)[:40]))
    return Decimal(text)


def slug(text: str) -> str:
    """A name as a part of an id: `Türkiye` is `turkiye`, `United States` is `united-states`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))
