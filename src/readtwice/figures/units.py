"""Units as they stand in a figures file: `USD billion`, `percent of GDP per year`, `persons million`, `USD per EUR`.

| form | kind |
|---|---|
| `USD`, `USD billion`, `GBP million per year`, `USD per head`, `GBP billion in real terms` | money |
| `percent`, `percent of GDP`, `percent of GDP per year` | percent |
| `persons`, `persons million` | persons |
| `USD per EUR` (so many dollars for one euro) | rate |
| `members`, `drones per year` | count |
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from readtwice.words import say

Kind = Literal["money", "percent", "persons", "rate", "count"]

SCALES = {"": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
SCALE_NAMES = {power: name for name, power in SCALES.items()}
NAMED_CURRENCIES = ("USD", "GBP", "EUR")
SYMBOLS = {"USD": "$", "GBP": "£", "EUR": "€"}

_SCALE = r"(?: (?P<scale>thousand|million|billion|trillion))?"
_PER_YEAR = r"(?: per (?P<per>year))?"
_FORMS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "money",
        re.compile(rf"(?P<name>[A-Z]{{3}}){_SCALE}(?: per (?P<per>year|head))?(?P<real> in real terms)?", re.ASCII),
    ),
    ("percent", re.compile(rf"percent(?: of (?P<name>[A-Za-z]+(?: (?!per\b)[A-Za-z]+)*))?{_PER_YEAR}", re.ASCII)),
    ("persons", re.compile(rf"persons{_SCALE}", re.ASCII)),
    ("rate", re.compile(r"(?P<name>[A-Z]{3}) per (?P<per>[A-Z]{3})", re.ASCII)),
    (
        "count",
        re.compile(rf"(?!percent(?!age points\b)|persons)(?P<name>[a-z]+(?: (?!per\b)[a-z]+)*){_PER_YEAR}", re.ASCII),
    ),
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit taken apart.

    `name` is a currency (ISO 4217), what a percentage is of, or what is counted; `scale` the power of ten (0 to 12);
    `per` is empty, `year`, `head` or, in a rate, the other currency; `real` says that price changes are taken out.
    """

    kind: Kind
    name: str = ""
    scale: int = 0
    per: str = ""
    real: bool = False

    @property
    def text(self) -> str:
        """The unit as it stands in a file: what `unit` reads."""
        scale = f" {SCALE_NAMES[self.scale]}" if self.scale else ""
        per = f" per {self.per}" if self.per else ""
        if self.kind == "percent":
            return "percent" + (f" of {self.name}" if self.name else "") + per
        if self.kind == "persons":
            return "persons" + scale
        return self.name + scale + per + (" in real terms" if self.real else "")

    @property
    def words(self) -> str:
        """What the unit measures, in a word or two for a sentence: `dollars`, `percentages`, `people`."""
        if self.kind == "money":
            return say(f"figure.currency.{self.name}") if self.name in NAMED_CURRENCIES else self.name
        return self.name if self.kind == "count" else say(f"figure.kind.{self.kind}")

    @property
    def rate_words(self) -> str:
        """A rate as a person reads it: `dollars per pound`."""
        one = say(f"figure.one_of_currency.{self.per}") if self.per in NAMED_CURRENCIES else self.per
        of = say(f"figure.currency.{self.name}") if self.name in NAMED_CURRENCIES else self.name
        return say("figure.rate", currency=of, per=one)

    @property
    def scale_word(self) -> str:
        """`billion`, or nothing."""
        return say(f"figure.scale.{SCALE_NAMES[self.scale]}") if self.scale else ""


@lru_cache(maxsize=512)
def unit(text: str) -> Unit:
    """Take a unit apart. Raises ValueError for one that is in none of the forms above."""
    for kind, form in _FORMS:
        if found := form.fullmatch(text):
            parts = found.groupdict(default="")
            scale = SCALES[parts.get("scale", "")]
            return Unit(kind, parts.get("name", ""), scale, parts.get("per", ""), bool(parts.get("real")))
    raise ValueError(say("error.figures.no_unit", text=text[:40]))
