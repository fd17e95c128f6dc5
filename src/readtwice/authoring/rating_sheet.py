"""A blank sheet for people who rate the key independently: every card of every pack, and nothing of its key."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from readtwice.activities import prints
from readtwice.pack import Item, Pack, Quote
from readtwice.pack.checks.form import blocks_of
from readtwice.pack.draw import alone, has_states, state_mark
from readtwice.pack.stories import story_of
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
        for items in (pack.items, pack.twins):  # the states of one card stand far apart
            for item in sorted(items, key=lambda item: (item.lesson, name_of(item, pack))):
                writer.writerow(
                    [
                        *(safe_lines(cell) for cell in _row(name_of(item, pack), item, alone(pack, item))),
                        *("" for _ in BLANK),
                    ]
                )
    return out.getvalue()


def name_of(item: Item, pack: Pack) -> str:
    """What a rater calls a card: its id and, where it has states, four characters for the state."""
    return f"{item.card} {state_mark(item)}" if has_states(pack, item) else item.id


def safe_lines(text: str) -> str:
    """A cell that no spreadsheet computes, its lines kept."""
    return "\n".join(safe(line) for line in text.splitlines())


def _row(name: str, item: Item, pack: Pack) -> Sequence[str]:
    quotes = [say("guide.quote", words=_sentence(item, one, pack), block=int(one.block[1:])) for one in item.shown]
    return (
        name,
        "\n".join((pack.article.title, *_story(item, pack, has_states=name != item.id))),
        item.lesson,
        item.prompt,
        "\n".join(quotes),
        words()["rating"]["decide_by"][item.judged_by],
        "" if item.judged_by == "text" else item.box or _story_box(item, pack) or "\n".join(_cards(item, pack)),
        "; ".join(words()["verdict_button"][item.kind].values()),
    )


def _sentence(item: Item, quote: Quote, pack: Pack) -> str:
    """The whole sentence, as learners see it; the words that are asked about in brackets, where they are marked."""
    sentence, text = pack.article.sentence(quote.sentence), pack.article.text
    before, after = text[sentence.start : quote.span.start], text[quote.span.end : sentence.end]
    marked = quote.text if item.kind == "pair" or not (before or after) else f"[{quote.text}]"
    return f"{before}{marked}{after}"


def _story(item: Item, pack: Pack, *, has_states: bool) -> Iterable[str]:
    """The story that a card of a form, or one that `has_states`, is about, as it reads with this state of the card."""
    cards = [card for card in pack.form.cards if card.item == item.id] if pack.form else []
    for card in cards:
        if pack.form:
            for block in blocks_of(pack.article, pack.form.story(card.story).part):
                yield pack.article.quote(block)
    if has_states and not cards:
        yield from (block["text"] for block in story_of(pack, item))


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
