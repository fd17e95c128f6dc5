"""YAML in which every scalar is a string, nothing stands twice, and every value knows its line.

Bare YAML reads `no` as false and `3.10` as 3.1, lets a later key overwrite an earlier one without a word, and forgets
where anything stood. A teacher who edits a pack needs none of that.
"""

from __future__ import annotations

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
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        told = ", ".join(part for part in (error.context, error.problem) if part)
        raise YamlProblem(
            line, say("problem.not_yaml", told=told), say("remedy.check_indents_quotes_colons_near")
        ) from None
    except yaml.YAMLError as error:
        raise YamlProblem(
            0, say("problem.not_yaml_2", reason=str(error).splitlines()[0]), say("remedy.save_file_plain_utf_text")
        ) from None
    return _lined(node) if node is not None else Lined("", 1)


def _refuse_what_is_not_read(source: str) -> None:
    depth = 0
    for event in yaml.parse(source, Loader=yaml.BaseLoader):
        line = event.start_mark.line + 1 if event.start_mark else 0
        if getattr(event, "anchor", None):  # an alias has one too
            raise YamlProblem(line, say("problem.anchors_aliases_not_read"), say("remedy.write_out"))
        if getattr(event, "tag", None):
            raise YamlProblem(line, say("problem.tags_not_read"), say("remedy.put_quotation_marks_around_value"))
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAXIMUM_DEPTH:
            raise YamlProblem(line, say("problem.file_nested_too_deeply"), say("remedy.keep_format_guide"))


def _lined(node: yaml.Node) -> Lined:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return Lined(node.value, line)
    if isinstance(node, yaml.SequenceNode):
        return Lined([_lined(child) for child in node.value], line)
    fields: dict[str, Lined] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise YamlProblem(
                key.start_mark.line + 1, say("problem.name_before_colon_must_plain"), say("remedy.write_word")
            )
        if key.value in fields:
            raise YamlProblem(
                key.start_mark.line + 1, say("problem.stands_twice_place", value=key.value), say("remedy.keep_two")
            )
        child = _lined(value)
        # A block scalar starts on the line of its key as far as a person is concerned.
        fields[key.value] = Lined(child.value, key.start_mark.line + 1)
    return Lined(fields, line)
