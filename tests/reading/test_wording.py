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
CASES = Path(__file__).parent / "wording_cases.csv"
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


@pytest.mark.parametrize("text", ["ımpressive", "İmpressive", "impreſſive"])
def test_letters_that_only_look_alike_do_no_harm(text: str) -> None:
    """A search that ignores case takes these for i and s."""
    assert read_wording(f"{text} and bold", LEXICON)[-1].text == "bold"


@given(st.text(alphabet="impresveIMPRESVEıİſK’ -“”", max_size=40))
def test_any_letters_can_be_read(text: str) -> None:
    read_wording(text, LEXICON)


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


def test_no_person_and_no_country_is_a_loaded_word() -> None:
    pack = hegseth()
    people = {name.lower() for person in pack.people for name in (person.name, *person.also)}
    surnames = {name.split()[-1] for name in people}
    countries = {figure.entity.lower() for figure in pack.figures}
    forms = {form for one in LEXICON for form in (one.phrase, *one.forms)}
    assert not forms & (people | surnames | countries)
    assert not {word for form in forms for word in form.split()} & surnames


def sentences(path: Path) -> list[tuple[str, set[str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["sentence"], set(filter(None, row["loaded"].split(";")))) for row in csv.DictReader(file)]


def test_sentences_that_corrected_the_list_stay_corrected() -> None:
    """Three clean ones are flagged: two judgments with an owner, whom a list cannot see, and one bare "massive"."""
    flags = [({one.text.lower() for one in read_wording(text, LEXICON)}, loaded) for text, loaded in sentences(CASES)]
    assert [loaded - found for found, loaded in flags if loaded - found] == []
    assert [found - loaded for found, loaded in flags if found - loaded] == [{"reckless"}, {"massive"}, {"furious"}]


def test_the_hold_out_is_kept_apart_from_the_list() -> None:
    """No sentence that measures the list may stand in it, or among those that corrected it."""
    examples, cases = {one.clean_example for one in LEXICON}, {text for text, _ in sentences(CASES)}
    held_out = {text for text, _ in sentences(HOLDOUT)}
    assert not held_out & (examples | cases)


def test_half_the_sentences_that_measure_the_list_are_held_out() -> None:
    for wanted in (True, False):
        cases, held_out = ([one for one in sentences(path) if bool(one[1]) == wanted] for path in (CASES, HOLDOUT))
        assert len(cases) + len(held_out) >= 60
        assert len(held_out) >= 30
        for text, loaded in [*cases, *held_out]:
            assert all(one in text.lower() for one in loaded), text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The re\u00adgime’s so\u2011called experts.", ["re\u00adgime", "so\u2011called"]),
        ("The reg\u200bime left.", ["reg\u200bime"]),
        ("The ｒｅｇｉｍｅ left.", ["ｒｅｇｉｍｅ"]),
        ("The so\u00adcalled plan, a so-\u200bcalled one.", ["so-\u200bcalled"]),
    ],
)
def test_what_is_pasted_hides_no_word(text: str, words: list[str]) -> None:
    assert [one.text for one in read_wording(text, LEXICON)] == words
    assert all(text[one.start : one.end] == one.text for one in read_wording(text, LEXICON))
