"""From a borrowed zip to a lesson at hand: checked as `readtwice check` does, compiled here, kept beside the work."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from unicodedata import normalize

from readtwice.activities import check_parts, read_pack
from readtwice.figures.figure import slug as in_small_letters
from readtwice.lessons.written import write_files
from readtwice.lessons.zipped import NotALesson, check_texts, lesson_files
from readtwice.pack import Pack, PackError, load_pack, load_pack_file
from readtwice.pack.checks.check import check_pack
from readtwice.pack.compiled import compiled
from readtwice.pack.found import COMPILED, LESSONS, own_packs, remember, shipped_packs
from readtwice.pack.problem import Problem
from readtwice.page.own_text import SLUG as OWN_TEXT
from readtwice.record.files import record_folder
from readtwice.syllabus import syllabus
from readtwice.words import say

SLUG = re.compile(r"(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$)[a-z0-9]{1,40}(?:-[a-z0-9]{1,40}){0,8}")
"""No folder on Windows can have the name of a device."""
RESERVED = (OWN_TEXT,)
"""Slugs under which the course itself saves something."""

_LOOKS = str.maketrans("015", "ols", "-")
"""A digit that looks like a letter, and the hyphens."""

MOST_ITEMS = 120
MOST_CHARACTERS = 60_000


def looks(slug: str) -> str:
    """What a slug looks like at a glance: `sk8-1ab` as `sk8lab`."""
    return slug.translate(_LOOKS).replace("rn", "m").replace("vv", "w").replace("i", "l")


def slug_of(title: str) -> str:
    """What a lesson of a title is called: its words in small letters or, where they give no name, signs of its own."""
    found = in_small_letters(title)[:40].strip("-")
    if looks(found) in map(looks, (*shipped_packs(), *RESERVED)):
        return f"{found}-lesson"
    return found if SLUG.fullmatch(found) else f"lesson-{sha256(title.encode('utf-8', 'replace')).hexdigest()[:8]}"


def home() -> Path:
    """Where opened lessons are kept: in the folder of saved work, where the course looks for packs too."""
    return record_folder() / LESSONS


def open_lesson(content: bytes, into: Path | None = None) -> Pack:
    """The lesson in a zip, kept from now on: an earlier form of it is replaced, and never another lesson.

    Raises NotALesson and OSError.
    """
    files = lesson_files(content)
    into = into or home()
    into.mkdir(parents=True, exist_ok=True)
    waiting = Path(mkdtemp(prefix=".new-", dir=into))
    try:
        pack = _checked(files, waiting)
        target = into / pack.slug
        if target.is_symlink() or (target.exists() and not target.is_dir()):
            raise NotALesson(say("lessons.in_the_way", folder=target))
        if target.exists():
            _refuse_another(target, pack)
            os.replace(target, waiting / "before")
        os.replace(waiting / pack.slug, target)
    finally:
        shutil.rmtree(waiting, ignore_errors=True)
    remember(target)
    return load_pack(pack.slug)


def _refuse_another(target: Path, pack: Pack) -> None:
    """A lesson is an earlier form of this one if its maker and its title, or its text, are the same."""
    try:
        before = load_pack_file(target / COMPILED)
    except PackError:  # nobody can open it
        return
    is_same_text = before.article.title == pack.article.title or before.article.text == pack.article.text
    if before.made_by != pack.made_by or not is_same_text:
        title = before.article.title
        raise NotALesson(say("lessons.another", slug=pack.slug, title=title[:80], folder=target))


def _checked(files: Mapping[str, str], waiting: Path) -> Pack:
    """The pack of some files, written below its slug with its compiled form. Raises NotALesson."""
    written = waiting / "lesson"
    write_files(written, files)
    pack, problems = read_lesson(written)
    if problems or pack is None:
        if len(problems) == 1:
            raise NotALesson(say("lessons.one_problem", problem=problems[0]))
        raise NotALesson(say("lessons.problem", problem=problems[0] if problems else "", count=len(problems)))
    form = compiled(pack)
    check_texts(json.loads(form))
    (written / COMPILED).write_text(form, encoding="utf-8", newline="\n")
    os.replace(written, waiting / pack.slug)
    return pack


_OUR_NAMES = ("readtwice", "makersofthiscourse")


def read_lesson(folder: Path) -> tuple[Pack | None, list[Problem]]:
    """A folder with the files of a lesson, and every problem: those of any pack, and those of one from elsewhere."""
    try:
        pack, problems = read_pack(folder)
    except (RecursionError, MemoryError):
        return None, [Problem("article.md", 0, "", say("problem.nested_too_deeply"), say("remedy.keep_to_guide"))]
    if pack is None:
        return None, problems
    if not pack.article.front_matter.get("slug"):
        pack = pack.with_(slug=slug_of(pack.article.title))
    if not SLUG.fullmatch(pack.slug):
        remedy = say("remedy.slug_of_letters")
        problems.append(Problem("article.md", 1, "", say("problem.no_slug", slug=pack.slug[:40]), remedy))
    elif looks(pack.slug) in map(looks, (*shipped_packs(), *RESERVED)):
        told = say("problem.slug_of_course", slug=pack.slug)
        problems.append(Problem("article.md", 1, "", told, say("remedy.give_another_slug")))
    maker = "".join(filter(str.isalnum, normalize("NFKC", pack.made_by).casefold()))
    if any(ours in maker for ours in _OUR_NAMES):
        problems.append(Problem("article.md", 0, "", say("problem.not_made_by_us"), say("remedy.name_who_made_it")))
    if len(pack.items) > MOST_ITEMS:
        told = say("problem.too_many_items", count=len(pack.items), most=MOST_ITEMS)
        problems.append(Problem("items", 0, "", told, say("remedy.take_some_out")))
    if len(pack.article.text) > MOST_CHARACTERS:
        told = say("problem.article_too_long", most=MOST_CHARACTERS)
        problems.append(Problem("article.md", 0, "", told, say("remedy.take_a_part")))
    if not problems:
        problems += [*check_pack(pack), *check_parts(pack)]
    return pack, problems


def lessons_at_hand() -> dict[str, str]:
    """The slug and title of each lesson that was opened here, or that lies where the course looks for packs; then of
    those that ship beside the course."""
    found = {}
    for slug in dict.fromkeys((*own_packs(), *syllabus().beside)):
        try:
            found[slug] = load_pack(slug).article.title
        except ValueError:
            continue
    return found
