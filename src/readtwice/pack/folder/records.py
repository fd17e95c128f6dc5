"""Plain dataclasses out of YAML, led by their own type hints.

A field is a text (`str`, with its computed values filled in), one word of a few (`Literal`), a whole number from 1 to
999 (`int`), a quote of the article (`Quote`), another such dataclass, or a tuple of one of these. A field without a
default has to be there.
"""

from __future__ import annotations

import dataclasses
from typing import Any, Literal, TypeVar, get_args, get_origin

from readtwice.article import Article
from readtwice.figures import Figures
from readtwice.pack.folder.fields import Report, count_of, fields_of, items_of, said_in, word_of
from readtwice.pack.folder.items import quote_from
from readtwice.pack.folder.yaml_with_lines import Lined
from readtwice.pack.item import Quote
from readtwice.pack.rebuild import hints
from readtwice.words import say

T = TypeVar("T")


def read_record(node: Lined, kind: type[T], article: Article, figures: Figures, report: Report) -> T | None:
    """One dataclass out of YAML. None, with each problem reported, where a part of it is not sound."""
    own = dataclasses.fields(kind)  # type: ignore[arg-type]
    needed = tuple(one.name for one in own if _is_needed(one))
    optional = tuple(one.name for one in own if not _is_needed(one))
    name = kind.__doc__.partition(":")[0] if kind.__doc__ else kind.__name__
    fields = fields_of(node, name, needed, optional, report)
    if fields is None:
        return None
    problems: list[int] = []

    def told(line: int, message: str, remedy: str) -> None:
        problems.append(line)
        report(line, message, remedy)

    known = hints(kind)  # type: ignore[arg-type]
    read = {one: _read(fields, one, known[one], article, figures, told) for one in fields if one in known}
    return None if problems else kind(**read)


def _read(fields: dict[str, Lined], name: str, hint: Any, article: Article, figures: Figures, report: Report) -> Any:
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        found = [
            (one, _read({name: one}, name, inner, article, figures, report))
            for one in items_of(fields[name], name, report)
        ]
        _report_repeats(found, name, report)
        return tuple(one for _, one in found)
    if get_origin(hint) is Literal:
        return word_of(fields, name, get_args(hint), report)
    if hint is Quote:
        return quote_from(fields[name], article, report)
    if hint is int:
        return count_of(fields, name, report)
    if dataclasses.is_dataclass(hint):
        return read_record(fields[name], hint, article, figures, report)  # type: ignore[arg-type]
    return said_in(fields, name, figures, report)


def _report_repeats(found: list[tuple[Lined, Any]], name: str, report: Report) -> None:
    seen: set[str] = set()
    for node, record in found:
        record_id = getattr(record, "id", "")
        if record_id and record_id in seen:
            report(
                node.line,
                say("problem.id_twice", record_id=record_id[:40], name=name),
                say("remedy.give_another_id"),
            )
        seen.add(record_id)


def _is_needed(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
