"""Which texts are read as English: of every kind and length, and beside them those of twenty other languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from readtwice.article import article_from_markdown
from readtwice.reading.language import english_part, looks_english
from readtwice.reading.pasted import as_markdown, clean
from tests.reading.fresh import fresh_articles

_HERE = Path(__file__).parent


def _lines(file: str) -> list[str]:
    """A text a line; `\\n` in it ends one of its own lines."""
    return [line.replace("\\n", "\n") for line in (_HERE / file).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("file", ["english_texts.txt", "sound_sentences.txt", "sound_passages.txt"])
def test_english_is_read_be_it_headlines_results_a_table_or_one_sentence(file: str) -> None:
    assert [text for text in _lines(file) if not looks_english(text)] == []


def test_other_languages_are_not_read_be_they_as_near_as_scots_or_dutch() -> None:
    assert [text for text in _lines("other_texts.txt") if looks_english(text)] == []


@pytest.mark.parametrize("file", ["fresh_articles.txt", "more_fresh_articles.txt", "third_fresh_articles.txt"])
def test_articles_are_english_unless_their_name_says_otherwise(file: str) -> None:
    others = {one.name for one in fresh_articles(file) if not looks_english(one.article.text)}
    named = ("another language", "right to left", "German:")
    assert others == {one.name for one in fresh_articles(file) if one.name.startswith(named)}


def test_of_a_text_in_two_languages_the_english_part_is_read_where_it_stands() -> None:
    dutch = "De gemeente sluit de bibliotheek op maandag. Dat heeft de raad met 11 van de 19 stemmen besloten."
    english = "The council will close the library on Mondays. Its 400 readers want it open, and have told the mayor so."
    article = article_from_markdown(as_markdown(clean(f"Two\n\n{dutch}\n\n{english}").text, {}, "t"))
    part, others = english_part(article)
    assert part
    assert others == ("b02",)
    assert dutch[:30] not in part.text
    assert [article.quote(one) for one in part.sentences] == [part.quote(one) for one in part.sentences]
    assert len(part.text) == len(article.text)
