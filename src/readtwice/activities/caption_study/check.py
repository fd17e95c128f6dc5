"""The model rewrites of a pack's captions, held to the same comparison as a learner's."""

from __future__ import annotations

from collections.abc import Iterator

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
