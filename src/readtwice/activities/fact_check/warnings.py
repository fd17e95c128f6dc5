"""What a fact-check still lacks, and where it says more than its evidence bears. Advice, never a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from readtwice.activities.fact_check.mark import OWN, FactCheck
from readtwice.activities.fact_check.part import MenuClaim, fact_checks_of, the_fact_checks_of
from readtwice.figures import GRADABLE_TIERS
from readtwice.pack import Pack
from readtwice.words import say, words

DECIDED = ("supported", "not_supported")


@dataclass(frozen=True, slots=True)
class Warned:
    """One piece of advice: a code, the step that it belongs to, and a sentence."""

    code: str
    step: str
    line: str


def menu_claim(pack: Pack, fact_check: FactCheck) -> MenuClaim | None:
    """The claim of the menu that is checked; None for a claim of the learner's own."""
    try:
        return the_fact_checks_of(pack).claim(fact_check.claim_id) if fact_checks_of(pack) else None
    except KeyError:
        return None


def warnings(pack: Pack, fact_check: FactCheck) -> tuple[Warned, ...]:
    """All advice on a fact-check as it stands, in the order of its steps."""
    return tuple(
        Warned(code, step, say(f"fact_check_warning.{code}", **more)) for code, step, more in _found(pack, fact_check)
    )


def is_complete(fact_check: FactCheck) -> bool:
    """Whether every step that a fact-check needs has something in it."""
    needed = (*NEEDED, "claim") if fact_check.claim_id == OWN else NEEDED
    return all(getattr(fact_check, name).strip() for name in needed) and bool(fact_check.evidence)


NEEDED = ("says", "would_settle", "verdict", "unknown", "fact_first", "claim_line", "fact_again")
"""The fields that a whole fact-check has; a computation only where there is one, `claim` for an own claim only."""


def _found(pack: Pack, fact_check: FactCheck) -> Iterator[tuple[str, str, dict[str, str]]]:
    if not fact_check.evidence:
        yield "no_source", "evidence", {}
    else:
        if not any(_is_good(pack, one.source) or one.address.strip() for one in fact_check.evidence):
            yield "weak_sources", "evidence", {}
        if not all(_date(pack, one.source) or one.date.strip() for one in fact_check.evidence):
            yield "no_date", "evidence", {}
        if not all(one.adds.strip() for one in fact_check.evidence):
            yield "no_adds", "evidence", {}
    yield from _verdict(pack, fact_check)
    if fact_check.verdict and not fact_check.unknown.strip():
        yield "no_unknown", "unknown", {}
    written = " ".join((fact_check.fact_first, fact_check.claim_line, fact_check.fact_again))
    for word in about_a_person(written):
        yield "person", "write", {"word": word}
    if fact_check.claim_line.strip() and not (fact_check.fact_first.strip() and fact_check.fact_again.strip()):
        yield "fact_not_first", "write", {}


def _verdict(pack: Pack, fact_check: FactCheck) -> Iterator[tuple[str, str, dict[str, str]]]:
    """A verdict that is stronger than what the chosen sources bear. For an own claim only: none at all."""
    if fact_check.verdict not in DECIDED:
        return
    claim = menu_claim(pack, fact_check)
    used = {one.source for one in fact_check.evidence}
    own = any(one.address.strip() for one in fact_check.evidence)
    if not used or (claim is not None and not own and not used & set(claim.settles)):
        yield "verdict_too_strong", "verdict", {}
    elif claim is not None and used & set(claim.settles) and fact_check.verdict != claim.verdict:
        yield "verdict_differs", "verdict", {}


def about_a_person(text: str) -> tuple[str, ...]:
    """Words that judge a person or group instead of a claim, each once.

    A short list of our own: it cannot see sarcasm, other words or other languages, and it cannot tell who is meant.
    """
    listed: list[str] = words()["fact_check_person_words"]
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b", re.IGNORECASE)
    return tuple(dict.fromkeys(match.group().lower() for match in pattern.finditer(text)))


def _is_good(pack: Pack, source_id: str) -> bool:
    evidence = pack.evidence(source_id)
    return evidence is not None and evidence.read and evidence.tier in GRADABLE_TIERS


def _date(pack: Pack, source_id: str) -> str:
    evidence = pack.evidence(source_id)
    return evidence.date if evidence is not None else ""
