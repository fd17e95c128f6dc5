"""Sentences, blocks and quotes are found by their ids and words."""

from __future__ import annotations

import pytest

from readtwice.article import Article, Span, article_from_markdown, whole_words

ARTICLE = article_from_markdown(
    "---\ntitle: T\n---\n# One 🎀 heading\n\nFirst. Second banana.\nThird, on a new line. Third  again.\n\nLast."
)


def test_a_quote_is_the_words_at_a_span() -> None:
    assert ARTICLE.quote(ARTICLE.sentence("b02.s2")) == "Second banana."
    assert ARTICLE.quote(Span(4, 5)) == "🎀"


def test_a_sentence_knows_its_block_and_its_span() -> None:
    sentence = ARTICLE.sentence("b02.s2")
    assert sentence.block == "b02"
    assert ARTICLE.quote(sentence.span) == "Second banana."


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [((0, 2), (2, 4), False), ((0, 3), (2, 4), True), ((1, 2), (0, 9), True), ((5, 6), (0, 2), False)],
)
def test_spans_overlap_where_they_share_a_letter(one: tuple[int, int], other: tuple[int, int], overlap: bool) -> None:
    assert Span(*one).overlaps(Span(*other)) is overlap
    assert Span(*other).overlaps(Span(*one)) is overlap


def test_sentences_of_a_range_come_in_reading_order() -> None:
    assert [s.id for s in ARTICLE.sentences_of("b01", "b02")] == ["b01.s1", "b02.s1", "b02.s2", "b02.s3", "b02.s4"]
    assert [s.id for s in ARTICLE.sentences_of("b03")] == ["b03.s1"]


def test_a_sentence_is_found_by_any_letter_in_it() -> None:
    sentence = ARTICLE.sentence("b02.s3")
    for place in range(sentence.start, sentence.end):
        assert ARTICLE.sentence_at(Span(place, place + 1)) == sentence


@pytest.mark.parametrize(
    "look",
    [
        lambda a: a.block("b09"),
        lambda a: a.sentence("b01.s9"),
        lambda a: a.sentences_of("b09"),
        lambda a: a.sentences_of("b01", "b09"),
        lambda a: a.sentence_at(Span(len(a.text), len(a.text) + 1)),
        lambda a: a.find_in_block("b09", "First"),
    ],
)
def test_what_does_not_exist_is_a_key_error(look: object) -> None:
    with pytest.raises(KeyError):
        look(ARTICLE)


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("Second banana.", "Second banana."),
        ("banana. Third, on", "banana.\nThird, on"),
        ("Third again.", "Third  again."),
        ("  First.  ", "First."),
    ],
)
def test_a_quote_is_found_in_its_block_whatever_the_spaces(quote: str, words: str) -> None:
    assert ARTICLE.quote(ARTICLE.find_in_block("b02", quote)) == words


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("Fourth", "the quote is not in b02"),
        ("Last.", "the quote is not in b02"),
        ("", "the quote is not in b02"),
        (" \n", "the quote is not in b02"),
        ("second banana", "the quote is not in b02"),
        (".", "the quote stands more than once in b02"),
        ("ana", "the quote begins or ends within a word or number of b02"),
        ("irst", "the quote begins or ends within a word or number of b02"),
        ("Secon", "the quote begins or ends within a word or number of b02"),
    ],
)
def test_a_quote_that_does_not_stand_there_once_is_refused(quote: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        ARTICLE.find_in_block("b02", quote)


@pytest.mark.parametrize(
    ("words", "text", "stands"),
    [
        ("ark", "the park", False),
        ("park", "the park’s", True),
        ("200", "1,200 visits", False),
        ("1", "1.5 metres", False),
        ("20", "in 20. Then", True),
        ("2024", "in 2024, 3 came", True),
        ("$65.9", "$65.9bn", False),
        ("été", "l’été", True),
        ("池水", "是池水的", True),
        ("🎀", "a🎀b", True),
        ("(open)", "is(open)now", True),
    ],
)
def test_words_are_looked_for_as_whole_ones(words: str, text: str, stands: bool) -> None:
    assert bool(whole_words(words).search(text)) == stands


def test_an_article_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        ARTICLE.text = "another"
    assert isinstance(ARTICLE, Article)
