"""Reader: the article in parts, with paragraph numbers, headings and captions set apart, people and words at hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from readtwice.article import Block
from readtwice.markup import Html, html, joined
from readtwice.pack import Pack
from readtwice.page.base import CourseWidget, script, style
from readtwice.page.session import Session
from readtwice.page.views import View, paragraph
from readtwice.words import say


class Reader(CourseWidget):
    """The article, or some of it. `parts` are pairs of block ids, first and last."""

    _esm = script(__package__, "script.js")
    _css = style(__package__, "style.css")
    name = "reader"

    def __init__(self, session: Session, parts: Sequence[tuple[str, str]]) -> None:
        blocks = session.pack.article.blocks
        places = {block.id: place for place, block in enumerate(blocks)}
        self._parts = [blocks[places[first] : places[last] + 1] for first, last in parts]
        super().__init__(session)

    def title(self) -> str:
        (first, *more), whole = self._parts, self.session.pack.article.blocks
        if more or len(first) == len(whole):
            return say("reader.name")
        return say("reader.some", where=" to ".join(dict.fromkeys(map(paragraph, (first[0].id, first[-1].id)))))

    def build(self) -> View:
        article = self.session.pack.article
        return {
            "notice": f"{say('static.specimen')} {self.session.pack.notice}",
            "parts": [
                [{"where": paragraph(b.id), "kind": b.kind, "text": article.quote(b)} for b in part]
                for part in self._parts
            ],
            "notes": notes_on(self.session.pack, [block for part in self._parts for block in part]),
        }

    def receive(self, message: dict[str, Any]) -> str:
        raise ValueError("the reader sends nothing")

    def static_html(self) -> Html:
        notice = html("<p>{} {}</p>", say("static.specimen"), self.session.pack.notice)
        return notice + joined(self._block_html(block) for part in self._parts for block in part)

    def _block_html(self, block: Block) -> Html:
        text = self.session.pack.article.quote(block)
        number = paragraph(block.id)
        if block.kind == "heading":
            return html("<h4>{} {}</h4>", number, text)
        if block.kind == "caption":
            return html("<p>{} <strong>{}</strong> <em>{}</em></p>", number, say("reader.caption"), text)
        return html("<p>{} {}</p>", number, text)


def notes_on(pack: Pack, blocks: Sequence[Block]) -> list[View]:
    """The people and terms of the glossary that stand in some blocks, each with all its names and its sentence."""
    text = "\n".join(pack.article.quote(block) for block in blocks)
    people = [("person", p.name, (p.name, *p.also), p.who) for p in pack.people]
    terms = [("term", t.term, (t.term, *t.also), t.means) for t in pack.terms]
    return [
        {"key": name.lower().replace(" ", "-"), "kind": kind, "name": name, "names": list(names), "text": means}
        for kind, name, names, means in (*people, *terms)
        if any(one in text for one in names)
    ]
