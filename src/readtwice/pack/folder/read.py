"""From a folder of plain files to a pack. Every problem is collected, so that an author sees all of them at once."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from importlib import import_module
from os.path import lexists  # true for a link that leads nowhere, so that reading it says so
from pathlib import Path
from typing import Any

from readtwice.article import Article, ArticleError, UnfitFile, article_from_markdown, read_plain
from readtwice.figures import TIERS, Figure, Figures, Table
from readtwice.figures.csv_files import Trouble, csv_rows, read_columns, read_figures, read_table
from readtwice.pack.captions import Caption
from readtwice.pack.folder.captions import FILES as CAPTION_FILES
from readtwice.pack.folder.captions import read_captions, read_one_reading
from readtwice.pack.folder.entries import Records, line_of
from readtwice.pack.folder.fields import Report, respelt
from readtwice.pack.folder.items import read_items
from readtwice.pack.folder.records import read_record
from readtwice.pack.folder.yaml_with_lines import HIDDEN, Lined, YamlProblem, read_yaml
from readtwice.pack.item import LESSON, USES, Item
from readtwice.pack.pack import DISPOSITIONS, Entry, Pack, Person, Source, Term
from readtwice.pack.part import Part, Parts
from readtwice.pack.parts import PARTS
from readtwice.pack.problem import Problem, is_day
from readtwice.words import ENGLISH, say

SOURCE_COLUMNS = ("id", "claim", "title", "publisher", "tier", "address", "date", "says", "read")
FRONT_MATTER = {
    *("title", "slug", "notice", "language", "favours", "date", "licence", "made_by", "source", "address"),
    *("published", "invented", "handed_over_sha256"),
}
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}", re.ASCII)
ENTRY_COLUMNS = ("entry", "disposition", "lesson", "note")
MAXIMUM_BYTES = 2_000_000


def read_folder(
    folder: Path, parts: Iterable[Part[Any]] = (), drafts: list[Problem] | None = None
) -> tuple[Pack | None, list[Problem]]:
    """Read a pack with these parts of activities. It is None where there is no article to hang anything on.

    What drafts of items lack goes into `drafts`.
    """
    problems: list[Problem] = []
    article = _article(folder, problems)
    if article is None:
        return None, problems
    figures = replace(_figures(folder, problems), language=article.front_matter.get("language", ENGLISH))
    items: list[Item] = []
    for path in _item_files(folder, problems):
        root = _yaml(path, folder, problems)
        if root is not None:
            items += read_items(root, path.relative_to(folder).as_posix(), article, problems, figures, drafts)
    people, terms = _glossary(folder, problems)
    pack = Pack(
        slug=article.front_matter.get("slug") or folder.name,
        article=article,
        items=tuple(item for item in items if not item.twin),
        twins=tuple(item for item in items if item.twin),
        sources=tuple(_sources(folder, problems)),
        figures=figures,
        entries=tuple(_entries(folder, problems)),
        people=people,
        terms=terms,
        captions=_captions(folder, article, problems),
        **_core_parts(folder, article, figures, problems),
        parts=Parts(_parts_of(folder, parts, article, figures, problems)),
    )
    return pack, problems


def _item_files(folder: Path, problems: list[Problem]) -> list[Path]:
    """`items/<lesson>/<use>.yaml`, each lesson by its uses; and `items/<lesson>.yaml`, as older packs have it."""
    files: list[Path] = []
    for inside in sorted((folder / "items").glob("[!.]*")):
        is_lesson = inside.is_dir() and LESSON.fullmatch(inside.name)
        known = [inside / f"{use}.yaml" for use in USES] if is_lesson else [inside] if inside.suffix == ".yaml" else []
        files += [path for path in known if lexists(path)]
        for path in inside.glob("[!.]*") if is_lesson else [inside]:
            if path not in known:
                remedy = say("remedy.name_items_file", known=", ".join(USES))
                name = path.relative_to(folder).as_posix()
                problems.append(Problem(name, 0, "", say("problem.no_items_file"), remedy))
    if not files:
        remedy = say("remedy.add_items_file")
        problems.append(Problem("items", 0, "", say("problem.no_items"), remedy))
    return files


def _read(path: Path, folder: Path, problems: list[Problem]) -> str | None:
    name = path.relative_to(folder).as_posix()
    try:
        text = read_plain(path, MAXIMUM_BYTES).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except FileNotFoundError:
        problems.append(Problem(name, 0, "", say("problem.file_missing"), say("remedy.pack_needs_it")))
    except UnicodeDecodeError as error:
        problems.append(Problem(name, 0, "", say("problem.not_utf8", start=error.start), say("remedy.save_utf8")))
    except UnfitFile as error:
        if error.errno == errno.EFBIG:
            problems.append(
                Problem(
                    name,
                    0,
                    "",
                    say("problem.file_too_large"),
                    say("remedy.keep_below", maximum_bytes=MAXIMUM_BYTES),
                )
            )
        else:
            problems.append(
                Problem(name, 0, "", say("problem.cannot_read", reason=error.strerror), say("remedy.put_plain_file"))
            )
    except OSError as error:
        problems.append(
            Problem(name, 0, "", say("problem.file_unreadable", reason=error.strerror), say("remedy.check_permissions"))
        )
    else:
        hidden = HIDDEN.search(text)
        if hidden is None:
            return text
        line = text.count("\n", 0, hidden.start()) + 1
        problems.append(
            Problem(name, line, "", say("problem.hidden_character", ord=ord(hidden[0])), say("remedy.take_out"))
        )
    return None


def _article(folder: Path, problems: list[Problem]) -> Article | None:
    source = _read(folder / "article.md", folder, problems)
    if source is None:
        return None
    try:
        article = article_from_markdown(source)
    except ArticleError as error:
        problems.append(Problem("article.md", error.line, "", str(error), say("remedy.convert_by_guide")))
        return None
    problems += _front_matter(source, article)
    return article


def _front_matter(source: str, article: Article) -> Iterator[Problem]:
    """Fields that mean nothing, which would be passed over without a word, and values that are none."""
    lines = {line.partition(":")[0].strip(): place for place, line in reversed([*enumerate(source.split("\n"), 1)])}
    for name, told in article.front_matter.items():
        if name not in FRONT_MATTER:
            message = say("problem.unknown_front_matter", name=name)
            yield Problem("article.md", lines[name], "", message, respelt(name, FRONT_MATTER))
        elif name == "language" and not _LANGUAGE.fullmatch(told):
            message = say("problem.no_language", told=told[:40])
            yield Problem("article.md", lines[name], "", message, say("remedy.write_language"))
        elif not told and name not in ("notice", "slug"):  # one is asked for by itself, the other is the folder's name
            yield Problem("article.md", lines[name], "", say("problem.empty", name=name), say("remedy.write_or_drop"))
        elif name == "date" and not is_day(told):
            message = say("problem.not_date", text=told[:40])
            yield Problem("article.md", lines[name], "", message, say("remedy.write_day_or_published"))
        elif name == "invented" and told not in ("yes", "no"):
            message = say("problem.not_known", name=name, text=told[:40])
            yield Problem("article.md", lines[name], "", message, say("remedy.write_yes_no"))


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
        problems.append(
            Problem("tables.csv", 0, "", say("problem.figure_twice", figure_id=figure_id), say("remedy.rename_one"))
        )
    return figures


def _optional(folder: Path, name: str, problems: list[Problem]) -> str | None:
    return _read(folder / name, folder, problems) if lexists(folder / name) else None


def _sources(folder: Path, problems: list[Problem]) -> Iterator[Source]:
    for line, row in _rows(folder, "sources.csv", SOURCE_COLUMNS, problems):
        if row["tier"] not in TIERS:
            message = say("problem.no_tier", tier=row["tier"])
            problems.append(Problem("sources.csv", line, "", message, say("remedy.use_one_of", known=", ".join(TIERS))))
        elif row["read"] not in ("yes", "no"):
            problems.append(
                Problem(
                    "sources.csv", line, "", say("problem.unknown_read", read=row["read"]), say("remedy.write_yes_no")
                )
            )
        else:
            yield Source(**{**row, "read": row["read"] == "yes"})  # type: ignore[arg-type]


def _entries(folder: Path, problems: list[Problem]) -> Iterator[Entry]:
    for line, row in _rows(folder, "entries.csv", ENTRY_COLUMNS, problems, may_be_empty="lesson"):
        if row["disposition"] not in DISPOSITIONS:
            message = say("problem.no_disposition", disposition=row["disposition"])
            problems.append(
                Problem("entries.csv", line, "", message, say("remedy.use_one_of", known=", ".join(DISPOSITIONS)))
            )
        else:
            yield Entry(**row)


def _reporter(file: str, problems: list[Problem]) -> Report:
    """Reports problems of a file."""
    return lambda line, message, remedy: problems.append(Problem(file, line, "", message, remedy))


def _glossary(folder: Path, problems: list[Problem]) -> tuple[tuple[Person, ...], tuple[Term, ...]]:
    path = folder / "glossary.yaml"
    root = _yaml(path, folder, problems) if lexists(path) else None
    if root is None:
        return (), ()
    records = Records(_reporter("glossary.yaml", problems))
    people = tuple(
        Person(records.text(r, "name", line_of(r)), records.texts(r, "also"), records.text(r, "who", line_of(r)))
        for r in records.each(root, "people", ("name", "also", "who"))
    )
    terms = tuple(
        Term(records.text(r, "term", line_of(r)), records.texts(r, "also"), records.text(r, "means", line_of(r)))
        for r in records.each(root, "terms", ("term", "also", "means"))
    )
    return people, terms


def _captions(folder: Path, article: Article, problems: list[Problem]) -> tuple[Caption, ...]:
    """Two readings, or none. One alone makes a key only where the article says who made it, and so whose it is."""
    there = [name for name in CAPTION_FILES if lexists(folder / name)]
    if there == [CAPTION_FILES[0]] and article.front_matter.get("made_by"):
        alone = _yaml(folder / CAPTION_FILES[0], folder, problems)
        report = _reporter(CAPTION_FILES[0], problems)
        return read_one_reading(alone, article, report) if alone is not None else ()
    if len(there) == 1:
        (missing,) = set(CAPTION_FILES) - set(there)
        remedy = say("remedy.add_second_reading")
        problems.append(Problem(missing, 0, "", say("problem.one_reading"), remedy))
    first, second = (_yaml(folder / name, folder, problems) if name in there else None for name in CAPTION_FILES)
    if first is None or second is None:
        return ()
    return read_captions(first, second, article, lambda file: _reporter(file, problems))


def _core_parts(folder: Path, article: Article, figures: Figures, problems: list[Problem]) -> dict[str, Any]:
    """The optional parts that rooms below the activities need, from `<name>.yaml`."""
    found = {}
    for name, kind in PARTS.items():
        path = folder / f"{name}.yaml"
        root = _yaml(path, folder, problems) if lexists(path) else None
        if root is not None:
            found[name] = read_record(root, kind, article, figures, _reporter(path.name, problems))
    return found


def _parts_of(
    folder: Path, parts: Iterable[Part[Any]], article: Article, figures: Figures, problems: list[Problem]
) -> dict[str, Any]:
    """The parts of activities that are there, each by its name."""
    held = {}
    for part in parts:
        path = folder / part.file
        root = _yaml(path, folder, problems) if lexists(path) else None
        if root is None:
            continue
        report = _reporter(part.file, problems)
        read = import_module(part.read).read if part.read else partial(read_record, kind=part.kind or type(None))
        found = read(root, article=article, figures=figures, report=report)
        if found:
            held[part.name] = found
    return held
