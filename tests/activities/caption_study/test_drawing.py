"""A drawing of the scene is one small SVG that holds all it needs, and the one that ships is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readtwice.activities.caption_study.check import LARGEST_DRAWING, check_drawing
from readtwice.activities.caption_study.part import PART, study_of
from readtwice.page.drawing import as_address
from tests.specimens import hegseth

SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'


def problems(drawing: str) -> list[str]:
    study = study_of(hegseth())
    assert study
    held = replace(study, scene=replace(study.scene, drawing=drawing))
    pack = replace(hegseth(), parts=hegseth().parts.with_(PART, held))
    return [str(one) for one in check_drawing(pack)]


def test_the_one_that_ships_is_sound_and_small() -> None:
    study = study_of(hegseth())
    assert study
    assert len(study.scene.drawing) > 1000
    assert problems(study.scene.drawing) == []
    assert as_address(study.scene.drawing).startswith("data:image/svg+xml;base64,")


@pytest.mark.parametrize("sound", ["", SVG.format(""), SVG.format('<use href="#a"/>')])
def test_what_holds_all_it_needs_is_sound(sound: str) -> None:
    assert problems(sound) == []


@pytest.mark.parametrize(
    "odd",
    [
        "a gate",
        "<p>a gate</p>",
        SVG.format("<g>"),
        SVG.format("<script>1</script>"),
        SVG.format("<foreignObject/>"),
        SVG.format('<image href="a.png"/>'),
        SVG.format('<use href="https://example.org/a.svg#b"/>'),
        "<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG.format("&a;"),
        SVG.format("<g/>" * LARGEST_DRAWING),
    ],
)
def test_what_does_not_is_told_in_one_sentence(odd: str) -> None:
    (problem,) = problems(odd)
    assert "svg" in problem.lower()


def test_no_drawing_is_no_address() -> None:
    assert as_address("") == ""
