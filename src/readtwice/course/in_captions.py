"""For those who program: the two readings of the captions as data, and questions about how far they agree.

from readtwice.course import in_captions
for row in in_captions.rows():
    print(row.block, row.word, row.first, row.second)

The second reader had not seen the first reading. Neither was edited to agree with the other.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from readtwice.marking.caption_key import reading_tags
from readtwice.page.data_question import DataQuestion, numbers_question
from readtwice.page.open import session

PLACES = (2,)
"""Places after the point to which shares and kappa are compared."""


@dataclass(frozen=True, slots=True)
class Row:
    """One word of a caption and what each reader calls it: seen, told, added, or nothing."""

    block: str
    word: str
    first: str
    second: str


def rows() -> list[Row]:
    """Every word of every caption but the small ones ("the", "of"), in the order of the article."""
    pack = session().pack
    return [
        Row(caption.block, word.text, first, second)
        for caption in pack.captions
        for word, first, second in reading_tags(pack.article, caption)
    ]


def shares_added() -> DataQuestion:
    """What share of a caption's words each reader calls added, by caption, in percent: the first reader's."""
    found = rows()
    blocks = list(dict.fromkeys(row.block for row in found))
    exact = {block: _percent([row.first for row in found if row.block == block]) for block in blocks}
    slips: dict[str, dict[str, Any]] = {
        "second": {block: _percent([row.second for row in found if row.block == block]) for block in blocks},
        "counts": {block: sum(row.first == "added" for row in found if row.block == block) for block in blocks},
        "fraction": {block: share / 100 for block, share in exact.items()},
    }
    return numbers_question("shares_added", exact, slips, (0,), count=len(blocks))


def two_readers() -> DataQuestion:
    """How far the readers agree: `alike` (a share from 0 to 1), `chance` and `kappa`.

    Cohen's kappa is (alike - chance) / (1 - chance). Source: J. Cohen, "A coefficient of agreement for nominal
    scales", Educational and Psychological Measurement 20, 1960.
    """
    found = rows()
    first, second = Counter(row.first for row in found), Counter(row.second for row in found)
    alike = sum(row.first == row.second for row in found) / len(found)
    chance = sum(first[tag] * second[tag] for tag in first | second) / len(found) ** 2
    even = 1 / len(first | second)
    slips: dict[str, dict[str, Any]] = {
        "percent": {"alike": alike * 100, "chance": chance * 100, "kappa": (alike - chance) / (1 - chance)},
        "even_chance": {"alike": alike, "chance": even, "kappa": (alike - even) / (1 - even)},
        "not_divided": {"alike": alike, "chance": chance, "kappa": alike - chance},
    }
    exact = {"alike": alike, "chance": chance, "kappa": (alike - chance) / (1 - chance)}
    return numbers_question("two_readers", exact, slips, PLACES, count=len(found))


def _percent(tags: list[str]) -> float:
    return 100 * tags.count("added") / len(tags)
