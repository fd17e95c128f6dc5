"""A lesson in a zip: the plain files of a pack, allowed by name, and nothing else.

A borrowed one is hostile until checked. Nothing in it is executed, unpacked under a name of its own, or believed:
`pack.json` is made anew from its files.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
from collections.abc import Mapping

from readtwice.pack.folder.yaml_with_lines import HIDDEN
from readtwice.pack.item import USES
from readtwice.words import say

MEGABYTES = 2
"""Of a zip."""

MAXIMUM_FILE = 400_000
"""Bytes of one file, unpacked. The course's own article with all its lessons has no larger one."""

MAXIMUM_TOGETHER = 1_500_000
"""Bytes of all files together, unpacked."""

MAXIMUM_FILES = 40
_USES = "|".join(use for use in USES if use != "form")
ALLOWED = re.compile(
    r"article\.md|(?:figures|sources)\.csv|(?:glossary|ledger)\.yaml|"
    rf"captions/(?:first|second)_reading\.yaml|items/[0-9]{{2}}/(?:{_USES})\.yaml",
    re.ASCII,
)
"""What a lesson may hold."""

_PASSED_OVER = re.compile(r"(?:.*/)?(?:pack\.json|\.DS_Store|Thumbs\.db)|__MACOSX/.*|.*/")
_DECEPTIVE = re.compile(
    "[\x80-\x9f\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0d\ufeff\uffa0\ufff9-\uffff\ud800-\udfff\ue000-\uf8ff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U0001d400-\U0001d7ff\U000e0000-\U0010ffff]|"
    "(?<![\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff])[\ufe0e\ufe0f]|"  # behind a picture they say how to draw it
    "[A-Za-z\u00c0-\u024f][\u200c\u200d]|[\u200c\u200d][A-Za-z\u00c0-\u024f]|"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4}"
)
"""Signs that nobody sees, that turn the order of others, that mean what each computer likes, that only look like
letters, that pile up over one, or that join letters which nobody joins."""

_MARKUP = re.compile(
    r"<[ \t]{0,9}/?[ \t]{0,9}[a-z!?][^>]{0,2000}>|<!--|<script|(?:javascript|vbscript)\s?:|"
    r"\bdata\s?:\s?(?:text|image|application)/|"
    r"\bfile://|<[a-z!/?][^>\n]{0,300}\bon[a-z]{3,20}\s?=",
    re.IGNORECASE,
)
_FORMULA = re.compile(
    r"(?m)^[ \t]*(?:[^\n]*[,:][ \t]*|-[ \t]+)?[\"']?(?:[=\uff1d][ \t]*[\w+\-(\"'@]|[@\uff20][A-Za-z]+\(|"
    r"[+\-\uff0b\uff0d][A-Za-z]+\(|[+@-]\w[^\n|]{0,40}\|[ \"'])"
)
_SYMBOL = (
    r"\d*(?:μ(?:mol|Sv|Gy|Bq|Pa|eV|[gmlLsAVWFHJMT])[²³]?|[numkMGT]Ω(?:c?m)?|Ωc?m|Δ[A-Za-z]\d*|πr[²³]?)|"
    r"[A-Z]{2,5}[αβγδ]\d*|Aβ\d*|(?:NF)?κB"
)
"""Greek letters that stand beside Latin ones in a unit or a symbol: `5 μg`, `3 kΩ`, `Δt`, `2πr`, `TNFα`, not `μser`."""

MIXED = re.compile(
    rf"\b(?!(?:{_SYMBOL})\b)(?=\w*[A-Za-z])(?=\w*[\u0370-\u03ff\u0400-\u058f\u13a0-\u13ff\u2c80-\u2cff\uab70-\uabbf])\w+\b"
)
"""A word of Latin letters with Greek, Cyrillic, Armenian, Cherokee or Coptic ones among them, which look alike."""

MOST_LETTERS = 4000
"""Of any one text but a sentence of the article."""

SENTENCES = "text"
"""What a block of the article calls them in its compiled form."""

_BEGINS = b"PK\x03\x04"

_CLOCK = (1980, 1, 1, 0, 0, 0)
_LOCKED = 0x1


class NotALesson(ValueError):
    """A file that is no lesson, or no safe one; the message is one sentence for whoever opens it.

    `reason` is the part of it that says what an unsafe text has, for one who never sees the file.
    """

    def __init__(self, message: str, reason: str = "") -> None:
        super().__init__(message)
        self.reason = reason


