"""What may leave of the answers of this activity, by name."""

from __future__ import annotations

from typing import Any

from readtwice.activities.results.about import RESULTS
from readtwice.activities.results.mark import seen, to_answer
from readtwice.activities.results.part import pages_of
from readtwice.marking.opened import SEARCH_MOVES
from readtwice.pack import Pack
from readtwice.page.kept import MOVES
from readtwice.page.leaving import Leaves, are_all, as_said


def _chosen(place: str, answer: Any, pack: Pack) -> dict[str, object] | None:
    held = pages_of(pack)
    found = next((task for task in held.tasks if task.id == place), None) if held else None
    if found is None:
        return None
    page, search = seen(found, "", answer)
    return as_said(answer, {"state": page.state.state, **to_answer(page, search)})  # a state was saved before


def _moves(place: str, answer: Any, pack: Pack) -> list[str] | None:
    held = pages_of(pack)
    known = {task.id for task in held.tasks} if held else set()
    return answer if place in known and are_all(answer, SEARCH_MOVES) else None


LEAVES = {RESULTS: Leaves(_chosen), MOVES: Leaves(_moves)}
