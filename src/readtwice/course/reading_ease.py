"""How hard a text is to read, by two formulas that need not agree. It says nothing on reliability."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readtwice.page.open import CourseError, session
from readtwice.words import say

if TYPE_CHECKING:
    from readtwice.charts import Chart


def readability(*blocks: str, text: str = "") -> Chart:
    """School grades of paragraphs, all of them or those named (`"b13"`), or of a `text` of your own.

    The dot is the Flesch-Kincaid grade, which counts syllables. The line reaches to the ARI, which counts letters.
    Raises CourseError for an unknown block and for a text without words.
    """
    from readtwice.charts import Range, range_chart
    from readtwice.reading.readability import NothingToRead, readability

    article = session().pack.article
    known = {block.id: block for block in article.blocks if block.kind != "heading"}
    if unknown := [block for block in blocks if block not in known]:
        raise CourseError(say("error.course.no_place", unknown=unknown[0], known=", ".join(known)))
    named = blocks or [block.id for block in known.values() if block.kind == "paragraph"]
    parts = {say("readability.yours"): text} if text else {}
    parts |= {} if text else {f"¶{int(block[1:])}": article.quote(known[block]) for block in named}
    rows = []
    for label, part in parts.items():
        try:
            found = readability(part)
        except NothingToRead as error:
            raise CourseError(str(error)) from None
        grade, other = found.flesch_kincaid_grade, found.ari
        told = say("readability.row", grade=f"{grade:.1f}", other=f"{other:.1f}")
        rows.append(Range(label, min(grade, other), max(grade, other), told, grade))
    lowest, *_, highest = sorted([*rows, *rows], key=lambda row: row.value or 0)
    return range_chart(
        rows,
        title=say("readability.title"),
        description=say("readability.description", low=lowest.label, high=highest.label, count=len(rows)),
        label_name=say("readability.label"),
        value_name=say("readability.value"),
    )
