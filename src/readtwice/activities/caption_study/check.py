"""The model rewrites of a pack's captions, held to the same comparison as a learner's."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from readtwice.activities.caption_study.mark import LOST, SILENT, WITHHELD, rewriting
from readtwice.activities.caption_study.part import PART, study_of
from readtwice.pack import Pack
from readtwice.pack.problem import Problem
from readtwice.words import say


def check_rewrites(pack: Pack) -> Iterator[Problem]:
    """A model keeps every fact, keeps no added word, says nothing that is not given, and marks what is not."""
    for studied in held.captions if (held := study_of(pack)) else ():
        found = rewriting(studied, pack.article.quote(pack.article.block(studied.block)), studied.model)
        model = say("problem.model_of", block=studied.block)
        told = [
            *(
                (say("problem.rewrite_keeps", model=model, quote=quote), say("remedy.leave_out_added"))
                for quote in found.remaining
            ),
            *(
                (say("problem.rewrite_lost", model=model, wordings=fact.wordings[0]), say("remedy.put_or_word"))
                for fact in found.lost
            ),
            *(
                (say("problem.rewrite_says", model=model, word=word), say("remedy.drop_or_word"))
                for word in (*found.numbers, *found.names, *found.words)
            ),
            *(
                (say("problem.rewrite_leaves_open", model=model, part=part), say("remedy.say_or_not_given"))
                for part, status in found.parts
                if status in (SILENT, LOST, WITHHELD)
            ),
        ]
        for message, remedy in told:
            yield Problem(PART.file, studied.line, "", message, remedy)


LARGEST_DRAWING = 15_000
"""Characters: a page carries it, also over a slow line."""


def check_drawing(pack: Pack) -> Iterator[Problem]:
    """A drawing of the scene is one small SVG that holds all it needs."""
    held = study_of(pack)
    drawing = held.scene.drawing if held else ""
    if drawing and not _is_svg(drawing):
        yield Problem(PART.file, 0, "", say("problem.drawing", most=LARGEST_DRAWING), say("remedy.drawing"))


def _is_svg(drawing: str) -> bool:
    if len(drawing) > LARGEST_DRAWING or "<!" in drawing:  # no declarations, and so nothing that grows when it is read
        return False
    try:
        nodes = [*ElementTree.fromstring(drawing).iter()]
    except ElementTree.ParseError:
        return False
    names = [str(node.tag).rpartition("}")[2].lower() for node in nodes]
    outside = any(
        name.rpartition("}")[2] == "href" and not value.startswith("#")
        for node in nodes
        for name, value in node.attrib.items()
    )
    return names[0] == "svg" and not {"script", "foreignobject", "image"} & {*names} and not outside
