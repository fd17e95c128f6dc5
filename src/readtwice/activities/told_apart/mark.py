"""Pieces as cards with one question, and the marks on an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from readtwice.activities.told_apart.part import Page, Picture, State, state_for
from readtwice.marking import Case, Feedback, Outcome
from readtwice.marking.answer import shown
from readtwice.words import say, words


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
    if said is None:
        return Feedback(Outcome.NOT_TRIED, Case.NOT_TRIED, say("heading.not_tried"), say("code.not_tried"))
    if not isinstance(said, str) or said not in card.choices:
        line = say("results.expected", known=", ".join(card.choices), got=shown(said))
        return Feedback(Outcome.CANNOT_BE_MARKED, Case.CANNOT_BE_MARKED, say("heading.cannot_be_marked"), line)
    if said == card.state.key:
        return Feedback(Outcome.RIGHT, Case.MATCHED, say("heading.matched"), card.state.why)
    line = say("results.we_say", verdict=card.choices[card.state.key].rstrip("."))
    return Feedback(Outcome.NOT_YET, Case.MISMATCHED, say("heading.mismatched"), line, explanation=card.state.why)
