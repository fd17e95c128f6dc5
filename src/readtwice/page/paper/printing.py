"""What an activity prints: each part of a sheet by the word that `paper.yaml` has for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from readtwice.markup import Html
from readtwice.pack import Item, Pack
from readtwice.pack.one_shot import Step
from readtwice.pack.paper import PaperPart


def _nothing(pack: Pack) -> set[str]:
    return set()


def _none_named(pack: Pack, one: str) -> bool:
    return False


def _nothing_asked(step: Step) -> list[tuple[str, str]]:
    return []


def _no_key(pack: Pack, part: PaperPart) -> list[tuple[str, str]]:
    return []


def _no_sources(pack: Pack, item: Item) -> set[str]:
    return set()


@dataclass(frozen=True, slots=True)
class Print:
    """How one part is printed. `sheet` is the part without its key, `answers` what stands on the answer page.

    `is_there` says whether a pack has what is printed, `knows` whether a part may name an id. `whole`: the part can be
    printed with nothing named. `at_end` makes a page of its own behind all parts of this word. `items` are those that
    the part prints itself, so that they are not printed among the cards; `sources` are the ids of what can be opened
    for an item. `asked` is what of a step of a one-shot it prints, each by its id with what the class talks over;
    `key` are the rows of that one-shot's key at a glance.
    """

    sheet: Callable[[Pack, PaperPart], Html]
    answers: Callable[[Pack, PaperPart], Html] | None = None
    is_there: Callable[[Pack], object] = bool
    knows: Callable[[Pack, str], bool] = _none_named
    whole: bool = True
    at_end: Callable[[Pack, Sequence[PaperPart]], Html] | None = None
    items: Callable[[Pack], set[str]] = _nothing
    sources: Callable[[Pack, Item], set[str]] = _no_sources
    asked: Callable[[Step], Sequence[tuple[str, str]]] = _nothing_asked
    key: Callable[[Pack, PaperPart], Sequence[tuple[str, str]]] = _no_key


def is_range(pack: Pack, one: str) -> bool:
    """Whether a text names blocks of the article, such as b02 or b02-b05."""
    first, _, last = one.partition("-")
    return {first, last or first} <= {block.id for block in pack.article.blocks}
