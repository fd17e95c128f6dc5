"""Tags of a caption against two readings: span by span, both sides of the skill, the same rule for every side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from readtwice.activities.captions.mark import (
    Discernment,
    MarkedSpan,
    SpanOutcome,
    discernment,
    mark_tags,
    read_tags,
    tagging_feedback,
)
from readtwice.marking import UnreadableAnswer
from readtwice.marking.caption_key import caption_words, key_spans
from readtwice.pack.captions import TAGS, Caption
from tests.specimens import good_pack, hegseth

PACK = hegseth()
CAPTIONS = {caption.block: caption for caption in PACK.captions}
LEARNERS: dict[str, dict[str, dict[str, str]]] = yaml.safe_load(
    (Path(__file__).parent / "caption_learners.yaml").read_text(encoding="utf-8")
)
captions = st.sampled_from(list(CAPTIONS.values()))
tags = st.sampled_from(["", *TAGS])


def tags_of(learner: str, block: str) -> tuple[str, ...]:
    """What a learner tagged, word by word."""
    given = dict(LEARNERS[learner][block])
    if "*" in given:
        return (given["*"],) * len(caption_words(PACK.article, block))
    return read_tags(PACK.article, CAPTIONS[block], given)


def marked_by(learner: str, *blocks: str) -> list[tuple[MarkedSpan, ...]]:
    return [mark_tags(PACK.article, CAPTIONS[block], tags_of(learner, block)) for block in blocks or CAPTIONS]


def balanced(found: Discernment) -> float | None:
    """The mean of the two shares; of one, where the other has no spans: suspicion alone pays no more than trust."""
    shares = [part / whole for part, whole in ((found.found, found.added), (found.kept, found.plain)) if whole]
    return sum(shares) / len(shares) if shares else None


def evenhanded(captions: Iterable[Sequence[MarkedSpan]]) -> float:
    """The mean over captions, each counted the same: who is easy on one side loses as much whichever side that is."""
    shares = [share for marked in captions if (share := balanced(discernment(marked))) is not None]
    return sum(shares) / len(shares)


@cache
def score(learner: str) -> float:
    return evenhanded(marked_by(learner))


def outcomes(learner: str, block: str) -> dict[str, str]:
    (marked,) = marked_by(learner, block)
    return {one.span.text: one.outcome.value for one in marked}


# --- five learners -------------------------------------------------------------------------------------------------


def test_every_learner_tagged_every_caption() -> None:
    assert len(CAPTIONS) == 6
    assert all(answers.keys() == CAPTIONS.keys() for answers in LEARNERS.values())


def test_care_beats_taking_sides_and_taking_sides_beats_taking_no_look() -> None:
    assert score("careful") > 0.9
    assert score("careful") > score("for_ukraine") + 0.15
    assert score("for_ukraine") > score("everything") + 0.1
    assert score("everything") == score("nothing") == 0.5, "suspicion alone pays as little as trust alone"


def test_both_partisans_come_out_alike() -> None:
    """Exactly alike, for each caption counts the same: half for one's own side, half for the other's."""
    assert score("for_ukraine") == score("for_russia")
    for block in ("b02", "b09", "b12", "b22"):
        assert balanced(discernment(marked_by("for_ukraine", block)[0])) == 0.5
        assert balanced(discernment(marked_by("for_russia", block)[0])) == 0.5


def test_pooled_counts_would_favour_the_side_with_fewer_spans() -> None:
    """Why the mean is taken over captions: one side's captions have more spans to be wrong about."""
    pooled = {
        name: discernment(m for marked in marked_by(name) for m in marked) for name in ("for_ukraine", "for_russia")
    }
    assert balanced(pooled["for_ukraine"]) != balanced(pooled["for_russia"])


def test_a_careful_reader_is_told_span_by_span() -> None:
    assert outcomes("careful", "b12") == {
        "Russian": "agreement",
        "soldiers": "talk",
        "ride": "agreement",
        "Akatsiya": "agreement",
        "self-propelled guns": "talk",
        "eastern Ukraine": "agreement",
        "strategic move to strengthen their defensive posture": "agreement",
    }
    assert outcomes("careful", "b15")["elite"] == "missed"
    assert outcomes("careful", "b02")["defend their country against the Russian invasion"] == "agreement"


def test_seen_is_kept_told_is_told_and_no_side_is_spared() -> None:
    assert set(outcomes("everything", "b22").values()) == {"agreement", "over_reach", "talk"}
    assert set(outcomes("everything", "b02").values()) == {"agreement", "over_reach"}
    assert set(outcomes("nothing", "b02").values()) == {"missed"}


# --- what marking holds to, whatever is tagged -----------------------------------------------------------------------


@st.composite
def tagged(draw: st.DrawFn) -> tuple[Caption, list[str]]:
    caption = draw(captions)
    count = len(caption_words(PACK.article, caption.block))
    return caption, draw(st.lists(tags, min_size=count, max_size=count))


