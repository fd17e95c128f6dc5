"""A drawn scene for each story: it stands beside the cards about it, the same beside all twins of a card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from readtwice.pack import Pack
from readtwice.pack.item import Quote
from readtwice.pack.part import Part
from readtwice.pack.problem import Problem
from readtwice.words import say


@dataclass(frozen=True, slots=True)
class Scene:
    """scene: words of a story's heading, what the drawing shows, and its parts, a backdrop first."""

    story: Quote
    shows: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scenes:
    """scenes: a drawing for each story that has one."""

    scenes: tuple[Scene, ...]


PART = Part("scenes", "scenes.yaml", Scenes)
scenes_of = PART.of


def scene_of(pack: Pack, heading: str) -> Scene | None:
    """The scene of the story under a heading, by the id of its block; None where it has none. Raises PackError."""
    held = scenes_of(pack)
    return next((one for one in held.scenes if one.story.block == heading), None) if held else None


def check(pack: Pack) -> Iterator[Problem]:
    """What must hold in it."""
    from readtwice.activities.cards.scene import SceneError, scene

    held = scenes_of(pack)
    headings = {block.id for block in pack.article.blocks if block.kind == "heading"}
    seen: set[str] = set()
    for one in held.scenes if held else ():
        block = one.story.block
        if block not in headings or block in seen:
            yield Problem(PART.file, 0, block, say("problem.scene.story", block=block), say("remedy.scene.story"))
        seen.add(block)
        try:
            scene(one.parts)
        except SceneError as error:
            yield Problem(PART.file, 0, block, str(error), say("remedy.scene.part"))
