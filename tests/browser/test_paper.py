"""The finished sheets, printed by Chromium: as many pages as the index says, and no card cut in two."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from readtwice.classroom.reporting.class_report import class_report
from readtwice.classroom.reporting.page import as_page
from readtwice.syllabus import syllabus
from tests.browser.lab import COURSE
from tests.classroom.reporting.simulated import PACKS, a_class, one_skill_weak

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
    assert [url for url in asked if not url.startswith((FOLDER.as_uri(), "data:"))] == []


def pages_in_index(name: str) -> int:
    """How many pages the index says that a sheet has."""
    found = re.search(rf"\]\({re.escape(name)}\)[^|\n]*\| (\d+) \|", (FOLDER / "README.md").read_text(encoding="utf-8"))
    assert found
    return int(found[1])


def printed(page: Page, paper: str) -> int:
    """How many pages a sheet has on this paper."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))


@pytest.mark.browser
@pytest.mark.parametrize("name", [name for name in SHEETS if name.startswith("00")])
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


LETTERED = [name for name in SHEETS if re.fullmatch(r"\d\d_.+-[AB]\.html", name)]


@pytest.mark.browser
@pytest.mark.parametrize("kind", ROOM)
def test_the_sheet_that_a_learner_takes_before_and_after_the_course_has_four_pages(kind: str, paper: Page) -> None:
    assert len(LETTERED) == 2 * sum(bool(lesson.occasion) for lesson in syllabus().lessons)
    for name in LETTERED:
        paper.goto((FOLDER / name).as_uri())
        assert printed(paper, kind) <= (6 if name.startswith("09") else 4), name


ALONE = [name for name in SHEETS if re.fullmatch(r"one_shot_.+-[AB]\.html", name)]
KEYS = [name for name in SHEETS if re.fullmatch(r"one_shot_.+-answers\.html", name)]


@pytest.mark.browser
@pytest.mark.parametrize("kind", ROOM)
@pytest.mark.parametrize("name", ALONE)
def test_a_sheet_of_a_lesson_that_stands_alone_has_five_pages_and_cards_on_leaves_of_their_own(
    name: str, kind: str, paper: Page
) -> None:
    """Entry cards first, exit cards last, and nothing of the lesson on the same page."""
    paper.goto((FOLDER / name).as_uri())
    assert printed(paper, kind) <= 5
    runs = "document.querySelectorAll('article > div')"
    assert paper.evaluate(f"() => {runs}.length") == 3
    for keep, pages in ((0, 1), (1, 3), (2, 1)):
        paper.goto((FOLDER / name).as_uri())
        paper.evaluate(f"""() => [...{runs}].forEach((run, i) => {{
            run.classList.remove('new-page');
            if (i === {keep}) run.parentElement.replaceChildren(run);
        }})""")
        assert printed(paper, kind) <= pages, f"part {keep} alone"


@pytest.mark.browser
@pytest.mark.parametrize("kind", ROOM)
@pytest.mark.parametrize("name", KEYS)
def test_the_key_of_a_lesson_that_stands_alone_is_one_page(name: str, kind: str, paper: Page) -> None:
    paper.goto((FOLDER / name).as_uri())
    paper.evaluate("() => document.querySelectorAll('article > section:not(.keys)').forEach(e => e.remove())")
    assert paper.locator(".keys table").count() >= 8
    assert printed(paper, kind) == 1


HEADS_ALONE = """([width, height]) => {
  const rules = '.new-page { break-before: column !important }' +
    `body { width: ${width}px; height: ${height}px; columns: ${width}px auto; column-gap: 0; column-fill: auto;` +
    ' max-width: none; margin: 0; padding: 0 }';
  document.head.append(Object.assign(document.createElement('style'), { textContent: rules }));
  const page = (e, last) => {
    const boxes = [...e.getClientRects()].filter(box => box.width);
    return Math.floor((boxes.at(last ? -1 : 0).left + 1) / width);
  };
  return [...document.querySelectorAll('table')].filter(table => {
    const [head, row] = [table.tHead.rows[0], table.tBodies[0].rows[0]];
    return page(head) !== page(row) || (table.caption && page(table.caption, true) !== page(row));
  }).map(table => table.innerText.slice(0, 60));
}"""
"""Pages as columns: the engine breaks both alike. Tables whose caption or head stands without its first row."""


@pytest.mark.browser
@pytest.mark.parametrize("name", [*ALONE, *KEYS, "04_check_against_data.html"])
def test_no_head_of_a_table_stands_alone_at_the_foot_of_a_page(name: str, paper: Page) -> None:
    paper.emulate_media(media="print")
    for room in ROOM.values():
        paper.goto((FOLDER / name).as_uri())
        assert paper.locator("table").count()
        assert paper.evaluate(HEADS_ALONE, [side * MILLIMETRE for side in room]) == []


@pytest.mark.browser
@pytest.mark.parametrize("missing", [0, 5, 14])
def test_no_head_of_a_table_stands_alone_in_a_printed_report(missing: int, paper: Page) -> None:
    report = as_page(class_report(a_class(one_skill_weak, 104, absent=missing), PACKS))
    paper.emulate_media(media="print")
    for room in ROOM.values():
        paper.set_content(report)
        paper.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true; })")
        assert paper.locator("table").count() > 4
        assert paper.evaluate(HEADS_ALONE, [side * MILLIMETRE for side in room]) == []


ONE_SHOTS = {name.rpartition("-")[0] for name in ALONE}
SIDES = sorted((FOLDER.parent / "one_side").glob("*.html"))


@pytest.mark.browser
def test_a_card_for_the_hour_and_the_page_for_parents_print_on_one_side(chromium: Browser) -> None:
    assert len(SIDES) == len(syllabus().lessons) + len(ONE_SHOTS) + 1
    page = chromium.new_page()
    counted = {}
    for side in SIDES:
        page.goto(side.as_uri())
        counted |= {(side.stem, kind): len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=kind))) for kind in ROOM}
    page.close()
    assert {one: pages for one, pages in counted.items() if pages != 1} == {}
