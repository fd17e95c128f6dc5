"""The teacher's pages themselves: plans that add up, names that exist, links that lead somewhere."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from readtwice import __version__
from readtwice.authoring.notebook_files import read_notebook
from readtwice.authoring.teacher_pages import pages
from readtwice.pack import load_pack
from readtwice.pack.found import shipped_packs
from readtwice.words import words
from tests.notebooks import COURSE, NO_LESSON, name

TEACHER = COURSE / "notebooks/teacher"
PAGES = pages(COURSE)
LESSON_PAGES = sorted((TEACHER / "lessons").glob("*.md"))
MARKDOWN = sorted([*COURSE.glob("*.md"), *TEACHER.rglob("*.md"), *(COURSE / "src").rglob("*.md")])
ONE_SHOTS = {"one_shot": "hegseth-nato-2025", "one_shot_invented": "skate-park"}
LENGTHS = (45, 60, 90)
ROW = re.compile(r"^\| (?P<part>[^|]+?) \| (?P<minutes>(?:[\d–]+ \| ?){3})", re.M)
SECTIONS = ("The plan", "What to say", "Expected wrong answers", "Talk points", "For different learners")
LAST_SECTION = "Homework and paper"
KINDS_OF_LEARNERS = ("Slow readers", "Strong", "Second language", "Blind or partially sighted", "Programming")
BOLD = re.compile(r"\*\*(.+?)\*\*")
LINK = re.compile(r"\]\(([^)\s]+)\)")

every_page = pytest.mark.parametrize("page", PAGES, ids=name)
lesson_page = pytest.mark.parametrize("page", LESSON_PAGES, ids=lambda page: page.stem)


def plan(page: Path) -> list[tuple[str, tuple[int, ...]]]:
    """The rows of a plan with their minutes at 45, 60 and 90, the head first; a dash is left out."""
    text = page.read_text("utf-8")
    section = text[text.index("## The plan") : text.index("## What to say")]
    found = []
    for row in ROW.finditer(section):
        cells = [cell.strip() for cell in row["minutes"].strip("| ").split("|")]
        found.append((row["part"], tuple(0 if cell == "–" else int(cell) for cell in cells)))
    return found


@cache
def headings(notebook: Path) -> set[str]:
    """The headings of a lesson, without their minutes."""
    sources = [cell.source for cell in read_notebook(notebook).cells if cell.cell_type == "markdown"]
    lines = [line for source in sources for line in source.splitlines() if line.startswith("## ")]
    return {re.sub(r" \(\d+ minutes?\)$", "", line.removeprefix("## ")) for line in lines}


def lesson_of(page: Path) -> Path:
    return COURSE / "notebooks" / f"{page.stem}.ipynb"


def test_each_lesson_has_its_page() -> None:
    lessons = {path.stem for path in (COURSE / "notebooks").glob("*.ipynb")} - NO_LESSON
    assert len(lessons) >= 10
    assert lessons <= {page.stem for page in LESSON_PAGES}
    assert {page.stem for page in LESSON_PAGES} <= lessons


@lesson_page
def test_each_plan_adds_up_to_45_60_and_90_minutes(page: Path) -> None:
    (_, head), *parts, (last, together) = plan(page)
    assert last == "together"
    assert head == together == LENGTHS
    assert tuple(map(sum, zip(*(minutes for _, minutes in parts), strict=True))) == LENGTHS


@lesson_page
def test_more_time_never_takes_time_from_a_part(page: Path) -> None:
    assert [part for part, minutes in plan(page) if tuple(sorted(minutes)) != minutes] == []


@lesson_page
def test_a_part_in_bold_is_a_heading_of_the_lesson(page: Path) -> None:
    named = [bold for part, _ in plan(page) for bold in BOLD.findall(part)]
    known = headings(lesson_of(page)) | ({"Open the page"} if page.stem in ONE_SHOTS else set())
    assert len(named) >= 4
    assert [bold for bold in named if not any(one == bold or one.startswith(f"{bold}:") for one in known)] == []


@pytest.mark.parametrize(("page", "slug"), ONE_SHOTS.items())
def test_a_one_shot_has_the_minutes_of_its_own_plan(page: str, slug: str) -> None:
    one_shot = load_pack(slug).one_shot
    assert one_shot is not None
    rows = [(BOLD.findall(part), minutes[0]) for part, minutes in plan(TEACHER / f"lessons/{page}.md")[1:-1]]
    assert rows == [([step.title], step.minutes) for step in one_shot.steps]


@lesson_page
def test_a_page_has_all_that_a_teacher_needs(page: Path) -> None:
    text = page.read_text("utf-8")
    assert re.findall(r"^## (.+)$", text, re.M) == [*SECTIONS, LAST_SECTION]
    for wanted in ("**Aim.** ", "**You need.** ", f"](../../{page.stem}.ipynb)", "-answers.html)"):
        assert wanted in text
    assert re.search(r"\[sheet( A)?\]\(\.\./paper/", text)
    for_whom = text[text.index("## For different learners") :]
    assert [kind for kind in KINDS_OF_LEARNERS if kind not in for_whom] == []
    assert "never" in text[text.index("## Talk points") :].lower(), "what never to claim"


@lesson_page
def test_what_looks_like_a_card_is_one(page: Path) -> None:
    known = {item.id for slug in shipped_packs() for item in load_pack(slug).items}
    named = re.findall(r"`([a-z0-9]+(?:-[a-z0-9]+)+)`", page.read_text("utf-8"))
    assert [one for one in named if one not in known] == []


@lesson_page
def test_likely_answers_come_from_the_key(page: Path) -> None:
    """Lessons 7 and 10 have no key: what is written there is never marked."""
    listed = page.read_text("utf-8").count("The card answers: ")
    assert listed >= 8 or (page.stem.startswith(("07", "10")) and not listed)


@pytest.mark.parametrize("page", MARKDOWN, ids=name)
def test_links_lead_to_files_and_headings_that_exist(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        file, _, heading = target.partition("#")
        if ":" in file or target.startswith("none"):  # an address, or a caption without a picture
            continue
        found = page.parent / file if file else page
        assert found.exists(), f"{name(page)}: {target}"
        if heading and found.suffix == ".md":
            assert heading in anchors(found), f"{name(page)}: {target}"


def anchors(page: Path) -> set[str]:
    """The names of a page's headings on the web."""
    found = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


