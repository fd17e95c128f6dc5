"""`readtwice items`: item analysis of any long table of answers."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from readtwice.classroom import TableError, read_long_table
from readtwice.statistics.items import ENOUGH_LEARNERS, Analysis, analyse


def print_items(table: Path, *, as_json: bool) -> int:
    """Facility and discrimination of each item, and how reliable the test is. Returns 1 where it cannot be read."""
    try:
        analysis = analyse(read_long_table(table))
    except TableError as error:
        print(error, file=sys.stderr)
        return 1
    if not analysis.items:
        print(f"{table.name} holds no answers.", file=sys.stderr)
        return 1
    print(json.dumps(described(analysis), ensure_ascii=False, indent=1) if as_json else in_words(analysis))
    return 0


def described(analysis: Analysis) -> dict[str, object]:
    """The analysis as plain values."""
    test = analysis.reliability
    return {
        "items": [
            {
                "item": one.item,
                "n": one.n,
                "facility": one.facility,
                "facility_interval": list(one.facility_interval),
                "discrimination": one.discrimination,
                "interval": list(one.interval) if one.interval else None,
                **({"options": dict(one.options)} if one.options else {}),
            }
            for one in analysis.items
        ],
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


def in_words(analysis: Analysis) -> str:
    """One line an item, then one on the test."""
    lines = [
        f"{one.item}: {one.right} of {one.n} right ({one.facility:.2f}), discrimination {_shown(one.discrimination)}"
        + (f" ({one.interval[0]:.2f} to {one.interval[1]:.2f})" if one.interval else "")
        for one in analysis.items
    ]
    test = analysis.reliability
    reliable = f"KR-20 {_shown(test.kr20)}, SEM {_shown(test.sem)}"
    lines.append(f"{test.learners} learners answered all {test.items} items: {reliable}")
    if test.learners < ENOUGH_LEARNERS:
        lines.append(f"Below {ENOUGH_LEARNERS} learners, discrimination says little: look at items, judge none.")
    return "\n".join(lines)


def _shown(value: float | None) -> str:
    return "none" if value is None else f"{value:.2f}"
