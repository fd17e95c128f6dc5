"""Floor 1: the interface words, one file per language. Nothing that a learner reads is typed anywhere else in code."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import resources
from typing import Any

LANGUAGE = "en"


@lru_cache(maxsize=8)
def words(language: str = LANGUAGE) -> dict[str, Any]:
    """All interface words of a language. Raises ValueError for a language that has no file."""
    file = resources.files("readtwice.words") / f"{language}.json"
    if not language.isalpha() or not file.is_file():
        raise ValueError(f"There are no interface words for the language {language!r}.")
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return loaded


def say(key: str, language: str = LANGUAGE, **values: object) -> str:
    """One phrase, such as `say("judge.topic", topic="borders")`. Raises KeyError for an unknown key."""
    node: Any = words(language)
    for part in key.split("."):
        node = node[part] if isinstance(node, dict) else None
    if not isinstance(node, str):
        raise KeyError(key)
    return node.format(**values) if values else node
