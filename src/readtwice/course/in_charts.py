"""For those who program: questions that are answered with a chart, drawn with Altair.

    import altair as alt
    from readtwice.charts import use_altair
    from readtwice.course import in_charts
    use_altair()
    question = in_charts.measured("cost", "income", "people", "2026", "Lindow", "Harby", measure="head")
    question.check(alt.Chart(alt.Data(values=rows)).mark_bar().encode(x="per head:Q", y="town:N"))

What is looked at is what a reader sees: which bars there are, how long each is, and what the axis does to the lengths.
The look is nobody's business, and the names of columns are free.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from readtwice.course.in_captions import rows
from readtwice.course.in_data import MEASURES, SIDE_BY_SIDE, measures
from readtwice.marking.values import Slip, ValueQuestion
from readtwice.page.code_question import CodeQuestion
from readtwice.page.data_question import BILLION, rounded
from readtwice.page.open import CourseError
from readtwice.page.reply import Reply
from readtwice.words import say

if TYPE_CHECKING:
    from readtwice.figures import Quantity

AXES = ("zero", "cut", "squeezed")
"""An axis from zero, one that begins elsewhere, and one on which equal steps are no equal amounts."""


class ChartQuestion(CodeQuestion):
    """A question whose answer is an Altair chart with bars."""

    def __init__(self, kind: str, question: ValueQuestion, values: dict[str, Any], places: int) -> None:
        super().__init__(kind, question, values)
        self._places = places

    def check(self, answer: Any) -> Reply:
        """Mark a chart. None is *not tried yet*."""
        return super().check(_read(answer, self._places))


def amounts(sums: Mapping[str, Quantity], *, axis: str = "zero") -> ChartQuestion:
    """Sums of money as bars, in billions: a dictionary of names and quantities. Raises CourseError for none."""
    return _question({name: float(one.base / BILLION) for name, one in sums.items()}, axis, 1)


def measured(
    sums: str, wholes: str, people: str, period: str, *entities: str, measure: str, axis: str = "zero"
) -> ChartQuestion:
    """One measure of some entities as bars: its `sum` in billions, its `share` in percent, or its amount per `head`.

    Raises CourseError for another measure, and for figures that are not there or cannot be divided.
    """
    if measure not in MEASURES:
        raise CourseError(say("error.course.no_measure", measure=measure, known=", ".join(MEASURES)))
    place = MEASURES.index(measure)
    lengths = {one: float(measures(sums, wholes, people, period, one)[place]) for one in entities}
    return _question(lengths, axis, SIDE_BY_SIDE[place])


def tags(reader: str) -> ChartQuestion:
    """How many words of each caption the `first` or the `second` reader calls seen, told or added.

    Raises CourseError for another reader, and for an article without captions.
    """
    if reader not in ("first", "second"):
        raise CourseError(say("error.course.no_reader", reader=reader))
    from readtwice.charts.read_bars import bar_name

    found = Counter(bar_name(row.block, tag) for row in rows() if (tag := getattr(row, reader)))
    return _question({name: float(count) for name, count in found.items()}, "zero", 0)


def _question(lengths: dict[str, float], axis: str, places: int) -> ChartQuestion:
    if axis not in AXES:
        raise CourseError(say("error.course.no_axis", axis=axis, known=", ".join(AXES)))
    if not lengths:
        raise CourseError(say("error.course.nothing_to_draw"))
    expected = _value(lengths, axis, places)
    kind = f"bars_{axis}"
    values: dict[str, Any] = {"count": len(lengths), "names": ", ".join(sorted(lengths))}
    slips = [
        Slip({**expected, say("code.axis"): other}, say(f"code.{kind}.{other}", **values))
        for other in AXES
        if other != axis
    ]
    form, right, next_step = (say(f"code.{kind}.{part}", **values) for part in ("form", "right", "next"))
    return ChartQuestion(kind, ValueQuestion(expected, form, right, next_step, tuple(slips)), values, places)


def _read(answer: Any, places: int) -> Any:
    """A chart as a dictionary of what it shows; anything else as it is, and a dictionary of numbers as a text."""
    if not hasattr(answer, "to_dict"):
        return repr(answer) if isinstance(answer, Mapping) else answer
    from readtwice.charts.read_bars import read_bars

    found = read_bars(answer)
    return answer if found is None else _value(found.lengths, found.axis, places)


def _value(lengths: Mapping[str, float], axis: str, places: int) -> dict[str, object]:
    return {**{name: rounded(length, (places,)) for name, length in lengths.items()}, say("code.axis"): axis}
