"""A span is found again: in the same text always, and in an edited one as long as its own words stand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from readtwice.article import Span, SpanNotFound, find_span, selectors_for
from tests.specimens import TRICKY, hegseth

SMALL_WORLD = st.text(st.sampled_from("ab ’“🎀\u0301\n"), min_size=1, max_size=150)
"""Few letters, so that the same words stand in many places."""


def span_in(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, min(len(text), start + 40))))


@st.composite
def texts_and_spans(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(st.one_of(SMALL_WORLD, st.just(TRICKY), st.just(hegseth().article.text)))
    return text, span_in(draw, text)


def quote_of(selectors: list[dict[str, Any]]) -> dict[str, Any]:
    return next(selector for selector in selectors if selector["type"] == "TextQuoteSelector")


def surrounded(selectors: list[dict[str, Any]]) -> str:
    quote = quote_of(selectors)
    return str(quote["prefix"] + quote["exact"] + quote["suffix"])


def places(text: str, words: str) -> list[int]:
    return [place for place in range(len(text)) if text.startswith(words, place)]


@settings(max_examples=200)
@given(texts_and_spans())
def test_a_span_is_found_again_in_the_same_text(drawn: tuple[str, Span]) -> None:
    text, span = drawn
    assert find_span(text, selectors_for(text, span)) == span


@settings(max_examples=100)
@given(texts_and_spans())
def test_positions_and_quotes_are_code_points(drawn: tuple[str, Span]) -> None:
    text, span = drawn
    quote, position = selectors_for(text, span)
    assert list(text)[position["start"] : position["end"]] == list(quote["exact"])
    assert text[: span.start].endswith(quote["prefix"])
    assert text[span.end :].startswith(quote["suffix"])


@settings(max_examples=100)
@given(texts_and_spans())
def test_a_quote_with_its_surroundings_stands_once_or_is_the_whole_text(drawn: tuple[str, Span]) -> None:
    text, span = drawn
    words = surrounded(selectors_for(text, span))
    assert words == text or len(places(text, words)) == 1


@st.composite
def edits_elsewhere(draw: st.DrawFn) -> tuple[str, Span, str, Span]:
    """A text and a span, and the text with letters put in or taken out before and after the span's surroundings."""
    text = draw(st.one_of(SMALL_WORLD, st.just(TRICKY), st.just(hegseth().article.text[:4000])))
    span = span_in(draw, text)
    quote = quote_of(selectors_for(text, span))
    first, last = span.start - len(quote["prefix"]), span.end + len(quote["suffix"])
    words = st.one_of(st.just(""), st.text(st.sampled_from("ab ’🎀"), max_size=60), st.just(quote["exact"]))
    before = text[: draw(st.integers(0, first))] + draw(words) + text[draw(st.integers(0, first)) : first]
    after = text[last : draw(st.integers(last, len(text)))] + draw(words) + text[draw(st.integers(last, len(text))) :]
    edited = before + text[first:last] + after
    start = len(before) + len(quote["prefix"])
    return text, span, edited, Span(start, start + span.end - span.start)


@settings(max_examples=300)
@given(edits_elsewhere())
def test_a_span_is_found_again_after_edits_elsewhere(drawn: tuple[str, Span, str, Span]) -> None:
    text, span, edited, moved = drawn
    selectors = selectors_for(text, span)
    assume(len(places(edited, surrounded(selectors))) == 1)  # an edit may build the same surroundings a second time
    assert find_span(edited, selectors) == moved


REPEATED = "It’s 5 o’clock 🕔"


@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text,
        lambda text: "🎀🎀 A new first line.\n\n" + text,
        lambda text: text + " And “It’s 5 o’clock 🕔” once more.",
        lambda text: text.replace("Zu\u0308rich", "Basel").replace("basic", "first"),
    ],
    ids=["no edit", "a new beginning", "a fourth time", "other words around"],
)
def test_each_of_three_equal_quotes_is_told_from_the_others(number: int, edit: Any) -> None:
    start = places(TRICKY, REPEATED)[number]
    selectors = selectors_for(TRICKY, Span(start, start + len(REPEATED)))
    edited = edit(TRICKY)
    assert find_span(edited, selectors).start == places(edited, REPEATED)[number]


