"""What may leave the classroom: nothing about so few learners that one of them could be made out.

Ten is the smallest group that most school authorities in the United States report on (NCES 2011-603).
"""

from __future__ import annotations

from readtwice.words import say

ENOUGH_TO_SHARE = 10
"""Learners."""


class TooFewToShare(ValueError):
    """Figures of fewer learners than may be shared; the message says how many there are and how many it takes."""


def check_shareable(learners: int) -> None:
    """Raise TooFewToShare for figures of fewer than ENOUGH_TO_SHARE learners."""
    if learners < ENOUGH_TO_SHARE:
        raise TooFewToShare(say("report.shared_too_few", enough=ENOUGH_TO_SHARE, count=learners))
