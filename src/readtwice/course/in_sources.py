"""For those who program: what activities hold, as data, with questions.

from readtwice.course import in_sources
for row in in_sources.voices():
    print(row.block, row.speaker, row.kind, row.words)
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from readtwice.activities import data


def __getattr__(name: str) -> Any:
    """A function of the activity that has it."""
    home = data().get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted(data())
