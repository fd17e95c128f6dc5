"""A learner's text on its way into a file: cut to size, with nothing in it that hides or reorders."""

from __future__ import annotations

import re

from readtwice.words import say

MAXIMUM = 2_000
"""Characters of one text; more are cut, and the cut is said."""

HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
    "|[\U000e0000-\U000e007f]"
)
"""Control characters, invisible ones, those that make text read in another order, and halves of characters."""


def inert(text: str) -> str:
    """The text with each hidden character named, as in [U+202E], so that it shows and does nothing."""
    cut = text[:MAXIMUM]
    shown = HIDDEN.sub(lambda match: f"[U+{ord(match[0]):04X}]", cut.replace("\r\n", "\n"))
    return shown + (" " + say("publish.cut", length=len(text), longest=MAXIMUM) if len(text) > MAXIMUM else "")
