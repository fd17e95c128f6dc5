"""What a notebook calls: the article in parts, and who is who in it."""

from __future__ import annotations

from readtwice.activities.reader.widget import Reader
from readtwice.page.open import CourseError, block_range, session
from readtwice.page.table import Table
from readtwice.words import say


def read(*parts: str) -> Reader:
    """The article in parts, each from block to block: `read("b04-b06", "b07-b11")`. No parts: all of it in one."""
    blocks = session().pack.article.blocks
    return Reader(session(), [block_range(part) for part in parts] or [(blocks[0].id, blocks[-1].id)])


def who_is_who(*names: str) -> Table:
    """The named people and terms of the glossary, each with its one sentence. No names: all of them."""
    pack = session().pack
    known = {person.name: person.who for person in pack.people} | {term.term: term.means for term in pack.terms}
    for name in names:
        if name not in known:
            raise CourseError(say("error.reader.no_glossary", name=name, known=", ".join(known)))
    header = (say("who_is_who.name"), say("who_is_who.says"))
    return Table(say("who_is_who.title"), header, [(name, known[name]) for name in names or known])


LESSON = {"text": read}
