"""The article as a place: what was read, judged, kept, caught and held back in it, from the record alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from readtwice.activities import judged
from readtwice.article import Article, Block, Sentence, Span
from readtwice.marking.caption_key import CAPTION
from readtwice.marking.finding import Finding, finding_of
from readtwice.pack import Pack
from readtwice.pack.checks.form import blocks_of
from readtwice.publish.annotations import marks
from readtwice.record import Event
from readtwice.syllabus import syllabus

ASKED = ("faded", "solo")
"""The uses of cards that everybody judges in a lesson, and which are not answered already where they are shown."""


@dataclass(frozen=True, slots=True)
class Question:
    """A claim of the article that a page asks about: the id that its answer has, where it stands, and its lesson."""

    id: str
    lesson: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A block of the article and what the learner did there.

    `sentences` has the length of each in characters and what came of it: the first `Finding` of those made in it,
    "seen" where it was only marked or read, "" else. `found` has each finding with the question and the part of it that
    it was made in, `open` the questions without one.
    """

    block: Block
    sentences: tuple[tuple[int, str], ...]
    found: frozenset[tuple[str, int, Finding]]
    open: tuple[Question, ...]
    asked: tuple[Question, ...]

    @property
    def counts(self) -> Counter[Finding]:
        """How many of each were made here."""
        return counted([self])


SEEN = "seen"


def places(pack: Pack, events: Iterable[Event]) -> tuple[Place, ...]:
    """Every block of the article in order, as one learner's events leave it."""
    latest = {event.item: event for event in sorted(events, key=lambda event: event.order) if _is_of(event, pack)}
    found = [*_found(pack, latest)]
    questions = [*_questions(pack)]
    seen = [span for mark in marks(latest.values(), pack) for span in mark.spans]
    seen += [block.span for block in _read(pack, latest)] if pack.slug == syllabus().article else []
    return tuple(_place(pack.article, block, found, questions, seen) for block in pack.article.blocks)


def _is_of(event: Event, pack: Pack) -> bool:
    return event.kind == "answer" and event.pack in ("", pack.slug)


@dataclass(frozen=True, slots=True)
class _Found:
    """One finding: in the answer to which question, of which part of it, and on which words."""

    question: str
    part: int
    span: Span
    finding: Finding


def _found(pack: Pack, latest: Mapping[str, Event]) -> Iterator[_Found]:
    """What came of each answer. An item is one finding on each of its quotes, a caption has many."""
    items = {item.id: item for item in pack.items}
    for name, event in latest.items():
        if name not in items:
            for part, (span, one) in enumerate(judged(event, pack)):
                if one:
                    yield _Found(name, part, span, one)
        elif one := finding_of(items[name], event.answer):
            yield from (_Found(name, 0, quote.span, one) for quote in items[name].shown)


def _questions(pack: Pack) -> Iterator[Question]:
    """What the lessons ask of everybody about words of the article."""
    for item in pack.items:
        if item.use in ASKED:
            yield Question(item.id, item.lesson, tuple(quote.span for quote in item.shown))
    lesson = syllabus().practises.get("caption", "")
    for caption in pack.captions:
        yield Question(CAPTION + caption.block, lesson, (pack.article.block(caption.block).span,))


def _read(pack: Pack, latest: Mapping[str, Event]) -> Iterator[Block]:
    """The blocks that a page has to read, of each lesson in which something was answered."""
    begun = {item.lesson for item in pack.items if item.id in latest}
    for lesson in syllabus().lessons:
        for part in lesson.reads if lesson.id in begun else ():
            yield from blocks_of(pack.article, part)


def _place(
    article: Article, block: Block, found: Iterable[_Found], questions: Iterable[Question], seen: Iterable[Span]
) -> Place:
    here = [one for one in found if one.span.overlaps(block.span)]
    asked = tuple(one for one in questions if any(span.overlaps(block.span) for span in one.spans))
    answered = {one.question for one in here}

    def shown(sentence: Sentence) -> str:
        made = {one.finding for one in here if one.span.overlaps(sentence.span)}
        if made:
            return next(one.value for one in Finding if one in made)
        return SEEN if any(span.overlaps(sentence.span) for span in seen) else ""

    return Place(
        block,
        tuple((sentence.end - sentence.start, shown(sentence)) for sentence in article.sentences_of(block.id)),
        frozenset((one.question, one.part, one.finding) for one in here),
        tuple(one for one in asked if one.id not in answered),
        asked,
    )


def counted(some: Iterable[Place]) -> Counter[Finding]:
    """How many of each were made in some blocks. What is asked of two blocks at once counts once."""
    return Counter(finding for _, _, finding in {one for place in some for one in place.found})
