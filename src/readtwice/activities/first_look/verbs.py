"""What a notebook calls: the first thing that a newcomer does."""

from __future__ import annotations

from readtwice.activities.first_look.widget import FirstLook
from readtwice.page.open import session


def first_look() -> FirstLook:
    """Three invented lines; two of them cannot both be right. Nothing of it is saved."""
    return FirstLook(session())
