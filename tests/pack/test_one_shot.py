"""One-shots: the part of a pack that says what happens in one lesson, and those that ship."""

from __future__ import annotations

import re

import pytest

from readtwice.pack import Pack, load_pack
from readtwice.pack.checks.form import blocks_of
from readtwice.pack.checks.one_shot import check_one_shot
from readtwice.pack.compiled import compiled, from_json
from readtwice.pack.one_shot import MINUTES, OneShot, parts_to_read
from readtwice.reading.readability import readability
from tests.notebooks.prose import GRADE, feedback
from tests.specimens import SHIPPED, hegseth, one_shot_pack

PACKS = {folder.name: load_pack(folder.name) for folder in SHIPPED}
ONE_SHOTS = {slug: pack for slug, pack in PACKS.items() if pack.one_shot}

each_one_shot = pytest.mark.parametrize("pack", ONE_SHOTS.values(), ids=list(ONE_SHOTS))


def one_shot_of(pack: Pack) -> OneShot:
    assert pack.one_shot
    return pack.one_shot


def test_a_one_shot_comes_out_of_the_compiled_form_as_it_went_in() -> None:
    assert from_json(compiled(one_shot_pack()), "here").one_shot == one_shot_pack().one_shot
    assert one_shot_of(one_shot_pack()).step("caption").captions[0].block == "b02"


def test_there_is_no_step_of_another_name() -> None:
    with pytest.raises(KeyError):
        one_shot_of(one_shot_pack()).step("lunch")


@each_one_shot
def test_the_plan_fills_one_lesson_hour_without_a_gap(pack: Pack) -> None:
    plan = one_shot_of(pack).plan
    assert sum(step.minutes for _, _, step in plan) == MINUTES == 45
    assert [begins for begins, _, _ in plan] == [0, *(ends for _, ends, _ in plan[:-1])]
    assert plan[-1][1] == 45


@each_one_shot
def test_the_steps_come_in_the_same_order_and_length_in_every_one_shot(pack: Pack) -> None:
    steps = [
        (step.id, step.minutes, step.cards, len(step.items), len(step.captions)) for step in one_shot_of(pack).steps
    ]
    assert steps == [
        ("open", 2, "none", 0, 0),
        ("entry", 4, "before", 0, 0),
        ("read", 5, "none", 0, 0),
        ("examples", 4, "none", 2, 0),
        ("judge", 7, "none", 3, 0),
        ("number", 8, "none", 3, 0),
        ("captions", 7, "none", 0, 2),
        ("exit", 4, "after", 0, 0),
        ("hand-in", 1, "none", 0, 0),
        ("debrief", 3, "none", 0, 0),
    ]


@each_one_shot
def test_a_class_can_read_its_parts_in_the_minutes_that_it_has(pack: Pack) -> None:
    step = one_shot_of(pack).step("read")
    blocks = [block for part in step.read for block in blocks_of(pack.article, part)]
    words = sum(len(pack.article.quote(block).split()) for block in blocks)
    assert words <= 125 * step.minutes, "125 words a minute is slow, also for readers of a second language"


@each_one_shot
def test_what_is_talked_over_is_one_short_question_for_each_card(pack: Pack) -> None:
    shown = [one for step in one_shot_of(pack).steps for one in (*step.items, *step.captions)]
    talks = [one.talk for one in shown]
    assert len(set(talks)) == len(talks) == 10
    for talk in talks:
        assert talk.endswith(("?", "notice?"))
        assert len(talk.split()) <= 20
        assert not [word for word in ("clash", "wrong", "mistake", "both be", "holds up") if word in talk]


@each_one_shot
def test_a_class_votes_on_words_of_all_three_kinds(pack: Pack) -> None:
    readings = {caption.block: caption for caption in pack.captions}
    for shown in one_shot_of(pack).step("captions").captions:
        tags = {
            span.tag
            for words in shown.words
            for span in readings[shown.block].first
            if span.quote.span.overlaps(words.span)
        }
        assert tags == {"seen", "told", "added"}


def test_the_one_shot_of_the_article_shows_what_it_promises() -> None:
    pack = hegseth()
    steps = one_shot_of(pack).steps
    entries = {pack.item(one.item).entry for step in steps for one in step.items}
    assert entries >= {"C01", "C04", "N08"}
    assert [one.block for step in steps for one in step.captions] == ["b12", "b22"]


@each_one_shot
def test_nothing_is_wrong_with_a_one_shot_that_ships(pack: Pack) -> None:
    assert list(check_one_shot(pack)) == []


INVENTED = load_pack("skate-park")


def test_the_invented_article_is_as_long_as_the_first_and_says_on_its_face_what_it_is() -> None:
    words = sum(len(INVENTED.article.quote(block).split()) for block in INVENTED.article.blocks)
    assert 350 <= words <= 500
    assert "(an invented article)" in INVENTED.article.quote(INVENTED.article.blocks[0])
    assert "No person, place or body in it is real" in INVENTED.notice


def test_the_invented_article_has_the_flaws_of_the_first_and_no_others() -> None:
    """A name, a position and a share, in the same steps; clean company in between."""
    found = {}
    for pack in (hegseth(), INVENTED):
        steps = one_shot_of(pack).steps
        items = [(step.id, pack.item(one.item)) for step in steps for one in step.items]
        found[pack.slug] = [(step, item.kind, item.key, item.relation) for step, item in items]
    assert found["skate-park"] == found["hegseth-nato-2025"]
    flawed = [relation or kind for _, kind, key, relation in found["skate-park"] if key in ("clash", "not_supported")]
    assert flawed == ["name or role", "position", "number"]


def test_all_of_the_invented_article_can_be_decided_on_its_page() -> None:
    assert {item.judged_by for item in INVENTED.items} == {"text"}
    assert {item.favours for item in INVENTED.items} == {"nobody"}


def test_its_feedback_is_short_and_easy_to_read() -> None:
    for item in INVENTED.items:
        for option in item.options.values():
            assert len(option.feedback.split()) <= 35, item.id
    assert readability(feedback(list(INVENTED.items))).flesch_kincaid_grade <= GRADE


def test_a_flaw_could_not_be_told_by_the_length_of_its_quotes() -> None:
    def mean(flawed: bool) -> float:
        lengths = [len(" ".join(q.text for q in i.shown).split()) for i in INVENTED.items if i.is_flawed == flawed]
        return sum(lengths) / len(lengths)

    assert 0.5 < mean(True) / mean(False) < 2


def test_no_two_sentences_of_the_invented_article_run_into_one() -> None:
    """A sentence that was not cut would put words beside a quote that its card does not ask about."""
    for sentence in INVENTED.article.sentences:
        assert not re.search(r"[.?] [A-Z]", INVENTED.article.quote(sentence)), sentence.id


@pytest.mark.parametrize("pack", PACKS.values(), ids=list(PACKS))
def test_a_part_to_read_never_ends_in_a_heading_nor_begins_with_a_caption(pack: Pack) -> None:
    kinds = {block.id: block.kind for block in pack.article.blocks}
    parts = [part.split("-") for part in parts_to_read(pack.article, pack.article.blocks)]
    assert [first for first, _ in parts if kinds[first] == "caption"] == []
    assert [last for _, last in parts if kinds[last] == "heading"] == []
    assert sum(len([*blocks_of(pack.article, "-".join(part))]) for part in parts) == len(kinds)
