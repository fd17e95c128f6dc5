"""Long tables and the commands `readtwice items` and `readtwice slips`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from readtwice.cli.main import main
from readtwice.record import read_slip
from tests.statistics.published import lsat_rows


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
    assert told["items"][0]["options"] == {"x": 1000}
    assert told["reliability"]["alpha"] == told["reliability"]["kr20"] == pytest.approx(0.295, abs=0.0005)
    assert main(["items", str(table)]) == 0
    assert "1000 learners answered all 5 items: KR-20 0.29" in capsys.readouterr().out


def test_few_learners_come_without_advice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = write(tmp_path, "learner,item,correct\na,x,yes\nb,x,no\nb,y,\n")
    assert main(["items", str(table)]) == 0
    shown = capsys.readouterr().out
    assert "x: 1 of 2 right (0.50)" in shown
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


def test_slips_are_printed_one_a_line_each_of_them_different(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["slips", "30"]) == 0
    slips = capsys.readouterr().out.split()
    assert len(set(slips)) == 30
    assert [read_slip(slip) for slip in slips] == slips
    assert main(["slips", "0"]) == 1
    assert capsys.readouterr().err == "Slips can be printed for 1 to 5,130 learners, not for 0.\n"
