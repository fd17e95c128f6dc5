"""A scene drawn from parts: a backdrop, then things that stand in it, each said in one line such as `person 240 170 1.2
shirt=blue`. It becomes one small SVG that holds all it needs, with its own ground, so that it reads in dark too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import NamedTuple

from readtwice.markup import Html, html, joined
from readtwice.words import say

WIDTH, HEIGHT = 480, 180
"""Of every scene, in its own units: a thing stands at `x y` with its foot."""
SIZES = (0.2, 4.0)
LONGEST = 14
"""Characters on a sign."""

_THING = re.compile(
    r"(?P<name>[a-z]+) (?P<x>-?\d{1,3}) (?P<y>\d{1,3})(?: (?P<size>\d(?:\.\d+)?))?(?P<more>(?: [a-z]+=[\w-]+)*)"
)


class Drawn(NamedTuple):
    """What scenes are made of, as `scene_parts.json` has it: pictures, not the look of a page. Nothing in it is a
    portrait of anybody.

    Each thing has its colours and its shape, drawn with its foot at 0 0, about as tall as it is beside a person of 66.
    """

    colours: dict[str, str]
    backdrops: dict[str, str]
    things: dict[str, tuple[dict[str, str], str]]


@cache
def drawn() -> Drawn:
    """All of it, read once."""
    return Drawn(**json.loads((resources.files(__package__) / "scene_parts.json").read_text(encoding="utf-8")))


class SceneError(ValueError):
    """A line of a scene that cannot be drawn."""


def scene(parts: tuple[str, ...]) -> Html:
    """The SVG of a scene: its backdrop, then each thing over those before it. Raises SceneError."""
    backdrop, *things = parts
    known = drawn().backdrops
    if backdrop not in known:
        raise _unknown("backdrop", backdrop[:40], known)
    whole = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}">{}{}</svg>'
    ground = Html(known[backdrop])  # noqa: S704 - drawn by us
    return html(whole, WIDTH, HEIGHT, ground, joined(map(_thing, things)))


def _thing(part: str) -> Html:
    found, known = _THING.fullmatch(part), drawn().things
    if found is None or found["name"] not in known:
        raise _unknown("thing", part[:60], known)
    usual, shape = known[found["name"]]
    own = dict(one.split("=") for one in found["more"].split())
    size = float(found["size"] or 1)
    x, y = int(found["x"]), int(found["y"])
    within = -40 <= x <= WIDTH + 40 and y <= HEIGHT + 40 and SIZES[0] <= size <= SIZES[1]
    if not within or not own.keys() <= usual.keys():
        raise _unknown("thing", part[:60], known)
    values = {name: _value(name, value, part) for name, value in (usual | own).items()}
    placed = '<g transform="translate({} {}) scale({})">{}</g>'
    shown = html(shape, **values)  # noqa: S704 - drawn by us
    return html(placed, x, y, f"{size:g}", shown)


def _value(name: str, value: str, part: str) -> str:
    """A colour by its name; or the words on a sign, whose spaces are written as `_`."""
    if name == "words":
        return value.replace("_", " ")[:LONGEST]
    known = drawn().colours
    if value not in known:
        raise _unknown("thing", part[:60], known)
    return known[value]


def _unknown(what: str, part: str, known: Iterable[str]) -> SceneError:
    return SceneError(say(f"problem.scene.{what}", part=part, known=", ".join(sorted(known))))
