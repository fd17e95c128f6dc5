"""Fair rewrite: a caption in a learner's own words, compared word by word with the one as printed, never marked."""

from __future__ import annotations

from typing import Any

from readtwice.activities.caption_study.mark import Rewriting, rewriting
from readtwice.activities.caption_study.part import Fact, StudiedCaption
from readtwice.markup import Html, html
from readtwice.page.base import CourseWidget, script, style
from readtwice.page.demand import Demand, words_in
from readtwice.page.kept import TALK
from readtwice.page.session import Session
from readtwice.page.views import View, block_quote, paragraph
from readtwice.words import say, words

MAXIMUM_TEXT = 600
"""Characters of a rewrite. The longest caption of the article has not half of it."""

SHOWN = 12
"""Words of one kind that are named; more would bury the first."""


class Rewrite(CourseWidget):
    """One caption of the article. The learner's text is saved as `rewrite-<block>` when it is checked or left."""

    _esm = script(__package__, "rewrite.js")
    _css = style(__package__, "style.css")
    name = "rewrite"
    marks = False

    def __init__(self, session: Session, studied: StudiedCaption) -> None:
        self._studied = studied
        self._caption = session.pack.article.quote(session.pack.article.block(studied.block))
        self._draft: str | None = None
        self._is_model_shown = False
        super().__init__(session)

    def title(self) -> str:
        return say("rewrite.title", where=paragraph(self._studied.block))

    def build(self) -> View:
        text = self._saved() if self._draft is None else self._draft
        return {
            "where": paragraph(self._studied.block),
            "caption": self._caption,
            "text": text,
            "longest": MAXIMUM_TEXT,
            "found": _found(self._compare(text), self._studied) if text.strip() else [],
            "model": self._studied.model if self._is_model_shown else None,
        }

    @property
    def _item(self) -> str:
        return f"rewrite-{self._studied.block}"

    def _saved(self) -> str:
        event = self.session.latest(self._item, TALK)
        return event.answer[:MAXIMUM_TEXT] if event and isinstance(event.answer, str) else ""

    def asked(self) -> list[bool]:
        return [bool(self._saved())]

    def demand(self) -> Demand:
        return Demand(words_in(self._caption), texts=1)

    def _compare(self, text: str) -> Rewriting:
        return rewriting(self._studied, self._caption, text)

    def forget(self) -> None:
        self._draft = None
        self._is_model_shown = False

    def receive(self, message: dict[str, Any]) -> str:
        if message["type"] == "model":
            self._is_model_shown = not self._is_model_shown
            return self._studied.model if self._is_model_shown else ""
        text = message["text"]
        if not isinstance(text, str) or message["type"] not in ("look", "check"):
            raise ValueError("a rewrite is a text to look at or to check")
        if len(text) > MAXIMUM_TEXT:
            return say("rewrite.too_long", length=len(text), longest=MAXIMUM_TEXT)
        self._draft = text
        if message["type"] == "check" and text != self._saved():
            self.session.save(self._item, text, occasion=TALK)
        if not text.strip():
            return say("rewrite.empty")
        found = self._compare(text)
        new = len(found.numbers) + len(found.names) + len(found.words)
        return say("rewrite.spoken", remaining=len(found.remaining), lost=len(found.lost), new=new)

    def static_html(self) -> Html:
        phrases = words()["rewrite"]
        quote = block_quote(self.session.pack.article, self._studied.block)
        return html("<p>{}</p><p>{}</p>{}", phrases["how"], phrases["printed"], quote)


def _found(found: Rewriting, studied: StudiedCaption) -> list[View]:
    """What is known of a rewrite, in four short lists of sentences."""
    came_in = [
        say(f"rewrite.{kind}", words=_listed(some))
        for kind, some in (("numbers", found.numbers), ("names", found.names), ("words", found.words))
        if some
    ]
    came_in += [say("rewrite.elsewhere", words=quote) for quote in found.elsewhere]
    lists = {
        "remaining": [f"“{quote}”" for quote in found.remaining],
        "lost": [f"{say(f'rewrite.part.{fact.part}')}: “{fact.wordings[0]}”" for fact in found.lost],
        "new": came_in,
        "asked": [_asked(found, studied, part, status) for part, status in found.parts],
    }
    return [
        {"label": words()["rewrite"][name], "lines": lines or [say("rewrite.nothing")]} for name, lines in lists.items()
    ]


def _asked(found: Rewriting, studied: StudiedCaption, part: str, status: str) -> str:
    """What became of who, where or when."""
    told: tuple[Fact, ...] = studied.told(part)
    gone = [fact.wordings[0] for fact in told if fact in found.lost]
    line = say(f"rewrite.status.{status}", part=say(f"rewrite.part.{part}"), words="”, “".join(gone))
    doubts = [say("rewrite.doubt", doubt=fact.doubt) for fact in told if fact.doubt]
    return " ".join([line, *doubts])


def _listed(some: tuple[str, ...]) -> str:
    return ", ".join(some[:SHOWN]) + (" …" if len(some) > SHOWN else "")
