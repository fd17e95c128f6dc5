"""How long a lesson takes by a fixed rule: what each of its steps asks, and after how much the first answer is marked.

A step is what stands under one heading. What folds away is not counted, and of a step without minutes in its heading
only the words: what it offers is extra.
"""

from __future__ import annotations

import ast
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import nbformat

from readtwice import course
from readtwice.page.base import CourseWidget
from readtwice.page.demand import Demand, words_in

_HEADING = re.compile(r"^#{1,2} (.*?)(?: \((\d+) \w+\))?$", re.MULTILINE)
_FOLDED = re.compile(r"<details>.*?</details>|<div class=\"by-hand\">.*?</div>", re.DOTALL)
_NOTICE = re.compile(r"^\*[^*\n]+\*$", re.MULTILINE)
"""A line in italics: what stands at the end of a page about rights."""


@dataclass(frozen=True, slots=True)
class Step:
    """What stands under one heading, and the minutes that the heading promises; None where it promises none."""

    title: str
    promised: int | None
    demand: Demand


@dataclass(frozen=True, slots=True)
class Lesson:
    """The steps of a lesson. `first` is what it asks up to its first marked answer; None where nothing is marked."""

    steps: tuple[Step, ...]
    first: Demand | None

    @property
    def demand(self) -> Demand:
        return sum((step.demand for step in self.steps), Demand())


def lesson(path: Path) -> Lesson:
    """What a lesson's notebook asks of somebody who opens it first. Raises OSError and ValueError as a reader does."""
    steps: list[Step] = []
    first: Demand | None = None
    so_far = Demand()
    with tempfile.TemporaryDirectory() as folder:
        course.begin(folder=Path(folder))
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type == "markdown":
                step, asked = _step(cell.source), Demand(_words(cell.source))
                if step:
                    steps.append(step)
            else:
                asked = Demand()
                for shown in _shown(cell.source):
                    asked += _demand(shown)
                    if first is None and isinstance(shown, CourseWidget) and shown.marks:
                        first = _up_to_a_mark(so_far, shown.demand())
                if steps[-1].promised is None:
                    continue
            so_far += asked
            steps[-1] = replace(steps[-1], demand=steps[-1].demand + asked)
    return Lesson(tuple(steps), first)


def _step(source: str) -> Step | None:
    found = _HEADING.search(source)
    return Step(found[1], int(found[2]) if found[2] else None, Demand()) if found else None


def _words(source: str) -> int:
    return len(_NOTICE.sub("", _FOLDED.sub("", source)).split())


def _shown(source: str) -> Iterator[Any]:
    """What the calls of the course's verbs in a cell show."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="course"), attr=verb)) if verb not in ("start", "end"):
                named = {one.arg: ast.literal_eval(one.value) for one in node.keywords if one.arg}
                yield getattr(course, verb)(*_arguments(node.args), **named)


def _arguments(nodes: list[ast.expr]) -> Iterator[Any]:
    for node in nodes:
        if isinstance(node, ast.Starred):
            yield from ast.literal_eval(node.value)
        else:
            yield ast.literal_eval(node)


def _demand(shown: Any) -> Demand:
    from readtwice.charts import Chart  # here, because Altair is loaded where a chart is drawn and not before

    if isinstance(shown, CourseWidget):
        return shown.demand()
    return Demand(words_in(shown.description if isinstance(shown, Chart) else str(shown)))


def _up_to_a_mark(so_far: Demand, demand: Demand) -> Demand | None:
    """What a page asks up to the first answer of a widget: its taps or, of many decisions, one with its part of the
    words. None where it asks neither."""
    if demand.taps:
        return so_far + demand
    return so_far + Demand(demand.words // demand.decisions, 1) if demand.decisions else None
