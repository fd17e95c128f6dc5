"""Readers who do not read the texts: where do four ways of searching lead?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from readtwice.activities.results.mark import Search, open_result
from readtwice.activities.results.part import Page

LEARNERS = [f"LEARNER-{number}" for number in range(60)]


def _opens(page: Page, order: list[str], scan: bool, guess: str) -> tuple[Search, bool]:
    """Pages opened in an order until one settles the claim; then its verdict, or else a guess."""
    search = Search(rest_shown=scan)
    for one in order[: page.task.budget]:
        search = open_result(search, page, one)
        if page.result(one).worth == "settles":
            guess = page.state.verdict
            break
    return replace(search, verdict=guess), guess == page.state.verdict


def opens_the_first(page: Page) -> tuple[Search, bool]:
    return _opens(page, [page.results[0].id], scan=False, guess="supported")


def opens_everything(page: Page) -> tuple[Search, bool]:
    return _opens(page, [one.id for one in page.results], scan=False, guess="supported")


def reads_the_address(page: Page) -> tuple[Search, bool]:
    """Opens what has a word of the search in its address, and believes it."""
    typed = set(page.task.typed.split())
    order = sorted(page.results, key=lambda one: -sum(word in one.address for word in typed))
    return _opens(page, [one.id for one in order][:2], scan=True, guess="supported")


def restrained(page: Page) -> tuple[Search, bool]:
    """Looks at all, then opens what comes from those who decide, count or went there; else holds back."""
    trust = ("official", "fact-check", "own page", "news report", "encyclopedia")
    order = sorted(page.results, key=lambda one: trust.index(one.kind) if one.kind in trust else len(trust))
    return _opens(page, [one.id for one in order], scan=True, guess="undetermined")


READERS: tuple[Callable[[Page], tuple[Search, bool]], ...] = (
    opens_the_first,
    reads_the_address,
    opens_everything,
    restrained,
)
