"""What a notebook calls: find the partner of a sentence."""

from __future__ import annotations

from readtwice.activities.hunt.widget import Hunt
from readtwice.page.open import block_range, session


def hunt(part: str, *starts: str) -> Hunt:
    """For each start sentence, find its partner within some blocks, or say that there is none."""
    return Hunt(session(), starts, *block_range(part))
