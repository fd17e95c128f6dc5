"""Claims that a learner can fact-check: the shelf evidence for each, what it bears, and a model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from readtwice.pack.item import Quote

Verdict = Literal["supported", "not_supported", "undetermined"]


@dataclass(frozen=True, slots=True)
class Model:
    """model: a finished fact-check in our own words, step by step."""

    says: str
    would_settle: str
    evidence: tuple[str, ...]
    unknown: str
    fact_first: str
    claim_line: str
    fact_again: str
    computation: str = ""


@dataclass(frozen=True, slots=True)
class MenuClaim:
    """claim: words of the article with the sources offered for them, those that settle them, and what they bear.

    `goes_on` holds the sentences without which the quote could be true by itself. `item` is the item of the course on
    the same words, if there is one: its cell reproduces the working.
    """

    id: str
    topic: str
    quote: Quote
    offers: tuple[str, ...]
    verdict: Verdict
    as_of: str
    model: Model
    settles: tuple[str, ...] = ()
    item: str = ""
    goes_on: tuple[Quote, ...] = ()

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All the words that are checked, in the order of the article."""
        return (self.quote, *self.goes_on)

    @property
    def words(self) -> str:
        """All the words that are checked, as one text; `…` stands for what lies between."""
        return " … ".join(quote.text for quote in self.quotes)


@dataclass(frozen=True, slots=True)
class Draft:
    """draft: a fact-check by us that may lack something, for practice."""

    id: str
    claim: str
    verdict: Verdict
    fact_first: str
    claim_line: str
    fact_again: str = ""
    unknown: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FactChecks:
    """fact checks: the menu of claims, and drafts for practice."""

    claims: tuple[MenuClaim, ...]
    drafts: tuple[Draft, ...] = ()

    def claim(self, claim_id: str) -> MenuClaim:
        """The claim with this id. Raises KeyError."""
        for claim in self.claims:
            if claim.id == claim_id:
                return claim
        raise KeyError(claim_id)
