"""What a pack prints: its lessons, and the parts of each in order. A pack without this prints by its items' uses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from readtwice.pack.item import Quote


@dataclass(frozen=True, slots=True)
class PaperPart:
    """part: what learners do, and on what. `does` is a word of those that are printed; `text` is only what its own
    words say. `of` holds ids such as blocks, items or uses, as the same verb takes them.

    `say` are paragraphs above it, `ask` questions with lines to write on, `quotes` words of the article, lettered.
    `answer` stands on the answer page only. `sheets` are letters as in PaperLesson.
    """

    does: str
    of: tuple[str, ...] = ()
    title: str = ""
    say: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    answer: str = ""
    starts: Literal["here", "on a new page"] = "here"
    sheets: str = ""


@dataclass(frozen=True, slots=True)
class PaperLesson:
    """lesson: one sheet and its answer page. `id` is two digits, `name` what its files are called after the id.

    `not_on_paper` says in sentences what the lesson on screen has and paper cannot have. `sheets` are letters of sheets
    on which neighbours have other cards, and of which a learner takes one; without any, a lesson has all of them.
    """

    id: str
    name: str
    title: str
    parts: tuple[PaperPart, ...]
    say: tuple[str, ...] = ()
    not_on_paper: tuple[str, ...] = ()
    sheets: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """paper: all lessons of a pack that are printed."""

    lessons: tuple[PaperLesson, ...]
