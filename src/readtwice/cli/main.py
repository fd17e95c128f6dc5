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
from readtwice.words import ENGLISH, of_folder, say, speaking, words

SYSTEMS = ("windows", "mac", "mac-intel", "linux")
"""Those of `authoring.offline.SYSTEMS`, so that `--help` does not load the room. A test keeps the two alike."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 where all is well, 1 where something is wrong with what was given.

    What no command foresees, a damaged pack or a file that the system refuses, is told in one sentence too.
    """
    _speak_utf_8()
    try:
        parsed = _parser().parse_args(arguments)
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
            return refuse(say("command.main.output_not_written", reason=error.strerror or error))
        return refuse(say("command.main.cannot_used", filename=error.filename, reason=error.strerror or error))
    except MemoryError:
        from readtwice.cli.said import refuse

        return refuse(say("command.main.too_large"))
    except ValueError as error:
        from readtwice.cli.said import refuse
        from readtwice.pack import PackError
        from readtwice.words import NoSuchLanguage

        if not isinstance(error, (PackError, NoSuchLanguage)):
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
    parser = argparse.ArgumentParser(prog="readtwice", description=say("command.main.about"))
    parser.add_argument("--version", action="version", version=say("command.main.version", version=__version__))
    commands = parser.add_subparsers(required=True, metavar="COMMAND", dest="command")

    check = commands.add_parser("check", help=say("command.main.check"))
    check.add_argument("pack", nargs="*", metavar="PACK", help=say("command.main.pack_or_all"))
    check.add_argument("--write", action="store_true", help=say("command.main.write_compiled"))
    check.set_defaults(run=_check)

    new = commands.add_parser("new", help=say("command.main.new"))
    new.add_argument("text", metavar="TEXT", help=say("command.main.new_text"))
    new.add_argument("folder", type=Path, metavar="FOLDER", help=say("command.main.new_folder"))
    new.add_argument("--language", default=ENGLISH, metavar="CODE", help=say("command.main.new_language"))
    new.add_argument("--kind", default="", metavar="KIND", help=say("command.main.new_kind"))
    new.add_argument("--lesson", default="01", metavar="NN", help=say("command.main.new_lesson"))
    new.add_argument("--use", default="extra", metavar="USE", help=say("command.main.new_use"))
    new.add_argument("--quote", action="append", default=[], metavar="ID", help=say("command.main.new_quote"))
    new.set_defaults(run=_new)

    ids = commands.add_parser("ids", help=say("command.main.ids"))
    ids.add_argument("folder", metavar="PACK", help=say("command.main.pack"))
    ids.set_defaults(run=_ids)

    exercises = commands.add_parser("exercises", help=say("command.main.exercises"))
    exercises.add_argument("--check", action="store_true", help=say("command.main.check_only"))
    exercises.add_argument(
        "--course", type=Path, default=Path(), metavar="FOLDER", help=say("command.main.course_folder")
    )
    exercises.set_defaults(run=_exercises)

    pages = commands.add_parser("teacher-pages", help=say("command.main.teacher_pages"))
    pages.add_argument("--check", action="store_true", help=say("command.main.check_only"))
    pages.add_argument("--course", type=Path, default=Path(), metavar="FOLDER", help=say("command.main.course_folder"))
    pages.set_defaults(run=_teacher_pages)

    own = commands.add_parser("own-pages", help=say("command.main.own_pages"))
    own.add_argument("--check", action="store_true", help=say("command.main.check_only"))
    own.add_argument("--course", type=Path, default=Path(), metavar="FOLDER", help=say("command.main.course_folder"))
    own.set_defaults(run=_own_pages)

    offline = commands.add_parser("offline", help=say("command.main.offline"))
    offline.add_argument("folder", metavar="FOLDER", type=Path, help=say("command.main.offline_folder"))
    offline.add_argument("--for", dest="system", default="", choices=SYSTEMS, help=say("command.main.which_system"))
    offline.add_argument("--python", default="", metavar="3.12", help=say("command.main.which_python"))
    offline.add_argument(
        "--course", type=Path, default=Path(), metavar="FOLDER", help=say("command.main.course_folder")
    )
    offline.set_defaults(run=_offline)

    site = commands.add_parser("site", help=say("command.main.make_site"))
    site.add_argument("folder", metavar="FOLDER", type=Path, help=say("command.main.site_folder"))
    site.add_argument("--course", type=Path, default=Path(), metavar="FOLDER", help=say("command.main.course_folder"))
    site.set_defaults(run=_site)

    run = commands.add_parser("run", help=say("command.main.run"))
    run.add_argument("notebook", nargs="+", type=Path, metavar="FILE", help=say("command.main.notebook_file"))
    run.set_defaults(run=_run)

    lock = commands.add_parser("lock", help=say("command.main.lock"))
    lock.add_argument("notebook", nargs="+", type=Path, metavar="FILE", help=say("command.main.notebook_file"))
    lock.add_argument("--open", action="store_true", help=say("command.main.unlock"))
    lock.set_defaults(run=_lock)

    print_ = commands.add_parser("print", help=say("command.main.print"))
    what = print_.add_mutually_exclusive_group(required=True)
    what.add_argument("pack", nargs="?", metavar="PACK", help=say("command.main.pack"))
    what.add_argument("--all", type=Path, metavar="FOLDER", help=say("command.main.all_into_folder"))
    print_.add_argument("-o", "--output", default="", metavar="FILE", help=say("command.main.html_file"))
    print_.add_argument("--lesson", default="", metavar="NN", help=say("command.main.one_lesson"))
    print_.add_argument("--answers", action="store_true", help=say("command.main.answers"))
    print_.add_argument("--pdf", action="store_true", help=say("command.main.as_pdf"))
    print_.set_defaults(run=_print)

    quantities = commands.add_parser("quantities", help=say("command.main.quantities"))
    quantities.add_argument("file", metavar="FILE", help=say("command.main.text"))
    quantities.add_argument("--json", action="store_true", help=say("command.main.as_json_list"))
    quantities.set_defaults(run=_quantities)
    wording = commands.add_parser("wording", help=say("command.main.wording"))
    wording.add_argument("file", metavar="FILE", help=say("command.main.text"))
    wording.add_argument("--json", action="store_true", help=say("command.main.as_json_list"))
    wording.set_defaults(run=_wording)
    readability = commands.add_parser("readability", help=say("command.main.readability"))
    readability.add_argument("file", metavar="FILE", help=say("command.main.text"))
    readability.add_argument("--json", action="store_true", help=say("command.main.as_json"))
    readability.set_defaults(run=_readability)
    export = commands.add_parser("export", help=say("command.main.export"))
    export.add_argument("record", metavar="RECORD", type=Path, help=say("command.main.record"))
    export.add_argument(
        "--format", required=True, choices=_labelled("exports", "progress"), help=say("command.main.format")
    )
    export.add_argument("--claim", default="", metavar="ID", help=say("command.main.one_fact_check"))
    export.add_argument("--url", default="", metavar="ADDRESS", help=say("command.main.published_at"))
    export.add_argument("--pack", default="", metavar="SLUG", help=say("command.main.of_pack"))
    export.add_argument("-o", "--output", required=True, metavar="FILE", help=say("command.main.output"))
    export.set_defaults(run=_export)
    code = commands.add_parser("code", help=say("command.main.codes"))
    code.add_argument("record", metavar="RECORD", type=Path, help=say("command.main.record"))
    code.set_defaults(run=_code)
    decode = commands.add_parser("decode", help=say("command.main.decode"))
    decode.add_argument("code", metavar="CODE", help=say("command.main.result_code"))
    decode.add_argument("--json", action="store_true", help=say("command.main.as_json"))
    decode.set_defaults(run=_decode)
    items = commands.add_parser("items", help=say("command.main.items"))
    items.add_argument("table", metavar="TABLE", type=Path, help=say("command.main.answers_table"))
    items.add_argument("--occasion", default="", metavar="NAME", help=say("command.main.of_occasion"))
    items.add_argument("--json", action="store_true", help=say("command.main.json_of_items"))
    items.set_defaults(run=_items)
    slips = commands.add_parser("slips", help=say("command.main.slips"))
    slips.add_argument("count", metavar="N", type=int, help=say("command.main.how_many"))
    slips.add_argument("-o", "--output", default="", metavar="FILE", help=say("command.main.page_to_cut"))
    slips.set_defaults(run=_slips)
    report = commands.add_parser("report", help=say("command.main.report"))
    report.add_argument("path", nargs="+", metavar="PATH", type=Path, help=say("command.main.handed_in"))
    report.add_argument("-o", "--output", default="", metavar="FILE", help=say("command.main.report_html"))
    report.add_argument("--json", action="store_true", help=say("command.main.json_for_sentences"))
    report.add_argument("--share", action="store_true", help=say("command.main.with_chance"))
    report.add_argument("--classes", action="store_true", help=say("command.main.each_path_is_a_class"))
    report.add_argument("--pack", action="append", default=[], metavar="FOLDER", help=say("command.main.own_pack"))
    report.set_defaults(run=_report)
    gradebook = commands.add_parser("gradebook", help=say("command.main.gradebook"))
    gradebook.add_argument("path", nargs="+", metavar="PATH", type=Path, help=say("command.main.class_folder"))
    gradebook.add_argument("--roster", required=True, metavar="FILE", type=Path, help=say("command.main.platform_csv"))
    platforms = _labelled("gradebook_column")
    gradebook.add_argument("--format", choices=platforms, default="plain", help=say("command.main.platform"))
    gradebook.add_argument(
        "--what",
        default="",
        metavar="WORK",
        help=say("command.main.occasions"),
    )
    gradebook.add_argument("--column", default="", metavar="NAME", help=say("command.main.column_name"))
    gradebook.add_argument("--overwrite", action="store_true", help=say("command.main.lower_too"))
    gradebook.add_argument("--list", action="store_true", help=say("command.main.dry_run"))
    gradebook.add_argument("-o", "--output", default="", metavar="FILE", help=say("command.main.table_file"))
    gradebook.add_argument("--yes", action="store_true", help=say("command.main.without_asking"))
    gradebook.add_argument("--pack", action="append", default=[], metavar="FOLDER", help=say("command.main.own_pack"))
    gradebook.set_defaults(run=_gradebook)
    doctor = commands.add_parser("doctor", help=say("command.main.doctor"))
    doctor.add_argument("--json", action="store_true", help=say("command.main.json_of_works"))
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
    _open(given.pack)
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


