"""Invented articles of many kinds. What stands in `{{…}}` was made wrong on purpose; nothing else is wrong.

A line that begins with `#:` says the truth of an article, and is no part of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from readtwice.article import Article, article_from_markdown
from readtwice.reading.pasted import as_markdown, clean


@dataclass(frozen=True)
class Fresh:
    """An article and the places of what is wrong in it."""

    name: str
    article: Article
    faults: tuple[tuple[int, int], ...]


@cache
def fresh_articles(file: str = "fresh_articles.txt") -> tuple[Fresh, ...]:
    """All of a file, cleaned as a pasted text is."""
    source = (Path(__file__).parent / file).read_text(encoding="utf-8")
    source = re.sub(r"^#:.*\n", "", source, flags=re.MULTILINE)
    parts = re.split(r"^=== (.*)\n", source, flags=re.MULTILINE)[1:]
    return tuple(_fresh(name, text) for name, text in zip(parts[::2], parts[1::2], strict=True))


def _fresh(name: str, marked: str) -> Fresh:
    text = clean(marked).text
    faults, plain, place = [], "", 0
    for found in re.finditer(r"\{\{(.*?)\}\}", text):
        plain += text[place : found.start()]
        faults.append((len(plain), len(plain) + len(found[1])))
        plain += found[1]
        place = found.end()
    article = article_from_markdown(as_markdown(plain + text[place:], {}, name))
    shift = article.text.find(plain[:40])
    return Fresh(name, article, tuple((start + shift, end + shift) for start, end in faults))
