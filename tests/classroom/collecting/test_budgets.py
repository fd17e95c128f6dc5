"""One bad hand-in stops nobody and costs little: budgets of a file, a submission and a class, each used up alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from readtwice.classroom.collecting.codes_in_text import CodeFinder, Found
from readtwice.classroom.collecting.collect import MOST_EXPLAINED_OF_CLASS, Collected, collect_contents
from readtwice.classroom.files import zips
from readtwice.record import known_sets
from readtwice.words import say
from tests.classroom.classes import code_of, progress_of, record_of
from tests.publish import learners

PUPILS = 6


@pytest.fixture(scope="module")
def of_class(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A platform's zip: a folder for each pupil."""
    folder = tmp_path_factory.mktemp("class")
    return {
        f"pupil{seed}/code.txt": code_of(record_of(folder, learners.careful, seed), "before").encode()
        for seed in range(PUPILS)
    }


def zip_of(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def read(files: dict[str, bytes]) -> Collected:
    return collect_contents([("class.zip", zip_of(files, zipfile.ZIP_STORED))], known_sets())


def reasons(found: Collected) -> set[str]:
    return {one.reason for one in found.rejected}


BYTES, FILES = zips.MAXIMUM_OF_ONE // 10, zips.MOST_FILES_OF_ONE // 10
"""A tenth of what one may hand in, so that a tenth of the work tells."""
TOO_MUCH = say("collect.too_much_of_one", most=BYTES // 1_000_000, files=FILES)


@pytest.mark.long
@pytest.mark.parametrize(
    "hostile",  # made where they are tried: whoever only lists the tests does not pack 20,001 files
    [
        lambda: {"aaa/mine.zip": zip_of({f"{number}": b"" for number in range(20_001)})},
        lambda: {"aaa/mine.zip": zip_of({f"{number}.txt": b"0" * (BYTES // 50) for number in range(60)})},
        lambda: {f"aaa/{number}.txt": b"no code " * (BYTES // 50) for number in range(8)},
        lambda: {f"aaa/{number}.txt": b"x" for number in range(FILES + 50)},
        lambda: {f"aaa/deep/{number}/x.txt": b"x" for number in range(FILES + 50)},
    ],
    ids=["a zip of many files", "a zip of much", "much", "many files", "many folders"],
)
def test_one_pupil_s_hand_in_is_cut_short_and_nobody_else(
    hostile: Callable[[], dict[str, bytes]], of_class: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zips, "MAXIMUM_OF_ONE", BYTES)
    monkeypatch.setattr(zips, "MOST_FILES_OF_ONE", FILES)
    found = read({**hostile(), **of_class})
    assert len(found.learners) == PUPILS
    assert TOO_MUCH in reasons(found)
    assert say("collect.too_much") not in reasons(found)
    assert sum(one.reason == TOO_MUCH for one in found.rejected) == 1, "said once"


def test_a_flat_zip_and_a_zip_of_one_folder_hold_many_submissions(
    of_class: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zips, "MOST_FILES_OF_ONE", 2)
    for folder in ("", "class/", "a/b/"):
        flat = {f"{folder}{number}.txt": content for number, content in enumerate(of_class.values())}
        assert len(read(flat).learners) == PUPILS


def test_a_zip_in_a_zip_is_read_one_level_deep(tmp_path: Path) -> None:
    works = [progress_of(record_of(tmp_path, learners.careful, seed)).encode() for seed in range(3)]
    inner = zip_of({"my-work.jsonl": works[0]})
    found = read({"Ann/my-work.zip": inner, "Ben/my-work.jsonl": works[1]})
    assert (len(found.learners), found.rejected) == (2, ())
    deeper = read({"Ann/my-work.zip": zip_of({"again.zip": inner}), "Ben/my-work.jsonl": works[1]})
    assert len(deeper.learners) == 1
    assert reasons(deeper) == {say("collect.nested")}
    (one,) = deeper.rejected
    assert "Ann" not in one.where


def test_wrong_codes_are_looked_at_closely_within_a_class_s_budget(
    of_class: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    code = next(iter(of_class.values())).decode()
    wrong = [code[:-1] + one for one in "0123456789ABCDEFGHJK" if one != code[-1]]
    closely = []
    why = CodeFinder._why

    def watched(self: CodeFinder, code: str, *, near: bool) -> str:
        closely.append(near)
        return why(self, code, near=False)

    monkeypatch.setattr(CodeFinder, "_why", watched)
    found = read({f"{number:03}.txt": "\n".join(wrong).encode() for number in range(30)} | of_class)
    assert sum(closely) == MOST_EXPLAINED_OF_CLASS
    assert len(closely) == 30 * len(wrong)
    assert len(found.learners) == PUPILS
    assert isinstance(Found("line", 1), Found)
