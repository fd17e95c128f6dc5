"""Single fields of an item: a text, a list of texts, a word out of a few. What is wrong is reported with its line."""

from __future__ import annotations

import re
from collections.abc import Callable

from readtwice.figures import Figures, TemplateError, render
from readtwice.pack.yaml_with_lines import Lined

Report = Callable[[int, str, str], None]
"""Called with a line, what is wrong and what to do."""


def text_of(fields: dict[str, Lined], name: str, report: Report) -> str:
    """One piece of text, spaces tidied; empty, with the problem reported, where it is none."""
    node = fields[name]
    if not isinstance(node.value, str):
        report(
            node.line,
            f"`{name}` is not one piece of text",
            "Write it as a single value, in quotation marks if it has a colon",
        )
        return ""
    text = " ".join(node.value.split())
    if not text:
        report(node.line, f"`{name}` is empty", "Write it, or take the item out")
    return text


def said_in(fields: dict[str, Lined], name: str, figures: Figures, report: Report) -> str:
    """A text that learners read, with its computed values filled in."""
    text = text_of(fields, name, report)
    try:
        return render(text, figures)
    except TemplateError as error:
        report(fields[name].line, f"in `{name}`, {error}", "Correct the template")
        return text


def texts_of(fields: dict[str, Lined], name: str, report: Report, figures: Figures | None = None) -> tuple[str, ...]:
    """A list of texts; rendered with computed values where figures are given."""
    node = fields.get(name)
    if node is None:
        return ()
    if not isinstance(node.value, list):
        report(node.line, f"`{name}` is not a list", "Write each part on its own line after `- `")
        return ()
    if figures is None:
        return tuple(text_of({name: part}, name, report) for part in node.value)
    return tuple(said_in({name: part}, name, figures, report) for part in node.value)


def word_of(fields: dict[str, Lined], name: str, allowed: tuple[str, ...], report: Report) -> str:
    """One word out of those allowed; empty where the field is missing or wrong."""
    if name not in fields:
        return ""
    text = text_of(fields, name, report)
    if text and text not in allowed:
        report(fields[name].line, f"`{name}` is `{text}`, which is not known", f"Use one of: {', '.join(allowed)}")
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
        report(fields[name].line, f"`{name}` is `{text[:20]}`", "Write a whole number from 1 to 999")
        return 0
    return int(text or 0)


def items_of(node: Lined, name: str, report: Report) -> list[Lined]:
    """The parts of a list; none, with the problem reported, where there is no list or an empty one."""
    if isinstance(node.value, list) and node.value:
        return node.value
    report(node.line, f"there is no list `{name}`", f"Begin with `{name}:` and then `- ` lines")
    return []


def fields_of(
    node: Lined, name: str, needed: tuple[str, ...], optional: tuple[str, ...], report: Report
) -> dict[str, Lined] | None:
    """The fields of a part. None, with the problem reported, where it is none or lacks one."""
    if not isinstance(node.value, dict):
        report(node.line, f"a {name} is not made of `name: value` lines", f"It needs: {', '.join(needed)}")
        return None
    fields: dict[str, Lined] = node.value
    allowed = tuple(dict.fromkeys((*needed, *optional)))
    for unknown in fields:
        if unknown not in allowed:
            report(fields[unknown].line, f"`{unknown}` is not a field of a {name}", f"Use: {', '.join(allowed)}")
    missing = [one for one in needed if one not in fields]
    if missing:
        report(node.line, f"a {name} has no `{missing[0]}`", f"It needs: {', '.join(needed)}")
        return None
    return fields
