"""The compiled form, `pack.json`: what a learner's kernel loads, without YAML and without splitting sentences.

One record stands on each line (an item, a block of the article, a figure), so that a change can be reviewed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache, partial
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readtwice.article import Article, read_plain
from readtwice.pack.compiled_article import article_of, quotes_of, quotes_with
from readtwice.pack.found import COMPILED, is_path, own_packs, remember, shipped_packs
from readtwice.pack.item import Change, Computation, Dissent, Item, NumberSlip, Option, Twin
from readtwice.pack.pack import Entry, Pack, Person, Source, Term, plain
from readtwice.pack.part import Compiled, Parts, QuoteOf
from readtwice.words import language, say

if TYPE_CHECKING:
    from readtwice.figures import Figures
    from readtwice.pack.captions import Caption

FORMAT = 2
CORE_PARTS = ("form", "one_shot", "paper")
"""The names of `parts.PARTS`, which is not loaded for them."""

OWN = {"format", *Pack.__dataclass_fields__} - {"parts"}
"""What stands in a compiled pack by itself; any other entry is the part of an activity."""


class PackError(ValueError):
    """A pack that cannot be loaded, or lacks what was asked of it. A notebook shows only its one sentence."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


def compiled(pack: Pack) -> str:
    """The text of `pack.json`: the same pack always gives the same bytes."""
    told = plain(pack)
    document = {"format": FORMAT, "slug": pack.slug, **told.pop("parts", {}), **told}
    return _in_lines(document) + "\n"


def _in_lines(value: Any, deep: int = 0) -> str:
    """JSON: two levels of names and one of lists are laid open, and what is below stands on one line each."""
    if isinstance(value, dict) and value and deep < 2:
        named = (f"{json.dumps(name)}: {_in_lines(value[name], deep + 1)}" for name in sorted(value))
        return "{\n" + ",\n".join(named) + "\n}"
    if isinstance(value, list) and value and deep < 3:
        return "[\n" + ",\n".join(_in_lines(one, 3) for one in value) + "\n]"
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def load_pack(name: str) -> Pack:
    """A pack by its slug, in the language spoken, or by the path of its folder. Raises PackError.

    By slug it is one that ships with the course or, as `found` says, one of the user's own.
    """
    if is_path(name):
        return open_folder(Path(name))
    if name not in shipped_packs() and (own := own_packs().get(name)):
        return _load_own(own)
    return _load_pack(name, language())


def open_folder(folder: Path) -> Pack:
    """The pack in a folder, which is known by its slug from now on. Raises PackError."""
    if not (folder / COMPILED).is_file():
        if (folder / "article.md").is_file():
            raise PackError(say("error.pack.not_compiled", folder=folder))
        raise PackError(say("error.pack.no_pack", slug=str(folder)))
    pack = _load_own(folder)
    remember(folder)
    return pack


def _load_own(folder: Path) -> Pack:
    """Read again when its file has changed: an author checks and looks, many times."""
    file = folder.resolve() / COMPILED
    try:
        about = file.stat()
    except OSError as error:
        raise PackError(say("error.pack.cannot_read", path=file, reason=error.strerror)) from None
    return _own(file, about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=32)
def _own(file: Path, _changed: int, _size: int) -> Pack:
    pack = load_pack_file(file)
    if pack.slug != file.parent.name:
        raise PackError(say("error.pack.slug_is_not_folder", folder=file.parent, slug=pack.slug))
    return pack


@lru_cache(maxsize=32)
def _load_pack(slug: str, _language: str) -> Pack:
    file = home_of(slug) / COMPILED
    if slug not in shipped_packs() or not file.is_file():
        raise PackError(say("error.pack.no_pack", slug=slug))
    return from_json(file.read_bytes(), f"packs/{slug}/pack.json", proven=True)


def home_of(slug: str) -> Traversable:
    """The folder of a pack. Of one that ships, that in `packs/<language>/` if there is one, else that in `packs/`."""
    packs = resources.files("readtwice") / "packs"
    own = packs / language() / slug
    if (own / COMPILED).is_file():
        return own
    return packs / slug if slug in shipped_packs() else own_packs().get(slug, packs / slug)


def all_packs(refused: list[str] | None = None) -> dict[str, Pack]:
    """Every pack that ships and every one of the user's own, by slug.

    One of their own that cannot be read stops nobody: it is left out, and `refused` is told why.
    """
    packs = {slug: load_pack(slug) for slug in shipped_packs()}
    for slug in own_packs():
        if slug not in packs:
            try:
                packs[slug] = load_pack(slug)
            except PackError as error:
                if refused is not None:
                    refused.append(str(error))
    return packs


def load_pack_file(path: Path) -> Pack:
    """A pack compiled elsewhere. Raises PackError."""
    try:
        return from_json(read_plain(path), str(path))
    except OSError as error:
        raise PackError(say("error.pack.cannot_read", path=path, reason=error.strerror)) from None


