"""On paper: every way to make a comparison, as a grid to fill in."""

from __future__ import annotations

from readtwice.activities.comparison.about import COMPARISON
from readtwice.activities.comparison.part import Comparison, comparisons_of
from readtwice.activities.comparison.views import cells_of, table_words
from readtwice.markup import Html, joined
from readtwice.pack import Pack
from readtwice.pack.paper import PaperPart
from readtwice.page.paper.parts import card, quoted, rules, table, text, ticks
from readtwice.page.paper.printing import Print
from readtwice.words import say, words


def _comparisons(pack: Pack, part: PaperPart) -> list[Comparison]:
    return [one for one in comparisons_of(pack) if not part.of or one.id in part.of]


def comparisons(pack: Pack, part: PaperPart) -> Html:
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
    return joined(cards)


def comparison_answers(pack: Pack, part: PaperPart) -> Html:
    """The same grids with their sentences."""
    cards = []
    for one in _comparisons(pack, part):
        header, rows = table_words(one, cells_of(one, pack.figures))
        cards.append(card(COMPARISON + one.id, one.title, table(header, rows, look="fine"), "reply"))
    return joined(cards) + text(say("paper.no_key"))


PRINTS = {
    "comparisons": Print(
        comparisons,
        comparison_answers,
        is_there=comparisons_of,
        knows=lambda pack, one: one in {comparison.id for comparison in comparisons_of(pack)},
    ),
}
