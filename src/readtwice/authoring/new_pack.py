"""A pack of a fresh text, sound from the first minute, and drafts added to one. No draft is ever shown to a learner."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from readtwice.article import Article, ArticleError, article_from_markdown, line_in, read_plain
from readtwice.authoring.check_pack import check_folder
from readtwice.figures import Figures
from readtwice.lessons.opened import SLUG
from readtwice.lessons.written import (
    NotMade,
    article_source,
    blank,
    csv_text,
    drafts_in,
    figures_csv,
    figures_in,
    next_id,
    write_files,
    yaml_text,
)
from readtwice.pack.folder.yaml_with_lines import YamlProblem, read_yaml
from readtwice.pack.found import shipped_packs
from readtwice.pack.item import KINDS, LESSON, USES
from readtwice.page.files import write_text
from readtwice.page.views import paragraph
from readtwice.reading.pasted import MOST_CHARACTERS
from readtwice.words import ENGLISH, languages, say

FIRST = "items/01/extra.yaml"
"""Where drafts stand until their author moves them."""


def new_pack(text: Path, folder: Path, language: str = ENGLISH) -> list[str]:
    """Make a pack of a text in a new folder of the pack's name. Says what was written. Raises NotMade and OSError."""
    slug = folder.resolve().name
    if not SLUG.fullmatch(slug):
        raise NotMade(say("command.new.no_slug", slug=slug[:40]))
    if slug in shipped_packs():
        raise NotMade(say("command.new.shipped", slug=slug))
    if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
        raise NotMade(say("command.new.not_empty", folder=folder))
    if language not in languages():
        raise NotMade(say("command.new.no_language", language=language[:20], known=", ".join(languages())))
    source = article_source(_text_of(text), slug, language=language)
    article = article_from_markdown(source)
    figures = figures_in(article)
    drafts = list(_drafts(source, article, Figures(figures)))
    files = {"article.md": source, FIRST: _comments(say("command.new.drafts_are")) + "\n".join(drafts) + "\n"}
    if figures:
        files["figures.csv"] = csv_text(figures_csv(figures))
    _write_folder(folder, files)
    return [
        say("command.new.made", folder=folder, blocks=len(article.blocks), sentences=len(article.sentences)),
        say("command.new.found", figures=len(figures), drafts=len(drafts)),
        say("command.new.next", folder=folder),
    ]


def _text_of(path: Path) -> str:
    try:
        return read_plain(path, 4 * MOST_CHARACTERS).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotMade(say("command.main.not_utf8", file=path)) from None
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise NotMade(say("own_article.too_long", most=f"{MOST_CHARACTERS:,}")) from None
        raise NotMade(say("command.main.cannot_read", file=path, reason=error.strerror)) from None


def _drafts(source: str, article: Article, figures: Figures) -> Iterator[str]:
    taken: set[str] = set()
    for draft in drafts_in(article, figures):
        name = next_id(draft.fields["kind"], taken)
        taken.add(name)
        yield item_text({"id": name, **draft.fields}, _where(source, article, draft.fields), draft.note)


def _where(source: str, article: Article, fields: dict[str, Any]) -> str:
    """Where the words of a draft stand: `¶3 (article.md:12)`."""
    quotes = [quote for side in fields.get("sides", ()) for quote in side] + list(fields.get("targets", ()))
    blocks = dict.fromkeys(block for quote in quotes for block in quote)
    return ", ".join(
        f"{paragraph(one)} (article.md:{line_in(source, article, article.block(one).start)})" for one in blocks
    )


def item_text(fields: dict[str, Any], *comments: str) -> str:
    """An item as it stands in a file, below what its author should know of it."""
    said = "".join(f"# {line}\n" for comment in comments if comment for line in comment.split("\n"))
    return said + yaml_text([fields])


def _comments(text: str) -> str:
    return "".join(f"# {line}\n" for line in text.split("\n")) + "\n"


