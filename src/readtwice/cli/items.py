"""`readtwice items`: item analysis of any long table of answers."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from readtwice.classroom import ALL, TableError, count_table
from readtwice.classroom.reporting.long_table import odd
from readtwice.cli.said import refuse
from readtwice.statistics.items import ENOUGH_LEARNERS, Analysis, ItemFigures, OptionFigures, analysis_of
from readtwice.words import say


def print_items(table: Path, *, occasion: str = "", as_json: bool) -> int:
    """Facility and discrimination of each item, and how reliable the test is. Returns 1 where it cannot be read."""
    try:
        analyses = {name: analysis_of(counts) for name, counts in count_table(table, occasion).items()}
    except TableError as error:
        return refuse(error)
    whole = analyses.pop(occasion or ALL)
    if not whole.items:
        if occasion:
            return refuse(say("command.items.no_answers_of_occasion", name=table.name, occasion=occasion))
        return refuse(say("command.items.no_answers", name=table.name))
    if note := odd(table):
        print(note, file=sys.stderr)
    if as_json:
        each = [{"occasion": name, **described(one)} for name, one in analyses.items()]
        told = described(whole) | ({"occasions": each} if each else {})
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        print(in_words(whole))
        for name, one in analyses.items():
            print("", say("command.items.occasion", name=name), in_words(one), sep="\n")
    return 0


def described(analysis: Analysis) -> dict[str, object]:
    """The analysis as plain values."""
    test = analysis.reliability
    return {
        "items": [_item(one) for one in analysis.items],
        "reliability": {
            "learners": test.learners,
            "items": test.items,
            "mean": test.mean,
            "sd": test.sd,
            "kr20": test.kr20,
            "alpha": test.alpha,
            "sem": test.sem,
        },
    }


def _item(one: ItemFigures) -> dict[str, object]:
    sureness = {"wrong_rated": one.wrong_rated, "wrong_sure": one.wrong_sure} if one.wrong_rated else {}
    return {
        "item": one.item,
        "n": one.n,
        "right": one.right,
        "facility": one.facility,
        "facility_interval": list(one.facility_interval),
        "discrimination": one.discrimination,
        "interval": list(one.interval) if one.interval else None,
        "enough_for_advice": one.advises,
        **({"options": {option.choice: _option(option) for option in one.choices}} if one.choices else {}),
        **sureness,
    }


def _option(one: OptionFigures) -> dict[str, object]:
    return {
        "n": one.n,
        "share": one.share,
        "share_interval": list(one.share_interval),
        "right": one.right,
        "rest_mean": one.rest_mean,
        "discrimination": one.discrimination,
        "interval": list(one.interval) if one.interval else None,
    }


def in_words(analysis: Analysis) -> str:
    """A line for each item with its options below, then one on the test."""
    lines = [line for one in analysis.items for line in _lines(one)]
    test = analysis.reliability
    reliable = {"kr20": _shown(test.kr20), "sem": _shown(test.sem)}
    lines.append(say("command.items.reliability", learners=test.learners, items=test.items, **reliable))
    if test.kr20 is not None and test.kr20 < 0:
        lines.append(say("command.items.negative"))
    if any(one.n < ENOUGH_LEARNERS for one in analysis.items):
        lines.append(say("command.items.few_learners", enough_learners=ENOUGH_LEARNERS))
    return "\n".join(lines)


def _lines(one: ItemFigures) -> Iterator[str]:
    told = {"item": one.item, "right": one.right, "n": one.n, "facility": _within(one.facility, one.facility_interval)}
    yield say("command.items.item", **told, discrimination=_within(one.discrimination, one.interval, brackets=True))
    for option in one.choices:
        marked = "right" if option.right == option.n else "wrong" if not option.right else "right_some"
        told = {"choice": option.choice, "n": option.n, "share": option.share, "rest": option.rest_mean}
        yield f"  {say('command.items.option', **told, marked=say(f'command.items.{marked}'))}"
    if one.wrong_rated:
        yield f"  {say('command.items.wrong_and_sure', sure=one.wrong_sure, rated=one.wrong_rated)}"


def _within(value: float | None, interval: Sequence[float] | None, *, brackets: bool = False) -> str:
    """A figure and the interval around it."""
    shown = say("command.items.none") if value is None else f"{value:.2f}"
    if interval is None:
        return shown
    low, high = interval
    told = say("command.items.to", low=low, high=high)
    return f"{shown} ({told})" if brackets else f"{shown}, {told}"


def _shown(value: float | None) -> str:
    return _within(value, None)
