"""Pages of results on paper: which states the sheets of an occasion have."""

from __future__ import annotations

import pytest

from readtwice.activities.results.part import the_pages_of
from readtwice.activities.results.task_paper import HALVES, task_answers
from readtwice.pack import load_pack
from readtwice.pack.draw import variants
from readtwice.pack.paper import PaperPart
from readtwice.words import say
from tests.specimens import hegseth

SETS = [("form-a", "before"), ("form-a", "after"), ("form-b", "before"), ("form-b", "after"), ("fresh-text", "fresh")]


def states(slug: str, occasion: str, sheets: str = "") -> list[tuple[str, str]]:
    """Of each sheet, as its key is printed, the letter and the state."""
    told = str(task_answers(hegseth(), PaperPart("search task", of=(slug, occasion), sheets=sheets)))
    known = {}
    for task in the_pages_of(load_pack(slug)).tasks:
        known |= {one.explanation: one.state for one in variants(load_pack(slug), task.id)}
    found = []
    for part in told.split('class="heading"')[1:]:
        letter = next(one for one in "AB" if say("paper.sheet", letter=one) in part)
        found += [(letter, state) for why, state in known.items() if why in part]
    return found


@pytest.mark.parametrize(("slug", "occasion"), SETS)
def test_neighbours_have_another_state_of_each_task(slug: str, occasion: str) -> None:
    """Also where one letter is handed out for each half, and the key is that of the sheet in the whole print."""
    found = states(slug, occasion)
    assert [letter for letter, _ in found] == ["A", "B"] * len(HALVES[occasion])
    assert not {state for letter, state in found if letter == "A"} & {state for letter, state in found if letter == "B"}
    assert states(slug, occasion, "AB") == [found[0], found[-1]]
    assert [one for letter in "AB" for one in states(slug, occasion, letter)] == [found[0], found[-1]]
