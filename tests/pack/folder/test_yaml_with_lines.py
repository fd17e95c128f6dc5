"""The quick parser and the plain one read the same, and say the same of what is no YAML."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtwice.pack.folder import yaml_with_lines
from readtwice.pack.folder.yaml_with_lines import Lined, YamlProblem, read_yaml

ITEM = """kind: pair
topic: "who said it: he, or she"
sides:
  - [b04.s1, {b06: 'the mayor''s words'}]
  - b07: >-
      folded words, and
      more of them
hints:
- What is asked? The day.
-
"""
PIECES = [
    *(":", ": ", "- ", "? ", "?", " #", "'", '"', "[", "]", "{", "}", ",", "|\n", ">", "\n", "\n\n", "  ", "\\", "%"),
    *("&a ", "*a", "!x ", "@", "`", "---\n", "...\n", "\t", "\r\n", "\u2028", "\x85", "\x07", "\x7f", "\xa0"),
    *("é", "😀", "\ufeff", "\ufffe", "\ud800", "kind: ", "<<: ", "~", "null", "? a\n: b"),
]


def told(source: str) -> Any:
    """All values with their lines, or what is wrong."""
    try:
        return plain(read_yaml(source))
    except YamlProblem as problem:
        return problem.line, str(problem), problem.remedy


def plain(read: Lined) -> Any:
    match read.value:
        case dict():
            return read.line, {name: plain(one) for name, one in read.value.items()}
        case list():
            return read.line, [plain(one) for one in read.value]
    return read.line, read.value


@pytest.mark.skipif(yaml_with_lines.QUICK is None, reason="the library has no parser in C here")
@given(st.lists(st.tuples(st.integers(0, len(ITEM)), st.sampled_from(PIECES), st.integers(0, 4)), max_size=4))
@settings(max_examples=200)
def test_both_parsers_read_and_refuse_the_same(edits: list[tuple[int, str, int]]) -> None:
    source = ITEM
    for place, piece, taken in edits:
        source = source[:place] + piece + source[place + taken :]
    quick = told(source)
    with patch.object(yaml_with_lines, "QUICK", None):
        assert told(source) == quick


@pytest.mark.parametrize(
    "text", ["yes", "no", "on", "off", "1_000", "12:30", "2026-05-03", "0777", "1e3", "C#", "a:b", "=1"]
)
def test_what_others_take_for_something_else_is_read_as_it_stands(text: str) -> None:
    assert told(f"a: {text}\nb: {text} #1 is no note\n")[0] == 2
    assert told(f"a: {text}\nb: {text} # a note\n") == (1, {"a": (1, text), "b": (2, text)})
    assert told(f"a: {text}\nb: '{text}' # a note\n# another\n") == (1, {"a": (1, text), "b": (2, text)})


def test_what_is_quick_is_taken_where_it_can_be() -> None:
    with patch.object(yaml_with_lines.yaml, "BaseLoader", None):
        assert told("a: [b, c]\nd: |\n  e\n") == (1, {"a": (1, [(1, "b"), (1, "c")]), "d": (2, "e\n")})
