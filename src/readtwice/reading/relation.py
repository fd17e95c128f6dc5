"""Numbers of one text that belong together, and how they stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["fits", "does_not_fit", "your_turn"]


@dataclass(frozen=True, slots=True)
class Relation:
    """Numbers that belong together. `kind` says how; `places` are spans of the article's text, the claim first.

    `working` is the sum, in signs that are no words; `says` is what the text prints and `gives` what the sum gives.
    """

    kind: str
    outcome: Outcome
    sentence: str
    places: tuple[tuple[int, int], ...]
    working: str
    says: str
    gives: str


def as_plain(value: float) -> str:
    """A value with two digits behind the point at most."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")
