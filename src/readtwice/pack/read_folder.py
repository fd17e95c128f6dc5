"""From a folder of plain files to a pack. Every problem is collected, so that an author sees all of them at once."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from os.path import lexists  # true for a link that leads nowhere, so that reading it says so
from pathlib import Path
from typing import Any

from readtwice.article import Article, ArticleError, UnfitFile, article_from_markdown, read_plain
from readtwice.figures import TIERS, Figure, Figures, Table
from readtwice.figures.csv_files import Trouble, csv_rows, read_columns, read_figures, read_table
from readtwice.pack.caption_study import CaptionStudy
from readtwice.pack.captions import Caption
from readtwice.pack.comparisons import Comparison
from readtwice.pack.item import Item
from readtwice.pack.pack import DISPOSITIONS, Entry, LedgerEntry, LedgerTopic, Pack, Person, Source, Term
from readtwice.pack.parts import PARTS
from readtwice.pack.problem import Problem
from readtwice.pack.read_caption_study import read_caption_study
from readtwice.pack.read_captions import FILES as CAPTION_FILES
from readtwice.pack.read_captions import read_captions
from readtwice.pack.read_comparisons import read_comparisons
from readtwice.pack.read_items import quote_from, read_items
from readtwice.pack.records import read_record
from readtwice.pack.yaml_with_lines import Lined, YamlProblem, read_yaml

SOURCE_COLUMNS = ("id", "claim", "title", "publisher", "tier", "address", "date", "says", "read")
ENTRY_COLUMNS = ("entry", "disposition", "lesson", "note")
STUDY = "captions/study.yaml"
LEDGER_FIELDS = ("who", "position", "date", "number")
MAXIMUM_BYTES = 2_000_000
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that make text read in another order than it stands."""


def read_folder(folder: Path) -> tuple[Pack | None, list[Problem]]:
    """Read a pack. The pack is None where there is no article to hang anything on."""
    problems: list[Problem] = []
    article = _article(folder, problems)
    if article is None:
        return None, problems
    figures = _figures(folder, problems)
    items: list[Item] = []
    inside = sorted((folder / "items").glob("[!.]*"))
    files = [path for path in inside if path.suffix == ".yaml"]
    for path in inside:
        if path not in files:
            name = path.relative_to(folder).as_posix()
            problems.append(Problem(name, 0, "", "it is no file of items", "Name it <lesson>.yaml, or take it out"))
    if not files:
        problems.append(Problem("items", 0, "", "there are no items", "Add at least one file items/<lesson>.yaml"))
    for path in files:
        root = _yaml(path, folder, problems)
        if root is not None:
            items += read_items(root, path.relative_to(folder).as_posix(), article, problems, figures)
    people, terms = _glossary(folder, problems)
    pack = Pack(
        slug=article.front_matter.get("slug") or folder.name,
        article=article,
        items=tuple(items),
        sources=tuple(_sources(folder, problems)),
        figures=figures,
        entries=tuple(_entries(folder, problems)),
        people=people,
        terms=terms,
        ledger=_ledger(folder, article, problems),
        comparisons=_comparisons(folder, article, figures, problems),
        captions=_captions(folder, article, problems),
        study=_study(folder, article, problems),
        **_parts(folder, article, figures, problems),
    )
    return pack, problems


def _read(path: Path, folder: Path, problems: list[Problem]) -> str | None:
    name = path.relative_to(folder).as_posix()
    try:
        text = read_plain(path, MAXIMUM_BYTES).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except FileNotFoundError:
        problems.append(Problem(name, 0, "", "the file is missing", "A pack needs it"))
    except UnicodeDecodeError as error:
        problems.append(Problem(name, 0, "", f"byte {error.start} is not UTF-8", "Save the file as UTF-8"))
    except UnfitFile as error:
        if error.errno == errno.EFBIG:
            problems.append(Problem(name, 0, "", "the file is far too large", f"Keep it below {MAXIMUM_BYTES:,} bytes"))
        else:
            problems.append(Problem(name, 0, "", f"it cannot be read ({error.strerror})", "Put a plain file there"))
    except OSError as error:
        problems.append(Problem(name, 0, "", f"the file cannot be read ({error.strerror})", "Check its permissions"))
    else:
        hidden = HIDDEN.search(text)
        if hidden is None:
            return text
        line = text.count("\n", 0, hidden.start()) + 1
        problems.append(Problem(name, line, "", f"there is a hidden character, U+{ord(hidden[0]):04X}", "Take it out"))
    return None


