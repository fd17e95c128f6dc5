"""On paper: comparisons as a grid to fill in, and figures side by side."""

from __future__ import annotations

from readtwice.authoring.paper_page import card, listed, quoted, rules, table, text, ticks
from readtwice.figures.show import in_full
from readtwice.figures.units import unit
from readtwice.pack import Pack
from readtwice.pack.comparisons import Comparison
from readtwice.pack.paper import PaperPart
from readtwice.widgets.comparison_views import cells_of, table_words
from readtwice.words import say, words

COMPARISON = "comparison-"
"""How the ids begin under which the screen keeps what a learner says of a comparison."""


def _comparisons(pack: Pack, part: PaperPart) -> list[Comparison]:
    return [one for one in pack.comparisons if not part.of or one.id in part.of]


def comparisons(pack: Pack, part: PaperPart) -> str:
    """Every way to make a comparison that has two numbers. What they say of each other is left to write."""
    cards = []
    for one in _comparisons(pack, part):
        header, rows = table_words(one, [cell for cell in cells_of(one, pack.figures) if cell.sides])
        empty = [[*row[:-1], ""] for row in rows]
        fair = [say("comparison.kinder", side=side.label) for side in one.grid.sides]
        body = (
            text(f"{words()['comparison']['claim']}:")
            + quoted(pack, one.claim)
            + text(say("paper.grid"))
            + table(header, empty, look="fine grid")
            + text(say("paper.fair"))
            + ticks([say("comparison.fair_to_both"), *fair, say("comparison.unsure")])
            + rules(say("paper.which_row"), 2)
        )
        cards.append(card(COMPARISON + one.id, one.title, body, ""))
    return "".join(cards)


def comparison_answers(pack: Pack, part: PaperPart) -> str:
    """The same grids with their sentences."""
    cards = []
    for one in _comparisons(pack, part):
        header, rows = table_words(one, cells_of(one, pack.figures))
        cards.append(card(COMPARISON + one.id, one.title, table(header, rows, look="fine"), "reply"))
    return "".join(cards) + text(say("paper.no_key"))


def figures(pack: Pack, part: PaperPart) -> str:
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


def figure_answers(pack: Pack, part: PaperPart) -> str:
    """Where each figure is from."""
    return listed(pack.figures[one].source_line for one in part.of)
