"""What docs/second_reading.md says of each card is true of the packs."""

from __future__ import annotations

import re

import pytest

from readtwice.authoring.cues import judged
from readtwice.pack import Item, load_pack
from readtwice.pack.found import shipped_packs
from tests.notebooks import COURSE

ROWS = re.findall(
    r"^\| `([\w-]+)` \| ([\w ]+) \| (.+) \|$", (COURSE / "docs/second_reading.md").read_text("utf-8"), re.M
)
PACKS = [load_pack(slug) for slug in shipped_packs()]
ITEMS: dict[str, Item] = {item.id: item for pack in PACKS for item in pack.items}
ASKED = {item.id for pack in PACKS for item in judged(pack)}
each_row = pytest.mark.parametrize(("card", "done", "how"), ROWS, ids=[row[0] for row in ROWS])


def test_all_cards_of_the_reading_stand_there_once() -> None:
    assert len({card for card, _, _ in ROWS}) == len(ROWS) == 66
    assert {done for _, done, _ in ROWS} == {"mended", "fair reply", "kept", "not asked", "taken out"}


@each_row
def test_what_was_done_is_so_today(card: str, done: str, how: str) -> None:
    assert (card in ITEMS) == (done != "taken out")
    if done == "not asked":
        assert card not in ASKED
    if done == "fair reply" or "fair reply" in how:
        assert ITEMS[card].accept_dissent
    if done in ("mended", "kept"):
        assert card in ASKED


def test_no_question_says_by_the_text_alone() -> None:
    assert [card for card in ASKED if card in ITEMS and "text alone" in ITEMS[card].prompt] == []
