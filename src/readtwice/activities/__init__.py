"""Floor 6: the activities, one folder each, and their register. An activity never imports another.

Rooms above ask the register here and know no activity by name. A new one is a folder, a line in KINDS, and its words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from readtwice.markup import Html

if TYPE_CHECKING:
    from pathlib import Path

    from readtwice.activities.activity import Activity
    from readtwice.article import Span
    from readtwice.marking.finding import Finding
    from readtwice.pack import Item, Pack
    from readtwice.pack.problem import Problem
    from readtwice.page.base import CourseWidget
    from readtwice.page.leaving import Leaves
    from readtwice.page.paper.printing import Print
    from readtwice.page.session import Session
    from readtwice.record import Event

KINDS = (
    "first_look",
    "cards",
    "reader",
    "numbers",
    "ledger",
    "hunt",
    "captions",
    "caption_study",
    "voices",
    "timeline",
    "shelf",
    "results",
    "told_apart",
    "off_page",
    "drift",
    "comparison",
    "fact_check",
    "good_report",
    "form",
    "projector",
    "vote",
    "own_article",
)
"""The folders beside this file. Where two could show the same items, the later one does."""


@cache
def activities() -> tuple[Activity, ...]:
    """All activities, as they tell of themselves."""
    return tuple(import_module(f"{__name__}.{kind}.about").ABOUT for kind in KINDS)


def read_pack(folder: Path, drafts: list[Problem] | None = None) -> tuple[Pack | None, list[Problem]]:
    """A pack folder with the parts of all activities. None where there is no article to hang anything on.

    What drafts of items lack goes into `drafts`.
    """
    from readtwice.pack.folder.read import read_folder

    return read_folder(folder, [one.PART for one in _parts()], drafts)


def check_parts(pack: Pack) -> Iterator[Problem]:
    """Every problem in the parts of all activities."""
    for one in _parts():
        yield from one.check(pack)


def _parts() -> list[Any]:
    return [import_module(f"{__name__}.{one.name}.part") for one in activities() if one.has_part]


def leaves_of(item_id: str) -> tuple[Leaves, str] | None:
    """What may leave of events with such an id, and the rest of the id; None where no activity names it."""
    for one in activities():
        for prefix in one.events:
            if item_id.startswith(prefix):
                home = f"{__name__}.{one.name}.leaves"
                found = import_module(home).LEAVES.get(prefix) if find_spec(home) else None
                return (found, item_id.removeprefix(prefix)) if found else None
    return None


def judged(event: Event, pack: Pack) -> Iterable[tuple[Span, Finding | None]]:
    """What an activity finds in an answer that is to no item: words of the article, and what came of them."""
    for one in activities():
        for prefix in one.events:
            home = f"{__name__}.{one.name}.judged"
            if event.item.startswith(prefix) and find_spec(home):
                found = import_module(home).JUDGED.get(prefix)
                return found(event.item.removeprefix(prefix), event.answer, pack) if found else ()
    return ()


def exports() -> dict[str, str]:
    """The formats of files that activities make, each with the ending of its name."""
    return {format: suffix for one in _exporting() for format, (suffix, _) in one.EXPORTS.items()}


def export(events: Iterable[Event], pack: Pack, format: str, part: str = "", url: str = "") -> str:
    """The text of a file in one of `exports()`; `part` takes one thing alone, `url` is where it was published.

    Raises NothingToExport.
    """
    (home,) = (one for one in _exporting() if format in one.EXPORTS)
    made: str = home.export(events, pack, format, part, url)
    return made


def left_out(events: Iterable[Event], pack: Pack, format: str, part: str = "") -> tuple[str, ...]:
    """The parts that a file in one of `exports()` does not hold, since each needs a file of its own."""
    (home,) = (one for one in _exporting() if format in one.EXPORTS)
    parts: tuple[str, ...] = home.left_out(events, pack, format, part)
    return parts


def _exporting() -> list[Any]:
    return [import_module(f"{__name__}.{one.name}.export") for one in activities() if one.has_exports]


@cache
def prints() -> dict[str, Print]:
    """What all activities print, by the word that `paper.yaml` has for it."""
    return {
        does: import_module(f"{__name__}.{one.name}.paper").PRINTS[does] for one in activities() for does in one.prints
    }


def drawing(pack: Pack, item: Item) -> Html:
    """What a card on paper is about, drawn; empty where no activity draws it."""
    home = [import_module(f"{__name__}.{one.name}.paper") for one in activities() if one.has_drawings]
    found: list[Html] = [shown for one in home if (shown := one.drawing(pack, item))]
    return found[-1] if found else Html()


def verbs() -> dict[str, str]:
    """Each verb that a notebook may call, with the module that has it."""
    return {verb: f"{__name__}.{one.name}.verbs" for one in activities() for verb in one.verbs}


def teacher_verbs() -> dict[str, str]:
    """Each verb that a teacher's notebook may call, with the module that has it."""
    return {verb: f"{__name__}.{one.name}.verbs" for one in activities() for verb in one.teacher_verbs}


def data() -> dict[str, str]:
    """Each function for those who program, with the module that has it."""
    return {name: f"{__name__}.{one.name}.data" for one in activities() for name in one.data}


def in_lesson(part: str) -> Callable[..., Any]:
    """What shows a part of a lesson for which nobody wrote a notebook. Raises ValueError where no activity does."""
    (name,) = (one.name for one in activities() if part in one.lesson)
    shown: Callable[..., Any] = import_module(f"{__name__}.{name}.verbs").LESSON[part]
    return shown


def deck(session: Session, items: Sequence[Item]) -> CourseWidget:
    """Items as cards, by the last activity that shows a kind among them.

    Raises ValueError where they do not go together.
    """
    kinds = {item.kind for item in items}
    shown = [one for one in activities() if kinds & {*one.items}]
    if not shown:
        raise ValueError("no activity shows such items")
    made: Any = import_module(f"{__name__}.{shown[-1].name}.widget").cards(session, items)
    return made  # type: ignore[no-any-return]
