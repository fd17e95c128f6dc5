"""The key of the article under study keeps to the rules of evidence and to the plan of lesson 01.

The expected values are written out here a second time on purpose: a slip in the pack must not pass as the rule.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from readtwice.activities.ledger.part import ledger_of
from readtwice.pack import Item, load_pack
from readtwice.pack.item import CLEAN
from readtwice.words import words
from tests.specimens import hegseth

# What became of each entry of the evidence dossier: its disposition, its lesson and, where it is an item, its key.
ENTRIES = {
    "C01": ("item", "01", "clash"),
    "C02": ("item", "01", "clash"),
    "C03": ("accepted alternative", "01", None),
    "C04": ("item", "01", "clash"),
    "C05": ("item", "01", "undetermined"),
    "C06": ("discussion", "06", None),
    "C07": ("item", "02", "undetermined"),
    "C08": ("item", "03", "not_supported"),
    "C09": ("item", "03", "not_supported"),
    "C10": ("discussion", "04", None),
    "C11": ("accepted alternative", "04", None),
    "C12": ("item", "01", "not_supported"),
    "C13": ("discussion", "05", None),
    "C14": ("item", "05", "not_supported"),
    "C15": ("discussion", "05", None),
    "C16": ("item", "01", "undetermined"),
    "C17": ("item", "01", "no_clash"),
    "C18": ("discussion", "05", None),
    "C19": ("discussion", "06", None),
    "C20": ("discussion", "05", None),
    "D01": ("item", "01", "no_clash"),
    "D02": ("item", "01", "no_clash"),
    "D03": ("item", "01", "no_clash"),
    "D04": ("item", "01", "undetermined"),
    "D05": ("item", "01", "no_clash"),
    "D06": ("item", "01", "no_clash"),
    "D07": ("dropped", "", None),
    "D08": ("dropped", "", None),
    "D09": ("item", "01", "no_clash"),
    "D10": ("item", "01", "no_clash"),
    "D11": ("item", "01", "no_clash"),
    "D12": ("item", "01", "no_clash"),
    "D13": ("item", "01", "no_clash"),
    "D14": ("dropped", "", None),
    "D15": ("item", "01", "no_clash"),
    "D16": ("dropped", "", None),
    "D17": ("item", "01", "no_clash"),
    "D18": ("item", "01", "no_clash"),
    "F1": ("discussion", "05", None),
    "F3": ("discussion", "06", None),
    "S01": ("discussion", "06", None),
    "S02": ("item", "02", "not_supported"),
    "S03": ("dropped", "", None),
    "S04": ("dropped", "", None),
    "S05": ("item", "02", "undetermined"),
    "S06": ("discussion", "02", None),
    "S07": ("discussion", "02", None),
    "S08": ("discussion", "02", None),
    "S09": ("dropped", "", None),
    "S10": ("dropped", "", None),
    "S11": ("item", "02", "supported"),
    "S12": ("dropped", "", None),
    "S13": ("item", "06", "undetermined"),
    "S14": ("discussion", "02", None),
    "S15": ("item", "02", "undetermined"),
    "S16": ("dropped", "", None),
    "S17": ("discussion", "02", None),
    "S18": ("dropped", "", None),
}
SETTLED_ON_THE_SHELF = {"C05": "not_supported", "C07": "not_supported", "S05": "not_supported"}
"""Can't tell by text, and settled by the source shelf of lesson 06: the same claim, another way to decide."""

SHOWN_IN_LESSON_01 = ("worked", "faded", "solo")
BLOCKS_OF_LESSON_01 = {f"b{number:02d}" for number in range(4, 12)}
SCORED_SETS = ("faded", "solo", "practice", "recall", "extra")
FORBIDDEN = re.compile(r"\b(lie|lies|lied|lying|liars?|fak(e|es|ed|ing)|propagand\w*|debunk\w*)\b", re.IGNORECASE)
MAXIMUM_WORDS = 35

each_item = pytest.mark.parametrize("item", hegseth().items, ids=lambda item: item.id)


def items_of(entry: str) -> list[Item]:
    return [item for item in hegseth().items if item.entry == entry]


# --- the dossier -------------------------------------------------------------------------------------------------


