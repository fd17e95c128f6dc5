"""Publish a fair fact-check: the builder, its advice in code, the good report, and the exports.

course.fact_check()
course.publish_check("who-chaired")
course.good_report()
course.export("html", "who-chaired")
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from readtwice.activities.fact_check.about import FACT_CHECK
from readtwice.activities.fact_check.mark import OWN, FactCheck, Used, from_answer, to_answer
from readtwice.activities.fact_check.part import fact_checks_of
from readtwice.activities.fact_check.warnings import warnings
from readtwice.marking.values import ValueQuestion, mark_value
from readtwice.page.elsewhere import hint
from readtwice.page.open import CourseError, session
from readtwice.page.reply import Reply, reply, told
from readtwice.page.table import Table
from readtwice.words import say, words

if TYPE_CHECKING:
    from readtwice.activities.fact_check.part import Draft
    from readtwice.activities.fact_check.widget import FactCheckBuilder


def fact_check() -> FactCheckBuilder:
    """The builder: a claim from the menu or of one's own, step by step, with advice."""
    from readtwice.activities.fact_check.widget import FactCheckBuilder

    return FactCheckBuilder(session())


def own_fact_check() -> FactCheckBuilder:
    """The builder for a text of the learner's own: the claim and all sources are theirs."""
    from readtwice.activities.fact_check.widget import FactCheckBuilder
    from readtwice.page.own_text import begun

    return FactCheckBuilder(session().beside(begun()))


def write_fact_check(claim_id: str, evidence: dict[str, str] | None = None, **steps: str) -> Reply:
    """A fact-check in code: `evidence` is what each source adds, by its id; `steps` are fields of a FactCheck.

    Saves it and returns the advice. Raises CourseError for an unknown claim, source or step.
    """
    from readtwice.page.kept import TALK

    refuse_unknown_claim(claim_id)
    used = tuple(Used(source, adds) for source, adds in (evidence or {}).items())
    for one in used:
        if session().pack.evidence(one.source) is None:
            raise CourseError(say("error.fact_check.no_source", source=one.source))
    allowed = [name for name in FactCheck.__dataclass_fields__ if name not in ("claim_id", "evidence", "checked")]
    for name in steps:
        if name not in allowed:
            raise CourseError(say("error.fact_check.no_step", name=name, known=", ".join(allowed)))
    written = from_answer({"claim_id": claim_id, **steps}) or FactCheck(claim_id)
    written = replace(written, evidence=used)
    session().save(FACT_CHECK + claim_id, to_answer(written), occasion=TALK)
    return publish_check(claim_id)


def publish_check(claim_id: str) -> Reply:
    """What the saved fact-check of a claim still lacks. Raises CourseError for an unknown claim."""
    from readtwice.activities.fact_check.widget import saved_fact_check
    from readtwice.page.kept import TALK

    refuse_unknown_claim(claim_id)
    if session().latest(FACT_CHECK + claim_id, TALK) is None:
        return told(list(filter(None, (say("publish_check.none"), hint(session())))))
    found = warnings(session().pack, saved_fact_check(session(), claim_id))
    head = say("publish_check.some", count=len(found)) if found else say("publish_check.clear")
    return told([head, *(one.line for one in found)])


def draft(draft_id: str) -> DraftQuestion:
    """A draft by us that may lack something. Raises CourseError for an unknown id."""
    claims = fact_checks_of(session().pack)
    for one in claims.drafts if claims else ():
        if one.id == draft_id:
            return DraftQuestion(one)
    known = ", ".join(one.id for one in (claims.drafts if claims else ()))
    raise CourseError(say("error.fact_check.no_draft", draft_id=draft_id, known=known))


class DraftQuestion:
    """What does a draft still lack? `show` it, then `check` the codes of the advice that it needs."""

    def __init__(self, draft: Draft) -> None:
        from readtwice.activities.fact_check.widget import written_draft

        self._draft = draft
        self._written = written_draft(draft)

    def show(self) -> Table:
        """The draft, step by step."""
        from readtwice.activities.fact_check.widget import draft_rows

        rows = draft_rows(session().pack, self._draft)
        return Table(say("draft.title"), [say("draft.step"), say("draft.written")], rows)

    def check(self, answer: Any = None) -> Reply:
        """Mark a list of codes: all the advice that the draft needs, in any order; an empty list if none."""
        expected = frozenset(one.code for one in warnings(session().pack, self._written))
        question = ValueQuestion(
            expected, say("draft.form", codes=", ".join(words()["fact_check_warning"])), say("draft.right"), ""
        )
        return reply(mark_value(question, answer))

    def solution(self) -> Reply:
        """The advice that the draft needs, in sentences."""
        found = warnings(session().pack, self._written)
        return told([say("publish_check.some", count=len(found)), *(f"{one.code}: {one.line}" for one in found)])


def refuse_unknown_claim(claim_id: str) -> None:
    """Raises CourseError for a claim that is not in the menu."""
    claims: Any = fact_checks_of(session().pack)
    known = [*(claim.id for claim in (claims.claims if claims else ())), OWN]
    if claim_id not in known:
        raise CourseError(say("error.fact_check.no_claim", claim_id=claim_id, known=", ".join(known)))
