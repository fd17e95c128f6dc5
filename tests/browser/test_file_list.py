"""Answers do not stand in the list of files that learners look at, and open by a path."""

from __future__ import annotations

import json
from typing import Any
from urllib.request import urlopen

from playwright.sync_api import Page, expect

from tests.browser.lab import Lab

ANSWERS = ("solutions/01_contradictions/practice.ipynb", "notebooks/teacher/guide.ipynb")


def contents(lab: Lab, path: str = "") -> dict[str, Any]:
    with urlopen(f"{lab.url}/api/contents/{path}") as answer:  # raises HTTPError for what is not there
        return json.load(answer)  # type: ignore[no-any-return]


def listed(lab: Lab, path: str = "") -> set[str]:
    return {one["name"] for one in contents(lab, path)["content"]}


def test_a_server_lists_no_answers_and_gives_them_by_path(lab: Lab) -> None:
    there = {one.name for one in lab.folder.iterdir()}
    assert {"notebooks", "exercises", "solutions"} <= there
    assert listed(lab) & {"notebooks", "exercises", "solutions"} == {"notebooks", "exercises"}
    assert "teacher" not in listed(lab, "notebooks")
    assert "00_start_here.ipynb" in listed(lab, "notebooks")
    for path in ANSWERS:
        assert contents(lab, path)["type"] == "notebook"
    assert "guide.ipynb" in listed(lab, "notebooks/teacher"), "who is there sees what is there"


def test_learners_see_lessons_and_sheets_and_a_teacher_gets_to_the_folder_by_its_address(lab: Lab, page: Page) -> None:
    page.goto(f"{lab.url}/lab/tree/notebooks/00_start_here.ipynb")
    files = page.locator(".jp-DirListing-content")
    expect(files.get_by_text("01_contradictions.ipynb")).to_be_visible()
    expect(files.get_by_text("teacher", exact=True)).to_have_count(0)
    page.goto(f"{lab.url}/lab/tree/notebooks/teacher/guide.ipynb?reset")
    expect(files.get_by_text("guide.ipynb", exact=True)).to_be_visible(timeout=30_000)
