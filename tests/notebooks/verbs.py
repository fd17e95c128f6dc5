"""Which verbs a notebook uses, and which cards open a lesson without a record."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import nbformat

from readtwice.pack import Item
from readtwice.pack.shuffled import shuffled
from tests.specimens import hegseth


def calls(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The verbs that a notebook uses, with their arguments, in its order."""
    for cell in nbformat.read(path, as_version=4).cells:
        for node in ast.walk(ast.parse(cell.source)) if cell.cell_type == "code" else ():
            if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("course."):
                verb = ast.unparse(node.func).removeprefix("course.")
                yield verb, [one.value for one in node.args if isinstance(one, ast.Constant)]


def recalled(lesson: str) -> list[Item]:
    """The recall cards of a lesson or, where it has none, of the nearest before it."""
    nearest = max(item.lesson for item in hegseth().items if item.use == "recall" and item.lesson <= lesson)
    return list(shuffled(hegseth().items_for(nearest, "recall")))
