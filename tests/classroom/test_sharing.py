"""What leaves the classroom counts ten learners or more, and nothing hidden can be worked out from what is shown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtwice.classroom.class_report import class_report
from readtwice.classroom.collect import Collected, Rejected
from readtwice.classroom.report_figures import ClassReport
from readtwice.classroom.report_json import as_json
from readtwice.classroom.report_page import as_page
from readtwice.classroom.report_sentences import lines
from readtwice.classroom.sharing import shared_report
from readtwice.cli.main import main
from readtwice.pack import Item, load_pack
from readtwice.record import Event
from readtwice.statistics.sharing import ENOUGH_TO_SHARE, TooFewToShare
from readtwice.words import say
from tests.classroom.classes import FORM, answers_in_memory, halves_of
from tests.publish import learners

PACK = load_pack(FORM)


def mixed(able: float, leaning: float) -> learners.Answer:
    """A habit between all others: right so often, and what is wrong leans to turning down, keeping or holding back."""

    def habit(item: Item, chance: Random, taught: bool) -> str:
        if chance.random() < able:
            return learners.careful(item, chance, taught)
        return "cant_tell" if chance.random() < leaning else learners.guessing(item, chance, taught)

    return habit


def a_class(count: int, able: float, leaning: float, dropped: int, odd: int) -> Collected:
    """So many learners, the last `dropped` of them only before, the first `odd` suspicious of everything."""
    found: dict[str, tuple[Event, ...]] = {}
    for seed in range(count):
        halves = halves_of(seed)
        if seed >= count - dropped:
            del halves["after"]
        habit = learners.suspicious if seed < odd else mixed(able, leaning)
        found |= answers_in_memory(PACK, habit, seed, halves)
    return Collected(found, (Rejected("file 1 (txt)", "It holds nothing."),))


def shared(collected: Collected) -> ClassReport:
    return shared_report(collected, {FORM: PACK})


@pytest.mark.parametrize("count", [0, 1, 9])
def test_below_ten_learners_nothing_is_shared(count: int) -> None:
    with pytest.raises(TooFewToShare) as caught:
        shared(a_class(count, 0.5, 0.2, 0, 0))
    assert str(caught.value).count(".") == 2
    assert str(count) in str(caught.value)


def counts_in(document: dict[str, Any]) -> Iterator[tuple[str, int | None]]:
    """Everything in a report that counts learners or answers."""
    yield "learners", document["learners"]
    for form in document["forms"]:
        for name in ("learners", "matched", "only_before", "only_after", "unfinished"):
            yield name, form[name]
        for one in form["teach_again"]:
            yield f"again {one['skill']}", one["learners"]
        assert form["sets"] == []
    for on in (*document["discernment"], *(form["latest"] for form in document["forms"])):
        for name in ("learners", "hits", "misses", "false_alarms", "correct_acceptances", "held_back"):
            yield name, on[name]
        for level in on["sureness"]:
            yield from (("sure right", level["right"]), ("sure wrong", level["wrong"]))
    for item in document["items"]:
        wrong = None if item["n"] is None else item["n"] - item["right"]
        yield from ((item["item"], item["n"]), (item["item"], item["right"]), (item["item"], wrong))
        yield item["item"], item["sure_and_wrong"]
        for option, count in (item["options"] or {}).items():
            yield f"{item['item']} {option}", count
    for one in document["misconceptions"]:
        yield one["misconception"], one["learners"]
    for one in document["reliability"]:
        yield one["set"], one["learners"]
        assert one["mean"] is None, "times learners, it is a count of one occasion"


@given(
    st.integers(ENOUGH_TO_SHARE, 60),
    st.floats(0, 1),
    st.floats(0, 1),
    st.integers(0, 9),
    st.integers(0, 9),
)
@settings(max_examples=120, deadline=None)
def test_no_count_is_below_ten_and_none_is_hidden_alone(
    count: int, able: float, leaning: float, dropped: int, odd: int
) -> None:
    report = shared(a_class(count, able, leaning, dropped, odd))
    document = as_json(report)
    small = [(what, n) for what, n in counts_in(document) if n is not None and n < ENOUGH_TO_SHARE and n != 0]
    assert small == []
    answers = [(what, n) for what, n in counts_in(document) if n == 0]
    assert answers == [], "a zero tells what everybody answered"
    for measure in report.measures:
        of = measure.now.learners or 0
        for again in measure.again:
            assert again.learners is None or of - again.learners >= ENOUGH_TO_SHARE
        for on in measure.occasions:
            # Cells that add up to the cards that learners had: never one alone is hidden.
            for cells in (
                (on.kept, on.false_alarms, on.sound_held_back),
                (on.caught, on.misses, on.flawed_held_back),
            ):
                assert sum(cell.answers is None for cell in cells) != 1
            if any(cell.answers is None for cell in (on.kept, on.false_alarms, on.caught, on.misses)):
                assert on.d_prime is None, "with the rest, d′ and c would give the cells away"
                assert on.criterion is None
                assert on.levels == ()
        groups: dict[tuple[str, bool], list[bool]] = {}
        for card in measure.cards:
            groups.setdefault((card.half, card.item.is_clean), []).append(card.figures is None)
        assert all(sum(hidden) != 1 for hidden in groups.values())
        assert all(
            sum(h for (_, clean), hidden in groups.items() if clean == key for h in hidden) != 1 for key in (0, 1)
        )


@given(st.integers(ENOUGH_TO_SHARE, 40), st.floats(0, 1), st.integers(1, 9))
@settings(max_examples=40, deadline=None)
def test_all_tables_rest_on_the_same_learners(count: int, able: float, dropped: int) -> None:
    """Or the difference between two of them would tell what those few did who stand in only one."""
    with_both = a_class(count + dropped, able, 0.3, dropped, 0)
    matched = {code: events for code, events in with_both.learners.items() if len(events) == 16}
    assert len(matched) == count
    assert as_json(shared(with_both)) == as_json(shared(Collected(matched, ())))


def test_a_form_that_few_took_is_left_out() -> None:
    packs = {slug: load_pack(slug) for slug in (FORM, "fresh-text")}
    found = a_class(30, 0.6, 0.2, 0, 0).learners
    for seed in range(9):
        code = f"{seed:010x}"
        found[code] += answers_in_memory(packs["fresh-text"], learners.careful, seed, {"fresh": "whole"})[code]
    report = shared_report(Collected(found, ()), packs)
    assert [one.forms for one in report.measures] == [(FORM,)]


def test_an_occasion_that_few_took_is_left_out() -> None:
    report = shared(a_class(15, 0.6, 0.2, 9, 0))
    (measure,) = report.measures
    assert [on.occasion for on in measure.occasions] == ["before"]
    assert (measure.now.occasion, measure.now.learners) == ("before", 15)


def test_nothing_names_a_learner_a_file_or_an_hour() -> None:
    collected = a_class(30, 0.6, 0.2, 3, 2)
    report = shared(collected)
    for text in (as_page(report), json.dumps(as_json(report))):
        assert not any(code in text for code in collected.learners)
        assert "file 1" not in text
        assert not re.search(r"\d\d:\d\d", text)
        assert report.first_day == "2026-01-10"
        assert report.first_day in text


def test_no_figure_has_digits_enough_to_tell_its_counts() -> None:
    def floats(value: Any) -> Iterator[float]:
        if isinstance(value, dict | list):
            for one in value.values() if isinstance(value, dict) else value:
                yield from floats(one)
        elif isinstance(value, float):
            yield value

    found = list(floats(as_json(shared(a_class(200, 0.6, 0.4, 0, 0)))))
    assert len(found) > 50
    assert all(one == round(one, 2) for one in found)


def test_a_large_class_shows_its_figures() -> None:
    """Hiding is for small counts: a year group of two hundred sees nearly everything."""
    report = shared(a_class(200, 0.6, 0.4, 0, 0))
    (measure,) = report.measures
    assert all(on.d_prime and on.auc and on.levels for on in measure.occasions)
    assert measure.change
    assert sum(card.figures is not None for card in measure.cards) >= 14
    assert measure.reliability


def test_what_is_left_out_is_not_called_right() -> None:
    """Wrong answers of fewer than ten learners are hidden: the page says so, and not that all was right."""
    collected = a_class(30, 0.9, 0, 0, 0)
    (open_measure,) = class_report(collected, {FORM: PACK}).measures
    (measure,) = shared(collected).measures
    assert open_measure.again
    assert not measure.again
    told = " ".join(str(line) for line in lines(measure))
    assert say("report.again.shared_none", enough=ENOUGH_TO_SHARE) in told
    assert say("report.look.shared_none") in told
    assert "every card" not in told


def test_the_command_shares_or_refuses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def hand_in(count: int) -> str:
        path = tmp_path / f"{count}.jsonl"
        lines = [e.to_line() for events in a_class(count, 0.6, 0.2, 0, 0).learners.values() for e in events]
        path.write_text('{"readtwice_record": 1}\n' + "\n".join(lines))
        return str(path)

    assert main(["report", hand_in(9), "--share"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == say("report.shared_too_few", enough=ENOUGH_TO_SHARE, count=9) + "\n"
    assert main(["report", hand_in(12), "--share", "--json", "-o", str(tmp_path / "shared.html")]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["shared"] is True
    assert document["rejected"] == []
    assert "made to be shared" in (tmp_path / "shared.html").read_text(encoding="utf-8")
