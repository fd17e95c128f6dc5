"""What of a saved answer may leave the course in a file, by name: nothing else does, whatever an event holds.

An activity says for each kind of its events what may leave, in the `LEAVES` of its `leaves.py`. A new kind of answer,
a new field or a value that is not offered stays in until it is named there. `tests/publish/test_leaving.py` walks over
all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from readtwice.article import Span
from readtwice.marking.matching import Match, read_match
from readtwice.pack import Item, Pack, Quote
from readtwice.page.inert import inert

Read = Callable[[str, Any, Pack], Any]
"""From the rest of an event's id, its answer and the pack to what may leave of it; None where nothing may."""

Stands = Callable[[str, Any, Pack], Iterable[tuple[Any, tuple[Span, ...]]]]
"""What may leave of an answer, part by part, each with where it stands in the article."""


def in_words(answer: object) -> str:
    """An answer as a person reads it, hidden characters named."""
    if isinstance(answer, dict):
        return "; ".join(f"{inert(str(name))}: {in_words(value)}" for name, value in answer.items())
    if isinstance(answer, (list, tuple)):
        return "; ".join(in_words(part) for part in answer)
    return inert(str(answer))


def _called(answer: Any) -> tuple[str, str]:
    return in_words(answer), ""


@dataclass(frozen=True, slots=True)
class Leaves:
    """What may leave of one kind of events.

    `chosen` is what a learner picked among what the course offers, each value compared with what is offered. `written`
    is what a learner put in words of their own: it leaves only in files that learners make to take their own words
    along, and these say so. `stands` finds either in the article, for annotations; `told` says in two parts, of which
    either may be empty, what a part calls its words and what is written about them.
    """

    chosen: Read | None = None
    written: Read | None = None
    stands: Stands | None = None
    told: Callable[[Any], tuple[str, str]] = _called


def stands_on(quote: Quote, answer: Any) -> Iterator[tuple[Any, tuple[Span, ...]]]:
    """An answer to a card on one quote."""
    yield answer, (quote.span,)


def stands_on_item(item: Item, answer: Any) -> Iterator[tuple[Any, tuple[Span, ...]]]:
    """An answer to an item, on all its quotes."""
    yield answer, tuple(quote.span for quote in item.shown)


def of_cards(card: Callable[[str, Pack], Match | None]) -> Leaves:
    """Of answers to cards with short questions, found by their ids: the choices, as far as they are offered."""

    def chosen(place: str, answer: Any, pack: Pack) -> dict[str, str] | None:
        found = card(place, pack)
        return (read_match(found, answer) or None) if found else None

    def stands(place: str, answer: Any, pack: Pack) -> Iterator[tuple[Any, tuple[Span, ...]]]:
        found = card(place, pack)
        return stands_on(found.quote, answer) if found else iter(())

    return Leaves(chosen, stands=stands)


def texts(answer: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, str]:
    """The fields of these names that hold a text."""
    return {name: answer[name] for name in names if isinstance(answer.get(name), str)}


def as_said(answer: Any, read: Mapping[str, Any]) -> dict[str, Any] | None:
    """Of what was read of an answer, what it says itself, of lists the parts that could be read; None where it says
    none of it. What is put in for a field that is not there, or cannot be read, was never chosen."""
    said = answer if isinstance(answer, Mapping) else {}
    return {name: value for name, value in read.items() if name in said and _is_said(value, said[name])} or None


def _is_said(read: Any, said: Any) -> bool:
    if isinstance(read, (list, dict)):
        return isinstance(said, type(read)) and bool(read or not said)
    return type(read) is type(said) and bool(read == said)


def is_one(value: Any, offered: Iterable[str]) -> bool:
    """Whether a value is one of those offered."""
    return isinstance(value, str) and value in {*offered}


def are_all(values: Any, offered: Iterable[str]) -> bool:
    """Whether a value is a list of some of those offered."""
    known = {*offered}
    return isinstance(values, list) and all(is_one(value, known) for value in values)
