"""What any page is asked: where the focus is, what a key does, what axe finds, what is cut off."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Locator, Page, expect

from readtwice.words import say


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def focused(page: Page) -> str:
    text: str = page.evaluate("() => document.activeElement.textContent")
    return text


def tab_to(page: Page, name: str, limit: int = 40) -> None:
    """Press Tab until the focus is on something that begins with this name."""
    for _ in range(limit):
        if focused(page).startswith(name):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{limit} Tabs did not reach {name!r}")


AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
IN_OUTPUTS = ".jp-OutputArea-output"
"""Where charts of a notebook stand, beside our widgets."""


def axe_findings(page: Page, within: str = "section.rt") -> list[str]:
    """What axe finds in the course's own output. JupyterLab's shell has findings of its own and is left out."""
    source = Path(axe_playwright_python.__file__).parent / "axe.min.js"
    page.add_script_tag(path=source)
    # JupyterLab's body has no height, so axe would take all text for clipped and never compare a colour.
    page.evaluate(
        """() => { for (const node of [document.documentElement, document.body])
        node.style.setProperty('height', '100vh', 'important'); }"""
    )
    found: list[str] = page.evaluate(
        """([within, tags]) => axe.run({ include: [[within]] }, { runOnly: { type: 'tag', values: tags } })
        .then(({ violations }) => violations.flatMap(
        v => v.nodes.map(n => `${v.id}: ${n.html.slice(0, 160)} ${n.failureSummary}`)))""",
        [within, AXE_TAGS],
    )
    return found


def cut_off(page: Page, width: int) -> list[str]:
    """What stands out of our widgets to the left or right when each is so many pixels wide, and all that folds away
    is open: a browser does not lay out what is folded away, and tells where it once stood."""
    found: list[str] = []
    for region in page.locator("section.rt").all():
        region.evaluate(
            """(node, width) => {
              node.style.width = `${width}px`;
              for (const one of node.querySelectorAll('details')) one.open = true;
            }""",
            width,
        )
        found += region.evaluate(
            """node => {
              const edge = node.getBoundingClientRect();
              return [...node.querySelectorAll('*')].filter(one => !one.closest('.rt-unseen, [hidden], option'))
                .filter(one => { const box = one.getBoundingClientRect();
                  return box.width && (box.right > edge.right + 1 || box.left < edge.left - 1); })
                .map(one => one.outerHTML.slice(0, 120));
            }"""
        )
    return found


def named(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name, exact=True)


def start_of(page: Page) -> Locator:
    return named(page, say("start.name"))


def change_theme(page: Page, theme: str) -> None:
    page.evaluate("theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", theme)
    light = str(theme.endswith("Light")).lower()
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", light)
