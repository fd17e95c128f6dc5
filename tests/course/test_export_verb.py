"""`course.export`: a file beside the notebook, with its name in the reply."""

from __future__ import annotations

from pathlib import Path

import pytest

from readtwice import course
from readtwice.page.open import CourseError


@pytest.fixture(autouse=True)
def _own_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course.begin(folder=tmp_path / "work")
    (tmp_path / "notebook").mkdir()
    monkeypatch.chdir(tmp_path / "notebook")


def test_nothing_written_is_overwritten_and_the_reply_names_the_file() -> None:
    course.write_fact_check("who-chaired", {"healey-chaired": "It names him."}, fact_first="FIRST")
    assert "fact-check.html" in repr(course.export("html"))
    course.write_fact_check("who-chaired", fact_first="SECOND")
    assert "fact-check-2.html" in course.export("html")._repr_html_()
    assert "FIRST" in Path("fact-check.html").read_text(encoding="utf-8")
    assert "SECOND" in Path("fact-check-2.html").read_text(encoding="utf-8")


def test_one_claim_has_a_file_of_its_own() -> None:
    course.write_fact_check("who-chaired", fact_first="A sentence.")
    course.export("markdown", "who-chaired")
    assert [path.name for path in Path().iterdir()] == ["fact-check-who-chaired.md"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("pdf",), r"^There is no format 'pdf'\. There are: html, claimreview, markdown, annotations, csv\.$"),
        (("html", "no-such"), r"^There is no claim 'no-such'\. There are: "),
        (("html",), r"^There is no fact-check to export yet\."),
        (("annotations",), r"^There are no marks to export yet\."),
    ],
)
def test_what_cannot_be_exported_is_one_sentence_and_no_file(arguments: tuple[str, ...], message: str) -> None:
    with pytest.raises(CourseError, match=message):
        course.export(*arguments)
    assert list(Path().iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_one_sentence(tmp_path: Path) -> None:
    course.write_fact_check("who-chaired", fact_first="A sentence.")
    with pytest.raises(CourseError, match=r"^The folder 'no' cannot be written to \(No such file or directory\)\.$"):
        course.export("html", folder="no")
