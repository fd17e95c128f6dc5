"""The key of a caption is what two readings agree on; how far they agree is computed and never typed."""

from __future__ import annotations

import pytest

from readtwice.marking.caption_key import Agreement, agreement, caption_words, key_spans
from readtwice.pack.captions import Caption
from tests.specimens import good_pack, hegseth

ARTICLE = good_pack().article
(CAPTION,) = good_pack().captions


def test_words_keep_their_hyphens_and_stand_where_they_are() -> None:
    article = hegseth().article
    words = caption_words(article, "b12")
    assert "self-propelled" in [word.text for word in words]
    assert all(article.text[word.start : word.end] == word.text for word in words)
    assert [word.text for word in words if word.small] == ["in", "a", "to", "their"]


def test_a_key_span_is_a_run_on_which_each_reading_says_one_thing() -> None:
    assert [(span.text, span.tags, span.tag) for span in key_spans(ARTICLE, CAPTION)] == [
        ("Mayor", ("told", "added"), ""),
        ("Anna Keller", ("told", "told"), "told"),
        ("cuts the ribbon", ("seen", "seen"), "seen"),
        ("Saturday", ("told", ""), ""),
    ]
    (_, name, _, day) = key_spans(ARTICLE, CAPTION)
    assert name.reasons == ("A name and an office are told.", "Who it is has to be said.")
    assert day.reasons == ("No photo shows its day.", "")


def test_spans_with_one_tag_but_two_reasons_stay_apart() -> None:
    found = {span.text for caption in hegseth().captions for span in key_spans(hegseth().article, caption)}
    assert {"celebrating Victory Day", "224", "missile strike", "Kharkiv, Ukraine"} <= found


def test_agreement_by_hand() -> None:
    """Six words count. Alike: Anna, Keller, cuts, ribbon. By chance: told 4 x 2 and seen 2 x 2 of 36, a third. So
    kappa is (2/3 - 1/3) / (1 - 1/3), a half."""
    found = agreement(ARTICLE, [CAPTION])
    assert found is not None
    assert (found.words, found.alike, found.percent) == (6, 4, 67)
    assert found.kappa == pytest.approx(0.5)


def test_a_reading_agrees_with_itself_and_no_words_have_no_agreement() -> None:
    assert agreement(ARTICLE, [Caption(CAPTION.block, CAPTION.first, CAPTION.first)]) == Agreement(6, 6, 1.0)
    assert agreement(ARTICLE, []) is None


def test_one_tag_throughout_is_full_agreement() -> None:
    told = tuple(span for span in CAPTION.first if span.quote.text == "nosuch")
    assert agreement(ARTICLE, [Caption(CAPTION.block, told, told)]) == Agreement(6, 6, 1.0)


def test_who_reads_first_does_not_matter() -> None:
    captions = hegseth().captions
    turned = [Caption(one.block, one.second, one.first) for one in captions]
    here, there = agreement(hegseth().article, captions), agreement(hegseth().article, turned)
    assert here is not None
    assert there is not None
    assert (here.words, here.alike) == (there.words, there.alike)
    assert here.kappa == pytest.approx(there.kappa)
    for one, other in zip(captions, turned, strict=True):
        spans = [(span.first, span.last, span.tag) for span in key_spans(hegseth().article, one)]
        assert spans == [(span.first, span.last, span.tag) for span in key_spans(hegseth().article, other)]


def test_the_two_readings_of_the_article_agree_well_beyond_chance() -> None:
    found = agreement(hegseth().article, hegseth().captions)
    assert found is not None
    assert (found.words, found.alike) == (88, 77)
    assert found.kappa == pytest.approx(0.788, abs=0.001)


@pytest.mark.parametrize("caption", hegseth().captions, ids=lambda caption: caption.block)
def test_each_caption_has_something_to_find_and_something_to_keep(caption: Caption) -> None:
    tags = {span.tag for span in key_spans(hegseth().article, caption)}
    assert "added" in tags
    assert tags & {"seen", "told"}
    for reading in (caption.first, caption.second):
        assert all(len(span.reason.split()) <= 20 for span in reading)
