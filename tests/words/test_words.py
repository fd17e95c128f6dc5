"""Every word that a page shows is there, is used, and is filled in."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import readtwice
from readtwice.words import HOME as HOME_OF_WORDS
from readtwice.words import NoSuchLanguage, fill, languages, number, say, speaking, words
from tests.words import made_up

HOME = Path(readtwice.__file__).parent
SCRIPTS = {path.relative_to(HOME).as_posix(): path.read_text(encoding="utf-8") for path in sorted(HOME.rglob("*.js"))}
SCRIPT = "\n".join(SCRIPTS.values())
CODE = {path: path.read_text(encoding="utf-8") for path in sorted(HOME.rglob("*.py"))}
TEMPLATES = {path: path.read_text(encoding="utf-8") for path in sorted(HOME.rglob("*.html"))}
ALONE = ("authoring/site/browser/", "authoring/site/static/")
"""Programs that run where the package is not, and so without its words."""


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
    for path, page in TEMPLATES.items():
        for key in re.findall(r'\bsay\("([\w.]+)"\)', page):
            found.append((path.relative_to(HOME).as_posix(), re.compile(re.escape(key)), frozenset()))
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


@pytest.mark.long
def test_every_key_that_the_code_says_exists() -> None:
    assert len(calls()) > 30
    assert [place for place, key, _ in calls() if not any(key.fullmatch(known) for known in PHRASES)] == []


@pytest.mark.long
def test_every_phrase_is_given_just_the_values_that_it_shows() -> None:
    wrong = []
    found: dict[str, set[frozenset[str]]] = {}
    for place, key, given in calls():
        if key.pattern not in found:
            found[key.pattern] = {placeholders(phrase) for known, phrase in PHRASES.items() if key.fullmatch(known)}
        shown = found[key.pattern]
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


ANY = r"\w+\.\w+"
"""A key of which nothing is written out. Only a page does that for what it shows at rest, and those are told apart."""


@pytest.mark.long
def test_only_a_page_at_rest_computes_a_whole_key() -> None:
    assert {place.rpartition(":")[0] for place, key, _ in calls() if key.pattern == ANY} == {"page/base.py"}


@cache
def said_at_rest() -> tuple[re.Pattern[str], ...]:
    """What each kind of page shows where nothing is running."""
    found = []
    for code in CODE.values():
        for node in ast.walk(ast.parse(code)):
            told = {"static_phrase": "how"}
            for one in node.body if isinstance(node, ast.ClassDef) else ():
                if isinstance(one, ast.Assign) and isinstance(one.value, ast.Constant):
                    told |= {name.id: str(one.value.value) for name in one.targets if isinstance(name, ast.Name)}
            if told.get("name"):
                found.append(re.compile(rf"{told['name']}\.{told['static_phrase']}"))
    return tuple(found)


@cache
def is_looked_up() -> re.Pattern[str]:
    """Keys that the code says, that stand in a section which the code takes up whole, or that a script looks up."""
    whole = {section for code in CODE.values() for section in re.findall(r'words\((?:code)?\)\["(\w+)"\]', code)}
    patterns = {pattern.pattern for pattern in (*(key for _, key, _ in calls()), *taken_by_scripts(), *said_at_rest())}
    patterns.discard(ANY)
    return re.compile("|".join([*patterns, *(rf"{section}\..+" for section in whole)]))


def is_used(key: str) -> bool:
    return is_looked_up().fullmatch(key) is not None


@pytest.mark.long
@pytest.mark.parametrize("key", ["judge.hint", "connection.waiting", "hunt.nosuch", "ledger.columns", "start.now"])
def test_a_key_that_nobody_looks_up_is_told_from_one_that_somebody_does(key: str) -> None:
    assert not is_used(key), "these are no keys: `hint` and `waiting` are used elsewhere, for other things"


@pytest.mark.long
def test_every_phrase_is_used() -> None:
    assert [key for key in PHRASES if not is_used(key)] == [], "take them out of every language, or show them"


def test_every_name_that_a_script_looks_up_exists() -> None:
    missing = []
    for script, code in SCRIPTS.items():
        looked_up = re.findall(r"\bui\.words\.(\w+)\.(\w+)", code)
        if section_of_say := re.search(r"\bsay = (?:ui\.)?words\.(\w+)", code):
            looked_up += [(section_of_say[1], name) for name in re.findall(r"\bsay\.(\w+)", code)]
        missing += [(script, section, name) for section, name in looked_up if name not in words()[section]]
    assert missing == []


def test_every_phrase_is_ready_to_be_shown() -> None:
    def is_ready(phrase: object) -> bool:
        return isinstance(phrase, str) and phrase == phrase.strip() != "" and "  " not in phrase

    assert [key for key, phrase in PHRASES.items() if not is_ready(phrase)] == []


def test_every_language_says_what_english_says_and_fills_in_the_same() -> None:
    for code in languages():
        said = dict(phrases(json.loads((Path(str(HOME_OF_WORDS)) / f"{code}.json").read_text("utf-8"))))
        assert sorted(said.keys() ^ PHRASES.keys()) == [], code
        assert [key for key in said if placeholders(said[key]) != placeholders(PHRASES[key])] == [], code


@pytest.mark.parametrize("key", ["nosuch", "verdict", "verdict.nosuch", "verdict.clash.more", ""])
def test_an_unknown_key_is_a_key_error(key: str) -> None:
    with pytest.raises(KeyError):
        say(key)


@pytest.mark.parametrize("language", ["xx", "../words/en", "e/n", ".", "EN", "x" * 99])
def test_a_language_without_a_file_is_told_in_a_sentence(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told = r"^There are no interface words for the language '.*'\. There are words for: en.*\. Set READTWICE_LANGUAGE"
    with pytest.raises(NoSuchLanguage, match=told):
        words(language)
    monkeypatch.setenv("READTWICE_LANGUAGE", language)
    with pytest.raises(NoSuchLanguage, match=told):
        say("judge.next")


def test_the_language_is_asked_at_each_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    english = say("judge.next")
    with made_up.speaking_made_up(tmp_path, monkeypatch):
        other = say("judge.next")
        assert other == made_up.accented(english)
        with speaking("en"):
            assert say("judge.next") == english
        with pytest.MonkeyPatch.context() as patch:
            patch.delenv("READTWICE_LANGUAGE")
            assert say("judge.next") == english
            (tmp_path / "notebooks" / made_up.CODE / "teacher").mkdir(parents=True)
            patch.chdir(tmp_path / "notebooks" / made_up.CODE / "teacher")
            assert say("judge.next") == other, "the folder of notebooks says it"
    assert say("judge.next") == english


def test_what_a_language_lacks_is_said_in_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with made_up.speaking_made_up(tmp_path, monkeypatch):
        (tmp_path / f"{made_up.CODE}.json").write_text('{"judge": {"next": "Ž"}}', "utf-8")
        assert say("judge.next") == "Ž"
        assert say("deck.sets.worked") == PHRASES["deck.sets.worked"]


def test_numbers_have_the_marks_of_the_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with made_up.speaking_made_up(tmp_path, monkeypatch):
        told = '{"number_marks": {"thousands": ".", "decimal": ","}}'
        (tmp_path / f"{made_up.CODE}.json").write_text(told, "utf-8")
        assert number("1,234.5") == "1.234,5"
    assert number("1,234.5") == "1,234.5"


SPEAKS = {
    "print",
    "refuse",
    "Problem",
    "Trouble",
    "report",
    "told",
    "_at",
    "add_argument",
    "add_parser",
    "ArgumentParser",
}
"""Calls whose texts somebody reads."""

OUR_MISTAKE = {"ValueError", "KeyError", "AttributeError", "TypeError", "AssertionError"}
"""What only a mistake in our own code, or a message that no page sends, can cause: it may stay in English."""


@pytest.mark.long
def test_sentences_of_errors_and_commands_stand_in_the_words() -> None:
    typed = []
    for path, code in CODE.items():
        for node in ast.walk(ast.parse(code)):
            call = node.exc if isinstance(node, ast.Raise) else node
            if not isinstance(call, ast.Call):
                continue
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            speaks = name not in OUR_MISTAKE if isinstance(node, ast.Raise) else name in SPEAKS
            given = [*call.args, *(one.value for one in call.keywords if one.arg in (None, "help", "description"))]
            is_alone = path.relative_to(HOME).as_posix().startswith(ALONE)
            texts = [text for one in given for text in _sentences(one)] if speaks and not is_alone else []
            typed += [f"{path.relative_to(HOME)}:{call.lineno}: {text}" for text in texts]
    assert typed == []


def _sentences(node: ast.expr) -> Iterator[str]:
    """Texts of more than one word in an argument."""
    if isinstance(node, ast.JoinedStr):
        text = "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
    else:
        text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
    if re.search(r"[A-Za-z]{2,} +[a-z…]", text):
        yield text


@pytest.mark.parametrize(
    ("count", "told"), [(0, "0 learners"), (1, "1 learner"), ("1", "1 learner"), (11, "11 learners")]
)
def test_one_is_one_of_a_kind(count: object, told: str) -> None:
    assert say("report.learners_only", learners=count) == f"{told}."


@pytest.mark.parametrize(
    ("count", "of", "told"), [(1, 11, "1 card is of many kinds."), (0, "1", "0 cards are of one kind, no less.")]
)
def test_a_phrase_goes_by_a_count_as_in_the_scripts(count: int, of: object, told: str) -> None:
    assert fill("{n} {n:card is|cards are} of {of:one kind|many kinds}{n:|, no less}.", n=count, of=of) == told


def test_a_phrase_handed_over_unfilled_keeps_its_braces() -> None:
    assert say("ledger.room") == words()["ledger"]["room"]
    assert "{left:character|characters}" in say("ledger.room")


def test_what_goes_by_a_count_stands_beside_that_count() -> None:
    by_count = {name: phrase for name, phrase in phrases(words("en")) if re.search(r"\{\w+:[^{}]*\|", phrase)}
    assert len(by_count) > 40
    for name, phrase in by_count.items():
        assert all(f"{{{value}}}" in phrase for value in re.findall(r"\{(\w+):[^{}]*\|", phrase)), name


COUNTED = re.compile(r"\{(\w+)(?::,)?\}(?: (?:\w+|\{\w+\}))?? ([a-z]+s|are|have|were|do|differ|stand|meet|fit)\b")
"""A value, at most one word more, and a word as it stands for many."""

FOR_ONE = {"is", "has", "was", "does", "needs", "as"}
"""Words that end so and are said of one."""


def test_what_is_counted_is_said_rightly_of_one() -> None:
    """A value by which any phrase goes is a count, and so it is wherever it is called that: write
    `{count} {count:card|cards}`, or a phrase in which the number stands apart."""
    counts = {value for phrase in PHRASES.values() for value in re.findall(r"\{(\w+):[^{}]*\|", phrase)}
    assert {"count", "of", "learners", "left", "minutes"} <= counts
    found = [(key, *told) for key, phrase in PHRASES.items() for told in COUNTED.findall(phrase)]
    assert [one for one in found if one[1] in counts and one[2] not in FOR_ONE] == []


@pytest.mark.parametrize(
    "phrase",
    ["{count} cards", "{count} more cards", "{count:,} of {of} cards", "{count} {kind} cards", "{count} are left"],
)
def test_a_phrase_that_reads_wrongly_of_one_is_found(phrase: str) -> None:
    assert COUNTED.search(phrase)
    assert not COUNTED.search(phrase.replace("cards", "{count:card|cards}").replace("are", "{count:is|are}"))


def test_what_the_plain_pages_of_the_site_fill_in_goes_by_no_count() -> None:
    """Their script, site.js, only puts values in."""
    assert "|" not in json.dumps(words()["site"]["browser"])
