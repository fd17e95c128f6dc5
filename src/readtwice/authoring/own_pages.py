"""What the extension in `binder/labextension` knows of the course, in one file that is made: `course.js`.

It holds a hash for each page, by which the extension knows the course's own pages and runs no others by itself, the
lessons in order, and the words that it says.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from readtwice.authoring.notebook_files import notebooks_below, put_right, read_notebook
from readtwice.syllabus import syllabus
from readtwice.words import words

FILE = Path("binder/labextension/static/course.js")
HEAD = "// Made by `readtwice own-pages`.\nexport const course = "
"""What makes the file a module: a script may fetch nothing, and not every browser imports plain data."""

FOLDERS = ("notebooks", "exercises", "solutions")
IN_CODE = "programmers"
"""The sheets of this name are written in, so they stay notebooks: nothing runs before somebody asks for it."""


def generate(course: Path, write: bool) -> list[str]:
    """One line if the file is missing or not current; with `write`, put it right. Raises NotebookError."""
    text = HEAD + json.dumps(told(course), ensure_ascii=False, indent=1, sort_keys=True) + ";\n"
    return put_right(course, {course / FILE: text}, write)


def told(course: Path) -> dict[str, Any]:
    """All that the file holds. Raises NotebookError."""
    pages = {path.relative_to(course).as_posix(): shipped(read_notebook(path), path) for path in _notebooks(course)}
    lessons = [
        {
            "id": one.id,
            "notebook": one.notebook,
            "title": one.title,
            "minutes": one.minutes,
            "sheets": list(one.sheets),
        }
        for one in syllabus().lessons
    ]
    return {
        "words": words()["lesson_page"],
        "lessons": lessons,
        "pages": {name: page for name, page in pages.items() if page},
    }


def shipped(notebook: NotebookNode, path: Path) -> dict[str, Any]:
    """What tells a page: hashes of all its code and of the code that nobody writes in, and whether it runs by itself.

    Empty for a page without code.
    """
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    if not code:
        return {}
    return {
        "code": _hash(cell.source for cell in code),
        "locked": _hash(cell.source for cell in code if cell.metadata.get("editable") is False),
        "runs": path.stem != IN_CODE,
    }


def _hash(sources: Iterable[str]) -> str:
    """As the script makes it: of the sources as JSON, without spaces."""
    return sha256(json.dumps([*sources], ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def _notebooks(course: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        yield from notebooks_below(course / folder)
