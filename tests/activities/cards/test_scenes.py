"""Drawn scenes: every story has one, each is light and sound, and none can tell the twins of a card apart."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.activities.cards.part import PART, Scene, check, scene_of, scenes_of
from readtwice.activities.cards.scene import SceneError, drawn, scene
from readtwice.activities.cards.stories import picture_of
from readtwice.pack import Pack, load_pack
from readtwice.pack.draw import alone, variants
from readtwice.pack.item import Item
from readtwice.pack.stories import story_of
from readtwice.syllabus import syllabus

STORIES = [load_pack(name) for name in syllabus().stories]
LARGEST = 5_000
"""Bytes of one scene: a deck of eight cards stays light."""

each_pack = pytest.mark.parametrize("pack", STORIES, ids=lambda pack: pack.slug)
CARDS = [(pack, item) for pack in STORIES for item in pack.items]
each_card = pytest.mark.parametrize(("pack", "item"), CARDS, ids=[item.id for _, item in CARDS])


@each_pack
def test_every_story_has_a_sound_light_scene_and_words_for_it(pack: Pack) -> None:
    held = scenes_of(pack)
    assert held is not None
    stories = {story_of(pack, item)[0]["id"] for item in pack.items}
    assert {one.story.block for one in held.scenes} >= stories
    assert [*check(pack)] == []
    for one in held.scenes:
        drawn = scene(one.parts)
        names = {node.tag.rpartition("}")[2] for node in ElementTree.fromstring(drawn).iter()}
        assert names <= {"svg", "g", "path", "circle", "ellipse", "rect", "text"}
        assert not re.search(r"[{}]|href|url\(|script", drawn)
        assert len(drawn) <= LARGEST, one.shows
        assert 3 <= len(one.shows.split()) <= 20


@each_pack
def test_no_two_stories_look_alike(pack: Pack) -> None:
    held = scenes_of(pack)
    assert held is not None
    assert len({one.parts for one in held.scenes}) == len({one.shows for one in held.scenes}) == len(held.scenes)


@pytest.mark.long
@each_card
def test_all_twins_of_a_card_stand_beside_the_same_picture(pack: Pack, item: Item) -> None:
    told = [alone(pack, one) for one in variants(pack, item.card)]
    seen = {str(picture_of(pack, one)) for one in variants(pack, item.card)}
    seen |= {str(picture_of(each, one)) for each in told for one in each.items if one.card == item.card}
    assert len(seen) == 1
    assert seen != {"None"}


@pytest.mark.long
@each_card
def test_no_word_that_tells_twins_apart_stands_in_the_picture(pack: Pack, item: Item) -> None:
    """What differs between twins, less what all of them say, is neither drawn nor said of the drawing."""
    found = scene_of(pack, story_of(pack, item)[0]["id"])
    assert found is not None
    twins = variants(pack, item.card)
    said = [set(re.findall(r"\w+", f"{one.box} {' '.join(_texts(pack, one))}".lower())) for one in twins]
    telling = set.union(*said) - set.intersection(*said)
    shown = set(re.findall(r"\w+", f"{found.shows} {' '.join(found.parts)}".lower()))
    names = {word for word in telling if not word.isdigit() and len(word) > 3}
    assert not names & shown & TELLING, names & shown


TELLING = {*drawn().colours} | {"fish", "stick", "young", "cloth", "closed"}
"""Words of a drawing that could settle a card, without names of things that only say what is drawn."""


def _texts(pack: Pack, item: Item) -> list[str]:
    return [block["text"] for block in story_of(alone(pack, item), item)]


def test_a_caption_is_asked_about_the_camera_and_a_story_is_not() -> None:
    posts = load_pack("captions-and-posts")
    caption, wording = (picture_of(posts, posts.item(one)) for one in ("run-line", "stand-eyesore"))
    assert caption
    assert "camera" in caption["asks"]
    assert wording
    assert wording["asks"] == ""
    stories = load_pack("short-stories")
    pair = picture_of(stories, stories.item("keeper-shirt"))
    assert pair
    assert pair["asks"] == "", "a pair asks whether both can be right, and nothing else"


@pytest.mark.parametrize(
    "parts",
    [
        ("moon",),
        ("day", "dragon 10 10"),
        ("day", "tree ten 10"),
        ("day", "tree 10 10 9.9"),
        ("day", "tree 990 10"),
        ("day", "tree 10 10 1 leaves=#fff"),
        ("day", "tree 10 10 1 roots=red"),
        ("day", 'sign 10 10 1 words="><script>'),
    ],
)
def test_what_cannot_be_drawn_is_said(parts: tuple[str, ...]) -> None:
    with pytest.raises(SceneError):
        scene(parts)
    pack = STORIES[0]
    held = scenes_of(pack)
    assert held is not None
    broken = replace(held, scenes=(replace(held.scenes[0], parts=parts),))
    [problem] = check(replace(pack, parts=pack.parts.with_(PART, broken)))
    assert parts[-1][:8] in problem.message


def test_a_story_has_one_scene_and_a_sentence_has_none() -> None:
    pack = STORIES[0]
    held = scenes_of(pack)
    assert held is not None
    first = held.scenes[0]
    stray = Scene(replace(first.story, block="b03"), first.shows, first.parts)
    broken = replace(held, scenes=(first, first, stray))
    found = [one.item for one in check(replace(pack, parts=pack.parts.with_(PART, broken)))]
    assert found == [first.story.block, "b03"]


@given(
    st.sampled_from(sorted(drawn().backdrops)),
    st.lists(st.tuples(st.sampled_from(sorted(drawn().things)), st.integers(0, 480), st.integers(0, 180)), max_size=6),
)
def test_whatever_is_drawn_is_one_sound_svg(backdrop: str, things: list[tuple[str, int, int]]) -> None:
    drawn = scene((backdrop, *(f"{name} {x} {y} 1.5" for name, x, y in things)))
    root = ElementTree.fromstring(drawn)
    assert len(root.findall("{http://www.w3.org/2000/svg}g")) >= len(things)
    assert "{" not in drawn
