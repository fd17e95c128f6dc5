"""A card for one hour: its minutes are the plan's, its key the packs', and every lesson has one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from readtwice.authoring.hour_card import first_card, key_at_a_glance, minutes
from readtwice.authoring.teacher_pages import on_one_side
from readtwice.pack import load_pack
from readtwice.syllabus import syllabus
from readtwice.words import words
from tests.notebooks import COURSE

TEACHER = COURSE / "notebooks/teacher"
CARDS = sorted((TEACHER / "cards").glob("*.md"))
SECTIONS = ["The 45 minutes", "Say", "Ask", "The key at a glance", "If the network fails"]


def test_every_lesson_and_one_shot_has_a_card_and_a_page_to_print() -> None:
    lessons = {path.stem for path in (TEACHER / "lessons").glob("*.md")}
    assert {path.stem for path in CARDS} == lessons
    assert {path.stem for path in (TEACHER / "one_side").glob("*.html")} == {*lessons, "for_parents_and_heads"}


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.stem)
def test_a_card_has_three_sentences_and_three_questions_and_its_lessons_minutes(card: Path) -> None:
    text = card.read_text("utf-8")
    assert re.findall(r"^## (.+)$", text, re.M) == SECTIONS
    say, ask = (text.partition(f"## {name}\n")[2].partition("\n## ")[0] for name in ("Say", "Ask"))
    assert [len(re.findall(r"^\d\. ", part, re.M)) for part in (say, ask)] == [3, 3]
    shown = text.partition("<!-- minutes -->")[2].partition("<!-- end -->")[0]
    times = re.findall(r"^\| (\d+) to (\d+) \|", shown, re.M)
    assert (times[0][0], times[-1][1]) == ("0", "45")
    assert [end for _, end in times[:-1]] == [begin for begin, _ in times[1:]]


def test_minutes_leave_out_head_and_sum() -> None:
    plan = "| part | 45 | 60 |\n|---|---|---|\n| **Read** | 40 | 50 |\n| talk | 5 | 10 |\n| together | 45 | 60 |\n"
    assert [*minutes(plan)][2:] == ["| 0 to 40 | **Read** |", "| 40 to 45 | talk |"]


def test_the_key_of_a_lesson_names_each_of_its_cards_with_its_key() -> None:
    article = load_pack(syllabus().article)
    told = "\n".join(key_at_a_glance(article.slug, "01"))
    for use in ("worked", "faded", "solo", "exit"):
        for item in article.items_for("01", use):
            assert f"{item.topic}: *{words()['verdict_button'][item.kind][item.key]}" in told


def test_the_key_of_a_form_has_every_state_the_printed_first() -> None:
    form = load_pack(syllabus().form)
    (line,) = key_at_a_glance(form.slug, "08")
    twinned = next(item for item in form.items if any(twin.card == item.card for twin in form.twins))
    labels = words()["verdict_button"][twinned.kind]
    assert f"{twinned.topic}: *{labels[twinned.key]} / " in line


def test_the_key_of_a_one_shot_goes_step_by_step() -> None:
    pack = load_pack(syllabus().article)
    assert pack.one_shot
    told = [*key_at_a_glance(pack.slug, "")]
    titles = [step.title for step in pack.one_shot.steps if step.items or step.captions]
    assert [line.split(":**")[0].removeprefix("- **") for line in told[:-1]] == titles
    for step in pack.one_shot.steps:
        for caption in step.captions:
            assert all(f"“{quote.text}”: *" in "".join(told) for quote in caption.words)


def test_a_page_on_one_side_has_no_link_and_no_mark_of_a_block() -> None:
    made = on_one_side("# Card\n\n<!-- minutes -->\n\n[Read](x.md) <b>5</b>\n\n<!-- end -->\n")
    assert "Read <b>5</b>" in made
    assert "href" not in made
    assert "minutes" not in made


def test_a_first_card_has_the_sections_of_a_card_and_what_its_lesson_says_first() -> None:
    lesson = syllabus().lessons[1]
    made = first_card(lesson, "## What to say\n\n" + "".join(f"- “Line {number}.”\n" for number in range(1, 6)))
    assert made.startswith(f"# Lesson 1: {lesson.title}, on one side\n")
    assert re.findall(r"^## (.+)$", made, re.M) == SECTIONS
    assert re.findall(r"^\d\. “(.+)”$", made, re.M) == ["Line 1.", "Line 2.", "Line 3."]
