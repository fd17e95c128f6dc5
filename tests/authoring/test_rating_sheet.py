"""The sheet for raters of the key: every card, and nothing that tells the key."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.authoring.rating_sheet import BLANK, BYTE_ORDER_MARK, COLUMNS, name_of, rating_sheet
from readtwice.pack import Item, Pack, load_pack
from readtwice.pack.folder.items import favours_of
from readtwice.pack.found import shipped_packs
from readtwice.pack.item import AGREEMENTS, DISAGREEMENTS
from tests.notebooks import COURSE
from tests.specimens import hegseth

PACKS = [load_pack(slug) for slug in shipped_packs()]
SHEET = COURSE / "notebooks/teacher/rating_sheet.csv"


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith(BYTE_ORDER_MARK)
    return list(csv.DictReader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK))))


def test_the_shipped_sheet_holds_each_card_of_each_pack_once() -> None:
    shipped = [row["Card"] for row in rows(SHEET.read_text("utf-8"))]
    assert sorted(shipped) == sorted(name_of(item, pack) for pack in PACKS for item in (*pack.items, *pack.twins))
    for pack in PACKS:
        names = [name_of(item, pack) for item in (*pack.items, *pack.twins)]
        assert len(names) == len({*names})


def test_no_name_tells_which_state_of_a_card_it_is() -> None:
    """The number that ends a twin's id does: the third state is nearly always the open one."""
    for pack in PACKS:
        with_twins = {item.card for item in pack.twins}
        for item in (*pack.items, *pack.twins):
            name = name_of(item, pack)
            if item.card in with_twins:
                assert re.fullmatch(f"{item.card} [0-9a-f]{{4}}", name)
            else:
                assert name == item.id


def test_what_a_rater_fills_in_is_empty() -> None:
    for row in rows(rating_sheet(PACKS)):
        assert list(row.values())[len(COLUMNS) :] == [""] * len(BLANK)


def test_each_card_has_what_it_is_to_be_decided_by() -> None:
    for row in rows(rating_sheet(PACKS)):
        shown = row["What the record or the sources show"]
        assert bool(shown) == (row["Decide by"] != "the text alone"), row["Card"]
        assert all((row["The words"], row["Question"])), row["Card"]
        assert row["Possible answers"].count(";") == 2, row["Card"]


def test_nothing_that_is_said_to_an_answer_stands_in_it() -> None:
    sheet = rating_sheet(PACKS)
    for pack in PACKS:
        for item in pack.items:
            said = [option.feedback for option in item.options.values()]
            said += [item.explanation, item.why, item.next_step, *item.hints, *item.steps]
            boxes = "\n".join([item.box, *(story.box for story in (pack.form.stories if pack.form else ()))])
            # A hint may quote words of the record, which a rater sees as well.
            assert not [line for line in said if line and line in sheet and line not in boxes], item.id


@pytest.mark.long
@given(st.data())
def test_with_any_other_key_the_sheet_is_the_same(data: st.DataObject) -> None:
    """The proof that nothing in it depends on the key: neither the order nor a cell."""
    pack = hegseth()

    def rekeyed(item: Item) -> Item:
        key = data.draw(st.sampled_from(sorted(item.options)))
        relation = data.draw(st.sampled_from([*AGREEMENTS, *DISAGREEMENTS])) if item.relation else ""
        return replace(
            item, key=key, relation=relation, favours=data.draw(st.sampled_from(favours_of(hegseth().article)))
        )

    chosen = data.draw(st.sets(st.integers(0, len(pack.items) - 1), max_size=10))
    items = [rekeyed(item) if number in chosen else item for number, item in enumerate(pack.items)]
    turn = data.draw(st.integers(0, len(items)))
    other: Pack = replace(pack, items=(*items[turn:], *items[:turn]))
    assert rating_sheet([other]) == rating_sheet([pack])


def test_no_cell_is_a_formula() -> None:
    for row in rows(rating_sheet(PACKS)):
        assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t"))]
