"""The command line: each command is one function of its arguments that prints and returns an exit status."""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import resources
from pathlib import Path

from readtwice import __version__
from readtwice.words import words

SYSTEMS = ("windows", "mac", "mac-intel", "linux")
"""Those of `authoring.offline.SYSTEMS`, so that `--help` does not load the room. A test keeps the two alike."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 where all is well, 1 where something is wrong with what was given.

    What no command foresees, a damaged pack or a file that the system refuses, is told in one sentence too.
    """
    _speak_utf_8()
    parsed = _parser().parse_args(arguments)
    try:
        status: int = parsed.run(parsed)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read what we print has had enough
        _print_nothing_more()
        return 1
    except OSError as error:
        from readtwice.cli.said import refuse

        if error.filename is None:
            _print_nothing_more()
            return refuse(f"What this command prints cannot be written ({error.strerror or error}).")
        return refuse(f"{error.filename} cannot be used ({error.strerror or error}).")
    except MemoryError:
        from readtwice.cli.said import refuse

        return refuse("What was given is too large for the memory of this computer. Give less at once.")
    except ValueError as error:
        from readtwice.cli.said import refuse
        from readtwice.pack import PackError

        if not isinstance(error, PackError):
            raise
        return refuse(error)
    return status


def _speak_utf_8() -> None:
    """Print UTF-8 whatever the console or a redirect is set to: names and texts are in all alphabets."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _print_nothing_more() -> None:
    """Keep Python from trying once more, at its end, to write what could not be written."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="readtwice", description="Read Twice: make and check the course.")
    parser.add_argument("--version", action="version", version=f"readtwice {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", dest="command")

    check = commands.add_parser("check", help="check a pack: its article, items, sources, glossary and ledger")
    check.add_argument(
        "pack", nargs="*", metavar="PACK", help="a pack folder, or the name of one that ships (default: all)"
    )
    check.add_argument("--write", action="store_true", help="compile each pack without problems to its pack.json")
    check.set_defaults(run=_check)

    exercises = commands.add_parser("exercises", help="generate exercises/ from solutions/")
    exercises.add_argument("--check", action="store_true", help="write nothing; say what is not current")
    exercises.add_argument("--course", type=Path, default=Path(), metavar="FOLDER", help="the course's folder")
    exercises.set_defaults(run=_exercises)

    pages = commands.add_parser("teacher-pages", help="bring the teacher's pages up to date with the key")
    pages.add_argument("--check", action="store_true", help="write nothing; say what is not current")
    pages.add_argument("--course", type=Path, default=Path(), metavar="FOLDER", help="the course's folder")
    pages.set_defaults(run=_teacher_pages)

    offline = commands.add_parser("offline", help="make a folder with all packages, for computers without a network")
    offline.add_argument("folder", metavar="FOLDER", type=Path, help="a new folder; start.py in it opens the course")
    offline.add_argument("--for", dest="system", default="", choices=SYSTEMS, help="which system (default: this one)")
    offline.add_argument("--python", default="", metavar="3.12", help="which Python (default: the one here)")
    offline.add_argument("--course", type=Path, default=Path(), metavar="FOLDER", help="the course's folder")
    offline.set_defaults(run=_offline)

    site = commands.add_parser("site", help="make the course as static files that run in a browser, without a server")
    site.add_argument("folder", metavar="FOLDER", type=Path, help="where to put them; an earlier site is replaced")
    site.add_argument("--course", type=Path, default=Path(), metavar="FOLDER", help="the course's folder")
    site.set_defaults(run=_site)

    run = commands.add_parser("run", help="run notebooks from top to bottom and store what they print")
    run.add_argument("notebook", nargs="+", type=Path, metavar="FILE", help="a notebook file")
    run.set_defaults(run=_run)

    lock = commands.add_parser("lock", help="lock notebooks, and let their first cell compare versions; runs nothing")
    lock.add_argument("notebook", nargs="+", type=Path, metavar="FILE", help="a notebook file")
    lock.add_argument("--open", action="store_true", help="unlock instead, to edit them; `run` locks again")
    lock.set_defaults(run=_lock)

    print_ = commands.add_parser("print", help="print a pack: sheets and answer pages for a class without screens")
    what = print_.add_mutually_exclusive_group(required=True)
    what.add_argument("pack", nargs="?", metavar="PACK", help="a pack folder, or the name of one that ships")
    what.add_argument("--all", type=Path, metavar="FOLDER", help="write all sheets of the course into this folder")
    print_.add_argument("-o", "--output", default="", metavar="FILE", help="where to write the HTML page")
    print_.add_argument("--lesson", default="", metavar="NN", help="one lesson alone, such as 01 (default: all)")
    print_.add_argument("--answers", action="store_true", help="the answer page instead of the sheet")
    print_.set_defaults(run=_print)

    quantities = commands.add_parser("quantities", help="list every number, sum of money, date and hedge in a text")
    quantities.add_argument("file", metavar="FILE", help="a UTF-8 text, a pack's article.md, or - for standard input")
    quantities.add_argument("--json", action="store_true", help="print a list of objects; offsets are code points")
    quantities.set_defaults(run=_quantities)
    wording = commands.add_parser("wording", help="list the loaded words in a text, why, and what would be plain")
    wording.add_argument("file", metavar="FILE", help="a UTF-8 text, a pack's article.md, or - for standard input")
    wording.add_argument("--json", action="store_true", help="print a list of objects; offsets are code points")
    wording.set_defaults(run=_wording)
    readability = commands.add_parser(
        "readability", help="count sentences, words and syllables, and give school grades"
    )
    readability.add_argument("file", metavar="FILE", help="a UTF-8 text, a pack's article.md, or - for standard input")
    readability.add_argument("--json", action="store_true", help="print one object")
    readability.set_defaults(run=_readability)
    export = commands.add_parser("export", help="write a learner's fact-checks, marks or answers to a file")
    export.add_argument("record", metavar="RECORD", type=Path, help="a saved file, or the folder of saved work")
    export.add_argument("--format", required=True, choices=_labelled("exports", "progress"), help="what to write")
    export.add_argument("--claim", default="", metavar="ID", help="one fact-check alone (default: all)")
    export.add_argument("--url", default="", metavar="ADDRESS", help="where you published it, for claimreview")
    export.add_argument("--pack", default="", metavar="SLUG", help="answers about this pack (default: what there is)")
    export.add_argument("-o", "--output", required=True, metavar="FILE", help="where to write it, or - to print it")
    export.set_defaults(run=_export)
    code = commands.add_parser("code", help="print the result codes of a learner's saved work, one for each card set")
    code.add_argument("record", metavar="RECORD", type=Path, help="a saved file, or the folder of saved work")
    code.set_defaults(run=_code)
    decode = commands.add_parser("decode", help="say what a result code holds")
    decode.add_argument("code", metavar="CODE", help="a result code, with or without hyphens")
    decode.add_argument("--json", action="store_true", help="print one object")
    decode.set_defaults(run=_decode)
    items = commands.add_parser("items", help="say how hard each item is and whether it tells learners apart")
    items.add_argument(
        "table", metavar="TABLE", type=Path, help="CSV or Parquet: learner, item, correct; choice, sureness, occasion"
    )
    items.add_argument("--occasion", default="", metavar="NAME", help="only the answers of this occasion")
    items.add_argument("--json", action="store_true", help="print one object: items, reliability")
    items.set_defaults(run=_items)
    slips = commands.add_parser("slips", help="print slips to hand out, one a line, instead of names")
    slips.add_argument("count", metavar="N", type=int, help="how many")
    slips.add_argument("-o", "--output", default="", metavar="FILE", help="write a page to print and cut up instead")
    slips.set_defaults(run=_slips)
    report = commands.add_parser("report", help="say what a class's progress files and result codes show")
    report.add_argument(
        "path", nargs="+", metavar="PATH", type=Path, help="progress files, folders, zips, texts with result codes"
    )
    report.add_argument("-o", "--output", default="", metavar="FILE", help="write the report as one HTML page")
    report.add_argument("--json", action="store_true", help="print one object instead of sentences")
    report.add_argument(
        "--share", action="store_true", help="for outside the classroom: shares in tenths with chance mixed in"
    )
    report.set_defaults(run=_report)
    gradebook = commands.add_parser("gradebook", help="print a column of completion for your platform's own list")
    gradebook.add_argument("path", nargs="+", metavar="PATH", type=Path, help="what the class handed in")
    gradebook.add_argument(
        "--roster", required=True, metavar="FILE", type=Path, help="the platform's CSV with one more column, slip"
    )
    platforms = _labelled("gradebook_column")
    gradebook.add_argument("--format", choices=platforms, default="plain", help="for which platform")
    gradebook.add_argument(
        "--what",
        default="",
        metavar="WORK",
        help="both half-forms, before, after, whole, fresh, one-shot, or a lesson's number; "
        "several with commas between them (default: what the class handed in)",
    )
    gradebook.add_argument("--column", default="", metavar="NAME", help="the column's name (default: Read Twice, …)")
    gradebook.add_argument(
        "--overwrite", action="store_true", help="also lower grades and replace words such as EX (default: never)"
    )
    gradebook.add_argument("--list", action="store_true", help="list what would change, and make nothing")
    gradebook.add_argument("-o", "--output", default="", metavar="FILE", help="write the table to a file")
    gradebook.add_argument("--yes", action="store_true", help="do not ask before the file is written")
    gradebook.set_defaults(run=_gradebook)
    doctor = commands.add_parser("doctor", help="check what a lesson needs on this machine, and say what to do")
    doctor.add_argument("--json", action="store_true", help="print one object: works, summary, checks")
    doctor.set_defaults(run=_doctor)
    return parser


