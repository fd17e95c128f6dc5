"""`course.comparison` gives the lab of the open pack, and says which ones there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from readtwice import course
from readtwice.activities.comparison.part import comparisons_of
from readtwice.page.open import CourseError, session


@pytest.fixture(autouse=True)
def _own_record(tmp_path: Path) -> None:
    course.begin(folder=tmp_path)


def test_each_comparison_of_the_pack_has_a_lab_and_a_table() -> None:
    for comparison in comparisons_of(session().pack):
        lab = course.comparison(comparison.id)
        assert lab.title() == comparison.title
        assert len(lab.table()) == len(lab.view["cells"])


def test_a_comparison_that_there_is_not_is_told_with_those_that_there_are() -> None:
    with pytest.raises(CourseError, match=r"There is no comparison 'x'\. There are: us-and-uk-aid, "):
        course.comparison("x")
