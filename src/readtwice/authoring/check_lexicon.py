"""Checks on a lexicon: each row's example shows its phrase where it is fine, and is not found there."""

from __future__ import annotations

import csv
from pathlib import Path

from readtwice.figures.csv_files import Trouble
from readtwice.pack.lexicon import FILE, LoadedPhrase, read_lexicon
from readtwice.pack.problem import Problem
from readtwice.reading.wording import read_wording, says
from readtwice.words import say


def check_lexicon(folder: Path) -> list[Problem]:
    """The problems of a pack's lexicon. A pack may do without one."""
    path = folder / FILE
    if not path.is_file():
        return []
    try:
        entries, troubles = read_lexicon(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        return [Problem(FILE, 0, "", say("problem.not_utf8", start=error.start), say("remedy.save_utf8"))]
    lines = _lines(path)
    for entry in entries:
        troubles += _troubles(entry, lines.get(entry.phrase, 0))
    return [Problem(FILE, trouble.line, "", trouble.message, trouble.remedy) for trouble in troubles]


def _troubles(entry: LoadedPhrase, line: int) -> list[Trouble]:
    if not says(entry, entry.clean_example):
        return [Trouble(line, say("problem.clean_example_lacks", phrase=entry.phrase), say("remedy.use_phrase"))]
    if read_wording(entry.clean_example, [entry]):
        remedy = say("remedy.add_exception")
        return [Trouble(line, say("problem.clean_example_loaded", phrase=entry.phrase), remedy)]
    return []


def _lines(path: Path) -> dict[str, int]:
    """The line on which each phrase stands."""
    rows = csv.reader(path.read_text(encoding="utf-8-sig").splitlines(keepends=True))
    return {row[0].strip().lower(): rows.line_num for row in rows if row}
