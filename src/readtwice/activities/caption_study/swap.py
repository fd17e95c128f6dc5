"""Swap test: a caption with another side's name put in. How it sounds is an opinion: kept, never marked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from readtwice.activities.caption_study.part import StudiedCaption
from readtwice.article import Block
from readtwice.markup import Html, html, joined
from readtwice.pack import Quote
from readtwice.page.base import CourseWidget, script, style
from readtwice.page.kept import TALK
from readtwice.page.session import Session
from readtwice.page.views import View, paragraph
from readtwice.words import say, words

Parts = list[dict[str, Any]]
"""A text in pieces, each with whether it is marked."""


class SwapTest(CourseWidget):
    """One caption of the article. How the swapped one sounds is saved as `swap-<block>`."""

    _esm = script(__package__, "swap.js")
    _css = style(__package__, "style.css")
    name = "swap"

    def __init__(self, session: Session, studied: StudiedCaption) -> None:
        self._studied = studied
        self._block = session.pack.article.block(studied.block)
        super().__init__(session)

    def title(self) -> str:
        return say("swap.title", where=paragraph(self._studied.block))

    def build(self) -> View:
        studied = self._studied
        caption = self.session.pack.article.quote(self._block)
        event = self.session.latest(self._item, TALK)
        kept = event.answer if event and isinstance(event.answer, str) and event.answer in self._choices() else None
        printed = parts(caption, self._block, ((quote, quote.text) for quote in studied.added))
        answer = {"printed": printed, "slant": [quote.text for quote in studied.added], "note": studied.swap.note}
        return {
            "where": paragraph(studied.block),
            "swapped": parts(caption, self._block, ((put.quote, put.put) for put in studied.swap.put)),
            "answer": answer if kept else None,
            "choices": [{"code": code, "label": label} for code, label in self._choices().items()],
            "kept": kept,
            "line": say("swap.kept", answer=self._choices()[kept]) if kept else "",
        }

    @property
    def _item(self) -> str:
        return f"swap-{self._studied.block}"

    def _choices(self) -> dict[str, str]:
        choices: dict[str, str] = words()["swap"]["choices"]
        return choices

    def receive(self, message: dict[str, Any]) -> str:
        label = self._choices()[message["sounds"]]
        self.session.save(self._item, message["sounds"], occasion=TALK)
        return say("swap.kept", answer=label)

    def static_html(self) -> Html:
        view = self.build()
        choices, say = " · ".join(one["label"] for one in view["choices"]), words()["swap"]
        swapped = marked_html(view["swapped"])
        return html("<p>{}</p><p>{}</p>{}<p>{} {}</p>", say["how"], say["swapped"], swapped, say["ask"], choices)


def parts(text: str, block: Block, replaced: Iterable[tuple[Quote, str]]) -> Parts:
    """A caption in pieces, with words put in for quotes of it and marked. Quotes inside an earlier one are left out."""
    found: Parts = []
    at = 0
    for quote, put in sorted(replaced, key=lambda one: one[0].span.start):
        start, end = quote.span.start - block.start, quote.span.end - block.start
        if start >= at:
            found += [{"text": text[at:start], "marked": False}, {"text": put, "marked": True}]
            at = end
    found.append({"text": text[at:], "marked": False})
    return [part for part in found if part["text"]]


def marked_html(found: Parts) -> Html:
    """A caption in pieces, as a quotation."""
    texts = (html("<strong>{}</strong>", one["text"]) if one["marked"] else one["text"] for one in found)
    return html("<blockquote>{}</blockquote>", joined(texts))