def _open(folders: Sequence[str]) -> None:
    """Packs given by path are known from now on. Raises PackError for one that cannot be read."""
    if folders:
        from readtwice.pack.compiled import open_folder

        for folder in folders:
            open_folder(Path(folder))


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

    _open(arguments.pack)
    with _without_garbage_collection():
        return print_report(
            arguments.path,
            arguments.output,
            json_wanted=arguments.json,
            share=arguments.share,
            classes=arguments.classes,
        )


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
            print(say("command.main.no_pack_folder", folder=folder))
            status = 1
            continue
        checked = check_folder(folder, write=arguments.write)
        print(checked.summary())
        if checked.drafts:
            print(say("command.main.drafts", count=len({one.item for one in checked.drafts})))
        for draft in checked.drafts:
            print(f"  {draft}")
        for problem in checked.problems:
            print(problem)
        print(say("command.main.problems", count=len(checked.problems)))
        status = max(status, int(bool(checked.problems)))
    return status


def _new(arguments: argparse.Namespace) -> int:
    from readtwice.authoring.new_pack import new_item, new_pack
    from readtwice.cli.said import refuse
    from readtwice.lessons.written import NotMade

    given = arguments
    try:
        if given.text != "item" and (given.kind or given.quote):
            return refuse(say("command.new.of_an_item", folder=given.folder))
        if given.text != "item":
            print("\n".join(new_pack(Path(given.text), given.folder, given.language)))
        elif not given.kind:
            return refuse(say("command.new.say_kind"))
        else:
            print(new_item(given.folder, given.kind, given.lesson, given.use, given.quote))
    except NotMade as error:
        return refuse(error)
    return 0


