"""`readtwice print` writes one page, or says in one sentence why it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from readtwice.cli import main
from readtwice.pack import load_pack
from readtwice.publish.print_pack import lessons_of
from readtwice.words import say
from tests.authoring.paper import Page
from tests.specimens import FORM, GOOD, HEGSETH, PARTS, copy_of

LESSONS = dict.fromkeys(one.id for one in lessons_of(load_pack(HEGSETH)))  # two sheets of a lesson are one


def test_a_pack_of_one_s_own_is_printed_as_it_stands(tmp_path: Path) -> None:
    sheet, answers = tmp_path / "sheet.html", tmp_path / "answers.html"
    assert main(["print", str(copy_of(GOOD, tmp_path)), "-o", str(sheet)]) == 0
    assert main(["print", str(tmp_path / "lindow-bridge"), "-o", str(answers), "--answers"]) == 0
    for path in (sheet, answers):
        assert Page(path.read_text(encoding="utf-8")).trouble == []
    assert sheet.read_text(encoding="utf-8") != answers.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", [GOOD, FORM, PARTS], ids=lambda folder: folder.name)
def test_every_test_pack_can_be_printed(folder: Path, tmp_path: Path) -> None:
    assert main(["print", str(folder), "-o", str(tmp_path / "x.html")]) == 0


def test_one_lesson_of_a_pack_that_ships(tmp_path: Path) -> None:
    assert main(["print", HEGSETH, "--lesson", "03", "-o", str(tmp_path / "x.html")]) == 0
    page = Page((tmp_path / "x.html").read_text(encoding="utf-8"))
    assert page.headings.count(1) == 1
    assert "aid-share-b19" in page.items


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nosuch", "-o", "x.html"], "There is no pack named 'nosuch' in this course.\n"),
        (
            [HEGSETH, "-o", "x.html", "--lesson", "77"],
            f"There is no lesson '77' in hegseth-nato-2025. There are: {', '.join(LESSONS)}.\n",
        ),
        (
            ["skate-park", "-o", "x.html", "--lesson", "99"],
            "There is no lesson '99' in skate-park. There are: 01, one_shot, more.\n",
        ),
        ([HEGSETH], "Say where to write the page: add -o and the name of a file, such as -o sheet.html.\n"),
        (
            [HEGSETH, "-o", "nowhere/x.html"],
            "nowhere/x.html cannot be written (No such file or directory). Check the folder.\n",
        ),
        (
            ["--all", "nowhere"],
            "nowhere/form-b.html cannot be written (No such file or directory). Check the folder.\n",
        ),
    ],
)
def test_what_cannot_be_printed_is_told_in_one_sentence(
    arguments: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["print", *arguments]) == 1
    assert capsys.readouterr() == ("", told)
    assert list(tmp_path.iterdir()) == []


def test_a_pack_with_a_problem_is_not_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = copy_of(GOOD, tmp_path)
    (folder / "items" / "01.yaml").unlink()
    assert main(["print", str(folder), "-o", str(tmp_path / "x.html")]) == 1
    assert capsys.readouterr().err == (
        f"{folder} cannot be printed: items: there are no items. Add at least one file items/<lesson>/<use>.yaml. "
        f"Run `readtwice check {folder}` and correct what it lists.\n"
    )


def test_a_pack_with_drafts_alone_prints_its_article_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("A pond opens\n\nThe pond was opened on Monday, mayor Ida Holm said.\n")
    folder, sheet = tmp_path / "pond", tmp_path / "sheet.html"
    assert main(["new", str(tmp_path / "a.txt"), str(folder)]) == 0
    capsys.readouterr()
    assert main(["print", str(folder), "-o", str(sheet)]) == 0
    assert capsys.readouterr() == (f"{say('command.print.no_items', slug='pond')}\n", "")
    assert "opened on Monday" in sheet.read_text(encoding="utf-8")
    assert main(["print", str(folder), "-o", str(sheet), "--lesson", "02"]) == 1
    assert capsys.readouterr().err == "There is no lesson '02' in pond. There are: 01.\n"


@pytest.mark.long
def test_all_sheets_take_the_place_of_those_of_before_and_of_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("mine.html", "README.md"):
        (tmp_path / name).write_text("mine", encoding="utf-8")
    assert main(["print", HEGSETH, "--lesson", "03", "-o", str(tmp_path / "old.html")]) == 0
    assert main(["print", HEGSETH, "--answers", "-o", str(tmp_path / "old-answers.html")]) == 0
    assert main(["slips", "2", "-o", str(tmp_path / "slips.html")]) == 0
    assert main(["print", "--all", str(tmp_path)]) == 0
    there = {path.name for path in tmp_path.iterdir()}
    written = there - {"mine.html", "README.md", "slips.html"}
    assert len(there) == len(written) + 3
    assert capsys.readouterr().out == f"{tmp_path}: {len(written)} pages\n"
    assert "01_contradictions.html" in written
    assert not {"old.html", "old-answers.html"} & written


@pytest.mark.long
def test_what_cannot_be_taken_out_is_told_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "old.html").mkdir()
    assert main(["print", "--all", str(tmp_path)]) == 1
    err = capsys.readouterr().err
    assert err == f"{tmp_path / 'old.html'} cannot be read or removed (Is a directory). Check the folder.\n"
