"""`readtwice quantities` reads a file, a pipe or a pack's article, and prints a table or a list of objects."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from readtwice.cli import main
from readtwice.reading.quantities import read_quantities
from tests.specimens import HEGSETH, PACKS, hegseth

KEYS = ["start", "end", "text", "kind", "value", "value_to", "unit", "currency", "period", "hedge"]
NEWS = "Kyiv got over £4.3bn a year, the UK’s 3-5 percent.\r\nOn 12 Feb. it 𝟙 sent 10,000 drones.\r\n"


@pytest.fixture
def news(tmp_path: Path) -> str:
    path = tmp_path / "news.txt"
    path.write_bytes(NEWS.encode())
    return str(path)


def objects(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    assert main(["quantities", *arguments, "--json"]) == 0
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return found


def test_json_is_a_list_of_objects_with_just_these_keys(news: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = objects(capsys, news)
    assert [list(quantity) for quantity in found] == [KEYS] * 4
    assert [quantity["value"] for quantity in found] == ["4300000000", "3", "--02-12", "10000"]
    assert found[0] == {
        "start": 14,
        "end": 27,
        "text": "£4.3bn a year",
        "kind": "money",
        "value": "4300000000",
        "value_to": None,
        "unit": None,
        "currency": "GBP",
        "period": "year",
        "hedge": "over",
    }


def test_offsets_are_code_points_of_the_file_as_it_is(news: str, capsys: pytest.CaptureFixture[str]) -> None:
    for quantity in objects(capsys, news):
        assert NEWS[quantity["start"] : quantity["end"]] == quantity["text"]  # type: ignore[misc]


def test_without_json_it_prints_an_aligned_table(news: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quantities", news]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split() for line in lines] == [
        ["at", "text", "kind", "value", "unit", "currency", "period", "hedge"],
        ["14-27", "£4.3bn", "a", "year", "money", "4300000000", "GBP", "year", "over"],
        ["38-49", "3-5", "percent", "percent", "3", "to", "5", "percent"],
        ["55-62", "12", "Feb.", "date", "--02-12"],
        ["73-79", "10,000", "count", "10000", "drones"],
    ]
    assert lines[0].index("value") == lines[1].index("4300000000") == lines[4].index("10000")


def test_an_article_of_a_pack_is_read_as_its_article(capsys: pytest.CaptureFixture[str]) -> None:
    text = hegseth().article.text
    found = objects(capsys, str(PACKS / HEGSETH / "article.md"))
    assert [(q["start"], q["text"]) for q in found] == [(q.start, q.text) for q in read_quantities(text)]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_hyphen_reads_what_is_piped_in(
    mark: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{mark}worth €3bn".encode()), encoding="ascii"))
    (found,) = objects(capsys, "-")
    assert (found["start"], found["end"], found["currency"]) == (6, 10, "EUR")


@pytest.mark.parametrize(("flags", "told"), [([], "no quantities\n"), (["--json"], "[]\n")])
def test_a_text_without_quantities(
    flags: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert main(["quantities", str(tmp_path / "empty.txt"), *flags]) == 0
    assert capsys.readouterr().out == told


@pytest.mark.parametrize("flags", [[], ["--json"]])
@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("nosuch.txt", None, "{} cannot be read (No such file or directory).\n"),
        (".", None, "{} cannot be read (Is a directory).\n"),
        ("zeros.txt", b"\0" * 40, "{} cannot be read (it is not a text in UTF-8).\n"),
        ("utf-16.txt", "5 people".encode("utf-16-le"), "{} cannot be read (it is not a text in UTF-8).\n"),
        ("latin.txt", b"worth \xa33bn", "{} is not a text in UTF-8. Save it as UTF-8 and try again.\n"),
        (
            "article.md",
            b"no front matter",
            "{}:1: the file does not begin with front matter between two `---` lines.\n",
        ),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(
    name: str, content: bytes | None, told: str, flags: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    assert main(["quantities", str(path), *flags]) == 1
    assert capsys.readouterr() == (told.format(path), "")


def test_a_name_that_no_file_can_have(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quantities", "a\0b"]) == 1
    assert capsys.readouterr().out.count("\n") == 1


@pytest.mark.parametrize("command", ["quantities", "wording", "readability"])
def test_a_text_that_is_far_too_large_is_refused_in_a_sentence(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"a " * 2_500_001)
    assert main([command, str(path)]) == 1
    assert capsys.readouterr().out == f"{path} cannot be read (it is larger than 5 million bytes).\n"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no device that never ends")
@pytest.mark.parametrize("name", ["zero.txt", "article.md"])
def test_what_never_ends_is_no_text(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    link = tmp_path / name
    link.symlink_to("/dev/zero")
    assert main(["quantities", str(link)]) == 1
    assert "it is no plain file" in capsys.readouterr().out
