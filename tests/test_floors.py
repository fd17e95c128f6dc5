"""The rooms of src/readtwice stand on floors, and each imports only from floors below its own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import readtwice
from readtwice.activities import KINDS as REGISTERED

HOME = Path(readtwice.__file__).parent

FLOORS = {
    0: {"words"},
    1: {"article", "colours", "markup", "figures", "syllabus"},
    2: {"pack"},
    3: {"reading", "marking", "statistics"},
    4: {"record", "charts"},
    5: {"page"},
    6: {"activities"},
    7: {"publish", "lessons"},
    8: {"course", "classroom", "authoring"},
    9: {"cli"},
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
    assert not new, f"{new}: give each a floor in FLOORS, and a line in CONTRIBUTING.md, 'The rooms'"


def test_code_stands_in_a_room() -> None:
    loose = [path.name for path in HOME.glob("*.py") if path.name != "__init__.py"]
    assert not loose, f"{loose}: move each into the room that it serves"
    folders = {path.name for path in HOME.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders - set(ROOMS) <= NO_ROOMS, "a folder with code needs an __init__.py that says what the room is for"


@pytest.mark.long
@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_from_floors_below(room: str) -> None:
    for path in sorted((HOME / room).rglob("*.py")):
        for other in rooms_imported(path.read_text(encoding="utf-8")):
            allowed = other == room or FLOOR_OF[other] < FLOOR_OF[room]
            assert allowed, (
                f"{path.relative_to(HOME)} imports from {other}, on floor {FLOOR_OF[other]}; "
                f"{room} is on floor {FLOOR_OF[room]}. Move what both need to a floor below."
            )


KINDS = sorted(path.parent.name for path in (HOME / "activities").glob("*/about.py"))


def kinds_imported(code: str) -> set[str]:
    """The activities that some code names in its imports."""
    named = set(re.findall(r"readtwice\.activities\.(\w+)", code))
    return named & set(KINDS)


def test_the_register_lists_each_activity_once() -> None:
    assert sorted(REGISTERED) == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_an_activity_imports_no_other(kind: str) -> None:
    for path in sorted((HOME / "activities" / kind).glob("*.py")):
        assert kinds_imported(path.read_text(encoding="utf-8")) <= {kind}, path.name


ALSO = {"cards", "form"}
"""What every pack prints by itself, and what every table of a class counts: no activity is meant."""

ELSEWHERE = {
    ("classroom/files/texts.py", "numbers"),  # a spreadsheet, by how its name ends
    ("classroom/reporting/again.py", "vote"),  # some of ten minutes
    ("lessons/making.py", "captions"),  # how many of these, and
    ("lessons/making.py", "numbers"),  # of these, a lesson in the making has
}


def kinds_quoted(code: str) -> set[str]:
    """The activities that some code names by a text of its own; what a field of data is called is none."""
    tree = ast.parse(code)
    fields = {id(key) for node in ast.walk(tree) if isinstance(node, ast.Dict) for key in node.keys}
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value in KINDS and id(node) not in fields
    } - ALSO


def test_no_room_knows_an_activity_by_name() -> None:
    for path in sorted(HOME.rglob("*.py")):
        room, name = path.parts[len(HOME.parts)], path.relative_to(HOME).as_posix()
        if room == "activities":
            continue
        code = path.read_text(encoding="utf-8")
        named = kinds_imported(code)
        if FLOOR_OF.get(room, 0) > FLOOR_OF["activities"]:
            named |= {kind for kind in kinds_quoted(code) if (name, kind) not in ELSEWHERE}
        assert not named, f"{name} names {named}: ask the register in activities/__init__.py"


CLASSROOM = ({"files"}, {"collecting"}, {"reporting", "gradebooks", "live_view", "checkup"}, {"slips"})
"""The rooms of the classroom, from the ground up: each imports from those before it, and none from one beside it."""


def test_the_rooms_of_the_classroom_stand_on_floors_of_their_own() -> None:
    floor_of = {room: floor for floor, rooms in enumerate(CLASSROOM) for room in rooms}
    assert sorted(floor_of) == sorted(path.parent.name for path in (HOME / "classroom").glob("*/__init__.py"))
    for room, floor in floor_of.items():
        for path in sorted((HOME / "classroom" / room).glob("*.py")):
            for other in re.findall(r"readtwice\.classroom\b(?:\.(\w+))?", path.read_text(encoding="utf-8")):
                assert other == room or floor_of.get(other, len(CLASSROOM)) < floor, f"{path.name} imports {other}"


WITHIN = {"pack": {"folder", "checks"}, "page": {"paper"}}
"""Rooms in a room: they stand on the room's own modules, which never import them, nor do they import one another."""


@pytest.mark.parametrize("room", sorted(WITHIN))
def test_rooms_in_a_room_stand_on_it(room: str) -> None:
    assert WITHIN[room] == {path.parent.name for path in (HOME / room).glob("*/__init__.py")}
    for path in sorted((HOME / room).rglob("*.py")):
        own = path.parent.name
        named = set(re.findall(rf"readtwice\.{room}\.(\w+)", path.read_text(encoding="utf-8"))) & WITHIN[room]
        assert named <= {own}, f"{path.relative_to(HOME)} imports {named - {own}}"


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
        ("import readtwice.page.base as base", ["page"]),
        ("import readtwice", []),
        ("import json\nfrom pathlib import Path", []),
        ("def f():\n    from readtwice.record import Record", ["record"]),
        ("if True:\n    import readtwice.cli", ["cli"]),
    ],
)
def test_imports_are_seen_wherever_they_stand(code: str, rooms: list[str]) -> None:
    assert list(rooms_imported(code)) == rooms


def test_no_verb_is_called_like_a_module_beside_it() -> None:
    """Importing the module would put it in the verb's place."""
    for room in ("course", "classroom"):
        modules = {path.stem for path in (HOME / room).iterdir()}
        assert not modules & {verb for verb in dir(import_module(f"readtwice.{room}")) if verb.islower()} - {
            "in_sources"
        }
