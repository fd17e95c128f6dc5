"""A colour stands in one file, and is readable in light and in dark."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import altair
import pytest
from jupyterlab.commands import get_app_dir

import readtwice
from readtwice.colours import STYLE, colour
from tests.colours.contrast import contrast, rgb

HOME = Path(readtwice.__file__).parent
SHEET = HOME / "colours" / "colours.css"
NAMED = frozenset(altair.load_schema()["definitions"]["ColorName"]["enum"])
"""The colours that CSS has names for."""
HEX = re.compile(r"(?<![\w&])#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})(?![\w-])")
FUNCTION = re.compile(r"\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(")
PROPERTY = re.compile(
    r"(?:[\w-]*color|fill|stroke|background|border[\w-]*|outline|box-shadow|text-decoration|accent-color)"
    r"[\"']?\s*[:=]\s*[\"']?([^;{}\"'\n]*)",
    re.IGNORECASE,
)
VARIABLE = re.compile(r"--rt-([a-z]+): ([^;]+);")


def colours_in(text: str) -> list[str]:
    """What in some CSS, markup or code names a colour itself."""
    found = HEX.findall(text) + FUNCTION.findall(text)
    for value in PROPERTY.findall(text):
        found += [word for word in re.findall(r"(?<![\w-])[a-z]+(?![\w-])", value.lower()) if word in NAMED]
    return found


def texts_of(path: Path) -> Iterator[str]:
    """What a file may paint with: all of it but comments and docstrings."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        tree = ast.parse(text)
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
                yield node.value
            if isinstance(node, ast.keyword) and isinstance(node.value, ast.Constant):
                yield f"{node.arg}: {node.value.value}"
            if isinstance(node, ast.Dict):
                for key, value in zip(node.keys, node.values, strict=True):
                    if isinstance(key, ast.Constant) and isinstance(value, ast.Constant):
                        yield f"{key.value}: {value.value}"
    else:
        yield re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", text, flags=re.DOTALL)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("a { color: #1f1f1f; background: #fff }", 2),
        ("a { border: 1px solid red; }", 1),
        ("stroke='steelblue'", 1),
        ("a { color: rgba(0, 0, 0, .5) }", 1),
        ('h("rect", { fill: "white" })', 1),
        ("a { fill: oklch(0.5 0.1 20); outline: 2px solid Navy }", 2),
        ("a { color: var(--rt-ink); border: 1px solid var(--rt-line); background: none; fill: currentColor }", 0),
        ("see issue #15, the red card, `article#b06`, --white-space: pre", 0),
        ("a { border-color: transparent; white-space: nowrap }", 0),
    ],
)
def test_what_counts_as_a_colour(text: str, count: int) -> None:
    assert len(colours_in(text)) == count


@pytest.mark.long
def test_no_colour_stands_anywhere_else() -> None:
    """`packs/` holds articles and what is asked about them, `scene_parts.json` pictures, and neither a page."""
    elsewhere = [
        f"{path.relative_to(HOME)}: {found}"
        for path in sorted(HOME.rglob("*"))
        if path.suffix in (".py", ".css", ".js", ".html", ".svg") and path != SHEET and "packs" not in path.parts
        for text in texts_of(path)
        for found in colours_in(text)
    ]
    assert not elsewhere, f"{elsewhere}: give it a name in {SHEET.name}, and write var(--rt-name) or colour('name')"


@pytest.mark.long
def test_each_name_is_used_and_each_used_name_is_there() -> None:
    sheets = [path.read_text(encoding="utf-8") for path in HOME.rglob("*") if path.suffix in (".py", ".css", ".js")]
    used = {name for text in sheets for name in re.findall(r"var\(--rt-([a-z]+)\)|colour\(\"([a-z]+)\"\)", text)}
    names = {name for name, _ in VARIABLE.findall(STYLE)}
    assert {one or other for one, other in used} - {"name"} <= names
    everything = "\n".join(sheets)
    assert [name for name in names if len(re.findall(rf"\b{name}\b", everything)) < 2] == []


# What a colour meets in each place where it is shown.


def jupyterlab_theme(name: str) -> dict[str, str]:
    """The variables of one of JupyterLab's own themes, as its style sheet has them."""
    folder = Path(get_app_dir()) / "themes" / "@jupyterlab"
    text = (folder / f"theme-{name}-extension" / "index.css").read_text(encoding="utf-8")
    return {f"--{key}": value for key, value in re.findall(r"--((?:jp|md)-[\w-]+):\s*([^;}]+)", text)}


LIGHT = dict(VARIABLE.findall(STYLE.partition("@media")[0]))
DARK = {**LIGHT, **dict(VARIABLE.findall(STYLE.partition("@media")[2]))}
PLACES = {
    "a page alone, light": (LIGHT, {}),
    "a page alone, dark": (DARK, {}),
    **{f"JupyterLab, {name}": (LIGHT, name) for name in ("light", "dark", "dark-high-contrast")},
}
EVERYWHERE = pytest.mark.parametrize("place", PLACES)
TEXT = {"ink": ("page", "raised", "shade"), "quiet": ("page", "raised", "shade"), "unavailable": ("page", "raised")}
MARKS = ("line", "right", "warning", "first", "second", "third", "fourth")


def seen(place: str, name: str, surface: str) -> float:
    values, theme = PLACES[place]
    known = jupyterlab_theme(theme) if isinstance(theme, str) else theme
    under = rgb(values[surface], known)
    return contrast(rgb(values[name], known, under), under)


def test_every_colour_is_text_or_a_mark_or_a_surface() -> None:
    assert set(LIGHT) == {*TEXT, *MARKS, "page", "raised", "shade"}


@EVERYWHERE
@pytest.mark.parametrize(("name", "surface"), [(name, one) for name, surfaces in TEXT.items() for one in surfaces])
def test_text_holds_four_and_a_half_to_one(name: str, surface: str, place: str) -> None:
    assert seen(place, name, surface) >= 4.5


@EVERYWHERE
@pytest.mark.parametrize("surface", ["page", "raised"])
@pytest.mark.parametrize("name", MARKS)
def test_lines_and_marks_hold_three_to_one(name: str, surface: str, place: str) -> None:
    assert seen(place, name, surface) >= 3


@pytest.mark.parametrize("name", MARKS)
def test_marks_are_the_same_in_light_and_in_dark(name: str) -> None:
    assert LIGHT[name] == DARK[name] == colour(name)


@pytest.mark.parametrize("name", ["ink", "nothing"])
def test_a_colour_that_has_no_one_value_is_refused(name: str) -> None:
    with pytest.raises(KeyError):
        colour(name)
