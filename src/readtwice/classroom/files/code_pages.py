"""Which old code page a text that is not UTF-8 was saved in: a guess, made with care and told to whoever gave it.

Each code page gives a byte above 127 another letter. The right one makes words: letters that its languages use,
capitals at the beginning, no sign in the middle of a word, no Cyrillic letter beside a Latin one.
"""

from __future__ import annotations

import re

CODE_PAGES = {
    "cp1252": "Windows, Western Europe",
    "cp1250": "Windows, Central Europe",
    "cp1251": "Windows, Cyrillic",
    "mac_roman": "an old Mac",
}
"""In the order in which they are taken where a text says nothing against any."""

_USUAL = {
    "cp1252": "äöüßéèêëàâçñáíóúîïôûùœæåøãõìò",
    "cp1250": "ąćęłńóśźżäöüßéáíúýčďěňřšťůžľĺŕôőűăâîçşţđ",
    "cp1251": "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўјљњћђџ",
    "mac_roman": "äöüßéèêëàâçñáíóúîïôûùœæåøãõìò",
}
_SIGNS = "’‘“”„«»–—…§°·€£©®™«»¡¿ªº\u00a0"
"""What stands between or around words in any of them."""

_WORD = re.compile(r"[^\s,;\t|\"()0-9@/]*[^\x00-\x7f][^\s,;\t|\"()0-9@/]*")
_ENOUGH = 400
_LEAST = {"cp1251": 4}
"""A single foreign letter may be anything; what is taken for Cyrillic has whole words of it."""


def code_page_of(content: bytes) -> str:
    """The likeliest code page of bytes that are not UTF-8; '' where none makes words of them."""
    sample = b"\n".join([line for line in content.splitlines() if not line.isascii()][:_ENOUGH])[:100_000]
    scores = {page: _score(sample, page) for page in CODE_PAGES}
    best = max(scores, key=lambda page: scores[page])  # of equals the first
    return best if scores[best] >= _LEAST.get(best, 1) else ""


def _score(sample: bytes, page: str) -> int:
    text = sample.decode(page, errors="replace")
    return sum(_score_of_word(match[0], page) for match in _WORD.finditer(text))


def _score_of_word(word: str, page: str) -> int:
    score = 0
    for place, one in enumerate(word):
        if one.isascii():
            continue
        before, after = word[place - 1 : place], word[place + 1 : place + 2]
        if not one.isalpha():
            score -= 0 if one in _SIGNS and not (before.isalpha() and after.isalpha() and one not in "’‘") else 3
        elif one.lower() not in _USUAL[page]:
            score -= 2
        elif one.isupper() and before.isalpha() and before.islower():
            score -= 3
        elif page == "cp1251":
            score += -2 if (before + after).isascii() and (before + after).isalpha() else 1
        else:
            score += 1 if not (before.isalpha() and not before.isascii()) else -1
    return score


_RUN = re.compile("[À-ÿ]{4}")
"""Cyrillic read as Western letters: no language writes four accents in a row."""

_LOST = re.compile(r"\ufffd|(?<=[^\W\d_])\?(?=[^\W\d_])")
"""The sign for a lost character, or a question mark inside a word."""


def is_garbled(cell: str) -> bool:
    """Whether letters of a name were lost or changed on its way: UTF-8 read as an old code page, and the like."""
    if _LOST.search(cell) and "://" not in cell:
        return True
    if cell.isascii():
        return False
    return bool(_RUN.search(cell)) or any(_is_utf_8_in(cell, page) for page in (*CODE_PAGES, "latin-1"))


def _is_utf_8_in(cell: str, page: str) -> bool:
    try:
        return len(cell.encode(page).decode("utf-8")) < len(cell)
    except UnicodeError:
        return False
