"""Which verbs a notebook uses."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import nbformat


def calls(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The verbs that a notebook uses, with their arguments, in its order."""
    for cell in nbformat.read(path, as_version=4).cells:
        for node in ast.walk(ast.parse(cell.source)) if cell.cell_type == "code" else ():
            if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("course."):
                verb = ast.unparse(node.func).removeprefix("course.")
                yield verb, [one.value for one in node.args if isinstance(one, ast.Constant)]
