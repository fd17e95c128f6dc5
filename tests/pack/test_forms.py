"""The forms that ship: parallel by blueprint, decided by words that are named, and fair to everybody in them."""

from __future__ import annotations

import calendar
from collections import Counter
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from readtwice.authoring import check_folder
from readtwice.pack import Pack, load_pack
from readtwice.pack.checks.form import blocks_of
from readtwice.pack.form import FormCard, Story
from readtwice.reading.readability import readability
from tests.specimens import PACKS as PACK_FOLDERS
from tests.specimens import SHIPPED, copy_of

PACKS = {folder.name: load_pack(folder.name) for folder in SHIPPED}
ENTRY_CARDS = {pack.one_shot.form_pack for pack in PACKS.values() if pack.one_shot}
FORMS = {slug: pack for slug, pack in PACKS.items() if pack.form}
HALVED = {slug: pack for slug, pack in FORMS.items() if pack.form and pack.form.stories[0].half != "whole"}
PARALLEL = {slug: pack for slug, pack in HALVED.items() if slug not in ENTRY_CARDS}
CARDS = [(slug, card) for slug, pack in FORMS.items() if pack.form for card in pack.form.cards]
STORIES = [(slug, story) for slug, pack in FORMS.items() if pack.form for story in pack.form.stories]

each_form = pytest.mark.parametrize("pack", FORMS.values(), ids=list(FORMS))
each_parallel = pytest.mark.parametrize("pack", PARALLEL.values(), ids=list(PARALLEL))
each_halved = pytest.mark.parametrize("pack", HALVED.values(), ids=list(HALVED))
each_card = pytest.mark.parametrize(("slug", "card"), CARDS, ids=[card.item for _, card in CARDS])
each_story = pytest.mark.parametrize(("slug", "story"), STORIES, ids=[story.id for _, story in STORIES])

CALENDAR = {"Photo", "First", "Last"} | {date.strip("s") for date in (*calendar.day_name, *calendar.month_name)}
GIVEAWAYS = ("clash", "agree", "wrong", "mistake", "error", "false", "right answer", "contradict", "fault", "flaw")


def text_of(pack: Pack, story: Story) -> str:
    blocks = blocks_of(pack.article, story.part)
    return "\n\n".join(pack.article.quote(block) for block in blocks)


def body_of(pack: Pack, story: Story) -> str:
    blocks = blocks_of(pack.article, story.part)
    return "\n\n".join(pack.article.quote(block) for block in blocks if block.kind == "paragraph")


def cells(pack: Pack, half: str) -> Counter[tuple[str, str]]:
    assert pack.form
    return pack.form.cells(half, {item.id: item for item in pack.items})  # type: ignore[arg-type]


def test_there_are_two_parallel_forms_the_cards_of_one_lesson_and_one_fresh_text() -> None:
    assert {pack.form.name for pack in FORMS.values() if pack.form} == {"A", "B", "C", "one-shot"}
    assert len(PARALLEL) == 2
    assert {"one-shot-cards"} == ENTRY_CARDS


@each_parallel
@pytest.mark.parametrize("half", ["first", "second"])
def test_a_half_has_one_clean_and_one_flawed_card_of_each_skill(pack: Pack, half: str) -> None:
    skills = ("agreement", "who and when", "number", "caption")
    assert cells(pack, half) == {(skill, state): 1 for skill in skills for state in ("clean", "flawed")}


def test_entry_and_exit_cards_are_two_clean_and_two_flawed_and_mirror_each_other() -> None:
    pack = FORMS["one-shot-cards"]
    first, second = cells(pack, "first"), cells(pack, "second")
    skills = {"agreement", "who and when", "number", "caption"}
    for half in (first, second):
        assert {skill for skill, _ in half} == skills
        assert sorted(state for _, state in half.elements()) == ["clean", "clean", "flawed", "flawed"]
    assert first + second == {(skill, state): 1 for skill in skills for state in ("clean", "flawed")}


def test_the_fresh_text_has_eleven_clean_cards_and_one_flaw_of_each_kind_that_is_taught() -> None:
    found = cells(FORMS["fresh-text"], "whole")
    assert sum(found[skill, "clean"] for skill, _ in found) != 0
    assert sum(count for (_, state), count in found.items() if state == "clean") == 11
    assert {cell: count for cell, count in found.items() if cell[1] != "clean"} == {
        (skill, "flawed"): 1 for skill in ("agreement", "who and when", "number", "comparison", "caption")
    }


def test_the_fresh_text_is_as_long_as_an_article() -> None:
    (story,) = FORMS["fresh-text"].form.stories  # type: ignore[union-attr]
    assert 500 <= len(text_of(FORMS["fresh-text"], story).split()) <= 700


@each_halved
def test_stories_and_records_are_alike_in_length(pack: Pack) -> None:
    assert pack.form
    words = [len(body_of(pack, story).split()) for story in pack.form.stories]
    assert all(85 <= count <= 100 for count in words), words
    assert all(40 <= len(story.box.split()) <= 75 for story in pack.form.stories)


@pytest.mark.long
def test_the_two_forms_are_matched_in_length_and_in_how_hard_they_read() -> None:
    one, other = (
        " ".join(text_of(pack, story) + " " + story.box for story in pack.form.stories)  # type: ignore[union-attr]
        for pack in PARALLEL.values()
    )
    assert abs(len(one.split()) - len(other.split())) <= 0.05 * len(one.split())
    assert abs(readability(one).flesch_kincaid_grade - readability(other).flesch_kincaid_grade) <= 1


