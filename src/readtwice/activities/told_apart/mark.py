"""Pieces as cards with one question, and the marks on an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from readtwice.activities.told_apart.part import Page, Picture, State, state_for
from readtwice.marking import Feedback
from readtwice.marking.choice import mark_choice
from readtwice.words import words


@dataclass(frozen=True, slots=True)
class Card:
    """A piece as one learner sees it: in one state, with the answers that are offered, by their keys."""

    piece: Page | Picture
    state: State
    asks: str
    choices: dict[str, str]


def card_for(piece: Page | Picture, learner: str = "", answer: object = None) -> Card:
    """The card of a learner; `answer` is what was saved, which has the state that it was given on."""
    state = state_for(piece, learner, answer.get("state") if isinstance(answer, Mapping) else None)
    if isinstance(piece, Page):
        asked = words()["told_apart"]
        return Card(piece, state, asked["ask"], dict(words()["page_promise"]))
    return Card(piece, state, piece.asks, {one.key: one.label for one in piece.choices})


def said_in(card: Card, answer: object) -> str:
    """What was chosen in a saved answer; empty where nothing that is offered was."""
    said = answer.get("said") if isinstance(answer, Mapping) else None
    return said if isinstance(said, str) and said in card.choices else ""


def to_answer(card: Card, said: str) -> dict[str, str]:
    """As it is saved."""
    return {"state": card.state.key, "said": said}


def mark_card(card: Card, said: object) -> Feedback:
    """Mark an answer. None is *not tried*; what is not offered *cannot be marked*."""
    return mark_choice(said, card.state.key, card.choices, card.state.why)
