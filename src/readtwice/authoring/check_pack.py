"""Check a pack folder and, on request, compile it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from readtwice.activities import check_parts, read_pack
from readtwice.authoring.balance import balance
from readtwice.authoring.check_lexicon import check_lexicon
from readtwice.authoring.check_paper import check_paper
from readtwice.authoring.cues import cue_lines, given_away
from readtwice.lessons.opened import SLUG
from readtwice.lessons.zipped import MIXED
from readtwice.marking.caption_key import agreement
from readtwice.pack import Pack
from readtwice.pack.checks.check import check_pack
from readtwice.pack.compiled import compiled
from readtwice.pack.problem import Problem
from readtwice.words import say

COMPILED = "pack.json"
_FILES = ("article.md", "*.csv", "*.yaml", "items/**/*.yaml", "captions/*.yaml")


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: the pack (None without an article) and every problem, sorted by place."""

    pack: Pack | None
    problems: tuple[Problem, ...]
    drafts: tuple[Problem, ...] = ()
    """What the drafts of items still lack. A pack with drafts is sound: no learner sees them."""

    def summary(self) -> str:
        """Counts in one line, then by use and key, whom the errors favour, and which cues give answers away."""
        if self.pack is None:
            return say("problem.no_article")
        article = self.pack.article
        lines = [
            say(
                "command.check.counts",
                slug=self.pack.slug,
                blocks=len(article.blocks),
                sentences=len(article.sentences),
                items=len(self.pack.items),
                sources=len(self.pack.sources),
                entries=len(self.pack.entries),
            )
        ]
        counts = Counter((item.lesson, item.use, item.key) for item in self.pack.items)
        for lesson, use in sorted({(lesson, use) for lesson, use, _ in counts}):
            keys = ", ".join(f"{n} {key}" for (le, us, key), n in sorted(counts.items()) if (le, us) == (lesson, use))
            lines.append(f"  {say('command.check.lesson', lesson=lesson, use=use, keys=keys)}")
        found = balance(self.pack)
        whom = ", ".join(f"{count} {name}" for name, count in found.favours.items()) or "nobody"
        lines.append(f"  {say('command.check.scored', clean=found.clean, flawed=found.flawed, whom=whom)}")
        lines += [f"  {line}" for line in cue_lines(given_away(self.pack))]
        agreed = agreement(article, [one for one in self.pack.captions if not one.is_by_one])
        if agreed:
            captions = len(self.pack.captions)
            told = say("command.check.captions", captions=captions, percent=agreed.percent, kappa=agreed.kappa)
            lines.append(f"  {told}")
        return "\n".join(lines)


def check_folder(folder: Path, *, write: bool = False, named: bool = True) -> Checked:
    """Read and check a pack folder. With `write`, a pack without problems is compiled to `pack.json` beside it.

    With `write`, a pack with problems loses its `pack.json`. Without, a
    `pack.json` that is missing or not current is a problem of its own.
    `named`: whether it must be called as its folder is, by which it is found again.
    """
    drafts: list[Problem] = []
    pack, problems = read_pack(folder, drafts)
    if pack is not None and named:
        problems += _name(pack, folder)
    if pack is not None and not problems:  # an item that could not be read would be missed all over the pack
        problems += [*check_pack(pack), *check_parts(pack), *check_paper(pack), *check_lexicon(folder)]
        problems += _two_alphabets(folder)
    if problems and write:
        problems += _take_stale_away(folder / COMPILED)
    elif pack is not None and not problems:
        target = folder / COMPILED
        wanted = compiled(pack)
        if write:
            problems += _write(target, wanted)
        elif not target.is_file() or target.read_text(encoding="utf-8", errors="replace") != wanted:
            message = say("problem.compiled_not_current")
            problems.append(Problem(COMPILED, 0, "", message, say("remedy.run_check")))
    return Checked(pack, tuple(sorted(set(problems))), tuple(sorted(set(drafts))))


def _name(pack: Pack, folder: Path) -> Iterator[Problem]:
    """A pack is called as its folder is: by that name commands and saved answers find it again."""
    name = folder.resolve().name
    if not SLUG.fullmatch(pack.slug):
        remedy = say("remedy.slug_of_letters")
        yield Problem("article.md", 1, "", say("problem.no_slug", slug=pack.slug[:40]), remedy)
    elif pack.slug != name:
        message = say("problem.slug_is_not_folder", slug=pack.slug, folder=name)
        yield Problem("article.md", 1, "", message, say("remedy.give_slug_and_folder_one_name"))


def _two_alphabets(folder: Path) -> Iterator[Problem]:
    """Words in letters that look alike: as a file, such a pack would be refused wherever it is opened."""
    for path in (one for form in _FILES for one in folder.glob(form) if one.is_file()):
        text = path.read_text(encoding="utf-8-sig", errors="replace")
        if found := MIXED.search(text):
            message = say("problem.two_alphabets", word=found[0][:40])
            line = text.count("\n", 0, found.start()) + 1
            name = path.relative_to(folder).as_posix()
            yield Problem(name, line, "", message, say("remedy.write_one_alphabet"))


def _take_stale_away(target: Path) -> list[Problem]:
    """After a failed `--write` no compiled form is left that says something else than the files beside it."""
    try:
        target.unlink(missing_ok=True)
    except OSError as error:
        message = say("problem.stale_stays", reason=error.strerror)
        return [Problem(target.name, 0, "", message, say("remedy.check_folder"))]
    return []


def _write(target: Path, text: str) -> list[Problem]:
    """Write all of a file or nothing."""
    waiting = target.with_suffix(".json.new")
    try:
        waiting.write_text(text, encoding="utf-8", newline="\n")
        os.replace(waiting, target)
    except OSError as error:
        message = say("problem.compiled_not_writable", reason=error.strerror)
        return [Problem(target.name, 0, "", message, say("remedy.check_folder"))]
    finally:
        waiting.unlink(missing_ok=True)
    return []
