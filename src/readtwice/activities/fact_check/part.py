"""Claims that a learner can fact-check: the shelf evidence for each, what it bears, and a model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from readtwice.pack import VERDICTS, Pack
from readtwice.pack.evidence import is_gradable, unknown_evidence
from readtwice.pack.item import Quote
from readtwice.pack.part import Part
from readtwice.pack.problem import Problem, is_day
from readtwice.words import say

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


PART = Part("fact_checks", "fact_checks.yaml", FactChecks)
fact_checks_of = PART.of
the_fact_checks_of = PART.needed


def check(pack: Pack) -> Iterator[Problem]:
    """What must hold in it."""
    file, items = "fact_checks.yaml", {item.id for item in pack.items}
    held = fact_checks_of(pack)
    if held is None:
        return
    for draft in held.drafts:
        yield from unknown_evidence(pack, file, draft.id, draft.evidence)
        if draft.claim not in {claim.id for claim in held.claims}:
            yield Problem(file, 0, draft.id, say("problem.no_claim", claim=draft.claim[:40]), say("remedy.correct_id"))
    for claim in held.claims:
        if not is_day(claim.as_of):
            yield Problem(file, 0, claim.id, say("problem.not_date", text=claim.as_of[:40]), say("remedy.write_day"))
        yield from unknown_evidence(pack, file, claim.id, claim.offers)
        if claim.item and claim.item not in items:
            yield Problem(file, 0, claim.id, say("problem.no_item", item=claim.item[:40]), say("remedy.correct_id"))
        if not set(claim.settles) <= set(claim.offers):
            yield Problem(file, 0, claim.id, say("problem.settles_unoffered"), say("remedy.offer_it"))
        if (claim.verdict == VERDICTS["claim"][2]) == bool(claim.settles):
            message = say("problem.verdict_unsettled", verdict=claim.verdict)
            yield Problem(file, 0, claim.id, message, say("remedy.change_verdict_list"))
        for one in claim.settles:
            if pack.evidence(one) and not is_gradable(pack, one):
                message = say("problem.source_unread", source=one)
                yield Problem(file, 0, claim.id, message, say("remedy.rest_on_better"))
