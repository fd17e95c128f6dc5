"""Pieces to be told apart: short pages by what they promise, drawn pictures by what was found of their past.

A piece stands in several states, alike but for what decides. Which one a learner sees is drawn from the learner's code.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from readtwice.pack import Pack
from readtwice.pack.part import Part
from readtwice.pack.problem import Problem
from readtwice.pack.shuffled import shuffled_for
from readtwice.words import say

PageKind = Literal["report", "opinion", "advertisement", "press_release", "satire", "passed_on"]
KINDS: tuple[str, ...] = get_args(PageKind)


@dataclass(frozen=True, slots=True)
class Drawing:
    """drawing: a scene that is drawn by code, whole or `cut` at its edges, as it is or `mirrored`."""

    scene: Literal["bridge", "market", "hall", "lake"]
    cut: Literal["no", "edges"] = "no"
    mirrored: Literal["no", "yes"] = "no"


@dataclass(frozen=True, slots=True)
class Choice:
    """choice: an answer that is offered, with its key."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class State:
    """state: one way in which a piece can stand. Its `key` is the right answer. `find`: the picture found, if any."""

    key: str
    lines: tuple[str, ...]
    why: str
    find: tuple[Drawing, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """page: a short page of a kind."""

    id: str
    topic: str
    states: tuple[State, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """picture: a drawn scene with a caption, a question and its answers, and what was found of its past."""

    id: str
    topic: str
    asks: str
    choices: tuple[Choice, ...]
    shown: Drawing
    caption: str
    states: tuple[State, ...]


@dataclass(frozen=True, slots=True)
class ToldApart:
    """told apart: all pages and pictures of a pack."""

    kinds: tuple[Page, ...]
    pictures: tuple[Picture, ...]

    @property
    def pieces(self) -> tuple[Page | Picture, ...]:
        """Both kinds of piece together."""
        return (*self.kinds, *self.pictures)


def state_for(piece: Page | Picture, learner: str = "", began: object = None) -> State:
    """The state that a learner sees. With no learner, as on paper and in code, it is the same for everyone.

    Whoever `began` on one stays on it, also where their work is joined with that of another code.
    """
    by_key: dict[object, State] = {one.key: one for one in piece.states}
    if isinstance(began, str) and began in by_key:
        return by_key[began]
    return by_key[shuffled_for(learner, f"{piece.id}|state", map(str, by_key))[0]]


PART = Part("told_apart", "told_apart.yaml", ToldApart)
told_apart_of = PART.of


def check(pack: Pack) -> Iterator[Problem]:
    """What must hold in it: each state of a piece has a key of its own that is offered."""
    held = told_apart_of(pack)
    for piece in held.pieces if held else ():
        offered = KINDS if isinstance(piece, Page) else tuple(one.key for one in piece.choices)
        keys = [state.key for state in piece.states]
        if len(keys) < 2 or len(set(keys)) < len(keys) or not set(keys) <= set(offered):
            message = say("problem.told_apart_keys", known=", ".join(offered))
            yield Problem("told_apart.yaml", 0, piece.id, message, say("remedy.write_each_state_once"))
