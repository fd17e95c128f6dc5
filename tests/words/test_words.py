"""Every word that a page shows is there, is used, and is filled in."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import readtwice
from readtwice.words import say, words

HOME = Path(readtwice.__file__).parent
SCRIPTS = {path.relative_to(HOME).as_posix(): path.read_text(encoding="utf-8") for path in sorted(HOME.rglob("*.js"))}
SCRIPT = "\n".join(SCRIPTS.values())
CODE = {path: path.read_text(encoding="utf-8") for path in sorted(HOME.rglob("*.py"))}


def phrases(node: dict[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """Each phrase with its full key."""
    for name, value in node.items():
        if isinstance(value, dict):
            yield from phrases(value, f"{above}{name}.")
        elif isinstance(value, list):
            yield from phrases({f"{name}.{number}": one for number, one in enumerate(value)}, above)
        else:
            yield f"{above}{name}", value


PHRASES = dict(phrases(words()))


@cache
def calls() -> tuple[tuple[str, re.Pattern[str], frozenset[str]], ...]:
    """Each `say(...)` in the code: its place, a pattern for its key, and the names of the values that it gives."""
    found = []
    for path, code in CODE.items():
        for node in ast.walk(ast.parse(code)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
                for key in keys_in(node.args[0]):
                    given = frozenset(keyword.arg or "" for keyword in node.keywords)
                    found.append((f"{path.relative_to(HOME)}:{node.lineno}", key, given))
    return tuple(found)


def keys_in(node: ast.expr) -> Iterator[re.Pattern[str]]:
    """Patterns for the keys that an argument of `say` can be; what is computed may be any word."""
    if isinstance(node, ast.Constant):
        yield re.compile(re.escape(str(node.value)))
    elif isinstance(node, ast.JoinedStr):
        parts = [re.escape(part.value) if isinstance(part, ast.Constant) else r"\w+" for part in node.values]
        yield re.compile("".join(parts))
    elif isinstance(node, ast.IfExp):
        yield from keys_in(node.body)
        yield from keys_in(node.orelse)
    else:
        pytest.fail(f"line {node.lineno}: give `say` its key as a text, so that it can be found")


def placeholders(phrase: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(phrase) if name is not None)


def test_every_key_that_the_code_says_exists() -> None:
    assert len(calls()) > 30
    assert [place for place, key, _ in calls() if not any(key.fullmatch(known) for known in PHRASES)] == []


def test_every_phrase_is_given_just_the_values_that_it_shows() -> None:
    wrong = []
    for place, key, given in calls():
        shown = {placeholders(phrase) for known, phrase in PHRASES.items() if key.fullmatch(known)}
        if given not in shown and "" not in given:  # `**values` hides its names
            wrong.append(f"{place} gives {sorted(given)}")
    assert wrong == []


PAGER = frozenset(
    re.findall(
        r"\bwords\.(\w+)", SCRIPTS["page/core.js"][SCRIPTS["page/core.js"].index("function pager(") :].split("\n}")[0]
    )
)
"""What `pager` in core.js takes from the section that a script hands to it, or to `deck`."""


@cache
def taken_by_scripts() -> tuple[re.Pattern[str], ...]:
    """Patterns for the keys that the scripts look up: `words.judge.next`, `say.next` after `say = words.judge`,
    ``say[`sort_${code}`]``, and all below what is handed on or looked up as a whole, as in `words.relation[code]`."""
    found: set[str] = set()
    for script in SCRIPTS.values():
        places = [(rf"\bwords\.{section}", section) for section in words()]
        for name, section in re.findall(r"\b(\w+) = (?:ui\.)?words\.(\w+)\b(?![.\[])", script):
            places.append((rf"\b{name}", section))
            if re.search(rf"\b(?:pager|deck)\([^;]*\b{name}\b", script):
                found |= {rf"{section}\.{taken}" for taken in PAGER}
        for place, section in places:
            found |= {rf"{section}\..+" for _ in re.findall(rf"{place}(?:\[(?!`)|\))", script)}
            found |= {rf"{section}\.{start}\w+" for start in re.findall(rf"{place}\[`(\w+)\$", script)}
            for path, whole in re.findall(rf"{place}((?:\.\w+)+)(\[)?", script):
                found.add(section + re.escape(path) + (r"\..+" if whole else ""))
    return tuple(map(re.compile, found))


def is_used(key: str) -> bool:
    """Whether the code says this key, the code takes up its whole section, or a script looks it up."""
    if any(pattern.fullmatch(key) for _, pattern, _ in calls()):
        return True
    section = key.partition(".")[0]
    if any(f'words()["{section}"]' in code for code in CODE.values()):
        return True
    return any(pattern.fullmatch(key) for pattern in taken_by_scripts())


@pytest.mark.parametrize("key", ["judge.hint", "connection.waiting", "hunt.nosuch", "ledger.columns", "start.now"])
def test_a_key_that_nobody_looks_up_is_told_from_one_that_somebody_does(key: str) -> None:
    assert not is_used(key), "these are no keys: `hint` and `waiting` are used elsewhere, for other things"


@pytest.mark.parametrize("key", PHRASES)
def test_every_phrase_is_used(key: str) -> None:
    assert is_used(key), "take it out of every language, or show it"


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_name_that_a_script_looks_up_exists(script: str) -> None:
    code = SCRIPTS[script]
    for section, name in re.findall(r"\bui\.words\.(\w+)\.(\w+)", code):
        assert name in words()[section]
    section_of_say = re.search(r"\bsay = (?:ui\.)?words\.(\w+)", code)
    for name in re.findall(r"\bsay\.(\w+)", code) if section_of_say else []:
        assert name in words()[section_of_say[1]]


@pytest.mark.parametrize("key", PHRASES)
def test_every_phrase_is_ready_to_be_shown(key: str) -> None:
    phrase = PHRASES[key]
    assert isinstance(phrase, str)
    assert phrase == phrase.strip()
    assert phrase
    assert "  " not in phrase


@pytest.mark.parametrize("key", ["nosuch", "verdict", "verdict.nosuch", "verdict.clash.more", ""])
def test_an_unknown_key_is_a_key_error(key: str) -> None:
    with pytest.raises(KeyError):
        say(key)


@pytest.mark.parametrize("language", ["xx", "", "../words/en", "e/n", "."])
def test_a_language_without_a_file_is_told_in_a_sentence(language: str) -> None:
    with pytest.raises(ValueError, match=r"^There are no interface words for the language"):
        words(language)
