"""What a notebook calls: a page of search results.

course.results("ferry")
course.search("ferry").look().open("line").check("supported")   # the same in code
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readtwice.activities.results.about import RESULTS
from readtwice.activities.results.mark import Search, mark_search, moves, open_result, say_worth, to_answer
from readtwice.activities.results.part import page_for, pages_of
from readtwice.marking import Case, Feedback, Outcome
from readtwice.markup import listed
from readtwice.pack import load_pack
from readtwice.page.kept import TALK
from readtwice.page.open import CourseError, session
from readtwice.page.reply import Reply, reply
from readtwice.page.views import page_html
from readtwice.words import say, words

if TYPE_CHECKING:
    from readtwice.activities.results.measured import SearchAnswers, SearchTask
    from readtwice.activities.results.part import Task
    from readtwice.activities.results.widget import Results
    from readtwice.page.session import Session


class LookThrough:
    """One page in code: look at all of it, open some, say what each is good for, then give a verdict.

    In code a page stands in the same state for everyone, so that a sheet can be marked by a program.
    """

    def __init__(self, task: Task) -> None:
        self._page = page_for(task)
        self._search = Search()

    @property
    def results(self) -> dict[str, str]:
        """The ids of the results, each with its title and what can be read below it."""
        return {one.id: f"{one.title}. {one.snippet}" for one in self._page.results}

    def look(self) -> LookThrough:
        """Look at all results before opening one."""
        self._search = replace(self._search, rest_shown=True)
        return self

    def open(self, *results: str) -> LookThrough:
        """Open results. Raises CourseError for one that is not here, and where the budget is spent."""
        for result in results:
            try:
                self._search = open_result(self._search, self._page, result)
            except KeyError:
                known = ", ".join(self.results)
                raise CourseError(say("error.results.no_such_result", result=result, known=known)) from None
            except ValueError:
                budget = self._page.task.budget
                raise CourseError(say("error.results.only_so_many_can_be_opened", budget=budget)) from None
        return self

    def read(self, result: str) -> str:
        """Who is behind an open page, and what it says. Raises CourseError for a closed one."""
        if result not in self._search.opened:
            raise CourseError(say("error.results.not_open", result=result))
        found = self._page.result(result)
        return f"{found.behind} {found.page}"

    def worth(self, result: str, worth: str) -> LookThrough:
        """Say what an open page is good for. Raises CourseError for a closed one or another word."""
        try:
            self._search = say_worth(self._search, result, worth)
        except KeyError:
            raise CourseError(say("error.results.not_open", result=result)) from None
        except ValueError:
            known = ", ".join(words()["results_worth"])
            raise CourseError(say("error.results.no_such_worth", worth=worth, known=known)) from None
        return self

    def check(self, answer: object = None) -> Reply:
        """Mark a verdict on the pages that are open, say which moves were made, and save both. None is *not tried*."""
        from readtwice.activities.results.widget import move_lines

        feedback = mark_search(self._page, answer)
        if not isinstance(answer, str) or feedback.outcome not in (Outcome.RIGHT, Outcome.NOT_YET):
            return reply(feedback)
        if not self._search.opened:
            line = say("results.open_first")
            return reply(Feedback(Outcome.NOT_TRIED, Case.NOT_TRIED, say("heading.not_tried"), line))
        self._search = replace(self._search, verdict=answer)
        session().save(RESULTS + self._page.task.id, to_answer(self._page, self._search), occasion=TALK)
        marked, lines = reply(feedback), move_lines(self._page, self._search)
        return Reply("\n".join((marked.text, *lines)), marked.html + page_html(listed(lines)), feedback)

    def moves(self) -> dict[str, bool]:
        """Which of the five moves were made so far."""
        return {move.id: move.made for move in moves(self._page, self._search)}


def results(task: str) -> Results:
    """The page of results for one task. Raises CourseError for another."""
    from readtwice.activities.results.widget import Results

    return Results(session(), _task(task))


def search_task(occasion: str, pack: str, *, parallel: str = "") -> SearchTask:
    """A page of results that measures, on an occasion: `before`, `after` or `fresh`. `parallel` is the second form.

    Nothing is said to it before the last one is answered. Raises CourseError for another occasion or pack.
    """
    from readtwice.activities.results.measured import SearchTask

    return SearchTask(_beside(pack, occasion), occasion, parallel=_beside(parallel, occasion) if parallel else None)


def search_answers(pack: str, *occasions: str, parallel: str = "") -> SearchAnswers:
    """What is said to those pages of results, with the moves made: on one occasion or on two, side by side."""
    from readtwice.activities.results.measured import SearchAnswers

    second = _beside(parallel, *occasions) if parallel else None
    return SearchAnswers(_beside(pack, *occasions), occasions, parallel=second)


def _beside(pack: str, *occasions: str) -> Session:
    known = words()["score_card"]["occasion"]
    for occasion in occasions or ("",):
        if occasion not in known:
            raise CourseError(say("error.form.no_occasion", occasion=occasion, known=", ".join(known)))
    beside = session().beside(load_pack(pack))
    held = pages_of(beside.pack)
    if held is None or not held.measuring:
        raise CourseError(say("error.results.pack_has_none"))
    return beside


def search(task: str) -> LookThrough:
    """The same in code. Raises CourseError for an unknown task."""
    return LookThrough(_task(task))


def _task(task: str) -> Task:
    held = pages_of(session().pack)
    if held is None:
        raise CourseError(say("error.results.pack_has_none"))
    try:
        return held.task(task)
    except KeyError:
        known = ", ".join(one.id for one in held.tasks)
        raise CourseError(say("error.results.no_such_task", task=task, known=known)) from None
