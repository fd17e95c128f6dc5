"""`readtwice readability`: the two forms in which it shows what was counted."""

from __future__ import annotations

import dataclasses
import json

from readtwice.reading.readability import Readability


def as_json(found: Readability) -> str:
    """One object: counts as whole numbers, grades with two places."""
    return json.dumps(dataclasses.asdict(found), indent=1)


def as_table(found: Readability) -> str:
    """One line a measure, and what they do not say."""
    measures = dataclasses.asdict(found)
    width = max(map(len, measures))
    lines = [f"{name.replace('_', ' '):{width}}  {value}" for name, value in measures.items()]
    return "\n".join([*lines, "", "Formulas disagree, and none of them knows if a text is reliable."])