def _article(folder: Path, problems: list[Problem]) -> Article | None:
    source = _read(folder / "article.md", folder, problems)
    if source is None:
        return None
    try:
        return article_from_markdown(source)
    except ArticleError as error:
        problems.append(Problem("article.md", error.line, "", str(error), "Put it into the format of the guide"))
        return None


def _yaml(path: Path, folder: Path, problems: list[Problem]) -> Lined | None:
    source = _read(path, folder, problems)
    if source is None:
        return None
    try:
        return read_yaml(source)
    except YamlProblem as error:
        name = path.relative_to(folder).as_posix()
        problems.append(Problem(name, error.line, "", str(error), error.remedy))
        return None


def _rows(
    folder: Path, name: str, columns: tuple[str, ...], problems: list[Problem], may_be_empty: str = ""
) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of an optional CSV file, each with its line. Blank lines are passed over."""
    source = _optional(folder, name, problems)
    if source is None:
        return
    troubles: list[Trouble] = []
    yield from csv_rows(source, columns, troubles, (may_be_empty,))
    _add(problems, name, troubles)


def _add(problems: list[Problem], file: str, troubles: list[Trouble]) -> None:
    problems.extend(Problem(file, trouble.line, "", trouble.message, trouble.remedy) for trouble in troubles)


def _figures(folder: Path, problems: list[Problem]) -> Figures:
    """The figures of `figures.csv` and of the wide tables that `tables.csv` names. Both files are optional."""
    rows: tuple[Figure, ...] = ()
    if (source := _optional(folder, "figures.csv", problems)) is not None:
        rows, troubles = read_figures(source)
        _add(problems, "figures.csv", troubles)
    tables: list[Table] = []
    if (source := _optional(folder, "tables.csv", problems)) is not None:
        columns, troubles = read_columns(source)
        _add(problems, "tables.csv", troubles)
        for file in dict.fromkeys(column.file for column in columns):
            table = _read(folder / file, folder, problems)
            if table is not None:
                series, troubles = read_table(table, [column for column in columns if column.file == file])
                tables += series
                _add(problems, file, troubles)
    figures = Figures(rows, tuple(tables))
    for figure_id in figures.repeated_ids():
        problems.append(Problem("tables.csv", 0, "", f"the figure `{figure_id}` stands twice", "Rename one of the two"))
    return figures


def _optional(folder: Path, name: str, problems: list[Problem]) -> str | None:
    return _read(folder / name, folder, problems) if lexists(folder / name) else None


def _sources(folder: Path, problems: list[Problem]) -> Iterator[Source]:
    for line, row in _rows(folder, "sources.csv", SOURCE_COLUMNS, problems):
        if row["tier"] not in TIERS:
            message = f"tier `{row['tier']}` is not known"
            problems.append(Problem("sources.csv", line, "", message, f"Use one of: {', '.join(TIERS)}"))
        elif row["read"] not in ("yes", "no"):
            problems.append(Problem("sources.csv", line, "", f"`read` is `{row['read']}`", "Write yes or no"))
        else:
            yield Source(**{**row, "read": row["read"] == "yes"})  # type: ignore[arg-type]


def _entries(folder: Path, problems: list[Problem]) -> Iterator[Entry]:
    for line, row in _rows(folder, "entries.csv", ENTRY_COLUMNS, problems, may_be_empty="lesson"):
        if row["disposition"] not in DISPOSITIONS:
            message = f"disposition `{row['disposition']}` is not known"
            problems.append(Problem("entries.csv", line, "", message, f"Use one of: {', '.join(DISPOSITIONS)}"))
        else:
            yield Entry(**row)


class _Records:
    """Reads `name: value` records out of YAML lists, reporting what is missing."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems

    def report(self, line: int, message: str, remedy: str) -> None:
        self.problems.append(Problem(self.file, line, "", message, remedy))

    def each(self, root: Lined, name: str, fields: tuple[str, ...]) -> Iterator[dict[str, Lined]]:
        listed = root.value.get(name) if isinstance(root.value, dict) else None
        if listed is None or not isinstance(listed.value, list):
            self.report(root.line, f"there is no list `{name}`", f"Begin with `{name}:` and then `- ` lines")
            return
        for node in listed.value:
            if not isinstance(node.value, dict):
                self.report(node.line, f"an entry of `{name}` is not made of `name: value` lines", "Write it so")
                continue
            for unknown in set(node.value) - set(fields):
                self.report(
                    node.value[unknown].line, f"`{unknown}` is not a field of `{name}`", f"Use: {', '.join(fields)}"
                )
            yield node.value

    def text(self, record: dict[str, Lined], name: str, line: int, *, may_be_empty: bool = False) -> str:
        node = record.get(name)
        if node is None or not isinstance(node.value, str) or not (node.value.strip() or may_be_empty):
            self.report(node.line if node else line, f"`{name}` is missing", "Write it")
            return ""
        return " ".join(node.value.split())

    def texts(self, record: dict[str, Lined], name: str) -> tuple[str, ...]:
        node = record.get(name)
        if node is None:
            return ()
        if not isinstance(node.value, list) or not all(
            isinstance(part.value, str) and part.value.strip() for part in node.value
        ):
            self.report(node.line, f"`{name}` is not a list of words", "Write each after `- `")
            return ()
        return tuple(part.value for part in node.value)


