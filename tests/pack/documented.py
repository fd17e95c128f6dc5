"""What the code knows of a pack's files, as the rows in which docs/packs.md tells it."""

from __future__ import annotations

import ast
import dataclasses
import inspect
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from readtwice.activities.caption_study import read as study_read
from readtwice.activities.cards.part import PART as SCENES
from readtwice.activities.comparison import read as comparison_read
from readtwice.activities.drift.part import PART as DRIFTS
from readtwice.activities.fact_check.part import PART as FACT_CHECKS
from readtwice.activities.good_report.part import PART as GOOD_REPORT
from readtwice.activities.ledger import read as ledger_read
from readtwice.activities.results.part import PART as RESULTS
from readtwice.activities.shelf.part import PART as SHELF
from readtwice.activities.timeline.part import PART as TIMELINE
from readtwice.activities.told_apart.part import PART as TOLD_APART
from readtwice.activities.voices.part import PART as VOICES
from readtwice.figures.csv_files import CELL_COLUMNS, FIGURE_COLUMNS, TABLE_COLUMNS
from readtwice.pack import lexicon
from readtwice.pack.folder import captions as read_captions
from readtwice.pack.folder import computation as read_computation
from readtwice.pack.folder import read as read_folder
from readtwice.pack.item import FIELDS, KINDS, Quote
from readtwice.pack.parts import PARTS

READERS: tuple[tuple[str, ModuleType], ...] = (
    ("glossary.yaml", read_folder),
    ("ledger.yaml", ledger_read),
    ("captions/study.yaml", study_read),
    ("captions/…_reading.yaml", read_captions),
    ("comparisons.yaml", comparison_read),
)
BY_HINTS = (VOICES, TIMELINE, SCENES, SHELF, RESULTS, TOLD_APART, DRIFTS, FACT_CHECKS, GOOD_REPORT)


def item_rows() -> Iterator[str]:
    """A row for each field of an item: which kinds need it, which may have it, what it holds."""
    for one in FIELDS:
        yield f"| `{one.name}` | {_kinds(one.required)} | {_kinds(one.optional)} | {one.meaning} |"


def _kinds(kinds: Iterable[str]) -> str:
    found = tuple(kinds)
    return "all" if set(found) == set(KINDS) else ", ".join(found)


def column_rows() -> Iterator[str]:
    """A row for each table, with its columns in order."""
    columns = {
        "figures.csv": FIGURE_COLUMNS,
        "tables.csv": TABLE_COLUMNS,
        "a table named there": (*CELL_COLUMNS, "…"),
        "sources.csv": read_folder.SOURCE_COLUMNS,
        "entries.csv": read_folder.ENTRY_COLUMNS,
        "lexicon.csv": lexicon.COLUMNS,
    }
    for file, names in columns.items():
        yield f"| `{file}` | {', '.join(f'`{name}`' for name in names)} |"


def record_rows() -> Iterator[str]:
    """A row for each record in a file of YAML: what it is, what it needs, what it may have."""
    computation = (read_computation.NEEDED, read_computation.OPTIONAL)
    yield _row("items: `computation`", "computation", *computation)
    yield _row("items: `computation`", "slip", read_computation.SLIP_FIELDS, ())
    for file, module in READERS:
        for name, needed, optional in _called(module):
            yield _row(file, name, needed, optional)
    for part in BY_HINTS:
        assert part.kind is not None
        yield from _of_hints(part.file, part.kind)
    for name, kind in PARTS.items():
        yield from _of_hints(f"{name}.yaml", kind)


def _row(file: str, record: str, needed: Iterable[str], optional: Iterable[str]) -> str:
    told = [", ".join(f"`{name}`" for name in names) for names in (needed, optional)]
    return f"| `{file}` | {record} | {told[0]} | {told[1]} |".replace("`items: `computation``", "items, `computation`")


def _called(module: ModuleType) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """The fields that a reader asks for, out of its calls of `fields_of` and `Records.each`."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        name = getattr(getattr(node, "func", None), "id", "") or getattr(getattr(node, "func", None), "attr", "")
        if isinstance(node, ast.Call) and name in ("fields_of", "each") and len(node.args) >= 3:
            first = node.args[1]
            record = str(first.value) if isinstance(first, ast.Constant) else ast.unparse(first).partition(".")[2]
            optional = _names(node.args[3], module) if name == "fields_of" else ()
            yield record.strip("')").partition("'")[0], _names(node.args[2], module), optional


def _names(node: ast.expr, module: ModuleType) -> tuple[str, ...]:
    """A tuple of names; one that the file itself gives, such as a toggle, is `…`."""
    if isinstance(node, ast.Constant):
        return (str(node.value),)
    if isinstance(node, ast.Name):
        return tuple(getattr(module, node.id, ("…",)))
    if isinstance(node, ast.Starred):
        return _names(node.value, module)
    if isinstance(node, ast.Tuple):
        return tuple(name for one in node.elts for name in _names(one, module))
    return ("…",)


def _of_hints(file: str, kind: type[Any]) -> Iterator[str]:
    """A row for a dataclass and for each that it holds."""
    waiting, seen = [kind], set[type[Any]]()
    while waiting:
        one = waiting.pop(0)
        if one in seen:
            continue
        seen.add(one)
        hints = get_type_hints(one)
        told: dict[bool, list[str]] = {True: [], False: []}
        for field in dataclasses.fields(one):
            needed = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
            shape, below = _shape(hints[field.name])
            told[needed].append(f"`{field.name}`{shape}")
            waiting += below
        name = (one.__doc__ or one.__name__).partition(":")[0]
        yield f"| `{file}` | {name} | {', '.join(told[True])} | {', '.join(told[False])} |"


def _shape(hint: Any) -> tuple[str, list[type[Any]]]:
    if get_origin(hint) is tuple:
        shape, below = _shape(get_args(hint)[0])
        return f" (list{shape.replace(' (', ': ').rstrip(')')})", below
    if get_origin(hint) is Literal:
        return f" ({' / '.join(get_args(hint))})", []
    if hint is Quote:
        return " (quote)", []
    if hint is int:
        return " (1 to 999)", []
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return f" ({(hint.__doc__ or hint.__name__).partition(':')[0]})", [hint]
    return "", []
