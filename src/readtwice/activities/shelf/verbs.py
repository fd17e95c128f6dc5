"""Leave the page: the source shelf, and the signs of machine rewriting.

course.shelf("realistic-borders-shelf")
course.look_up("realistic-borders-shelf").open("trump-all-land").check("not_supported")   # the same in code
course.source_cards("healey-chaired", "jon-hegseth-page")
course.signs()
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readtwice.activities.shelf.about import SHELF
from readtwice.activities.shelf.mark import ADDS, Looked, open_card, say_adds, to_answer
from readtwice.activities.shelf.part import offers_for, shelf_of
from readtwice.marking import Case, Feedback, Outcome, mark
from readtwice.markup import listed
from readtwice.page.answers import answer_item
from readtwice.page.open import CourseError, session
from readtwice.page.reply import Reply, reply
from readtwice.page.table import Table
from readtwice.page.views import page_html
from readtwice.words import say, words

if TYPE_CHECKING:
    from readtwice.activities.shelf.part import Shelf, Task
    from readtwice.activities.shelf.widget import SourceShelf


class LookUp:
    """One task in code: open cards, say what each adds, then give a verdict."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._looked = Looked()

    @property
    def cards(self) -> list[str]:
        """The ids of the cards on this shelf."""
        return [offer.card for offer in offers_for(self._task)]

    def open(self, *cards: str) -> LookUp:
        """Open cards. Raises CourseError for a card that is not here, and where the budget is spent."""
        for card in cards:
            if card not in self.cards:
                raise CourseError(say("error.shelf.not_on_shelf", card=card, known=", ".join(self.cards)))
            try:
                self._looked = open_card(self._looked, self._task, card)
            except ValueError:
                raise CourseError(say("error.shelf.budget_spent", budget=self._task.budget)) from None
        return self

    def adds(self, card: str, adds: str) -> LookUp:
        """Say what an open card adds. Raises CourseError for a closed card or another word."""
        if card not in self._looked.opened:
            raise CourseError(say("error.shelf.card_not_open", card=card))
        if adds not in ADDS:
            raise CourseError(say("error.shelf.not_addition", adds=adds, known=", ".join(ADDS)))
        self._looked = say_adds(self._looked, card, adds)
        return self

    def check(self, answer: object = None) -> Reply:
        """Mark a verdict, say which moves were made, and save both.

        `answer` is a verdict on the cards that are open, or a dictionary such as
        `{"open": ["call-post"], "verdict": "supported"}`. None is *not tried*. Raises CourseError as `open` does.
        """
        from readtwice.activities.shelf.widget import move_lines
        from readtwice.page.kept import TALK

        item = session().pack.item(self._task.item)
        verdict: object = answer
        if isinstance(answer, dict):
            verdict, named = answer.get("verdict"), answer.get("open")
            self.open(*(named if isinstance(named, list) else []))
        feedback = mark(item, verdict, session().pack)
        if feedback.outcome not in (Outcome.RIGHT, Outcome.NOT_YET):
            return reply(feedback)
        if not self._looked.opened:
            return reply(Feedback(Outcome.NOT_TRIED, Case.NOT_TRIED, say("heading.not_tried"), say("shelf.open_first")))
        marked = reply(answer_item(session(), item, verdict))
        session().save(SHELF + item.id, to_answer(replace(self._looked, decided=True)), occasion=TALK)
        lines = move_lines(_shelf(), self._task, self._looked)
        return Reply("\n".join((marked.text, *lines)), marked.html + page_html(listed(lines)), marked.feedback)


def shelf(task: str) -> SourceShelf:
    """The shelf for one claim, by its item. Raises CourseError for another."""
    from readtwice.activities.shelf.widget import SourceShelf

    return SourceShelf(session(), _task(task))


def look_up(task: str) -> LookUp:
    """The same in code. Raises CourseError for an unknown task."""
    return LookUp(_task(task))


def source_cards(*cards: str) -> Table:
    """Cards of the shelf as a table: who is behind it, on what it rests, what others say. All, or the named ones."""
    from readtwice.activities.shelf.widget import source_of

    asked = words()["shelf"]
    known = [card.source for card in _shelf().cards]
    for one in cards:
        if one not in known:
            raise CourseError(say("error.shelf.no_card", one=one, known=", ".join(known)))
    rows = []
    for one in cards or known:
        card, source = _shelf().card(one), source_of(session().pack, one)
        kind = words()["shelf_kind"][card.kind]
        rows.append([source.title, kind, source.date, card.behind, card.evidence, card.others, source.says])
    header = [asked[name] for name in ("source", "kind", "date", "behind", "evidence", "others", "says")]
    return Table(say("shelf.table"), header, rows)


def _shelf() -> Shelf:
    found = shelf_of(session().pack)
    if found is None:
        raise CourseError(say("error.shelf.none"))
    return found


def _task(task: str) -> Task:
    try:
        return _shelf().task(task)
    except KeyError:
        known = ", ".join(one.item for one in _shelf().tasks)
        raise CourseError(say("error.shelf.no_shelf", task=task, known=known)) from None
