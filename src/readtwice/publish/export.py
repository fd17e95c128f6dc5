"""From a record to the text of a file."""

from __future__ import annotations

from collections.abc import Iterable

from readtwice.pack import Pack
from readtwice.publish.annotations import as_annotations, marks
from readtwice.publish.claim_review import as_claim_review
from readtwice.publish.leaving import chosen
from readtwice.publish.markdown import as_markdown
from readtwice.publish.page import as_page
from readtwice.publish.published import fact_checks
from readtwice.publish.table import as_csv
from readtwice.record import Event
from readtwice.words import say

SUFFIX = {"html": ".html", "claimreview": ".json", "annotations": ".jsonld", "markdown": ".md", "csv": ".csv"}
FORMATS = tuple(SUFFIX)


class NothingToExport(ValueError):
    """There is nothing in the record that this format holds; the message is one sentence for a person."""


def export(events: Iterable[Event], pack: Pack, format: str, claim_id: str = "") -> str:
    """The text of a file: fact-checks (html, claimreview, markdown), all marks (annotations), or answers (csv).

    `claim_id` takes one fact-check alone. Raises NothingToExport, and ValueError for another format.
    """
    events = tuple(event for event in events if event.pack in ("", pack.slug))
    if format == "annotations":
        if not marks(events, pack):
            raise NothingToExport(say("publish.no_marks"))
        return as_annotations(events, pack)
    if format == "csv":
        if not any(chosen(event, pack) for event in events):
            raise NothingToExport(say("publish.no_marks"))
        return as_csv(events, pack)
    if format not in SUFFIX:
        raise ValueError(f"There is no format {format!r}. There are: {', '.join(FORMATS)}.")
    found = fact_checks(events, pack, claim_id)
    if not found:
        raise NothingToExport(say("publish.no_fact_check"))
    if format == "claimreview":
        if not any(one.fact_check.verdict for one in found):
            raise NothingToExport(say("publish.no_verdict_yet"))
        return as_claim_review(found, pack)
    return as_page(found, pack) if format == "html" else as_markdown(found, pack)
