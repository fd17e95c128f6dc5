"""How many loaded words the list finds, and how many it flags that are none: counts, precision and recall.

Four measures: the captions against what both readers call added, the wording cards of lesson 05 against their key,
sentences of our own on which the list was corrected, and sentences on which it never was. All but the last flatter it:
the authors of the list knew the article, and added what the first sentences showed to be missing. Those who wrote the
last ones had read the list, so a stranger's would be a harder test.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from readtwice.marking.caption_key import caption_words, key_spans
from readtwice.pack.lexicon import load_lexicon
from readtwice.reading.wording import read_wording
from tests.specimens import hegseth

SENTENCES = Path(__file__).parents[1] / "reading"


@dataclass(frozen=True)
class Found:
    """What the list found of what it should, and what it flagged beside that."""

    what: str
    found: int
    missed: int
    flagged_wrongly: int

    def __str__(self) -> str:
        loaded, flagged = self.found + self.missed, self.found + self.flagged_wrongly
        precision = f"{self.found / flagged:.2f}" if flagged else "none flagged"
        return (
            f"{self.what}: {self.found} of {loaded} found, {self.flagged_wrongly} flagged wrongly; "
            f"precision {precision}, recall {self.found / loaded:.2f}"
        )


def on_captions() -> Found:
    """Spans that both readers call added; flags outside what either calls added are wrong."""
    pack, lexicon = hegseth(), load_lexicon("hegseth-nato-2025")
    found = missed = wrongly = 0
    for caption in pack.captions:
        block, placed = pack.article.block(caption.block), caption_words(pack.article, caption.block)
        flags = {
            (block.start + one.start, block.start + one.end) for one in read_wording(pack.article.quote(block), lexicon)
        }
        spans = [(one, placed[one.first].start, placed[one.last].end) for one in key_spans(pack.article, caption)]
        for span, start, end in spans:
            if span.tag == "added":
                hit = any(start < right and left < end for left, right in flags)
                found, missed = found + hit, missed + (not hit)
        wrongly += sum(
            not any("added" in span.tags and start < right and left < end for span, start, end in spans)
            for left, right in flags
        )
    return Found("captions", found, missed, wrongly)


def on_cards() -> Found:
    """The marked words of the wording cards: flagged or not, against the key."""
    lexicon = load_lexicon("hegseth-nato-2025")
    cards = [
        (bool(read_wording(item.targets[0].text, lexicon)), item.is_clean)
        for item in hegseth().items
        if item.kind == "wording"
    ]
    return Found(
        "wording cards",
        sum(flagged and not clean for flagged, clean in cards),
        sum(not flagged and not clean for flagged, clean in cards),
        sum(flagged and clean for flagged, clean in cards),
    )


def on_sentences(what: str, file: str) -> Found:
    """Loaded words and clean sentences of a file: `sentence`, and the `loaded` words in it, parted by semicolons."""
    lexicon = load_lexicon("hegseth-nato-2025")
    found = missed = wrongly = 0
    with (SENTENCES / file).open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            flags = {one.text.lower() for one in read_wording(row["sentence"], lexicon)}
            loaded = set(filter(None, row["loaded"].split(";")))
            found, missed = found + len(loaded & flags), missed + len(loaded - flags)
            wrongly += len(flags - loaded)
    return Found(what, found, missed, wrongly)


def all_found() -> list[Found]:
    """The four measures."""
    return [
        on_captions(),
        on_cards(),
        on_sentences("sentences that corrected it", "wording_cases.csv"),
        on_sentences("hold-out", "wording_holdout.csv"),
    ]
