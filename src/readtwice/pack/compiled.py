"""The compiled form, `pack.json`: what a learner's kernel loads, without YAML and without splitting sentences."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readtwice.article import Article, Block, Sentence, Span, read_plain
from readtwice.pack.item import Computation, Dissent, Item, NumberSlip, Option, Quote
from readtwice.pack.pack import Entry, LedgerEntry, LedgerTopic, Pack, Person, Source, Term, plain

if TYPE_CHECKING:
    from readtwice.figures import Figures
    from readtwice.pack.caption_study import CaptionStudy
    from readtwice.pack.captions import Caption
    from readtwice.pack.comparisons import Comparison

FORMAT = 1


class PackError(ValueError):
    """A pack that cannot be loaded, or lacks what was asked of it. A notebook shows only its one sentence."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


def compiled(pack: Pack) -> str:
    """The text of `pack.json`: the same pack always gives the same bytes."""
    document = {"format": FORMAT, "slug": pack.slug, **plain(pack)}
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


@lru_cache(maxsize=16)
def load_pack(slug: str) -> Pack:
    """A pack that ships with the course, by its slug. Raises PackError."""
    file = resources.files("readtwice") / "packs" / slug / "pack.json"
    if "/" in slug or "\\" in slug or not file.is_file():
        raise PackError(f"There is no pack named {slug!r} in this course.")
    return from_json(file.read_bytes(), f"packs/{slug}/pack.json")


def shipped_packs() -> tuple[str, ...]:
    """The slugs of all packs that ship with the course, in the order of the alphabet."""
    folder = resources.files("readtwice") / "packs"
    return tuple(sorted(one.name for one in folder.iterdir() if (one / "pack.json").is_file()))


def load_pack_file(path: Path) -> Pack:
    """A pack compiled elsewhere. Raises PackError."""
    try:
        return from_json(read_plain(path), str(path))
    except OSError as error:
        raise PackError(f"{path} cannot be read ({error.strerror}).") from None


def from_json(source: str | bytes, name: str) -> Pack:
    """The pack in the content of a `pack.json`. Raises PackError."""
    remedy = "Run `readtwice check --write` on its folder again."
    try:
        document = json.loads(source)
        if document["format"] != FORMAT:
            raise PackError(f"{name} has format {document['format']!r}, this course reads {FORMAT}. {remedy}")
        return _pack(document)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        if isinstance(error, PackError):
            raise
        raise PackError(f"{name} is damaged ({type(error).__name__}: {error}). {remedy}") from None


def _pack(document: dict[str, Any]) -> Pack:
    article = document["article"]
    return Pack(
        slug=document["slug"],
        article=Article(
            title=article["title"],
            text=article["text"],
            blocks=tuple(Block(**block) for block in article["blocks"]),
            sentences=tuple(Sentence(**sentence) for sentence in article["sentences"]),
            front_matter=article.get("front_matter", {}),
        ),
        items=tuple(_item(item) for item in document.get("items", [])),
        sources=tuple(Source(**{"read": False, **source}) for source in document.get("sources", [])),
        figures=_figures(document.get("figures", {})),
        entries=tuple(Entry(**{"lesson": "", **entry}) for entry in document.get("entries", [])),
        people=tuple(
            Person(person["name"], tuple(person.get("also", ())), person["who"])
            for person in document.get("people", [])
        ),
        terms=tuple(
            Term(term["term"], tuple(term.get("also", ())), term["means"]) for term in document.get("terms", [])
        ),
        ledger=tuple(_topic(topic) for topic in document.get("ledger", [])),
        comparisons=_comparisons(document.get("comparisons", [])),
        captions=_captions(document.get("captions", [])),
        study=_study(document.get("study")),
        **_parts(document),
    )


def _parts(document: dict[str, Any]) -> dict[str, Any]:
    """The optional parts that are one dataclass each."""
    from readtwice.pack.parts import PARTS
    from readtwice.pack.records import rebuild

    return {name: rebuild(kind, document[name], _quote) for name, kind in PARTS.items() if name in document}


def _figures(figures: dict[str, Any]) -> Figures:
    from readtwice.figures import Figure, Figures, Table
    from readtwice.figures.figure import number

    found = Figures(
        tuple(Figure(**{**figure, "value": number(figure["value"])}) for figure in figures.get("rows", [])),
        tuple(Table(**table) for table in figures.get("tables", [])),
    )
    len(found)  # makes a figure of every cell, so that a damaged one is found now and not in a lesson
    return found


def _comparisons(comparisons: list[dict[str, Any]]) -> tuple[Comparison, ...]:
    if not comparisons:
        return ()
    from readtwice.pack.comparisons import comparison_from

    return tuple(comparison_from(one, _quote) for one in comparisons)


def _captions(captions: list[dict[str, Any]]) -> tuple[Caption, ...]:
    if not captions:
        return ()
    from readtwice.pack.captions import caption_from

    return tuple(caption_from(one, _quote) for one in captions)


def _study(study: dict[str, Any] | None) -> CaptionStudy | None:
    if study is None:
        return None
    from readtwice.pack.caption_study import study_from

    return study_from(study, _quote)


def _topic(topic: dict[str, Any]) -> LedgerTopic:
    entries = tuple(
        LedgerEntry(_quote(e["quote"]), *(e.get(name, "") for name in ("who", "position", "date", "number")))
        for e in topic.get("entries", [])
    )
    return LedgerTopic(topic["id"], topic["label"], topic["question"], entries)


def _quote(quote: dict[str, Any]) -> Quote:
    span = Span(**quote["span"])
    return Quote(quote["block"], quote["sentence"], quote["text"], span)


def _item(item: dict[str, Any]) -> Item:
    lists: dict[str, Any] = {
        name: tuple(item[name]) for name in ("hints", "reasons_accepted", "evidence", "steps") if name in item
    }
    parts: dict[str, Any] = {
        **item,
        **lists,
        "sides": tuple(tuple(_quote(q) for q in side) for side in item.get("sides", ())),
        "targets": tuple(_quote(q) for q in item.get("targets", ())),
        "options": {verdict: Option(**option) for verdict, option in item["options"].items()},
        "computation": _computation(item["computation"]) if "computation" in item else None,
        "accept_dissent": Dissent(**item["accept_dissent"]) if "accept_dissent" in item else None,
    }
    return Item(**parts)


def _computation(computation: dict[str, Any]) -> Computation:
    numbers = ("value", "low", "high", "estimate_low", "estimate_high")
    lists = ("working", "take", "figures", "divide_by", "rates")
    slips = (NumberSlip(**{**slip, "value": Decimal(slip["value"])}) for slip in computation.get("slips", ()))
    return Computation(
        **{
            **computation,
            **{name: Decimal(computation[name]) for name in numbers},
            **{name: tuple(computation.get(name, ())) for name in lists},
            "slips": tuple(slips),
        }
    )
