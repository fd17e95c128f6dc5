"""The reader of quantities on the article under study: all that is there, in order, and not one more.

The list was written down from reading the article, by hand. Borderline words, and why they are in or out:

- in: `Thursday` and `June`, though they name no day; both `pre-2014`, as the year; `224`, as the year that the caption
  makes of it ("Victory Day in 224"), impossible as it is; `26th`; `a third`, with `only` as its hedge;
- out, since no value can be given: `no single outcome`, `the majority of aid`, `both sides`, `several settlements`,
  `pre-war`, `recent`, `immediately`; `some quarters` and `on the other hand` count nothing;
- `within a year` sets a limit of time. It makes the 10,000 drones no yearly rate, so they have no period;
- `on average` says how a number was made, not how sure it is, and is no hedge;
- `march` and `may` are verbs in all their places.
"""

from __future__ import annotations

import re

import pytest

from readtwice.pack import load_pack
from readtwice.reading.quantities import Quantity, read_quantities

ARTICLE = load_pack("hegseth-nato-2025").article

# sentence, text, kind, value, unit, currency, period, hedge
GOLDEN = [
    ("b06.s1", "Thursday", "weekday", "4", None, None, None, None),
    ("b08.s1", "February 10, 2025", "date", "2025-02-10", None, None, None, None),
    ("b08.s3", "2014", "year", "2014", None, None, None, None),
    ("b11.s2", "2014", "year", "2014", None, None, None, None),
    ("b19.s2", "$65.9 billion", "money", "65900000000", None, "USD", None, None),
    ("b19.s2", "February 2022", "date", "2022-02", None, None, None, None),
    ("b19.s2", "3%", "percent", "3", "percent", None, None, "over"),
    ("b19.s2", "£4.3 billion per year", "money", "4300000000", None, "GBP", "year", "around"),
    ("b19.s4", "5%", "percent", "5", "percent", None, None, None),
    ("b19.s4", "3.3%", "percent", "3.3", "percent", None, None, "around"),
    ("b21.s1", "June", "month", "6", None, None, None, None),
    ("b22.s1", "224", "year", "224", None, None, None, None),
    ("b23.s1", "2024", "year", "2024", None, None, None, None),
    ("b23.s1", "$86 billion", "money", "86000000000", None, "USD", None, None),
    ("b23.s2", "a third", "fraction", "1/3", None, None, None, "only"),
    ("b23.s3", "three percent", "percent", "3", "percent", None, None, None),
    ("b23.s3", "five percent", "percent", "5", "percent", None, None, None),
    ("b23.s3", "$750 billion", "money", "750000000000", None, "USD", None, "almost"),
    ("b24.s1", "26th", "ordinal", "26", None, None, None, None),
    ("b24.s2", "£1 billion", "money", "1000000000", None, "GBP", None, "over"),
    ("b24.s2", "10,000", "count", "10000", "drones", None, None, "more than"),
    ("b24.s3", "£186.56 million", "money", "186560000", None, "GBP", None, "around"),
]


def row(quantity: Quantity, sentence: str) -> tuple[str | None, ...]:
    q = quantity
    return sentence, q.text, q.kind, q.value, q.unit, q.currency, q.period, q.hedge


def test_the_article_holds_exactly_the_golden_list() -> None:
    found = [
        row(quantity, next(s.id for s in ARTICLE.sentences if s.start <= quantity.start < s.end))
        for quantity in read_quantities(ARTICLE.text)
    ]
    assert found == GOLDEN


def test_no_quantity_of_the_article_is_a_range() -> None:
    assert [q.value_to for q in read_quantities(ARTICLE.text)] == [None] * len(GOLDEN)


@pytest.mark.parametrize("sentence", ARTICLE.sentences, ids=lambda sentence: str(sentence.id))
def test_each_sentence_alone_reads_as_in_the_whole(sentence: object) -> None:
    name = getattr(sentence, "id", "")
    words = ARTICLE.quote(ARTICLE.sentence(name))
    assert [row(quantity, name) for quantity in read_quantities(words)] == [r for r in GOLDEN if r[0] == name]


def test_every_digit_of_the_article_is_in_a_quantity() -> None:
    spans = [(quantity.start, quantity.end) for quantity in read_quantities(ARTICLE.text)]
    digits = [match.start() for match in re.finditer("[0-9]", ARTICLE.text)]
    assert digits
    assert [at for at in digits if not any(start <= at < end for start, end in spans)] == []
