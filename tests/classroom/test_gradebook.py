"""The gradebook: the platform's own list comes back with one column more, and the roster goes nowhere else."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readtwice.classroom.gradebook import COLUMN, FORMATS, RosterError, gradebook
from readtwice.cli.main import main
from readtwice.pack import load_pack
from readtwice.record import Record, learner_of, new_slips
from readtwice.words import say
from tests.classroom.classes import FORM, progress_of
from tests.publish import learners
from tests.publish.learners import take

CANVAS = """Student,ID,SIS Login ID,Section,slip
    Points Possible,,,,
"Zander, Ada",17,ada,10b,{one}
Bo,18,bo,10b,{two}
"""


def handed_in(folder: Path, slip: str, cards: int = 8) -> Path:
    """The progress file of a learner who worked under a slip and answered so many cards before the course."""
    pack, record = load_pack(FORM), Record(folder / slip, FORM)
    assert pack.form
    record.use_slip(slip)
    items = [pack.item(card.item) for card in pack.form.cards_of("first")[:cards]]
    take(record, learners.trusting, items, "before", FORM)
    path = folder / f"{slip}.jsonl"
    path.write_text(progress_of(record))
    return path


def test_the_list_comes_back_with_completion_and_without_slips(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = new_slips(2)
    roster = tmp_path / "roster.csv"
    roster.write_text(CANVAS.format(one=one, two=two))
    path = handed_in(tmp_path, one)
    assert main(["gradebook", str(path), "--roster", str(roster), "--format", "canvas"]) == 0
    told = capsys.readouterr()
    assert list(csv.reader(io.StringIO(told.out))) == [
        ["Student", "ID", "SIS Login ID", "Section", COLUMN],
        ["    Points Possible", "", "", "", "100"],
        ["Zander, Ada", "17", "ada", "10b", "50"],
        ["Bo", "18", "bo", "10b", "0"],
    ]
    assert told.err == f"{two}: nothing was handed in.\n"
    assert main(["report", str(path)]) == 0
    assert "Zander" not in capsys.readouterr().out


def test_completion_counts_answers_and_not_right_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    slip = new_slips(1)[0]
    roster = tmp_path / "roster.csv"
    roster.write_text(f"slip\n{slip}\n")
    main(["gradebook", str(handed_in(tmp_path, slip, cards=4)), "--roster", str(roster)])
    assert capsys.readouterr().out == f"slip,{COLUMN}\n{slip},25\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "roster.csv is empty. Export it from your platform again."),
        ("name\nAda\n", "roster.csv:1: there is no single column `slip`. Add one, with a slip for each learner."),
        ("name,slip\nAda,TEAL-27-K5\n", f"roster.csv:2: {say('slip.check')}"),
        (
            "slip\nTEAL-27-K4\nteal 27 k4\n",
            "roster.csv:3: the slip TEAL-27-K4 stands twice. Give each learner one only.",
        ),
    ],
)
def test_a_roster_that_is_off_is_told_in_one_sentence(text: str, told: str, tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text(text)
    with pytest.raises(RosterError) as caught:
        gradebook(roster, "moodle", {})
    assert str(caught.value) == told


CELLS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=30)


@given(st.lists(CELLS, min_size=1, max_size=8), st.sampled_from(FORMATS), st.integers(0, 100))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_no_cell_becomes_a_formula_and_no_row_is_lost(
    tmp_path: Path, names: list[str], format: str, percent: int
) -> None:
    slips = new_slips(len(names))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["name", "slip"])
    writer.writerows(zip(names, slips, strict=True))
    roster = tmp_path / "roster.csv"
    roster.write_text(out.getvalue(), encoding="utf-8", newline="")
    made = gradebook(roster, format, {learner_of(slips[0]): percent})
    rows = list(csv.reader(io.StringIO(made.text)))
    assert len(rows) == len(names) + 1
    assert rows[1][-1] == str(percent)
    assert made.missing == slips[1:]
    for row in rows:
        for cell in row:
            assert not cell.startswith(("=", "@", "\t")) or cell == ""
