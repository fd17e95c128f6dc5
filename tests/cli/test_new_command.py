"""`readtwice new` and `readtwice ids`: from a text to a sound pack, and a draft more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from readtwice.authoring import check_folder
from readtwice.cli import main
from readtwice.pack import load_pack_file
from readtwice.pack.item import KINDS
from readtwice.words import say

TEXT = """Bakery feeds half the town, says mayor

The Lark Street bakery in Orling opened on 3 May with 12 bakers, mayor Ida Holm said.

It sold 400 loaves on its first day: 150 white, 120 rye and 100 spelt.

Photo: Proud bakers celebrate their brave victory over the supermarket

The queue

Nobody waited longer than five minutes. Some guests waited for an hour, said Tom Berg.

Of the 2,000 people in Orling, 300 came on the first day, or 20 percent.
"""


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "bakery.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def made(text: Path) -> Path:
    folder = text.parent / "bakery"
    assert main(["new", str(text), str(folder)]) == 0
    return folder


def test_a_new_pack_passes_the_check_and_shows_no_draft_to_a_learner(
    text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = made(text)
    checked = check_folder(folder)
    assert not checked.problems
    assert checked.drafts
    pack = load_pack_file(folder / "pack.json")
    assert pack.items == ()
    assert [block.kind for block in pack.article.blocks].count("caption") == 1
    assert main(["check", str(folder)]) == 0
    assert "TODO TODO" not in capsys.readouterr().out


def test_each_figure_and_draft_says_where_it_stands(text: Path) -> None:
    folder = made(text)
    article = (folder / "article.md").read_text(encoding="utf-8").splitlines()
    drafts = (folder / "items" / "01" / "extra.yaml").read_text(encoding="utf-8")
    places = re.findall(r"article\.md:(\d+)\)", drafts)
    written = yaml.load(drafts, Loader=yaml.BaseLoader)
    quotes = [q for one in written for side in [*one.get("sides", []), one.get("targets", [])] for q in side]
    assert len(places) >= len(written)
    assert set(places) <= {
        str(number) for number, line in enumerate(article, 1) if any(next(iter(q.values())) in line for q in quotes)
    }
    pack = load_pack_file(folder / "pack.json")
    assert {(one.series, one.unit, one.address) for one in pack.figures} >= {
        ("2,000", "persons", "b07"),
        ("300", "persons", "b07"),
        ("20 percent", "percent", "b07"),
    }


def test_a_sum_that_the_text_ties_together_is_worked_out_in_its_draft(text: Path) -> None:
    folder = made(text)
    drafts = yaml.load((folder / "items" / "01" / "extra.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    values = [one["computation"]["value"] for one in drafts if one["kind"] == "number"]
    assert any(value.startswith("{share:") for value in values)
    assert any(value.startswith("{sum:") for value in values)


def test_a_number_counts_what_it_is_for_and_both_ends_of_a_change_are_figures(text: Path) -> None:
    text.write_text(
        "Rents in Hollin\n\nThe rent rose from £900 to £1,250 a week, and helpers get $20.50 an hour. "
        "It is £300 a year. They paid £2,000 per seat and £30 per person. Growth was 4% a year, up by "
        "9 percentage points. The hall has 3,000 visitors a year and 20 visits a day.\n",
        encoding="utf-8",
    )
    made(text)
    figures = load_pack_file(text.parent / "bakery" / "pack.json").figures
    assert [(str(one.value), one.unit) for one in figures] == [
        *(("900", "pounds a week"), ("1250", "pounds a week"), ("20.5", "dollars an hour"), ("300", "GBP per year")),
        *(("2000", "pounds a seat"), ("30", "GBP per head"), ("4", "percent per year"), ("9", "percentage points")),
        *(("3000", "visitors per year"), ("20", "visits a day")),
    ]


def test_a_note_for_the_author_is_never_cut(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(made(text))])
    assert (
        f"`relation` is still to be written: TODO {say('command.new.relation')}. Write it." in capsys.readouterr().out
    )


def test_a_draft_becomes_an_item_when_its_author_has_written_it(text: Path) -> None:
    folder = made(text)
    file = folder / "items" / "01" / "extra.yaml"
    drafts = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    draft = next(one for one in drafts if one["kind"] == "number" and "share" in one["computation"]["value"])
    del draft["draft"]
    draft |= {"topic": "who came", "key": "not_supported", "explanation": "300 of 2,000 are 15 percent."}
    file.write_text(yaml.safe_dump(drafts, allow_unicode=True), encoding="utf-8")
    checked = check_folder(folder, write=True)
    assert not checked.problems
    (item,) = load_pack_file(folder / "pack.json").items
    assert item.computation is not None
    assert item.computation.shown == "15.0%"


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_item_of_each_kind_is_a_draft_and_the_pack_stays_sound(
    text: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = made(text)
    capsys.readouterr()
    quotes = ["--quote", "b06.s1", "--quote", "b06.s2"] if kind == "pair" else ["--quote", "b02.s1"]
    assert main(["new", "item", str(folder), "--kind", kind, "--lesson", "02", "--use", "solo", *quotes]) == 0
    told = re.match(r"(.+):(\d+): draft (.+)\n", capsys.readouterr().out)
    assert told
    assert f"id: {told[3]}" in Path(told[1]).read_text(encoding="utf-8").splitlines()[int(told[2]) - 1]
    checked = check_folder(folder, write=True)
    assert not checked.problems
    mine = [one.message for one in checked.drafts if one.item == told[3]]
    assert mine
    assert all("still to be written" in one or "template" in one for one in mine)


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_without_a_quote_can_be_read_and_so_can_an_article_with_any_line_ends(text: Path, kind: str) -> None:
    folder = made(text)
    article = folder / "article.md"
    for ends in ("\n", "\r\n", "\r"):
        article.write_bytes(article.read_text(encoding="utf-8").replace("\n", ends).encode())
        assert main(["new", "item", str(folder), "--kind", kind]) == 0
        assert main(["ids", str(folder)]) == 0
    assert not check_folder(folder, write=True).problems


def test_ids_lists_each_sentence_with_its_line(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = made(text)
    capsys.readouterr()
    assert main(["ids", str(folder)]) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    article = (folder / "article.md").read_text(encoding="utf-8").splitlines()
    assert [row[0] for row in rows][-3:] == ["b06.s1", "b06.s2", "b07.s1"]
    assert all(row[3] in article[int(row[1]) - 1] for row in rows)
    assert main(["ids", "skate-park"]) == 0


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["new", "missing.txt", "new"], "missing.txt cannot be read"),
        (["new", "empty.txt", "new"], "no text"),
        (["new", "signs.txt", "new"], "no text"),
        (["new", "latin.txt", "new"], "UTF-8"),
        (["new", "long.txt", "new"], "50,000"),
        (["new", "megabyte.txt", "new"], "50,000"),
        (["new", "article.md", "new"], "article.md already"),
        (["new", "bakery.txt", "New Pack"], "small letters"),
        (["new", "bakery.txt", "nul"], "Windows device"),
        (["new", "bakery.txt", "skate-park"], "ships with the course"),
        (["new", "bakery.txt", "."], "small letters|not empty"),
        (["new", "bakery.txt", "full"], "not empty"),
        (["new", "bakery.txt", "bakery.txt"], "small letters|not empty"),
        (["new", "bakery.txt", "dangling"], "not empty"),
        (["new", "bakery.txt", "bakery.txt/pond"], "^bakery.txt(/pond)? cannot be used"),
        (["new", "item", "bakery", "--kind", "claim", "--quote", "x" * 5000], "“x{40}”"),
        (["new", "bakery.txt", "new", "--language", "xx"], "no words in"),
        (["new", "bakery.txt", "new", "--kind", "pair"], "readtwice new item new"),
        (["new", "item", "bakery"], "--kind"),
        (["new", "item", "bakery", "--kind", "riddle"], "riddle"),
        (["new", "item", "bakery", "--kind", "pair", "--lesson", "1"], "two digits"),
        (["new", "item", "bakery", "--kind", "pair", "--use", "fun"], "fun"),
        (["new", "item", "bakery", "--kind", "pair", "--quote", "b99.s1"], "b99.s1"),
        (["new", "item", "bakery", "--kind", "pair", "--quote", "b02.s1", "--quote", "b02.s1"], "once"),
        (["new", "item", "bakery", "--kind", "pair", *(f"--quote=b0{one}.s1" for one in (2, 3, 6))], "two"),
        (["new", "item", "nowhere", "--kind", "pair"], "no pack folder"),
        (["new", "item", "full", "--kind", "pair"], "no pack folder"),
        (["ids", "nowhere"], "no pack folder “nowhere”."),
    ],
)
def test_bad_input_gets_one_sentence_and_leaves_nothing(
    text: Path, given: list[str], says: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made(text)
    capsys.readouterr()
    here = text.parent
    monkeypatch.chdir(here)
    (here / "empty.txt").write_text(" \n", encoding="utf-8")
    (here / "signs.txt").write_text("–––\n", encoding="utf-8")
    (here / "latin.txt").write_bytes(b"caf\xe9 opens")
    (here / "long.txt").write_text("Long. " * 9000, encoding="utf-8")
    (here / "megabyte.txt").write_text("👩 " * 220_000, encoding="utf-8")
    (here / "article.md").write_text("---\ntitle: x\n---\n\ny\n", encoding="utf-8")
    (here / "full").mkdir()
    (here / "dangling").symlink_to("nowhere-at-all")
    (here / "full" / "note.txt").write_text("mine", encoding="utf-8")
    before = sorted(here.rglob("*"))
    assert main(given) == 1
    told = capsys.readouterr()
    said = told.err or told.out
    assert re.search(says, said), said
    assert said.count("\n") == 1
    assert sorted(here.rglob("*")) == before


def test_nothing_is_added_to_a_file_that_is_no_list_of_items(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = made(text)
    file = folder / "items" / "01" / "extra.yaml"
    file.write_text("- id: 'open\n", encoding="utf-8")
    assert main(["new", "item", str(folder), "--kind", "claim"]) == 1
    assert "items/01/extra.yaml:1:" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "- id: 'open\n"


@pytest.mark.parametrize("content", [b"- id: caf\xe9\n", "- id: a\n".encode("utf-16"), b"\0" * 3_000_000, None])
def test_nothing_is_added_to_a_file_that_cannot_be_read(
    text: Path, content: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = made(text)
    file = folder / "items" / "01" / "extra.yaml"
    file.unlink()
    if content is None:
        file.mkdir()
    else:
        file.write_bytes(content)
    assert main(["new", "item", str(folder), "--kind", "claim"]) == 1
    told = capsys.readouterr().err
    assert "extra.yaml" in told
    assert told.count("\n") == 1
    assert file.is_dir() if content is None else file.read_bytes() == content


def test_a_text_in_another_script_makes_a_sound_pack_without_figures_or_pairs(text: Path) -> None:
    text.write_text("افتتاح المخبز\n\nباع المخبز 400 رغيف في اليوم الأول.\n", encoding="utf-8")
    folder = made(text)
    assert not check_folder(folder).problems
    assert not (folder / "figures.csv").exists()
