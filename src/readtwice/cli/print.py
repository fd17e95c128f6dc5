"""`readtwice print`: a pack as sheets and answer pages for a classroom without screens."""

from __future__ import annotations

from pathlib import Path

from readtwice.authoring import check_folder
from readtwice.cli.pdf import NoPdf, print_pdf
from readtwice.cli.said import refuse, write_page
from readtwice.pack import Pack, PackError, load_pack
from readtwice.publish.print_pack import is_sheet, lessons_of, page, printed, shipped_pages
from readtwice.words import say


def print_pack(name: str, lesson: str, output: str, *, answers: bool, pdf: bool = False) -> int:
    """Print a pack, or one lesson of it. Returns 1, with one sentence, where that cannot be done."""
    try:
        pack = _pack(name)
        lessons = lessons_of(pack, key=answers)
        known = ", ".join(dict.fromkeys(one.id for one in lessons))
        wanted = [one for one in lessons if lesson in ("", one.id, one.id.partition("-")[0])]  # 01 is 01-A and 01-B
        if not wanted:
            raise PackError(say("error.cli.no_lesson", lesson=lesson, slug=pack.slug, known=known))
        made = page(pack, [printed(pack, one) for one in wanted], key=answers)
        if pdf:
            print_pdf(made, Path(output))
        elif status := write_page(Path(output), made):
            return status
    except (PackError, NoPdf) as error:
        return refuse(str(error))
    if not pack.items:
        print(say("command.print.no_items", slug=pack.slug))
    return 0


def print_all(folder: Path, *, pdf: bool = False) -> int:
    """Write the sheets and answer pages of all packs that ship into a folder, and take out those of before.

    With `pdf` each has a PDF beside it. Only what this command wrote is taken out: any other page in the folder stays.
    """
    try:
        pages = shipped_pages()
        stray = [
            path
            for path in folder.glob("*.html")
            if path.name not in pages and is_sheet(path.read_text("utf-8", "replace"))
        ]
        for name, html in pages.items():
            if status := write_page(folder / name, html):
                return status
            if pdf:
                print_pdf(html, (folder / name).with_suffix(".pdf"))
        for path in stray:
            path.unlink()
    except (PackError, NoPdf) as error:
        return refuse(str(error))
    except OSError as error:
        return refuse(say("command.print.cannot_remove", filename=error.filename, reason=error.strerror))
    print(say("command.print.pages", folder=folder, count=len(pages)))
    return 0


def _pack(name: str) -> Pack:
    """A pack folder, checked and read as it stands, or a pack that ships. Raises PackError."""
    folder = Path(name)
    if not folder.is_dir():
        return load_pack(name)
    checked = check_folder(folder, named=False)
    problems = [one for one in checked.problems if one.file != "pack.json"]
    if checked.pack is None or problems:
        remedy = say("command.print.run_check", name=name)
        why = problems[0] if problems else say("error.cli.no_article")
        raise PackError(say("error.cli.cannot_printed", name=name, why=why, remedy=remedy))
    return checked.pack