@given(tagged())
def test_a_span_is_over_reached_or_missed_or_neither_and_where_readings_differ_nothing_is_marked(
    work: tuple[Caption, list[str]],
) -> None:
    caption, given = work
    order = ("", *TAGS)
    for one in mark_tags(PACK.article, caption, given):
        difference = order.index(one.tag) - order.index(one.span.tag)
        expected = (
            SpanOutcome.TALK
            if not one.span.tag
            else SpanOutcome.AGREEMENT
            if not difference
            else SpanOutcome.OVER_REACH
            if difference > 0
            else SpanOutcome.MISSED
        )
        assert one.outcome is expected
        assert one.tag == "" or one.tag in given[one.span.first : one.span.last + 1]


@given(tagged(), st.randoms(use_true_random=False))
def test_the_order_of_tagging_does_not_matter(work: tuple[Caption, list[str]], random: Any) -> None:
    caption, given = work
    words = caption_words(PACK.article, caption.block)
    texts = [word.text for word in words]
    pairs = [(text, tag) for text, tag in zip(texts, given, strict=True) if tag]
    block = PACK.article.quote(PACK.article.block(caption.block))
    pairs = [(text, tag) for text, tag in pairs if block.count(text) == 1]
    mixed = random.sample(pairs, len(pairs))
    assert read_tags(PACK.article, caption, dict(mixed)) == read_tags(PACK.article, caption, dict(pairs))


@given(st.permutations(list(CAPTIONS)), st.data())
def test_the_order_of_captions_does_not_matter(order: list[str], data: st.DataObject) -> None:
    given = {b: data.draw(st.lists(tags, min_size=n, max_size=n)) for b, n in _counts().items()}
    marked = {block: mark_tags(PACK.article, CAPTIONS[block], given[block]) for block in CAPTIONS}
    assert evenhanded(marked[b] for b in order) == pytest.approx(evenhanded(marked.values()))
    assert discernment(m for b in order for m in marked[b]) == discernment(m for one in marked.values() for m in one)


def _counts() -> dict[str, int]:
    return {block: len(caption_words(PACK.article, block)) for block in CAPTIONS}


@pytest.mark.parametrize("caption", [*CAPTIONS.values(), *good_pack().captions], ids=lambda caption: caption.block)
def test_whoever_tags_as_the_key_does_agrees_throughout(caption: Caption) -> None:
    article = PACK.article if caption in CAPTIONS.values() else good_pack().article
    given = [""] * len(caption_words(article, caption.block))
    for span in key_spans(article, caption):
        given[span.first : span.last + 1] = [span.tag] * (span.last + 1 - span.first)
    marked = mark_tags(article, caption, given)
    assert {one.outcome for one in marked if one.span.tag} == {SpanOutcome.AGREEMENT}
    assert balanced(discernment(marked)) == 1
    assert tagging_feedback(marked).outcome == "right"


def test_the_telling_words_of_a_long_span_are_enough_and_of_two_tags_the_key_decides() -> None:
    caption = CAPTIONS["b02"]
    for quotes, expected in (
        ({"determination and resilience": "added"}, "agreement"),
        ({"determination": "added", "resilience": "told"}, "agreement"),
        ({"determination": "told", "resilience": "seen"}, "missed"),
        ({"determination": "told", "resilience": "told", "people": "added"}, "missed"),
    ):
        marked = mark_tags(PACK.article, caption, read_tags(PACK.article, caption, quotes))
        assert [one.outcome for one in marked if "determination" in one.span.text] == [expected]


# --- what can be read as tags ----------------------------------------------------------------------------------------


def test_tags_for_exact_words_and_a_list_of_tags_are_the_same() -> None:
    caption = CAPTIONS["b12"]
    given = read_tags(PACK.article, caption, {"ride": " Seen", "Russian soldiers": "told"})
    assert given[:4] == ("told", "told", "seen", "")
    assert read_tags(PACK.article, caption, list(given)) == given


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (7, 'Give exact words with their tags, such as {"ride": "seen"}. You gave 7.'),
        (["seen"], 'Give exact words with their tags, such as {"ride": "seen"}. You gave [\'seen\'].'),
        (
            {"rides": "seen"},
            "'rides' does not stand in this caption, or stands there more than once. Copy the exact words.",
        ),
        ({"": "seen"}, "'' does not stand in this caption, or stands there more than once. Copy the exact words."),
        ({"ride": "true"}, "'true' is no tag. Use seen, told or added."),
        ({"ride": None}, "None is no tag. Use seen, told or added."),
        ({"ride": "seen", "soldiers ride": "told"}, "“ride” has two tags. Give each word one."),
        ([["seen"]] * 17, "['seen'] is no tag. Use seen, told or added."),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(value: object, said: str) -> None:
    with pytest.raises(UnreadableAnswer) as error:
        read_tags(PACK.article, CAPTIONS["b12"], value)
    assert str(error.value) == said


def test_marking_refuses_tags_that_no_reader_of_answers_gives() -> None:
    for wrong in (["seen"], ["true"] * 17):
        with pytest.raises(ValueError, match="b12 has 17 words"):
            mark_tags(PACK.article, CAPTIONS["b12"], wrong)
