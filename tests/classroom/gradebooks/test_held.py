"""What a platform holds is data: nothing is lowered, no word replaced, nobody who was absent gets a grade, unasked."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.classroom.collecting.collect import collect
from readtwice.classroom.gradebooks.completion import arrived, assigned, handed_in, of_the_class
from readtwice.classroom.gradebooks.gradebook import PLATFORMS, Gradebook, gradebook
from readtwice.classroom.gradebooks.held import may_change, readings
from readtwice.classroom.gradebooks.roster import RosterError, read_roster
from readtwice.cli.main import main
from readtwice.pack import load_pack
from readtwice.pack.found import shipped_packs
from readtwice.record import Record, known_sets, learner_of, new_slips
from readtwice.syllabus import syllabus
from readtwice.words import say
from tests.classroom.classes import FORM, progress_of

PACKS = {slug: load_pack(slug) for slug in shipped_packs()}
ONE, TWO, THREE = new_slips(3)


def made(
    text: str, format: str, done: dict[str, int], title: str = "Read Twice", *, overwrite: bool = False
) -> Gradebook:
    return gradebook(read_roster(text.encode(), "roster.csv"), format, title, done, overwrite=overwrite)


def canvas(*held: str, points: str = "20", column: str = "Read Twice (4711)") -> tuple[str, list[str]]:
    """A Canvas export with a learner for each held cell, and the slips."""
    slips = list(new_slips(len(held)))
    out = io.StringIO()
    csv.writer(out).writerows(
        [
            ["Student", "ID", "SIS Login ID", "Section", column, "slip"],
            ["    Points Possible", "", "", "", points, ""],
            *([f"Name {place}", place, f"n{place}", "10b", cell, slips[place]] for place, cell in enumerate(held)),
        ]
    )
    return out.getvalue(), slips


def cells(told: Gradebook, head: int = 2) -> list[str]:
    return [row[-1] for row in csv.reader(io.StringIO(told.text))][head:]


STATUSES = ("EX", "ex", "N/A", "Excused", "-", "excusé", "Incomplete", "B+", "15/20", "see me", "١٥", "1e1", "=1+1x")


@pytest.mark.parametrize("status", STATUSES[:-1])
@pytest.mark.parametrize("format", ["canvas", "plain", "classroom"])
def test_no_word_is_replaced_unasked(status: str, format: str) -> None:
    text, (slip,) = canvas(status)
    told = made(text, format, {learner_of(slip): 100})
    assert told.text.rstrip("\n").endswith(status)
    assert told.changes == ()
    assert [(one.slip, one.line, one.held) for one in told.kept] == [(slip, 3, status)]
    asked = made(text, format, {learner_of(slip): 100}, overwrite=True)
    assert not asked.text.rstrip("\n").endswith(status)
    assert [(one.slip, one.held) for one in asked.changes] == [(slip, status)]
    assert made(text, format, {}, overwrite=True).text == made(text, format, {}).text, "absent stays as it is, always"


def test_a_status_that_a_file_cannot_hold_leaves_its_line_out() -> None:
    text, (slip,) = canvas("=late")
    told = made(text, "canvas", {learner_of(slip): 100})
    assert cells(told) == []
    assert told.left_out == (say("gradebook.held_formula", file="roster.csv", line=3),)


@pytest.mark.parametrize(
    ("held", "points", "percent", "right"),
    [
        ("15", "20", 0, "15"),
        ("15", "20", 55, "15"),
        ("15", "20", 75, "15"),
        ("15.00", "20", 75, "15.00"),
        ("15", "20", 80, "16"),
        ("15,5", "20", 80, "16"),
        ("16,5", "20", 80, "16,5"),
        ("20", "20", 100, "20"),
        ("75%", "20", 70, "75%"),
        ("75 %", "20", 80, "16"),
        ("100", "20", 100, "100"),  # more than it is worth, by hand
        ("0", "20", 5, "1"),
        ("", "20", 5, "1"),
        (" ", "20", 5, "1"),
        ("\u00a0", "20", 5, "1"),
        ("6.67", "20", 33, "6.67"),
        ("7.5", "7,5", 100, "7.5"),
        ("", "7,5", 50, "3.75"),
        ("", "1.000,00", 50, "500"),
        ("400", "1,000.0", 50, "500"),
        ("1.000,00", "2000", 50, "1.000,00"),
        ("900,00", "2000", 50, "1000"),
        ("1.000", "2000", 49, "1.000"),  # one or a thousand: it stays
        ("1.000", "2000", 51, "1020"),  # more than either
        ("1 000", "2000", 49, "1 000"),
        ("-1", "20", 5, "1"),
        ("", "0", 50, "0"),
    ],
)
def test_a_grade_is_raised_and_never_lowered(held: str, points: str, percent: int, right: str) -> None:
    text, (slip,) = canvas(held, points=points)
    told = made(text, "canvas", {learner_of(slip): percent})
    assert cells(told) == [right]
    assert [(one.held, one.earned) for one in told.changes] == ([(held.strip(), right)] if right != held else [])


@given(
    st.sampled_from([*PLATFORMS]),
    st.lists(
        st.tuples(
            st.text(max_size=6) | st.from_regex(r"-?[0-9]{1,3}([.,][0-9]{1,3})?%?", fullmatch=True),
            st.none() | st.integers(0, 100),
        ),
        min_size=1,
        max_size=5,
    ),
)
def test_whatever_is_held_only_what_is_listed_changes(format: str, learners: list[tuple[str, int | None]]) -> None:
    held = ["".join(one for one in cell if one.isprintable()) for cell, _ in learners]
    text, slips = canvas(*held, points="100")
    done = {learner_of(slip): one for slip, (_, one) in zip(slips, learners, strict=True) if one is not None}
    told = made(text.replace("SIS Login ID", "Username") if format == "moodle" else text, format, done)
    changed = {one.slip: one for one in told.changes}
    assert set(changed) <= {slip for slip in slips if learner_of(slip) in done}
    for slip, cell in zip(slips, held, strict=True):
        if slip in changed:
            numbers = readings(cell, 100)
            is_blank = not cell.strip() or (format == "moodle" and cell.strip() == "-")
            assert is_blank or (numbers and max(numbers) < float(changed[slip].earned))
    if format == "plain":
        after = dict(row for row in csv.reader(io.StringIO(told.text)))
        for slip, cell in zip(slips, held, strict=True):
            expected = changed[slip].earned if slip in changed else cell
            assert after[slip].replace("'", "") == expected.replace("'", "")
    if format == "moodle":
        assert len(told.text.splitlines()) == 1 + len(changed)


@given(st.text(max_size=12) | st.from_regex(r"[+-]?[0-9.,' ]{1,12}%?", fullmatch=True), st.integers(0, 100))
def test_reading_a_cell_never_fails_and_a_change_is_never_a_loss(cell: str, percent: int) -> None:
    numbers = readings(cell, 100)
    assert len(numbers) <= 2
    if cell.strip() and may_change(cell, str(percent), 100):
        assert numbers
        assert max(numbers) < percent


def test_moodle_is_sent_what_changes_and_nothing_else() -> None:
    text = (
        "First name,Last name,Email address,Read Twice (Real),Last downloaded,slip\n"
        f"Ada,A,ada@school.example,-,1,{ONE}\nBo,B,bo@school.example,80.00,1,{TWO}\n"
        f"Cy,C,cy@school.example,Excused,1,{THREE}\n"
    )
    done = {learner_of(ONE): 50, learner_of(TWO): 50, learner_of(THREE): 50}
    told = made(text, "moodle", done)
    assert list(csv.reader(io.StringIO(told.text)))[1:] == [["ada@school.example", "50"]]
    assert [(one.slip, one.held) for one in told.kept] == [(TWO, "80.00"), (THREE, "Excused")]
    assert not told.is_new
    asked = made(text, "moodle", done, overwrite=True)
    assert [row[1] for row in csv.reader(io.StringIO(asked.text))][1:] == ["50", "50", "50"]


@pytest.mark.parametrize(
    ("points", "held", "percent", "right"),
    [
        ("20", "15", 50, "15"),  # 10 of 20 would be less than was given by hand
        ("20", "15", 90, "18"),
        ("20", "", 50, "10"),
        ("20", "25", 100, "25"),
        ("7,5", "", 100, "7.5"),
        ("20", "80%", 50, "80%"),
        ("", "15", 50, "15"),
        ("Ungraded", "", 50, "50"),
    ],
)
@pytest.mark.parametrize("format", ["classroom", "plain"])
def test_what_google_says_an_assignment_is_worth_counts(
    format: str, points: str, held: str, percent: int, right: str
) -> None:
    """Or a 15 of 20 given by hand would give way to 50 of a hundred."""
    google = (
        "Last Name,First Name,Email Address,Read Twice,slip\nDate,,,2026-01-01,\n"
        f'Points,,,"{points}",\nA,Ada,a@school.example,"{held}",{ONE}\n'
    )
    told = made(google, format, {learner_of(ONE): percent})
    assert re.split("[\t,]", told.text.splitlines()[-1], maxsplit=1)[-1].strip('"') == right
    assert [(one.held, one.earned) for one in told.changes] == ([(held, right)] if held != right else [])


NAMES = "First name,Last name,Email address"
MOODLE = f"{NAMES},Assignment: Read Twice (Real),slip\nAda,A,a@school.example,{{held}},{ONE}\n"
TEAMS = f"{NAMES},Read Twice,Points,Feedback,slip\nAda,A,a@school.example,{{held}},{{points}},ok,{ONE}\n"


@pytest.mark.parametrize(
    ("held", "right"),
    [("9.00", "9.00"), ("18", "18"), ("0", "0"), ("62,00", "62,00"), ("55,00 %", "62"), ("70 %", "70 %"), ("", "62")],
)
@pytest.mark.parametrize("format", ["moodle", "plain", "classroom"])
def test_points_of_an_unknown_maximum_stay(format: str, held: str, right: str) -> None:
    """Or a 9 of 10 given by hand would give way to 62 of a hundred."""
    text = MOODLE.format(held=f'"{held}"')
    told = made(text, format, {learner_of(ONE): 62})
    assert [one.earned for one in told.changes] == ([right] if right != held else [])
    assert [one.held for one in told.kept] == ([held] if right == held != "62,00" else [])
    assert not told.is_worth_told
    asked = made(text, format, {learner_of(ONE): 62}, overwrite=True)
    assert [one.earned for one in asked.changes] == (["62"] if held != "62,00" else [])
    assert made(text, format, {}, "Another").is_worth_told, "a new column is out of a hundred"


@pytest.mark.parametrize(
    ("held", "points", "right"),
    [("18", "20", "18"), ("12", "20", "12.4"), ("", "20", "12.4"), ("Excused", "20", "Excused"), ("18", "", "18")],
)
@pytest.mark.parametrize("format", ["moodle", "plain", "classroom"])
def test_what_a_column_beside_it_says_an_assignment_is_worth_counts(
    format: str, held: str, points: str, right: str
) -> None:
    told = made(TEAMS.format(held=held, points=points), format, {learner_of(ONE): 62})
    assert [one.earned for one in told.changes] == ([right] if right != held else [])
    assert told.is_worth_told == bool(points)
    two = f"{TEAMS.format(held=held, points=points)}Bo,B,b@school.example,,15,,{TWO}\n"
    assert made(two, format, {}).is_worth_told == (not points), "lines that differ say nothing"


def test_a_list_of_canvas_says_what_it_is_worth_to_other_platforms_too() -> None:
    text, (slip,) = canvas("15")
    assert made(text, "plain", {learner_of(slip): 62}).changes == ()
    assert [one.earned for one in made(text, "plain", {learner_of(slip): 80}).changes] == ["16"]


def test_columns_of_similar_names_are_not_guessed_between() -> None:
    head = (
        "Student,ID,Section,Read Twice (1),Read Twice (2),Read Twice essay (3),slip\n    Points Possible,,,10,20,30,\n"
    )
    text = f"{head}Ada,1,10b,5,EX,7,{ONE}\n"
    with pytest.raises(RosterError, match=r"Read Twice \(1\), Read Twice \(2\)"):
        made(text, "canvas", {learner_of(ONE): 100})
    assert cells(made(text, "canvas", {learner_of(ONE): 100}, "read twice (1)")) == ["10"]
    assert cells(made(text, "canvas", {learner_of(ONE): 100}, "Read Twice (2)")) == ["EX"]
    assert cells(made(text, "canvas", {learner_of(ONE): 100}, "Read Twice essay")) == ["30"]
    assert made(text, "canvas", {}, "Read").is_new


@pytest.mark.parametrize(
    ("text", "format", "title", "told"),
    [
        (canvas("", points="(read only)")[0], "canvas", "Read Twice", "read_only"),
        (canvas("90", column="Final Score")[0], "canvas", "Final Score", "read_only"),
        (canvas("", points="")[0], "canvas", "Read Twice", "no_points"),
        (canvas("", points="50%")[0], "canvas", "Read Twice", "no_points"),
        (canvas("")[0], "canvas", "ID", "not_grades"),
        (canvas("")[0].replace("SIS Login ID", "Username"), "moodle", "Username", "not_grades"),
        (canvas("")[0], "classroom", "Student", "not_grades"),
    ],
)
def test_a_column_that_takes_no_grades_is_told(text: str, format: str, title: str, told: str) -> None:
    with pytest.raises(RosterError) as caught:
        made(text, format, {}, title)
    sentence = say(f"gradebook.{told}", file="roster.csv", column="*")
    assert str(caught.value).startswith(sentence.partition("*")[0])


@pytest.mark.parametrize("column", ["Read Twice (4711)", "Read Twice"])
def test_an_export_without_the_row_of_points_is_not_taken_for_a_hundred(column: str) -> None:
    text = f"Student,ID,Section,{column},slip\nAda,1,10b,15,{ONE}\n"
    with pytest.raises(RosterError, match="Points Possible"):
        made(text, "canvas", {learner_of(ONE): 100})


def test_one_learner_in_two_sections_and_under_two_slips() -> None:
    head = "Student,ID,Section,Read Twice (4711),slip\n    Points Possible,,,20,\n"
    both = made(f"{head}Ada,1,10b,,{ONE}\nAda,1,10c,,{ONE}\n", "canvas", {learner_of(ONE): 50})
    assert cells(both) == ["10", "10"]
    two = made(f"{head}Ada,1,10b,,{ONE}\nAda,1,10c,,{TWO}\n", "canvas", {learner_of(ONE): 25, learner_of(TWO): 75})
    assert cells(two) == ["15", "15"], "what is imported last must not undo the other"
    late = made(f"{head}Ada,1,10b,,{ONE}\nAda,1,10c,,{TWO}\n", "canvas", {learner_of(ONE): 50})
    assert (cells(late), late.missing) == (["10", "10"], ()), "of nobody whose cell is filled nothing was handed in"
    others = made(f"{head}Ada,1,10b,,{ONE}\nAda,2,10b,,{TWO}\n", "canvas", {learner_of(ONE): 25, learner_of(TWO): 75})
    assert cells(others) == ["5", "15"], "two of one name are two"
    mail = "Email address,Group,slip\n"
    text = f"{mail}a@school.example,1,{ONE}\na@school.example,2,{TWO}\n"
    assert made(text, "moodle", {learner_of(TWO): 75}).text.splitlines()[1:] == ["a@school.example,75"]
    with pytest.raises(RosterError, match="stands twice"):
        made(f"{head}Ada,1,10b,,{ONE}\nBo,2,10b,,{ONE}\n", "canvas", {})


@pytest.mark.parametrize("slips", [(ONE, ""), ("", ONE)])
def test_a_slip_in_one_of_two_lines_of_a_user_is_the_slip_of_both(slips: tuple[str, str]) -> None:
    head = "Student,ID,Section,Read Twice (4711),Notes,slip\n    Points Possible,,,20,,\n"
    text = f"{head}Ada,1,10b,5,x,{slips[0]}\nBo,2,10b,5,,\nAda,1,10c,5,,{slips[1]}\n"
    told = made(text, "canvas", {learner_of(ONE): 50})
    assert cells(told) == ["10", "5", "10"]
    assert [(one.slip, one.line, one.held, one.earned) for one in told.changes] == [
        (ONE, 3, "5", "10"),
        (ONE, 5, "5", "10"),
    ]
    with pytest.raises(RosterError, match="stands in line 3 too"):
        made(text.replace("10c,5", "10c,"), "canvas", {learner_of(ONE): 50})


def record_with(folder: Path, slip: str, answers: list[tuple[str, str, str]]) -> Path:
    """A progress file under a slip with answers to cards: pack, item, occasion."""
    record = Record(folder / slip, FORM)
    record.use_slip(slip)
    for pack, item, occasion in answers:
        record.answer(item, ["x"], pack=pack, occasion=occasion)
    path = folder / f"{slip}.jsonl"
    path.write_text(progress_of(record), encoding="utf-8")
    return path


def cards(pack: str, half: str, occasion: str) -> list[tuple[str, str, str]]:
    form = load_pack(pack).form
    assert form
    return [(pack, card.item, occasion) for card in form.cards_of(half)]  # type: ignore[arg-type]


ARTICLE = syllabus().article
SHOT = cards("one-shot-cards", "first", "before") + cards("one-shot-cards", "second", "after")
LESSON = [
    (slug, item.id, "lesson")
    for slug in (ARTICLE, *syllabus().stories)
    for use in ("faded", "solo", "exit")
    for item in PACKS[slug].items_for("01", use)
]


ENDS = [("captions-and-posts", item.id, "lesson") for item in PACKS["captions-and-posts"].items_for("07", "exit")[:2]]


def test_a_class_that_did_the_one_shot_is_not_given_zeros(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    slips = new_slips(6)
    paths = [record_with(tmp_path, slip, SHOT) for slip in slips[:4]]
    paths.append(record_with(tmp_path, slips[4], LESSON[:2]))
    roster = tmp_path / "list.csv"
    roster.write_text("slip\n" + "\n".join(slips) + "\n")
    asked = [*map(str, paths), "--roster", str(roster)]
    assert main(["gradebook", *asked]) == 0
    told = capsys.readouterr()
    assert [line.partition(",")[2] for line in told.out.splitlines()[1:]] == ["100"] * 4 + ["", ""]
    assert told.out.splitlines()[0] == 'slip,"Read Twice, one-shot-cards"'
    assert say("gradebook.counted", what="one-shot-cards (4)") in told.err
    assert main(["gradebook", *asked, "--what", "both"]) == 0
    told = capsys.readouterr()
    assert not any(line.partition(",")[2] for line in told.out.splitlines()[1:]), "who did other work was absent here"
    assert "one-shot-cards (4), lesson 01 (1)" in told.err or "lesson 01 (1), one-shot-cards (4)" in told.err
    assert main(["gradebook", *asked, "--what", "01,one-shot"]) == 0
    half = capsys.readouterr().out.splitlines()[1:]
    assert 0 < int(half[0].partition(",")[2]) < 100


@pytest.mark.parametrize(
    ("answers", "chosen", "title"),
    [
        (cards(FORM, "first", "before"), ("before",), "Read Twice, before"),
        (cards(FORM, "first", "before") + cards(FORM, "second", "after"), ("before", "after"), "Read Twice"),
        (cards(FORM, "whole", "before"), ("whole-before",), "Read Twice, whole-before"),
        (cards("fresh-text", "whole", "fresh"), ("fresh",), "Read Twice, fresh"),
        (LESSON, ("01",), "Read Twice, lesson 01"),
        ([(ARTICLE, "fact-check-x", "talk"), *ENDS], ("07",), "Read Twice, lesson 07"),
        (LESSON + SHOT, ("01", "one-shot-cards"), "Read Twice, lesson 01 + one-shot-cards"),
    ],
)
def test_the_sets_that_arrived_are_chosen(
    answers: list[tuple[str, str, str]], chosen: tuple[str, ...], title: str, tmp_path: Path
) -> None:
    collected = collect([record_with(tmp_path, ONE, answers)], known_sets())
    names = of_the_class(arrived(collected, PACKS, FORM, ARTICLE))
    assert names == chosen
    work = assigned(",".join(names), PACKS, FORM, ARTICLE)
    assert work.title == title
    assert handed_in(collected, work) == {learner_of(ONE): 100}


def test_the_command_lists_first_and_writes_afterwards(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, slips = canvas("", "EX", "20", "3")
    roster, out = tmp_path / "list.csv", tmp_path / "import.csv"
    roster.write_text(text)
    paths = [str(record_with(tmp_path, slip, cards(FORM, "first", "before"))) for slip in slips[:3]]
    asked = ["gradebook", *paths, "--roster", str(roster), "--format", "canvas"]
    assert main([*asked, "--list"]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    line = say("gradebook.changes_line", slip=slips[0], line=3, held=say("gradebook.nothing_held"), earned="20")
    kept = say("gradebook.kept_line", slip=slips[1], line=4, held="EX", earned="20")
    assert [one for one in told.err.splitlines() if one.startswith("  ")] == [f"  {line}", f"  {kept}"]
    assert main([*asked, "-o", str(out)]) == 0
    assert cells(Gradebook(out.read_text(), (), 0)) == ["20", "EX", "20", "3"]
    assert capsys.readouterr().err == told.err
    assert main([*asked, "--overwrite", "-o", str(out)]) == 0
    assert cells(Gradebook(out.read_text(), (), 0)) == ["20", "20", "20", "3"]


def test_a_maximum_that_is_not_known_is_said_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    roster, path = tmp_path / "list.csv", record_with(tmp_path, ONE, SHOT)
    roster.write_text(MOODLE.format(held="9.00"))
    asked = ["gradebook", str(path), "--roster", str(roster), "--format", "moodle", "--list", "--column", "Read Twice"]
    told = say("gradebook.worth_untold", file="list.csv", column="Assignment: Read Twice (Real)")
    kept = say("gradebook.kept_line", slip=ONE, line=2, held="9.00", earned="100")
    assert main(asked) == 0
    lines = capsys.readouterr().err.splitlines()
    assert told in lines
    assert f"  {kept}" in lines
    roster.write_text(TEAMS.format(held="9", points="10"))
    assert main(asked) == 0
    assert told not in capsys.readouterr().err


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of one's own is made as Unix makes it")
@pytest.mark.parametrize(("typed", "more", "written"), [("n\n", [], False), ("y\n", [], True), ("", ["--yes"], True)])
def test_somebody_at_a_terminal_is_asked_first(typed: str, more: list[str], written: bool, tmp_path: Path) -> None:
    import os
    import pty

    roster, out = tmp_path / "list.csv", tmp_path / "import.csv"
    roster.write_text(f"slip\n{ONE}\n")
    path = record_with(tmp_path, ONE, SHOT)
    command = [sys.executable, "-m", "readtwice.cli", "gradebook", path, "--roster", roster, "-o", out, *more]
    ours, theirs = pty.openpty()
    os.write(ours, typed.encode())
    done = subprocess.run([*map(str, command)], stdin=theirs, stdout=theirs, stderr=theirs, check=False, timeout=60)
    assert done.returncode == (0 if written else 1)
    assert out.exists() == written
    os.close(theirs)
    os.close(ours)
