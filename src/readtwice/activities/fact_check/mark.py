"""A learner's fact-check of one claim: what it holds, and how it is kept in the record."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import Any

OWN = "own"
"""The id of the claim that a learner chose; its words are in `claim`."""

MAXIMUM_TEXT = 2_000
"""Characters of one field."""


@dataclass(frozen=True, slots=True)
class Used:
    """One piece of evidence: a source of the pack by its id, or one of the learner's own, and what it adds.

    `address` and `date` are empty for a source of the pack, which has its own. Dates are YYYY-MM-DD or as typed.
    """

    source: str
    adds: str = ""
    address: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class FactCheck:
    """All texts are as the learner typed them: never run, never shown as HTML or Markdown.

    `verdict` is one of the codes supported, not_supported, undetermined, or empty while it is open. `checked` holds
    the ids of the lines of the fairness checklist that the learner ticked.
    """

    claim_id: str
    claim: str = ""
    says: str = ""
    would_settle: str = ""
    evidence: tuple[Used, ...] = ()
    computation: str = ""
    verdict: str = ""
    unknown: str = ""
    fact_first: str = ""
    claim_line: str = ""
    fact_again: str = ""
    checked: tuple[str, ...] = field(default=())


def to_answer(fact_check: FactCheck) -> dict[str, Any]:
    """As it is saved: plain strings, lists and dicts."""
    plain = asdict(fact_check)
    return plain | {"evidence": list(plain["evidence"]), "checked": list(plain["checked"])}


def from_answer(answer: object) -> FactCheck | None:
    """What was saved, or None where it is not a fact-check. Longer texts are cut, unknown fields passed over."""
    if not isinstance(answer, dict) or not isinstance(answer.get("claim_id"), str):
        return None
    texts = {
        one.name: _text(answer.get(one.name)) for one in fields(FactCheck) if one.name not in ("evidence", "checked")
    }
    evidence = answer.get("evidence")
    used = tuple(
        Used(**{one.name: _text(row.get(one.name)) for one in fields(Used)})
        for row in (evidence if isinstance(evidence, list) else [])
        if isinstance(row, dict)
    )
    checked = answer.get("checked")
    ticked = tuple(one for one in (checked if isinstance(checked, list) else []) if isinstance(one, str))
    return FactCheck(**texts, evidence=used, checked=ticked)


def _text(value: object) -> str:
    return value[:MAXIMUM_TEXT] if isinstance(value, str) else ""
