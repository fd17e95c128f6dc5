"""Figures out of CSV files. What is wrong comes back as Trouble: line, what is wrong, what to do."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from readtwice.figures.figure import ARTICLE_TIER, FIGURE_TIERS, ID, Figure, Table, number, slug
from readtwice.figures.periods import period
from readtwice.figures.quantity import BOUNDS
from readtwice.figures.units import unit
from readtwice.words import say

FIGURE_COLUMNS = (
    *("id", "series", "entity", "value", "bound", "unit", "period", "vintage", "counter"),
    *("publisher", "tier", "read", "address", "date", "note"),
)
TABLE_COLUMNS = (
    *("prefix", "file", "column", "series", "bound", "unit", "vintage", "counter"),
    *("publisher", "tier", "read", "address", "date", "note"),
)
CELL_COLUMNS = ("entity", "period")
"""What a wide table begins with; then come its columns."""

NOT_SEEN = "not seen"
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", re.ASCII)
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\.csv", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Trouble:
    """What is wrong with a file, in two short sentences without full stops; `line` counts from 1."""

    line: int
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Column:
    """One row of `tables.csv`: which column of which file is which series."""

    line: int
    file: str
    column: str
    about: dict[str, str]


def csv_rows(
    source: str, columns: tuple[str, ...], troubles: list[Trouble], may_be_empty: Collection[str] = (), key: int = 1
) -> Iterator[tuple[int, dict[str, str]]]:
    """The sound rows of a CSV file with just these columns, each with its line. Blank lines are passed over.

    The first `key` columns name a row, and no two rows have the same name.
    """
    reader = csv.reader(io.StringIO(source), strict=True)
    seen: set[tuple[str, ...]] = set()
    try:
        if tuple(next(reader, [])) != columns:
            troubles.append(
                Trouble(1, say("problem.columns_differ"), say("remedy.write_all_of", known=",".join(columns)))
            )
            return
        for row in reader:
            if not row:
                continue
            line, name = reader.line_num, tuple(row[:key])
            cells = dict(zip(columns, row, strict=False))
            empty = [column for column, cell in cells.items() if not cell.strip() and column not in may_be_empty]
            if len(row) != len(columns):
                message = say("problem.cell_count", count=len(row), expected=len(columns))
                troubles.append(Trouble(line, message, say("remedy.quote_cells")))
            elif name in seen:
                troubles.append(Trouble(line, say("problem.row_twice", known=" ".join(name)), say("remedy.keep_one")))
            elif empty:
                troubles.append(Trouble(line, say("problem.empty", name=empty[0]), say("remedy.write_or_drop_row")))
            else:
                seen.add(name)
                yield line, cells
    except csv.Error as error:
        troubles.append(
            Trouble(reader.line_num, say("problem.not_csv", reason=error), say("remedy.check_quotation_marks"))
        )


def read_figures(source: str) -> tuple[tuple[Figure, ...], list[Trouble]]:
    """The figures in the text of a `figures.csv`, and what is wrong with the rows that gave none."""
    troubles: list[Trouble] = []
    figures = []
    for line, row in csv_rows(source, FIGURE_COLUMNS, troubles, ("period", "note")):
        before = len(troubles)
        if not ID.fullmatch(row["id"]):
            message = say("problem.not_id", text=row["id"][:40])
            troubles.append(Trouble(line, message, say("remedy.id_with_points")))
        value = _number(line, row["value"], troubles)
        _check_period(line, row["period"], row["tier"], troubles)
        _check_about(line, row, troubles)
        if len(troubles) == before and value is not None:
            figures.append(Figure(**{**row, "value": value, "read": row["read"] == "yes"}))  # type: ignore[arg-type]
    return tuple(figures), troubles


def read_columns(source: str) -> tuple[tuple[Column, ...], list[Trouble]]:
    """What the text of a `tables.csv` says about wide tables, and what is wrong with it."""
    troubles: list[Trouble] = []
    columns = []
    for line, row in csv_rows(source, TABLE_COLUMNS, troubles, ("note",)):
        before = len(troubles)
        if not ID.fullmatch(row["prefix"]):
            message = say("problem.not_id", text=row["prefix"][:40])
            troubles.append(Trouble(line, message, say("remedy.id_with_points")))
        if not _FILE.fullmatch(row["file"]):
            troubles.append(
                Trouble(line, say("problem.not_table", table=row["file"][:40]), say("remedy.name_csv_file"))
            )
        _check_about(line, row, troubles)
        if len(troubles) == before:
            columns.append(Column(line, row.pop("file"), row.pop("column"), row))
    return tuple(columns), troubles


def read_table(source: str, columns: Collection[Column]) -> tuple[tuple[Table, ...], list[Trouble]]:
    """The series in the text of a wide table: those that `tables.csv` names. Other columns are passed over.

    An empty cell is a number that nobody gives.
    """
    troubles: list[Trouble] = []
    header = _header(source)
    cells: dict[str, dict[str, dict[str, str]]] = {column.column: {} for column in columns}
    for name in (*CELL_COLUMNS, *cells):
        if header.count(name) != 1:
            message = say("problem.column_not_once", name=name[:40])
            return (), [Trouble(1, message, say("remedy.correct_tables_csv"))]
    for line, row in csv_rows(source, header, troubles, set(header) - set(CELL_COLUMNS), key=len(CELL_COLUMNS)):
        if not slug(row["entity"]):
            troubles.append(
                Trouble(line, say("problem.no_letter", word=row["entity"][:40]), say("remedy.write_entity"))
            )
        elif _check_period(line, row["period"], "", troubles):
            for name, by_entity in cells.items():
                if row[name] and _number(line, row[name], troubles) is not None:
                    by_entity.setdefault(row["entity"], {})[row["period"]] = row[name]
    tables = []
    for column in columns:
        read = column.about["read"] == "yes"
        tables.append(Table(**{**column.about, "read": read, "cells": cells[column.column]}))  # type: ignore[arg-type]
    return tuple(tables), troubles


def _header(source: str) -> tuple[str, ...]:
    try:
        return tuple(next(csv.reader(io.StringIO(source)), ()))
    except csv.Error:
        return ()


def _check_about(line: int, row: dict[str, str], troubles: list[Trouble]) -> None:
    """What a single figure and a column of a table have in common."""
    if row["bound"] not in BOUNDS:
        troubles.append(
            Trouble(
                line,
                say("problem.no_bound", bound=row["bound"][:40]),
                say("remedy.use_one_of", known=", ".join(BOUNDS)),
            )
        )
    try:
        unit(row["unit"])
    except ValueError as error:
        troubles.append(Trouble(line, str(error), say("remedy.write_unit")))
    if row["tier"] not in FIGURE_TIERS:
        message = say("problem.no_tier", tier=row["tier"][:40])
        troubles.append(Trouble(line, message, say("remedy.use_one_of", known=", ".join(FIGURE_TIERS))))
    if row["read"] not in ("yes", "no"):
        troubles.append(Trouble(line, say("problem.unknown_read", read=row["read"][:40]), say("remedy.write_yes_no")))
    if row["date"] != NOT_SEEN and not _is_date(row["date"]):
        message = say("problem.not_date", text=row["date"][:40])
        troubles.append(Trouble(line, message, say("remedy.write_day_or_unseen", not_seen=NOT_SEEN)))


def _check_period(line: int, text: str, tier: str, troubles: list[Trouble]) -> bool:
    if not text and tier == ARTICLE_TIER:
        return True
    try:
        period(text)
    except ValueError as error:
        message = str(error) if text else say("problem.period_empty")
        troubles.append(Trouble(line, message, say("remedy.write_period")))
        return False
    return True


def _number(line: int, text: str, troubles: list[Trouble]) -> Decimal | None:
    try:
        return number(text)
    except ValueError as error:
        troubles.append(Trouble(line, str(error), say("remedy.write_number")))
        return None


def _is_date(text: str) -> bool:
    try:
        return bool(_DATE.fullmatch(text)) and bool(period(text))
    except ValueError:
        return False
