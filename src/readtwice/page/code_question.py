"""A question about the article as data, answered in code."""

from __future__ import annotations

from typing import Any

from readtwice.marking.values import ValueQuestion, mark_value
from readtwice.page.reply import Reply, hint_reply, reply
from readtwice.words import fill, say, words


class CodeQuestion:
    """A question about the article as data: `check` a value, ask for a `hint`."""

    def __init__(self, kind: str, question: ValueQuestion, values: dict[str, Any]) -> None:
        self.question = question
        self._kind = kind
        self._values = values

    def check(self, answer: Any) -> Reply:
        """Mark a value. None is *not tried yet*."""
        return reply(mark_value(self.question, answer))

    def hint(self, number: int = 1) -> Reply:
        """One of three hints, from a nudge to nearly the answer."""
        hints = [fill(hint, **self._values) for hint in words()["code"][self._kind]["hints"]]
        return hint_reply(hints, number)

    def __repr__(self) -> str:
        return say(f"code.{self._kind}.prompt", **self._values)
