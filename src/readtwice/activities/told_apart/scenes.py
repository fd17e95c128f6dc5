"""Scenes drawn by code, and a small fingerprint of a picture, as a search by picture makes one.

The fingerprint is a difference hash (Neal Krawetz, "Kind of Like That", 2013): the picture is shrunk to a few gray
fields, and each bit says whether a field is brighter than the one to its right. Pictures that are alike have
fingerprints in which few bits differ; a picture and its mirror image do not.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from itertools import pairwise

from readtwice.activities.told_apart.part import Drawing
from readtwice.markup import Html, html, joined

WIDTH, HEIGHT = 160, 100
EDGE_X, EDGE_Y = 8, 5
"""So much is cut off on each side."""

SIDE = 8
BITS = SIDE * SIDE
ALIKE, ANOTHER = 8, 17
"""Measured on our scenes: up to so many bits differ for a cut copy, and so many or more for another picture."""

Shape = tuple[str, str, tuple[float, ...]]
"""rect (x, y, width, height), circle (x, y, radius) or triangle (three corners); its color."""


@cache
def _scenes() -> dict[str, tuple[Shape, ...]]:
    """What each scene is made of, from the back to the front: pictures, not the look of a page."""
    held = json.loads((resources.files(__package__) / "scenes.json").read_text(encoding="utf-8"))
    return {name: tuple((kind, color, tuple(place)) for kind, color, place in shapes) for name, shapes in held.items()}


_SVG = (
    """<svg xmlns="http://www.w3.org/2000/svg" viewBox="{}" width="320" height="200"><g transform="{}">{}</g></svg>"""
)


def svg_of(drawing: Drawing) -> str:
    """The drawing as an SVG that stands alone."""
    box = " ".join(map(_plain, _frame(drawing)))
    turned = f"translate({WIDTH} 0) scale(-1 1)" if drawing.mirrored == "yes" else "translate(0 0)"
    return str(html(_SVG, box, turned, joined(map(_shape, _scenes()[drawing.scene]))))


def _shape(shape: Shape) -> Html:
    kind, color, place = shape
    if kind == "rect":
        return html('<rect fill="{}" x="{}" y="{}" width="{}" height="{}"/>', color, *map(_plain, place))
    if kind == "circle":
        return html('<circle fill="{}" cx="{}" cy="{}" r="{}"/>', color, *map(_plain, place))
    return html('<path fill="{}" d="M{} {}L{} {}L{} {}Z"/>', color, *map(_plain, place))


def _plain(number: float) -> str:
    return f"{number:g}"


def _frame(drawing: Drawing) -> tuple[float, float, float, float]:
    if drawing.cut == "no":
        return 0, 0, WIDTH, HEIGHT
    return EDGE_X, EDGE_Y, WIDTH - 2 * EDGE_X, HEIGHT - 2 * EDGE_Y


@cache
def fingerprint(drawing: Drawing) -> tuple[bool, ...]:
    """The difference hash of a drawing: BITS bits, row by row."""
    left, top, width, height = _frame(drawing)
    bits = []
    for row in range(SIDE):
        grays = [
            _gray(drawing, left + width * column / (SIDE + 1), top + height * row / SIDE, width, height)
            for column in range(SIDE + 1)
        ]
        bits += [one > after for one, after in pairwise(grays)]
    return tuple(bits)


def differ(one: Drawing, other: Drawing) -> int:
    """In how many bits the fingerprints of two drawings differ, 0 to BITS."""
    return sum(a != b for a, b in zip(fingerprint(one), fingerprint(other), strict=True))


def _gray(drawing: Drawing, left: float, top: float, width: float, height: float) -> float:
    """How bright a field is: the mean over a few points in it."""
    points = [
        (left + width / (SIDE + 1) * (x + 0.5) / 4, top + height / SIDE * (y + 0.5) / 4)
        for x in range(4)
        for y in range(4)
    ]
    return sum(_brightness(drawing, x, y) for x, y in points) / len(points)


def _brightness(drawing: Drawing, x: float, y: float) -> float:
    x = WIDTH - x if drawing.mirrored == "yes" else x
    color = next(color for kind, color, place in reversed(_scenes()[drawing.scene]) if _holds(kind, place, x, y))
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def _holds(kind: str, place: tuple[float, ...], x: float, y: float) -> bool:
    if kind == "rect":
        return place[0] <= x <= place[0] + place[2] and place[1] <= y <= place[1] + place[3]
    if kind == "circle":
        return (x - place[0]) ** 2 + (y - place[1]) ** 2 <= place[2] ** 2
    corners = [(place[at], place[at + 1]) for at in (0, 2, 4)]
    sides = [
        (bx - ax) * (y - ay) - (by - ay) * (x - ax)
        for (ax, ay), (bx, by) in zip(corners, (*corners[1:], corners[0]), strict=True)
    ]
    return all(one >= 0 for one in sides) or all(one <= 0 for one in sides)
