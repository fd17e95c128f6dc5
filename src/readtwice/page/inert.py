"""A learner's text on its way into a file: cut to size, as typed in any script, with nothing in it that reorders."""

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

_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f"
NAMED = re.compile(
    f"{_FLAG}|(?P<named>[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]"
    "|[\U000e0000-\U000e007f])"
)
"""What is named in a text: controls, overrides of direction, breaks of line, halves of characters, and tags.

Joiners, marks of direction and soft hyphens belong to how Persian, Hindi, Hebrew or Khmer and many emoji are written,
and stay. So do the tags in the flag of Scotland and its like.
"""


def json_text(document: object, indent: int) -> str:
    """JSON in ASCII that may stand inside a page too: no sign in it begins or ends a tag."""
    text = json.dumps(document, ensure_ascii=True, indent=indent)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026") + "\n"


def inert(text: str) -> str:
    """The text with each character that reorders or controls named, as in [U+202E], so that it does nothing."""
    return NAMED.sub(_named, cut(text).replace("\r\n", "\n"))


def _named(match: re.Match[str]) -> str:
    return f"[U+{ord(match['named']):04X}]" if match["named"] else match[0]


def cut(text: str) -> str:
    """The text, or its beginning and a note where it is too long."""
    if len(text) <= MAXIMUM:
        return text
    return f"{text[:MAXIMUM]} {say('publish.cut', length=len(text), longest=MAXIMUM)}"
