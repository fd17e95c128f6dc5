"""A new teacher, who has read nothing but the README: to sheets by links, and from what a class handed in to a plan."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from readtwice import classroom
from readtwice.classroom import verbs
from readtwice.words import say, words
from tests.browser.lab import COURSE
from tests.classroom.classes import code_of, progress_of, record_of, zip_of
from tests.publish import learners

LEARNERS = 30
LINK = re.compile(r"\]\(([^)#?]+\.(?:md|html))(?:#[^)]*)?\)")


def linked(page: Path) -> dict[Path, str]:
    """The pages of the course to which one links, each with the line that holds the link."""
    if page.suffix != ".md":
        return {}
    found = {}
    for line in page.read_text(encoding="utf-8").splitlines():
        for target in LINK.findall(line):
            place = (page.parent / target).resolve()
            if place.is_relative_to(COURSE) and place.exists():
                found[place] = line
    return found


def clicks_to(sheet: Path) -> int:
    """How many links lead from the README to a page, the shortest way; 9 where none does."""
    here, seen = {COURSE / "README.md"}, set[Path]()
    for clicks in range(6):
        if sheet in here:
            return clicks
        seen |= here
        here = {place for page in here for place in linked(page)} - seen
    return 9


@pytest.mark.parametrize("article", ["hegseth-nato-2025", "skate-park"])
@pytest.mark.parametrize("version", ["A", "B", "answers"])
def test_sheets_of_both_versions_are_two_links_from_the_readme_and_print_as_they_are(
    article: str, version: str
) -> None:
    sheet = COURSE / "notebooks" / "teacher" / "paper" / f"one_shot_{article}-{version}.html"
    assert clicks_to(sheet) <= 2
    page = sheet.read_text(encoding="utf-8")
    assert "@page" in page, "the browser's own print button is all that is needed"
    assert "<script" not in page
    assert not re.search(r'(?:src|href)="https?:', page), "nothing is fetched"


Handed = tuple[str, list[tuple[str, bytes]]]


def in_a_chat(folder: Path) -> Handed:
    lines = [f"10:{n:02} Ada Zander {n}: hello, mine is {code} ok?" for n, code in enumerate(codes(folder))]
    return "\n".join(lines), []


def in_a_form(folder: Path) -> Handed:
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(["Timestamp", "Email Address", "Paste your code"])
    table.writerows([f"2026/11/24 10:{n:02}", f"s{n}@school.example", code] for n, code in enumerate(codes(folder)))
    return "", [("Answers.csv", out.getvalue().encode())]


def in_moodle(folder: Path) -> Handed:
    files = {
        f"Ada Zander {n}_12{n:02}_assignsubmission_file/progress.jsonl": progress_of(one)
        for n, one in enumerate(class_of(folder))
    }
    return "", [("10b-Read twice-4711.zip", zip_of(**files))]


def in_canvas(folder: Path) -> Handed:
    files = {
        f"zanderada{n}_{5000 + n}_{90000 + n}_progress.jsonl": progress_of(one)
        for n, one in enumerate(class_of(folder))
    }
    return "", [("submissions.zip", zip_of(**files))]


def class_of(folder: Path) -> Iterator[Any]:
    return (record_of(folder, learners.suspicious, seed, ("after",)) for seed in range(LEARNERS))


def codes(folder: Path) -> list[str]:
    return [code_of(one, "after") for one in class_of(folder)]


class Teacher:
    """Counts what a teacher does on the page of the class report."""

    def __init__(self) -> None:
        self.actions = 1  # the page is opened, and runs by itself
        self.desk = classroom.report("form-a", "hegseth-nato-2025").children[0]

    def _send(self, message: dict[str, Any], *buffers: bytes) -> None:
        self.desk._take(None, {"number": str(self.actions), **message}, list(buffers))

    def choose(self, files: list[tuple[str, bytes]]) -> None:
        self.actions += 1
        for number, (name, content) in enumerate(files):
            self._send({"type": "piece", "file": number, "name": name, "start": 0}, content)

    def paste(self, text: str) -> None:
        self.actions += 1
        self.text = text

    def press(self) -> None:
        self.actions += 1
        self._send({"type": "make", "text": getattr(self, "text", "")})


@pytest.mark.parametrize("handed_in", [in_a_chat, in_a_form, in_moodle, in_canvas])
def test_thirty_learners_work_becomes_tomorrows_plan_in_three_actions(handed_in: Any, tmp_path: Path) -> None:
    text, files = handed_in(tmp_path)
    teacher = Teacher()
    if files:
        teacher.choose(files)
    else:
        teacher.paste(text)
    teacher.press()
    assert teacher.actions == 3
    view = teacher.desk.view
    assert view["said"] == say("class_report.made", learners=LEARNERS, rejected=0)
    assert not view["is_example"]
    shown = view["parts"][: next(at for at, one in enumerate(view["parts"]) if one["kind"] == "table")]
    told = [line for one in shown if one["kind"] == "lines" for line in one["lines"]]
    labels = [line["label"] for line in told]
    assert words()["report"]["labels"]["tomorrow"] in labels
    plan = words()["report"]["tomorrow"]["step"]
    assert [line["text"] for line in told if line["text"] in [one["does"] for one in plan.values()]] == [
        plan[name]["does"] for name in ("read", "vote", "write")
    ]
    minutes = [int(found[0]) for one in labels if (found := re.match(r"\d+", one))]
    assert sum(minutes) == 10
    assert [one["kind"] for one in shown].count("large") == 1
    assert "Zander" not in str(view["parts"])
    verbs._handed_in.clear()
