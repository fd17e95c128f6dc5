"""Charts as a screen reader and an eye find them in a page."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


def charts(page: Page) -> Locator:
    """The drawings, as a screen reader finds them."""
    return page.locator(".jp-OutputArea-output [role='graphics-document']")


BEHIND = """below => { while (below && getComputedStyle(below).backgroundColor === 'rgba(0, 0, 0, 0)')
    below = below.parentElement; return getComputedStyle(below).backgroundColor; }"""
"""The first colour behind a node."""


def colours(chart: Locator) -> int:
    """How many different colours are seen, the page behind among them: more than two where there is ink."""
    count: int = chart.evaluate(
        f"""node => new Set([({BEHIND})(node), ...[...node.querySelectorAll('svg [fill], svg [stroke]')]
        .flatMap(one => [getComputedStyle(one).fill, getComputedStyle(one).stroke])
        .filter(one => !['none', 'rgba(0, 0, 0, 0)'].includes(one))]).size"""
    )
    return count
