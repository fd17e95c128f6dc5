"""Nothing about fewer than ten learners is made to be shared."""

from __future__ import annotations

import pytest

from readtwice.statistics.sharing import ENOUGH_TO_SHARE, TooFewToShare, check_shareable


def test_ten_learners_may_be_shared_and_nine_may_not() -> None:
    check_shareable(ENOUGH_TO_SHARE)
    with pytest.raises(TooFewToShare, match=r"^Figures of 9 learners are not made to be shared\. It takes 10\.$"):
        check_shareable(9)
    with pytest.raises(TooFewToShare, match="of 1 learner are"):
        check_shareable(1)