def from_json(source: str | bytes, name: str, *, proven: bool = False) -> Pack:
    """The pack in the content of a `pack.json`. Raises PackError.

    One that is `proven` ships with the course, whose tests read every figure of it: that is left until one is asked
    for, since every lesson waits for its pack.
    """
    try:
        document = json.loads(source)
        if document["format"] == 1:
            from readtwice.pack.first_format import from_first_format

            document = from_first_format(document)
        elif document["format"] != FORMAT:
            raise PackError(
                say(
                    "error.pack.other_format",
                    name=name,
                    document=document["format"],
                    format=FORMAT,
                    remedy=say("error.pack.check_again"),
                )
            )
        return _pack(document, name, proven)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        if isinstance(error, PackError):
            raise
        raise damaged(name, error) from None


def damaged(name: str, error: Exception) -> PackError:
    """What to say of a compiled pack in which something is not as it was written."""
    return PackError(
        say(
            "problem.damaged",
            name=name,
            kind=type(error).__name__,
            detail=error,
            remedy=say("error.pack.check_again"),
        )
    )


def _pack(document: dict[str, Any], name: str, proven: bool) -> Pack:
    article = article_of(document["article"])
    quote = quotes_of(article)
    builders = dict(_builders(document, quote, proven))
    rest: dict[str, Any] = {one: None if proven else build() for one, build in builders.items()}
    pack = Pack(
        slug=document["slug"],
        article=article,
        items=tuple(_item(item, quote) for item in document.get("items", [])),
        twins=tuple(_twins(document, article)),
        sources=tuple(Source(**{"read": False, **source}) for source in document.get("sources", [])),
        entries=tuple(Entry(**{"lesson": "", **entry}) for entry in document.get("entries", [])),
        people=tuple(
            Person(person["name"], tuple(person.get("also", ())), person["who"])
            for person in document.get("people", [])
        ),
        terms=tuple(
            Term(term["term"], tuple(term.get("also", ())), term["means"]) for term in document.get("terms", [])
        ),
        parts=Parts({one: Compiled(document[one], quote, name) for one in document if one not in OWN}),
        **rest,
    )
    return pack.unread(**builders) if proven else pack


def _builders(document: dict[str, Any], quote: QuoteOf, proven: bool) -> Iterator[tuple[str, Callable[[], Any]]]:
    """What builds the parts that not every lesson asks for, and that rooms below the activities need."""
    yield "figures", lambda: _figures(document.get("figures", {}), proven)
    yield "captions", lambda: _captions(document.get("captions", []), quote)
    for name in CORE_PARTS:
        if name in document:
            yield name, partial(_core_part, name, document[name], quote)


def _core_part(name: str, compiled: Any, quote: QuoteOf) -> Any:
    """An optional part that is one dataclass."""
    from readtwice.pack.parts import PARTS
    from readtwice.pack.rebuild import rebuild

    return rebuild(PARTS[name], compiled, quote)


def _figures(figures: dict[str, Any], proven: bool) -> Figures:
    from readtwice.figures import Figure, Figures, Table
    from readtwice.figures.figure import number

    found = Figures(
        tuple(Figure(**{**figure, "value": number(figure["value"])}) for figure in figures.get("rows", [])),
        tuple(Table(**table) for table in figures.get("tables", [])),
    )
    if not proven:
        len(found)  # makes a figure of every cell, so that a damaged one is found now and not in a lesson
    return found


def _captions(captions: list[dict[str, Any]], quote: QuoteOf) -> tuple[Caption, ...]:
    if not captions:
        return ()
    from readtwice.pack.captions import caption_from

    return tuple(caption_from(one, quote) for one in captions)


def _item(item: dict[str, Any], quote: QuoteOf) -> Item:
    lists: dict[str, Any] = {
        name: tuple(item[name]) for name in ("hints", "reasons_accepted", "evidence", "steps") if name in item
    }
    parts: dict[str, Any] = {
        **item,
        **lists,
        "sides": tuple(tuple(quote(q) for q in side) for side in item.get("sides", ())),
        "targets": tuple(quote(q) for q in item.get("targets", ())),
        "options": {verdict: Option(**option) for verdict, option in item["options"].items()},
        "computation": _computation(item["computation"]) if "computation" in item else None,
        "accept_dissent": Dissent(**item["accept_dissent"]) if "accept_dissent" in item else None,
    }
    return Item(**parts)


def _twins(document: dict[str, Any], article: Article) -> Iterator[Item]:
    """The quotes of each stand in the article as it reads with its words."""
    if not document.get("twins"):
        return
    from readtwice.pack.draw import changed_pieces

    pieces = {block["id"]: block["text"] for block in document["article"]["blocks"]}
    for item in document["twins"]:
        words = tuple(Change(**change) for change in item["twin"]["words"])
        twin = Twin(**{**item["twin"], "words": words})
        yield _item({**item, "twin": twin}, quotes_with(article, pieces, changed_pieces(pieces, words)))


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
