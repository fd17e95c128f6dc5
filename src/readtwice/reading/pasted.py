"""A text as somebody pastes it, made ready to be read: what no reader sees goes, and every place is known.

Pages and PDF readers put soft hyphens, ligatures, no-break spaces and line ends into a text. They go here, and
`Pasted.was` says where each character stood in what was pasted. A hyphen that a page
put in goes too; `line_ends.py` says how it is known.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from readtwice.reading.line_ends import broken_word, is_compound, known_words
from readtwice.reading.pasted_tables import row_in

MOST_CHARACTERS = 50_000
"""What a text may have: some twenty pages."""

KINDS = ("paragraph", "heading", "caption")

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_GONE = frozenset("\u00ad\u200b\u200c\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
"""Signs that nobody sees. Those that make text read in another order than it stands are among them."""

_SOFT = "\u00ad"
_ENDS_A_LINE = re.compile(r"[ \t\u00a0]{0,3}[\r\n\x0b\x0c\x85\u2028\u2029]")
_ENDS = ".!?:;…”’\"')]»"
_SHORT_LINE = 45


class TooLong(ValueError):
    """A text that is too long to be read here."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """The cleaned text, its blocks parted by an empty line, and for each stretch where it stood."""

    text: str
    _here: tuple[int, ...]
    _there: tuple[int, ...]

    def was(self, place: int) -> int:
        """Where a character of the cleaned text stood in what was pasted."""
        found = bisect_right(self._here, place) - 1
        return self._there[found] + place - self._here[found] if found >= 0 else place


def clean(raw: str) -> Pasted:
    """A pasted text without what nobody sees, one paragraph a line. Raises TooLong, with how long it is."""
    if len(raw) > MOST_CHARACTERS:
        raise TooLong(str(len(raw)))
    return _joined(_visible(raw))


def _visible(raw: str) -> list[tuple[str, int]]:
    """Each character that stays, with where it stood, and soft hyphens at the ends of lines."""
    found: list[tuple[str, int]] = []
    for place, letter in enumerate(raw):
        if letter in _LIGATURES:
            found += [(one, place) for one in _LIGATURES[letter]]
        elif letter == "\r":
            if raw[place + 1 : place + 2] != "\n":
                found.append(("\n", place))
        elif letter in "\u2028\u2029\x0b\x0c\x85":
            found.append(("\n", place))
        elif letter in _GONE:
            if letter == _SOFT and _ENDS_A_LINE.match(raw, place + 1):
                found.append((letter, place))
        elif letter == "\t":
            found += [(" ", place)] * 2  # the cells of a table
        elif unicodedata.category(letter) == "Zs":
            found.append((" ", place))
        elif unicodedata.category(letter) not in ("Cc", "Cs", "Co") or letter == "\n":
            found.append((letter, place))
    return found


def _joined(signs: list[tuple[str, int]]) -> Pasted:
    """Lines that a page broke become one again; an empty line, or a line that ends, parts two paragraphs."""
    lines: list[list[tuple[str, int]]] = [[]]
    for sign in signs:
        if sign[0] == "\n":
            lines.append([])
        else:
            lines[-1].append(sign)
    lines = [_tidy(line) for line in lines]
    width = _width([len(line) for line in lines if line])
    known = known_words([_text(line) for line in lines])
    out: list[tuple[str, int]] = []
    broken = False  # whether the line before runs on into this one
    is_soft = is_above = False  # whether a soft hyphen ends the line before, and whether that stands right above
    for line in lines:
        was_soft, is_soft = is_soft, bool(line) and line[-1][0] == _SOFT
        line = line[:-1] if is_soft else line
        if not line:
            broken = is_soft = is_above = False
            continue
        is_row = bool(row_in(_text(line)))
        broken = broken and not is_row
        if was_soft:
            pass
        elif is_above and (halves := broken_word(_text(out[-60:]), _text(line[:60]))):
            if not is_compound(*halves, known):
                out.pop()
        elif broken:
            out.append((" ", line[0][1]))
        elif out:
            out += [("\n", line[0][1]), ("\n", line[0][1])]
        out += line
        is_above = True
        broken = bool(width) and not is_row and len(line) >= width
    here: list[int] = []
    there: list[int] = []
    for place, (_, was) in enumerate(out):
        if not here or was != there[-1] + place - here[-1]:
            here.append(place)
            there.append(was)
    return Pasted("".join(sign for sign, _ in out), tuple(here), tuple(there))


def _text(signs: list[tuple[str, int]]) -> str:
    return "".join(sign for sign, _ in signs)


def _tidy(line: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """A line without spaces at its ends, and with one where it has several, or two between the numbers of a table:
    `410  430` are two, `410 430` is one."""
    kept: list[tuple[str, int]] = []
    wide: list[tuple[str, int]] = []  # the spaces since the last sign
    for sign in line:
        if sign[0] == " ":
            wide.append(sign)
            continue
        if kept and wide:
            are_cells = len(wide) > 1 and kept[-1][0].isdigit() and sign[0].isdigit()
            kept += wide[: 1 + are_cells]
        kept.append(sign)
        wide = []
    return kept


def _width(lengths: list[int]) -> int:
    """How long a line is at least that a page has broken; 0 where lines are not of one width, as paragraphs are."""
    if len(lengths) < 4:
        return 0
    longest = max(lengths)
    full = [one for one in lengths if one >= 0.8 * longest]
    return int(0.75 * longest) if longest <= 120 and 2 * len(full) >= len(lengths) else 0


def kind_of(line: str, place: int) -> str:
    """What a block seems to be: a first short line without an end is a heading. A reader corrects it by a click."""
    if re.match(r"(?:photo|picture|caption|image|foto|bild)\b\s*[:–—-]", line, re.IGNORECASE):
        return "caption"
    longest = 120 if place == 0 else 2 * _SHORT_LINE
    is_short = len(line) <= longest and len(line.split()) < 16
    return "heading" if is_short and line[-1] not in ".!?:;…," else "paragraph"


def as_markdown(text: str, kinds: dict[int, str], title: str, **front: str) -> str:
    """A cleaned text as an `article.md`; `kinds` says of each block, from 0, what it is where that is not guessed."""
    lines = []
    for place, block in enumerate(text.split("\n\n")):
        kind = kinds.get(place) or kind_of(block, place)
        if kind == "heading":
            lines.append(f"{'#' if place == 0 else '##'} {block}")
        elif kind == "caption":
            lines.append(f"![{block}](none)")
        else:
            lines.append(f"\\{block}" if block.startswith(("#", "![", "\\#", "\\![")) else block)
    head = "".join(f"{name}: {' '.join(value.split())}\n" for name, value in {"title": title, **front}.items())
    return f"---\n{head}---\n\n" + "\n\n".join(lines) + "\n"
