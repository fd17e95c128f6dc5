"""What the columns and cells of a long table of answers mean, whoever reads it. A row is an answer."""

from __future__ import annotations

from collections.abc import Iterable

from readtwice.words import say

NEEDED = ("learner", "item", "correct")
KNOWN = (*NEEDED, "choice", "sureness", "occasion")
"""Columns that are taken up; all others are passed over."""

TRUE = frozenset({"1", "1.0", "1,0", "1.00", "1,00", "true", "t", "yes", "wahr", "vrai", "verdadero", "vero", "prawda"})
FALSE = frozenset({"0", "0.0", "0,0", "0.00", "0,00", "false", "f", "no", "falsch", "faux", "falso", "fałsz"})
"""What R, spreadsheets in several languages, and people write."""

SURE = frozenset({*TRUE, "sure", "sure_it_holds", "sure_not"})
NOT_SURE = frozenset({*FALSE, "think", "think_so", "think_not", "not sure"})
NOT_SAID = frozenset({"", "cant_tell", "can't tell"})
"""In the column `sureness`: those who cannot tell promise nothing."""

MISSING = frozenset({"", "none", "nan", "null", "na", "n/a", "#n/a", "<na>", ".", "-"})
"""In the column `correct`: not tried. R writes NA, pandas NaN, SPSS a full stop."""

NOT_KNOWN = frozenset({"NA", "<NA>", "NaN"})
"""In the column `choice`, spelt as R and pandas spell it: "na" may be an option."""

MAXIMUM_CELL = 200
"""Characters in a cell that is taken up; nothing of ours is longer."""


class TableError(ValueError):
    """A table that cannot be read; the message says where and what to do, in one sentence."""


def columns_of(names: Iterable[str | None], where: str, *, occasion: bool = False) -> dict[str, str]:
    """The columns that are taken up, by what they are called in KNOWN. Capitals and blanks around do not matter.

    `where` opens the message. Raises TableError where one stands twice or a needed one is missing; `occasion` says
    whether that one is needed too.
    """
    found: dict[str, str] = {}
    for name in filter(None, names):
        known = name.strip().lower()
        if known in found:
            raise TableError(say("error.statistics.column_twice", where=where, known=known))
        if known in KNOWN:
            found[known] = name
    needed = (*NEEDED, "occasion") if occasion else NEEDED
    missing = [name for name in needed if name not in found]
    if missing:
        raise TableError(say("error.statistics.no_column", where=where, missing=missing[0], known=", ".join(needed)))
    return found


def correct_of(cell: object, where: str) -> bool | None:
    """Whether an answer was right; None where the item was not tried. Raises TableError."""
    text = _text(cell)
    if text in MISSING:
        return None
    if text not in TRUE | FALSE:
        raise TableError(say("error.statistics.correct_form", where=where, text=text[:40]))
    return text in TRUE


def sure_of(cell: object, where: str) -> bool | None:
    """Whether a learner was sure; None where that was not said. Raises TableError."""
    text = _text(cell).replace("’", "'")
    if text in NOT_SAID or text in MISSING:
        return None
    if text not in SURE | NOT_SURE:
        raise TableError(say("error.statistics.sureness_form", where=where, text=text[:40]))
    return text in SURE


def code_of(cell: str, column: str, where: str) -> str:
    """The code of a learner or an item. Raises TableError where it is empty or longer than MAXIMUM_CELL."""
    if not cell or len(cell) > MAXIMUM_CELL:
        raise TableError(say("error.statistics.code_of_column", where=where, column=column))
    return cell


def choice_of(cell: object) -> str:
    """What was chosen, cut to MAXIMUM_CELL; '' where that is not known."""
    text = "" if cell is None else str(cell)
    return "" if text in NOT_KNOWN else text[:MAXIMUM_CELL]


def _text(cell: object) -> str:
    return "" if cell is None else str(cell).strip().lower()
