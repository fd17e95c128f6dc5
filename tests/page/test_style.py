"""Style sheets: what all pages share, and what a room has for itself."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pytest

HOME = Path(str(resources.files("readtwice")))
SHARED = HOME / "page" / "course.css"
OF_A_CLASS = HOME / "page" / "class.css"
SHEETS = sorted(HOME.glob("*/*/style.css"))
CLASS = re.compile(r"(?<![\w.-])rt-[a-z][\w-]*")
ROOMS = sorted({path.parent for path in HOME.glob("*/*/*.js") if path.parts[-3] in ("activities", "classroom")})


def styled(*sheets: Path) -> set[str]:
    """The classes for which some rule of these sheets stands."""
    texts = [re.sub(r"/\*.*?\*/|\{[^{}]*\}", " ", sheet.read_text("utf-8"), flags=re.DOTALL) for sheet in sheets]
    return {name.removeprefix(".") for text in texts for name in re.findall(r"\.rt-[\w-]+", text)}


def used(room: Path) -> set[str]:
    texts = [path.read_text("utf-8") for path in room.iterdir() if path.suffix in (".js", ".py")]
    return {name for text in texts for name in CLASS.findall(text)}


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_a_room_is_styled_by_what_is_shared_and_by_itself(room: Path) -> None:
    """On a page with several widgets another's sheet would hide that one's own is missing."""
    own = [room / "style.css"] if (room / "style.css").exists() else []
    reached = [SHARED, *own]
    if any("of_a_class=True" in path.read_text("utf-8") for path in room.glob("*.py")):
        reached.append(OF_A_CLASS)
    assert used(room) & (styled(SHARED, OF_A_CLASS, *SHEETS) - styled(*reached)) == set()


def families(classes: set[str]) -> set[str]:
    """`rt-tag-` of `rt-tag-seen`, whose end a script adds, and the whole name."""
    return {name[: end.end()] for name in classes for end in re.finditer(r"-|$", name)} - {"rt-"}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.parent.name)
def test_a_sheet_of_a_room_is_its_own_and_is_used(sheet: Path) -> None:
    own = styled(sheet) - styled(SHARED, OF_A_CLASS)
    assert own
    assert all(families({name}) & used(sheet.parent) for name in own), "no rule outlives what it was for"
    text = "".join(path.read_text("utf-8") for path in sheet.parent.glob("*.py"))
    assert re.search(r"style\(__package__, \"style.css\"", text)


@pytest.mark.parametrize("sheet", [SHARED, OF_A_CLASS, *SHEETS], ids=lambda sheet: sheet.parent.name)
def test_a_sheet_fetches_nothing(sheet: Path) -> None:
    assert not re.search(r"url\(|@import|https?:", sheet.read_text("utf-8"))