def _ids(arguments: argparse.Namespace) -> int:
    from readtwice.authoring.new_pack import ids
    from readtwice.cli.said import refuse
    from readtwice.lessons.written import NotMade

    try:
        print("\n".join(ids(*_pack_folders([arguments.folder]))))
    except NotMade as error:
        return refuse(error)
    return 0


def _pack_folders(names: Sequence[str]) -> list[Path]:
    shipped = Path(str(resources.files("readtwice"))) / "packs"
    if not names:
        return sorted(path.parent for path in (*shipped.glob("*/article.md"), *shipped.glob("*/*/article.md")))
    from readtwice.pack.found import own_packs

    own = own_packs()
    known = {name: shipped / name if (shipped / name).is_dir() else own.get(name, Path(name)) for name in names}
    return [Path(name) if Path(name).is_dir() else known[name] for name in names]


def _exercises(arguments: argparse.Namespace) -> int:
    from readtwice.authoring.exercises import ExerciseError, generate

    return _generate(arguments, generate, ExerciseError, say("command.main.exercises_current"))


def _teacher_pages(arguments: argparse.Namespace) -> int:
    from readtwice.authoring.teacher_pages import PageError, generate

    return _generate(arguments, generate, PageError, say("command.main.teachers_pages_current"))


def _own_pages(arguments: argparse.Namespace) -> int:
    from readtwice.authoring.notebook_files import NotebookError
    from readtwice.authoring.own_pages import generate

    return _generate(arguments, generate, NotebookError, say("command.main.own_pages_current"))


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
        print(say("command.main.run_and_commit", command=arguments.command))
        return 1
    print(say("command.main.written", count=len(changed)) if changed else current)
    return 0


