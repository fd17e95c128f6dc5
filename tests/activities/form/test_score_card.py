"""Simulated learners go through the whole course, and their score cards say what is true of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from readtwice.activities.form.score_card import ScoreCard, compared, practice_lines, score_card
from readtwice.pack import Pack, load_pack
from readtwice.record import Record
from readtwice.statistics import Score
from readtwice.syllabus import syllabus
from readtwice.words import say
from tests.publish import learners
from tests.publish.learners import LEARNERS, Answer, lesson_cards, take
from tests.specimens import hegseth

FORMS = ("form-a", "form-b")
LESSONS = tuple(lesson.id for lesson in syllabus().practised)


def course(learner: Answer, folder: Path, form: str = "form-a", fresh: str = "fresh-text") -> Record:
    """One learner's record after lessons 00 to 09."""
    pack, measured, transfer = hegseth(), load_pack(form), load_pack(fresh)
    assert measured.form
    assert transfer.form
    record = Record(folder, pack.slug)
    take(record, learner, _items(measured, "first"), "before", measured.slug)
    for lesson in LESSONS:
        take(record, learner, lesson_cards(pack.items, lesson), "lesson", pack.slug)
    take(record, learner, _items(measured, "second"), "after", measured.slug)
    take(record, learner, _items(transfer, "whole"), "fresh", transfer.slug)
    return record


def _items(pack: Pack, half: str) -> list[object]:
    assert pack.form
    return [pack.item(card.item) for card in pack.form.cards_of(half)]  # type: ignore[arg-type, misc]


def cards_of(record: Record, slug: str, half: str, occasion: str) -> ScoreCard:
    pack = load_pack(slug)
    assert pack.form
    return score_card(pack, pack.form.cards_of(half), record.events, occasion)  # type: ignore[arg-type]


@pytest.fixture(scope="module", params=FORMS)
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def records(form: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Record]:
    return {one.__name__: course(one, tmp_path_factory.mktemp(one.__name__), form) for one in LEARNERS}


def both(records: dict[str, Record], name: str, form: str) -> tuple[ScoreCard, ScoreCard, ScoreCard]:
    record = records[name]
    return (
        cards_of(record, form, "first", "before"),
        cards_of(record, form, "second", "after"),
        cards_of(record, "fresh-text", "whole", "fresh"),
    )


@pytest.mark.long
def test_the_careful_keep_all_and_catch_all(records: dict[str, Record], form: str) -> None:
    before, after, fresh = both(records, "careful", form)
    assert before.score == after.score == Score(clean=4, flawed=4, kept=4, caught=4)
    assert fresh.score == Score(clean=11, flawed=5, kept=11, caught=5)
    for card in (before, after, fresh):
        assert say("score.sure_well") in card.sentences
        assert card.practise == ()
    assert compared(before.score, after.score)[2] == say("score.compare_same")


@pytest.mark.long
def test_the_suspicious_are_told_kindly_that_they_throw_out_what_is_sound(
    records: dict[str, Record], form: str
) -> None:
    for card in both(records, "suspicious", form):
        assert (card.score.kept, card.score.caught) == (0, card.score.flawed)
        assert card.score.false_alarms == card.score.clean
        assert say("score.habit_flags") in card.sentences
        assert card.sentences[0] == say("score.kept", count=0, of=card.score.clean)


def test_the_trusting_are_told_kindly_that_faults_slip_by(records: dict[str, Record], form: str) -> None:
    for card in both(records, "trusting", form):
        assert (card.score.kept, card.score.caught, card.score.misses) == (card.score.clean, 0, card.score.flawed)
        assert say("score.habit_keeps") in card.sentences


def test_those_who_never_commit_are_asked_to_risk_an_answer(records: dict[str, Record], form: str) -> None:
    for card in both(records, "waiting", form):
        assert card.score.held_back == card.score.cards
        assert card.score.false_alarms == card.score.misses == 0
        assert say("score.habit_holds_back") in card.sentences
        assert card.levels == ()


