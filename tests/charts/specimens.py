"""Charts of invented things, as the code that a notebook cell would hold: one of each builder, and the awkward ones."""

from __future__ import annotations

import ast
from functools import cache
from typing import Any

from readtwice.charts import Chart

SPECIMENS = {
    "bars": """bar_chart(
    [
        Bar("Norland’s aid to its eastern neighbour, grants and loans together", 65.9, "$65.9 billion"),
        Bar("Sudland", Decimal("15.0"), "$15.0 billion a year", reported=True),
        Bar("Mistland", 0, "$0"),
    ],
    title="Aid from three countries, of which the second is known from hearsay alone",
    description="Norland gave 65.9 billion dollars, Sudland is said to give 15, and Mistland gave nothing.",
    label_name="Country", value_name="Billions of dollars")""",
    "bars below zero": """bar_chart(
    [Bar("Spring", -1.25, "-1.25%"), Bar("Summer", 0.5, "0.5%"), Bar("Autumn", 0, "0%")],
    title="Growth by season", description="Growth fell in spring, rose in summer and stood still in autumn.",
    label_name="Season", value_name="Percent")""",
    "bars all below zero": """bar_chart(
    [Bar("Spring", -3, "-3 cows"), Bar("Summer", -1, "-1 cow")],
    title="Cows lost", description="Three cows were lost in spring, and one in summer.",
    label_name="Season", value_name="Cows")""",
    "bars all zero": """bar_chart(
    [Bar("Spring", 0, "none"), Bar("Summer", 0, "none")],
    title="Cows found", description="No cow was found in either season.", label_name="Season", value_name="Cows")""",
    "ranges": """range_chart(
    [
        Range("The ministry’s yearbooks, as published between spring and autumn", 3.36, 3.43, "3.36% to 3.43%", 3.38),
        Range("The institute", Decimal("3.1"), Decimal("3.1"), "3.1%", Decimal("3.1")),
        Range("A newspaper", 2.9, 3.5, "2.9% to 3.5%", reported=True),
    ],
    title="One share, three counters", mark=Mark(Decimal("3.4"), "the claim: 3.4%"),
    description="The ministry says 3.36 to 3.43 percent, the institute 3.1, a newspaper 2.9 to 3.5.",
    label_name="Who counts", value_name="Percent of what the country makes in a year")""",
    "grid": """grid_chart(
    [
        Cell("Mayor Lee", "Praise", 4, "4"), Cell("Mayor Lee", "Blame", 0, "0"),
        Cell("Mayor Lee", "Words from unnamed speakers", 9, "9"),
        Cell("The farmers’ union of the upper valley", "Praise", 1, "1"),
        Cell("The farmers’ union of the upper valley", "Blame", -2, "-2"),
    ],
    title="Who is spoken of how", description="Mayor Lee is praised four times, the union once.",
    row_name="Who", column_name="How often")""",
    "calibration": """calibration_chart(
    [Sureness("Sure it holds", 95, 7, 9), Sureness("Think so", 75, 9, 12), Sureness("Sure not", 95, 0, 1)],
    title="Sure, and right?",
    description="Those who were sure were right in 7 of 9 answers, those who thought so in 9 of 12.",
    label_name="What they said")""",
    "line": """line_chart(
    [Point(f"¶{place}", grade, str(grade)) for place, grade in enumerate(
        [8.1, 12.4, 9, 15.6, 7.2, 11, 13.1, 10, 9.9, 8.8, 14, 12, 13, 9, 8, 10, 11, 12, 9, 7.9, 8, 12, 13, 11], 1)],
    title="Reading grade by paragraph", mark=Mark(9, "grade 9"),
    description="Paragraph 4 is the hardest, at grade 15.6, and paragraph 5 the easiest, at 7.2.",
    label_name="Paragraph", value_name="Grade")""",
    "line of one point": """line_chart(
    [Point("¶1", 0, "0")], title="One paragraph", description="The one paragraph has no long words.",
    label_name="Paragraph", value_name="Long words")""",
    "by hand": """from_altair(
    alt.Chart(alt.Data(values=[{"cow": "Elsa", "litres": 20}, {"cow": "Berta", "litres": 31}]))
        .mark_bar(color="#0072B2").encode(x="litres:Q", y="cow:N"),
    title="Milk on Monday", description="Berta gave 31 litres and Elsa 20.",
    header=("Cow", "Litres"), rows=[("Elsa", 20), ("Berta", 31)])""",
}
IMPORTS = "from decimal import Decimal\nimport altair as alt\nfrom readtwice.charts import *"


@cache
def names() -> dict[str, Any]:
    """What a cell of a notebook knows after the imports."""
    known: dict[str, Any] = {}
    exec(IMPORTS, known)
    return known


def make(name: str) -> Chart:
    """A specimen, made anew."""
    chart = eval(compile(ast.parse(SPECIMENS[name], mode="eval"), name, "eval"), names())
    assert isinstance(chart, Chart)
    return chart