def test_every_entry_on_contradictions_attribution_and_headings_is_listed() -> None:
    listed = {entry.entry for entry in hegseth().entries if entry.entry[0] in "CDSF"}
    assert listed - {"F2"} == set(ENTRIES), "F2 is a group of headings; lesson 05 has a test of its own"


@pytest.mark.parametrize("entry", ENTRIES)
def test_each_entry_became_what_the_rules_of_evidence_allow(entry: str) -> None:
    disposition, lesson, key = ENTRIES[entry]
    listed = next(one for one in hegseth().entries if one.entry == entry)
    assert (listed.disposition, listed.lesson) == (disposition, lesson)
    assert {item.key for item in items_of(entry)} == {key, SETTLED_ON_THE_SHELF.get(entry)} - {None}


def test_only_three_entries_are_scored_as_clashes() -> None:
    assert {item.entry for item in hegseth().items if item.key == "clash"} == {"C01", "C02", "C04"}


def test_c09_is_a_guided_example_and_never_asked_freely() -> None:
    assert {item.use for item in items_of("C09")} == {"worked"}


def test_whatever_lesson_01_asks_is_decided_by_the_text_alone() -> None:
    assert {item.judged_by for item in hegseth().items if item.lesson == "01"} == {"text"}


def test_the_words_of_c03_count_as_a_side_of_c02() -> None:
    assert any("b19.s4" in {quote.sentence for side in item.sides for quote in side} for item in items_of("C02"))


def test_a_defensible_other_answer_gets_a_fair_reply() -> None:
    items = [item for item in hegseth().items if item.lesson == "01"]
    accepted = {item.entry: item.accept_dissent.answer for item in items if item.accept_dissent}
    assert accepted == dict.fromkeys(("C04", "C05", "C16", "D04"), "no_clash")


def test_a_defensible_other_answer_is_not_reported_as_a_misconception() -> None:
    for item in hegseth().items:
        if item.accept_dissent and item.accept_dissent.answer in item.options:
            assert not item.options[item.accept_dissent.answer].misconception


@pytest.mark.parametrize("entry", ["D10", "D11", "D13"])
def test_agreement_is_not_sold_as_truth(entry: str) -> None:
    for item in items_of(entry):
        assert "whether either is right is another question" in item.options["no_clash"].feedback.lower()


def test_d18_speaks_of_troops_and_its_sentences_clash_on_the_name() -> None:
    (troops,) = items_of("D18")
    assert "troops" in troops.topic
    sentences = {quote.sentence for quote in troops.shown}
    assert any({quote.sentence for quote in item.shown} == sentences for item in items_of("C01"))


def test_at_least_twenty_clean_pairs_are_ours() -> None:
    own = [item for item in hegseth().items if item.kind == "pair" and item.is_clean and not item.entry]
    assert len(own) >= 20


# --- lesson 01 ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("use", SHOWN_IN_LESSON_01)
def test_the_lesson_shows_sentences_of_the_blocks_that_it_reads(use: str) -> None:
    items = hegseth().items_for("01", use)
    assert items
    assert {quote.block for item in items for quote in item.shown} <= BLOCKS_OF_LESSON_01


def stories_for(use: str) -> tuple[Item, ...]:
    return load_pack("short-stories").items_for("01", use)


@pytest.mark.parametrize(("use", "count"), [("worked", 2), ("faded", 4), ("solo", 8), ("exit", 2)])
def test_the_sets_fit_the_plan_of_forty_minutes(use: str, count: int) -> None:
    assert len(hegseth().items_for("01", use)) + len(stories_for(use)) == count


def test_whatever_is_judged_alone_on_the_article_can_stand_and_the_rest_has_twins() -> None:
    assert {item.key for item in hegseth().items_for("01", "solo")} == {CLEAN["pair"]}
    twins = {item.card for item in load_pack("short-stories").twins}
    assert {item.id for use in ("solo", "practice", "recall", "exit") for item in stories_for(use)} <= twins


def test_what_is_talked_over_is_not_scored() -> None:
    assert {(item.use, item.key) for item in items_of("C05") if item.lesson == "01"} == {("extra", "undetermined")}


