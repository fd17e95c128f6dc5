"""The `computation` of a number item: everything that can be computed is, from figures; only what counts is typed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from readtwice.figures import CannotCompute, FigureNotFound, Figures, Quantity, TemplateError, Unit, show
from readtwice.figures.figure import number
from readtwice.pack.folder.defaults import computation_with_defaults
from readtwice.pack.folder.fields import Report, said_in, text_of, texts_of
from readtwice.pack.folder.yaml_with_lines import Lined
from readtwice.pack.item import Computation, NumberSlip
from readtwice.words import say, speaking

NEEDED = ("ask", "value")
OPTIONAL = ("from", "to", "estimate", "perspective", "take", "divide_by", "rates", "slips")
FIGURES = ("take", "divide_by", "rates")
SLIP_FIELDS = ("value", "feedback", "misconception")


@dataclass(frozen=True, slots=True)
class _Computed:
    quantity: Quantity
    shown: str


def computation_of(node: Lined, figures: Figures, report: Report) -> Computation | None:
    """The computation of an item. None, with the problems reported, where it is not sound."""
    fields = _fields(node, "computation", NEEDED, OPTIONAL, report)
    if fields is None:
        return None
    computed = _computed(fields["value"], figures, report)
    if computed is None:
        return None
    fields = computation_with_defaults(fields, computed.quantity, computed.shown, figures.language)
    low, high = _number(fields["from"], "from", report), _number(fields["to"], "to", report)
    ends = _fields(fields["estimate"], "estimate", ("from", "to"), (), report)
    estimates = [_number(ends[name], name, report) for name in ("from", "to")] if ends else [None, None]
    parts = {name: _figure_ids(fields, name, figures, report) for name in FIGURES}
    slips = _slips(fields["slips"], figures, report)
    if low is None or high is None or estimates[0] is None or estimates[1] is None:
        return None
    value = computed.quantity.value
    if not low <= value <= high:
        message = say("problem.range_misses_value", low=low, high=high, shown=computed.shown)
        report(fields["value"].line, message, say("remedy.correct_range"))
    if not estimates[0] <= value <= estimates[1]:
        message = say(
            "problem.estimate_misses_value",
            low=estimates[0],
            high=estimates[1],
            shown=computed.shown,
        )
        report(fields["estimate"].line, message, say("remedy.widen_range"))
    found = []
    for line, slip, unit in slips:
        if _measure(unit) != _measure(computed.quantity.unit):
            message = say("problem.slip_unit", slip_unit=unit.text, value_unit=computed.quantity.unit.text)
            report(line, message, say("remedy.one_unit"))
        elif low <= slip.value <= high:
            report(line, say("problem.slip_is_right"), say("remedy.drop_or_narrow"))
        found.append(slip)
    return Computation(
        ask=text_of(fields, "ask", report),
        value=value,
        shown=computed.shown,
        unit=computed.quantity.unit.text,
        low=low,
        high=high,
        estimate_low=estimates[0],
        estimate_high=estimates[1],
        working=computed.quantity.working,
        perspective=said_in(fields, "perspective", figures, report),
        slips=tuple(found),
        figures=tuple(figure.id for figure in computed.quantity.figures),
        **parts,
    )


def _fields(
    node: Lined, name: str, needed: tuple[str, ...], optional: tuple[str, ...], report: Report
) -> dict[str, Lined] | None:
    """The fields below a field. None, with the problem reported, where some are missing."""
    if not isinstance(node.value, dict):
        report(
            node.line,
            say("problem.part_no_mapping", name=name),
            say("remedy.write_all_of", known=", ".join(needed)),
        )
        return None
    fields: dict[str, Lined] = node.value
    for unknown in fields:
        if unknown not in (*needed, *optional):
            message = say("problem.unknown_part", unknown=unknown, name=name)
            report(fields[unknown].line, message, say("remedy.use_these", known=", ".join((*needed, *optional))))
    missing = [part for part in needed if part not in fields]
    for part in missing:
        report(
            node.line,
            say("problem.part_missing", name=name, part=part),
            say("remedy.needs_fields", known=", ".join(needed)),
        )
    return None if missing else fields


def _computed(node: Lined, figures: Figures, report: Report) -> _Computed | None:
    """The one template that is the whole text, computed."""
    from readtwice.figures.templates import Template, parse, value_of

    text = text_of({"value": node}, "value", report)
    try:
        pieces = parse(text)
    except TemplateError as error:
        report(node.line, say("problem.template_wrong", reason=error), say("remedy.correct_template"))
        return None
    if len(pieces) != 1 or not isinstance(pieces[0], Template):
        report(
            node.line,
            say("problem.no_single_template"),
            say("remedy.write_example", example="`{share:R31/R88|percent2}`"),
        )
        return None
    try:
        with speaking(figures.language):
            quantity = value_of(pieces[0], figures)
            return _Computed(quantity, show(quantity, pieces[0].form))
    except (FigureNotFound, CannotCompute) as error:
        report(
            node.line,
            say("problem.template_piece_wrong", pieces=pieces[0], reason=str(error).rstrip(".")),
            say("remedy.correct_template"),
        )
        return None


def _number(node: Lined, name: str, report: Report) -> Decimal | None:
    text = text_of({name: node}, name, report)
    try:
        return number(text)
    except ValueError:
        report(node.line, say("problem.no_number", name=name, text=text[:20]), say("remedy.write_number"))
        return None


def _figure_ids(fields: dict[str, Lined], name: str, figures: Figures, report: Report) -> tuple[str, ...]:
    ids = texts_of(fields, name, report)
    for figure_id in ids:
        if figure_id not in figures:
            report(
                fields[name].line,
                say("problem.no_figure_of", figure_id=figure_id, name=name),
                say("remedy.correct_id"),
            )
    return ids


def _slips(node: Lined, figures: Figures, report: Report) -> list[tuple[int, NumberSlip, Unit]]:
    """The slips, each with its line and the unit that it is in."""
    if not isinstance(node.value, list):
        report(node.line, say("problem.slips_not_list"), say("remedy.write_slips"))
        return []
    slips = []
    for part in node.value:
        fields = _fields(part, "slip", SLIP_FIELDS, (), report)
        computed = _computed(fields["value"], figures, report) if fields else None
        if fields and computed:
            said = said_in(fields, "feedback", figures, report)
            slip = NumberSlip(computed.quantity.value, said, text_of(fields, "misconception", report))
            slips.append((part.line, slip, computed.quantity.unit))
    return slips


def _measure(unit: Unit) -> tuple[str, str, int, bool]:
    """What two numbers must share so that one can be taken for the other. Per year or not is a slip, not a unit."""
    return (unit.kind, "" if unit.kind == "percent" else unit.name, unit.scale, unit.per == "head")
