"""The teacher's pages: blocks come from the key, the notebook says what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest

from readtwice.authoring.notebook_files import canonical, read_notebook, to_text
from readtwice.authoring.teacher_pages import FOLDER, PageError, as_notebook, generate, refreshed
from readtwice.cli import main
from tests.notebooks import COURSE
from tests.specimens import hegseth

PAGE = """# Teaching

Some words.

## What to say

<!-- expected answers: aid-share-b19 supported, ammunition-value-b24 not_supported -->
old words, and a claim that the key no longer makes
<!-- end -->

## What to say

See [care](../care.md#before), [guide](guide.md) and [the licence](../../LICENSE.md).
"""


def course(folder: Path, text: str = PAGE, name: str = "03_numbers.md") -> Path:
    lessons = folder / FOLDER / "lessons"
    lessons.mkdir(parents=True)
    (lessons / name).write_text(text, "utf-8")
    (folder / FOLDER / "care.md").write_text("# Care\n", "utf-8")
    return folder


def test_a_block_holds_card_answer_thought_and_reply(tmp_path: Path) -> None:
    text = refreshed(PAGE, tmp_path / "03_numbers.md")
    item = next(item for item in hegseth().items if item.id == "aid-share-b19")
    block = text[text.index("- **") : text.index("\n- **", text.index("- **") + 1)]
    for words in (item.prompt, "`aid-share-b19`", "“Holds up”", item.options["supported"].misconception):
        assert words in block
    assert item.options["supported"].feedback.replace("$", r"<span>\$</span>") in block
    assert "Key: *Doesn’t hold up*" in block
    assert "old words" not in text
    assert refreshed(text, tmp_path / "03_numbers.md") == text


def test_an_answer_that_can_be_defended_is_marked_so() -> None:
    page = "<!-- expected answers: total-and-part-b24 undetermined, aid-share-b19 supported -->\n<!-- end -->\n"
    first, second = refreshed(page, Path("03_numbers.md")).split("\n- ")[1:]
    assert "can be defended" in first
    assert "can be defended" not in second


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("aid-share-b91 supported", "no item 'aid-share-b91'"),
        ("name-b06-b11 no_clash", "belongs to lesson 01. Take one of lesson 03"),
        ("aid-share-b19 not_supported", "is no wrong answer to 'aid-share-b19'. Take one of: supported, undetermined"),
        ("aid-share-b19 clash", "is no wrong answer"),
        ("aid-share-b19", "'' is no wrong answer"),
    ],
)
def test_what_the_key_does_not_have_is_told_in_one_sentence(asked: str, told: str) -> None:
    with pytest.raises(PageError, match=re.escape(told)) as error:
        refreshed(f"<!-- expected answers: {asked} -->\n<!-- end -->", Path("03_numbers.md"))
    assert str(error.value).startswith("03_numbers.md: ")


def test_a_form_is_named_and_its_lesson_is_free() -> None:
    page = "<!-- expected answers of form-a: ferry-guests no_clash -->\n<!-- end -->"
    assert "ferry-guests" in refreshed(page, Path("08_after.md")).partition("\n")[2]
    with pytest.raises(PageError, match="no pack 'form-z'"):
        refreshed(page.replace("form-a", "form-z"), Path("08_after.md"))


@pytest.mark.parametrize("page", ["words\n<!-- end -->\n", "<!-- balance of the key -->\n<!-- end -->\n<!-- end -->\n"])
def test_an_end_without_its_beginning_is_refused(page: str) -> None:
    with pytest.raises(PageError, match="begins or ends alone"):
        refreshed(page, Path("03_numbers.md"))


def test_a_beginning_without_its_end_is_refused() -> None:
    with pytest.raises(PageError, match="begins or ends alone"):
        refreshed("<!-- expected answers: aid-share-b19 supported -->\nwords\n", Path("03_numbers.md"))


def test_the_notebook_has_a_cell_for_each_section_and_no_code(tmp_path: Path) -> None:
    page = course(tmp_path) / FOLDER / "lessons/03_numbers.md"
    notebook = nbformat.reads(as_notebook(PAGE, page), as_version=4)
    assert [cell.id for cell in notebook.cells] == ["title", "what-to-say", "what-to-say-2"]
    assert {cell.cell_type for cell in notebook.cells} == {"markdown"}
    assert "<!--" not in "".join(cell.source for cell in notebook.cells)
    assert "[care](../care.ipynb)" in notebook.cells[2].source
    assert "(guide.md)" in notebook.cells[2].source, "there is no such page, so the link stays as it was"
    assert "(../../LICENSE.md)" in notebook.cells[2].source


def test_no_two_dollar_signs_hold_a_formula_between_them() -> None:
    once = refreshed("From \\$65.9 billion to \\$66.9 billion.\n", Path("money.md"))
    assert once.count("$") == once.count(r"<span>\$</span>") == 2
    assert refreshed(once, Path("money.md")) == once


def test_the_command_writes_once_and_then_finds_all_current(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = course(tmp_path)
    command = ["teacher-pages", "--course", str(folder)]
    assert main([*command, "--check"]) == 1
    assert "03_numbers.ipynb: missing" in capsys.readouterr().out
    assert not (folder / FOLDER / "lessons/03_numbers.ipynb").exists()
    assert main(command) == 0
    capsys.readouterr()
    assert main([*command, "--check"]) == 0
    assert capsys.readouterr().out == "the teacher's pages are current\n"
    path = folder / FOLDER / "lessons/03_numbers.ipynb"
    assert path.read_text("utf-8") == to_text(canonical(read_notebook(path)))


def test_a_page_that_cannot_be_used_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = course(tmp_path, PAGE.replace("aid-share-b19", "no-such-item"))
    before = sorted(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert main(["teacher-pages", "--course", str(folder)]) == 1
    assert "there is no item 'no-such-item'" in capsys.readouterr().out
    assert sorted(path.read_bytes() for path in folder.rglob("*") if path.is_file()) == before


def test_a_folder_that_is_no_course_is_told(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="There is no folder notebooks/teacher/"):
        generate(tmp_path, write=False)


def test_the_pages_of_the_course_are_current() -> None:
    assert generate(COURSE, write=False) == [], "run: readtwice teacher-pages"


def test_a_link_out_of_the_teachers_folder_stays_wherever_the_course_lies(tmp_path: Path) -> None:
    made = course(tmp_path / "teacher")
    (made / "LICENSE.md").write_text("# Licence\n", "utf-8")
    page = made / FOLDER / "lessons" / "03_numbers.md"
    told = as_notebook("# T\n\n[care](../care.md), [licence](../../../LICENSE.md)\n", page)
    assert "(../care.ipynb), [licence](../../../LICENSE.md)" in told
