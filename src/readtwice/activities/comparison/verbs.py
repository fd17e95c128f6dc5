"""What a notebook calls: the fair-comparison lab."""

from __future__ import annotations

from readtwice.activities.comparison.part import comparisons_of
from readtwice.activities.comparison.widget import ComparisonLab
from readtwice.page.open import CourseError, session
from readtwice.words import say


def comparison(comparison_id: str) -> ComparisonLab:
    """The fair-comparison lab: one comparison of the article, every way to make it."""
    from readtwice.activities.comparison.widget import ComparisonLab

    known = {one.id: one for one in comparisons_of(session().pack)}
    if comparison_id not in known:
        raise CourseError(say("error.comparison.no_comparison", comparison_id=comparison_id, known=", ".join(known)))
    return ComparisonLab(session(), known[comparison_id])
