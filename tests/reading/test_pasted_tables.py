"""Tables pasted from a page: their columns are added up, and called wrong only where another column adds up."""

from __future__ import annotations

import pytest

from readtwice.article import Article, article_from_markdown
from readtwice.reading.numbers_in_text import relations
from readtwice.reading.pasted import as_markdown, clean
from readtwice.reading.pasted_tables import column_totals
from readtwice.reading.quantities import read_quantities


def _table(rows: str, between: str = "\t") -> Article:
    lines = rows.replace(";", "\n").replace(" ", between)
    return article_from_markdown(as_markdown(clean(f"A table\n\nHere it is.\n\n{lines}\n\nIt ends.").text, {}, "t"))


def _said(article: Article) -> list[tuple[str, str, str]]:
    return [(one.says, one.outcome, one.gives) for one in column_totals(article)]


@pytest.mark.parametrize("between", ["\t", "    ", " | "])
def test_a_column_beside_one_that_adds_up_does_not_fit(between: str) -> None:
    article = _table("Region 2023 2024;Elm 120 240;Hill 220 240;Oak 310 330;Total 650 920", between)
    assert _said(article) == [("650", "fits", "650"), ("920", "does_not_fit", "810")]
    assert [article.text[start:end] for start, end in next(column_totals(article)).places] == [
        "650",
        "120",
        "220",
        "310",
    ]
    assert len(relations(article)) == 2


def test_a_column_of_changes_is_shown_with_its_signs() -> None:
    _, changes = column_totals(_table("School Pupils Change;Elm 430 +20;Hill 350 -15;Oak 100 +3;Total 880 +8"))
    assert (changes.working, changes.outcome) == ("20 − 15 + 3 = 8", "fits")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("Town 2023 2024;A 1,200 1,310;B 2,150 2,200;Total 3,350 3,610", ["fits", "does_not_fit"]),
        (
            "Item Plan Now;A 900 900;B 9,600 11,900;C 3,400 4,100;D 1,600 1,700;Total 15,500 18,900",
            ["fits", "does_not_fit"],
        ),
        ("Region 2023 2024;A 1.2 2.4;B 2.2 2.4;C 3.1 3.3;Total 6.5 9.2", ["fits", "does_not_fit"]),
        ("Region 2023 2024;A 1.2 2.4;B 2.2 2.4;C 3.1 3.3;Total 6.5 8.2", ["fits", "your_turn"]),
        ("Branch Members Loans;Elm 410 1200;Hill 350 900;Oak 290 700;Total 800 2800", ["your_turn", "fits"]),
        ("School Teachers Ratio;Elm 25 17.2;Hill 20 17.5;Oak 16 19.5;All 61 17.9", ["fits"]),
        ("Group Votes Share;A 30 30.3%;B 50 50.5%;C 19 19.1%;Total 99 100%", ["fits"]),
        ("School Pupils Change;Elm 430 +20;Hill 350 -15;Oak 100 +3;Total 880 +18", ["fits"]),
        ("Country 2023 2024;Spain 41 44;Italy 30 33;Total 200 210", ["your_turn", "your_turn"]),
        ("Route 2023 2024;A 30 40;B – 20;C 10 10;D 10 10;Total 20 70", []),
        ("Route 2023 2024;A 30 40;B 20;C 10 10;D 10 10;Total 20 70", []),
        ("Item 2023 2024;A 30 40;Total 30 50", []),
    ],
)
def test_what_a_missing_row_a_mean_or_rounding_could_explain_is_not_called_wrong(
    rows: str, expected: list[str]
) -> None:
    assert [outcome for _, outcome, _ in _said(_table(rows))] == expected


def test_the_cells_of_a_row_stay_apart_and_rows_of_one_width_are_no_broken_paragraph() -> None:
    article = _table("School 2023 2024;Elmbank 410 430;Hillway 350 365;Oakland 298 312;Total 1058 1107")
    assert [one.text for one in read_quantities(article.text)][2:6] == ["410", "430", "350", "365"]
    alone = clean("Region 2023 2024\nElmtown 120 240\nHillton 220 240\nTotally 340 480")
    assert alone.text.count("\n\n") == 3