def test_the_guessing_hear_that_their_sure_promised_too_much(records: dict[str, Record], form: str) -> None:
    said = [sentence for card in both(records, "guessing", form) for sentence in card.sentences]
    assert say("score.sure_too_often") in said
    assert not any(say(f"score.habit_{habit}") in said for habit in ("flags", "keeps", "holds_back"))


def test_the_learning_hear_that_they_tell_apart_more_often(records: dict[str, Record], form: str) -> None:
    before, after, fresh = both(records, "learning", form)
    lines = compared(before.score, after.score)
    assert lines == (
        say("score.compare_kept", before=4, of=4, after=4, of_after=4),
        say("score.compare_caught", before=0, of=4, after=4, of_after=4),
        say("score.compare_better"),
        say("score.compare_few", count=8),
    )
    assert set(before.practise) == {"agreement", "who and when", "number", "caption"}
    assert after.practise == fresh.practise == ()


@pytest.mark.parametrize("flawed", [(3, 5), (5, 3), (4, 4)])
def test_who_always_says_the_same_is_about_the_same_however_the_cards_were_drawn(flawed: tuple[int, int]) -> None:
    before, after = flawed
    always = [Score(clean=8 - many, flawed=many, caught=many, false_alarms=8 - many) for many in (before, after)]
    never = [Score(clean=8 - many, flawed=many, kept=8 - many, misses=many) for many in (before, after)]
    careful = [Score(clean=8 - many, flawed=many, kept=8 - many, caught=many) for many in (before, after)]
    for one, other in (always, never, careful):
        assert compared(one, other)[2] == say("score.compare_same")
    assert compared(always[0], careful[1])[2] == say("score.compare_better")


def test_those_who_only_got_stricter_are_told_so(records: dict[str, Record], form: str) -> None:
    before, after, _ = both(records, "hardening", form)
    assert say("score.compare_stricter") in compared(before.score, after.score)
    assert say("score.compare_better") not in compared(before.score, after.score)


def test_nobody_gets_a_d_prime_or_a_grade(records: dict[str, Record], form: str) -> None:
    for name in records:
        for card in both(records, name, form):
            assert not any("d′" in line or "%" in line or "grade" in line.lower() for line in card.sentences)


def test_an_unfinished_set_is_not_compared(tmp_path: Path) -> None:
    record = Record(tmp_path, hegseth().slug)
    take(record, learners.careful, _items(load_pack("form-a"), "first"), "before", "form-a")
    take(record, learners.careful, _items(load_pack("form-a"), "second")[:3], "after", "form-a")
    before = cards_of(record, "form-a", "first", "before")
    after = cards_of(record, "form-a", "second", "after")
    assert after.score.not_tried == 5
    assert say("score.not_tried", count=5) in after.sentences
    assert compared(before.score, after.score) == (say("score.compare_unfinished"),)


def test_an_empty_record_says_so_and_nothing_else(tmp_path: Path) -> None:
    card = cards_of(Record(tmp_path), "form-a", "first", "before")
    assert card.sentences == (say("score.nothing_yet"),)
    assert compared(card.score, card.score) == ()


def test_every_skill_names_the_lesson_that_practises_it() -> None:
    skills = ("agreement", "who and when", "number", "comparison", "caption")
    assert [line.rpartition("lesson ")[2][0] for line in practice_lines(skills)] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("name", [one.__name__ for one in LEARNERS])
def test_the_first_tap_counts_whatever_follows(name: str, tmp_path: Path) -> None:
    learner = getattr(learners, name)
    record = Record(tmp_path, hegseth().slug)
    items = _items(load_pack("form-a"), "first")
    take(record, learner, items, "before", "form-a")
    first = cards_of(record, "form-a", "first", "before")
    take(record, learners.careful, items, "before", "form-a")
    assert cards_of(record, "form-a", "first", "before") == first
