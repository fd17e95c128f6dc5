"""What must hold in what a pack prints: each part names things that are there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readtwice.pack.item import USES
from readtwice.pack.pack import Pack
from readtwice.pack.paper import PaperPart
from readtwice.pack.problem import Problem
from readtwice.publish.print_pack import BUILT_IN, printing
from readtwice.record.card_sets import OCCASIONS
from readtwice.words import say

FILE = "paper.yaml"


def check_paper(pack: Pack) -> Iterator[Problem]:
    """Every problem in what a pack prints; a pack without that has none."""
    for lesson in pack.paper.lessons if pack.paper else ():
        if not re.fullmatch(r"[0-9]{2}", lesson.id) or not re.fullmatch(r"[a-z0-9_-]+", lesson.name):
            remedy = say("remedy.name_lesson")
            yield Problem(FILE, 0, lesson.id[:40], say("problem.names_no_file"), remedy)
        for part in lesson.parts:
            if part.does not in (*BUILT_IN, *printing()):
                remedy = say("remedy.use_one_of", known=", ".join((*BUILT_IN, *printing())))
                yield Problem(FILE, 0, lesson.id, say("problem.not_printed", part=part.does[:40]), remedy)
                continue
            for one in _unknown(pack, part):
                message = say("problem.nothing_to_print", part=part.does, one=one[:40])
                yield Problem(FILE, 0, lesson.id, message, say("remedy.correct_or_drop_id"))


def _unknown(pack: Pack, part: PaperPart) -> Iterator[str]:
    """What a part names, or needs, that is not there."""
    if part.does == "form":  # its pack is another one, found when it is printed
        yield from (one for one in part.of[1:] or ("",) if one not in OCCASIONS)
    elif part.does == "cards":
        known = {item.id for item in pack.items} | {*USES}
        yield from (one for one in part.of if one not in known)
    elif part.does == "stories":
        yield from (one for one in part.of if one not in USES)
    elif part.does != "text":
        printed = printing()[part.does]
        if printed.whole and not printed.is_there(pack) and not part.of:
            yield part.does
        yield from (one for one in part.of if not printed.knows(pack, one))
