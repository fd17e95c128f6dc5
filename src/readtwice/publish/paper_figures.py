"""On paper: figures side by side."""

from __future__ import annotations

from readtwice.figures.show import in_full
from readtwice.figures.units import unit
from readtwice.markup import Html, listed
from readtwice.pack import Pack
from readtwice.pack.paper import PaperPart
from readtwice.page.paper.parts import table
from readtwice.page.paper.printing import Print
from readtwice.words import say


def figures(pack: Pack, part: PaperPart) -> Html:
    """Figures as a table, with who counted, when, and where they were published."""
    found = [pack.figures[one] for one in part.of]
    entity, period, counter, vintage = (say(f"charts.by.{name}") for name in ("entity", "period", "counter", "vintage"))
    header = (entity, period, say("paper.value"), counter, vintage, say("shelf.source"))
    rows = [
        (
            one.entity,
            str(one.when or ""),
            in_full(one.value, unit(one.unit), one.bound),
            one.counter,
            one.vintage,
            one.publisher if one.is_gradable else f"{one.publisher} ({say('charts.reported')})",
        )
        for one in found
    ]
    return table(header, rows, look="fine")


def figure_answers(pack: Pack, part: PaperPart) -> Html:
    """Where each figure is from."""
    return listed(pack.figures[one].source_line for one in part.of)


PRINTS = {
    "figures": Print(
        figures, figure_answers, knows=lambda pack, one: one in {figure.id for figure in pack.figures}, whole=False
    ),
}
