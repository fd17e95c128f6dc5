"""What is said of the moves: one thing is one thing, none is none, and nothing decides what nothing can decide."""

from __future__ import annotations

import pytest

from readtwice.activities.results.mark import Search, moves
from readtwice.activities.results.part import page_for, the_pages_of
from readtwice.marking.opened import Move
from readtwice.words import say, words
from tests.specimens import hegseth


@pytest.mark.parametrize(
    ("move", "line"),
    [
        (Move("chosen", True, 1, 1), "The page that you opened was of use."),
        (Move("chosen", False, 0, 1), "Nothing that you opened was of use. Title and address often show it."),
        (Move("chosen", True, 2, 3), "Of the pages you opened, 2 of 3 were of use."),
        (Move("weighed", False, 0, 1), "What your page is good for, we say otherwise."),
        (Move("weighed", True, 2, 2), "You said rightly what each page is good for: 2 of 2."),
    ],
)
def test_one_page_is_one_page_and_none_is_none(move: Move, line: str) -> None:
    assert move.line(words()["results_move"]) == line


@pytest.mark.parametrize("section", ["results_move", "shelf_move"])
def test_where_nothing_decides_nobody_is_told_that_they_missed_it(section: str) -> None:
    decided = Move("found", False).line(words()[section])
    assert "What decides it was not among" in decided
    for made in (True, False):
        assert "decides it" in (line := Move("found", made, nothing_settles=True).line(words()[section]))
        assert line.startswith(("Nothing", "None"))


def test_a_page_of_results_that_settles_nothing_says_so() -> None:
    met = 0
    for task in the_pages_of(hegseth()).tasks:
        for state in range(12):
            page = page_for(task, f"learner {state}")
            (found,) = [one for one in moves(page, Search(opened=(page.results[0].id,))) if one.id == "found"]
            assert found.nothing_settles is not page.can_be_settled
            met += found.nothing_settles
    assert met


def test_every_move_has_its_two_sentences() -> None:
    for section in ("results_move", "shelf_move"):
        for name, lines in words()[section].items():
            assert {"made", "not_made"} <= set(lines), name
    assert say("results_move.found.made")
