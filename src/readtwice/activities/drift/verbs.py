"""What a notebook calls: a source beside the article's version, and the signs of machine rewriting."""

from __future__ import annotations

from readtwice.activities.drift.mark import drift_match
from readtwice.activities.drift.part import Drifts, drifts_of
from readtwice.page.matching import Matching, MatchQuestion, matching, refuse_unknown
from readtwice.page.open import CourseError, session
from readtwice.page.table import Table
from readtwice.words import say, words


def drift(*rows: str) -> Matching:
    """A source beside the article's version: what changed? All rows, or the named ones."""
    data, pack = _drifts(), session().pack
    refuse_unknown(rows, [one.id for one in data.rows], "row")
    found = [one for one in data.rows if not rows or one.id in rows]
    return matching("drift", [drift_match(pack, one) for one in found], str(len(rows) or ""))


def drifted(row_id: str) -> MatchQuestion:
    """One row of drift in code. Raises CourseError for an unknown id."""
    data = _drifts()
    refuse_unknown((row_id,), [one.id for one in data.rows], "row")
    return MatchQuestion(drift_match(session().pack, next(one for one in data.rows if one.id == row_id)))


def _drifts() -> Drifts:
    found = drifts_of(session().pack)
    if found is None:
        raise CourseError(say("error.drift.no_drifts"))
    return found


def signs() -> Table:
    """The kinds of error that fit machine rewriting, where they stand, and how a person could make them too."""
    drifts = drifts_of(session().pack)
    if drifts is None:
        raise CourseError(say("error.drift.no_drifts"))
    from readtwice.page.views import paragraph

    asked = words()["signs"]
    rows = [
        [one.sign, "; ".join(f"{paragraph(q.block)} “{q.text}”" for q in one.quotes), one.by_hand, asked[one.weight]]
        for one in drifts.signs
    ]
    return Table(asked["title"], [asked[name] for name in ("sign", "where", "by_hand", "weight")], rows)