@each_parallel
def test_the_two_halves_are_matched_in_length_and_in_how_hard_they_read(pack: Pack) -> None:
    """What is compared for one learner is one half before with the other half after."""
    assert pack.form
    one, other = (
        " ".join(text_of(pack, story) + " " + story.box for story in pack.form.stories if story.half == half)
        for half in ("first", "second")
    )
    assert abs(len(one.split()) - len(other.split())) <= 0.05 * len(one.split())
    assert abs(readability(one).flesch_kincaid_grade - readability(other).flesch_kincaid_grade) <= 1


def test_the_two_forms_hide_the_same_kinds_of_clash_in_the_same_halves() -> None:
    """No learner may win by a rule such as: two counts that differ are a clash."""
    found = []
    for pack in PARALLEL.values():
        assert pack.form
        flawed = [(half, pack.item(card.item)) for half in ("first", "second") for card in pack.form.cards_of(half)]
        found.append([(half, item.relation) for half, item in flawed if item.kind == "pair" and item.is_flawed])
    assert found == [[("first", "number"), ("second", "date")]] * 2


@each_card
def test_a_flaw_that_the_record_settles_is_settled_by_what_it_says_and_not_by_silence(
    slug: str, card: FormCard
) -> None:
    """Where nobody was asked, "can't tell" is a careful answer too, and no card may count it as held back."""
    item = FORMS[slug].item(card.item)
    if item.is_flawed and item.judged_by == "box":
        said = card.decided_by.lower()
        assert not [word for word in ("nobody", "nothing", "no one", "not asked", "did not") if word in said]


@each_card
def test_the_words_that_decide_a_card_stand_in_its_story_or_its_record(slug: str, card: FormCard) -> None:
    pack = FORMS[slug]
    assert pack.form
    item, story = pack.item(card.item), pack.form.story(card.story)
    where = story.box if item.judged_by == "box" else text_of(pack, story)
    assert " ".join(card.decided_by.split()) in " ".join(where.split())
    assert len(card.decided_by.split()) >= 2


@each_card
def test_nothing_in_a_question_gives_its_key_away(slug: str, card: FormCard) -> None:
    item = FORMS[slug].item(card.item)
    asked = f"{item.topic} {item.prompt}".lower().replace("can both be right", "")
    assert not [word for word in GIVEAWAYS if word in asked]
    same = [one for one in FORMS[slug].items if one.kind == item.kind]
    assert {one.prompt for one in same} == {item.prompt}, "one kind, one prompt: no wording belongs to a key"


@each_card
def test_no_card_of_a_form_is_used_in_teaching(slug: str, card: FormCard) -> None:
    pack = FORMS[slug]
    item = pack.item(card.item)
    assert item.use == "form"
    assert [other for other, one in PACKS.items() if any(card.item == taught.id for taught in one.items)] == [slug]
    assert item.favours == "nobody"


@each_form
def test_a_form_pack_holds_nothing_but_its_form_and_says_that_it_is_invented(pack: Pack) -> None:
    assert {item.use for item in pack.items} - {"search"} == {"form"}
    assert "invented" in pack.notice
    assert "No person" in pack.notice


@each_story
def test_a_story_says_on_its_face_that_it_is_invented(slug: str, story: Story) -> None:
    face = text_of(FORMS[slug], story).splitlines()[0]
    assert "invented" in face.lower()


@each_form
def test_flaws_fall_on_all_sides(pack: Pack) -> None:
    assert pack.form
    tilts = Counter(card.tilt for card in pack.form.cards if pack.item(card.item).is_flawed)
    assert abs(tilts["flatters"] - tilts["harms"]) <= 1
    assert tilts["harms"] >= 1


@each_form
def test_clean_and_flawed_cards_look_alike_in_length(pack: Pack) -> None:
    def mean(flawed: bool) -> float:
        lengths = [
            len(" ".join(quote.text for quote in item.shown).split()) for item in pack.items if item.is_flawed == flawed
        ]
        return sum(lengths) / len(lengths)

    assert 0.6 < mean(True) / mean(False) < 1.67


def test_no_two_forms_share_a_name_of_a_person_or_place() -> None:
    def names(pack: Pack) -> set[str]:
        text = " ".join(text_of(pack, story) + " " + story.box for story in pack.form.stories)  # type: ignore[union-attr]
        words = text.replace(".", " . ").replace("“", " . ").split()
        return {
            word.strip(",;:’”s")
            for before, word in pairwise(words)
            if word[0].isupper() and before not in {".", ":"} and len(word) > 3
        }

    for one, other in combinations(FORMS.values(), 2):
        assert names(one) & names(other) - CALENDAR == set()


@pytest.mark.parametrize(
    ("find", "replace"),
    [
        (
            "item: path-third\n    story: path\n    skill: number",
            "item: path-third\n    story: path\n    skill: caption",
        ),
        (
            "item: market-food\n    story: market\n    skill: number",
            "item: market-food\n    story: market\n    skill: caption",
        ),
    ],
)
def test_halves_that_neither_match_nor_mirror_each_other_are_told(find: str, replace: str, tmp_path: Path) -> None:
    folder = copy_of(PACK_FOLDERS / "one-shot-cards", tmp_path)
    text = (folder / "form.yaml").read_text(encoding="utf-8")
    assert find in text
    (folder / "form.yaml").write_text(text.replace(find, replace), encoding="utf-8")
    (told,) = check_folder(folder, write=True).problems
    assert str(told).startswith("form.yaml: the halves differ in: ")
