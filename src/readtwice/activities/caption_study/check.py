"""The model rewrites of a pack's captions, held to the same comparison as a learner's."""

from __future__ import annotations

from collections.abc import Iterator

from readtwice.activities.caption_study.mark import LOST, SILENT, WITHHELD, rewriting
from readtwice.activities.caption_study.part import PART, study_of
from readtwice.pack import Pack
from readtwice.pack.problem import Problem


def check_rewrites(pack: Pack) -> Iterator[Problem]:
    """A model keeps every fact, keeps no added word, says nothing that is not given, and marks what is not."""
    for studied in held.captions if (held := study_of(pack)) else ():
        found = rewriting(studied, pack.article.quote(pack.article.block(studied.block)), studied.model)
        model = f"the model of {studied.block}"
        told = [
            *((f"{model} keeps “{quote}”", "Leave out what is added") for quote in found.remaining),
            *((f"{model} has lost “{fact.wordings[0]}”", "Put it in, or add its wording") for fact in found.lost),
            *(
                (f"{model} says “{word}”, which is not given", "Take it out, or add its wording")
                for word in (*found.numbers, *found.names, *found.words)
            ),
            *(
                (f"{model} leaves {part} open", "Say it, or that it is not given")
                for part, status in found.parts
                if status in (SILENT, LOST, WITHHELD)
            ),
        ]
        for message, remedy in told:
            yield Problem(PART.file, studied.line, "", message, remedy)
