"""A claim that points back with a “he” or a “this” brings the sentence that it points to; a pair stays a pair."""

from __future__ import annotations

import re

import pytest

from readtwice.pack import Item
from readtwice.page.views import item_quotes, quote_view
from tests.specimens import hegseth

POINTS_BACK = re.compile(r"(He|She|It|They|This|These|His|Her|Their) ")
ITEMS = [one for one in hegseth().items if one.shown]


def whole(view: dict[str, str]) -> str:
    return view["before"] + view["exact"] + view["after"]


@pytest.mark.parametrize("item", [one for one in ITEMS if one.kind != "pair"], ids=lambda one: one.id)
def test_no_claim_leaves_open_whom_it_points_to(item: Item) -> None:
    article, views = hegseth().article, item_quotes(hegseth().article, item)
    shown = " ".join(map(whole, views))
    for quote, view in zip(item.shown, views, strict=True):
        sentence = article.sentence(quote.sentence)
        assert view["exact"] == quote.text
        assert article.quote(sentence) in whole(view)
        first = article.sentences_of(sentence.block)[0]
        before = [one for one in article.sentences_of(sentence.block) if one.end <= sentence.start]
        if POINTS_BACK.match(whole(view)) and sentence != first:
            assert article.quote(before[-1]) in shown, "it stands on the card already"


def test_no_sentence_stands_twice_on_a_card() -> None:
    for item in ITEMS:
        views = [whole(view) for view in item_quotes(hegseth().article, item)]
        marked = [hegseth().article.quote(hegseth().article.sentence(quote.sentence)) for quote in item.shown]
        for sentence in set(marked):
            assert sum(sentence in view for view in views) == marked.count(sentence), item.id


def test_a_pair_is_two_sentences() -> None:
    for item in ITEMS:
        if item.kind == "pair":
            expected = [quote_view(hegseth().article, quote, marked=False) for quote in item.shown]
            assert item_quotes(hegseth().article, item, marked=False) == expected
