"""A learner's own text: kept in the record like any answer, and a pack as soon as it is there.

Its answers belong to the pack `own-article`, so that they stay apart from those on the course's own article and leave
in the same kinds of files.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from readtwice.article import Article, article_from_markdown
from readtwice.pack import Pack
from readtwice.page.kept import TALK
from readtwice.reading.pasted import KINDS, MOST_CHARACTERS, TooLong, as_markdown, clean
from readtwice.record import Record
from readtwice.words import say

SLUG = "own-article"
ITEM = "own-text"
ANSWERS = "own-answers-"
"""How the item ids begin under which what a learner says of one text is saved."""


class NoText(ValueError):
    """Something that cannot be read as a text; the message is one sentence for a learner."""


def cleaned(raw: object) -> str:
    """A pasted text, cleaned. Raises NoText."""
    if not isinstance(raw, str) or not raw.strip():
        raise NoText(say("own_article.empty"))
    try:
        text = clean(raw).text
    except TooLong:
        raise NoText(say("own_article.too_long", most=f"{MOST_CHARACTERS:,}")) from None
    if not any(letter.isalnum() for letter in text):
        raise NoText(say("own_article.empty"))
    return text


@dataclass(frozen=True, slots=True)
class OwnText:
    """A cleaned text; `kinds` says of some of its blocks, from 0, what they are where that is not guessed."""

    text: str
    kinds: tuple[tuple[int, str], ...] = ()

    @property
    def pack(self) -> Pack:
        """The text as a pack without items."""
        return _pack(self)


def saved(record: Record) -> OwnText | None:
    """The text at hand; None where there is none, or a damaged one."""
    event = record.latest(ITEM, TALK, SLUG)
    answer = event.answer if event else None
    if not isinstance(answer, dict) or not isinstance(answer.get("text"), str) or not answer["text"].strip():
        return None
    kinds = answer.get("kinds")
    known = {
        int(place): kind
        for place, kind in (kinds.items() if isinstance(kinds, dict) else ())
        if isinstance(place, str) and place.isdecimal() and len(place) < 5 and kind in KINDS
    }
    try:
        return OwnText(_readable(answer["text"]), tuple(sorted(known.items())))
    except NoText:
        return None


def own_pack(record: Record) -> Pack | None:
    """The learner's text as a pack without items; None where there is no text."""
    found = saved(record)
    return found.pack if found else None


def begun() -> Pack:
    """The pack of a text that is not there yet."""
    return Pack(SLUG, Article("", "", (), (), {}), ())


def answers_item(text: str) -> str:
    """The id under which the answers about one text are saved."""
    return ANSWERS + sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


@lru_cache(maxsize=4)
def _readable(text: str) -> str:
    """A saved text, cleaned once and not again at each click. Raises NoText."""
    return cleaned(text)


@lru_cache(maxsize=4)
def _pack(own: OwnText) -> Pack:
    title = " ".join(own.text.partition("\n")[0].split())[:120]
    article = article_from_markdown(as_markdown(own.text, dict(own.kinds), title or "–", slug=SLUG))
    return Pack(SLUG, article, ())
