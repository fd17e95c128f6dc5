"""Made-up saved answers for the exports."""

from __future__ import annotations

from typing import Any

from readtwice.activities.fact_check.about import FACT_CHECK
from readtwice.activities.fact_check.mark import FactCheck, Used, to_answer
from readtwice.record import Event
from tests.specimens import HEGSETH

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[click](javascript:alert(1)) ![x](http://evil.example/x.png)",
    "# heading\n\n> quote\n\n<https://evil.example>",
    "\u202eright to left\u2066 and \u200b hidden \x00 \x1b[31m",
    '=HYPERLINK("http://evil.example")',
    "\ud800 half a character",
    "long " * 20_000,
    "</style><style>*{display:none}</style>",
    "{{7*7}} ${7*7} $x^2$",
)
"""What a learner may type, or somebody else may put into a record."""


def event(number: int, item: str, answer: Any, **more: Any) -> Event:
    """One saved answer; later numbers are later."""
    time = f"2026-11-24T09:{number // 60:02}:{number % 60:02}.000Z"
    return Event(f"e{number}", "me", HEGSETH, item, answer=answer, n=1, time=time, **more)


def written(claim: str = "who-chaired", text: str = "A sentence.", number: int = 1, **more: Any) -> Event:
    """A fact-check with this text in every step."""
    names = ("claim", "says", "would_settle", "computation", "unknown", "fact_first", "claim_line", "fact_again")
    used = (Used("healey-chaired", text), Used("own", text, text, text))
    given = {"evidence": used, "verdict": "not_supported", **dict.fromkeys(names, text), **more}
    fact_check = FactCheck(claim, **given)
    return event(number, FACT_CHECK + claim, to_answer(fact_check), occasion="talk")


ALL_KINDS = [
    event(1, "name-b06-b11", ["clash", "name or role"], occasion="lesson"),
    event(2, "who-chaired-b24", ["not_supported"], occasion="lesson"),
    event(3, "voices-b10-spoken", {"speaker": "trump", "occasion": "none", "kind": "report"}, occasion="lesson"),
    event(4, "timeline-victory-day", {"fit": "cannot be", "by": "the text alone"}, occasion="lesson"),
    event(5, "drift-borders", {"changed": "polarity"}, occasion="lesson"),
    event(6, "shelf-hard-power-shelf", {"opened": ["hard-power"], "said": {}, "decided": True}, occasion="talk"),
    event(12, "off-page-01", {"typed": "a name", "where": "a page", "says": "a line"}, occasion="talk"),
    event(
        11,
        "results-ferry",
        {
            "state": "clean",
            "rest_shown": True,
            "scanned": True,
            "opened": ["line"],
            "said": {"line": "settles"},
            "verdict": "supported",
        },
        occasion="talk",
    ),
    event(13, "told-apart-boots", {"state": "report", "said": "opinion"}, occasion="talk"),
    event(7, "hunt-b11-s1", "b17.s1", occasion="lesson"),
    event(8, "caption-b12", ["seen", "", "told"], occasion="lesson"),
    event(9, "rewrite-b02", "Ukrainians on a tank.", occasion="talk"),
    written(number=10),
]
