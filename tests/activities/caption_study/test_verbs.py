"""`who_does_what`, `swap`, `caption_swap` and `rewrite` as a notebook calls them."""

from __future__ import annotations

from pathlib import Path

import pytest

from readtwice import course
from readtwice.activities.caption_study.part import the_study_of
from readtwice.page.open import CourseError
from readtwice.page.session import Session
from readtwice.record import Record
from readtwice.words import words
from tests.specimens import hegseth, number_pack

FEATURES = words()["who_does_what"]["features"]


@pytest.fixture(autouse=True)
def _own_record(tmp_path: Path) -> None:
    course.begin(folder=tmp_path)


def table(by: str) -> dict[str, dict[str, str]]:
    """A chart's table: what stands in each column, by feature."""
    found = course.who_does_what(by).chart.table
    assert [row[0] for row in found.rows] == list(FEATURES.values())
    columns = zip(*found.rows, strict=True)
    return {
        name.removeprefix("Caption "): dict(zip(FEATURES, column, strict=True))
        for name, column in list(zip(found.header, columns, strict=True))[1:]
    }


def test_caption_by_caption_every_feature_is_told() -> None:
    rows = table("caption")
    assert len(rows) == 6
    assert rows["¶22, Russian"]["when"] == "in doubt"
    assert [row for row, cells in rows.items() if cells["enemy"] == "yes"] == ["¶2, Ukrainian"]
    assert [row for row, cells in rows.items() if cells["harmed"] == "yes"] == ["¶9, Ukrainian"]


def test_side_by_side_no_side_does_harm_and_every_side_is_praised() -> None:
    rows = table("subject")
    assert list(rows) == ["American", "Russian", "Ukrainian"]
    assert {cells["harms"] for cells in rows.values()} == {"0 of 2"}
    assert all(cells["praise"] != "0 of 2" for cells in rows.values())
    assert {cells["people"] for side, cells in rows.items() if side != "American"} == {"1 of 2"}
    assert rows["Russian"]["when"] == "0 of 2, 1 in doubt"


def test_the_table_below_quotes_the_article_exactly() -> None:
    grid = course.who_does_what()
    assert grid.html.count("<tr>") == 7
    for one in the_study_of(hegseth()).captions:  # type: ignore[union-attr]
        assert all(quote.text in grid.html for quote in one.praise)
        assert one.left_out.split(",")[0] in grid.text
    assert "“resilience”" in course.who_does_what("subject").html
    assert repr(grid).startswith(grid.chart.description)


def test_it_shows_as_chart_table_and_what_no_chart_holds(capsys: pytest.CaptureFixture[str]) -> None:
    course.who_does_what()._ipython_display_()
    shown = capsys.readouterr().out
    assert words()["who_does_what"]["title"]["caption"] in shown
    assert words()["who_does_what"]["columns"]["left_out"] in shown


def test_each_studied_caption_has_its_widgets() -> None:
    for one in the_study_of(hegseth()).captions:  # type: ignore[union-attr]
        assert one.block.removeprefix("b").lstrip("0") in course.swap(one.block).title()
        assert course.rewrite(one.block).view["caption"] in hegseth().article.text
    assert len(course.caption_swap().view["captions"]) == 4


def test_what_there_is_not_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for verb in (course.swap, course.rewrite):
        with pytest.raises(CourseError, match=r"There is no studied caption 'b01'\. There are: b02, b09, "):
            verb("b01")
    with pytest.raises(CourseError, match="by 'side', only by one of: caption, subject"):
        course.who_does_what("side")
    pack = number_pack()
    monkeypatch.setattr("readtwice.page.open._open", [Session(pack, Record(tmp_path, pack.slug))])
    with pytest.raises(CourseError, match="have not been studied"):
        course.caption_swap()
