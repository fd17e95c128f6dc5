"""One question in code: check an answer, ask for a hint, see the solution.

Nothing here reads the caller's variables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from readtwice.activities import deck
from readtwice.marking import Answer, Outcome, mark
from readtwice.markup import html
from readtwice.pack import Item
from readtwice.page.answers import answer_item, latest_answer, verdict_words
from readtwice.page.base import CourseWidget
from readtwice.page.open import CourseError, session
from readtwice.page.reply import Reply, hint_reply, labelled_reply, reply
from readtwice.page.views import page_html
from readtwice.words import say

if TYPE_CHECKING:
    pass

_SAVED: Any = object()


class Question:
    """One item of the open pack: `show`, `check`, `hint`, `solution`."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self._card_shown = False

    def show(self) -> CourseWidget:
        """The question as a card to click."""
        self._card_shown = True
        return deck(session(), [self.item])

    def check(self, answer: Any = _SAVED) -> Reply:
        """Mark an answer and save it; without one, mark what was last saved by clicking. None is *not tried yet*.

        Below a card, *not tried* only points up to it: the card may have been clicked since, and these words stay.
        """
        if answer is _SAVED:
            saved = latest_answer(session(), self.item)
            return reply(mark(self.item, saved, session().pack))
        feedback = answer_item(session(), self.item, answer)
        if feedback.outcome is Outcome.NOT_TRIED and self._card_shown:
            pointer = say("sheet.card_above")
            return Reply(pointer, page_html(html("<p>{}</p>", pointer)), feedback)
        return reply(feedback)

    def hint(self, number: int = 1) -> Reply:
        """One of three hints, from a nudge to nearly the answer."""
        return hint_reply(self.item.hints, number)

    def solution(self) -> Reply:
        """The key and why it holds."""
        verdict = verdict_words(self.item, Answer(self.item.key, self.item.relation))
        worked = self.item.computation
        lines = [*worked.working, say("bench.we_get", shown=worked.shown)] if worked else []
        return labelled_reply(say("feedback.solution", verdict=verdict), self.item.explanation, lines)

    def __repr__(self) -> str:
        return f"{self.item.prompt} ({self.item.topic})"


def item(item_id: str) -> Question:
    """A question by its id. Raises CourseError, naming the nearest ids, where there is none."""
    try:
        return Question(session().pack.item(item_id))
    except KeyError:
        from difflib import get_close_matches

        near = get_close_matches(str(item_id), [one.id for one in session().pack.items], cutoff=0.5)
        told = say("error.course.no_item", item_id=item_id)
        advice = [say("error.course.did_you_mean", known=", ".join(near))] if near else []
        raise CourseError(" ".join([told, *advice])) from None


def question(*item_ids: str) -> CourseWidget:
    """The named items, in this order, as cards. A worked item shows its reasoning and answer."""
    try:
        return deck(session(), [item(item_id).item for item_id in item_ids])
    except ValueError as error:
        raise CourseError(say("error.course.cards_do_not_fit", reason=error)) from None
