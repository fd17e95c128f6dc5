"""One question in code: check an answer, ask for a hint, see the solution.

Nothing here reads the caller's variables.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from readtwice.course.open import CourseError, session
from readtwice.marking import Answer, Feedback, Outcome, mark
from readtwice.pack import Item
from readtwice.widgets import (
    Judge,
    answer_item,
    feedback_html,
    feedback_view,
    page_html,
    saved_answer,
    verdict_words,
)
from readtwice.words import say

if TYPE_CHECKING:
    from readtwice.widgets import NumberBench

_SAVED: Any = object()


class Reply:
    """Words to a learner that show well in a notebook, in a terminal and in a saved file."""

    def __init__(self, text: str, html: str, feedback: Feedback | None = None) -> None:
        self.text = text
        self.html = html
        self.feedback = feedback

    @property
    def outcome(self) -> str:
        """`right`, `not_yet`, `not_tried` or `cannot_be_marked`; empty for hints and solutions."""
        return self.feedback.outcome.value if self.feedback and self.feedback.outcome else ""

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return self.html


class Question:
    """One item of the open pack: `show`, `check`, `hint`, `solution`."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self._card_shown = False

    def show(self) -> Judge | NumberBench:
        """The question as a card to click."""
        from readtwice.widgets import deck

        self._card_shown = True
        return deck(session(), [self.item])

    def check(self, answer: Any = _SAVED) -> Reply:
        """Mark an answer and save it; without one, mark what was last saved by clicking. None is *not tried yet*.

        Below a card, *not tried* only points up to it: the card may have been clicked since, and these words stay.
        """
        if answer is _SAVED:
            saved = saved_answer(self.item, session().record.latest(self.item.id))
            return reply(mark(self.item, saved, session().pack))
        feedback = answer_item(session(), self.item, answer)
        if feedback.outcome is Outcome.NOT_TRIED and self._card_shown:
            pointer = say("sheet.card_above")
            return Reply(pointer, page_html(f"<p>{escape(pointer)}</p>"), feedback)
        return reply(feedback)

    def hint(self, number: int = 1) -> Reply:
        """One of three hints, from a nudge to nearly the answer."""
        return hint_reply(self.item.hints, number)

    def solution(self) -> Reply:
        """The key and why it holds."""
        verdict = verdict_words(self.item, Answer(self.item.key, self.item.relation))
        worked = self.item.computation
        lines = [*worked.working, say("bench.we_get", shown=worked.shown)] if worked else []
        return _say(say("feedback.solution", verdict=verdict), self.item.explanation, lines)

    def __repr__(self) -> str:
        return f"{self.item.prompt} ({self.item.topic})"


def item(item_id: str) -> Question:
    """A question by its id. Raises CourseError, naming the nearest ids, where there is none."""
    try:
        return Question(session().pack.item(item_id))
    except KeyError:
        from difflib import get_close_matches

        near = get_close_matches(str(item_id), [one.id for one in session().pack.items], cutoff=0.5)
        advice = f" Did you mean: {', '.join(near)}?" if near else ""
        raise CourseError(f"There is no item {item_id!r}.{advice}") from None


def reply(feedback: Feedback) -> Reply:
    """Feedback as a reply."""
    html = feedback_html(feedback_view(session().pack.article, feedback))
    return Reply(f"{feedback.heading} {feedback.line}", html, feedback)


def hint_reply(hints: Sequence[str], number: int) -> Reply:
    """The hint with this number, from 1; the nearest one there is for any other number."""
    place = min(max(int(number), 1), len(hints))
    return _say(say("feedback.hint", number=place), hints[place - 1])


def _say(label: str, text: str, lines: Sequence[str] = ()) -> Reply:
    """A labelled sentence; lines of a working come before it."""
    working = f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>" if lines else ""
    html = page_html(f"{working}<p><strong>{escape(label)}:</strong> {escape(text)}</p>")
    return Reply("\n".join((*lines, f"{label}: {text}")), html)
