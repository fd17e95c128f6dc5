"""What each lesson asks of somebody, step by step, by the rule of `page/demand.py`. Nobody was timed."""

from __future__ import annotations

from collections.abc import Iterator

from readtwice.course.minutes import lesson
from readtwice.syllabus import syllabus
from tests.notebooks import COURSE


def minutes() -> Iterator[str]:
    """A line for each lesson, then one for each of its steps that promises minutes."""
    for one in syllabus().lessons:
        found = lesson(COURSE / "notebooks" / f"{one.notebook}.ipynb")
        asked = found.demand
        first = f", first answer marked after {found.first.minutes * 60:.0f} s" if found.first else ""
        counts = f"{asked.words} words, {asked.decisions} decisions, {asked.texts} texts"
        yield f"{one.id}  {asked.minutes:4.1f} of {one.minutes} minutes: {counts}{first}"
        for step in found.steps:
            if step.promised:
                yield f"      {step.demand.minutes:4.1f} of {step.promised:2}  {step.title}"
