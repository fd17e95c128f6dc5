"""Kinds of page and pictures: twins, no cue, what is saved, and a fingerprint that finds what it should."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice import course
from readtwice.activities.told_apart.mark import card_for, mark_card, said_in, to_answer
from readtwice.activities.told_apart.part import KINDS, PART, Drawing, Page, Picture, State, state_for
from readtwice.activities.told_apart.scenes import ALIKE, ANOTHER, BITS, differ, fingerprint, svg_of
from readtwice.marking import Outcome
from readtwice.words import words
from tests.specimens import hegseth

HELD = PART.needed(hegseth())
LEARNERS = [f"LEARNER-{number}" for number in range(60)]
STATES = [(page, state) for page in HELD.kinds for state in page.states]
pieces = st.sampled_from([*HELD.kinds, *HELD.pictures])
names = st.sampled_from(["state", "said"])
anything = st.recursive(st.none() | st.text() | st.integers(), lambda x: st.lists(x) | st.dictionaries(names, x))


def test_there_are_twelve_pages_in_states_and_each_kind_is_met_often() -> None:
    assert len(HELD.kinds) >= 12
    assert all(len(page.states) == 2 for page in HELD.kinds)
    met = Counter(state.key for _, state in STATES)
    assert {*met} == {*KINDS} == {*words()["page_promise"]}
    assert min(met.values()) >= 3


@pytest.mark.parametrize("page", HELD.kinds, ids=lambda page: page.id)
def test_twins_are_as_long_and_begin_alike(page: Page) -> None:
    one, other = (" ".join(state.lines).split() for state in page.states)
    assert abs(len(one) - len(other)) <= 8
    assert {one[0]} | {*one} & {*other}


def _rules() -> dict[str, dict[bool, str]]:
    middle = median(len(" ".join(state.lines)) for _, state in STATES)
    signs = {
        "long": lambda text: len(text) > middle,
        "you": lambda text: "you" in text.lower().split(),
        "quote": lambda text: "“" in text,
        "number": lambda text: any(sign.isdigit() for sign in text),
        "first person": lambda text: bool({"I", "We", "we", "my"} & {*text.split()}),
        "exclamation": lambda text: "!" in text,
    }
    return {name: {state.key + page.id: "" for page, state in STATES} | {"sign": sign} for name, sign in signs.items()}  # type: ignore[dict-item]


def test_no_sign_without_understanding_tells_the_kind() -> None:
    """A guesser with one sign, and the best answer on each side of it, gets under half of the pages right."""
    for name, rule in _rules().items():
        sides: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        for _, state in STATES:
            sides[bool(rule["sign"](" ".join(state.lines)))][state.key] += 1  # type: ignore[index, operator]
        right = sum(max(side.values(), default=0) for side in sides.values())
        assert right / len(STATES) < 0.5, name


def test_the_kinds_name_does_not_stand_on_its_page() -> None:
    for page, state in STATES:
        text = " ".join(state.lines).lower()
        assert not [name for name in words()["page_promise_short"].values() if name in text], page.id


@pytest.mark.parametrize("piece", [*HELD.kinds, *HELD.pictures], ids=lambda one: one.id)
def test_each_state_is_drawn_for_many_and_place_tells_nothing(piece: Page | Picture) -> None:
    drawn = Counter(state_for(piece, one).key for one in LEARNERS)
    assert all(drawn[state.key] >= 8 for state in piece.states)
    course.begin()
    view = course.kinds_of_page if isinstance(piece, Page) else course.picture_past
    widget = view(piece.id)
    offered = [one["code"] for one in widget.view["cards"][0]["choices"]]
    assert sorted(offered) == sorted(card_for(piece).choices)


@given(pieces, anything)
def test_a_foreign_answer_is_read_as_nothing(piece: Page | Picture, answer: object) -> None:
    card = card_for(piece, "x", answer)
    said = said_in(card, answer)
    assert said == "" or said in card.choices
    again = card_for(piece, "another", to_answer(card, said))
    assert again.state == card.state


@given(pieces, st.sampled_from(LEARNERS))
def test_the_key_alone_is_right(piece: Page | Picture, learner: str) -> None:
    card = card_for(piece, learner)
    for choice in card.choices:
        wanted = Outcome.RIGHT if choice == card.state.key else Outcome.NOT_YET
        assert mark_card(card, choice).outcome is wanted
    assert mark_card(card, None).outcome is Outcome.NOT_TRIED
    assert mark_card(card, "nothing").outcome is Outcome.CANNOT_BE_MARKED


def test_an_answer_is_saved_and_comes_back(tmp_path: Path) -> None:
    course.begin(folder=tmp_path)
    widget = course.kinds_of_page("boots")
    (card,) = widget.view["cards"]
    assert card["feedback"] is None
    widget._take(widget, {"type": "answer", "piece": "boots", "said": "satire", "number": "1"}, [])
    (after,) = course.kinds_of_page("boots").view["cards"]
    assert (after["said"], after["lines"]) == ("satire", card["lines"])
    assert after["feedback"]["outcome"] == "not_yet"


SCENES = ("bridge", "market", "hall", "lake")


@pytest.mark.parametrize("scene", SCENES)
def test_the_fingerprint_finds_a_cut_copy_and_misses_a_mirrored_one(scene: str) -> None:
    whole, cut = Drawing(scene), Drawing(scene, cut="edges")  # type: ignore[arg-type]
    mirrored = Drawing(scene, mirrored="yes")  # type: ignore[arg-type]
    assert len(fingerprint(whole)) == BITS
    assert differ(whole, whole) == 0
    assert differ(whole, cut) < differ(whole, mirrored)
    assert all(differ(whole, cut) < differ(whole, Drawing(other)) for other in SCENES if other != scene)  # type: ignore[arg-type]


def test_the_scale_that_learners_are_told_holds_for_all_drawings() -> None:
    cut = [differ(Drawing(one), Drawing(one, "edges")) for one in SCENES]  # type: ignore[arg-type]
    others = [
        differ(Drawing(one), Drawing(other, edges))  # type: ignore[arg-type]
        for one in SCENES
        for other in SCENES
        for edges in ("no", "edges")
        if one != other
    ]
    turned = [differ(Drawing(one), Drawing(one, "no", "yes")) for one in SCENES]  # type: ignore[arg-type]
    assert max(cut) == ALIKE
    assert min(*others, *turned) == ANOTHER


def test_drawings_stand_alone_and_run_nothing() -> None:
    for scene in SCENES:
        svg = svg_of(Drawing(scene, "edges", "yes"))  # type: ignore[arg-type]
        assert svg.startswith("<svg xmlns=")
        assert "script" not in svg
        assert "href" not in svg


def test_a_find_of_another_picture_never_speaks_against_the_caption() -> None:
    for picture in HELD.pictures:
        for state in picture.states:
            assert _is_fair(picture, state), (picture.id, state.key)


def _is_fair(picture: Picture, state: State) -> bool:
    if state.key == "older":
        return all(find.scene == picture.shown.scene for find in state.find) and bool(state.find)
    return True
