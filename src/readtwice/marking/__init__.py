"""Floor 3: an answer in, an outcome and feedback out."""

from readtwice.marking.answer import SURENESS, Answer, UnreadableAnswer, read_answer, relations_for
from readtwice.marking.feedback import Case, Feedback, Outcome
from readtwice.marking.marking import case_of, mark

__all__ = [
    "SURENESS",
    "Answer",
    "Case",
    "Feedback",
    "Outcome",
    "UnreadableAnswer",
    "case_of",
    "mark",
    "read_answer",
    "relations_for",
]