def _line(record: dict[str, Lined]) -> int:
    return min((node.line for node in record.values()), default=0)


def _glossary(folder: Path, problems: list[Problem]) -> tuple[tuple[Person, ...], tuple[Term, ...]]:
    path = folder / "glossary.yaml"
    root = _yaml(path, folder, problems) if lexists(path) else None
    if root is None:
        return (), ()
    records = _Records("glossary.yaml", problems)
    people = tuple(
        Person(records.text(r, "name", _line(r)), records.texts(r, "also"), records.text(r, "who", _line(r)))
        for r in records.each(root, "people", ("name", "also", "who"))
    )
    terms = tuple(
        Term(records.text(r, "term", _line(r)), records.texts(r, "also"), records.text(r, "means", _line(r)))
        for r in records.each(root, "terms", ("term", "also", "means"))
    )
    return people, terms


def _ledger(folder: Path, article: Article, problems: list[Problem]) -> tuple[LedgerTopic, ...]:
    path = folder / "ledger.yaml"
    root = _yaml(path, folder, problems) if lexists(path) else None
    if root is None:
        return ()
    records = _Records("ledger.yaml", problems)
    topics = []
    for record in records.each(root, "topics", ("id", "label", "question", "entries")):
        entries = []
        for entry in records.each(Lined(record, _line(record)), "entries", ("quote", *LEDGER_FIELDS)):
            quote = quote_from(entry["quote"], article, records.report) if "quote" in entry else None
            if "quote" not in entry:
                records.report(_line(entry), "`quote` is missing", "Write it as `quote: {b06: exact words}`")
            values = [records.text(entry, name, _line(entry), may_be_empty=True) for name in LEDGER_FIELDS]
            if quote is not None:
                entries.append(LedgerEntry(quote, *values))
        names = [records.text(record, name, _line(record)) for name in ("id", "label", "question")]
        topics.append(LedgerTopic(names[0], names[1], names[2], tuple(entries)))
    return tuple(topics)


def _comparisons(folder: Path, article: Article, figures: Figures, problems: list[Problem]) -> tuple[Comparison, ...]:
    path = folder / "comparisons.yaml"
    root = _yaml(path, folder, problems) if lexists(path) else None
    if root is None:
        return ()
    return read_comparisons(root, article, figures, _Records("comparisons.yaml", problems).report)


def _captions(folder: Path, article: Article, problems: list[Problem]) -> tuple[Caption, ...]:
    """Two readings, or none: one reading alone makes no key."""
    there = [name for name in CAPTION_FILES if lexists(folder / name)]
    if len(there) == 1:
        (missing,) = set(CAPTION_FILES) - set(there)
        remedy = "Add a reading by someone who has not seen the other, or take the other out"
        problems.append(Problem(missing, 0, "", "one reading alone makes no key", remedy))
    first, second = (_yaml(folder / name, folder, problems) if name in there else None for name in CAPTION_FILES)
    if first is None or second is None:
        return ()
    return read_captions(first, second, article, lambda file: _Records(file, problems).report)


def _study(folder: Path, article: Article, problems: list[Problem]) -> CaptionStudy | None:
    path = folder / STUDY
    root = _yaml(path, folder, problems) if lexists(path) else None
    return read_caption_study(root, article, _Records(STUDY, problems).report) if root else None


def _parts(folder: Path, article: Article, figures: Figures, problems: list[Problem]) -> dict[str, Any]:
    """The optional parts that are one dataclass each, from `<name>.yaml`."""
    found = {}
    for name, kind in PARTS.items():
        path = folder / f"{name}.yaml"
        root = _yaml(path, folder, problems) if lexists(path) else None
        if root is not None:
            found[name] = read_record(root, kind, article, figures, _Records(path.name, problems).report)
    return found
