"""What came of a claim: both sides of the skill are findings, and a slip is none."""

from __future__ import annotations

import pytest

from readtwice.marking.finding import Finding, finding_of
from tests.specimens import hegseth


@pytest.mark.parametrize(
    ("item", "answer", "finding"),
    [
        ("name-b06-b11", ["clash"], Finding.CAUGHT),
        ("name-b06-b11", ["no_clash"], Finding.AGAIN),
        ("name-b06-b11", ["undetermined"], Finding.AGAIN),
        ("occasion-b04-b06", ["no_clash"], Finding.KEPT),
        ("occasion-b04-b06", ["clash"], Finding.AGAIN),
        ("occasion-b04-b06", "maybe", None),
        ("occasion-b04-b06", None, None),
    ],
)
def test_what_came_of_a_pair(item: str, answer: object, finding: Finding | None) -> None:
    assert finding_of(hegseth().item(item), answer) is finding


def test_every_key_is_a_finding_but_a_sorted_statement() -> None:
    for item in hegseth().items:
        found = finding_of(item, [item.key])
        expected = {"clean": Finding.KEPT, "flawed": Finding.CAUGHT, "open": Finding.HELD}[item.state]
        assert found is (None if item.kind == "statement" else expected), item.id


def test_a_number_without_a_verdict_is_no_finding() -> None:
    item = next(item for item in hegseth().items if item.computation)
    assert finding_of(item, [str(item.computation.value)]) is None  # type: ignore[union-attr]
