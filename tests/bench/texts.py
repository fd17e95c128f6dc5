"""The text tools on a megabyte against half of it: news, and what is hardest for each."""

from __future__ import annotations

import csv
import io
import re
import time
from collections.abc import Callable, Iterator
from itertools import count
from unicodedata import normalize

import textstat

from readtwice.activities.own_article.offers import sections, track_record
from readtwice.article import article_from_markdown
from readtwice.article.fold import fold
from readtwice.classroom.files.tables import read_table
from readtwice.pack.lexicon import load_lexicon
from readtwice.page.own_text import OwnText, cleaned
from readtwice.reading.quantities import read_quantities
from readtwice.reading.readability import prepare, readability
from readtwice.reading.syllables import all_counted, hyphenated
from readtwice.reading.wording import read_wording
from tests.bench.measured import Measured
from tests.specimens import hegseth

SIZE = 1_000_000
OWN = 40_000
MOST = 3
"""Twice is in proportion; four times would be the square."""


def texts() -> Iterator[Measured]:
    """Processor time of each tool, which other work on the machine disturbs least."""
    lexicon = load_lexicon("hegseth-nato-2025")
    news = hegseth().article.text + "\n\n"
    tools: tuple[tuple[str, Callable[[str], object], str], ...] = (
        ("quantities in news", read_quantities, news),
        ("quantities in numbers", read_quantities, "1 million "),
        ("loaded words in news", lambda text: read_wording(text, lexicon), news),
        ("loaded words in open quotes", lambda text: read_wording(text, lexicon), "“"),
        ("an article of question marks", lambda text: article_from_markdown(f"---\ntitle: T\n---\n\n{text}\n"), "?"),
    )
    for what, tool, piece in tools:
        text = (piece * (SIZE // len(piece) + 1))[:SIZE]
        tool(text[:10_000])
        yield Measured(f"{what}: 1 MB against half", _seconds(tool, text), _seconds(tool, text[: SIZE // 2]), most=MOST)


def own_texts() -> Iterator[Measured]:
    """Lesson 10 on a text of 40,000 signs, all its parts together, against half of it."""
    track_record()
    pieces = {
        "news": hegseth().article.text + "\n\n",
        "a column of numbers": "3456 789 12 ",
        "percentages": "12% 13% ",
        "one sentence of numbers and names": "of the 40 people Mayor Ann Bell met 12 and ",
        "sums": "Of the 100 people, 30 were men, 40 were women and 50 were children, 40%. ",
        "short lines": "Ab cd.\n\n",
        "quotes": "“No,” she said. ",
        "names in capitals": "ADA MOSS EVE BELL ",
        "Chinese": "市长说，今年有三百二十人参加。",
        "Hebrew": "ראש העיר אמר כי 120 איש הגיעו. ",
    }
    for what, piece in pieces.items():
        text = (piece * (OWN // len(piece) + 1))[:OWN]
        whole, half = _seconds(_seen, text), _seconds(_seen, text[: OWN // 2])
        yield Measured(f"lesson 10, {what}: 40,000 signs against half", whole, half, seconds=1)


def _seen(text: str) -> object:
    return list(sections(OwnText(cleaned(text)).pack))


def _seconds(tool: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    tool(text)
    return time.process_time() - begun


def hands() -> Iterator[Measured]:
    """What meets other people's files, each beside a plain tool that does the least of the same."""
    news = (hegseth().article.text + "\n\n") * 20
    hidden = news.replace("e", "e\u00ad").replace(" ", "\u00a0")
    numbers = re.compile(r"\d[\d.,]*")
    rows = "".join(f'"Ada, {number}";"1,5";TEAL-27-K4\r\n' for number in range(5_000))
    table = f"Name;Note;slip\r\n{rows}"
    prepared = prepare(news)
    words = re.findall("[a-z]+", news.lower())
    fresh = count()  # textstat keeps what it has counted
    readability(news)
    yield _beside("quantities in news, against a pattern", lambda: read_quantities(news), lambda: numbers.findall(news))
    yield _beside("fold of plain news, against NFKC", lambda: fold(news), lambda: normalize("NFKC", news))
    yield _beside("fold of pasted news, against NFKC", lambda: fold(hidden), lambda: normalize("NFKC", hidden))
    yield _beside(
        "one reader of tables, against csv",
        lambda: read_table(table.encode(), "list.csv"),
        lambda: list(csv.reader(io.StringIO(table), delimiter=";")),
    )
    yield _beside("syllables, against hyphenation alone", lambda: _counted(words), lambda: _by_hyphenation(words))
    yield _beside(
        "readability, against textstat's grade alone",
        lambda: readability(f"{news} Number {next(fresh)}."),
        lambda: textstat.flesch_kincaid_grade(f"{prepared} Number {next(fresh)}."),
    )


def _beside(what: str, ours: Callable[[], object], plain: Callable[[], object]) -> Measured:
    """The quickest of five of each, in turn: what disturbs only slows."""
    times = [(_seconds(lambda _: ours(), ""), _seconds(lambda _: plain(), "")) for _ in range(5)]
    return Measured(what, min(one for one, _ in times), max(min(one for _, one in times), 1e-6))


def _counted(words: list[str]) -> int:
    known = all_counted()
    return sum(len(known[word][0]) for word in words)


def _by_hyphenation(words: list[str]) -> int:
    return sum(map(hyphenated, words))
