"""Cards with short questions: every part counts, both fair answers are right, and nonsense is named."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.activities.drift.mark import drift_match
from readtwice.activities.drift.part import drifts_of, the_drifts_of
from readtwice.activities.timeline.about import TIMELINE
from readtwice.activities.timeline.match import statement_match
from readtwice.activities.timeline.part import the_timeline_of, timeline_of
from readtwice.activities.voices.about import VOICES
from readtwice.activities.voices.mark import voice_match
from readtwice.activities.voices.part import the_voices_of, voices_of
from readtwice.marking import Outcome
from readtwice.marking.matching import Match, key_line, mark_match, read_match
from readtwice.page.views import quote_view
from readtwice.words import say
from tests.specimens import hegseth


def all_matches() -> list[Match]:
    pack = hegseth()
    return [
        *(voice_match(pack, one) for one in the_voices_of(pack).quotes),
        *(statement_match(pack, one) for one in the_timeline_of(pack).statements),
        *(drift_match(pack, one) for one in the_drifts_of(pack).rows),
    ]


MATCHES = all_matches()
matches = st.sampled_from(MATCHES)


nonsensical = st.one_of(
    st.text(min_size=1), st.integers(), st.lists(st.text()), st.dictionaries(st.text(), st.text(), min_size=1)
)


def right(match: Match) -> dict[str, str]:
    return {part.name: part.fair[0] for part in match.parts}


def test_no_two_cards_are_saved_under_one_id() -> None:
    assert len({match.id for match in MATCHES}) == len(MATCHES)


@given(matches, st.data())
def test_only_fair_answers_are_right(match: Match, data: st.DataObject) -> None:
    answer = {part.name: data.draw(st.sampled_from(list(part.choices))) for part in match.parts}
    off = [part.label for part in match.parts if answer[part.name] not in part.fair]
    feedback = mark_match(match, answer)
    assert feedback.outcome is (Outcome.NOT_YET if off else Outcome.RIGHT)
    if len(match.parts) > 1:
        assert all(label in feedback.line for label in off)
    elif off:  # "look again at" the one question that there is would say nothing
        (part,) = match.parts
        assert part.label not in feedback.line
        assert part.choices[answer[part.name]] in feedback.line
    assert len(feedback.line.split()) <= 35


@pytest.mark.parametrize("match", MATCHES, ids=lambda match: match.id)
def test_each_key_can_be_chosen_and_is_explained(match: Match) -> None:
    assert all(set(part.fair) <= set(part.choices) and part.fair for part in match.parts)
    assert len(match.why.split()) <= 35
    assert mark_match(match, right(match)).line == match.why
    assert key_line(match)


@given(matches, st.data())
def test_a_part_left_open_is_not_tried(match: Match, data: st.DataObject) -> None:
    left = data.draw(st.sampled_from(match.parts))
    answer = {name: value for name, value in right(match).items() if name != left.name}
    feedback = mark_match(match, answer)
    assert feedback.outcome is Outcome.NOT_TRIED
    assert not answer or left.label in feedback.line


@given(matches, nonsensical)
def test_nonsense_cannot_be_marked_and_says_what_can(match: Match, nonsense: Any) -> None:
    if isinstance(nonsense, dict) and read_match(match, nonsense) == nonsense:
        return
    feedback = mark_match(match, nonsense)
    assert feedback.outcome is Outcome.CANNOT_BE_MARKED
    assert feedback.line.startswith("Expected")


def test_the_speaker_cards_cover_what_the_lesson_needs() -> None:
    voices = voices_of(hegseth())
    assert voices
    kinds = [voice.kind for voice in voices.quotes]
    own = [voice for voice in voices.quotes if voice.speaker == "article"]
    assert len(voices.quotes) >= 30
    assert set(kinds) == {"report", "opinion", "forecast"}
    assert len(voices.quotes) / 3 <= len(own) <= 2 * len(voices.quotes) / 3
    named = {voice.speaker for voice in voices.quotes}
    assert named == {speaker.id for speaker in voices.speakers}
    assert {voice.occasion for voice in voices.quotes} == {occasion.id for occasion in voices.occasions}


def test_at_least_half_of_the_date_cards_fit_and_three_cannot_be() -> None:
    timeline = timeline_of(hegseth())
    assert timeline
    fits = [one.fit for one in timeline.statements]
    assert 2 * fits.count("fits") >= len(fits)
    assert {one.id for one in timeline.statements if one.fit == "cannot be" and one.by == "the text alone"} == {
        *("former-president", "victory-day")
    }


def test_about_half_of_the_drift_cards_are_fair_and_each_change_is_seen() -> None:
    drifts = drifts_of(hegseth())
    assert drifts
    fair = sum("nothing" in row.changed for row in drifts.rows)
    assert 0.4 <= fair / len(drifts.rows) <= 0.6
    changes = {change for row in drifts.rows for change in row.changed}
    assert changes == {"polarity", "speaker", "scope", "certainty", "unit", "omission", "nothing", "open"}


def test_no_sign_of_rewriting_is_called_proof() -> None:
    drifts = drifts_of(hegseth())
    assert drifts
    assert all(sign.by_hand for sign in drifts.signs)
    assert {sign.weight for sign in drifts.signs} == {"weak alone", "stronger"}


@pytest.mark.parametrize("match", MATCHES, ids=lambda match: match.id)
def test_a_card_that_asks_who_or_when_brings_the_sentence_before_it(match: Match) -> None:
    if not match.id.startswith((VOICES, TIMELINE)):
        return
    article = hegseth().article
    shown = quote_view(article, match.quote, lead=match.lead)
    sentences = article.sentences_of(match.quote.block)
    at = [one.id for one in sentences].index(match.quote.sentence)
    assert shown["exact"] == match.quote.text
    assert article.quote(sentences[max(at - 1, 0)]) in "".join((shown["before"], shown["exact"], shown["after"]))
    assert not re.match(r"(He|She|They|This|These|His|Their)\b", shown["before"] + shown["exact"]) or not at


SETTLED = {"fits": "supported", "cannot be": "not_supported", "can't tell": "undetermined"}


@pytest.mark.parametrize("match", MATCHES, ids=lambda match: match.id)
def test_what_is_said_to_an_answer_names_no_choice_that_was_not_made(match: Match) -> None:
    """Whoever says that this cannot be is not answered with "That fits"; one question alone is not named again."""
    said = mark_match(match, right(match))
    assert said.heading == say("heading.matched")
    others = {label for part in match.parts for code, label in part.choices.items() if code not in part.fair}
    assert not any(label.casefold() in said.heading.casefold() for label in others)
    wrong = {part.name: next((one for one in part.choices if one not in part.fair), "") for part in match.parts}
    line = mark_match(match, wrong).line
    if len(match.parts) == 1:
        (part,) = match.parts
        assert part.label not in line
        assert part.choices[wrong[part.name]] in line


def test_what_the_record_settles_stands_on_the_date_card_before_it_is_asked() -> None:
    for statement in the_timeline_of(hegseth()).statements:
        assert bool(statement.record) == bool(statement.evidence), statement.id


def test_a_date_card_and_the_claims_on_the_same_words_have_one_verdict() -> None:
    met = 0
    for statement in the_timeline_of(hegseth()).statements:
        for item in (one for one in hegseth().items if one.lesson == "02"):
            if statement.quote.span in [one.span for one in item.targets] and item.topic != "the call":
                met += 1
                assert item.key == SETTLED[statement.fit], (statement.id, item.id)
    assert met >= 3
