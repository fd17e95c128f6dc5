"""The order in which choices stand tells nothing of which is right, and is each learner's own."""

from __future__ import annotations

from collections import Counter

import pytest

from readtwice.activities.drift.mark import drift_match
from readtwice.activities.drift.part import the_drifts_of
from readtwice.activities.shelf.part import offers_for, the_shelf_of
from readtwice.pack import load_pack
from readtwice.pack.shuffled import shuffled_for
from readtwice.page.check_parts import UNCHOSEN, parts_view, work_out

PACK = load_pack("hegseth-nato-2025")
LEARNERS = [f"{number:010x}" for number in range(300)]
NUMBERS = [item for item in PACK.items if item.computation]


@pytest.mark.parametrize("task", the_shelf_of(PACK).tasks, ids=lambda task: task.item)
def test_no_card_of_a_shelf_stands_first_more_often(task):
    first = Counter(offers_for(task, learner)[0].card for learner in LEARNERS)
    expected = len(LEARNERS) / len(task.offers)
    assert set(first) == {offer.card for offer in task.offers}
    assert all(0.6 * expected < count < 1.4 * expected for count in first.values())


@pytest.mark.long
@pytest.mark.parametrize("item", NUMBERS, ids=lambda item: item.id)
def test_no_figure_of_a_check_stands_first_more_often(item):
    for name, ids in (("take", item.computation.take), ("divide_by", item.computation.divide_by)):
        if len(ids) > 1:
            shown = [
                [option["code"] for option in part["options"] if option["code"] not in ("", UNCHOSEN)]
                for learner in LEARNERS
                for part in parts_view(item, item.computation, PACK.figures, learner)
                if part["name"] == name
            ]
            assert all(set(one) == set(ids) for one in shown)
            first = Counter(one[0] for one in shown)
            assert first[ids[0]] < 1.4 * len(LEARNERS) / len(ids)


@pytest.mark.parametrize("item", NUMBERS, ids=lambda item: item.id)
def test_nothing_is_chosen_at_the_start(item):
    parts = parts_view(item, item.computation, PACK.figures, LEARNERS[0])
    assert all(part["options"][0]["code"] == UNCHOSEN for part in parts)
    chosen = {part["name"]: UNCHOSEN for part in parts}
    assert set(work_out(item.computation, chosen, PACK.figures)) == {"refusal"}


def test_the_order_is_each_learners_own_and_stays():
    choices = ["a", "b", "c", "d", "e"]
    assert shuffled_for("1", "card", choices) == shuffled_for("1", "card", reversed(choices))
    assert len({tuple(shuffled_for(learner, "card", choices)) for learner in LEARNERS}) > 80
    assert len({tuple(shuffled_for("1", card, choices)) for card in LEARNERS}) > 80


def test_labels_of_drift_stand_in_an_order_of_their_own_for_each_row():
    orders = set()
    for row in the_drifts_of(PACK).rows:
        [part] = drift_match(PACK, row).parts
        assert part.any_order
        orders.add(tuple(shuffled_for("1", row.id, part.choices)))
    assert len(orders) > 1
