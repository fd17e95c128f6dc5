"""What a notebook shows of loaded words and of readability: computed from the article, and safe for any text."""

from __future__ import annotations

from pathlib import Path

import pytest

from readtwice import course
from readtwice.page.open import CourseError
from tests.bench.wording import on_captions


@pytest.fixture(autouse=True)
def _own_page(tmp_path: Path) -> None:
    course.begin(folder=tmp_path)  # another test may have left its page on another text


def test_a_block_is_named_and_each_word_explained() -> None:
    table = course.wording("b19")
    assert [row[1] for row in table.rows] == [
        *("highlights", "significant", "disparity"),
        *("impressive", "disparity", "This highlights"),
    ]
    assert {row[0] for row in table.rows} == {"¶19"}
    assert all(all(cell for cell in row) and len(row) == len(table.header) for row in table.rows)
    assert str(len(table.rows)) in table.title


def test_two_blocks_stand_in_the_order_in_which_they_were_named() -> None:
    places = [row[0] for row in course.wording("b19", "b14").rows]
    assert places == sorted(places, reverse=True)
    assert set(places) == {"¶19", "¶14"}


def test_a_learners_text_is_shown_as_text() -> None:
    table = course.wording(text="A bold <b onclick=alert(1)>brave</b> man, shocking\n<script>")
    assert [row[1] for row in table.rows] == ["bold", "brave", "shocking"]
    shown = table._repr_html_()
    assert "<script>" not in shown
    assert "onclick" not in shown


def test_a_text_without_loaded_words_gives_an_empty_table() -> None:
    assert course.wording(text="Three people voted.").rows == []


@pytest.mark.parametrize(("blocks", "text"), [((), ""), ((), " \n"), (("b99",), "")])
def test_nothing_to_look_at_is_told_in_a_sentence(blocks: tuple[str, ...], text: str) -> None:
    with pytest.raises(CourseError, match="block"):
        course.wording(*blocks, text=text)


def test_the_limits_are_those_that_the_bench_measures() -> None:
    rows, measured = course.wording_limits().rows, on_captions()
    counts = [[int(part) for part in row[1].split() if part.isdigit()] for row in rows]
    assert [row[0] for row in rows] == ["¶2", "¶9", "¶12", "¶15", "¶20", "¶22"]
    assert sum(hit for hit, _ in counts) == measured.found
    assert sum(whole for _, whole in counts) == measured.found + measured.missed
    assert measured.missed > 0 < measured.found  # a page on limits needs both


def test_the_chart_has_each_paragraph_and_two_formulas() -> None:
    chart = course.readability()
    assert len(chart.table.rows) == 14
    assert {row[0] for row in chart.table.rows} >= {"¶4", "¶24"}
    assert chart.description


def test_a_caption_or_a_text_of_ones_own_can_be_measured() -> None:
    assert [row[0] for row in course.readability("b02").table.rows] == ["¶2"]
    assert len(course.readability(text="The cat sat on the mat. The dog ate the big red hat.").table.rows) == 1


@pytest.mark.parametrize(("blocks", "text"), [(("b01",), ""), ((), "12 3"), ((), " ")])
def test_what_cannot_be_measured_is_told_in_a_sentence(blocks: tuple[str, ...], text: str) -> None:
    with pytest.raises(CourseError, match=r"paragraph|no words"):
        course.readability(*blocks, text=text)
