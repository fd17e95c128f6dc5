"""The folded form of pasted text, and the way back to the text as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.article import Span
from readtwice.article.fold import fold

PASTED = {
    "re\u00adgime": "regime",
    "so\u2011called": "so-called",
    "so\u2010called": "so-called",
    "a\u200bb\u2060c\ufeffd\u200de": "abcde",
    "ﬁve oﬃcers ﬂed": "five officers fled",
    "10\u202f000\u2009km": "10 000 km",
    "５００％": "500%",
    "Ｎａｔｏ": "Nato",
    "㎢ and ㎏": "km² and kg",
    "20 ℃": "20 °C",
    "№ 5": "No 5",
    "300 \u212a and 5 \u212b": "300 K and 5 Å",
    "5﹪ ﹣ a﹐ b︐": "5% - a, b,",
    "e\u0301te\u0301": "été",
    "٥٠ and ५०": "50 and 50",
    "one\u2028two": "one\ntwo",
    "\u202eabc\u202c": "abc",
}


@pytest.mark.parametrize(("pasted", "plain"), PASTED.items())
def test_what_is_pasted_is_folded(pasted: str, plain: str) -> None:
    folded = fold(pasted)
    assert folded.text == plain
    assert folded.span(0, len(plain)).end == len(pasted.rstrip("\u202c"))


@pytest.mark.parametrize("kept", ["½", "m²", "10⁶", "…", "a – b — c", "−5", "‘a’ “b”", "€5", "Київ", "مدرسه", "™", "①"])
def test_what_means_something_stays(kept: str) -> None:
    assert fold(kept).text == kept


def test_places_are_those_of_the_text_as_it_was() -> None:
    text = "The re\u00adgime’s oﬃcers \u200b\u200bfled e\u0301tat 10\u202f000."
    folded = fold(text)
    for plain, was in [("regime", "re\u00adgime"), ("officers", "oﬃcers"), ("fled", "fled"), ("état", "e\u0301tat")]:
        at = folded.text.index(plain)
        span = folded.span(at, at + len(plain))
        assert text[span.start : span.end] == was


SIGNS = st.sampled_from("a1 \u00ad\u200bﬁ５\u202f½–é\u2011㎢℃")


@given(st.text(SIGNS, max_size=40), st.data())
def test_folding_twice_is_folding_once_and_spans_lie_in_order(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    assert fold(folded.text).text == folded.text
    end = 0
    for place in range(len(folded.text)):
        span = folded.span(place, place + 1)
        assert 0 <= span.start < span.end <= len(text)
        assert span.end >= end
        end = span.end
        assert folded.text[place] in fold(text[span.start : span.end]).text


@given(st.text(st.sampled_from("ab .’“–")))
def test_plain_text_stays_the_same(text: str) -> None:
    folded = fold(text)
    assert folded.text == text
    assert not text or folded.span(0, len(text)) == Span(0, len(text))
