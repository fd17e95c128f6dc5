"""The course's own prose: what learners read on each page, names and quotations set aside."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat

from readtwice.pack import Item
from readtwice.reading.readability import NothingToRead, readability
from tests.specimens import hegseth

GRADE = 9
_NOT_PROSE = (
    (r"<[^>]+>|!\[[^\]]*\]\([^)]*\)|`[^`]*`|^\|.*\|$|https?://\S+", " "),
    (r"\[([^\]]*)\]\([^)]*\)", r"\1"),
    (r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)", "this"),
    (r"^\s*(?:[-*#>]+|\d+\.)\s*|[*_\\]|¶\d+", " "),
)


def names() -> list[str]:
    """People and bodies by every name that the glossary knows, the longest first."""
    people = [name for person in hegseth().people for name in (person.name, *person.also)]
    bodies = [name for term in hegseth().terms for name in (term.term, *term.also) if name[0].isupper()]
    return sorted({*people, *bodies}, key=len, reverse=True)


def plain(text: str) -> str:
    """A text without marks, numbers of paragraphs, quotations and names."""
    for pattern, instead in _NOT_PROSE:
        text = re.sub(pattern, instead, text, flags=re.MULTILINE)
    return re.sub("|".join(rf"\b{re.escape(name)}\b" for name in names()), "Lee", text)


def page(path: Path) -> str:
    """All the prose of a notebook."""
    cells = nbformat.read(path, as_version=4).cells
    return plain("\n".join(cell.source for cell in cells if cell.cell_type == "markdown"))


def feedback(items: list[Item]) -> str:
    """All that is said to answers, pooled."""
    lines = []
    for item in items:
        lines += [option.feedback for option in item.options.values()]
        lines += [item.explanation, item.why, item.next_step, *item.hints, *item.steps]
    return plain("\n".join(filter(None, lines)))


def long_sentences(text: str, most: int = 20) -> list[str]:
    """Sentences of more words than a learner should have to keep in mind; a colon or a new line ends one as well."""
    sentences = re.split(r"(?<=[.!?:;])[)”’]*\s+|\n", text)
    return [" ".join(sentence.split()) for sentence in sentences if len(sentence.split()) > most]


def worst_lines(text: str, count: int = 10) -> list[str]:
    """The lines with the highest grades, of those with at least eight words."""
    graded = []
    for line in text.splitlines():
        try:
            found = readability(line)
        except NothingToRead:
            continue
        if found.words >= 8:
            graded.append((found.flesch_kincaid_grade, " ".join(line.split())))
    return [f"{grade:.1f}  {line}" for grade, line in sorted(graded, reverse=True)[:count]]