@every_page
def test_a_page_stands_beside_its_notebook_and_promises_nothing(page: Path) -> None:
    assert page.with_suffix(".ipynb").is_file()
    text = page.read_text("utf-8").lower()
    assert not [
        word for word in ("debunk", "fake news", "propaganda machine", "certified by", "proven") if word in text
    ]


@every_page
def test_sentences_stay_under_twenty_one_words(page: Path) -> None:
    text = re.sub(r"<!-- (?:expected|key at).*?<!-- end -->|```.*?```", "", page.read_text("utf-8"), flags=re.S)
    text = re.sub(r"^\|.*$", "", text, flags=re.M)
    text = re.sub(r"\]\([^)]*\)", "]", text)
    sentences = [one for line in text.splitlines() for one in re.split(r"(?<=[.?!:”])[*”]*\s+", line)]
    assert len(sentences) > 15
    assert [one for one in sentences if len(one.split()) > 20] == []


def test_the_link_for_a_hub_opens_the_first_lesson() -> None:
    """The form of nbgitpuller: which repository, which branch, and where in it to begin."""
    link = re.search(r"`(https://HUB/[^`]+)`", _text("running.md"))
    assert link is not None
    asked = parse_qs(urlsplit(link[1]).query)
    assert asked["repo"] == ["https://github.com/SCHOOL/REPOSITORY"]
    assert asked["branch"] == ["class"], "a branch that stands at a tag: with a tag a second click fails"
    assert "'v0.2.0^{commit}:refs/heads/class'" in _text("running.md")
    assert (COURSE / asked["urlpath"][0].removeprefix("notebooks/REPOSITORY/")).is_file()


def test_a_hub_gets_what_binder_has() -> None:
    """Threads, settings, memory and idle time, and everything from the release that this package is."""
    text = _text("running.md")
    hub = text[text.index("## On a JupyterHub") : text.index("## On school laptops")]
    exports = re.findall(r"^export (\w+)=(\S+)$", (COURSE / "binder/environment.sh").read_text("utf-8"), re.M)
    assert len(exports) >= 4
    assert [name for name, value in exports if f'"{name}": "{value}"' not in hub] == []
    assert set(re.findall(r"v\d+\.\d+\.\d+", hub)) == {f"v{__version__}"}
    for wanted in ("binder/overrides.json", "limits.memory 2G", "services.cull.timeout 600", "max_age 21600"):
        assert wanted in hub
    assert "2 GB at most" in text
    assert "600 seconds" in text


def test_the_guide_leads_to_every_page() -> None:
    linked = {(TEACHER / target.partition("#")[0]).resolve() for target in LINK.findall(_text("guide.md"))}
    assert {page.resolve() for page in PAGES} - linked == {(TEACHER / "guide.md").resolve()}


@pytest.mark.parametrize(
    "button",
    [
        "Start fresh",
        "Download my work",
        "Go on with this instead",
        words()["start"]["ask_who"],
        "Erase my work on this device",
    ],
)
def test_a_button_is_called_what_it_is_called_on_screen(button: str) -> None:
    assert button in words()["start"].values()
    assert any(f"**{button}**" in page.read_text("utf-8") for page in PAGES)


def test_the_limits_of_binder_have_a_date() -> None:
    text = _text("running.md")
    section = text[text.index("## On Binder") : text.index("## On a JupyterHub")]
    for wanted in ("600 seconds", "100 on each server", "540", "6 hours", "5 August 2026"):
        assert wanted in section


def _text(page: str) -> str:
    return (TEACHER / page).read_text("utf-8")
