"""YAML in which every scalar is a string, nothing stands twice, and every value knows its line.

Bare YAML reads `no` as false and `3.10` as 3.1, lets a later key overwrite an earlier one without a word, and forgets
where anything stood. A teacher who edits a pack needs none of that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from readtwice.words import say

MAXIMUM_DEPTH = 20


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
    try:
        _refuse_what_is_not_read(source)
        node = yaml.compose(source, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        raise _in_plain_words(error) from None
    except yaml.YAMLError as error:
        raise YamlProblem(
            0, say("problem.not_yaml", reason=str(error).splitlines()[0]), say("remedy.save_plain_utf8")
        ) from None
    return _lined(node) if node is not None else Lined("", 1)


_FAULTS: tuple[tuple[str, str], ...] = (
    (r"quoted scalar", "quote_open"),
    (r"cannot start any token.*'\\t'|'\\t' that cannot start", "tab"),
    (r"that cannot start any token", "sign"),
    (r"mapping values are not allowed", "colon_inside"),
    (r"flow (sequence|mapping)", "bracket"),
    (r"could not find expected ':'", "no_colon"),
    (r"single document", "second_document"),
    (r"block (mapping|sequence|collection)|expected <block end>|expected <document start>", "indent"),
    (r"scanning an? (anchor|alias)|scanning a (tag|directive|block scalar)|unknown escape", "sign"),
)
"""What the parser says, and the word for it in `yaml_fault`. The first that fits counts."""


def _in_plain_words(error: yaml.MarkedYAMLError) -> YamlProblem:
    """What is wrong, without the parser's own terms, at the line where a person would look for it."""
    said = f"{error.context or ''}, {error.problem or ''}"
    fault = next((word for found, word in _FAULTS if re.search(found, said)), "other")
    begun = fault in ("quote_open", "bracket", "no_colon")  # where it began, since the end is anywhere
    mark = error.context_mark if begun and error.context_mark else error.problem_mark
    line = mark.line + 1 if mark else 0
    return YamlProblem(line, say(f"yaml_fault.{fault}"), say(f"yaml_remedy.{fault}"))


def _refuse_what_is_not_read(source: str) -> None:
    depth = 0
    for event in yaml.parse(source, Loader=yaml.BaseLoader):
        line = event.start_mark.line + 1 if event.start_mark else 0
        if getattr(event, "anchor", None):  # an alias has one too
            raise YamlProblem(line, say("problem.no_anchors"), say("remedy.write_out"))
        if getattr(event, "tag", None):
            raise YamlProblem(line, say("problem.no_tags"), say("remedy.quote_value"))
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAXIMUM_DEPTH:
            raise YamlProblem(line, say("problem.nested_too_deeply"), say("remedy.keep_to_guide"))


def _lined(node: yaml.Node) -> Lined:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return Lined(node.value, line)
    if isinstance(node, yaml.SequenceNode):
        return Lined([_lined(child) for child in node.value], line)
    fields: dict[str, Lined] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise YamlProblem(key.start_mark.line + 1, say("problem.name_not_plain"), say("remedy.write_word"))
        if key.value in fields:
            raise YamlProblem(
                key.start_mark.line + 1, say("problem.twice_in_one_place", value=key.value), say("remedy.keep_one")
            )
        child = _lined(value)
        # A block scalar starts on the line of its key as far as a person is concerned.
        fields[key.value] = Lined(child.value, key.start_mark.line + 1)
    return Lined(fields, line)
