"""`readtwice wording`: the two forms in which it shows what was found."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence

from readtwice.reading.wording import Wording
from readtwice.words import say


def as_json(found: Sequence[Wording]) -> str:
    """A list of objects, one a match, with all fields."""
    return json.dumps([dataclasses.asdict(one) for one in found], ensure_ascii=False, indent=1)


def as_table(found: Sequence[Wording]) -> str:
    """Two lines a match, and what a list cannot see."""
    if not found:
        return say("command.wording.no_loaded_words")
    lines = [
        f"{one.start}-{one.end}  {' '.join(one.text.split())}: {one.why}.\n"
        f"    {say('command.wording.plain', neutral=one.neutral)}"
        for one in found
    ]
    return "\n".join([*lines, "", say("command.wording.list_finds_words")])
