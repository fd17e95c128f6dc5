"""Single fields of an item: a text, a list of texts, a word out of a few. What is wrong is reported with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches

from readtwice.figures import Figures, TemplateError, render
from readtwice.pack.folder.yaml_with_lines import Lined
from readtwice.words import say

TO_DO = "TODO"
"""How a text begins that a command wrote, and an author has still to write."""

Report = Callable[[int, str, str], None]
"""Called with a line, what is wrong and what to do."""


def respelt(name: str, known: Iterable[str]) -> str:
    """The remedy for a name that is not known: what was meant, where one of the known ones is close."""
    meant = get_close_matches(name.strip("_").lower(), sorted(known), 1, 0.75)
    return say("remedy.write_known", known=meant[0]) if meant else say("remedy.correct_spelling")


def text_of(fields: dict[str, Lined], name: str, report: Report) -> str:
    """One piece of text, spaces tidied; empty, with the problem reported, where it is none."""
    node = fields[name]
    if not isinstance(node.value, str):
        report(
            node.line,
            say("problem.not_text", name=name),
            say("remedy.write_single"),
        )
        return ""
    text = " ".join(node.value.split())
    if not text:
        report(node.line, say("problem.empty", name=name), say("remedy.write_or_drop_item"))
    if text.startswith(TO_DO):
        report(node.line, say("problem.to_do", name=name, text=text), say("remedy.write_it"))
    return text


def said_in(fields: dict[str, Lined], name: str, figures: Figures, report: Report) -> str:
    """A text that learners read, with its computed values filled in."""
    text = text_of(fields, name, report)
    try:
        return render(text, figures)
    except TemplateError as error:
        report(fields[name].line, say("problem.within", name=name, reason=error), say("remedy.correct_template"))
        return text


def texts_of(fields: dict[str, Lined], name: str, report: Report, figures: Figures | None = None) -> tuple[str, ...]:
    """A list of texts; rendered with computed values where figures are given."""
    node = fields.get(name)
    if node is None:
        return ()
    if not isinstance(node.value, list):
        report(node.line, say("problem.not_list", name=name), say("remedy.write_parts"))
        return ()
    if figures is None:
        return tuple(text_of({name: part}, name, report) for part in node.value)
    return tuple(said_in({name: part}, name, figures, report) for part in node.value)


def word_of(fields: dict[str, Lined], name: str, allowed: tuple[str, ...], report: Report) -> str:
    """One word out of those allowed; empty where the field is missing or wrong."""
    if name not in fields:
        return ""
    text = text_of(fields, name, report)
    if text.startswith(TO_DO):
        return ""  # which is told
    if text and text not in allowed:
        report(
            fields[name].line,
            say("problem.not_known", name=name, text=text),
            say("remedy.use_one_of", known=", ".join(allowed)),
        )
        return ""
    return text


def words_of(fields: dict[str, Lined], name: str, allowed: tuple[str, ...], report: Report) -> tuple[str, ...]:
    """A list of words out of those allowed."""
    node = fields.get(name)
    if node is not None and not isinstance(node.value, list):
        texts_of(fields, name, report)
        return ()
    return tuple(word_of({name: part}, name, allowed, report) for part in node.value) if node else ()


def count_of(fields: dict[str, Lined], name: str, report: Report) -> int:
    """A whole number from 1 to 999; 0 where the field is missing or wrong."""
    if name not in fields:
        return 0
    text = text_of(fields, name, report)
    if text and not re.fullmatch(r"[1-9][0-9]{0,2}", text):
        report(fields[name].line, say("problem.choice_is", name=name, text=text[:20]), say("remedy.write_revision"))
        return 0
    return int(text or 0)


def items_of(node: Lined, name: str, report: Report) -> list[Lined]:
    """The parts of a list; none, with the problem reported, where there is no list or an empty one."""
    if isinstance(node.value, list) and node.value:
        return node.value
    report(node.line, say("problem.no_list", name=name), say("remedy.begin_list", name=name))
    return []


def fields_of(
    node: Lined, name: str, needed: tuple[str, ...], optional: tuple[str, ...], report: Report
) -> dict[str, Lined] | None:
    """The fields of a part. None, with the problem reported, where it is none or lacks one."""
    if not isinstance(node.value, dict):
        report(
            node.line,
            say("problem.record_no_mapping", name=name),
            say("remedy.needs_fields", known=", ".join(needed)),
        )
        return None
    fields: dict[str, Lined] = node.value
    allowed = tuple(dict.fromkeys((*needed, *optional)))
    for unknown in fields:
        if unknown not in allowed:
            report(
                fields[unknown].line,
                say("problem.unknown_field", unknown=unknown, name=name),
                say("remedy.use_these", known=", ".join(allowed)),
            )
    missing = [one for one in needed if one not in fields]
    if missing:
        report(
            node.line,
            say("problem.field_missing", name=name, missing=missing[0]),
            say("remedy.needs_fields", known=", ".join(needed)),
        )
        return None
    return fields
