"""The published table of fields, and what an item says about itself."""

from __future__ import annotations

from dataclasses import fields

import pytest

from readtwice.pack import FIELDS, VERDICTS, Item
from readtwice.pack.item import AGREEMENTS, CLEAN, DISAGREEMENTS, FLAWED, KINDS, UNDETERMINED
from tests.specimens import good_pack, number_pack

NOT_WRITTEN = {"file", "line", "twin"}
"""Set by the reader; nobody writes them."""


def test_the_table_names_exactly_the_fields_of_an_item_each_once() -> None:
    listed = [field.name for field in FIELDS]
    assert len(listed) == len(set(listed))
    assert set(listed) == {field.name for field in fields(Item)} - NOT_WRITTEN | {"variants", "draft"}


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_each_field_has_a_meaning_and_a_need_for_each_kind(field: object) -> None:
    assert field.meaning
    assert {field.need(kind) for kind in KINDS} <= {"required", "optional", "never"}


@pytest.mark.parametrize("kind", FLAWED)
def test_each_kind_that_is_scored_has_a_flawed_a_clean_and_an_open_verdict(kind: str) -> None:
    assert VERDICTS[kind] == (CLEAN[kind], FLAWED[kind], UNDETERMINED)
    assert len(set(VERDICTS[kind])) == 3


def test_a_statement_is_neither_clean_nor_flawed() -> None:
    assert set(KINDS) - set(FLAWED) == {"statement"} == set(KINDS) - set(CLEAN)
    item = number_pack().item("statement-safe")
    assert item.key in VERDICTS["statement"]
    assert (item.is_clean, item.is_flawed, item.is_scored) == (False, False, False)


def test_no_relation_is_both_an_agreement_and_a_disagreement() -> None:
    assert not set(AGREEMENTS) & set(DISAGREEMENTS)


@pytest.mark.parametrize(
    ("item_id", "clean", "flawed", "scored"),
    [
        ("mayor-b03-b04", False, True, True),
        ("months-b03-b04", True, False, True),
        ("cost-b03", True, False, True),
        ("safe-b04", False, False, False),
    ],
)
def test_an_item_is_clean_flawed_or_open(item_id: str, clean: bool, flawed: bool, scored: bool) -> None:
    item = good_pack().item(item_id)
    assert (item.is_clean, item.is_flawed, item.is_scored) == (clean, flawed, scored)


def test_the_first_quote_of_each_side_is_shown() -> None:
    assert [quote.sentence for quote in good_pack().item("mayor-b03-b04").shown] == ["b03.s1", "b04.s2"]


def test_all_targets_of_a_claim_are_shown() -> None:
    item = good_pack().item("cost-b03")
    assert item.shown == item.targets
