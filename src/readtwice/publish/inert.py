"""A learner's text on its way into a file: cut to size, with nothing in it that hides or reorders."""

from __future__ import annotations

import json
import re

from readtwice.words import say

MAXIMUM = 2_000
"""Characters of one text; more are cut, and the cut is said."""

HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
    "|[\U000e0000-\U000e007f]"
)
"""Control characters, invisible ones, those that make text read in another order, and halves of characters."""


def json_text(document: object, indent: int) -> str:
    """JSON in ASCII that may stand inside a page too: no sign in it begins or ends a tag."""
    text = json.dumps(document, ensure_ascii=True, indent=indent)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026") + "\n"


def inert(text: str) -> str:
    """The text with each hidden character named, as in [U+202E], so that it shows and does nothing."""
    return HIDDEN.sub(lambda match: f"[U+{ord(match[0]):04X}]", cut(text).replace("\r\n", "\n"))


def cut(text: str) -> str:
    """The text, or its beginning and a note where it is too long."""
    if len(text) <= MAXIMUM:
        return text
    return f"{text[:MAXIMUM]} {say('publish.cut', length=len(text), longest=MAXIMUM)}"
