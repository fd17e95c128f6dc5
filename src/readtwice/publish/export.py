"""From a record to the text of a file."""

from __future__ import annotations

from collections.abc import Iterable

from readtwice.activities import export as made_by_activity
from readtwice.activities import exports
from readtwice.activities import left_out as left_out_by_activity
from readtwice.pack import Pack
from readtwice.page.files import NothingToExport
from readtwice.publish.annotations import as_annotations, marks
from readtwice.publish.leaving import chosen
from readtwice.publish.table import as_csv
from readtwice.record import Event
from readtwice.words import say

BUILT_IN = {"annotations": ".jsonld", "csv": ".csv"}
SUFFIX = exports() | BUILT_IN
"""Each format with the ending of its file's name."""

FORMATS = tuple(SUFFIX)


def export(events: Iterable[Event], pack: Pack, format: str, part: str = "", url: str = "") -> str:
    """The text of a file: all marks (annotations), answers (csv), or what an activity makes, such as fact-checks.

    `part` takes one thing alone, such as the fact-check of one claim; `url` is where the learner has published it.
    Raises NothingToExport, and ValueError for another format.
    """
    events = _about(events, pack)
    if url and format in BUILT_IN:
        raise NothingToExport(say("publish.no_url"))
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
    return made_by_activity(events, pack, format, part, url)


def left_out(events: Iterable[Event], pack: Pack, format: str, part: str = "") -> tuple[str, ...]:
    """What a file of this format does not hold, since each needs a file of its own: the `part` of each."""
    return () if format in BUILT_IN else left_out_by_activity(_about(events, pack), pack, format, part)


def _about(events: Iterable[Event], pack: Pack) -> tuple[Event, ...]:
    return tuple(event for event in events if event.pack in ("", pack.slug))