def test_a_sentence_keeps_its_selectors_when_the_paragraph_before_it_goes() -> None:
    article = hegseth().article
    block, sentence = article.block("b10"), article.sentence("b11.s1")
    edited = article.text[: block.start] + article.text[block.end :]
    found = find_span(edited, selectors_for(article.text, sentence.span))
    assert edited[found.start : found.end] == article.quote(sentence)


def test_all_sentences_are_found_in_a_text_that_begins_with_an_emoji() -> None:
    article = hegseth().article
    for sentence in article.sentences:
        found = find_span("🎀" + article.text, selectors_for(article.text, sentence.span))
        assert found == Span(sentence.start + 1, sentence.end + 1)


def test_words_that_are_gone_are_not_found() -> None:
    with pytest.raises(SpanNotFound, match="are not in the text"):
        find_span("another text", selectors_for("one text", Span(0, 3)))


def test_a_quote_alone_is_enough() -> None:
    assert find_span("a b a c", [{"type": "TextQuoteSelector", "exact": "a", "suffix": " c"}]) == Span(4, 5)


@pytest.mark.parametrize("place", [0, 4, 8])
def test_among_places_that_fit_equally_well_the_nearest_to_the_old_one_wins(place: int) -> None:
    selectors = [
        {"type": "TextQuoteSelector", "exact": "a"},
        {"type": "TextPositionSelector", "start": place, "end": 0},
    ]
    assert find_span("a b a b a", selectors).start == place
    assert find_span("a b a b a", [selectors[0], {**selectors[1], "start": place + 1}]).start == place


@pytest.mark.parametrize("selectors", [[], [{"type": "TextPositionSelector", "start": 0, "end": 1}], [{}]])
def test_without_a_quote_nothing_is_looked_for(selectors: list[dict[str, Any]]) -> None:
    with pytest.raises(ValueError, match="TextQuoteSelector"):
        find_span("a text", selectors)


@pytest.mark.parametrize("span", [Span(0, 0), Span(2, 1), Span(-1, 1), Span(0, 9), Span(9, 10)])
def test_a_span_outside_the_text_has_no_selectors(span: Span) -> None:
    with pytest.raises(ValueError, match="is not inside a text of 6 code points"):
        selectors_for("a text", span)


TWINS = "First the aid was paid. The war went on. Then the men left. Last came the rain. The war went on. So it ended."


def test_a_mark_whose_sentence_is_gone_is_lost_and_never_moved_to_its_twin() -> None:
    for start in places(TWINS, "The war went on."):
        selectors = selectors_for(TWINS, Span(start, start + 16))
        edited = TWINS[:start] + TWINS[start + 17 :]
        with pytest.raises(SpanNotFound):
            find_span(edited, selectors)


def test_a_word_whose_sentence_is_gone_is_lost() -> None:
    article = hegseth().article
    sentence = article.sentence("b19.s2")
    start = article.text.index("billion", sentence.start)
    edited = article.text[: sentence.start] + article.text[sentence.end :]
    assert "billion" in edited
    with pytest.raises(SpanNotFound):
        find_span(edited, selectors_for(article.text, Span(start, start + 7)))


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("gime", "\u00adgime"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("so-called", "so\u2011called"),
        lambda text: text.replace("fi", "ﬁ"),
        lambda text: text.replace("é", "e\u0301"),
        lambda text: text.replace("e", "e\u200b"),
    ],
)
def test_a_mark_is_found_in_a_text_that_was_pasted(change: Any) -> None:
    text = "They fight. The regime’s so-called café finds five firms. Then all went home."
    start = text.index("regime")
    pasted = change(text)
    found = find_span(pasted, selectors_for(text, Span(start, text.index(" Then"))))
    assert pasted[found.start : found.end] == change(text[start : text.index(" Then")]).rstrip("\u200b")


def test_a_block_s_quote_is_found_however_it_was_pasted() -> None:
    article = hegseth().article
    quote = article.quote(article.sentence("b19.s2"))
    span = article.find_in_block("b19", quote)
    assert article.find_in_block("b19", quote.replace(" ", "\u00a0").replace("fi", "ﬁ").replace("o", "o\u00ad")) == span
