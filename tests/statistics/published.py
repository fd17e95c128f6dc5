"""Two classic data sets: how many of 1,000 people had each pattern of right answers to five items.

Source of both: Bock & Lieberman (1970), Psychometrika 35, 179-197, sections 6 and 7 of the Law School Admission Test;
the counts are those of the table `bock` in the R package psych. What is known of them was worked out by others: of
section 6 by `descript(LSAT)` of the R package ltm, of section 7 by `itemstats` of the R package mirt.
"""

from __future__ import annotations

from readtwice.statistics.counts import Response

_COUNTS = {
    "6": "3 6 2 11 1 1 3 4 1 8 0 16 0 3 2 15 10 29 14 81 3 28 15 80 16 56 21 173 11 61 28 298",
    "7": "12 19 1 7 3 19 3 17 10 5 3 7 7 23 8 28 7 39 11 34 14 51 15 90 6 25 7 35 18 136 32 308",
}
"""In the order of the patterns 00000, 00001, 00010 and so on to 11111."""

FACILITY = {"6": (0.924, 0.709, 0.553, 0.763, 0.870), "7": (0.828, 0.658, 0.772, 0.606, 0.843)}
DISCRIMINATION = {"6": (0.1128, 0.1532, 0.1728, 0.1444, 0.1216), "7": (0.246, 0.247, 0.313, 0.223, 0.175)}
"""Point-biserial with the score without the item, to as many places as they were printed."""

ALPHA = {"6": 0.2950, "7": 0.453}
SEM_OF_7 = 0.886
SCORES_OF_6 = {0: 3, 1: 20, 2: 85, 3: 237, 4: 357, 5: 298}


def lsat_rows(section: str = "6") -> list[Response]:
    """A row for each answer."""
    rows, person = [], 0
    for pattern, count in enumerate(map(int, _COUNTS[section].split())):
        for _ in range(count):
            person += 1
            rows += [
                Response(f"p{person}", f"item {place}", one == "1")
                for place, one in enumerate(f"{pattern:05b}", start=1)
            ]
    return rows
