"""The fair-comparison lab without a browser: what it shows, says, keeps, and hands to those who program."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from readtwice.activities.comparison.part import comparisons_of
from readtwice.activities.comparison.views import times
from readtwice.activities.comparison.widget import ComparisonLab
from readtwice.pack import Pack
from readtwice.page.session import Session
from readtwice.record import Record
from readtwice.words import say
from tests.specimens import good_pack, hegseth

PACKS = {"good": good_pack, "hegseth": hegseth}
GOLDEN = Path(__file__).parent / "comparison_tables.txt"
"""Every cell of every comparison of the article under study, as a learner reads it. Read it before you change it."""


def lab_of(pack: Pack, folder: Path, place: int = 0) -> ComparisonLab:
    return ComparisonLab(Session(pack, Record(folder / "my-work", pack.slug)), comparisons_of(pack)[place])


@pytest.fixture
def lab(tmp_path: Path) -> ComparisonLab:
    """US aid against British aid."""
    return lab_of(hegseth(), tmp_path)


def all_labs(folder: Path) -> list[ComparisonLab]:
    return [lab_of(make(), folder, place) for make in PACKS.values() for place in range(len(comparisons_of(make())))]


def send(lab: ComparisonLab, **message: Any) -> str:
    lab._take(lab, {**message, "number": "n1"}, [])
    return str(lab.view["said"])


def tables(folder: Path) -> str:
    """All tables of the article under study in plain text."""
    shown = []
    for place in range(len(comparisons_of(hegseth()))):
        table = lab_of(hegseth(), folder, place).view["table"]
        shown += [table["caption"], *(" | ".join(row) for row in (table["header"], *table["rows"])), ""]
    return "\n".join(shown)


def test_every_cell_reads_as_it_was_last_read_by_a_person(tmp_path: Path) -> None:
    assert tables(tmp_path) == GOLDEN.read_text(encoding="utf-8")


def test_each_view_is_plain_json_and_of_a_size_that_a_page_takes_at_once(tmp_path: Path) -> None:
    for lab in all_labs(tmp_path):
        assert json.loads(json.dumps(lab.view)) == lab.view
        assert len(json.dumps(lab.view)) < 80_000


def test_the_first_choices_are_the_comparison_that_the_article_makes(lab: ComparisonLab) -> None:
    first = {toggle["id"]: toggle["choices"][0]["code"] for toggle in lab.view["toggles"]}
    assert first == {"counter": "article", "scope": "military", "period": "total", "per": "none", "currency": "printed"}
    cell = lab.view["cells"][0]
    assert [side["text"] for side in cell["sides"]] == ["$65.9 billion", "about £4.3 billion a year"]
    assert "cannot be compared" in cell["sentence"]


def test_bars_are_drawn_only_where_two_numbers_are_compared(tmp_path: Path) -> None:
    for lab in all_labs(tmp_path):
        for cell, row in zip(lab.view["cells"], lab.table(), strict=True):
            lengths = [side["high"] for side in cell["sides"]]
            assert all(0 <= side["length"] <= side["high"] <= 1 for side in cell["sides"])
            assert (max(lengths, default=0) == 1) == bool(row["says"])


def test_a_cell_that_is_not_graded_says_why_and_its_bars_are_hollow(tmp_path: Path) -> None:
    for lab in all_labs(tmp_path):
        for cell, row in zip(lab.view["cells"], lab.view["table"]["rows"], strict=True):
            assert cell["graded"] == (not cell["doubts"])
            assert cell["graded"] == (say("comparison.reported") not in row[-1])
            if not cell["graded"]:
                assert any(side["hollow"] for side in cell["sides"])


def test_each_number_has_its_working_and_its_sources(tmp_path: Path) -> None:
    for lab in all_labs(tmp_path):
        lines = lab.view["lines"]
        assert len(set(lines)) == len(lines)
        for cell in lab.view["cells"]:
            for side in cell["sides"]:
                said = [lines[place] for place in side["working"]]
                assert any("Source: " in line or "Printed in the article" in line for line in said)


def test_the_static_page_holds_the_claim_the_toggles_and_the_whole_grid(tmp_path: Path) -> None:
    for lab in all_labs(tmp_path):
        html = lab.static_html()
        assert "<blockquote>" in html
        assert html.count("<tr>") == 1 + len(lab.table())
        assert all(choice["label"].split("’")[0] in html for t in lab.view["toggles"] for choice in t["choices"])
        assert not re.search(r"<script|style=|onclick", html)


def test_nothing_in_the_words_calls_anyone_a_liar_or_a_winner(tmp_path: Path) -> None:
    shown = " ".join(json.dumps(lab.view, ensure_ascii=False) for lab in all_labs(tmp_path))
    assert not re.search(r"\b(lie[sd]?|lying|fake|propaganda|revers\w+|wins?|beats?)\b", shown, re.IGNORECASE)


BY = {"counter": "article", "scope": "all", "period": "year", "per": "gdp", "currency": "USD"}


def test_what_is_fair_is_kept_with_its_toggles_and_never_marked(lab: ComparisonLab) -> None:
    before = lab._repr_mimebundle_()
    said = send(lab, type="talk", to="uk", by=BY)
    assert said.startswith("Kept, not marked. Kinder to: Britain. Counted by: the article; ")
    assert lab.view["kept"] == {"to": "uk", "by": BY, "line": said}
    (event,) = lab.session.record.events
    assert (event.item, event.occasion, event.answer) == ("comparison-us-and-uk-aid", "talk", {"to": "uk", "by": BY})
    after = lab._repr_mimebundle_()
    assert before is not None
    assert after is not None
    assert all(before[0][mime] == after[0][mime] for mime in ("text/html", "text/plain"))
    again = ComparisonLab(lab.session, comparisons_of(hegseth())[0])
    assert again.view["kept"]["to"] == "uk"


@pytest.mark.long
@pytest.mark.parametrize(
    "message",
    [
        {},
        {"to": "uk"},
        {"to": "nobody", "by": BY},
        {"to": ["uk"], "by": BY},
        {"to": "uk", "by": {}},
        {"to": "uk", "by": {**BY, "per": "head "}},
        {"to": "uk", "by": {**BY, "more": "x"}},
        {"to": "uk", "by": 7},
    ],
)
def test_what_no_lab_sends_is_not_kept(lab: ComparisonLab, message: dict[str, Any]) -> None:
    assert send(lab, type="talk", **message) == ""
    assert lab.session.record.events == ()


@pytest.mark.long
@pytest.mark.parametrize("damaged", [7, "uk", [], {"to": "uk"}, {"to": "uk", "by": {"per": "gdp"}}])
def test_a_damaged_answer_shows_as_none(tmp_path: Path, damaged: Any) -> None:
    lab = lab_of(hegseth(), tmp_path)
    lab.session.save("comparison-us-and-uk-aid", damaged, occasion="talk")
    assert ComparisonLab(lab.session, comparisons_of(hegseth())[0]).view["kept"] is None


def test_a_program_gets_exact_numbers(lab: ComparisonLab) -> None:
    rows = lab.table()
    names = ["counter", "scope", "period", "per", "currency", "us", "us_to", "us_unit", "uk", "uk_to", "uk_unit"]
    assert all(list(row) == [*names, "ratio", "says", "graded", "why"] for row in rows)
    (row,) = (r for r in rows if (r["counter"], r["period"], r["per"]) == ("article", "year", "gdp"))
    assert (row["scope"], row["currency"], row["graded"]) == ("any", "any", True)
    assert row["us"] == pytest.approx(Decimal("65.9") / 3 / Decimal("28719.942") * 100, rel=Decimal("1e-24"))
    assert (row["us_unit"], row["us_to"], row["says"]) == ("percent of GDP per year", None, "larger")
    assert lab.table() is not rows, "what a program changes is its own"


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        ("1.26", "about 1.3 times"),
        ("1.96", "about twice"),
        ("2.04", "about twice"),
        ("2.06", "about 2.1 times"),
        ("4.97", "about 5.0 times"),
        ("6.79", "about 7 times"),
    ],
)
def test_how_many_times(ratio: str, words: str) -> None:
    assert times(Decimal(ratio)) == words
