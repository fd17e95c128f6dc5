"""A contradiction is met once: what was shown with its answer, or asked and answered, is asked nowhere afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from readtwice.activities.hunt.mark import partners
from readtwice.pack import Item, Pack, load_pack
from readtwice.pack.compiled import shipped_packs
from readtwice.pack.draw import variants
from readtwice.pack.item import USES
from readtwice.pack.paper import PaperPart
from readtwice.pack.stories import pack_of
from readtwice.syllabus import syllabus
from tests.notebooks import COURSE
from tests.notebooks.verbs import calls, recalled
from tests.specimens import hegseth

Met = tuple[str, bool]
"""A contradiction, and whether it was asked or only shown."""


def _of(pack: Pack, items: Iterable[Item]) -> Iterator[Met]:
    for item in items:
        for one in {state.contradiction for state in variants(pack, item.id)} - {""}:
            yield f"{pack.slug} {one}", item.use != "worked"


def met_by(verb: str, named: list[str]) -> Iterator[Met]:
    """What a verb of a page asks or shows."""
    pack = hegseth()
    if verb == "judge":
        yield from _of(pack, pack.items_for(*named))
    elif verb == "stories":
        stories = pack_of(*named)
        assert stories
        yield from _of(stories, stories.items_for(*named))
    elif verb in ("question", "item"):
        yield from _of(pack, (item for item in pack.items if item.id in named))
    elif verb == "recall":
        yield from _of(pack, [pack.item(one) for one in named[1:]] or recalled(named[0]))
    elif verb == "hunt":
        first, _, last = named[0].partition("-")
        within = tuple(one.id for one in pack.article.sentences_of(first, last))
        found = {item.contradiction for start in named[1:] for item in partners(pack, start, within).values()}
        yield from ((f"{pack.slug} {one}", True) for one in found)


def met_on_paper(lesson: str, part: PaperPart) -> Iterator[Met]:
    named = [*part.of]
    if part.does == "hunt":
        yield from met_by("hunt", named)
    for one in named if part.does in ("cards", "stories") else ():
        if one not in USES:
            yield from met_by("question", [one])
        elif part.does == "stories":
            yield from met_by("stories", [lesson, one])
        else:
            yield from met_by("recall", [lesson]) if one == "recall" else met_by("judge", [lesson, one])


def met_again(found: Iterable[Met]) -> list[str]:
    seen: set[str] = set()
    again = []
    for contradiction, is_asked in found:
        if is_asked and contradiction in seen:
            again.append(contradiction)
        seen.add(contradiction)
    return again


def _pages() -> list[Path]:
    """Every lesson in order, each with its sheets."""
    course = [lesson.notebook for lesson in syllabus().lessons]
    return [
        page
        for name in course
        for page in (COURSE / "notebooks" / f"{name}.ipynb", *sorted(COURSE.glob(f"solutions/{name}/*.ipynb")))
    ]


def test_no_page_asks_a_contradiction_that_was_met_before() -> None:
    found = [met for page in _pages() for verb, named in calls(page) for met in met_by(verb, named)]
    assert len(found) > 40
    assert met_again(found) == []


def test_no_paper_asks_a_contradiction_that_was_met_before() -> None:
    paper = hegseth().paper
    assert paper
    found = [met for one in paper.lessons for part in one.parts for met in met_on_paper(one.id, part)]
    assert len(found) > 15
    assert met_again(found) == []


@pytest.mark.parametrize("slug", [slug for slug in shipped_packs() if load_pack(slug).one_shot])
def test_no_lesson_that_stands_alone_asks_one_twice_on_screen_paper_or_wall(slug: str) -> None:
    pack = load_pack(slug)
    assert pack.one_shot
    items = [pack.item(one.item) for step in pack.one_shot.steps for one in step.items]
    assert items
    assert met_again(_of(pack, items)) == []


@pytest.mark.parametrize("slug", [slug for slug in shipped_packs() if load_pack(slug).form])
def test_no_two_cards_of_a_form_ask_one_contradiction(slug: str) -> None:
    pack = load_pack(slug)
    assert pack.form
    assert met_again(_of(pack, [pack.item(card.item) for card in pack.form.cards])) == []


def test_what_a_learner_missed_and_meets_again_is_no_contradiction_of_the_article() -> None:
    """The cards that open a lesson come back for whoever missed them; those that may are none of these."""
    back = [item for item in hegseth().items if item.use in ("solo", "practice", "recall", "exit")]
    assert {item.contradiction for item in back if item.is_flawed} == {""}


def test_one_that_was_worked_and_is_asked_later_is_found() -> None:
    assert met_again([("C01", False), ("C02", True), ("C01", True)]) == ["C01"]
    assert met_again([("C01", True), ("C02", False)]) == []
