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
    "moves": """move_chart(
    [
        Move("Sound cards kept by a class that came to doubt everything it was shown", 20, "80 of 100, then 20", 80),
        Move("Flawed cards caught", 100, "25 of 100, then 100", 25),
        Move("Cards on a fresh text", Decimal("0"), "0 of 100"),
    ],
    title="Kept and caught", legend="○ before   ● after",
    description="The class kept 80 of 100 sound cards, then 20, and caught 25 flawed ones, then all.",
    label_name="Cards", value_name="Of 100")""",
    "grid": """grid_chart(
    [
        Cell("Mayor Lee", "Praise", 4, "4"), Cell("Mayor Lee", "Blame", 0, "0"),
        Cell("Mayor Lee", "Words from unnamed speakers", 9, "9"),
        Cell("The farmers’ union of the upper valley", "Praise", 1, "1"),
        Cell("The farmers’ union of the upper valley", "Blame", -2, "-2"),
    ],
    title="Who is spoken of how", description="Mayor Lee is praised four times, the union once.",
    row_name="Who", column_name="How often")""",
    "by hand": """described(
    alt.Chart(alt.Data(values=[{"cow": "Elsa", "litres": 20}, {"cow": "Berta", "litres": 31}]))
        .mark_bar().encode(x="litres:Q", y="cow:N")
        .properties(title="Milk on Monday", description="Berta gave 31 litres and Elsa 20."))""",
    "by hand, in two layers": """described(
    (lambda bars: bars + bars.mark_text(align="left", dx=4).encode(text="litres:Q"))(
        alt.Chart({"values": [{"cow": "Elsa", "litres": 20.25}, {"cow": "Berta", "litres": 31}]})
            .mark_bar().encode(x="litres:Q", y=alt.Y("cow:N", sort=None)))
        .properties(title=["Milk", "on Tuesday"], description="Berta gave 31 litres and Elsa 20.25."))""",
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