def _write_folder(folder: Path, files: dict[str, str]) -> None:
    """All of a new, sound and compiled pack, or nothing."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        waiting = Path(mkdtemp(prefix=".new-", dir=folder.parent))
    except OSError as error:  # at the name that was given
        raise OSError(error.errno, error.strerror, str(folder)) from None
    try:
        made = waiting / folder.resolve().name
        write_files(made, files)
        checked = check_folder(made, write=True)
        if checked.problems:
            raise NotMade(str(checked.problems[0]))
        if folder.exists():
            folder.rmdir()
        os.replace(made, folder)
    finally:
        shutil.rmtree(waiting, ignore_errors=True)


def new_item(folder: Path, kind: str, lesson: str, use: str, sentences: Sequence[str]) -> str:
    """Add a draft of an item to a pack. Says where it stands. Raises NotMade and OSError."""
    if kind not in KINDS:
        raise NotMade(say("command.new.no_kind", kind=kind[:20], known=", ".join(KINDS)))
    if not LESSON.fullmatch(lesson):
        raise NotMade(say("command.new.no_lesson", lesson=lesson[:20]))
    if use not in USES:
        raise NotMade(say("command.new.no_use", use=use[:20], known=", ".join(USES)))
    if len(set(sentences)) < len(sentences) or (kind == "pair" and len(sentences) > 2):
        raise NotMade(say("command.new.each_once"))
    article = article_of(folder)
    try:
        fields = blank(kind, article, sentences)
    except KeyError as error:
        raise NotMade(say("command.new.no_sentence", id=error.args[0][:40], folder=folder)) from None
    path = folder / "items" / lesson / f"{use}.yaml"
    before = _file_of(path) if os.path.lexists(path) else ""
    name = next_id(kind, _ids(folder))
    gap = "\n" if before.endswith("\n") or not before else "\n\n"
    added = f"{gap if before else ''}{item_text({'id': name, **fields})}"
    if before.strip():
        _refuse_unfit(before, path, folder)
    _refuse_unfit(before + added, path, folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_text(path, before + added)
    line = before.count("\n") + (gap.count("\n") if before else 0) + 1
    return say("command.new.item", id=name, file=path, line=line)


def _refuse_unfit(text: str, path: Path, folder: Path) -> None:
    """Nothing is added to a file that cannot be read, or that is no list of items."""
    try:
        found = read_yaml(text)
    except YamlProblem as problem:
        line = problem.line
        raise NotMade(f"{path.relative_to(folder)}:{line}: {problem}. {problem.remedy}.") from None
    if not isinstance(found.value, list):
        raise NotMade(f"{path.relative_to(folder)}: {say('problem.no_list_of_items')}. {say('remedy.begin_items')}.")


def _ids(folder: Path) -> set[str]:
    """The ids of all items and drafts of a pack, as far as its files can be read."""
    found: set[str] = set()
    for path in folder.glob("items/**/*.yaml"):
        try:
            root = read_yaml(path.read_text(encoding="utf-8"))
        except (YamlProblem, OSError, UnicodeDecodeError):
            continue
        for one in root.value if isinstance(root.value, list) else []:
            named = one.value.get("id") if isinstance(one.value, dict) else None
            found |= {named.value} if named and isinstance(named.value, str) else set()
    return found


def article_of(folder: Path) -> Article:
    """The article of a pack folder. Raises NotMade."""
    return _source_of(folder)[1]


def _source_of(folder: Path) -> tuple[str, Article]:
    if not folder.is_dir():
        raise NotMade(say("command.main.no_pack_folder", folder=folder))
    path = folder / "article.md"
    try:
        source = _file_of(path)
        return source, article_from_markdown(source)
    except FileNotFoundError:
        raise NotMade(say("command.main.no_pack_folder", folder=folder)) from None
    except ArticleError as error:
        raise NotMade(f"{path}:{error.line}: {error}. {say('remedy.convert_by_guide')}.") from None


def _file_of(path: Path) -> str:
    """The text of a file of a pack. Raises NotMade and FileNotFoundError."""
    try:
        return read_plain(path).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise NotMade(say("command.main.not_utf8", file=path)) from None
    except FileNotFoundError:
        raise
    except OSError as error:
        raise NotMade(say("command.main.cannot_read", file=path, reason=error.strerror)) from None


def ids(folder: Path) -> Iterator[str]:
    """A line for each sentence of a pack: its id, its line in `article.md`, what its block is, its words."""
    source, article = _source_of(folder)
    kinds = {block.id: block.kind for block in article.blocks}
    for one in article.sentences:
        words = " ".join(article.quote(one).split())
        yield f"{one.id}\t{line_in(source, article, one.start)}\t{kinds[one.block]}\t{words}"
