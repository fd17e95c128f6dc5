"""Long tables and the commands `readtwice items` and `readtwice slips`."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from pathlib import Path

import polars
import pytest
from hypothesis import given

from readtwice.classroom import ALL, count_table
from readtwice.classroom.reporting import long_table
from readtwice.cli.main import main
from readtwice.record import read_slip
from tests.statistics.published import ALPHA, DISCRIMINATION, FACILITY, lsat_rows
from tests.statistics.tables import ROWS, TableRow, counted_plainly


def write(folder: Path, text: str) -> Path:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_of_a_thousand_is_analysed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [f"{learner},{item},{int(right)},x" for learner, item, right, *_ in lsat_rows()]
    table = write(tmp_path, "\ufeffLearner, Item,correct,choice\n" + "\n".join(lines) + "\n")
    assert main(["items", str(table), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["facility"] for one in told["items"]] == [0.924, 0.709, 0.553, 0.763, 0.870]
    assert told["items"][0]["options"]["x"]["n"] == 1000
    assert told["reliability"]["alpha"] == told["reliability"]["kr20"] == pytest.approx(0.295, abs=0.0005)
    assert main(["items", str(table)]) == 0
    assert "1000 learners answered all 5 items: KR-20 0.29" in capsys.readouterr().out


def test_few_learners_come_without_advice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = write(tmp_path, "learner,item,correct\na,x,yes\nb,x,no\nb,y,\n")
    assert main(["items", str(table)]) == 0
    shown = capsys.readouterr().out
    assert "x: 1 of 2 right (0.50, 0.09 to 0.91)" in shown
    assert "y" not in shown.split(":")[0], "an empty cell was not tried"
    assert "judge none" in shown


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "table.csv:1: there is no column `learner`. It needs: learner, item, correct."),
        ("learner,item\na,x\n", "table.csv:1: there is no column `correct`. It needs: learner, item, correct."),
        ("learner,item,correct\na,x,perhaps\n", "table.csv:2: `correct` is `perhaps`. Write 1 or 0."),
        ("learner,item,correct\n,x,1\n", "table.csv:2: `learner` is empty or far too long. Write a short code."),
        (
            "learner,item,correct\na," + "x" * 300 + ",1\n",
            "table.csv:2: `item` is empty or far too long. Write a short code.",
        ),
        ("learner,item,correct\n", "table.csv holds no answers."),
    ],
)
def test_a_table_that_is_off_is_told_in_one_sentence(
    text: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["items", str(write(tmp_path, text))]) == 1
    assert capsys.readouterr().err == told + "\n"


def test_no_table_and_no_text_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["items", str(tmp_path / "none.csv")]) == 1
    assert "none.csv cannot be read" in capsys.readouterr().err
    (tmp_path / "table.csv").write_bytes(b"learner,item,correct\n\xff,x,1\n")
    assert main(["items", str(tmp_path / "table.csv")]) == 1
    assert "is not a text in UTF-8" in capsys.readouterr().err


def published_table(section: str, path: Path) -> Path:
    """A classic data set as a file, in the format of the file's name."""
    rows = lsat_rows(section)
    if path.suffix == ".parquet":
        columns = {name: [row[place] for row in rows] for place, name in enumerate(("learner", "item", "correct"))}
        polars.DataFrame(columns).write_parquet(path)
    else:
        path.write_text("learner,item,correct\n" + "".join(f"{one[0]},{one[1]},{one[2]:d}\n" for one in rows))
    return path


