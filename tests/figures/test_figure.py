"""A figure always says where it is from."""

from __future__ import annotations

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.figures import FIGURE_TIERS, GRADABLE_TIERS, Table
from readtwice.figures.figure import number, slug
from tests.figures.samples import figure, figures


def test_one_line_says_what_and_where_from() -> None:
    assert figure(bound="over", note="A note.").source_line == (
        "Atlantis, aid, 2024: over $10 billion. Source: Almanac Office, 2025-01-31 (Almanac 2025; primary, page read). "
        "https://example.org"
    )
    assert figure(counter="IISS", read=False, date="not seen", tier="other").source_line == (
        "Atlantis, aid, 2024: $10 billion. Counted by IISS. Source: Almanac Office, date not seen (Almanac 2025; "
        "other, page not read). https://example.org"
    )
    assert figure(tier="article", address="b19", period="").source_line == (
        "Atlantis, aid: $10 billion. Printed in the article (¶19)."
    )


def test_every_figure_of_the_course_says_it_in_one_line() -> None:
    for one in figures():
        assert "\n" not in one.source_line
        assert (f"¶{int(one.address[1:])}" if one.is_of_the_article else one.address) in one.source_line
        assert one.quantity.working == (one.source_line,)


@pytest.mark.parametrize("tier", FIGURE_TIERS)
@pytest.mark.parametrize("read", [True, False])
def test_what_may_be_graded_is_derived(tier: str, read: bool) -> None:
    assert figure(tier=tier, read=read).is_gradable is (read and tier in GRADABLE_TIERS)


@pytest.mark.parametrize("changed", [{"unit": "$bn"}, {"period": "now"}, {"bound": "nearly"}])
def test_a_figure_that_means_nothing_cannot_be_made(changed: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="is not known"):
        figure(**changed)  # type: ignore[arg-type]


def test_a_table_gives_a_figure_for_every_cell() -> None:
    cells = {"Türkiye": {"2023": "1.5", "2024": "2.09"}, "North Macedonia": {"2024 Q1": "2.22"}}
    about = (
        "exact",
        "percent of GDP",
        "NATO, June 2024",
        "NATO",
        "NATO",
        "primary",
        "https://example.org",
        "2024-06-17",
    )
    table = Table("nato-share", "defence share", *about, cells, read=True, note="Estimates.")
    assert [(one.id, one.value) for one in table] == [
        ("nato-share.turkiye.2023", Decimal("1.5")),
        ("nato-share.turkiye.2024", Decimal("2.09")),
        ("nato-share.north-macedonia.2024-q1", Decimal("2.22")),
    ]
    assert all(one.is_gradable and one.note == "Estimates." for one in table)


@pytest.mark.parametrize("text", ["0", "65.9", "-1.50", "999999999999999.9999999999"])
def test_a_number_keeps_its_digits(text: str) -> None:
    assert str(number(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "1,000", "1e3", ".5", "5.", "+5", "--5", "0x10", "1_000", "NaN", "Infinity", "１２", "1 000", "5%"),
        *("1" * 16, "0." + "1" * 11, "1\n"),
    ],
)
def test_anything_else_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        number(text)


@given(st.text())
def test_no_text_gives_another_error(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert str(number(text)) == text
    assert slug(text).strip("abcdefghijklmnopqrstuvwxyz0123456789-") == ""
