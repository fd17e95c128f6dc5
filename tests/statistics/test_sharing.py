"""Nothing about fewer than ten learners is made to be shared."""

from __future__ import annotations

import pytest

from readtwice.statistics.sharing import ENOUGH_TO_SHARE, TooFewToShare, check_shareable


def test_ten_learners_may_be_shared_and_nine_may_not() -> None:
    check_shareable(ENOUGH_TO_SHARE)
    for few in (ENOUGH_TO_SHARE - 1, 1, 0):
        with pytest.raises(TooFewToShare, match=rf"^Figures .* from 10 learners on\. Learners here: {few}\.$"):
            check_shareable(few)
