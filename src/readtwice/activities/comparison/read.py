"""From `comparisons.yaml` to comparisons.

One comparison is an id, a title, the article's words (`claim`), two `sides`, `toggles`, `numbers` and `divisors`; and,
where needed, the day `on` which money is converted and what the words state of one side (`claimed`). In a row of
`numbers` or `divisors`, every name that is no field of a row is a toggle: the row counts where that choice is on.
"""

from __future__ import annotations

import re

from readtwice.activities.comparison.part import Comparison
from readtwice.article import Article
from readtwice.figures import Figures, Period
from readtwice.figures.grid import CLAIMS, PERIODS, PRINTED, STEPS, Choice, Claimed, Grid, Row, Side, Toggle
from readtwice.figures.periods import period
from readtwice.pack.folder.fields import Report, fields_of, items_of, text_of, word_of
from readtwice.pack.folder.items import quote_from
from readtwice.pack.folder.yaml_with_lines import Lined
from readtwice.words import say

NEEDED = ("id", "title", "claim", "sides", "toggles", "numbers")
OPTIONAL = ("divisors", "on", "claimed")
FIGURE_FIELDS = ("take", "plus", "less", "to")
ROW_FIELDS = ("side", *FIGURE_FIELDS, "over", "note", "why")
SIDES = 2
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)


def read(root: Lined, article: Article, figures: Figures, report: Report) -> tuple[Comparison, ...]:
    """The comparisons in a file. Those that are not sound are left out, with their problems reported."""
    listed = _list(root, "comparisons", report)
    found: dict[str, Comparison] = {}
    for node in listed:
        fields = fields_of(node, "comparison", NEEDED, OPTIONAL, report)
        comparison = _comparison(fields, article, figures, report) if fields else None
        if comparison is None:
            continue
        if comparison.id in found:
            report(node.line, say("problem.comparison_twice", id=comparison.id), say("remedy.give_another_id"))
        found[comparison.id] = comparison
    return tuple(found.values())


def _comparison(fields: dict[str, Lined], article: Article, figures: Figures, report: Report) -> Comparison | None:
    """One comparison; None where a part of it is not sound."""
    problems: list[int] = []

    def told(line: int, message: str, remedy: str) -> None:
        problems.append(line)
        report(line, message, remedy)

    comparison_id = text_of(fields, "id", told)
    if comparison_id and not _ID.fullmatch(comparison_id):
        told(
            fields["id"].line,
            say("problem.not_id", text=comparison_id[:40]),
            say("remedy.id_of_letters"),
        )
    sides = _sides(fields["sides"], told)
    toggles = tuple(filter(None, (_toggle(node, told) for node in items_of(fields["toggles"], "toggles", told))))
    names = {toggle.id: toggle.labels for toggle in toggles}
    known = tuple(side.id for side in sides)
    numbers, divisors = (
        tuple(_row(node, known, names, figures, told) for node in items_of(fields[name], name, told))
        if name in fields
        else ()
        for name in ("numbers", "divisors")
    )
    for name, rows in (("numbers", numbers), ("divisors", divisors)):
        if len({(row.side, frozenset(row.when.items())) for row in rows}) < len(rows):
            told(fields[name].line, say("problem.rows_alike", name=name), say("remedy.take_one_out"))
    claimed = _claimed(fields["claimed"], known, names, told) if "claimed" in fields else None
    on = _day(fields, told) if "on" in fields else ""
    if not on and any(toggle.does == "currency" for toggle in toggles):
        told(fields["toggles"].line, say("problem.conversion_undated"), say("remedy.write_on_day"))
    title, claim = text_of(fields, "title", told), quote_from(fields["claim"], article, told)
    if problems or claim is None:
        return None
    return Comparison(comparison_id, title, claim, Grid(sides, toggles, numbers, divisors, on, claimed))


