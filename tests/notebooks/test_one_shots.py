"""The one-shot notebooks say and show what their packs plan: one source for the minutes, the cards and the captions."""

from __future__ import annotations

import ast

import pytest

from readtwice.authoring.notebook_files import read_notebook
from readtwice.pack import Pack, load_pack
from readtwice.pack.one_shot import OneShot
from tests.notebooks import COURSE

LESSONS = {"one_shot": "hegseth-nato-2025", "one_shot_invented": "skate-park"}
each_lesson = pytest.mark.parametrize(("name", "slug"), LESSONS.items(), ids=list(LESSONS))


def calls(path: str) -> list[tuple[str, list[str]]]:
    """What the code cells of a notebook call, in order, with their texts."""
    cells = read_notebook(COURSE / "notebooks" / path).cells
    found = []
    for cell in cells:
        if cell.cell_type == "code":
            call = ast.parse(cell.source).body[-1].value  # type: ignore[attr-defined]
            found.append((call.func.attr, [argument.value for argument in call.args]))
    return found


def prose(path: str) -> str:
    cells = read_notebook(COURSE / "notebooks" / path).cells
    return "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")


def one_shot_of(slug: str) -> tuple[Pack, OneShot]:
    pack = load_pack(slug)
    assert pack.one_shot
    return pack, pack.one_shot


def plan_rows(one_shot: OneShot) -> list[str]:
    return [f"| {begins} to {ends} | {step.title} | {step.does} |" for begins, ends, step in one_shot.plan]


@each_lesson
def test_a_lesson_shows_the_cards_and_captions_of_its_plan_in_order(name: str, slug: str) -> None:
    _, one_shot = one_shot_of(slug)
    made = calls(f"{name}.ipynb")
    asked = [item for verb, ids in made if verb == "question" for item in ids]
    assert asked == [one.item for step in one_shot.steps for one in step.items]
    (captions,) = [blocks for verb, blocks in made if verb == "captions"]
    assert captions == [one.block for step in one_shot.steps for one in step.captions]
    read = [part for verb, parts in made if verb == "read" for part in parts]
    planned = [part for step in one_shot.steps if not step.captions for part in step.read]
    assert read == planned, "a caption is read where it is tagged"
    forms = [one for one in made if one[0] in ("form", "form_answers", "score_card")]
    cards = one_shot.form_pack
    assert forms == [
        ("form", ["before", cards]),
        ("form", ["after", cards]),
        ("score_card", [cards, "before", "after"]),
        ("form_answers", ["before", cards]),
        ("form_answers", ["after", cards]),
    ]
    assert made[0] == ("start", [] if slug == "hegseth-nato-2025" else [slug])


@each_lesson
def test_the_minutes_on_the_page_are_those_of_the_plan_and_sum_to_45(name: str, slug: str) -> None:
    _, one_shot = one_shot_of(slug)
    text = prose(f"{name}.ipynb")
    assert "\n".join(plan_rows(one_shot)) in text
    headings = [f"## {step.title} ({step.minutes} minutes)" for step in one_shot.steps[1:]]
    assert [text.count(heading) for heading in headings] == [1] * len(headings)
    assert one_shot.minutes == 45


@each_lesson
def test_the_projector_page_has_the_same_plan_and_pack(name: str, slug: str) -> None:
    path = f"teacher/{name}_projector.ipynb"
    _, one_shot = one_shot_of(slug)
    assert "\n".join(plan_rows(one_shot)) in prose(path)
    assert calls(path) == [("project", [slug])]


@each_lesson
def test_a_lesson_stands_alone_and_claims_no_more_than_was_measured(name: str, slug: str) -> None:
    text = prose(f"{name}.ipynb")
    assert "nothing from other lessons" in text
    assert "It has not been tried with a class yet" in text
    assert "Four cards show little for one person" in text
    pack, _ = one_shot_of(slug)
    if slug == "skate-park":
        assert "**We made it up**" in text
        assert "invented" in pack.article.title
        assert "invented" in pack.notice
    else:
        assert "teaching specimen" in text
