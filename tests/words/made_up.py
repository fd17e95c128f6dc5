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
KEPT = re.compile(r"\{[^{}]*\}|`[^`]*`|<[^<>]*>|&\w+;|https?://\S+|\]\([^()]*\)|#\w+;")
"""What a translator keeps: what is filled in, code, markup, addresses."""

IN_CODE = re.compile(
    r"https?://\S+|[\w.-]*[\w]\.(?:html|jsonl?|ipynb|csv|md|py|txt|yaml|zip|xlsx?|toml)\b|`[^`]*`|\b[\w.]+\([^()]*\)"
    r"|\b\w+(?:[-_.:/]\w+)+\b|--?\w[\w-]*|\bb\d\d\b|\b[A-Z]\d+\b|\b[0-9a-f]{8,}\b"
)
"""File names, addresses, calls, ids, options: the same in every language."""
WORD = re.compile(r"[A-Za-z]{2,}")


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
        for cache in caches:
            cache.cache_clear()
        yield
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
        told = [_tokens(text) for text in set(texts)]
        self._short = {tuple(one) for one in told if 0 < len(one) < RUN}
        self._all = "".join(f" {' '.join(one)} |" for one in told)

    def _covers(self, run: list[str]) -> bool:
        """Whether words are, piece by piece, short texts of a pack or runs of words in its longer ones."""
        done = 0
        while done < len(run):
            end = next((end for end in range(len(run), done, -1) if self._has(run[done:end])), 0)
            if not end:
                return False
            done = end
        return True

    def _has(self, piece: list[str]) -> bool:
        return tuple(piece) in self._short or (len(piece) >= RUN and f" {' '.join(piece)} " in self._all)

    def left_out(self, text: str) -> list[str]:
        """The runs of English words in a text that no pack says."""
        found = []
        for line in text.splitlines():
            for run in re.split(r"[^\W\d_]*[^\W\d_a-zA-Z][^\W\d_]*", IN_CODE.sub(" ", line)):
                tokens = _tokens(run)
                if tokens and not self._covers(tokens):
                    found.append(f"{' '.join(tokens)[:100]!r} in {' '.join(line.split())[:100]!r}")
        return found


RUN = 3


def _tokens(text: str) -> list[str]:
    return WORD.findall(IN_CODE.sub(" ", text))
