"""What a reader takes from the first screen of a class report."""

from __future__ import annotations

from readtwice.classroom.reporting.figures import ClassReport
from readtwice.classroom.reporting.first_screen import first_screen
from readtwice.classroom.reporting.parts import Lines, Picture, Text
from readtwice.words import say, words

LEARNERS = 28
"""In each simulated class."""


def seen_first(report: ClassReport) -> str:
    """All words of the first screen."""
    told = []
    for part in first_screen(report):
        if isinstance(part, Text):
            told.append(part.text)
        elif isinstance(part, Lines):
            told += map(str, part.lines)
        elif isinstance(part, Picture):
            told.append(part.description)
    return "\n".join(told)


def said_of(report: ClassReport) -> set[str]:
    """Which of the five things a reader of the first screen would take from it."""
    text, found = seen_first(report), set()
    if say("report.changed.up") in text:
        found.add("better")
    if say("report.changed.suspicious") in text or say("report.changed.stricter") in text:
        found.add("more suspicious")
    if words()["report"]["teach"]["lesson"]["number"] in text:
        found.add("number is weak")
    if say("report.missing.many", done=LEARNERS // 2, of=LEARNERS) in text:
        found.add("half absent")
    return found
