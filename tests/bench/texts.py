"""The text tools on a megabyte against half of it: news, and what is hardest for each."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from readtwice.article import article_from_markdown
from readtwice.pack.lexicon import load_lexicon
from readtwice.reading.quantities import read_quantities
from readtwice.reading.wording import read_wording
from tests.bench.measured import Measured
from tests.specimens import hegseth

SIZE = 1_000_000
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


def _seconds(tool: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    tool(text)
    return time.process_time() - begun