def _offline(arguments: argparse.Namespace) -> int:
    from readtwice.authoring.offline import OfflineError, make_folder

    try:
        made = make_folder(arguments.course, arguments.folder, arguments.system, arguments.python)
    except OfflineError as error:
        print(error, file=sys.stderr)
        return 1
    print(
        say(
            "command.main.offline_made",
            folder=arguments.folder,
            packages=made.packages,
            megabytes=made.megabytes,
        )
    )
    return 0


def _site(arguments: argparse.Namespace) -> int:
    try:
        from readtwice.authoring.site import SiteError, make_site
    except ImportError as error:
        print(say("command.main.site_missing", name=error.name), file=sys.stderr)
        return 1
    try:
        made = make_site(arguments.course, arguments.folder)
    except SiteError as error:
        print(error, file=sys.stderr)
        return 1
    print(say("command.main.site_made", folder=arguments.folder, files=made.files, megabytes=made.megabytes))
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
            with speaking(of_folder(str(path.parent.resolve()))):  # its own, as where it is opened
                changed = stored(path)
        except NotebookError as error:
            print(error)
            status = 1
        else:
            print(f"{path}: {say('command.main.stored' if changed else 'command.main.no_change')}")
    return status


def _print(arguments: argparse.Namespace) -> int:
    from readtwice.cli.print import print_all, print_pack

    if arguments.all:
        return print_all(arguments.all, pdf=arguments.pdf)
    if not arguments.output:
        print(say("command.main.say_where_to_write"), file=sys.stderr)
        return 1
    return print_pack(arguments.pack, arguments.lesson, arguments.output, answers=arguments.answers, pdf=arguments.pdf)


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
        print(say("command.main.not_utf8", file=arguments.file))
    except NothingToRead as error:
        print(f"{arguments.file}: {error}")
    except (OSError, ValueError) as error:
        print(say("command.main.cannot_read", file=arguments.file, reason=getattr(error, "strerror", None) or error))
    else:
        print(text)
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main())
