"""A language that nobody speaks: English with an accent on every letter. What shows none was not said by the words."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import readtwice.words
from readtwice.words import VARIABLE

CODE = "qaa"
"""BCP 47 keeps it free for private use."""

PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ACCENTED = str.maketrans(PLAIN, "áƀćďéƒǵĥíĵķĺḿńóṕʠŕśťúṽẃẍýźÁƁĆĎÉƑǴĤÍĴĶĹḾŃÓṔɊŔŚŤÚṼẂẌÝŹ")
KEPT = re.compile(r"\{\w+:(?=[^{}]*\|)|\{[^{}|]*\}|`[^`]*`|<[^<>]*>|&\w+;|https?://\S+|\]\([^()]*\)|#\w+;")
"""What a translator keeps: what is filled in, code, markup, addresses."""

IN_CODE = re.compile(
    r"https?://\S+|[\w.-]*[\w]\.(?:html|jsonl?|ipynb|csv|md|py|txt|yaml|zip|xlsx?|toml)\b|`[^`]*`|\b[\w.]+\([^()]*\)"
    r"|\b\w+(?:[-_.:/]\w+)+\b|--?\w[\w-]*|\b[\w.-]+/|\b(?=\w*\d)\w+\b|\bb\d\d\b|\b[A-Z]\d+\b|\b[0-9a-f]{8,}\b"
)
"""File names, addresses, calls, ids, options: the same in every language."""
WORD = re.compile(r"[A-Za-z]{2,}")
OTHER = re.compile(r"[^\W\d_]*[^\W\d_a-zA-Z][^\W\d_]*")
"""A word with another letter than those from a to z."""

RUN = 3
"""From so many words on, words in a row are taken for a piece of a text."""


def accented(node: Any) -> Any:
    """Words in the made-up language."""
    if isinstance(node, dict):
        return {name: accented(value) for name, value in node.items()}
    if isinstance(node, list):
        return [accented(one) for one in node]
    kept = KEPT.findall(node)
    parts = KEPT.split(node)
    told = [part.translate(ACCENTED) for part in parts]
    return "".join(part + keep for part, keep in zip(told, [*kept, ""], strict=True))


@contextmanager
def speaking_made_up(folder: Path, monkeypatch: Any) -> Iterator[None]:
    """The course in the made-up language, whose words are written into a folder."""
    english = json.loads((Path(str(readtwice.words.HOME)) / "en.json").read_text("utf-8"))
    (folder / "en.json").write_text(json.dumps(english), "utf-8")
    (folder / f"{CODE}.json").write_text(json.dumps(accented(english)), "utf-8")
    caches = (readtwice.words._words, readtwice.words.languages, readtwice.words.of_folder)
    with monkeypatch.context() as patch:
        patch.setattr(readtwice.words, "HOME", folder)
        patch.setenv(VARIABLE, CODE)
        try:
            for cache in caches:
                cache.cache_clear()
            yield
        finally:
            for cache in caches:
                cache.cache_clear()


def texts_in(value: object) -> Iterator[str]:
    """Each text in plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts_in(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from texts_in(one)


INLINE = "a|abbr|b|bdi|bdo|cite|code|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|var"


def seen(page: str) -> str:
    """What a person sees or hears of HTML: its text, and the attributes that are said aloud."""
    page = re.sub(r"<(style|script)\b.*?</\1>|<!--.*?-->", " ", page, flags=re.DOTALL)
    spoken = re.findall(r'(?:aria-label|title|alt|placeholder|aria-description)="([^"]*)"', page)
    page = re.sub(rf"</?(?:{INLINE})\b[^<>]*>", "", page)
    return html.unescape(" \n ".join([re.sub(r"<[^<>]*>", " \n ", page), *spoken]))


class Content:
    """What packs say. Tells it from English that is neither theirs nor the words'."""

    def __init__(self, texts: Iterable[str]) -> None:
        texts = set(texts)
        self._raw = "\n".join(" ".join(text.split()) for text in texts)
        both = {*texts, *(IN_CODE.sub(" ", text) for text in texts)}
        told = [_tokens(run) for text in both for run in OTHER.split(text)]
        self._short = {tuple(one) for one in told if 0 < len(one) < RUN}
        self._all = "".join(f" {' '.join(one)} |" for one in told)

    def covers(self, run: list[str], also: Content | None = None) -> bool:
        """Whether words are, piece by piece, short texts of a pack or runs of words in its longer ones."""
        done = 0
        while done < len(run):
            pieces = (run[done:end] for end in range(len(run), done, -1))
            piece = next((one for one in pieces if self.has(one) or (also and also.has(one, 1))), [])
            if not piece:
                return False
            done += len(piece)
        return True

    def has(self, piece: list[str], least: int = RUN) -> bool:
        """Whether it is a text by itself or, where it is long enough, stands in one."""
        return tuple(piece) in self._short or (len(piece) >= least and f" {' '.join(piece)} " in self._all)

    def left_out(self, text: str, also: Content | None = None) -> Iterator[str]:
        """The runs of English words in a text that no pack says. A line of its own may be any piece of a pack."""
        for line in text.splitlines():
            if " ".join(line.split()) in self._raw:
                continue
            runs = [_tokens(run) for run in OTHER.split(IN_CODE.sub(" ", line))]
            alone = len(runs) == 1
            for run in filter(None, runs):
                if not (alone and self.has(run, 1)) and not self.covers(run, also):
                    yield f"{' '.join(run)[:100]!r} in {' '.join(line.split())[:100]!r}"


def _tokens(text: str) -> list[str]:
    return WORD.findall(text)
