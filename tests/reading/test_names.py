"""Names with titles, and dates, are found as they stand; nothing is looked up."""

from __future__ import annotations

import pytest

from readtwice.reading import names_with_titles, stated_date
from tests.specimens import hegseth


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("b06.s1", ("Defense Secretary Pete Hegseth",)),
        ("b08.s1", ("President Trump",)),
        ("b04.s3", ("President Trump",)),
        ("b10.s1", ("former U.S. President Donald Trump",)),
        ("b10.s3", ("Russian President Vladimir Putin", "Ukrainian President Volodymyr Zelensky")),
        ("b11.s1", ("Mike Hegseth", "United States")),
        ("b19.s4", ("former President Trump",)),
        ("b21.s2", ("US official Pete Hegseth",)),
        ("b24.s1", ("NATO Secretary General Mark Rutte", "British Defense Secretary John Healey")),
        ("b06.s2", ()),
    ],
)
def test_people_of_the_article_are_named_with_their_titles(sentence: str, names: tuple[str, ...]) -> None:
    article = hegseth().article
    assert names_with_titles(article.quote(article.sentence(sentence))) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ()),
        ("nobody is named", ()),
        ("President Trump's plan", ("President Trump",)),
        ("President Trump’s plan", ("President Trump",)),
        ("Dr. Anna Maria Keller spoke", ("Dr. Anna Maria Keller",)),
        ("Mayor O’Neill-Smith spoke", ("Mayor O’Neill-Smith",)),
        ("The President spoke", ()),
        ("They marched on Red Square", ("Red Square",)),
        ("Anna Keller met Tom Keller", ("Anna Keller", "Tom Keller")),
        ("Anna Keller met Mayor Tom Keller", ("Mayor Tom Keller",)),
    ],
)
def test_names_are_found_as_they_stand(text: str, names: tuple[str, ...]) -> None:
    assert names_with_titles(text) == names


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On February 10, 2025, he spoke", "February 10, 2025"),
        ("On 10 February 2025 he spoke", "10 February 2025"),
        ("on 10 February", "10 February"),
        ("since February 2022", "February 2022"),
        ("in Brussels on Thursday.", "Thursday"),
        ("On Thursday, 13 February", "Thursday"),
        ("before 2014", ""),
        ("in May", ""),
        ("", ""),
    ],
)
def test_the_first_stated_date_is_found_as_it_stands(text: str, date: str) -> None:
    assert stated_date(text) == date


def test_reading_takes_no_time_on_a_long_text() -> None:
    names_with_titles("Mayor " + "Aa-" * 50_000)
    stated_date("1" * 100_000 + " February")
