"""A figure is found by its id or by what it is about; one that is not there is told with the nearest."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.figures import FigureNotFound, Figures
from readtwice.figures.figures import CRITERIA
from tests.figures.samples import figure, figures


@pytest.mark.parametrize("figure_id", ["R31", "R88", "R21.usd", "nato-gdp.turkiye.2024", "b19.us-aid"])
def test_a_figure_is_found_by_its_id(figure_id: str) -> None:
    assert figures()[figure_id].id == figure_id
    assert figure_id in figures()
    assert figures().get(figure_id) is figures()[figure_id]


@pytest.mark.parametrize(
    ("asked", "figure_id"),
    [
        ({"series": "GDP", "entity": "United States", "period": "2024", "counter": "NATO"}, "R88"),
        ({"series": "gdp", "entity": "USA", "period": "2024", "vintage": "BEA, September 2025"}, "N08-GDP-US.2024"),
        ({"series": "defence spending", "entity": "Germany", "counter": "SIPRI"}, "R57"),
        ({"series": "population", "entity": "Britain", "period": "2024"}, "nato-population.united-kingdom.2024"),
        ({"series": "defence spending", "entity": "NATO Total", "period": "2024", "counter": "IISS"}, "R53"),
    ],
)
def test_a_figure_is_found_by_what_it_is_about(asked: dict[str, str], figure_id: str) -> None:
    assert figures().find(**asked).id == figure_id


@pytest.mark.parametrize(
    ("figure_id", "sentence"),
    [
        ("R21", "There is no figure `R21`; the nearest are `R21.usd`; `R21.gbp`."),
        ("r88", "There is no figure `r88`; the nearest are `R88`."),
        ("nato-gdp.turkey.2024", "There is no figure `nato-gdp.turkey.2024`; the nearest are `nato-gdp.turkiye.2024`;"),
        ("zzz", "There is no figure `zzz`; no id is like it."),
        ("", "There is no figure ``;"),
    ],
)
def test_an_id_that_is_not_there_names_those_that_look_like_it(figure_id: str, sentence: str) -> None:
    with pytest.raises(FigureNotFound) as told:
        _ = figures()[figure_id]
    assert str(told.value).startswith(sentence)
    assert figures().get(figure_id) is None


def test_what_is_not_there_names_the_nearest_that_are() -> None:
    with pytest.raises(FigureNotFound) as told:
        figures().find(series="GDP", entity="United Kingdom", period="2025", counter="ONS")
    assert str(told.value).startswith(
        "There is no figure for series “GDP”, entity “United Kingdom”, period “2025”, counter “ONS”; the nearest are "
        "United Kingdom, GDP, 2024-04 to 2025-03, ONS (`R17`); "
    )


def test_a_question_that_several_answer_names_what_tells_them_apart() -> None:
    with pytest.raises(FigureNotFound) as told:
        figures().find(series="defence spending", entity="Germany", period="2024")
    assert "say which is meant" in str(told.value)
    assert "IISS (`R51`)" in str(told.value)


def test_an_empty_table_of_figures_says_so() -> None:
    with pytest.raises(FigureNotFound, match="there are none"):
        Figures().find(series="GDP")
    with pytest.raises(FigureNotFound, match="no id is like it"):
        _ = Figures()["R1"]


def test_ids_that_stand_twice_are_named() -> None:
    assert Figures((figure("A"), figure("B"), figure("A"))).repeated_ids() == ("A",)


@given(st.text(max_size=30), st.dictionaries(st.sampled_from(CRITERIA), st.text(max_size=30)))
def test_no_question_gives_another_error(figure_id: str, asked: dict[str, str]) -> None:
    few = Figures(figures().rows[:10])
    with contextlib.suppress(FigureNotFound):
        _ = few[figure_id]
    with contextlib.suppress(FigureNotFound):
        few.find(**asked)
