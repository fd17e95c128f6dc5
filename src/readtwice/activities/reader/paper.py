"""On paper: the article, and who is who in it."""

from __future__ import annotations

from collections.abc import Iterable

from readtwice.activities.reader.widget import notes_on
from readtwice.markup import Html, joined
from readtwice.pack import Pack
from readtwice.pack.checks.form import blocks_of
from readtwice.pack.paper import PaperPart
from readtwice.page.paper.parts import block_html, specimen, table
from readtwice.page.paper.printing import Print, is_range
from readtwice.words import say


def reading(pack: Pack, part: PaperPart) -> Html:
    """The article or some of it, then who is who in it."""
    blocks = pack.article.blocks
    parts = part.of or (f"{blocks[0].id}-{blocks[-1].id}",)
    read = [block for one in parts for block in blocks_of(pack.article, one)]
    notes = [(f"{note['name']}", note["text"]) for note in notes_on(pack, read)]
    text_ = joined(block_html(pack, block) for block in read)
    return specimen(pack) + text_ + (_glossary(notes, say("who_is_who.title")) if notes else "")


def names(pack: Pack, part: PaperPart) -> Html:
    """The named people and terms, each with its sentence."""
    known = {person.name: person.who for person in pack.people} | {term.term: term.means for term in pack.terms}
    return _glossary([(name, known[name]) for name in part.of or known], "")


def _glossary(rows: Iterable[tuple[str, str]], title: str) -> Html:
    return table((say("who_is_who.name"), say("who_is_who.says")), rows, caption=title, look="fine")


def _is_name(pack: Pack, one: str) -> bool:
    return one in {person.name for person in pack.people} | {term.term for term in pack.terms}


PRINTS = {
    "read": Print(reading, knows=is_range, whole=False),
    "names": Print(names, is_there=lambda pack: pack.people or pack.terms, knows=_is_name),
}
