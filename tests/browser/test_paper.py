"""The finished sheets, printed by Chromium: as many pages as the index says, and no card cut in two."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.lab import COURSE

FOLDER = COURSE / "notebooks" / "teacher" / "paper"
SHEETS = sorted(path.name for path in FOLDER.glob("*.html"))
MILLIMETRE = 96 / 25.4
ROOM = {"A4": (210 - 28, 297 - 32), "Letter": (216 - 28, 279 - 32)}
"""Width and height of a page within its margins, in millimetres."""

FONTS = 1
"""Another machine's fonts may move so many pages."""

TALLEST = """() => Math.max(0, ...[...document.querySelectorAll('.card, .keep, tr')].map(e => e.offsetHeight))"""
WIDEST = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def paper(chromium: Browser) -> Iterator[Page]:
    """A page that may open files and nothing else; whatever it asks for beside is a failure."""
    context = chromium.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    yield page
    context.close()
    assert [url for url in asked if not url.startswith(FOLDER.as_uri())] == []


def pages_in_index(name: str) -> int:
    """How many pages the index says that a sheet has."""
    found = re.search(rf"\]\({re.escape(name)}\) \| (\d+) \|", (FOLDER / "README.md").read_text(encoding="utf-8"))
    assert found
    return int(found[1])


def printed(page: Page, paper: str) -> int:
    """How many pages a sheet has on this paper."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))


@pytest.mark.browser
@pytest.mark.parametrize("name", [name for name in SHEETS if name.startswith(("00", "one_shot_s"))])
def test_a_sheet_prints_to_as_many_pages_as_the_index_says(name: str, paper: Page) -> None:
    paper.goto((FOLDER / name).as_uri())
    assert abs(printed(paper, "A4") - pages_in_index(name)) <= FONTS


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("name", SHEETS)
def test_each_sheet_prints_on_both_kinds_of_paper_without_a_card_cut_in_two(name: str, paper: Page) -> None:
    paper.goto((FOLDER / name).as_uri())
    paper.emulate_media(media="print")
    for kind, (width, height) in ROOM.items():
        paper.set_viewport_size({"width": int(width * MILLIMETRE), "height": 1000})
        assert paper.evaluate(WIDEST) == 0
        assert paper.evaluate(TALLEST) < height * MILLIMETRE
        assert abs(printed(paper, kind) - pages_in_index(name)) <= FONTS + (kind == "Letter") * 2


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("name", SHEETS)
def test_each_sheet_can_be_read_on_a_narrow_screen(name: str, paper: Page) -> None:
    paper.set_viewport_size({"width": 700, "height": 1000})
    paper.goto((FOLDER / name).as_uri())
    assert paper.evaluate(WIDEST) == 0


SIDES = sorted((FOLDER.parent / "one_side").glob("*.html"))


@pytest.mark.browser
def test_a_card_for_the_hour_and_the_page_for_parents_print_on_one_side(chromium: Browser) -> None:
    assert len(SIDES) == 14
    page = chromium.new_page()
    counted = {}
    for side in SIDES:
        page.goto(side.as_uri())
        counted |= {(side.stem, kind): len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=kind))) for kind in ROOM}
    page.close()
    assert {one: pages for one, pages in counted.items() if pages != 1} == {}
