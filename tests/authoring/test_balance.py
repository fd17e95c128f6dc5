"""Whom the errors favour is counted from the key."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from readtwice.authoring.balance import balance
from readtwice.pack import Pack
from tests.specimens import SHIPPED, good_pack, sound


def test_only_flawed_items_have_an_error_that_can_favour_somebody() -> None:
    pack = good_pack()
    items = tuple(replace(item, favours="Russia") for item in pack.items)
    found = balance(replace(pack, items=items))
    assert (found.clean, found.flawed, found.open, found.favours) == (2, 1, 1, {"Russia": 1})


@pytest.mark.long
@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_at_least_half_of_what_is_scored_is_sound(folder: object) -> None:
    pack: Pack = sound(folder)  # type: ignore[arg-type]
    found = balance(pack)
    assert found.clean >= found.flawed
    assert sum(found.favours.values()) == found.flawed
    assert Counter(found.favours) == Counter(item.favours for item in (*pack.items, *pack.twins) if item.is_flawed)


@pytest.mark.parametrize("folder", [path for path in SHIPPED if path.name != "hegseth-nato-2025"], ids=lambda p: p.name)
def test_in_what_we_invented_no_error_favours_anybody(folder: object) -> None:
    assert set(balance(sound(folder)).favours) <= {"nobody"}  # type: ignore[arg-type]
