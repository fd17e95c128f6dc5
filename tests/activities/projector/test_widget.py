"""The projector without a browser: what it shows, what it saves, and that nothing else gets in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.activities.projector.widget import (
    MOST,
    OCCASION,
    STAGES,
    CardState,
    Projector,
    _reading_line,
    read_state,
)
from readtwice.marking import Answer
from readtwice.marking.caption_key import readings_of
from readtwice.pack import VERDICTS, Pack, load_pack
from readtwice.pack.captions import TAGS
from readtwice.page.answers import verdict_words
from readtwice.page.base import script
from readtwice.page.session import Session
from readtwice.record import Record, read_folder
from readtwice.words import say
from tests.specimens import form_pack, hegseth, one_shot_pack

PACKS = [hegseth(), load_pack("skate-park")]
each_pack = pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.slug)

CARD = "mayor-b03-b04"
CAPTION_CARD = "caption-b02"


def opened(folder: Path, pack: Pack) -> Projector:
    record = Record(folder, pack.slug)
    record.continue_()
    return Projector(Session(pack, record))


def send(projector: Projector, **message: Any) -> str:
    projector._take(projector, {**message, "number": "n1"}, [])
    return str(projector.view["said"])


def slide(projector: Projector, card: str) -> dict[str, Any]:
    (found,) = [one for one in projector.view["slides"] if one["id"] == card]
    return dict(found)


def shown(pack: Pack) -> list[str]:
    assert pack.one_shot
    return [
        name
        for step in pack.one_shot.steps
        for name in (*(one.item for one in step.items), *(f"caption-{one.block}" for one in step.captions))
    ]


@each_pack
def test_every_card_of_the_lesson_has_one_screen_in_the_order_of_the_plan(pack: Pack, tmp_path: Path) -> None:
    slides = opened(tmp_path, pack).view["slides"]
    assert [one["id"] for one in slides if "state" in one] == shown(pack)
    assert [one["id"] for one in slides if one["kind"] == "sign"] == ["open", "entry", "exit", "hand-in", "debrief"]
    assert sorted(slides, key=lambda one: one["begins"]) == slides
    assert (slides[0]["begins"], slides[-1]["ends"]) == (0, 45)
    assert len({one["id"] for one in slides}) == len(slides)


@each_pack
def test_a_card_offers_the_choices_of_the_lesson_and_has_the_key_at_the_last_stage(pack: Pack, tmp_path: Path) -> None:
    projector = opened(tmp_path, pack)
    for name in shown(pack):
        one = slide(projector, name)
        assert one["talk"].strip()
        votes = [[0] * len(question["choices"]) for question in one["questions"]]
        for stage in range(5):
            send(projector, type="state", card=name, state=[stage, votes, votes])
            one = slide(projector, name)
            assert (one["answer"] is not None, any(q["keys"] for q in one["questions"])) == (stage == 4, stage == 4)
        if one["kind"] == "caption":
            assert [[choice["code"] for choice in q["choices"]] for q in one["questions"]] == [list(TAGS)] * 3
            assert len(one["answer"]["lines"]) == 3
            continue
        item = pack.item(name)
        (question,) = one["questions"]
        assert tuple(choice["code"] for choice in question["choices"]) == VERDICTS[item.kind]
        assert question["keys"] == [item.key]
        key = Answer(item.key, item.relation)
        assert one["answer"]["heading"] == say("feedback.solution", verdict=verdict_words(item, key))
        assert item.explanation in one["answer"]["lines"]
        assert bool(one["answer"]["sums"]) == (item.computation is not None)
        assert [quote["exact"] for quote in one["answer"]["quotes"]] == [quote.text for quote in item.shown]
        if item.kind == "pair":  # marked words would be half of the answer
            assert {quote["exact"] for quote in one["quotes"]} == {""}


@each_pack
def test_a_caption_stands_whole_with_its_words_numbered(pack: Pack, tmp_path: Path) -> None:
    projector = opened(tmp_path, pack)
    assert pack.one_shot
    for caption in pack.one_shot.step("captions").captions:
        ((parts,),) = [[quote["parts"] for quote in slide(projector, f"caption-{caption.block}")["quotes"]]]
        block = pack.article.block(caption.block)
        assert "".join(part["text"] for part in parts) == pack.article.quote(block)
        numbered = {part["number"]: part["text"] for part in parts if part["number"]}
        assert numbered == dict(enumerate((quote.text for quote in caption.words), start=1))


def test_where_two_readings_differ_nothing_is_called_right(tmp_path: Path) -> None:
    pack = load_pack("skate-park")
    (caption,) = [one for one in pack.captions if one.block == "b13"]
    evening = next(span.quote for span in caption.first if span.quote.text == "in the evening")
    assert _reading_line("in the evening", readings_of(evening, caption)) == say(
        "projector.readings_differ", words="in the evening", first="told", second="seen"
    )


def test_counts_are_saved_as_they_come_and_stand_there_again_after_a_restart(tmp_path: Path) -> None:
    projector = opened(tmp_path, one_shot_pack())
    state = [2, [[9, 14, 3]], [[21, 4, 1]]]
    assert send(projector, type="state", card=CARD, state=[0, [[9, 14, 3]], [[0, 0, 0]]]) == ""
    send(projector, type="state", card=CARD, state=state)
    send(projector, type="state", card=CAPTION_CARD, state=[1, [[5, 0, 1]], [[0, 0, 0]]])
    again = opened(tmp_path, one_shot_pack())
    assert slide(again, CARD)["state"] == state
    assert slide(again, CAPTION_CARD)["state"] == [1, [[5, 0, 1]], [[0, 0, 0]]]


def test_the_same_state_is_saved_once(tmp_path: Path) -> None:
    projector = opened(tmp_path, one_shot_pack())
    for _ in range(3):
        send(projector, type="state", card=CARD, state=[0, [[1, 0, 0]], [[0, 0, 0]]])
    assert len(read_folder(tmp_path)[0]) == 1


def test_what_is_saved_is_numbers_under_an_occasion_of_its_own(tmp_path: Path) -> None:
    projector = opened(tmp_path, one_shot_pack())
    send(projector, type="state", card=CARD, state=[4, [[9, 14, 3]], [[21, 4, 1]]])
    (event,), notices = read_folder(tmp_path)
    assert notices == ()
    assert (event.pack, event.item, event.occasion) == ("lindow-bridge", CARD, OCCASION)
    assert event.answer == [4, [[9, 14, 3]], [[21, 4, 1]]]
    assert OCCASION not in ("before", "after", "fresh", "lesson", "recall")


def test_a_new_class_begins_at_nothing_and_nothing_saved_is_lost(tmp_path: Path) -> None:
    projector = opened(tmp_path, one_shot_pack())
    send(projector, type="state", card=CARD, state=[4, [[9, 14, 3]], [[21, 4, 1]]])
    assert send(projector, type="new_class") == say("projector.new_class_done")
    assert slide(projector, CARD)["state"] == [0, [[0, 0, 0]], [[0, 0, 0]]]
    assert projector.view["classes"] == 1, "the page puts away what it has typed"
    assert slide(opened(tmp_path, one_shot_pack()), CARD)["state"] == [0, [[0, 0, 0]], [[0, 0, 0]]]
    assert [event.answer[0] for event in read_folder(tmp_path)[0]] == [4, 0]


@pytest.mark.parametrize(
    "message",
    [
        {"type": "state", "card": "safe-b04", "state": [0, [[0, 0, 0]], [[0, 0, 0]]]},
        {"type": "state", "card": CARD, "state": [5, [[0, 0, 0]], [[0, 0, 0]]]},
        {"type": "state", "card": CARD, "state": [0, [[0, 0]], [[0, 0, 0]]]},
        {"type": "state", "card": CARD, "state": [0, [[0, 0, 0], [0, 0, 0]], [[0, 0, 0]]]},
        {"type": "state", "card": CARD, "state": [0, [[-1, 0, 0]], [[0, 0, 0]]]},
        {"type": "state", "card": CARD, "state": [0, [[True, 0, 0]], [[0, 0, 0]]]},
        {"type": "state", "card": CARD, "state": [0, [[MOST + 1, 0, 0]], [[0, 0, 0]]]},
        {"type": "state", "card": CARD, "state": [0, [["Anna", 0, 0]], [[0, 0, 0]]]},
        {"type": "state", "card": CARD, "state": "Anna"},
        {"type": "names", "card": CARD},
        {},
    ],
)
def test_anything_but_a_count_is_passed_over_and_never_saved(message: dict[str, Any], tmp_path: Path) -> None:
    projector = opened(tmp_path, one_shot_pack())
    assert send(projector, **message) == ""
    assert read_folder(tmp_path)[0] == ()


COUNT = st.integers(0, MOST)


@given(
    st.lists(st.integers(1, 5), min_size=1, max_size=4).flatmap(
        lambda shape: st.tuples(
            st.just(shape),
            st.integers(0, len(STAGES) - 1),
            *[st.tuples(*(st.lists(COUNT, min_size=n, max_size=n) for n in shape))] * 2,
        )
    )
)
def test_a_sound_state_reads_back_as_it_was_saved(drawn: tuple[list[int], int, Any, Any]) -> None:
    shape, stage, first, second = drawn
    state = CardState(stage, list(first), list(second))
    assert read_state(state.saved, shape) == state


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


@given(JSON)
def test_whatever_stands_in_a_record_a_state_is_counts_or_is_refused(value: Any) -> None:
    try:
        state = read_state(value, [3])
    except ValueError:
        return
    assert all(0 <= count <= MOST for votes in (state.first, state.second) for counts in votes for count in counts)


def test_an_answer_of_an_older_revision_counts_as_no_vote(tmp_path: Path) -> None:
    projector = opened(tmp_path, one_shot_pack())
    projector.session.save(CARD, [0, [[1, 2]], [[0, 0]]], occasion=OCCASION)
    assert slide(opened(tmp_path, one_shot_pack()), CARD)["state"] == [0, [[0, 0, 0]], [[0, 0, 0]]]


def test_the_page_and_python_know_the_same_stages_in_the_same_order() -> None:
    found = re.search(r"const STAGES = .*?\[(.*?)\]", script("readtwice.activities.projector", "script.js"))
    assert found
    assert tuple(re.findall(r'"(\w+)"', found[1])) == STAGES


@each_pack
def test_a_page_that_is_not_running_shows_plan_and_questions_and_no_key(pack: Pack, tmp_path: Path) -> None:
    page = opened(tmp_path, pack).static_html()
    assert pack.one_shot
    for step in pack.one_shot.steps:
        assert step.title in page
    for name in shown(pack):
        if name.startswith("caption-"):
            continue
        item = pack.item(name)
        assert item.prompt.replace("'", "&#x27;") in page
        assert item.explanation not in page
        assert item.options[item.key].feedback not in page


def test_a_pack_without_a_one_shot_has_no_projector(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="two-stories has no one-shot"):
        opened(tmp_path, form_pack())
