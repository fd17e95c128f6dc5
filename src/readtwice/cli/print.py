"""`readtwice print`: a pack as sheets and answer pages for a classroom without screens."""

from __future__ import annotations

import sys
from pathlib import Path

from readtwice.authoring import check_folder
from readtwice.authoring.print_pack import lessons_of, page, printed, shipped_pages
from readtwice.pack import Pack, PackError, load_pack
from readtwice.publish import write_text


def print_pack(name: str, lesson: str, output: str, *, answers: bool) -> int:
    """Print a pack, or one lesson of it. Returns 1, with one sentence, where that cannot be done."""
    try:
        pack = _pack(name)
        lessons = lessons_of(pack)
        known = ", ".join(one.id for one in lessons)
        wanted = [one for one in lessons if lesson in ("", one.id)]
        if not wanted:
            raise PackError(f"There is no lesson {lesson!r} in {pack.slug}. There are: {known or 'none'}.")
        return _write(Path(output), page(pack, [printed(pack, one) for one in wanted], key=answers))
    except PackError as error:
        return _told(str(error))


def print_all(folder: Path) -> int:
    """Write the sheets and answer pages of all packs that ship into a folder, and take out those of before."""
    try:
        pages = shipped_pages()
        stray = {path.name for path in folder.glob("*.html")} - set(pages)
        if any(_write(folder / name, html) for name, html in pages.items()):  # the first that fails is told
            return 1
        for name in stray:
            (folder / name).unlink()
        print(f"{folder}: {len(pages)} pages")
        return 0
    except PackError as error:
        return _told(str(error))


def _pack(name: str) -> Pack:
    """A pack folder, checked and read as it stands, or a pack that ships. Raises PackError."""
    folder = Path(name)
    if not folder.is_dir():
        return load_pack(name)
    checked = check_folder(folder)
    problems = [one for one in checked.problems if one.file != "pack.json"]
    if checked.pack is None or problems:
        remedy = f"Run `readtwice check {name}` and correct what it lists."
        raise PackError(f"{name} cannot be printed: {problems[0] if problems else 'it has no article.'} {remedy}")
    return checked.pack


def _write(path: Path, html: str) -> int:
    try:
        write_text(path, html)
    except OSError as error:
        return _told(f"{path} cannot be written ({error.strerror}). Check the folder.")
    return 0


def _told(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1
