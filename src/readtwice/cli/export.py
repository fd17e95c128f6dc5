"""`readtwice export`: from a record on the disk to one file."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from readtwice.cli.records import NoRecord, latest_work
from readtwice.cli.said import refuse, write_page
from readtwice.pack import PackError, load_pack
from readtwice.pack.found import own_packs, shipped_packs
from readtwice.publish import NothingToExport, export, left_out
from readtwice.record import Event
from readtwice.syllabus import syllabus
from readtwice.words import say


def export_record(record: Path, format: str, claim_id: str, output: str, pack: str = "", url: str = "") -> int:
    """Write what one learner's record holds about a pack: the named one, or the first that has such work.

    Problems are one sentence each on standard error, and so is what else the record holds. Returns 0 or 1.
    """
    try:
        _, mine = latest_work(record)
    except NoRecord as error:
        return refuse(error)
    try:
        made = _made(mine, [pack] if pack else _packs_of(mine), format, claim_id, url)
    except (NothingToExport, PackError) as error:
        return refuse(error)
    (about, text), *others = made.items()
    if others:
        more = ", ".join(slug for slug, _ in others)
        print(say("publish.other_packs", pack=about, others=more), file=sys.stderr)
    if parts := left_out(mine, load_pack(about), format, claim_id):
        print(say("publish.other_reviews", others=", ".join(parts)), file=sys.stderr)
    if output == "-":
        sys.stdout.write(text)
        return 0
    return write_page(output, text)


def _packs_of(events: Iterable[Event]) -> list[str]:
    """The packs that somebody's answers are about: the article under study, then the most answered first."""
    known = {*shipped_packs(), *own_packs()}
    answered = Counter(event.pack for event in events if event.pack in known)
    return list(dict.fromkeys((syllabus().article, *(slug for slug, _ in answered.most_common()))))


def _made(events: Iterable[Event], packs: Iterable[str], format: str, claim_id: str, url: str) -> dict[str, str]:
    """The text about each pack that has such work. Raises NothingToExport where none has, PackError for no pack."""
    events, made, told = tuple(events), dict[str, str](), list[NothingToExport]()
    for slug in packs:
        try:
            made[slug] = export(events, load_pack(slug), format, claim_id, url)
        except NothingToExport as error:
            told.append(error)
    if not made:
        raise told[0]
    return made