def _labelled(of: str, *but: str) -> list[str]:
    """The formats that the interface words have labels for, which is to say all, without loading the rooms."""
    return [code for code in words()[of]["formats"] if code not in but]


def _doctor(arguments: argparse.Namespace) -> int:
    from readtwice.cli.doctor import print_findings

    return print_findings(as_json=arguments.json)


def _gradebook(arguments: argparse.Namespace) -> int:
    from readtwice.cli.gradebook import print_gradebook

    given = arguments
    return print_gradebook(
        given.path,
        given.roster,
        given.format,
        given.what,
        given.column,
        given.output,
        overwrite=given.overwrite,
        list_only=given.list,
        yes=given.yes,
    )


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """For a million small objects and no cycle among them: looking for cycles would take a third of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _report(arguments: argparse.Namespace) -> int:
    from readtwice.cli.report import print_report

    with _without_garbage_collection():
        return print_report(arguments.path, arguments.output, json_wanted=arguments.json, share=arguments.share)


def _items(arguments: argparse.Namespace) -> int:
    from readtwice.cli.items import print_items

    with _without_garbage_collection():
        return print_items(arguments.table, occasion=arguments.occasion, as_json=arguments.json)


def _slips(arguments: argparse.Namespace) -> int:
    from readtwice.cli.slips import print_slips

    return print_slips(arguments.count, arguments.output)


def _code(arguments: argparse.Namespace) -> int:
    from readtwice.cli.codes import print_codes

    return print_codes(arguments.record)


def _decode(arguments: argparse.Namespace) -> int:
    from readtwice.cli.codes import print_decoded

    return print_decoded(arguments.code, as_json=arguments.json)


def _export(arguments: argparse.Namespace) -> int:
    from readtwice.cli.export import export_record

    given = arguments
    return export_record(given.record, given.format, given.claim, given.output, given.pack, given.url)


def _check(arguments: argparse.Namespace) -> int:
    from readtwice.authoring import check_folder

    status = 0
    for folder in _pack_folders(arguments.pack):
        if not folder.is_dir():
            print(f"There is no pack folder {folder}. Give the path of a folder that holds article.md.")
            status = 1
            continue
        checked = check_folder(folder, write=arguments.write)
        print(checked.summary())
        for problem in checked.problems:
            print(problem)
        print(f"{len(checked.problems)} problem{'' if len(checked.problems) == 1 else 's'}")
        status = max(status, int(bool(checked.problems)))
    return status


def _pack_folders(names: Sequence[str]) -> list[Path]:
    shipped = Path(str(resources.files("readtwice"))) / "packs"
    if not names:
        return sorted(path.parent for path in shipped.glob("*/article.md"))
    return [Path(name) if Path(name).is_dir() or not (shipped / name).is_dir() else shipped / name for name in names]


def _exercises(arguments: argparse.Namespace) -> int:
    from readtwice.authoring.exercises import ExerciseError, generate

    return _generate(arguments, generate, ExerciseError, "exercises/ is current")


def _teacher_pages(arguments: argparse.Namespace) -> int:
    from readtwice.authoring.teacher_pages import PageError, generate

    return _generate(arguments, generate, PageError, "the teacher's pages are current")


def _generate(
    arguments: argparse.Namespace, generate: Callable[[Path, bool], list[str]], refusal: type[ValueError], current: str
) -> int:
    """Bring generated files up to date, or with --check say which are not."""
    try:
        changed = generate(arguments.course, not arguments.check)
    except refusal as error:
        print(error)
        return 1
    for line in changed:
        print(line)
    if arguments.check and changed:
        print(f"Run `readtwice {arguments.command}` and commit what it writes.")
        return 1
    print(f"{len(changed)} written" if changed else current)
    return 0


def _offline(arguments: argparse.Namespace) -> int:
    from readtwice.authoring.offline import OfflineError, make_folder

    try:
        made = make_folder(arguments.course, arguments.folder, arguments.system, arguments.python)
    except OfflineError as error:
        print(error, file=sys.stderr)
        return 1
    print(
        f"{arguments.folder}: {made.packages} packages, {made.megabytes} MB in all. Copy it, then start start.py in it."
    )
    return 0


def _site(arguments: argparse.Namespace) -> int:
    try:
        from readtwice.authoring.site import SiteError, make_site
    except ImportError as error:
        print(f"{error.name} is missing, which builds the site. Use: make site", file=sys.stderr)
        return 1
    try:
        made = make_site(arguments.course, arguments.folder)
    except SiteError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{arguments.folder}: {made.files} files, {made.megabytes} MB. To see it: python {arguments.folder}/start.py")
    return 0


def _run(arguments: argparse.Namespace) -> int:
    from readtwice.authoring.notebook_files import execute

    return _store(arguments, execute)


def _lock(arguments: argparse.Namespace) -> int:
    from readtwice.authoring.notebook_files import lock

    return _store(arguments, lambda path: lock(path, unlock=arguments.open))


def _store(arguments: argparse.Namespace, stored: Callable[[Path], bool]) -> int:
    """Bring each notebook into another form, and say which changed."""
    from readtwice.authoring.notebook_files import NotebookError

    status = 0
    for path in arguments.notebook:
        try:
            changed = stored(path)
        except NotebookError as error:
            print(error)
            status = 1
        else:
            print(f"{path}: {'stored' if changed else 'no change'}")
    return status


def _print(arguments: argparse.Namespace) -> int:
    from readtwice.cli.print import print_all, print_pack

    if arguments.all:
        return print_all(arguments.all)
    if not arguments.output:
        print("Say where to write the page: add -o and the name of a file, such as -o sheet.html.", file=sys.stderr)
        return 1
    return print_pack(arguments.pack, arguments.lesson, arguments.output, answers=arguments.answers)


def _quantities(arguments: argparse.Namespace) -> int:
    from readtwice.cli.quantities import as_json, as_table
    from readtwice.reading.quantities import read_quantities

    return _read(arguments, lambda text: (as_json if arguments.json else as_table)(read_quantities(text)))


def _wording(arguments: argparse.Namespace) -> int:
    from readtwice.cli.wording import as_json, as_table
    from readtwice.pack.lexicon import load_lexicon
    from readtwice.reading.wording import read_wording
    from readtwice.syllabus import syllabus

    lexicon = load_lexicon(syllabus().article)
    return _read(arguments, lambda text: (as_json if arguments.json else as_table)(read_wording(text, lexicon)))


def _readability(arguments: argparse.Namespace) -> int:
    from readtwice.cli.readability import as_json, as_table
    from readtwice.reading.readability import readability

    return _read(arguments, lambda text: (as_json if arguments.json else as_table)(readability(text)))


def _read(arguments: argparse.Namespace, printed: Callable[[str], str]) -> int:
    """Print what was read in a file. What cannot be read is told in one sentence."""
    from readtwice.article import ArticleError
    from readtwice.cli.quantities import text_of
    from readtwice.reading.readability import NothingToRead

    try:
        text = printed(text_of(arguments.file))
    except ArticleError as error:
        print(f"{arguments.file}:{error.line}: {error}.")
    except UnicodeDecodeError:
        print(f"{arguments.file} is not a text in UTF-8. Save it as UTF-8 and try again.")
    except NothingToRead as error:
        print(f"{arguments.file}: {error}")
    except (OSError, ValueError) as error:
        print(f"{arguments.file} cannot be read ({getattr(error, 'strerror', None) or error}).")
    else:
        print(text)
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main())
