"""Rules for the tests themselves: what several need is a helper, and none of them looks at a clock."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
MEASURING = {"monotonic", "perf_counter", "process_time", "thread_time", "time"}
CLOCKS = {f"time.{clock}{unit}" for clock in MEASURING for unit in ("", "_ns")} | {"timeit", "resource.getrusage"}
WAITS = {"servers.py", "classroom/hostile/run.py"}
"""Helpers that give up after a while; they measure nothing that a test asserts."""


def modules_imported(code: str) -> Iterator[str]:
    """Whatever may be a module among the names that some code imports."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names)


def other_tests(code: str) -> list[str]:
    """What some code imports from modules of tests."""
    if not re.search(r"^\s*(from|import)\b.*\btest_", code, re.MULTILINE) and "import (" not in code:
        return []  # nothing to take apart
    found = (name for name in modules_imported(code) if name.startswith((".", "tests.")))
    return [name for name in found if any(part.startswith("test_") for part in name.split("."))]


def clocks(code: str) -> list[str]:
    """With what some code measures how long something takes."""
    if not re.search(r"\btime(it)?\b|\bgetrusage\b", code):
        return []
    found = [name for name in modules_imported(code) if name in CLOCKS or name.startswith("timeit")]
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Attribute) and f"{ast.unparse(node.value)}.{node.attr}" in CLOCKS:
            found.append(ast.unparse(node))
    return found


def here() -> list[Path]:
    """All modules of tests but the bench, whose trade is measuring."""
    return [path for path in sorted(TESTS.rglob("*.py")) if (TESTS / "bench") not in path.parents]


def test_helpers_stand_in_modules_of_their_own() -> None:
    found = {str(path.relative_to(TESTS)): other_tests(path.read_text("utf-8")) for path in TESTS.rglob("*.py")}
    assert {path: names for path, names in found.items() if names} == {}, "move them to a module without test_"


@pytest.mark.long
def test_no_test_is_timed() -> None:
    """A busy machine is slow, and that says nothing about the code: count steps here, or measure in tests/bench."""
    found = {str(path.relative_to(TESTS)): clocks(path.read_text("utf-8")) for path in here()}
    assert {path: names for path, names in found.items() if names and path not in WAITS} == {}


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("from tests.publish.test_export import ALL", ["tests.publish.test_export.ALL"]),
        ("from tests.publish import test_export", ["tests.publish.test_export"]),
        ("import tests.test_floors as floors", ["tests.test_floors"]),
        ("def f():\n    from .test_export import ALL", [".test_export.ALL"]),
        ("from tests.publish.events import test_event", ["tests.publish.events.test_event"]),
        ("from tests.publish.events import event", []),
        ("from readtwice.test_kit import one", []),
    ],
)
def test_a_test_that_is_borrowed_from_is_seen(code: str, names: list[str]) -> None:
    assert other_tests(code) == names


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("import time\ntime.monotonic()", ["time.monotonic"]),
        ("import time\nbegun = time.time_ns()", ["time.time_ns"]),
        ("from time import perf_counter", ["time.perf_counter"]),
        ("import timeit", ["timeit"]),
        ("from timeit import timeit", ["timeit.timeit"]),
        ("import resource\nresource.getrusage(0)", ["resource.getrusage"]),
        ("import time\ntime.sleep(0.1)", []),
    ],
)
def test_a_clock_is_seen(code: str, names: list[str]) -> None:
    assert clocks(code) == names