def lesson_files(content: bytes) -> dict[str, str]:
    """The texts of a lesson's files by their names in the pack. Raises NotALesson."""
    if len(content) > MEGABYTES * 1_000_000:
        raise NotALesson(say("lessons.too_large", megabytes=MEGABYTES))
    if not content.startswith(_BEGINS):  # what stands in front of a zip is no part of it, and could be a program
        raise NotALesson(say("lessons.no_zip"))
    try:
        opened = zipfile.ZipFile(io.BytesIO(content))
        listed = opened.infolist()
    except Exception:  # zipfile answers damage with a dozen kinds of exception, some of them undocumented
        raise NotALesson(say("lessons.no_zip")) from None
    if len(listed) > 4 * MAXIMUM_FILES:
        raise NotALesson(say("lessons.too_many", most=MAXIMUM_FILES))
    inside = [one for one in listed if not _PASSED_OVER.fullmatch(one.filename)]
    above = _folder_of(inside)
    found: dict[str, str] = {}
    for member in inside:
        name = member.filename.removeprefix(above)
        if not ALLOWED.fullmatch(name):
            raise NotALesson(say("lessons.not_allowed", name=_shown(member.filename)))
        if name in found:
            raise NotALesson(say("lessons.twice", name=name))
        found[name] = _text(opened, member, name)
        if sum(map(len, found.values())) > MAXIMUM_TOGETHER:
            raise NotALesson(say("lessons.too_large", megabytes=MEGABYTES))
    if len(found) > MAXIMUM_FILES:
        raise NotALesson(say("lessons.too_many", most=MAXIMUM_FILES))
    return found


def _folder_of(members: list[zipfile.ZipInfo]) -> str:
    """The one folder that a computer puts around what it zips; empty where there is none."""
    articles = [one.filename for one in members if one.filename.rpartition("/")[2] == "article.md"]
    if not articles:
        raise NotALesson(say("lessons.no_article"))
    above = min(articles, key=len).removesuffix("article.md")
    return above if above.count("/") <= 1 else ""


def _text(opened: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> str:
    mode = member.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG) or member.flag_bits & _LOCKED:
        raise NotALesson(say("lessons.no_plain_file", name=name))
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotALesson(say("lessons.no_plain_file", name=name))
    try:
        with opened.open(member) as file:  # what the zip says of its size need not be true
            content = file.read(MAXIMUM_FILE + 1)
    except Exception:  # as above, and zlib's own
        raise NotALesson(say("lessons.damaged", name=name)) from None
    if len(content) > MAXIMUM_FILE:
        raise NotALesson(say("lessons.file_too_large", name=name, kilobytes=MAXIMUM_FILE // 1000))
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise NotALesson(say("lessons.not_utf8", name=name)) from None
    if reason := reason_against(text):
        line, kind = reason
        told = say(f"lessons.reason.{kind}")
        raise NotALesson(say("lessons.unsafe", name=name, line=line, reason=told), told)
    return text


def reason_against(text: str) -> tuple[int, str] | None:
    """The line of a text and why it is not taken; None where all is plain."""
    patterns = {
        "hidden": HIDDEN,
        "deceptive": _DECEPTIVE,
        "markup": _MARKUP,
        "formula": _FORMULA,
        "mixed": MIXED,
    }
    for kind, pattern in patterns.items():
        if found := pattern.search(text):
            return text.count("\n", 0, found.start()) + 1, kind
    return None


def check_texts(value: object, field: str = "") -> None:
    """The same of texts as they were read: a sign can be written as an escape. Raises NotALesson.

    `value` is the compiled form as JSON values; `field` is what the value is called there.
    """
    if isinstance(value, Mapping):
        for name, one in value.items():
            check_texts(name, field)
            check_texts(one, str(name))
    elif isinstance(value, list):
        for one in value:
            check_texts(one, field)
    elif isinstance(value, str):
        reason = reason_against(value)
        kind = reason[1] if reason else "long" if len(value) > MOST_LETTERS and field != SENTENCES else ""
        if kind:
            told = say(f"lessons.reason.{kind}")
            raise NotALesson(say("lessons.unsafe_field", field=_shown(field), reason=told), told)


def _shown(name: str) -> str:
    """A name as it may be shown: short, and of plain signs."""
    return "".join(sign if sign.isprintable() and ord(sign) < 0x250 else "?" for sign in name[:60])


def zipped(files: Mapping[str, str]) -> bytes:
    """The files of a pack as one zip: the same files always give the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as into:
        for name, text in sorted(files.items()):
            into.writestr(zipfile.ZipInfo(name, _CLOCK), text.encode(), zipfile.ZIP_DEFLATED)
    return made.getvalue()
