"""A contradiction, a claim and a number are met once: what was shown with its answer, or answered, is scored nowhere
afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

import pytest

from readtwice import course
from readtwice.activities.hunt.mark import partners
from readtwice.activities.projector.steps import one_shot_of
from readtwice.pack import Item, Pack, load_pack
from readtwice.pack.draw import variants
from readtwice.pack.found import shipped_packs
from readtwice.pack.item import USES, VERDICTS
from readtwice.pack.paper import PaperPart
from readtwice.pack.stories import pack_of
from readtwice.record.slip import parity
from readtwice.syllabus import syllabus
from tests.notebooks import COURSE
from tests.notebooks.verbs import calls
from tests.specimens import hegseth, id_of

Met = tuple[str, bool]
"""A contradiction, and whether it was asked or only shown."""


def things(pack: Pack, state: Item) -> set[str]:
    """What an answer to a card tells: its contradiction, and its claim or number with what it is judged by."""
    found = {f"{pack.slug} {state.contradiction}"} if state.contradiction else set()
    if state.targets:
        words = " | ".join(f"{one.block}: {one.text}" for one in state.targets)
        found.add(f"{pack.slug} by {state.judged_by}: {words}")
    return found


def _of(pack: Pack, items: Iterable[Item]) -> Iterator[Met]:
    for item in items:
        for one in {thing for state in variants(pack, item.id) for thing in things(pack, state)}:
            yield one, item.use != "worked"


def met_by(verb: str, named: list[str]) -> Iterator[Met]:
    """What a verb of a page asks or shows."""
    pack = hegseth()
    if verb in ("judge", "numbers"):
        yield from _of(pack, pack.items_for(*named))
    elif verb == "stories":
        stories = pack_of(*named)
        assert stories
        yield from _of(stories, stories.items_for(*named))
    elif verb in ("question", "item", "shelf"):
        yield from _of(pack, (item for item in pack.items if item.id in named))
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
            yield from met_by("judge", [lesson, one])


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
    # A sheet for programmers may show a card of its lesson once more, with the answer given: see the test below.
    pages = [page for page in _pages() if page.stem != "programmers"]
    found = [met for page in pages for verb, named in calls(page) for met in met_by(verb, named)]
    assert len(found) > 100
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


def _learn(folder: Path, chance: Random) -> tuple[list[str], list[str], int]:
    """Go through all pages as somebody who answers at random: what is scored after it was told, what is shown again,
    and how many cards were scored."""
    told: set[str] = set()
    again: list[str] = []
    looked_at: list[str] = []
    scored = 0
    known = {pack.slug: pack for pack in map(load_pack, (syllabus().article, *syllabus().stories))}
    states = {one.id: (pack, one) for pack in known.values() for one in (*pack.items, *pack.twins)}
    for page in _pages():
        course.begin(folder=folder)
        for verb, named in calls(page):
            if verb == "captions":
                again += _tag(named, told)
                continue
            if verb not in ("judge", "numbers", "stories", "item", "recall"):
                continue
            asked = named if verb == "item" else [id_of(card) for card in getattr(course, verb)(*named).view["cards"]]
            record = course.session().record
            cards = [card for card in asked if not record.latest(card, "lesson", states[card][0].slug)]
            if verb == "recall":
                looked_at += asked
                continue
            met = set()
            for pack, state in (states[card] for card in cards):
                met |= {f"{pack.slug} {state.card}", *things(pack, state)}
                if state.use != "worked":
                    scored += 1
                    again += sorted({f"{pack.slug} {state.card}", *things(pack, state)} & told)
                    answer = [chance.choice(VERDICTS[state.kind])]
                    record.answer(state.id, answer, pack=pack.slug)
            told |= met
    return again, looked_at, scored


def _tag(blocks: list[str], told: set[str]) -> list[str]:
    """Tag captions, each once: on a later page the first answer stands. What was told of one before is returned."""
    record, again = course.session().record, []
    for block in blocks:
        if not record.latest(f"caption-{block}"):
            again += [f"caption {block}"] if f"caption {block}" in told else []
            record.answer(f"caption-{block}", ["told"])
        told.add(f"caption {block}")
    return again


@pytest.mark.long
@pytest.mark.parametrize("seed", range(4))
def test_whatever_somebody_answers_nothing_is_scored_after_it_was_told(seed: int, tmp_path: Path) -> None:
    again, looked_at, scored = _learn(tmp_path, Random(seed))
    assert again == []
    assert len(looked_at) >= 4, "who answers at random missed some, and they come back to look at"
    assert scored > 120


HALVES, WHOLE = ("00_start_here", "08_after", "09_a_fresh_text"), ("whole_form_before", "whole_form_after")
ONE_SHOTS = [(one,) for one in ("one_shot", "one_shot_invented")]


@pytest.mark.long
@pytest.mark.parametrize("pages", [HALVES, WHOLE, *ONE_SHOTS], ids=" ".join)
def test_no_form_asks_what_was_asked_or_told_before(pages: tuple[str, ...], tmp_path: Path) -> None:
    """Halves, whole forms and the cards of a lesson that stands alone, of learners of both parities."""
    parities = set()
    for number in range(20):
        asked: dict[str, str] = {}
        told: set[str] = set()
        for page in pages:
            course.begin(folder=tmp_path / f"{number}")
            record = course.session().record
            for verb, named in calls(COURSE / "notebooks" / f"{page}.ipynb"):
                if verb in ("form", "whole_form"):
                    shown = [FORM_STATES[id_of(card)] for card in getattr(course, verb)(*named).view["cards"]]
                    assert len(shown) >= 4
                    names = {f"{slug} {state.card}" for slug, state in shown}
                    assert not names & asked.keys(), "asked before"
                    assert not names & told, "told before"
                    asked |= dict.fromkeys(names, named[0])
                    for slug, state in shown:
                        answer = [VERDICTS[state.kind][0]]
                        record.answer(state.id, answer, occasion=named[0], pack=slug, sureness="think_so")
                elif verb == "form_answers":
                    told |= {card for card, occasion in asked.items() if occasion == named[0]}
        parities.add(parity(record.learner))
        assert len(set(asked.values())) >= 2
    assert len(parities) == 2


FORM_STATES = {
    item.id: (slug, item)
    for slug in shipped_packs()
    for item in (*load_pack(slug).items, *load_pack(slug).twins)
    if item.use == "form"
}


@pytest.mark.parametrize("slug", shipped_packs())
def test_no_wall_shows_a_card_that_each_learner_answers_alone(slug: str) -> None:
    """What opens or ends a lesson, and a form, measure: a class that saw one with its answer would measure nothing."""
    pack = load_pack(slug)
    shown = [item for step in one_shot_of(pack).steps for item in step.items]
    assert not {pack.item(one.item).use for one in shown} & {"recall", "exit", "form"}
    captions = [one.block for step in one_shot_of(pack).steps for one in step.captions]
    assert len(captions) == len(set(captions))
    told = {(state.kind, one) for card in shown for state in variants(pack, card.item) for one in things(pack, state)}
    alone = [item for item in (*pack.items, *pack.twins) if item.use in ("exit", "form")]
    assert not told & {(item.kind, one) for item in alone for one in things(pack, item)}


def test_missed_cards_come_back_in_each_lesson_that_teaches() -> None:
    """Lessons 08 and 09 measure: a card that was looked at again would teach right before."""
    looked = {
        lesson.id
        for lesson in syllabus().lessons
        if ("recall", [lesson.id]) in list(calls(COURSE / "notebooks" / f"{lesson.notebook}.ipynb"))
    }
    assert looked == {"02", "03", "04", "05", "06", "07"}


def test_one_that_was_worked_and_is_asked_later_is_found() -> None:
    assert met_again([("C01", False), ("C02", True), ("C01", True)]) == ["C01"]
    assert met_again([("C01", True), ("C02", False)]) == []
