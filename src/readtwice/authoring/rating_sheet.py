"""A blank sheet for people who rate the key independently: every card of every pack, and nothing of its key."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from readtwice.activities import prints
from readtwice.pack import Item, Pack
from readtwice.publish.table import safe
from readtwice.words import say, words

COLUMNS = ("item", "text", "lesson", "question", "words", "decide_by", "record", "answers")
"""What the sheet says of each card; the names that a rater reads are interface words."""

BLANK = ("your_answer", "how_sure", "reason", "remark")
"""What a rater fills in."""

BYTE_ORDER_MARK = "\ufeff"
"""Without it some spreadsheets take UTF-8 for something else and break the quotation marks."""


def rating_sheet(packs: Iterable[Pack]) -> str:
    """The sheet as CSV, in the order of packs, lessons and ids, which tells nothing about the key.

    Cards that nothing settles are in it too: without them a rater would know that “can't tell” is never right.
    """
    out = io.StringIO()
    out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow([words()["rating"]["columns"][name] for name in (*COLUMNS, *BLANK)])
    for pack in packs:
        for item in sorted(pack.items, key=lambda item: (item.lesson, item.id)):
            writer.writerow([*(safe_lines(cell) for cell in _row(item, pack)), *("" for _ in BLANK)])
    return out.getvalue()


def safe_lines(text: str) -> str:
    """A cell that no spreadsheet computes, its lines kept."""
    return "\n".join(safe(line) for line in text.splitlines())


def _row(item: Item, pack: Pack) -> Sequence[str]:
    quotes = [say("guide.quote", words=quote.text, block=int(quote.block[1:])) for quote in item.shown]
    return (
        item.id,
        pack.article.title,
        item.lesson,
        item.prompt,
        "\n".join(quotes),
        words()["rating"]["decide_by"][item.judged_by],
        "" if item.judged_by == "text" else item.box or _story_box(item, pack) or "\n".join(_cards(item, pack)),
        "; ".join(words()["verdict_button"][item.kind].values()),
    )


def _story_box(item: Item, pack: Pack) -> str:
    """What the record shows of the story that a form's card is about."""
    cards = pack.form.cards if pack.form else ()
    return next((pack.form.story(card.story).box for card in cards if pack.form and card.item == item.id), "")


def _cards(item: Item, pack: Pack) -> Iterable[str]:
    """What the sources say that the shelf offers for an item, or that it names where it stands on no shelf."""
    offered = {one for printed in prints().values() for one in printed.sources(pack, item)} or {*item.evidence}
    for source in pack.sources:
        if source.id in offered:
            yield say("rating.card", publisher=source.publisher, date=source.date, says=source.says)
