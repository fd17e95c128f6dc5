"""Scenes drawn by code, and a small fingerprint of a picture, as a search by picture makes one.

The fingerprint is a difference hash (Neal Krawetz, "Kind of Like That", 2013): the picture is shrunk to a few gray
fields, and each bit says whether a field is brighter than the one to its right. Pictures that are alike have
fingerprints in which few bits differ; a picture and its mirror image do not.
"""

from __future__ import annotations

from functools import cache
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

_SCENES: dict[str, tuple[Shape, ...]] = {
    "bridge": (
        ("rect", "#cfdce6", (0, 0, 160, 100)),
        ("triangle", "#7d8f80", (0, 52, 40, 20, 84, 52)),
        ("rect", "#5b7f9c", (0, 52, 160, 48)),
        ("rect", "#8a5a44", (10, 46, 140, 8)),
        ("rect", "#6b4333", (24, 54, 8, 34)),
        ("rect", "#6b4333", (98, 54, 8, 34)),
        ("rect", "#e8e4d8", (118, 18, 20, 28)),
        ("triangle", "#a33f2f", (114, 18, 128, 6, 142, 18)),
        ("rect", "#3d3d3d", (46, 62, 26, 6)),
    ),
    "market": (
        ("rect", "#e9dfc8", (0, 0, 160, 100)),
        ("rect", "#9a8f7a", (0, 70, 160, 30)),
        ("rect", "#7a5d48", (6, 16, 26, 54)),
        ("triangle", "#5a3d2b", (2, 16, 19, 2, 36, 16)),
        ("rect", "#b5473c", (52, 40, 36, 10)),
        ("rect", "#d8c9a8", (56, 50, 28, 20)),
        ("rect", "#3f7f6b", (100, 34, 44, 12)),
        ("rect", "#f1e9d6", (104, 46, 36, 24)),
        ("circle", "#44557a", (94, 64, 6)),
    ),
    "hall": (
        ("rect", "#dde4da", (0, 0, 160, 100)),
        ("rect", "#8b9a72", (0, 78, 160, 22)),
        ("rect", "#b9a58a", (40, 34, 96, 44)),
        ("triangle", "#59616b", (34, 34, 88, 8, 142, 34)),
        ("rect", "#4a4a55", (56, 44, 10, 16)),
        ("rect", "#4a4a55", (80, 44, 10, 34)),
        ("rect", "#4a4a55", (104, 44, 10, 16)),
        ("circle", "#6e8f5e", (16, 58, 14)),
        ("rect", "#6b5342", (14, 66, 4, 14)),
    ),
    "lake": (
        ("rect", "#1f2b4d", (0, 0, 160, 100)),
        ("circle", "#f3e7b1", (122, 24, 12)),
        ("triangle", "#131b30", (0, 60, 30, 26, 70, 60)),
        ("rect", "#2d4373", (0, 60, 160, 40)),
        ("rect", "#e0cf8e", (112, 64, 20, 3)),
        ("rect", "#e0cf8e", (116, 74, 14, 3)),
        ("rect", "#0f1424", (36, 78, 30, 5)),
    ),
}

_SVG = (
    """<svg xmlns="http://www.w3.org/2000/svg" viewBox="{}" width="320" height="200"><g transform="{}">{}</g></svg>"""
)


def svg_of(drawing: Drawing) -> str:
    """The drawing as an SVG that stands alone."""
    box = " ".join(map(_plain, _frame(drawing)))
    turned = f"translate({WIDTH} 0) scale(-1 1)" if drawing.mirrored == "yes" else "translate(0 0)"
    return str(html(_SVG, box, turned, joined(map(_shape, _SCENES[drawing.scene]))))


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
    color = next(color for kind, color, place in reversed(_SCENES[drawing.scene]) if _holds(kind, place, x, y))
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