def _sides(node: Lined, report: Report) -> tuple[Side, ...]:
    found = [fields_of(part, "side", ("id", "label", "owner"), (), report) for part in items_of(node, "sides", report)]
    sides = tuple(Side(*(text_of(side, name, report) for name in ("id", "label", "owner"))) for side in found if side)
    if len({side.id for side in sides}) != SIDES:
        report(node.line, say("problem.two_sides"), say("remedy.write_two_different_ids"))
    return sides


def _toggle(node: Lined, report: Report) -> Toggle | None:
    fields = fields_of(node, "toggle", ("id", "label", "choices"), ("does",), report)
    if fields is None:
        return None
    toggle_id, does = text_of(fields, "id", report), word_of(fields, "does", STEPS, report)
    if not _ID.fullmatch(toggle_id) or toggle_id in ROW_FIELDS:
        report(
            fields["id"].line,
            say("problem.toggle_id", toggle_id=toggle_id[:40]),
            say("remedy.other_word"),
        )
    choices = fields["choices"].value
    if not isinstance(choices, dict) or len(choices) < 2:
        report(
            fields["choices"].line,
            say("problem.toggle_too_small"),
            say("remedy.write_names"),
        )
        return None
    labels = {name: text_of(choices, name, report) for name in choices}
    for name in labels:
        if (does == "period" and name not in PERIODS) or (
            does == "currency" and name != PRINTED and not _CURRENCY.fullmatch(name)
        ):
            allowed = " or ".join(PERIODS) if does == "period" else say("problem.code_such_usd", printed=PRINTED)
            report(
                choices[name].line,
                say("problem.no_choice", name=name[:40], toggle=does),
                say("remedy.use_allowed", allowed=allowed),
            )
    found = tuple(Choice(name, label) for name, label in labels.items())
    return Toggle(toggle_id, text_of(fields, "label", report), found, does)


def _row(
    node: Lined, sides: tuple[str, ...], toggles: dict[str, dict[str, str]], figures: Figures, report: Report
) -> Row:
    fields = fields_of(node, "row", ("side",), (*ROW_FIELDS, *toggles), report) or {}
    said = {name: text_of(fields, name, report) for name in ROW_FIELDS if name in fields and name != "side"}
    for name in FIGURE_FIELDS:
        if name in said and said[name] not in figures:
            report(fields[name].line, say("problem.no_figure", figure_id=said[name][:40]), say("remedy.correct_id"))
    if fields and ("take" in said) == ("why" in said):
        report(node.line, say("problem.take_or_why"), say("remedy.name_figure"))
    if "over" in said and _period(said["over"]) is None:
        report(fields["over"].line, say("problem.no_period", period=said["over"][:40]), say("remedy.write_stretch"))
    return Row(word_of(fields, "side", sides, report), _when(fields, toggles, report), **said)


def _claimed(node: Lined, sides: tuple[str, ...], toggles: dict[str, dict[str, str]], report: Report) -> Claimed | None:
    fields = fields_of(node, say("problem.claimed_statement"), ("side", "words", "says"), tuple(toggles), report)
    if fields is None:
        return None
    side, says = word_of(fields, "side", sides, report), word_of(fields, "says", CLAIMS, report)
    return Claimed(side, text_of(fields, "words", report), says, _when(fields, toggles, report))


def _when(fields: dict[str, Lined], toggles: dict[str, dict[str, str]], report: Report) -> dict[str, str]:
    return {name: word_of(fields, name, tuple(toggles[name]), report) for name in toggles if name in fields}


def _day(fields: dict[str, Lined], report: Report) -> str:
    on = text_of(fields, "on", report)
    day = _period(on)
    if on and (day is None or not day.is_day):
        report(fields["on"].line, say("problem.not_day", text=on[:40]), say("remedy.write_date"))
    return on


def _period(text: str) -> Period | None:
    try:
        return period(text)
    except ValueError:
        return None


def _list(node: Lined, name: str, report: Report) -> list[Lined]:
    listed = node.value.get(name) if isinstance(node.value, dict) else None
    return items_of(listed if listed else Lined("", node.line), name, report)
