"""First look: three invented lines, tap the two that cannot both be right. Marked in the page; nothing is saved."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from readtwice.markup import Html, each, html
from readtwice.page.base import CourseWidget, script, style
from readtwice.page.demand import Demand, words_in
from readtwice.page.views import View
from readtwice.words import words

CLASH = (0, 1)
"""The lines that cannot both be right, by their places."""


class FirstLook(CourseWidget):
    """All that can be said to it is in the view, so that a tap is answered at once, also while the page starts."""

    _esm = script(__package__, "script.js")
    _css = style(__package__, "style.css")
    name = "first_look"

    def build(self) -> View:
        say = words()["first_look"]
        return {
            "lines": say["lines"],
            "replies": [_reply(pair, say) for pair in combinations(range(len(say["lines"])), 2)],
        }

    def receive(self, message: dict[str, Any]) -> str:
        raise ValueError("this widget takes no message: nothing of it is saved")

    def demand(self) -> Demand:
        """What is read and tapped up to the first reply."""
        say = words()["first_look"]
        return Demand(words_in([say["ask"], say["lines"]]), taps=len(CLASH))

    def static_html(self) -> Html:
        say = words()["first_look"]
        return html("<p>{}</p><ul>{}</ul>", say["ask"], each("<li>{}</li>", say["lines"]))


def _reply(pair: tuple[int, ...], say: dict[str, Any]) -> View:
    """What is said to a pair of lines, in the shape of all feedback."""
    told = say["replies"]["-".join(map(str, pair))]
    said = {"explanation": "", "why": "", "sources": [], "as_of": "", "quotes": [], "next": ""}
    return {
        "pair": list(pair),
        "feedback": {**said, **told, "outcome": "right" if pair == CLASH else "not_yet"},
    }
