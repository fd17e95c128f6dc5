"""A card's states side by side, and a d′ over both that says what the sentences of the report say."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from statistics import NormalDist

import pytest

from readtwice.classroom.collecting.collect import Collected
from readtwice.classroom.reporting.class_report import class_report
from readtwice.classroom.reporting.content import content
from readtwice.classroom.reporting.figures import ClassReport
from readtwice.classroom.reporting.parts import Table
from readtwice.classroom.reporting.sentences import bear, sentences
from readtwice.classroom.reporting.twins import ENOUGH_OF_EACH
from readtwice.classroom.reporting.values import as_json
from readtwice.pack import Item, load_pack
from readtwice.pack.draw import dealt, drawn
from readtwice.words import say, words
from tests.classroom.classes import FORM, answers_in_memory, halves_of
from tests.publish import learners
from tests.publish.learners import Answer

PACK = load_pack(FORM)


def a_class(habit: Answer, count: int = 30) -> ClassReport:
    """Learners who each see the twins that their code deals them."""
    found = {}
    for seed in range(count):
        own = dealt(PACK, f"{seed:010x}")
        found |= answers_in_memory(drawn(PACK, own), habit, seed, halves_of(seed))
    return class_report(Collected(found, ()), {FORM: PACK})


def table_of(report: ClassReport) -> Table:
    (table,) = [one for one in content(report) if isinstance(one, Table) and one.title == words_of("tables")["twins"]]
    return table


def words_of(name: str) -> dict[str, str]:
    found: dict[str, str] = words()["report"][name]
    return found


def sees_number_cards_alone(item: Item, chance: Random, taught: bool) -> str:
    """Knows the cards with a number and guesses at the others."""
    number = any(letter.isdigit() for quote in item.shown for letter in quote.text)
    return (learners.careful if number else learners.guessing)(item, chance, taught)


def test_each_answer_stands_with_the_state_that_was_seen() -> None:
    report = a_class(learners.guessing)
    (measure,) = report.measures
    assert [one.item.card for one in measure.twins] == [card.item for card in PACK.form.cards]  # type: ignore[union-attr]
    for one in measure.twins:
        of_card = {card.item.state: card.figures for card in measure.cards if card.item.card == one.item.card}
        seen = {state.state: (state.right, state.n) for state in one.states if state.n}
        assert seen == {state: (figures.right, figures.n) for state, figures in of_card.items()}
        assert sum(state.n for state in one.states) == 30, "each learner meets each card once, before or after"


def test_d_prime_is_corrected_and_without_those_who_held_back() -> None:
    z = NormalDist().inv_cdf
    for one in a_class(learners.careful).measures[0].twins:
        clean, flawed, _ = one.states
        assert (clean.right, flawed.right) == (clean.n, flawed.n)
        assert one.d_prime is not None
        expected = z((flawed.n + 0.5) / (flawed.n + 1)) - z(0.5 / (clean.n + 1))
        assert one.d_prime.value == pytest.approx(expected)
        assert one.d_prime.interval
        assert one.d_prime.interval[0] > 0


def test_of_few_answers_no_d_prime_is_told() -> None:
    report = a_class(learners.careful, 2 * ENOUGH_OF_EACH - 1)
    assert all(one.d_prime is None for one in report.measures[0].twins)
    held_back = a_class(learners.waiting)
    assert all(one.d_prime is None for one in held_back.measures[0].twins)
    assert {row[-1].text for row in table_of(held_back).rows[:-1]} == {say("report.none")}


@pytest.mark.parametrize("habit", [learners.guessing, learners.trusting, learners.suspicious])
def test_who_understands_nothing_has_few_cards_that_tell_and_all_others_in_brackets(habit: Answer) -> None:
    table = table_of(a_class(habit))
    told = [row[-1] for row in table.rows[:-1] if not row[-1].faint]
    assert len(told) <= 2, "one in twenty of sixteen cards"
    assert table.rows[-1][-1].faint
    assert all(cell.text.startswith("(") for row in table.rows for cell in row if cell.faint and cell.text != "–")


@pytest.mark.parametrize(
    "habit",
    [
        *(learners.guessing, learners.trusting, learners.suspicious, learners.careful, learners.learning),
        *(learners.hardening, sees_number_cards_alone),
    ],
)
def test_the_last_row_says_what_the_first_line_says(habit: Callable[..., str]) -> None:
    """The line says "can tell" exactly where the range of the last row leaves out zero, upwards."""
    report = a_class(habit)
    (measure,) = report.measures
    last = table_of(report).rows[-1]
    counts = (measure.now.kept, measure.now.sound, measure.now.caught, measure.now.flawed)
    assert [cell.text for cell in last[1:3]] == [
        say("report.of", count=counts[0], of=counts[1]),
        say("report.of", count=counts[2], of=counts[3]),
    ]
    telling = [
        say(f"report.can_do.{apart}apart_{lean}").partition("class ")[2].partition(".")[0]
        for apart in ("well_", "hardly_")
        for lean in ("suspicious", "trusting", "balanced")
    ]
    line = sentences(report)[0]
    assert any(one in line for one in telling) == (not last[-1].faint)


def test_programs_get_the_same_figures() -> None:
    report = a_class(learners.guessing)
    told = as_json(report)["twins"]
    assert len(told) == len(report.measures[0].twins) == 16
    for given, one in zip(told, report.measures[0].twins, strict=True):
        assert given["card"] == one.item.id
        assert [given[state.state] for state in one.states] == [{"n": s.n, "right": s.right} for s in one.states]
        assert given["d_prime"] == (one.d_prime and one.d_prime.value)


def test_where_everybody_saw_the_same_state_no_states_are_compared() -> None:
    found = {}
    for seed in range(12):
        found |= answers_in_memory(PACK, learners.careful, seed, halves_of(seed))
    report = class_report(Collected(found, ()), {FORM: PACK})
    assert report.measures[0].twins == ()
    assert words_of("tables")["twins"] not in [one.title for one in content(report) if isinstance(one, Table)]


def test_slips_stand_by_cards_whichever_state_was_seen() -> None:
    """A class with twins has sixteen columns, and one mark in each: not one for each state of each card."""
    report = a_class(learners.guessing)
    (grid,) = [one for one in content(report) if isinstance(one, Table) and one.title == words_of("tables")["grid"]]
    assert len(grid.columns) == 2 + 16
    signs = set(words()["report"]["marks"].values())
    for row in grid.rows:
        assert {cell.text for cell in row[2:]} <= signs
    right = [sum(row[place].text == "✓" for row in grid.rows) for place in range(2, 18)]
    assert right == sorted(right), "the hardest card first"


def test_no_class_is_sent_to_a_state_that_few_saw() -> None:
    for seed in range(4):

        def wrong_where_open(item: Item, chance: Random, taught: bool, seed: int = seed) -> str:
            if item.state == "open":
                return "sure_it_holds"
            return learners.careful(item, chance, taught) if chance.random() < 0.8 else "cant_tell"

        found = a_class(wrong_where_open, 20 + seed).go_over
        assert found is not None
        assert found.of >= 4


def test_a_card_that_nothing_settles_is_one_of_the_cards_that_were_answered() -> None:
    report = a_class(learners.guessing)
    bearing = report.measures[0].bearing
    assert bearing is not None
    assert bearing.cards == 8
    assert any("and 8 cards, under" in str(line) for line in bear(report.measures[0]))
