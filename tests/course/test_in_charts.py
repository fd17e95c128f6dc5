"""Questions that are answered with a chart work out for themselves what it should show."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import altair as alt
import pytest

from readtwice.course import in_captions, in_charts
from readtwice.marking.feedback import Case
from readtwice.pack import load_pack
from readtwice.page.open import CourseError
from readtwice.page.reply import Reply
from readtwice.words import words
from tests.course.cows import MEASURES, cows

__all__ = ["cows"]  # a fixture: invented tables are open
PER_HEAD = {"Norland": 625.0, "Sudland": 473.7}


def bars(lengths: dict[str, float], **scale: Any) -> alt.Chart:
    rows = [{"town": name, "money": length} for name, length in lengths.items()]
    x = alt.X("money:Q").scale(**scale) if scale else alt.X("money:Q")
    made: alt.Chart = alt.Chart(alt.Data(values=rows)).mark_bar().encode(x=x, y="town:N")
    return made


def heads(axis: str = "zero") -> in_charts.ChartQuestion:
    return in_charts.measured(*MEASURES, "Norland", "Sudland", measure="head", axis=axis)


def case_of(reply: Reply) -> Case:
    assert reply.feedback is not None
    return reply.feedback.case


SCALES: dict[str, dict[str, Any]] = {"zero": {}, "cut": {"domain": [400, 700]}, "squeezed": {"type": "sqrt"}}


@pytest.mark.parametrize("drawn", SCALES)
@pytest.mark.parametrize("axis", in_charts.AXES)
def test_bars_and_their_axis_are_looked_at(axis: str, drawn: str) -> None:
    reply = heads(axis).check(bars(PER_HEAD, **SCALES[drawn]))
    assert case_of(reply) == (Case.VALUE_RIGHT if drawn == axis else Case.VALUE_SLIP)
    line = words()["code"][f"bars_{axis}"]["right" if drawn == axis else drawn]
    assert line.replace("{count}", "2") in repr(reply)


@pytest.mark.parametrize(
    ("answer", "case"),
    [
        (None, Case.NOT_TRIED),
        (PER_HEAD, Case.CANNOT_BE_MARKED),
        ({"Norland": "625", "Sudland": "474", "the axis": "zero"}, Case.CANNOT_BE_MARKED),
        ("a chart", Case.CANNOT_BE_MARKED),
        (alt.Chart().mark_bar(), Case.CANNOT_BE_MARKED),
        (bars(PER_HEAD).mark_line(), Case.CANNOT_BE_MARKED),
        (bars({"Norland": 625.0}), Case.VALUE_OFF),
        (bars({"Norland": 625.0, "Sudland": 480.0}), Case.VALUE_OFF),
        (bars({"Norland": 625.0, "The south": 473.7}), Case.VALUE_OFF),
    ],
)
def test_each_answer_gets_its_case(answer: Any, case: Case) -> None:
    assert case_of(heads().check(answer)) == case


def test_sums_are_drawn_in_billions() -> None:
    aid = load_pack("hegseth-nato-2025").figures["b19.us-aid"].quantity
    assert case_of(in_charts.amounts({"aid": aid}).check(bars({"aid": 65.9}))) == Case.VALUE_RIGHT
    assert case_of(in_charts.amounts({"aid": aid}).check(bars({"aid": 65.9e9}))) == Case.VALUE_OFF


def test_tags_are_counted_for_each_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [in_captions.Row("b02", "tank", "seen", "told"), in_captions.Row("b02", "brave", "added", "")]
    monkeypatch.setattr(in_charts, "rows", lambda: rows)

    def drawn(reader: str) -> alt.Chart:
        values = [{"at": row.block, "tag": getattr(row, reader)} for row in rows if getattr(row, reader)]
        made: alt.Chart = alt.Chart(alt.Data(values=values)).mark_bar().encode(x="count()", y="at:N", color="tag:N")
        return made

    assert case_of(in_charts.tags("first").check(drawn("first"))) == Case.VALUE_RIGHT
    assert case_of(in_charts.tags("second").check(drawn("second"))) == Case.VALUE_RIGHT
    assert case_of(in_charts.tags("second").check(drawn("first"))) == Case.VALUE_OFF


@pytest.mark.parametrize("axis", in_charts.AXES)
def test_hints_and_the_question_name_the_bars(axis: str) -> None:
    question = heads(axis)
    assert "Norland, Sudland" in repr(question)
    assert all(repr(question.hint(number)) for number in (1, 2, 3))


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda: in_charts.measured(*MEASURES, "Norland", measure="weight"), "no measure 'weight'"),
        (lambda: in_charts.measured(*MEASURES, "Nowhere", measure="sum"), "There is no figure"),
        (lambda: in_charts.measured(*MEASURES, measure="sum"), "nothing to draw"),
        (lambda: heads("upside down"), "no axis 'upside down'"),
        (lambda: in_charts.amounts({}), "nothing to draw"),
        (lambda: in_charts.tags("third"), "no reader 'third'"),
        (lambda: in_charts.tags("first"), "nothing to draw"),
    ],
)
def test_what_cannot_be_asked_is_said_in_a_sentence(ask: Callable[[], object], told: str) -> None:
    with pytest.raises(CourseError, match=told):
        ask()
