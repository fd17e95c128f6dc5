"""`readtwice readability`: the two forms in which it shows what was counted."""

from __future__ import annotations

import dataclasses
import json

from readtwice.reading.readability import Readability
from readtwice.words import say


def as_json(found: Readability) -> str:
    """One object: counts as whole numbers, grades with two places."""
    return json.dumps(dataclasses.asdict(found), indent=1)


def as_table(found: Readability) -> str:
    """One line a measure, and what they do not say."""
    measures = dataclasses.asdict(found)
    named = {say(f"command.readability.{name}"): value for name, value in measures.items()}
    width = max(map(len, named))
    lines = [f"{name:{width}}  {value}" for name, value in named.items()]
    return "\n".join([*lines, "", say("command.readability.formulas_disagree")])
