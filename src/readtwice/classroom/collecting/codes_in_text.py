"""Result codes in whatever stands around them: a chat, a page, the responses of a form.

Every code about one card set begins with the same six characters, and the set fixes how long it is. So a code is found
wherever it stands, with spaces, line breaks, any dashes or nothing between its characters, in capitals or not, and with
letters of the Cyrillic and Greek alphabets that look the same. Everything else in a text is passed over.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from readtwice.classroom.files.tables import rows_of_text
from readtwice.record import CardSet, Result, UnreadableCode, decode
from readtwice.record.result_code import beginning, length
from readtwice.record.typed import AS_TYPED
from readtwice.words import say

MOST_EXPLAINED = 20
"""Codes that do not fit and are looked at closely, of one text; what is wrong with one takes milliseconds to find."""

MOST_LISTED = 100
MOST_CODES = 25_000
"""In one text, those that do not fit counted too."""

MOST_IN_A_ROW = 4
"""Learners whose codes one row of a form may hold: some hand in as a group."""

_AS_READ = str.maketrans("OIL", "011")
_BETWEEN = "[^0-9A-Z]{0,6}"
_LIKE_A_CODE = re.compile(r"(?<![0-9A-Z-])[0-9A-Z]{4}([- ])[0-9A-Z]{4}(?:\1[0-9A-Z]{4}){3,8}(?![0-9A-Z-])")
_SOME = 12
"""Characters in one line that are enough to take them for all of a code that is cut short."""

_ENOUGH = 3
"""Letters, and digits, in what is taken for a code with its beginning off: bank and telephone numbers have fewer."""


@dataclass(frozen=True, slots=True)
class Found:
    """A code that was read, or the reason why one was not; and where: `row` of a table or `line` of a text, from 1."""

    where: str
    number: int
    result: Result | None = None
    trouble: str = ""


class CodeFinder:
    """Finds codes about some card sets. One finder reads any number of texts."""

    def __init__(self, known: tuple[CardSet, ...]) -> None:
        self._known = known
        self._sets = {beginning(one): one for one in known}
        self._lengths = {start: length(one) for start, one in self._sets.items()}
        branches = (
            _BETWEEN.join(start) + f"(?:{_BETWEEN}[0-9A-Z]){{0,{self._lengths[start] - len(start)}}}"
            for start in sorted(self._lengths)
        )
        self._pattern = re.compile(f"(?<![0-9A-Z])(?:{'|'.join(branches)})" if self._lengths else "(?!)")

    def in_text(self, text: str, explained: int = MOST_EXPLAINED) -> list[Found]:
        """The codes in a text, each once, and those that do not fit; at most so many of these looked at closely."""
        found = list[tuple[int, Result | str]]()
        line = at = 0
        for start, one in self._places(text, MOST_CODES):
            line, at = line + text.count("\n", at, start), start
            found.append((line + 1, one))
        return self._told("line", found, explained)

    def in_table(self, table: str, explained: int = MOST_EXPLAINED) -> list[Found]:
        """The codes in each row of a CSV table, and which rows below the first hold none.

        Every cell is read for itself, and nothing in it but codes: names and times stay where they are. A table without
        any code is no table of responses: then nothing is found. What is no table is read as a text.
        """
        try:
            rows = [row for _, row in rows_of_text(table)]
        except csv.Error:
            return self.in_text(table, explained)
        return self.in_rows(rows, explained)

    def in_rows(self, rows: Iterable[list[str]], explained: int = MOST_EXPLAINED) -> list[Found]:
        """The same for a table whose rows and cells are known."""
        found, crowded, empty = list[tuple[int, Result | str]](), list[Found](), list[Found]()
        left = MOST_CODES
        for number, row in enumerate(rows, start=1):
            here = [one for cell in row if len(cell) >= _SOME for _, one in self._places(cell, left)]
            left -= len(here)
            if len({one.learner for one in here if isinstance(one, Result)}) > MOST_IN_A_ROW:
                crowded.append(Found("row", number, trouble=say("collect.many_in_row", most=MOST_IN_A_ROW)))
            elif here:
                found += [(number, one) for one in here]
            elif number > 1 and any(cell.strip() for cell in row):
                empty.append(Found("row", number, trouble=say("collect.no_code_in_row")))
        told = self._told("row", found, explained) + crowded[:MOST_LISTED]
        return told + empty[:MOST_LISTED] if told else []

    def _told(self, where: str, found: list[tuple[int, Result | str]], explained: int) -> list[Found]:
        read, told, troubles = set[object](), list[Found](), 0
        for number, one in found:
            what = one if isinstance(one, str) else (one.learner, one.cards.pack, one.cards.number, one.answers)
            if what in read:
                continue
            read.add(what)
            if isinstance(one, Result):
                told.append(Found(where, number, one))
            else:
                troubles += 1
                if troubles <= MOST_LISTED:
                    told.append(
                        Found(where, number, trouble=self._why(one, near=troubles <= min(explained, MOST_EXPLAINED)))
                    )
        if len(found) >= MOST_CODES:  # what a text holds beyond was not read
            told.append(Found(where, found[-1][0], trouble=say("collect.many_codes", most=f"{MOST_CODES:,}")))
        return told

    def _places(self, text: str, most: int) -> list[tuple[int, Result | str]]:
        """Where codes stand in a text, in order: what each holds, or the characters of one that does not fit."""
        plain = text.translate(AS_TYPED)
        read = plain.translate(_AS_READ)
        found, ends, at = list[tuple[int, Result | str]](), list[int](), 0
        while len(found) < most and (match := self._pattern.search(read, at)):
            code, end = _characters(match[0]), match.end()
            result = self._decoded(code)
            if result:
                at = end
            else:  # cut short, it may have run on into the next line, and into the next code
                line = plain[match.start() : end].partition("\n")[0]
                at, end = match.start() + 6, match.start() + len(line)
                code = _characters(line) if len(_characters(line)) >= _SOME else code
            found.append((match.start(), result or code))
            ends.append(end)
        starts = [start for start, _ in found]
        for match in _LIKE_A_CODE.finditer(plain) if len(found) < most else ():
            code = _characters(match[0])
            digits = sum(map(str.isdigit, code))
            after = bisect_left(starts, match.end())
            is_apart = not after or ends[after - 1] <= match.start()
            if is_apart and len(code) in self._lengths.values() and _ENOUGH <= digits <= len(code) - _ENOUGH:
                found.append((match.start(), code))
        return sorted(found, key=lambda one: one[0])

    def _decoded(self, code: str) -> Result | None:
        try:
            return decode(code, (self._sets[code[:6]],), near=False)
        except UnreadableCode:
            return None

    def _why(self, code: str, *, near: bool) -> str:
        try:
            decode(code, self._known, near=near)
        except UnreadableCode as error:
            return str(error)
        return ""


def _characters(text: str) -> str:
    return re.sub("[^0-9A-Z]+", "", text)
