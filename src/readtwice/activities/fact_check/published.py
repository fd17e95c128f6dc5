"""The fact-checks in a record, ready to be written: the latest of each claim, with its sources looked up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import urlsplit

from readtwice.activities.fact_check.about import FACT_CHECK
from readtwice.activities.fact_check.mark import OWN, FactCheck, from_answer
from readtwice.activities.fact_check.warnings import menu_claim
from readtwice.pack import Pack, Quote
from readtwice.page.inert import MAXIMUM, inert
from readtwice.page.kept import OFF_PAGE
from readtwice.record import Event
from readtwice.words import say, words


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence. `address` is a web address or empty; `line` and `adds` are inert text."""

    line: str
    adds: str
    address: str


@dataclass(frozen=True, slots=True)
class Published:
    """One fact-check. All its texts are inert; `day` is when it was last saved, YYYY-MM-DD."""

    fact_check: FactCheck
    claim: str
    quote: Quote | None
    evidence: tuple[Evidence, ...]
    verdict: str
    working: tuple[str, ...]
    day: str


def fact_checks(events: Iterable[Event], pack: Pack, claim_id: str = "") -> tuple[Published, ...]:
    """The latest fact-check of each claim, or of one, in the order in which they were last saved."""
    latest: dict[str, Event] = {}
    for event in sorted(events, key=lambda event: event.order):
        if event.item.startswith(FACT_CHECK) and event.kind == "answer":
            latest.pop(event.item, None)
            latest[event.item] = event
    found = [(from_answer(event.answer), event) for event in latest.values()]
    return tuple(
        _published(one, event, pack) for one, event in found if one is not None and claim_id in ("", one.claim_id)
    )


def _published(fact_check: FactCheck, event: Event, pack: Pack) -> Published:
    claim = menu_claim(pack, fact_check)
    items = {item.id: item for item in pack.items}
    item = items.get(claim.item) if claim else None
    worked = item.computation.working if item and item.computation else ()
    evidence = _each_address_once(_evidence(row, pack) for row in _rows(event.answer))
    worked = _without({piece.address for piece in evidence}, worked)
    shown = _all_inert(fact_check, event.answer)
    computation = [shown.computation] if shown.computation.strip() else []
    return Published(
        shown,
        claim.words if claim else shown.claim,
        claim.quote if claim else None,
        evidence,
        words()["fact_check_verdict"].get(fact_check.verdict, say("publish.no_verdict")),
        (*computation, *worked),
        event.time[:10],
    )


def _all_inert(fact_check: FactCheck, answer: dict[str, Any]) -> FactCheck:
    """With the texts as they were saved, not as `from_answer` cut them: where one is too long, the cut is said."""
    names = [one.name for one in fields(fact_check) if isinstance(getattr(fact_check, one.name), str)]
    texts: dict[str, Any] = {name: inert(_text(answer.get(name))) for name in names}
    return replace(fact_check, **texts)


def _rows(answer: dict[str, Any]) -> list[dict[str, Any]]:
    evidence = answer.get("evidence")
    return [row for row in (evidence if isinstance(evidence, list) else []) if isinstance(row, dict)]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _evidence(row: dict[str, Any], pack: Pack) -> Evidence:
    source, adds, address, date = (_text(row.get(name)) for name in ("source", "adds", "address", "date"))
    known = pack.evidence(source)
    if known is not None:
        where = web_address(known.address)  # a figure's line ends with it
        return Evidence(known.source_line.removesuffix(where).rstrip(), inert(adds), where)
    where = web_address(address)
    if source != OWN and not source.startswith(OFF_PAGE):
        return Evidence(inert(source), inert(adds), where)
    named = inert(address) if not where and address.strip() else ""
    line = say("publish.own_source" if source == OWN else "publish.off_page", date=inert(date) or "–") + (
        f" {named}" if named else ""
    )
    return Evidence(line, inert(adds), where)


def _each_address_once(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Where two pieces are from one page, its address stands with the first."""
    seen, found = set[str](), list[Evidence]()
    for piece in evidence:
        found.append(replace(piece, address="") if piece.address in seen else piece)
        seen.add(piece.address)
    return tuple(found)


def _without(addresses: set[str], lines: Sequence[str]) -> tuple[str, ...]:
    """Lines of a working that end with an address, without it where it stands above already."""
    kept, seen = list[str](), set(addresses)
    for line in lines:
        text, _, last = line.rpartition(" ")
        kept.append(text if last in seen else line)
        seen.add(web_address(last))
    return tuple(kept)


def web_address(text: str) -> str:
    """The text where it is a plain web address, else nothing."""
    try:
        parts = urlsplit(text)
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None
    except ValueError:
        return ""
    plain = (
        len(text) <= MAXIMUM
        and text.isascii()
        and text.isprintable()
        and not any(letter in text for letter in " \"'<>`\\()[]{}")
    )
    return text if known and plain else ""
