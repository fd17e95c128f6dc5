"""From `article.md` to an `Article`.

The format: front matter between two `---` lines (`name: value`, one a line); then the body. A line of one to six
`#` and a space is a heading; `![caption](none)` alone on its line is a caption; other lines that follow each other
are one paragraph. The plain text is the body without those marks: every other character, line ends included, stays.
A paragraph that itself begins with `#` or `![` is written with a backslash before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readtwice.article.article import Article, Block, BlockKind, Sentence
from readtwice.words import say

HEADING = re.compile(r"(#{1,6}) +(.*)")
CAPTION = re.compile(r"!\[(.*)\]\(none\)")
LONG_RUN = re.compile(r"[^\w\s]{60,}")
ENDS_PLAINLY = re.compile(r"(?<=\s)(?P<word>[a-z]{3,20})(?P<stop>[.!?][\"”’)]{0,2})(?=\s{1,3}[\"“‘(]{0,2}[A-Z][a-z])")
"""A word in small letters, a stop, and a capital: where a sentence ends, unless the word is SHORTENED."""

_SHORTENED = "etc approx dept est vol fig sec ext tel incl min max art rev hon"
SHORTENED = frozenset(_SHORTENED.split())
FRONT_MATTER_LINE = re.compile(r"([a-z][a-z0-9_]*):\s*(.*)")


class ArticleError(ValueError):
    """An article file that cannot be read; `line` (from 1) says where."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def article_from_markdown(source: str) -> Article:
    """Take `article.md` apart. Raises ArticleError, with a line, for a file that is not in the format above."""
    front_matter, body, body_line = _split_front_matter(source)
    pieces: list[str] = []
    marks: list[tuple[BlockKind, int, int, int]] = []  # kind, heading level, start, end
    position = 0
    paragraph_open = False
    for number, raw in enumerate(body.split("\n"), start=body_line):
        if number > body_line:
            pieces.append("\n")
            position += 1
        kind, level, words = _read_line(raw, number)
        if not words.strip():
            paragraph_open = False
        elif kind == "paragraph" and paragraph_open:
            previous = marks[-1]
            marks[-1] = (*previous[:3], position + len(words))
        else:
            marks.append((kind, level, position, position + len(words)))
            paragraph_open = kind == "paragraph"
        pieces.append(words)
        position += len(words)
    text = "".join(pieces)
    if not marks:
        raise ArticleError(body_line, say("error.article.no_text"))
    blocks = tuple(
        Block(f"b{number:02d}", kind, level, start, end)
        for number, (kind, level, start, end) in enumerate(marks, start=1)
    )
    return Article(
        title=front_matter["title"],
        text=text,
        blocks=blocks,
        sentences=tuple(sentence for block in blocks for sentence in _sentences(text, block)),
        front_matter=front_matter,
    )


def line_in(source: str, article: Article, place: int) -> int:
    """The line, from 1, of an `article.md` on which a place of its article stands. Raises ArticleError."""
    return _split_front_matter(source)[2] + article.text.count("\n", 0, place)


def _split_front_matter(source: str) -> tuple[dict[str, str], str, int]:
    lines = source.replace("\r\n", "\n").split("\n")
    if lines[0].strip() != "---":
        raise ArticleError(1, say("error.article.no_front_matter"))
    fields: dict[str, str] = {}
    for number, line in enumerate([*lines[1:], ""], start=2):
        if line.strip() == "---":
            break
        if not line.strip():
            raise ArticleError(number, say("error.article.front_matter_open"))
        match = FRONT_MATTER_LINE.fullmatch(line.strip())
        if match is None:
            raise ArticleError(number, say("error.article.front_matter_line", line=line.strip()[:40]))
        if match[1] in fields:
            raise ArticleError(number, say("error.article.front_matter_twice", match=match[1]))
        fields[match[1]] = match[2]
    if not fields.get("title"):
        raise ArticleError(1, say("error.article.no_title"))
    body = "\n".join(lines[number:])
    stripped = body.lstrip("\n")
    return fields, stripped.rstrip("\n"), number + 1 + len(body) - len(stripped)


def _read_line(line: str, number: int) -> tuple[BlockKind, int, str]:
    if heading := HEADING.fullmatch(line):
        return "heading", len(heading[1]), heading[2]
    if caption := CAPTION.fullmatch(line):
        return "caption", 0, caption[1]
    if line.startswith("!["):
        raise ArticleError(number, say("error.article.image_form"))
    if line.startswith("#"):
        raise ArticleError(number, say("error.article.heading_form"))
    return "paragraph", 0, line[1:] if line.startswith(("\\#", "\\![")) else line


def _filled(run: re.Match[str]) -> str:
    """A run of signs, as long as it was, with letters in its middle: splitting takes the square of how long it is."""
    return f"{run[0][:20]}{'x' * (len(run[0]) - 40)}{run[0][-20:]}"


def _apart(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or the two that nupunkt takes for one where the first ends with a short word such as “bus.”"""
    for found in ENDS_PLAINLY.finditer(body, start, end):
        if found["word"] not in SHORTENED:
            yield start, found.end("stop")
            start = found.end("stop")
    yield start, end


def _sentences(text: str, block: Block) -> list[Sentence]:
    from nupunkt import sent_spans  # here, because a learner loads a compiled pack and never splits anything

    body = text[block.start : block.end]
    spans = []
    for start, end in (part for span in sent_spans(LONG_RUN.sub(_filled, body)) for part in _apart(body, *span)):
        words = body[start:end]
        if words.strip():
            start += len(words) - len(words.lstrip())
            spans.append((start, start + len(words.strip())))
    return [
        Sentence(f"{block.id}.s{number}", block.start + start, block.start + end)
        for number, (start, end) in enumerate(spans, start=1)
    ]