def test_lesson_01_knows_more_faults_than_a_name_and_an_office() -> None:
    cards = [item for use in ("faded", "solo", "exit") for item in (*hegseth().items_for("01", use), *stories_for(use))]
    stories = load_pack("short-stories")
    states = [*cards, *(item for item in stories.twins if item.card in {one.id for one in cards})]
    assert len({item.relation for item in states if item.is_flawed}) >= 6


def opening(item: Item) -> str:
    """A question up to the words that name its topic."""
    before, about, _ = item.prompt.partition(" about ")
    assert about, f"{item.id} does not ask about something"
    return before


def test_the_form_of_the_question_does_not_give_the_verdict_away() -> None:
    pairs = [item for item in hegseth().items if item.kind == "pair" and item.lesson == "01" and item.use != "extra"]
    assert len({opening(item) for item in pairs}) == 1
    assert (
        len({item.prompt for use in ("faded", "solo", "exit", "recall", "practice") for item in stories_for(use)}) == 1
    )


@each_item
def test_a_pair_on_a_name_or_an_office_marks_the_words_that_matter(item: Item) -> None:
    if item.kind == "pair" and (item.relation == "name or role" or re.search(r"\b(name|office)\b", item.topic)):
        assert [quote.text for quote in item.shown if len(quote.text.split()) > 6] == []


@pytest.mark.parametrize("use", SCORED_SETS)
def test_at_least_half_of_each_scored_set_deserves_keeping(use: str) -> None:
    scored = [item for item in hegseth().items_for("01", use) if item.is_scored]
    assert 2 * sum(item.is_clean for item in scored) >= len(scored) > 0


def test_exit_cards_ask_how_sure() -> None:
    assert all(item.sureness for item in stories_for("exit"))


@pytest.mark.parametrize("kind", ["pair", "claim"])
def test_the_verdict_does_not_show_in_the_question(kind: str) -> None:
    for item in hegseth().items:
        if item.kind == kind:
            assert not re.search(r"\b(clash|contradict\w*|agree\w*|wrong)\b", f"{item.topic} {item.prompt}")


# --- the ledger --------------------------------------------------------------------------------------------------


def test_the_ledger_fills_in_only_what_stands_in_the_sentence() -> None:
    article = hegseth().article
    for topic in ledger_of(hegseth()):
        for entry in topic.entries:
            sentence = article.quote(article.sentence(entry.quote.sentence))
            named = re.findall(r"[A-Z]\w+", re.sub(r"\(.*?\)", "", entry.who))
            numbers = re.findall(r"\d+", " ".join((entry.who, entry.position, entry.date, entry.number)))
            assert [word for word in named + numbers if word not in sentence] == [], entry.quote.sentence


def test_the_ledger_takes_no_first_name_from_elsewhere() -> None:
    said = " ".join(entry.who for topic in ledger_of(hegseth()) for entry in topic.entries)
    assert not re.search(r"\([^)]*\b(Pete|Mike)\b", said)


# --- what is said ------------------------------------------------------------------------------------------------


def texts(value: object) -> Iterator[str]:
    """Every text inside a value, at any depth."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from texts(part)


def test_nothing_that_the_course_says_accuses() -> None:
    pack = hegseth()
    looked_for = "fact_check_person_words"  # what the builder warns of, never said by the course itself
    said_to_learners = {name: part for name, part in words().items() if name != looked_for}
    said = texts([pack.items, pack.sources, pack.entries, pack.people, pack.terms, ledger_of(pack), said_to_learners])
    assert [text for text in said if FORBIDDEN.search(text)] == []


@each_item
def test_feedback_is_short(item: Item) -> None:
    lines = [option.feedback for option in item.options.values()] + [item.explanation]
    if item.accept_dissent:
        lines.append(item.accept_dissent.say)
    assert [line for line in lines if len(line.split()) > MAXIMUM_WORDS] == []


@each_item
def test_each_answer_gets_a_line_of_its_own(item: Item) -> None:
    lines = [option.feedback for option in item.options.values()]
    assert len(set(lines)) == len(lines)


def test_each_misconception_is_seen_in_at_least_two_items() -> None:
    seen = Counter(
        misconception
        for item in hegseth().items
        for misconception in {option.misconception for option in item.options.values()} - {""}
    )
    assert [misconception for misconception, count in seen.items() if count < 2] == []
