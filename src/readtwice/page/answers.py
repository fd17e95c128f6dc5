"""Answers of items on a page: mark and save one, read a saved one, say a verdict, shuffle cards."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from readtwice.marking import Answer, mark, read_answer
from readtwice.marking.answer import is_readable
from readtwice.pack import Item
from readtwice.page.session import Session
from readtwice.record import Event
from readtwice.words import say, words


def answer_item(session: Session, item: Item, value: object, occasion: str = "lesson", hints: int = 0) -> Any:
    """Mark a value and, where it can be read, save it. The same way for a click and for a call."""
    feedback = mark(item, value, session.pack)
    if feedback.outcome in ("right", "not_yet"):
        answer = read_answer(item, value)
        session.save(
            item.id,
            answer.parts,
            revision=item.revision,
            occasion=occasion,
            sureness=answer.sureness,
            hints=hints,
        )
    return feedback


def answers_to(session: Session, item: Item, occasion: str = "lesson") -> tuple[Event, ...]:
    """The learner's answers to an item that can be read, the oldest first. Any other is none, and asks for one."""
    return tuple(event for event in session.answers(item.id, occasion) if is_readable(item, event.answer))


def latest_answer(session: Session, item: Item, occasion: str = "lesson") -> Answer | None:
    """The learner's latest answer to an item that can be read, if any."""
    return next((saved_answer(item, event) for event in reversed(answers_to(session, item, occasion))), None)


def saved_answer(item: Item, event: Event | None) -> Answer | None:
    """The answer in an event. None where there is none, or where it is to an older revision that no longer fits."""
    if event is None:
        return None
    try:
        answer = read_answer(item, event.answer)
    except ValueError:
        return None
    return replace(answer, sureness=event.sureness)


def you_said(item: Item, answer: Answer | None) -> str:
    """What stands under a question once it has its answer: the answer as it was tapped, in a sentence."""
    if answer is None:
        return ""
    return say("form.you_said", answer=tapped_words(item, answer))


def tapped_words(item: Item, answer: Answer) -> str:
    """An answer in the words of the button that was tapped; the verdict, where none says how sure the learner was."""
    taps = words()["sureness_button"].get(item.kind, {})
    return taps.get(answer.sureness) or verdict_words(item, answer)


def verdict_words(item: Item, answer: Answer | None) -> str:
    """A verdict and what it is about, as a learner would say it."""
    if answer is None:
        return ""
    verdict = say(f"verdict.{item.kind}.{answer.verdict}")
    return (
        f"{verdict}, {say('feedback.about', relation=words()['relation'][answer.relation])}"
        if answer.relation
        else verdict
    )
