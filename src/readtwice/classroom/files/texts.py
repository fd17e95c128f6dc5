"""Files as people and programs save them: which encoding a text has, and what a file is that is no text of ours."""

from __future__ import annotations

import codecs
import html
import re

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_SIGNS = (
    (b"%PDF", "document"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"BM", "picture"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
    (b"\xd0\xcf\x11\xe0", "document"),
    (b"{\\rtf", "document"),
)
"""How files of a kind begin, whatever they are called."""

_ENDINGS = {
    **dict.fromkeys(("png", "jpg", "jpeg", "gif", "bmp", "webp", "heic", "heif", "svg", "tif", "tiff"), "picture"),
    **dict.fromkeys(("pdf", "doc", "docx", "odt", "rtf", "pages", "ppt", "pptx", "odp", "key"), "document"),
    **dict.fromkeys(("xls", "xlsx", "xlsm", "ods", "numbers"), "spreadsheet"),
    **dict.fromkeys(("tar", "gz", "tgz", "7z", "rar", "bz2", "xz", "zst"), "archive"),
    "ipynb": "notebook",
    "zip": "zip",
}
_OF_A_ZIP = ((b"xl/workbook", "spreadsheet"), (b"opendocument.spreadsheet", "spreadsheet"))
_DOCUMENTS_IN_ZIP = (b"word/document", b"ppt/presentation", b"opendocument.")
TEXT_ENDINGS = ("jsonl", "json", "csv", "tsv", "txt", "md", "html", "htm", "py", "js", "xml", "eml", "log")
KNOWN_ENDINGS = frozenset((*_ENDINGS, *TEXT_ENDINGS))


def ending(name: str) -> str:
    """What stands after the last full stop of a file's name, in small letters, where it is one that we know; else ''.

    Anything else might be part of a person's name.
    """
    last = name.rpartition(".")[2].lower()
    return last if "." in name and last in KNOWN_ENDINGS else ""


def kind_of(name: str, content: bytes) -> str:
    """`zip`, `notebook`, `picture`, `document`, `spreadsheet` or `archive`; '' for what may be a text.

    How the content begins says more than the name does.
    """
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        for sign, kind in _OF_A_ZIP:
            if sign in content:
                return kind
        return "document" if any(sign in content for sign in _DOCUMENTS_IN_ZIP) else "zip"
    for sign, kind in _SIGNS:
        if content.startswith(sign):
            return "" if sign == b"BM" and ending(name) != "bmp" else kind
    if content[257:262] == b"ustar":
        return "archive"
    kind = _ENDINGS.get(ending(name), "")
    if kind == "notebook" or (not kind and b'"nbformat"' in content[-5_000:] and b'"cells"' in content):
        return "notebook"
    return kind


def encoding_by_mark(content: bytes) -> str:
    """The encoding that a text says itself, by a mark or by its zeros; '' for UTF-8 and old code pages."""
    named = next((name for mark, name in _MARKS if content.startswith(mark)), "")
    start = content[:400]
    if not named and start.count(0) > len(start) // 4:  # Latin letters in UTF-16 without its mark: zeros in between
        named = "utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be"
    return named


def text_of(content: bytes) -> str | None:
    """The text in a file, in UTF-8, UTF-16, UTF-32 or Windows’ Western encoding; None for what is no text.

    Zeros at its end are no part of it: a machine that lost its power may leave them.
    """
    named = encoding_by_mark(content)
    for encoding in (named,) if named else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text[-1:] == "\0":
            text = text.rstrip("\0")
        return text if looks_like_text(text, guessed=encoding == "cp1252") else None
    return None


def looks_like_text(text: str, *, guessed: bool) -> bool:
    """Whether there are hardly any control characters; none at all where the encoding is a guess."""
    few = 0 if guessed else 3 + len(text) // 100
    return sum(1 for _ in _CONTROL.finditer(text)) <= few


def words_of_page(page: str) -> str:
    """What an HTML page says, roughly: its tags become spaces. The page is never shown."""
    return html.unescape(_TAG.sub(" ", page))
