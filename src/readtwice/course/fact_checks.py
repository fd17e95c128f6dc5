"""Publish a fair fact-check: the builder, its advice in code, the good report, and the exports.

course.fact_check()
course.publish_check("who-chaired")
course.good_report()
course.export("html", "who-chaired")
"""

from __future__ import annotations

from dataclasses import replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readtwice.course.answers import Reply, reply
from readtwice.course.open import CourseError, session
from readtwice.course.tables import Table
from readtwice.marking.fact_check import FACT_CHECK, OWN, FactCheck, Used, from_answer, to_answer
from readtwice.marking.fact_check_warnings import warnings
from readtwice.marking.values import ValueQuestion, mark_value
from readtwice.widgets import page_html
from readtwice.words import say, words

if TYPE_CHECKING:
    from readtwice.pack.fact_checks import Draft
    from readtwice.widgets.exports import Exports
    from readtwice.widgets.fact_check import FactCheckBuilder


def fact_check() -> FactCheckBuilder:
    """The builder: a claim from the menu or of one's own, step by step, with advice."""
    from readtwice.widgets.fact_check import FactCheckBuilder

    return FactCheckBuilder(session())


def write_fact_check(claim_id: str, evidence: dict[str, str] | None = None, **steps: str) -> Reply:
    """A fact-check in code: `evidence` is what each source adds, by its id; `steps` are fields of a FactCheck.

    Saves it and returns the advice. Raises CourseError for an unknown claim, source or step.
    """
    from readtwice.widgets.kept import TALK

    _known_claim(claim_id)
    used = tuple(Used(source, adds) for source, adds in (evidence or {}).items())
    for one in used:
        if session().pack.evidence(one.source) is None:
            raise CourseError(f"There is no source {one.source!r} in this course.")
    allowed = [name for name in FactCheck.__dataclass_fields__ if name not in ("claim_id", "evidence", "checked")]
    for name in steps:
        if name not in allowed:
            raise CourseError(f"A fact-check has no step {name!r}. It has: {', '.join(allowed)}.")
    written = from_answer({"claim_id": claim_id, **steps}) or FactCheck(claim_id)
    written = replace(written, evidence=used)
    session().save(FACT_CHECK + claim_id, to_answer(written), occasion=TALK)
    return publish_check(claim_id)


def publish_check(claim_id: str) -> Reply:
    """What the saved fact-check of a claim still lacks. Raises CourseError for an unknown claim."""
    from readtwice.widgets.elsewhere import hint
    from readtwice.widgets.fact_check import saved_fact_check
    from readtwice.widgets.kept import TALK

    _known_claim(claim_id)
    if session().record.latest(FACT_CHECK + claim_id, TALK) is None:
        return _told(list(filter(None, (say("publish_check.none"), hint(session())))))
    found = warnings(session().pack, saved_fact_check(session(), claim_id))
    head = say("publish_check.some", count=len(found)) if found else say("publish_check.clear")
    return _told([head, *(one.line for one in found)])


def draft(draft_id: str) -> DraftQuestion:
    """A draft by us that may lack something. Raises CourseError for an unknown id."""
    claims = session().pack.fact_checks
    for one in claims.drafts if claims else ():
        if one.id == draft_id:
            return DraftQuestion(one)
    known = ", ".join(one.id for one in (claims.drafts if claims else ()))
    raise CourseError(f"There is no draft {draft_id!r}. There are: {known}.")


class DraftQuestion:
    """What does a draft still lack? `show` it, then `check` the codes of the advice that it needs."""

    def __init__(self, draft: Draft) -> None:
        from readtwice.widgets.fact_check import written_draft

        self._draft = draft
        self._written = written_draft(draft)

    def show(self) -> Table:
        """The draft, step by step."""
        from readtwice.widgets.fact_check import draft_rows

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
        return _told([say("publish_check.some", count=len(found)), *(f"{one.code}: {one.line}" for one in found)])


def good_report() -> Reply:
    """The good report, with the sources of each sentence. Raises CourseError where the pack has none."""
    pack = session().pack
    report = pack.good_report
    if report is None:
        raise CourseError("There is no good report for this article: its pack has no good_report.yaml.")
    numbers = report.notes
    html, text = [f"<h3>{escape(report.headline.text)}</h3>"], [report.headline.text]
    for paragraph in report.paragraphs:
        told = [(one.text, ", ".join(str(numbers[source]) for source in one.sources)) for one in paragraph.sentences]
        html.append(f"<p>{' '.join(f'{escape(line)} <small>[{note}]</small>' for line, note in told)}</p>")
        text.append(" ".join(f"{line} [{note}]" for line, note in told))
    lines = []
    for source_id, number in numbers.items():
        evidence = pack.evidence(source_id)
        lines.append((number, evidence.source_line if evidence else source_id))
    html.append(f"<p>{escape(say('good_report.length', words=report.length))} {escape(say('good_report.note'))}</p>")
    listed = "".join(f"<li>{escape(line)}</li>" for _, line in lines)
    html.append(f"<details><summary>{escape(say('good_report.sources'))}</summary><ol>{listed}</ol></details>")
    return Reply("\n\n".join(text), page_html("".join(html)))


def export(format: str, claim_id: str = "", folder: str | Path = ".") -> Reply:
    """Write your fact-checks, or your marks, to a file beside the notebook. Never writes over another file.

    `format` is html, claimreview, annotations, markdown or csv. Raises CourseError for another, where there is
    nothing to export yet, and where the folder cannot be written to.
    """
    from readtwice.publish import SUFFIX, NothingToExport, free_name, write_text
    from readtwice.publish import export as exported
    from readtwice.widgets.elsewhere import hint

    if format not in SUFFIX:
        raise CourseError(f"There is no format {format!r}. There are: {', '.join(SUFFIX)}.")
    if claim_id:
        _known_claim(claim_id)
    try:
        text = exported(session().record.events, session().pack, format, claim_id)
    except NothingToExport as error:
        raise CourseError(" ".join(filter(None, (str(error), hint(session()))))) from None
    path = free_name(Path(folder), f"fact-check{f'-{claim_id}' if claim_id else ''}", SUFFIX[format])
    try:
        write_text(path, text)
    except OSError as error:
        raise CourseError(f"The folder {str(folder)!r} cannot be written to ({error.strerror}).") from None
    return _told([say("publish.written", name=path.name)])


def exports() -> Exports:
    """Buttons that hand over each file as a download: all fact-checks, all marks, all answers, all saved work.

    The file of all saved work is read again from any folder `my-work`, under the name that it has.
    """
    from readtwice.publish import SUFFIX
    from readtwice.publish import export as exported
    from readtwice.record import progress_text
    from readtwice.widgets.exports import Exports

    def make(format: str) -> tuple[str, str]:
        if format == "progress":
            return "session-progress.jsonl", progress_text(session().record.to_take_along)
        return f"read-twice-{format}{SUFFIX[format]}", exported(session().record.events, session().pack, format)

    return Exports(session(), make)


def _known_claim(claim_id: str) -> None:
    claims: Any = session().pack.fact_checks
    known = [*(claim.id for claim in (claims.claims if claims else ())), OWN]
    if claim_id not in known:
        raise CourseError(f"There is no claim {claim_id!r}. There are: {', '.join(known)}.")


def _told(lines: list[str]) -> Reply:
    first, *rest = lines
    listed = f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in rest)}</ul>" if rest else ""
    return Reply("\n".join(lines), page_html(f"<p>{escape(first)}</p>{listed}"))
