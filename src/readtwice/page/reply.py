"""Words to a learner that show well in a notebook, in a terminal and in a saved file."""

from __future__ import annotations

from collections.abc import Sequence

from readtwice.marking import Feedback
from readtwice.markup import Html, html, listed
from readtwice.page.open import session
from readtwice.page.views import feedback_html, feedback_view, page_html
from readtwice.words import say


class Reply:
    """Words to a learner that show well in a notebook, in a terminal and in a saved file."""

    def __init__(self, text: str, html: Html, feedback: Feedback | None = None) -> None:
        self.text = text
        self.html = html
        self.feedback = feedback

    @property
    def outcome(self) -> str:
        """`right`, `not_yet`, `not_tried` or `cannot_be_marked`; empty for hints and solutions."""
        return self.feedback.outcome.value if self.feedback and self.feedback.outcome else ""

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> Html:
        return self.html


def reply(feedback: Feedback) -> Reply:
    """Feedback as a reply."""
    shown = feedback_html(feedback_view(session().pack.article, feedback))
    return Reply(f"{feedback.heading} {feedback.line}", shown, feedback)


def hint_reply(hints: Sequence[str], number: int) -> Reply:
    """The hint with this number, from 1; the nearest one there is for any other number."""
    place = min(max(int(number), 1), len(hints))
    return labelled_reply(say("feedback.hint", number=place), hints[place - 1])


def labelled_reply(label: str, text: str, lines: Sequence[str] = ()) -> Reply:
    """A labelled sentence; lines of a working come before it."""
    shown = page_html(listed(lines), html("<p><strong>{}:</strong> {}</p>", label, text))
    return Reply("\n".join((*lines, f"{label}: {text}")), shown)


def told(lines: list[str]) -> Reply:
    """A sentence, and further ones in a list below it."""
    first, *rest = lines
    return Reply("\n".join(lines), page_html(html("<p>{}</p>", first), listed(rest)))
