"""The captions studied: what the shipped study holds, and that nothing of it is lost on the way to a learner."""

from __future__ import annotations

import pytest

from readtwice.activities.caption_study.part import study_of, the_study_of
from readtwice.pack import Pack
from readtwice.pack.compiled import compiled, from_json
from tests.specimens import good_pack, hegseth, number_pack


@pytest.mark.parametrize("pack", [good_pack(), hegseth()], ids=lambda pack: pack.slug)
def test_a_study_is_the_same_after_it_was_compiled(pack: Pack) -> None:
    assert study_of(from_json(compiled(pack), "pack.json")) == study_of(pack)


def test_a_pack_may_have_no_study() -> None:
    assert study_of(number_pack()) is None
    assert study_of(from_json(compiled(number_pack()), "pack.json")) is None


def test_every_caption_of_the_article_is_studied_and_each_side_has_as_many() -> None:
    pack = hegseth()
    study = the_study_of(pack)
    assert [one.block for one in study.captions] == [b.id for b in pack.article.blocks if b.kind == "caption"]
    sides = [one.subject for one in study.captions]
    assert {side: sides.count(side) for side in sides} == {subject.id: 2 for subject in study.subjects}


def test_sides_stand_in_the_order_of_the_alphabet_so_that_none_comes_first_by_choice() -> None:
    labels = [subject.label for subject in the_study_of(hegseth()).subjects]
    assert labels == sorted(labels)


def test_the_swap_test_takes_every_caption_also_the_one_that_readers_side_with() -> None:
    for one in the_study_of(hegseth()).captions:
        assert one.swap.put
        assert one.swap.note
        assert one.added, f"{one.block}: without words to look at, a swap shows nothing"


def test_a_fact_that_is_not_given_has_no_wording() -> None:
    for one in the_study_of(hegseth()).captions:
        for fact in one.facts:
            assert bool(fact.wordings) == (fact.quote is not None)
    assert the_study_of(hegseth()).caption("b02").told("when") == ()
    with pytest.raises(KeyError):
        the_study_of(hegseth()).caption("b01")


def test_the_scene_is_of_nobody_in_the_article() -> None:
    scene = the_study_of(hegseth()).scene
    told = " ".join((scene.picture, scene.neutral, scene.flattering, scene.hostile))
    assert not any(name in told for person in hegseth().people for name in (person.name, *person.also))
    assert not any(subject.label in told for subject in the_study_of(hegseth()).subjects)
