"""A pack reads the same from every editor, and its values mean what they look like."""

from __future__ import annotations

from pathlib import Path

import pytest

from readtwice.activities import read_pack as read_folder
from readtwice.pack import Pack
from readtwice.pack.checks.check import not_gradable
from readtwice.pack.folder.yaml_with_lines import read_yaml
from tests.specimens import GOOD, copy_of, good_pack


def read(folder: Path) -> Pack:
    pack, problems = read_folder(folder)
    assert problems == []
    assert pack is not None
    return pack


def rewrite(folder: Path, file: str, find: str, replace: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert find in text
    path.write_text(text.replace(find, replace), encoding="utf-8")


def test_items_in_a_file_for_each_use_are_those_of_one_file_for_all(tmp_path: Path) -> None:
    folder = copy_of(GOOD, tmp_path)
    old = folder / "items" / "01.yaml"
    (folder / "items" / "01").mkdir()
    for text in old.read_text(encoding="utf-8").split("\n- id:")[1:]:
        use = text.partition("\n  use: ")[2].partition("\n")[0]
        (folder / "items" / "01" / f"{use}.yaml").write_text(f"- id:{text}\n", encoding="utf-8")
    old.unlink()
    assert read(folder) == good_pack()
    assert {item.file for item in read(folder).items} == {
        f"items/01/{use}.yaml" for use in ("worked", "faded", "solo", "exit")
    }


@pytest.mark.parametrize("ending", [b"\r\n", b"\r"], ids=["Windows", "old Macintosh"])
def test_line_ends_of_other_systems_change_nothing(ending: bytes, tmp_path: Path) -> None:
    folder = copy_of(GOOD, tmp_path)
    for path in filter(Path.is_file, folder.rglob("*")):
        path.write_bytes(path.read_bytes().replace(b"\n", ending))
    assert read(folder) == good_pack()


def test_a_byte_order_mark_as_spreadsheets_write_it_changes_nothing(tmp_path: Path) -> None:
    folder = copy_of(GOOD, tmp_path)
    for path in filter(Path.is_file, folder.rglob("*")):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read(folder) == good_pack()


def test_blank_lines_in_a_table_are_passed_over(tmp_path: Path) -> None:
    folder = copy_of(GOOD, tmp_path)
    rewrite(folder, "entries.csv", "X02", "\n\nX02")
    assert read(folder) == good_pack()


@pytest.mark.parametrize("file", ["sources.csv", "glossary.yaml", "ledger.yaml"])
def test_some_files_may_be_left_out(file: str, tmp_path: Path) -> None:
    folder = copy_of(GOOD, tmp_path)
    (folder / file).unlink()
    assert read(folder).items == good_pack().items


@pytest.mark.parametrize("slug", ["slug: lindow-bridge\n", "slug: lindow-bridge"], ids=["no slug", "an empty slug"])
def test_a_pack_without_a_slug_is_named_after_its_folder(slug: str, tmp_path: Path) -> None:
    folder = copy_of(GOOD, tmp_path)
    rewrite(folder, "article.md", slug, "" if slug.endswith("\n") else "slug:")
    assert read(folder.rename(tmp_path / "good")).slug == "good"


def test_a_quote_may_run_over_a_line_end_of_the_article_and_keeps_it(tmp_path: Path) -> None:
    quote = good_pack().item("safe-b04").targets[0]
    assert quote.text == "the bridge safe\nfor the next fifty years"
    assert good_pack().article.quote(quote.span) == quote.text


def test_a_quote_finds_words_that_a_no_break_space_holds_together(tmp_path: Path) -> None:
    folder = copy_of(GOOD, tmp_path)
    rewrite(folder, "article.md", "90,000 crowns", "90,000\u00a0crowns")
    assert read(folder).item("cost-b03").targets[0].text == "cost 90,000\u00a0crowns"


@pytest.mark.parametrize(
    "value", ["no", "3.10", "010", "1e3", "null", "~", "2026-06-30", "0x1F", "12:30:45", "=", ".inf"]
)
def test_every_value_of_a_pack_is_the_text_that_was_written(value: str) -> None:
    assert read_yaml(f"- {value}").value[0].value == value


def test_every_value_knows_its_line() -> None:
    root = read_yaml("# a note\none: 1\n\nmany:\n  - a\n  - >-\n    b\n    c\n")
    assert (root.line, root.value["one"].line, root.value["many"].line) == (2, 2, 4)
    assert [(part.value, part.line) for part in root.value["many"].value] == [("a", 5), ("b c", 6)]


@pytest.mark.parametrize(
    ("item_id", "may_be_scored"), [("mayor-b03-b04", True), ("cost-b03", True), ("safe-b04", False)]
)
def test_what_may_be_scored_is_derived_and_never_written(item_id: str, may_be_scored: bool) -> None:
    item = good_pack().item(item_id)
    assert (item.is_scored and not [*not_gradable(item, good_pack())]) is may_be_scored


def test_what_an_author_wrote_is_not_repeated_at_any_length(tmp_path: Path) -> None:
    folder = copy_of(GOOD, tmp_path)
    rewrite(folder, "article.md", "language: en", f"licenc{'e' * 3000}: x")
    (problem,) = read_folder(folder)[1]
    assert len(str(problem)) < 500
    assert str(problem).endswith("…. Correct the spelling or take it out.")
