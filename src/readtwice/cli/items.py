"""`readtwice items`: item analysis of any long table of answers."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from readtwice.classroom import ALL, TableError, count_table
from readtwice.classroom.reporting.long_table import odd
from readtwice.cli.said import refuse
from readtwice.statistics.items import ENOUGH_LEARNERS, Analysis, ItemFigures, OptionFigures, analysis_of

NEGATIVE = (
    "KR-20 below 0: the items pull against one another, so the sum of right answers says nothing. "
    "With few learners that is chance. With many, look for an item whose key is the wrong way round."
)


def print_items(table: Path, *, occasion: str = "", as_json: bool) -> int:
    """Facility and discrimination of each item, and how reliable the test is. Returns 1 where it cannot be read."""
    try:
        analyses = {name: analysis_of(counts) for name, counts in count_table(table, occasion).items()}
    except TableError as error:
        return refuse(error)
    whole = analyses.pop(occasion or ALL)
    if not whole.items:
        of = f" of the occasion `{occasion}`" if occasion else ""
        return refuse(f"{table.name} holds no answers{of}.")
    if note := odd(table):
        print(note, file=sys.stderr)
    if as_json:
        each = [{"occasion": name, **described(one)} for name, one in analyses.items()]
        told = described(whole) | ({"occasions": each} if each else {})
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        print(in_words(whole))
        for name, one in analyses.items():
            print(f"\nOccasion {name}\n{in_words(one)}")
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
    reliable = f"KR-20 {_shown(test.kr20)}, SEM {_shown(test.sem)}"
    lines.append(f"{test.learners} learners answered all {test.items} items: {reliable}")
    if test.kr20 is not None and test.kr20 < 0:
        lines.append(NEGATIVE)
    if any(one.n < ENOUGH_LEARNERS for one in analysis.items):
        lines.append(f"Below {ENOUGH_LEARNERS} learners, discrimination says little: look at items, judge none.")
    return "\n".join(lines)


def _lines(one: ItemFigures) -> Iterator[str]:
    low, high = one.facility_interval
    facility = f"{one.facility:.2f}, {low:.2f} to {high:.2f}"
    interval = f" ({one.interval[0]:.2f} to {one.interval[1]:.2f})" if one.interval else ""
    discrimination = f"discrimination {_shown(one.discrimination)}{interval}"
    yield f"{one.item}: {one.right} of {one.n} right ({facility}), {discrimination}"
    for option in one.choices:
        marked = "right" if option.right == option.n else "wrong" if not option.right else "right for some"
        elsewhere = f"on average {option.rest_mean:.1f} right elsewhere"
        yield f"  {option.choice}: chosen by {option.n} ({option.share:.2f}), {marked}, {elsewhere}"
    if one.wrong_rated:
        yield f"  wrong and sure: {one.wrong_sure} of the {one.wrong_rated} who said how sure they were"


def _shown(value: float | None) -> str:
    return "none" if value is None else f"{value:.2f}"
