"""Floor 0: the interface words, one file per language. Nothing that a learner or teacher reads is typed in code.

Which language is asked at each call. READTWICE_LANGUAGE says it; else the folder of notebooks in which the work is
done, such as `notebooks/de`; else it is English.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

ENGLISH = "en"
VARIABLE = "READTWICE_LANGUAGE"
_FORM = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)
_BY_COUNT = re.compile(r"\{(?P<of>\w+):(?P<one>[^{}|]*)\|(?P<more>[^{}|]*)\}")
HOME = resources.files(__name__)
"""The folder of the words, `<language>.json` each."""

_spoken: ContextVar[str] = ContextVar("spoken", default="")


class NoSuchLanguage(ValueError):
    """A language that has no words. A notebook shows only its one sentence."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


def language() -> str:
    """The code of the language to speak now, as in BCP 47: `en`, `pt-BR`."""
    return _spoken.get() or os.environ.get(VARIABLE, "") or _of_notebooks() or ENGLISH


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak a language for a while, whatever is set. One without words changes nothing."""
    token = _spoken.set(code if code in languages() else _spoken.get())
    try:
        yield
    finally:
        _spoken.reset(token)


def words(code: str = "") -> dict[str, Any]:
    """All interface words of a language, of the one spoken if none is named. What it lacks is said in English.

    Raises NoSuchLanguage for a language that has no file.
    """
    return _words(code or language())


def say(phrase: str, /, **values: object) -> str:
    """One phrase, such as `say("judge.topic", topic="borders")`. Raises KeyError for a key that is unknown.

    Without values it is handed over as it stands, for a script to fill in.
    """
    node: Any = words()
    try:
        for part in phrase.split("."):
            node = node[part]
    except TypeError:  # there is a text or a list already
        node = None
    if not isinstance(node, str):
        raise KeyError(phrase)
    return fill(node, **values) if values else node


def fill(phrase: str, /, **values: object) -> str:
    """A phrase with its {values} filled in, as the scripts do it too.

    In it, `{count:card|cards}` gives the first word for one, else the second.
    """
    if "|" in phrase:
        phrase = _BY_COUNT.sub(lambda found: found["one" if str(values[found["of"]]) == "1" else "more"], phrase)
    return phrase.format(**values)


def number(value: str) -> str:
    """A number written as `1,234.5`, with the marks of the language spoken."""
    marks = words()["number_marks"]
    return value.translate({ord(","): marks["thousands"], ord("."): marks["decimal"]})


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that have words."""
    files = (file.name for file in HOME.iterdir())
    return tuple(sorted(name.removesuffix(".json") for name in files if name.endswith(".json")))


@cache
def _words(code: str) -> dict[str, Any]:
    file = HOME / f"{code}.json"
    if not _FORM.fullmatch(code) or not file.is_file():
        with speaking(ENGLISH):
            known = ", ".join(languages())
            raise NoSuchLanguage(say("error.words.no_language", code=code, known=known, variable=VARIABLE))
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return loaded if code == ENGLISH else _filled(loaded, _words(ENGLISH))


def _filled(some: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    """What one language says, and where it says nothing what the other says."""
    filled = dict(whole)
    for name, value in some.items():
        filled[name] = _filled(value, whole[name]) if isinstance(value, dict) and name in whole else value
    return filled


def _of_notebooks() -> str:
    try:
        return of_folder(os.getcwd())
    except OSError:  # the folder is gone
        return ""


@cache
def of_folder(folder: str) -> str:
    """`de` of a folder such as `…/notebooks/de/teacher`, if there are words for it."""
    parts = re.split(r"[/\\]", folder)
    below = [code for above, code in pairwise(parts) if above in ("notebooks", "exercises")]
    return next((code for code in reversed(below) if code in languages()), "")