@pytest.mark.parametrize("section", ["6", "7"])
@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_published_figures_come_out_of_the_command(
    section: str, suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["items", str(published_table(section, tmp_path / f"lsat{suffix}")), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["item"] for one in told["items"]] == [f"item {place}" for place in range(1, 6)]
    assert tuple(one["facility"] for one in told["items"]) == FACILITY[section]
    assert [one["discrimination"] for one in told["items"]] == pytest.approx(DISCRIMINATION[section], abs=0.0005)
    assert all(one["interval"][0] < one["discrimination"] < one["interval"][1] for one in told["items"])
    assert told["reliability"]["alpha"] == told["reliability"]["kr20"] == pytest.approx(ALPHA[section], abs=0.0005)
    assert told["reliability"]["sem"] > 0
    assert "occasions" not in told


def as_csv(rows: list[TableRow], separator: str = ",") -> str:
    """A table as text, with blanks around some cells, as tables have them."""
    memory = io.StringIO()
    writer = csv.writer(memory, delimiter=separator)
    writer.writerow(["Item", " learner", "sureness", "correct", "remark", "choice", "occasion"])
    for place, (learner, item, right, choice, sure) in enumerate(rows):
        cell = "" if right is None else f" {right:d}"
        writer.writerow([item, f"{learner} ", sure, cell, 'a "remark"', choice, ("before", "after", "")[place % 3]])
    return memory.getvalue()


@pytest.mark.long
@given(ROWS)
def test_polars_and_plain_python_count_a_file_alike(rows: list[TableRow]) -> None:
    """Whichever reads a file, large or small, CSV or Parquet: all counts are the same, of each occasion too."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        table = Path(folder) / "table.csv"
        table.write_text(as_csv(rows), encoding="utf-8")
        plainly = count_table(table)
        assert plainly[ALL] == counted_plainly(rows)
        patch.setattr(long_table, "LARGE", 0)
        patch.setattr(long_table, "_count_rows", None)
        quickly = count_table(table)
        assert quickly == plainly
        assert list(quickly) == list(plainly)
        assert [counts.items for counts in quickly.values()] == [counts.items for counts in plainly.values()]
        parquet = table.with_suffix(".parquet")
        polars.read_csv(table, infer_schema=False).with_columns(polars.all().str.strip_chars()).write_parquet(parquet)
        assert count_table(parquet) == plainly


def test_large_and_small_files_are_wrong_in_the_same_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tables = [
        "learner,item,correct\na,x,1\nb,x,perhaps\n",
        "learner,item,correct,sureness\na,x,1,sure\n\nb,x,1,very\n",
        'learner,item,correct\na,"x,1\n',
        "learner,item\n",
        "learner,item,correct,item\na,x,1,y\n",
        "",
    ]
    told = []
    for place, text in enumerate(tables):
        path = tmp_path / f"table-{place}.csv"
        path.write_text(text)
        for large in (10**9, 0):
            monkeypatch.setattr(long_table, "LARGE", large)
            assert main(["items", str(path)]) == 1
            told.append(capsys.readouterr().err)
    assert told[::2] == told[1::2]
    assert all(len(one.splitlines()) == 1 for one in told)
    assert told[0] == "table-0.csv:3: `correct` is `perhaps`. Write 1 or 0.\n"
    assert told[2] == "table-1.csv:4: `sureness` is `very`. Write sure, think, or nothing.\n"
    assert "stands there twice" in told[8]


@pytest.mark.parametrize("separator", [";", "\t"])
def test_semicolons_and_tabs_part_columns_too(separator: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[TableRow] = [("a", "x", True, "k", "sure"), ("b", "x", False, "l", "think")]
    table = tmp_path / "table.csv"
    table.write_text(as_csv(rows, separator))
    assert count_table(table)[ALL] == counted_plainly(rows)
    monkeypatch.setattr(long_table, "LARGE", 0)
    assert count_table(table)[ALL] == counted_plainly(rows)


def test_occasions_are_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [f"l{n},x,{n % 2},before\nl{n},x,1,after\nl{n},y,1,after\n" for n in range(30)]
    table = write(tmp_path, "learner,item,correct,occasion\n" + "".join(lines))
    assert main(["items", str(table), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["facility"] for one in told["items"]] == [0.5, 1], "the first answer counts, whatever the occasion"
    assert [one["occasion"] for one in told["occasions"]] == ["before", "after"]
    assert [[item["facility"] for item in one["items"]] for one in told["occasions"]] == [[0.5], [1, 1]]
    assert main(["items", str(table), "--occasion", "after", "--json"]) == 0
    alone = json.loads(capsys.readouterr().out)
    assert alone == {name: told["occasions"][1][name] for name in ("items", "reliability")}
    assert main(["items", str(table)]) == 0
    assert "\nOccasion after\nx: 30 of 30 right (1.00" in capsys.readouterr().out
    assert main(["items", str(table), "--occasion", "later"]) == 1
    assert capsys.readouterr().err == "table.csv holds no answers of the occasion `later`.\n"
    plain = write(tmp_path, "learner,item,correct\na,x,1\n")
    assert main(["items", str(plain), "--occasion", "after"]) == 1
    assert "there is no column `occasion`" in capsys.readouterr().err


def test_options_and_sureness_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "a,x,1,k,sure\nb,x,0,l,sure\nc,x,0,l,think_not\nd,x,0,m,\na,y,1,,\nb,y,0,,\n"
    table = write(tmp_path, "learner,item,correct,choice,sureness\n" + rows)
    assert main(["items", str(table)]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[1:5] == [
        "  l: chosen by 2 (0.50), wrong, on average 0.0 right elsewhere",
        "  k: chosen by 1 (0.25), right, on average 1.0 right elsewhere",
        "  m: chosen by 1 (0.25), wrong, on average 0.0 right elsewhere",
        "  wrong and sure: 1 of the 2 who said how sure they were",
    ]
    assert main(["items", str(table), "--json"]) == 0
    first, second = json.loads(capsys.readouterr().out)["items"]
    assert (first["wrong_rated"], first["wrong_sure"], first["enough_for_advice"]) == (2, 1, False)
    assert first["options"]["l"]["share"] == 0.5
    assert "options" not in second


def test_parquet_needs_the_extra_and_csv_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    parquet, table = (published_table("7", tmp_path / name) for name in ("lsat.parquet", "lsat.csv"))
    monkeypatch.setattr(long_table, "find_spec", lambda name: None)
    monkeypatch.setattr(long_table, "LARGE", 0)
    assert main(["items", str(parquet)]) == 1
    told = "lsat.parquet needs the package polars: pip install 'readtwice[tables]', or save it as CSV.\n"
    assert capsys.readouterr().err == told
    assert main(["items", str(table)]) == 0
    assert "KR-20 0.45" in capsys.readouterr().out


def test_a_parquet_file_that_is_off_is_told_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    none, broken, odd = (tmp_path / f"{name}.parquet" for name in ("none", "broken", "odd"))
    broken.write_bytes(b"learner,item,correct")
    polars.DataFrame({"learner": ["a", "b"], "item": ["x", "x"], "correct": [1, 7]}).write_parquet(odd)
    for path, told in (
        (none, "none.parquet cannot be read"),
        (broken, "broken.parquet cannot be read as Parquet"),
        (odd, "odd.parquet, row 2: `correct` is `7`. Write 1 or 0."),
    ):
        assert main(["items", str(path)]) == 1
        shown = capsys.readouterr().err
        assert told in shown
        assert len(shown.splitlines()) == 1


def test_slips_are_printed_one_a_line_each_of_them_different(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["slips", "30"]) == 0
    slips = capsys.readouterr().out.split()
    assert len(set(slips)) == 30
    assert [read_slip(slip) for slip in slips] == slips
    assert main(["slips", "0"]) == 1
    assert capsys.readouterr().err == "Slips can be printed for 1 to 5,129 learners, not for 0.\n"
