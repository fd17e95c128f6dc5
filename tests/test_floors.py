"""The rooms of src/readtwice stand on floors, and each imports only from floors below its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import readtwice

HOME = Path(readtwice.__file__).parent

FLOORS = {
    1: {"article", "colours", "words", "figures"},
    2: {"pack"},
    3: {"reading", "marking", "statistics"},
    4: {"record", "charts"},
    5: {"widgets", "publish"},
    6: {"course", "classroom", "authoring"},
    7: {"cli"},
}
FLOOR_OF = {room: floor for floor, rooms in FLOORS.items() for room in rooms}
NO_ROOMS = {"packs"}
"""Folders that hold data and no code."""

ROOMS = sorted(path.parent.name for path in HOME.glob("*/__init__.py"))


def rooms_imported(code: str) -> Iterator[str]:
    """The rooms that some code imports from, inside functions too."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"line {node.lineno}: write out where it comes from, from readtwice on"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            package, _, room = name.partition(".")
            if package == "readtwice" and room.partition(".")[0] not in ("", "__version__"):
                yield room.partition(".")[0]


def test_every_room_has_a_floor() -> None:
    new = sorted(set(ROOMS) - set(FLOOR_OF))
    assert not new, f"{new}: give each a floor in FLOORS, and a line in CONTRIBUTING.md, 'The house'"


def test_code_stands_in_a_room() -> None:
    loose = [path.name for path in HOME.glob("*.py") if path.name != "__init__.py"]
    assert not loose, f"{loose}: move each into the room that it serves"
    folders = {path.name for path in HOME.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders - set(ROOMS) <= NO_ROOMS, "a folder with code needs an __init__.py that says what the room is for"


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_from_floors_below(room: str) -> None:
    for path in sorted((HOME / room).rglob("*.py")):
        for other in rooms_imported(path.read_text(encoding="utf-8")):
            allowed = other == room or FLOOR_OF[other] < FLOOR_OF[room]
            assert allowed, (
                f"{path.relative_to(HOME)} imports from {other}, on floor {FLOOR_OF[other]}; "
                f"{room} is on floor {FLOOR_OF[room]}. Move what both need to a floor below."
            )


def test_the_package_itself_imports_from_no_room() -> None:
    assert list(rooms_imported((HOME / "__init__.py").read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_says_what_it_is_for(room: str) -> None:
    doc = ast.get_docstring(ast.parse((HOME / room / "__init__.py").read_text(encoding="utf-8"))) or ""
    assert doc.startswith(f"Floor {FLOOR_OF[room]}: ")


@pytest.mark.parametrize(
    ("code", "rooms"),
    [
        ("from readtwice.pack.item import Item", ["pack"]),
        ("from readtwice.pack import Item", ["pack"]),
        ("from readtwice import course", ["course"]),
        ("from readtwice import __version__", []),
        ("import readtwice.widgets.base as base", ["widgets"]),
        ("import readtwice", []),
        ("import json\nfrom pathlib import Path", []),
        ("def f():\n    from readtwice.record import Record", ["record"]),
        ("if True:\n    import readtwice.cli", ["cli"]),
    ],
)
def test_imports_are_seen_wherever_they_stand(code: str, rooms: list[str]) -> None:
    assert list(rooms_imported(code)) == rooms
