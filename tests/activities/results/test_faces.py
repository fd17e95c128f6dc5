"""What a result looks like, without its meaning, does not tell which page is the one to open."""

from __future__ import annotations

import re
from collections.abc import Callable
from statistics import mean

import pytest

from readtwice.activities.results.part import Page, Result, page_in, the_pages_of
from readtwice.pack import load_pack

PAGES = [
    page_in(task, state)
    for slug in ("hegseth-nato-2025", "form-a", "form-b", "fresh-text")
    for task in the_pages_of(load_pack(slug)).tasks
    for state in task.states
]


def _face(one: Result) -> str:
    return f"{one.title} {one.snippet}"


SIGNS: dict[str, Callable[[Result], int]] = {
    "long": lambda one: len(_face(one)),
    "long snippet": lambda one: len(one.snippet),
    "long title": lambda one: len(one.title),
    "long address": lambda one: len(one.address),
    "numbers": lambda one: len(re.findall(r"\d", _face(one))),
    "signs of loudness": lambda one: len(re.findall("[!?]", _face(one))),
    "a name after a dash": lambda one: one.title.count("—"),
    "commas": lambda one: _face(one).count(","),
}
RULES = {f"{way} {name}": (sign, best) for name, sign in SIGNS.items() for way, best in (("most", max), ("least", min))}


def _share(page: Page, sign: Callable[[Result], int], best: Callable[..., int]) -> float:
    """Of the results that a rule would open, the share that settles the claim."""
    wanted = best(sign(one) for one in page.results)
    found = [one for one in page.results if sign(one) == wanted]
    return mean(one.worth == "settles" for one in found)


@pytest.mark.parametrize("rule", RULES)
def test_no_rule_without_understanding_opens_what_settles_the_claim(rule: str) -> None:
    decided = [page for page in PAGES if page.can_be_settled]
    assert mean(_share(page, *RULES[rule]) for page in decided) <= 0.5
