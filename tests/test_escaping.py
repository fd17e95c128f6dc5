"""No text is ever read as HTML: signs of HTML in every text of every pack, in all words, answers and names.

Whatever notebooks show, and all that is printed, reported and exported, is made of such texts by `hostile_text.py`. A
new activity, field or page is tried as soon as a notebook calls it, a pack has it or paper prints it.
"""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import readtwice
from tests.notebooks import COURSE

RAW = re.compile("""<b>|&'|&amp;'|&lt;b&gt;["]""")
"""How a sign of the texts would look that was left as it is. No page of ours has a tag `<b>`."""

TWICE = re.compile(r"&amp;(lt|gt|amp|quot|#)")
SHOWN = "&lt;b&gt;&quot;&amp;&#x27;"

HOME = Path(readtwice.__file__).parent
BUILDERS = {"Html", "Markup", "each", "html"}
"""What takes its first argument as HTML."""

TAG = re.compile(r"(?<![P/])</?[a-z]{1,10}[1-6]?( [a-z-]+=|>)")
"""No named group of a regular expression, and no `items/<lesson>`."""
MARKDOWN = "authoring/teacher_pages.py"
"""Writes Markdown for JupyterLab, in which it makes text plain by Markdown's own signs."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str]]:
    made = tmp_path_factory.mktemp("pages") / "pages.json"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-m", "tests.hostile_text", str(made)]
    subprocess.run(command, cwd=COURSE, env=environment, check=True, capture_output=True)
    return [(name, page) for name, page in json.loads(made.read_text(encoding="utf-8")) if page]


def around(pattern: re.Pattern[str], page: str) -> str:
    """The first place where something is in a page; empty where it is not."""
    found = pattern.search(page)
    return page[max(0, found.start() - 60) : found.end() + 20] if found else ""


@pytest.mark.long
@pytest.mark.parametrize("pattern", [RAW, TWICE], ids=["raw", "twice"])
def test_every_text_is_escaped_once(pages: list[tuple[str, str]], pattern: re.Pattern[str]) -> None:
    found = {name: place for name, page in pages if (place := around(pattern, page))}
    assert found == {}


@pytest.mark.long
def test_every_page_was_made_of_hostile_texts(pages: list[tuple[str, str]]) -> None:
    assert {name for name, page in pages if SHOWN not in page} == set()


def put_together(code: str) -> Iterator[tuple[int, str]]:
    """Where some code puts text into HTML by itself: the line, and what stands there."""
    for node in ast.walk(ast.parse(code)):
        parts: list[ast.expr] = []
        match node:
            case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name in BUILDERS:
                if isinstance(first, (ast.JoinedStr, ast.BinOp)):
                    yield node.lineno, ast.unparse(node)
            case ast.Call(func=ast.Attribute(value=owner, attr="format" | "join" | "replace")):
                parts = [owner]
            case ast.JoinedStr(values):
                parts = values
            case ast.BinOp(left, _, right):
                parts = [left, right]
        if any(isinstance(one, ast.Constant) and TAG.search(str(one.value)) for one in parts):
            yield node.lineno, ast.unparse(node)


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ('html("<p>{}</p>", f"{a}, {b}")', []),
        ('html("<p>{}</p>{}", a, b) + html("<br>")', []),
        ('html(f"<p>{a}</p>")', [1, 1]),
        ('f"<p>{a}</p>"', [1]),
        ('x = 1\n"<li>" + a', [2]),
        ('"<p class=%s>" % a', [1]),
        ('"<p>{}</p>".format(a)', [1]),
        ('"<br>".join(a)', [1]),
        ("Html(a + b)", [1]),
    ],
)
def test_what_puts_text_into_html_is_found(code: str, lines: list[int]) -> None:
    assert [line for line, _ in put_together(code)] == lines


@pytest.mark.long
def test_text_is_put_into_html_by_the_library_alone() -> None:
    code = {path.relative_to(HOME).as_posix(): path.read_text(encoding="utf-8") for path in HOME.rglob("*.py")}
    found = {path: [*put_together(text)] for path, text in code.items() if path != MARKDOWN}
    assert {path: places for path, places in found.items() if places} == {}
    assert [path for path, text in code.items() if "html import escape" in text] == ["markup/__init__.py"]
