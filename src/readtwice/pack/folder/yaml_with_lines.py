"""YAML in which every scalar is a string, nothing stands twice, and every value knows its line.

Bare YAML reads `no` as false and `3.10` as 3.1, lets a later key overwrite an earlier one without a word, and forgets
where anything stood. A teacher who edits a pack needs none of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

import yaml

from readtwice.words import say

MAXIMUM_DEPTH = 20
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, halves of a character, and those that make text read in another order than it stands."""

QUICK: Any = getattr(yaml, "CBaseLoader", None)
"""The parser in C, where the library has one: twenty times as quick."""


@dataclass(frozen=True, slots=True)
class Lined:
    """A string, a list of Lined or a dict from string to Lined, with its line (from 1) in the file."""

    value: Any
    line: int


class YamlProblem(ValueError):
    """A file that is not YAML as this project reads it."""

    def __init__(self, line: int, message: str, remedy: str) -> None:
        super().__init__(message)
        self.line = line
        self.remedy = remedy


def read_yaml(source: str) -> Lined:
    """Read one YAML document. Raises YamlProblem, with a line and a remedy."""
    if QUICK and not {*"\t\ufeff"} & {*source}:  # which it takes in places where the other does not
        with suppress(yaml.YAMLError, ValueError):  # the other says what is wrong
            return _document(_read_alike(yaml.parse(source, Loader=QUICK)), source)
    try:
        return _document(yaml.parse(source, Loader=yaml.BaseLoader), source)
    except yaml.MarkedYAMLError as error:
        raise _in_plain_words(error, source) from None
    except yaml.YAMLError as error:
        raise YamlProblem(
            0, say("problem.not_yaml", reason=str(error).splitlines()[0]), say("remedy.save_plain_utf8")
        ) from None


_FAULTS: tuple[tuple[str, str], ...] = (
    (r"quoted scalar", "quote_open"),
    (r"cannot start any token.*'\\t'|'\\t' that cannot start", "tab"),
    (r"that cannot start any token|entries are not allowed|keys are not allowed|block node", "sign"),
    (r"mapping values are not allowed", "colon_inside"),
    (r"flow (sequence|mapping)", "bracket"),
    (r"could not find expected ':'", "no_colon"),
    (r"block (mapping|sequence|collection)|expected <block end>|expected <document start>", "indent"),
    (r"scanning an? (anchor|alias)|scanning a (tag|directive|block scalar)|unknown escape", "sign"),
)
"""What the parser says, and the word for it in `yaml_fault`. The first that fits counts."""


_NO_SPACE = re.compile(r"\s*(- +)*(-(?=\w)|\w+:(?=\S))")
"""How a line begins that lacks the space after a dash or a colon."""


def _in_plain_words(error: yaml.MarkedYAMLError, source: str) -> YamlProblem:
    """What is wrong, without the parser's own terms, at the line where a person would look for it."""
    said = f"{error.context or ''}, {error.problem or ''}"
    fault = next((word for found, word in _FAULTS if re.search(found, said)), "other")
    begun = fault in ("quote_open", "bracket", "no_colon")  # where it began, since the end is anywhere
    mark = error.context_mark if begun and error.context_mark else error.problem_mark
    line = mark.line + 1 if mark else 0
    lines = ["", *re.split("\r\n|[\r\n\x85\u2028\u2029]", source), ""]  # as the parser counts them
    if fault == "indent" and mark and lines[line][: mark.column].strip():
        fault = "after_quote"
    elif fault in ("no_colon", "colon_inside"):
        near = next((one for one in (line, line - 1) if _NO_SPACE.match(lines[one])), None)
        fault, line = ("no_space", near) if near else (fault, line)
    return YamlProblem(line, say(f"yaml_fault.{fault}"), say(f"yaml_remedy.{fault}"))


def _document(events: Iterator[yaml.Event], source: str) -> Lined:
    """The only document of a file; an empty text where there is none."""
    read = iter([*_without_what_is_not_read(events, source)])  # to the end first: what is no YAML at all is said before
    found = None
    for event in read:
        if isinstance(event, yaml.DocumentStartEvent):
            if found is not None:
                raise YamlProblem(_line(event), say("yaml_fault.second_document"), say("yaml_remedy.second_document"))
            found = _lined(next(read), read)
    return found or Lined("", 1)


def _read_alike(events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    """Gives up where the two parsers differ: a text between brackets, without quotation marks, that asks something."""
    deep = 0
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            deep += bool(deep or event.flow_style)
        elif isinstance(event, yaml.CollectionEndEvent):
            deep -= bool(deep)
        elif deep and isinstance(event, yaml.ScalarEvent) and event.implicit[0] and "?" in event.value:
            raise yaml.YAMLError
        yield event


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


_CUT = re.compile(r"[ \t]+#(?=\S)")
"""A number sign before a word or a number: who writes a note leaves a space after it."""


def _without_what_is_not_read(events: Iterator[yaml.Event], source: str) -> Iterator[yaml.Event]:
    depth = 0
    for event in events:
        line = _line(event)
        if getattr(event, "anchor", None):  # an alias has one too
            raise YamlProblem(line, say("problem.no_anchors"), say("remedy.write_out"))
        if getattr(event, "tag", None):
            raise YamlProblem(line, say("problem.no_tags"), say("remedy.quote_value"))
        if isinstance(event, yaml.ScalarEvent) and (hidden := HIDDEN.search(event.value)):  # written as an escape
            raise YamlProblem(line, say("problem.hidden_character", ord=ord(hidden[0])), say("remedy.take_out"))
        is_bare = isinstance(event, yaml.ScalarEvent) and not event.style
        if is_bare and (end := event.end_mark) and _CUT.match(source, end.index):
            raise YamlProblem(end.line + 1, say("yaml_fault.cut"), say("yaml_remedy.cut"))
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAXIMUM_DEPTH:
            raise YamlProblem(line, say("problem.nested_too_deeply"), say("remedy.keep_to_guide"))
        yield event


def _lined(event: yaml.Event, events: Iterator[yaml.Event]) -> Lined:
    """The value that begins with this event; its other events are taken."""
    line = _line(event)
    if isinstance(event, yaml.ScalarEvent):
        return Lined(event.value, line)
    parts = takewhile(lambda one: not isinstance(one, yaml.CollectionEndEvent), events)
    if isinstance(event, yaml.SequenceStartEvent):
        return Lined([_lined(one, events) for one in parts], line)
    fields: dict[str, Lined] = {}
    for name in parts:
        key = _line(name)
        if not isinstance(name, yaml.ScalarEvent):
            raise YamlProblem(key, say("problem.name_not_plain"), say("remedy.write_word"))
        if name.value in fields:
            raise YamlProblem(key, say("problem.twice_in_one_place", value=name.value), say("remedy.keep_one"))
        # A block scalar starts on the line of its key as far as a person is concerned.
        fields[name.value] = Lined(_lined(next(events), events).value, key)
    return Lined(fields, line)
