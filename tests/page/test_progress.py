"""How far a learner is: told to a page that asks, and after each answer; from the record alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from readtwice import course
from readtwice.activities import deck
from readtwice.pack import load_pack
from readtwice.pack.draw import variants
from readtwice.page.open import begin
from readtwice.page.progress import Progress, lessons_done
from readtwice.syllabus import syllabus


class Page:
    """Stands in for the page's end of the channel."""

    def __init__(self) -> None:
        self.comm_id, self.told, self._closed = "page", list[dict[str, Any]](), lambda _message: None

    def send(self, data: dict[str, Any]) -> None:
        self.told.append(data)

    def on_close(self, callback: Any) -> None:
        self._closed = callback

    def close(self) -> None:
        self._closed({})


def test_an_answer_is_counted_in_its_widget_and_in_its_lesson(tmp_path: Path) -> None:
    session = begin(folder=tmp_path)
    progress, page = Progress(session), Page()
    cards, worked = course.stories("02", "exit"), course.judge("02", "worked")
    progress.open(page)
    (told,) = page.told
    assert told["widgets"] == {cards.model_id: [0, 2]}, "what is shown asks for nothing"
    assert worked.model_id not in told["widgets"]
    assert told["lessons"] == {one.id: [0, told["lessons"][one.id][1]] for one in syllabus().lessons}
    assert all(of for _, of in told["lessons"].values()), "every lesson asks for something"
    card = cards.view["cards"][0]["id"]
    cards._take(None, {"item": card, "sureness": "sure-clash", "number": "1"}, [])
    cards._take(None, {"item": card, "sureness": "think_so", "number": "2"}, [])
    assert page.told[-1]["lessons"]["02"][0] == 1
    assert page.told[-1]["widgets"][cards.model_id] == [1, 2]
    heard = len(page.told)
    page.close()
    cards._take(None, {"item": card, "sureness": "cant_tell", "number": "3"}, [])
    assert len(page.told) == heard, "who has gone is told no more"


def test_another_learner_is_as_far_as_their_own_record(tmp_path: Path) -> None:
    session = begin(folder=tmp_path)
    progress, page = Progress(session), Page()
    progress.open(page)
    course.item("name-b06-b11").check("clash")
    assert lessons_done(session.record)["01"][0] + lessons_done(session.record)["02"][0] <= 1
    session.choose("fresh")
    assert {done for done, _ in page.told[-1]["lessons"].values()} == {0}


@pytest.mark.parametrize("lesson", [one.id for one in syllabus().practised if not one.done_by])
def test_a_lesson_is_done_when_its_cards_are_answered_right_or_not(tmp_path: Path, lesson: str) -> None:
    session = begin(folder=tmp_path)
    for one in (session, *(session.beside(load_pack(slug)) for slug in syllabus().stories)):
        for use in ("faded", "solo", "exit"):
            for item in one.pack.items_for(lesson, use):
                one.save(variants(one.pack, item.id)[-1].id, [item.key])
    done, of = lessons_done(session.record)[lesson]
    assert done == of > 0


def test_forms_and_fact_checks_count_where_they_are_asked(tmp_path: Path) -> None:
    session = begin(folder=tmp_path)
    form = course.form("before", "form-a")
    asked = form.asked()
    assert asked == [False] * 8
    session.save("fact-check-own", {}, occasion="talk")
    assert lessons_done(session.record)["07"] == (1, 3)
    exits = course.stories("07", "exit")
    for card in exits.view["cards"]:
        exits._take(exits, {"item": card["id"], "sureness": "cant_tell", "number": card["id"]}, [])
    assert lessons_done(session.record)["07"] == (3, 3)
    assert course.fact_check().asked() == [True]
    assert course.form_answers("before", "form-a").asked() == []


def test_each_kind_of_card_that_is_saved_says_so(tmp_path: Path) -> None:
    """A widget that saves an answer to an item counts it: no kind is forgotten."""
    session = begin(folder=tmp_path)
    for kind in sorted({item.kind for item in session.pack.items}):
        item = next(one for one in session.pack.items if one.kind == kind and one.use != "worked")
        try:
            widget = deck(session, [item])
        except ValueError:
            continue  # shown by a widget of its own
        assert widget.asked() == [False], kind
        session.save(item.id, [item.key], revision=item.revision)
        assert widget.asked() == [True], kind
