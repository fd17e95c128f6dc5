"""Loaded words by the list: what it finds, what context spares, and what it makes of the article's own wordings."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.pack.lexicon import CATEGORIES, LoadedPhrase, load_lexicon
from readtwice.reading.wording import read_wording, says
from tests.specimens import hegseth

LEXICON = load_lexicon("hegseth-nato-2025")
HOLDOUT = Path(__file__).parent / "wording_holdout.csv"


def entry(phrase: str, *forms: str, after: tuple[str, ...] = (), before: tuple[str, ...] = ()) -> LoadedPhrase:
    return LoadedPhrase(phrase, forms, "praise", "why", "plain", "…", after, before)


def found(text: str, *entries: LoadedPhrase) -> list[str]:
    return [one.text for one in read_wording(text, entries)]


def test_the_list_is_long_and_of_every_kind() -> None:
    assert len(LEXICON) >= 250
    assert {one.category for one in LEXICON} == set(CATEGORIES)
    assert all(one.why and one.neutral and one.clean_example for one in LEXICON)


def test_words_and_forms_are_found_in_any_case_and_over_line_ends() -> None:
    bold = entry("so bold", "so boldly")
    assert found("So bold! And so\nboldly.", bold) == ["So bold", "so\nboldly"]


def test_a_part_of_a_word_is_no_word() -> None:
    assert found("embolden, bold-faced, kobold", entry("bold")) == []


def test_the_longest_phrase_wins_and_matches_never_overlap() -> None:
    assert found("a bold step", entry("bold"), entry("bold step")) == ["bold step"]


def test_context_spares_a_word() -> None:
    strategic = entry("strategic", after=("bomber",), before=("the old",))
    assert found("A strategic bomber and the old strategic plan and a strategic move", strategic) == ["strategic"]


@pytest.mark.parametrize(
    "text", ["He was “bold”.", 'He was "bold".', "He was ‘bold’.", "the ‘writer’s bold choice’ of words"]
)
def test_a_word_in_quotation_marks_has_an_owner(text: str) -> None:
    assert found(text, entry("bold")) == []


def test_an_apostrophe_opens_no_quotation() -> None:
    assert found("The allies’ bold plan, the mayor’s view", entry("bold")) == ["bold"]


@given(st.text(max_size=200))
def test_offsets_are_code_points_of_what_was_found(text: str) -> None:
    for one in read_wording(f"😀 {text} an impressive sum", LEXICON):
        assert f"😀 {text} an impressive sum"[one.start : one.end] == one.text


@pytest.mark.parametrize("one", LEXICON, ids=lambda one: one.phrase)
def test_each_row_finds_itself_and_spares_its_clean_example(one: LoadedPhrase) -> None:
    assert [match.text for match in read_wording(f"Yes, {one.phrase}.", [one])] == [one.phrase]
    assert says(one, one.clean_example)
    assert not read_wording(one.clean_example, [one])


def test_wordings_of_the_lesson_that_are_fair_are_mostly_left_alone() -> None:
    """A list cannot see an owner, so some alarms are bound to be false. Both counts are printed by `make bench`."""
    items = [item for item in hegseth().items if item.kind == "wording"]
    flagged = {item.id: bool(read_wording(item.targets[0].text, LEXICON)) for item in items}
    clean = [flagged[item.id] for item in items if item.is_clean]
    loaded = [flagged[item.id] for item in items if not item.is_clean]
    assert sum(loaded) / len(loaded) > sum(clean) / len(clean)


def test_the_hold_out_is_kept_apart_from_the_list() -> None:
    """No sentence that measures the list may stand in it."""
    examples = {one.clean_example for one in LEXICON}
    with HOLDOUT.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert not {row["sentence"] for row in rows} & examples
    assert sum(bool(row["loaded"]) for row in rows) >= 30 <= sum(not row["loaded"] for row in rows)
