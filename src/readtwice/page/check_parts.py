"""The parts from which a learner builds a check, and what comes out, as plain values for the browser."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from readtwice.figures import CannotCompute, Figure, Figures, Quantity
from readtwice.pack.item import Computation, Item
from readtwice.pack.shuffled import shuffled_for
from readtwice.page.views import View, paragraph
from readtwice.words import say

# What computes is imported where it is used: every lesson loads this module, few compute anything.


UNCHOSEN = "?"
"""What stands in each list at the start: to leave a list as it is would be the right answer too often."""


def parts_view(item: Item, computation: Computation, figures: Figures, learner: str = "") -> list[View]:
    """The choices: what to take, and each further step that makes sense for this question.

    Figures stand in an order of the learner's own.
    """
    from readtwice.figures.check import can_be_spread

    nothing = [("", say("bench.nothing"))]
    taken = [figures[one] for one in shuffled_for(learner, f"{item.id} take", computation.take)]
    divisors = [figures[one] for one in shuffled_for(learner, f"{item.id} divide_by", computation.divide_by)]
    parts = [("take", [(one.id, _label(one)) for one in taken])]
    if computation.rates:
        rates = [(one, _rate_label(figures[computation.take[0]], figures[one], figures)) for one in computation.rates]
        parts.append(("rate", [("", say("bench.no")), *rates]))
    if any(can_be_spread(one) for one in taken):
        parts.append(("per_year", [("", say("bench.no")), ("yes", say("bench.its_years"))]))
    if computation.divide_by:
        parts.append(("divide_by", [*nothing, *((one.id, _label(one)) for one in divisors)]))
    return [
        {
            "name": name,
            "label": say(f"bench.part.{name}"),
            "options": [{"code": c, "label": text} for c, text in [(UNCHOSEN, say("bench.unchosen")), *codes]],
        }
        for name, codes in parts
    ]


def work_out(computation: Computation, chosen: dict[str, Any], figures: Figures) -> View:
    """The result of the chosen parts with its working, or why there is none. Raises ValueError for what is no part."""
    from readtwice.figures.check import check_from_parts

    if UNCHOSEN in chosen.values():
        return {"refusal": say("bench.choose_first")}
    known = {"take": computation.take, "rate": computation.rates, "divide_by": computation.divide_by}
    for name, ids in known.items():
        if chosen.get(name) not in (*ids, *(("", None) if name != "take" else ())):
            raise ValueError("that number is no part of this check")
    rate, divisor = (figures[chosen[name]] if chosen.get(name) else None for name in ("rate", "divide_by"))
    per_year = chosen.get("per_year") == "yes"
    try:
        result = check_from_parts(
            figures[chosen["take"]], rate=rate, per_year=per_year, divide_by=divisor, figures=figures
        )
    except CannotCompute as error:
        return {"refusal": str(error)}
    return _result_view(computation, result)


def working_view(working: Sequence[str], used: Sequence[Figure]) -> View:
    """A working in two lists: the steps of the computation, and where each number that it starts from is from."""
    of_figures = {figure.source_line for figure in used}
    return {"steps": [line for line in working if line not in of_figures], "sources": [_source(one) for one in used]}


def _result_view(computation: Computation, result: Quantity) -> View:
    from readtwice.figures.check import in_digits, in_words, to_type
    from readtwice.figures.units import unit

    use = to_type(result, computation.unit)
    note = say("bench.other_unit", unit=result.unit.words, asked=unit(computation.unit).words)
    return {
        **working_view(result.working, result.figures),
        "words": in_words(result),
        "digits": in_digits(result),
        "use": use,
        "note": "" if use else note,
    }


def _label(figure: Figure) -> str:
    """A figure in a list to choose from; a number of the article is told by its amount, any other by its name."""
    key = "article" if figure.is_of_the_article else "record"
    return say(f"bench.of_{key}", amount=_amount(figure), about=_about(figure))


def _rate_label(take: Figure, by: Figure, figures: Figures) -> str:
    """What the rate does to money in the currency of the check: `£1 is $1.24433`, whatever the bank sets it against."""
    from readtwice.figures.rates import rate_with
    from readtwice.figures.show import in_full
    from readtwice.figures.units import Unit

    used = rate_with(take, by, figures)
    one, other = (
        in_full(value, Unit("money", currency))
        for value, currency in ((Decimal(1), used.per), (round(used.value, 5), used.currency))
    )
    return say("bench.of_rate", one=one, other=other, when=by.when)


def _source(figure: Figure) -> str:
    """Where a figure is from, in one line."""
    if figure.is_of_the_article:
        return say("bench.own_number", amount=_amount(figure), about=_about(figure), where=paragraph(figure.address))
    return figure.source_line


def _about(figure: Figure) -> str:
    return ", ".join(filter(None, (figure.entity, figure.series, str(figure.when or ""))))


def _amount(figure: Figure) -> str:
    from readtwice.figures.show import in_full

    quantity = figure.quantity
    return in_full(quantity.value, quantity.unit, quantity.bound)
