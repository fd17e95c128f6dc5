"""A pack: one article with everything that the course knows about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from readtwice.article import Article
from readtwice.pack.compiled_article import plain_article
from readtwice.pack.item import Item, Quote
from readtwice.pack.part import Parts
from readtwice.words import say

if TYPE_CHECKING:
    from readtwice.figures import Figure, Figures
    from readtwice.pack.captions import Caption
    from readtwice.pack.form import Form
    from readtwice.pack.one_shot import OneShot
    from readtwice.pack.paper import Paper

DISPOSITIONS = ("item", "accepted alternative", "moved", "discussion", "dropped")


ABOUT = ("date", "source", "address", "licence", "made_by")
"""What the front matter of an article may say of the text and of its key."""


def _no_figures() -> Figures:
    from readtwice.figures import Figures  # here, because the first cell of a lesson should not wait for it

    return Figures()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from. `read` says whether its text was read when the key was made."""

    id: str
    claim: str
    title: str
    publisher: str
    tier: str
    address: str
    date: str
    says: str
    read: bool

    @property
    def is_gradable(self) -> bool:
        """Whether a scored item may rest on it: read, and of tier trade or better."""
        from readtwice.figures import GRADABLE_TIERS

        return self.read and self.tier in GRADABLE_TIERS

    @property
    def source_line(self) -> str:
        """Where it is from, in one line; a figure has the same."""
        return say("feedback.source", publisher=self.publisher, date=self.date, title=self.title)


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one entry of the evidence dossier."""

    entry: str
    disposition: str
    lesson: str
    note: str


@dataclass(frozen=True, slots=True)
class Person:
    """Who is who: a name, how else the article calls the person, and one sentence."""

    name: str
    also: tuple[str, ...]
    who: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word, its other forms, and what it means in one sentence."""

    term: str
    also: tuple[str, ...]
    means: str


class _Unread:
    """Fields that are built when they are first asked for: every lesson waits for its pack, and few ask for them."""

    __slots__ = ("_unread",)
    _unread: dict[str, Callable[[], Any]]

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:  # of an empty slot
            build = None if name == "_unread" else getattr(self, "_unread", {}).pop(name, None)
            if build is None:
                raise AttributeError(f"{type(self).__name__} has no {name!r}")
            object.__setattr__(self, name, build())
            return getattr(self, name)


@dataclass(frozen=True, slots=True)
class Pack(_Unread):
    """Everything about one article. Built from a folder by `read_folder`, or loaded compiled.

    `items` are as printed in the article; `twins` are other states of some of them, whose quotes stand in the article
    as it reads with their words. `draw.drawn` is the pack as one learner reads it.
    """

    slug: str
    article: Article
    items: tuple[Item, ...]
    twins: tuple[Item, ...] = ()
    sources: tuple[Source, ...] = ()
    figures: Figures = field(default_factory=_no_figures)
    entries: tuple[Entry, ...] = ()
    people: tuple[Person, ...] = ()
    terms: tuple[Term, ...] = ()
    captions: tuple[Caption, ...] = ()
    form: Form | None = None
    one_shot: OneShot | None = None
    paper: Paper | None = None
    parts: Parts = field(default_factory=Parts)

    def unread(self, **builders: Callable[[], Any]) -> Pack:
        """The same, with fields that are built when they are first asked for."""
        return self._copied({}, {name: cache(build) for name, build in builders.items()})

    def with_(self, **changed: Any) -> Pack:
        """A copy in which some fields are others; what is unread stays unread."""
        return self._copied(changed, getattr(self, "_unread", {}))

    def _copied(self, changed: Mapping[str, Any], unread: Mapping[str, Callable[[], Any]]) -> Pack:
        made = object.__new__(Pack)
        object.__setattr__(made, "_unread", {name: unread[name] for name in unread if name not in changed})
        for name in self.__dataclass_fields__:
            if name not in made._unread:
                object.__setattr__(made, name, changed[name] if name in changed else getattr(self, name))
        return made

    def item(self, item_id: str) -> Item:
        """The item or twin with this id. Raises KeyError."""
        for item in (*self.items, *self.twins):
            if item.id == item_id:
                return item
        raise KeyError(item_id)

    def evidence(self, evidence_id: str) -> Source | Figure | None:
        """The source or the figure with this id; None where there is none."""
        for source in self.sources:
            if source.id == evidence_id:
                return source
        return self.figures.get(evidence_id)

    def tier_of(self, evidence_id: str) -> str:
        """The tier of a source or figure; empty where there is none."""
        found = self.evidence(evidence_id)
        return found.tier if found is not None else ""

    def items_for(self, lesson: str, use: str) -> tuple[Item, ...]:
        """The items of one lesson and use, in the order of their file."""
        return tuple(item for item in self.items if item.lesson == lesson and item.use == use)

    @property
    def notice(self) -> str:
        """What must stand wherever the article is shown."""
        return str(self.article.front_matter.get("notice", ""))

    @property
    def made_by(self) -> str:
        """Who made the key, where that was one person outside the course; empty for the course's own packs."""
        return str(self.article.front_matter.get("made_by", ""))

    @property
    def about(self) -> tuple[str, ...]:
        """Sentences on the text, as far as its front matter says: its date, its licence, who made the key."""
        told = self.article.front_matter
        return tuple(say(f"lessons.about.{name}", told=told[name]) for name in ABOUT if told.get(name))


def plain(value: Any) -> Any:
    """A dataclass of a pack as plain dicts and lists, empty fields left out, ready for JSON."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Parts):
        return value.plain()
    if isinstance(value, Article):
        return plain_article(value)
    if isinstance(value, Quote):
        return {value.block: value.text}
    if hasattr(value, "__dataclass_fields__"):
        named = {name: getattr(value, name) for name, f in value.__dataclass_fields__.items() if f.compare}
        return {name: plain(v) for name, v in named.items() if v is not None and v is not False and v not in ("", ())}
    if isinstance(value, dict):
        return {key: plain(v) for key, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    return value
