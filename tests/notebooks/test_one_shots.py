"""The one-shot notebooks say and show what their packs plan: one source for the minutes, the cards and the captions."""

from __future__ import annotations

import ast

import pytest

from readtwice.authoring.notebook_files import read_notebook
from readtwice.marking.caption_key import caption_words
from readtwice.pack import Pack, load_pack
from readtwice.pack.checks.form import blocks_of
from readtwice.pack.one_shot import OneShot, Step
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
    headings = [f"## {step.title} ({step.minutes} minute{'s' * (step.minutes > 1)})" for step in one_shot.steps[1:]]
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


WORDS_A_MINUTE = 130
"""Slow reading, as of a second language. Not measured with a class: these numbers keep the plan from being absurd."""

SECONDS_TO_JUDGE, SECONDS_FOR_A_NUMBER, SECONDS_FOR_A_WORD = 20, 60, 3
"""To judge a card that one has read; to estimate and build a check; to tag one word of a caption."""


def words(*texts: str) -> int:
    return sum(len(text.split()) for text in texts)


def minutes_for(pack: Pack, one_shot: OneShot, step: Step, text: str) -> float:
    """How long one needs to read all that a step shows, and to do what it asks, without any talk."""
    article, count, seconds = pack.article, words(text), 0
    count += sum(words(article.quote(block)) for part in step.read for block in blocks_of(article, part))
    for item in (pack.item(one.item) for one in step.items):
        said = item.options[item.key].feedback
        count += words(item.topic, item.prompt, item.box, *(q.text for q in item.shown), *item.steps, said)
        if item.use != "worked":
            seconds += SECONDS_TO_JUDGE + (SECONDS_FOR_A_NUMBER if item.computation else 0)
    for caption in (one for one in pack.captions if one.block in [shown.block for shown in step.captions]):
        seconds += SECONDS_FOR_A_WORD * len(caption_words(article, caption.block))
        count += sum(words(span.reason) for span in caption.first)
    if step.cards != "none":
        cards = load_pack(one_shot.form_pack)
        assert cards.form
        halves = []
        for story in cards.form.stories:
            asked = [cards.item(card.item) for card in cards.form.cards if card.story == story.id]
            shown = [quote.text for item in asked for quote in item.shown]
            body = [cards.article.quote(block) for block in blocks_of(cards.article, story.part)]
            halves.append(words(story.box, *body, *shown, *(f"{item.topic} {item.prompt}" for item in asked)))
        count += max(halves)
        seconds += 4 * SECONDS_TO_JUDGE
    return count / WORDS_A_MINUTE + seconds / 60


@each_lesson
def test_each_step_can_be_read_and_done_in_its_minutes(name: str, slug: str) -> None:
    pack, one_shot = one_shot_of(slug)
    cells = read_notebook(COURSE / "notebooks" / f"{name}.ipynb").cells
    said = {cell.id: cell.source for cell in cells if cell.cell_type == "markdown"}
    of = {"number": ("number-text", "number-worked-text", "number-solo-text"), "captions": ("captions-text",)}
    for step in one_shot.steps[1:-1]:  # opening the page is no reading, and nobody reads all answers at the end
        lines = [line for one in of.get(step.id, (f"{step.id}-text",)) for line in said[one].splitlines()]
        text = " ".join(line for line in lines if not line.startswith("#"))
        needed = minutes_for(pack, one_shot, step, text)
        assert needed <= step.minutes, f"{step.id}: {needed:.1f} minutes of work in {step.minutes}"
        assert needed >= step.minutes / 4, f"{step.id}: {needed:.1f} minutes of work in {step.minutes}"
