"""The article under study stands as it was handed over, and each of its parts has the id that all else hangs on."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from readtwice.article import Article, article_from_markdown
from tests.specimens import HEGSETH, PACKS, hegseth

HANDED_OVER = "6fbe1d65980ffcb5a1397f283a61870c41830e45d71816955d20ebc48129128b"
GOLDEN = (Path(__file__).parent / "hegseth-nato-2025.txt").read_text(encoding="utf-8").splitlines()[1:]

HEADINGS = {"b01": 1, "b03": 2, "b05": 2, "b07": 2}
CAPTIONS = {"b02", "b09", "b12", "b15", "b20", "b22"}
WORDS_OF_LESSON_01 = {"b04": 110, "b05": 9, "b06": 135, "b07": 6, "b08": 122, "b09": 16, "b10": 100, "b11": 74}


@pytest.fixture(params=["from its folder", "compiled"])
def article(request: pytest.FixtureRequest) -> Article:
    if request.param == "compiled":
        return hegseth().article
    return article_from_markdown((PACKS / HEGSETH / "article.md").read_text(encoding="utf-8"))


def test_the_text_is_byte_for_byte_what_was_handed_over(article: Article) -> None:
    assert sha256(article.text.encode()).hexdigest() == HANDED_OVER
    assert article.front_matter["handed_over_sha256"] == HANDED_OVER


def test_it_has_24_blocks_of_the_expected_kinds(article: Article) -> None:
    assert [block.id for block in article.blocks] == [f"b{number:02d}" for number in range(1, 25)]
    assert {block.id: block.level for block in article.blocks if block.kind == "heading"} == HEADINGS
    assert {block.id for block in article.blocks if block.kind == "caption"} == CAPTIONS
    assert Counter(block.kind for block in article.blocks) == {"heading": 4, "caption": 6, "paragraph": 14}


def test_its_first_block_is_the_first_line_and_its_last_the_last(article: Article) -> None:
    lines = [line for line in article.text.split("\n") if line.strip()]
    assert [article.quote(block) for block in article.blocks] == lines


def test_it_has_73_sentences_that_begin_and_end_where_they_always_did(article: Article) -> None:
    sentences = article.sentences
    found = [f"{s.id} {s.start}-{s.end} {' '.join(article.quote(s).split()[:5])}" for s in sentences]
    assert len(found) == 73
    assert found == GOLDEN


def test_the_blocks_of_lesson_01_have_572_words(article: Article) -> None:
    counts = {block: len(article.quote(article.block(block)).split()) for block in WORDS_OF_LESSON_01}
    assert counts == WORDS_OF_LESSON_01
    assert sum(counts.values()) == 572
