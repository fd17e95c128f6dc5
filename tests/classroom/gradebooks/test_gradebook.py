"""The gradebook: files that platforms take in, made of a list that goes nowhere else."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from readtwice.classroom.collecting.collect import Collected, collect
from readtwice.classroom.gradebooks.completion import NothingAssigned, assigned
from readtwice.classroom.gradebooks.completion import handed_in as completion
from readtwice.classroom.gradebooks.gradebook import PLATFORMS, Gradebook, gradebook, safe
from readtwice.classroom.gradebooks.roster import RosterError, read_roster
from readtwice.cli.main import main
from readtwice.pack import load_pack
from readtwice.pack.draw import as_asked
from readtwice.pack.found import shipped_packs
from readtwice.publish.table import FORMULA
from readtwice.record import Record, known_sets, learner_of, new_slips
from readtwice.syllabus import syllabus
from readtwice.words import say, words
from tests.classroom.classes import FORM, handed_in

ARTICLE = syllabus().article
PACKS = {slug: load_pack(slug) for slug in shipped_packs()}
ONE, TWO, THREE = new_slips(3)
TITLE = "Read Twice"

CANVAS = f"""Student,ID,SIS User ID,SIS Login ID,Section,Essay (77),Read Twice (4711),Final Score,slip
,,,,,Manual Posting,,,
    Points Possible,,,,,10,20,(read only),
"Zander, Ada",17,-5,ada,10b,9,,90,{ONE}
"O’Brien-Łukasz, Bo",18,,bo,"10b; 10c",8,13,80,{TWO}
"Student, Test",19,,test,10b,,7,,
"""

MOODLE = f"""First name,Last name,ID number,Email address,Assignment: Essay (Real),slip
Ada,Zander,17,ada@school.example,9,{ONE}
Bo,Yi,,bo@school.example,-,{TWO}
Cy,Ode,19,,-,{THREE}
"""


def made(text: str | bytes, format: str, done: dict[str, int], title: str = TITLE) -> Gradebook:
    content = text.encode() if isinstance(text, str) else text
    return gradebook(read_roster(content, "roster.csv"), format, title, done)


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


DONE = {learner_of(ONE): 55, "0123456789": 100}


def test_canvas_gets_its_students_and_one_assignment_and_no_other_column() -> None:
    told = made(CANVAS, "canvas", DONE)
    assert rows(told.text) == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Read Twice (4711)"],
        ["    Points Possible", "", "", "", "", "20"],
        ["Zander, Ada", "17", "-5", "ada", "10b", "11"],
        ["O’Brien-Łukasz, Bo", "18", "", "bo", "10b; 10c", "13"],
        ["Student, Test", "19", "", "test", "10b", "7"],
    ]
    assert (told.missing, told.unknown, told.left_out) == ((TWO,), 1, ())


def test_a_new_assignment_in_canvas_is_worth_a_hundred_points() -> None:
    text = f"Student,ID,Section,slip\nAda,17,10b,{ONE}\nBo,18,10b,\n"
    assert rows(made(text, "canvas", DONE).text) == [
        ["Student", "ID", "Section", TITLE],
        ["    Points Possible", "", "", "100"],
        ["Ada", "17", "10b", "55"],
        ["Bo", "18", "10b", ""],
    ]
    names = f"LastName;FirstName;ID;SIS Login ID;Section;slip\nZander;Ada;17;ada;10b;{ONE}\n"
    assert rows(made(names, "canvas", DONE).text)[2] == ["Zander", "Ada", "17", "ada", "10b", "55"]


def test_moodle_gets_an_identifier_and_a_grade_and_no_row_that_lacks_either() -> None:
    told = made(MOODLE + "No,Slip,20,no@school.example,-,\n", "moodle", DONE)
    assert rows(told.text) == [
        ["Email address", TITLE],
        ["ada@school.example", "55"],
    ]
    assert told.missing == (TWO, THREE)
    assert told.left_out == (say("gradebook.no_user", file="roster.csv", line=4),)
    german = f"Vorname,Nachname,ID-Nummer,slip\nAda,Zander,17,{ONE}\n"
    assert rows(made(german, "moodle", DONE).text) == [["ID-Nummer", TITLE], ["17", "55"]]
    unknown = f"A,B,slip\nAda,ada@school.example,{ONE}\n"
    assert rows(made(unknown, "moodle", DONE).text) == [["B", TITLE], ["ada@school.example", "55"]]


def test_the_list_to_copy_has_a_line_for_everybody_in_the_order_of_the_roster() -> None:
    assert made(MOODLE, "classroom", DONE).text == "Ada Zander\t55\nBo Yi\t\nCy Ode\t\n"
    google = "Last Name,First Name,Email Address,Quiz,slip\nDate,,,2026-11-02,\nPoints,,,100,\nDate,Bo,b@x.org,7,\n"
    assert made(google.encode(), "classroom", DONE).text == "Bo Date\t\n", "rows on the assignment are no pupils"
    assert made(CANVAS, "classroom", DONE).text == "Zander, Ada\t11\nO’Brien-Łukasz, Bo\t13\n"


def test_plain_holds_slips_and_no_name() -> None:
    assert made(MOODLE, "plain", DONE).text == f"slip,{TITLE}\n{ONE},55\n{TWO},\n{THREE},\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_list_is_read_as_excel_saves_it(encoding: str, delimiter: str) -> None:
    text = f"Name,Section,slip\nJürgen Ö’Neil,10b,{ONE}\n".replace(",", delimiter)
    assert made(text.encode(encoding), "classroom", DONE).text == "Jürgen Ö’Neil\t55\n"


@pytest.mark.parametrize(
    ("text", "format", "told"),
    [
        ("", "plain", say("gradebook.empty", file="roster.csv")),
        ("name\nAda\n", "plain", say("gradebook.no_slips", file="roster.csv", line=1)),
        ("slip,Slip\n,\n", "plain", say("gradebook.no_slips", file="roster.csv", line=1)),
        ("name,slip\nAda,TEAL-27-K5\n", "plain", f"roster.csv:2: {say('slip.check')}"),
        (
            "slip\nTEAL-27-K4\nteal 27 k4\n",
            "plain",
            "roster.csv:3: the slip TEAL-27-K4 stands twice. Give each learner one only.",
        ),
        ("name,slip\nZander, Ada,TEAL-27-K4\n", "plain", say("gradebook.ragged", file="roster.csv", line=2)),
        (
            'name,slip\n"Ada,TEAL-27-K4\n',
            "plain",
            "roster.csv is no CSV table (unexpected end of data). Export it again.",
        ),
        (b"PK\x03\x04 content.xml opendocument.spreadsheet", "plain", say("tables.spreadsheet", file="roster.csv")),
        (b"\xd0\xcf\x11\xe0", "plain", say("tables.spreadsheet", file="roster.csv")),
        (b"\x89PNG\r\n", "plain", say("tables.no_text", file="roster.csv")),
        (bytes(range(32)), "plain", say("tables.no_text", file="roster.csv")),
        ("Name,slip\nAda,\n", "canvas", say("gradebook.no_canvas", file="roster.csv")),
        ("Section,Student,ID,slip\n,,,\n", "canvas", say("gradebook.no_canvas", file="roster.csv")),
        ("Name,slip\nAda,TEAL-27-K4\n", "moodle", say("gradebook.no_moodle", file="roster.csv")),
        (
            CANVAS.replace("10,20,", "10,twenty,"),
            "canvas",
            say("gradebook.no_points", file="roster.csv", column=TITLE),
        ),
        (
            MOODLE.replace("bo@", "ada@"),
            "moodle",
            say("gradebook.user_twice", file="roster.csv", line=3, other=2),
        ),
        ("slip\nTEAL-27-K4\n", "classroom", say("gradebook.no_names", file="roster.csv")),
    ],
)
def test_a_roster_that_is_off_is_told_in_one_sentence(text: str | bytes, format: str, told: str) -> None:
    with pytest.raises(RosterError) as caught:
        made(text, format, {})
    assert str(caught.value) == told


REAL = (
    "Zander, Ada",
    "O’Brien",
    "d'Arc",
    "'t Hooft",
    "Jean-Luc",
    "Ödön",
    "-",
    "-5",
    "+3.5",
    "-1,5",
    "50 %",
    "-20%",
    "٣",
    "",
)


@pytest.mark.parametrize("cell", REAL)
def test_real_names_and_negative_numbers_stay_as_they_are(cell: str) -> None:
    assert safe(cell) == cell
    text = f'Student,ID,SIS User ID,Section,slip\n"{cell}",17,"{cell}",10b,{ONE}\n'
    assert rows(made(text, "canvas", DONE).text)[2][:3] == [cell, "17", cell]


FORMULAS = (
    *("=1+1", "+1+1", "-1+1", "@SUM(A1)", "＝1+1", "－1＋1", " =1+1", "\t=1+1", "\r=1", "\u200b=1+1", "\x00=1+1"),
    *("=cmd|' /C calc'!A0", '=HYPERLINK("http://x.example")', "-cmd", "--1", "+", "=", "@")[:4],
)


@pytest.mark.parametrize("cell", FORMULAS)
def test_what_a_spreadsheet_would_compute_gets_an_apostrophe_once(cell: str) -> None:
    assert safe(cell).replace("'", "") == cell.replace("'", "")
    assert safe(cell).startswith("'")
    assert safe(safe(cell)) == safe(cell)


def test_a_formula_behind_another_separator_is_disarmed_too() -> None:
    assert safe("Ada;=1+1") == "Ada;'=1+1"
    assert safe("Ada\n=1+1") == "Ada\n'=1+1"


CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30) | st.sampled_from(FORMULAS[:5])


@given(st.lists(CELLS, min_size=1, max_size=8), st.sampled_from([*PLATFORMS]), st.integers(0, 100))
@settings(max_examples=150, deadline=None)
def test_no_cell_becomes_a_formula_and_nobody_is_lost(names: list[str], format: str, percent: int) -> None:
    slips = new_slips(len(names))
    out = io.StringIO()
    table = [
        (f"x{name}" if format == "classroom" and not name.strip() else name, slip)
        for name, slip in zip(names, slips, strict=True)
    ]
    csv.writer(out).writerows(
        [
            ["Student", "ID", "Username", "Section", "slip"],
            *([name, number, f"user{number}", name, slip] for number, (name, slip) in enumerate(table)),
        ]
    )
    told = made(out.getvalue(), format, {learner_of(slips[0]): percent})
    if format == "classroom":  # lines to paste, without quotation marks of their own
        found = list(csv.reader(io.StringIO(told.text), delimiter="\t", quoting=csv.QUOTE_NONE))
    else:
        found = list(csv.reader(io.StringIO(told.text)))
    if format == "classroom":
        assert len(found) >= sum(bool(" ".join(name.split())) for name, _ in table)
    else:
        head = {"canvas": 2, "moodle": 1, "plain": 1}[format]
        assert len(found) == (1 if format == "moodle" else len(names)) + head
        assert found[head][-1] == str(percent)
    assert told.missing == slips[1:]
    for row in found:
        for cell in row:
            assert not cell.lstrip().startswith(FORMULA) or safe(cell) == cell


@given(
    st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from(["", f"Student,ID,Email,Section,slip\n,,,,{ONE}\n", f"slip;Name\n{ONE};"]),
    st.sampled_from([*PLATFORMS]),
)
@example(b"\x8a\x00\xb3\x01\xb9\x81\xb9", "", "canvas").via("a byte that its code page does not have")
@settings(max_examples=200, deadline=None)
def test_any_bytes_make_a_table_or_one_sentence(content: bytes, start: str, format: str) -> None:
    try:
        missing, sentence = made(start.encode() + content, format, DONE).missing, "."
    except RosterError as error:
        missing, sentence = (), str(error)
    assert missing in ((), (ONE,))
    assert sentence.endswith(".")


def done_by(folder: Path, what: str, answered: list[tuple[str, str, str]]) -> int:
    """The completion of one learner who answered these cards: pack, item, occasion."""
    record = Record(folder, FORM)
    for pack, item, occasion in answered:
        record.answer(item, ["x"], pack=pack, occasion=occasion)
    collected = collect([folder], known_sets())
    return completion(collected, assigned(what, PACKS, FORM, ARTICLE)).get(record.learner, 0)


def cards(pack: str, half: str, occasion: str) -> list[tuple[str, str, str]]:
    form = load_pack(pack).form
    assert form
    return [(pack, card.item, occasion) for card in form.cards_of(half)]  # type: ignore[arg-type]


STORIES = PACKS["short-stories"]
LESSON = [
    (pack.slug, item.id, "lesson")
    for pack in (PACKS[ARTICLE], STORIES)
    for use in ("faded", "solo", "exit")
    for item in as_asked(pack, pack.items_for("02", use))
]
ENDS = [("captions-and-posts", item.id, "lesson") for item in PACKS["captions-and-posts"].items_for("07", "exit")[2:4]]


@pytest.mark.parametrize(
    ("what", "answered", "percent"),
    [
        ("both", cards(FORM, "first", "before"), 50),
        ("both", cards(FORM, "first", "before") + cards(FORM, "second", "after"), 100),
        ("both", cards(FORM, "whole", "before"), 50),
        ("both", cards(FORM, "whole", "before") + cards("form-b", "whole", "after"), 100),
        ("before", cards(FORM, "second", "before")[:4], 50),
        ("00", cards(FORM, "second", "before"), 100),
        ("after", cards(FORM, "second", "before"), 0),
        ("8", cards(FORM, "second", "after"), 100),
        ("whole", cards(FORM, "first", "before"), 25),
        ("whole-after", cards("form-b", "whole", "after"), 100),
        ("fresh", cards("fresh-text", "whole", "fresh"), 100),
        ("lesson 09", cards("fresh-text", "whole", "fresh")[:8], 50),
        ("one-shot", cards("one-shot-cards", "first", "before"), 50),
        (
            "one-shot-cards",
            cards("one-shot-cards", "first", "before") + cards("one-shot-cards", "second", "after"),
            100,
        ),
        ("02", LESSON, 100),
        ("Lesson 2", LESSON[:3], 300 // len(LESSON)),
        ("02", [(pack, item, "talk") for pack, item, _ in LESSON], 0),
        ("07", [(ARTICLE, "fact-check-x", "talk")], 33),
        ("07", [(ARTICLE, "fact-check-x", "talk"), *ENDS], 100),
        ("07", ENDS, 66),
        ("07", LESSON, 0),
    ],
)
def test_completion_counts_what_was_assigned(
    what: str, answered: list[tuple[str, str, str]], percent: int, tmp_path: Path
) -> None:
    assert done_by(tmp_path, what, answered) == percent


@pytest.mark.parametrize("what", ["", "nonsense", "11", "lesson", "form", "-1", "hegseth-nato-2025"])
def test_nonsense_is_told_what_there_is(what: str) -> None:
    if what == "form":  # begins the name of a form, and is taken for it
        assert assigned(what, PACKS, FORM, ARTICLE).parts[0].aim == 8
        return
    with pytest.raises(
        NothingAssigned,
        match=r"There are: both, before, .*one-shot-cards, one-year-of-the-book-bus, and lessons 00 to 10\.$",
    ):
        assigned(what, PACKS, FORM, ARTICLE)


def test_completion_counts_answers_and_not_right_ones_and_answers_once(tmp_path: Path) -> None:
    paths = [handed_in(tmp_path, ONE, cards=4)] * 2
    collected = collect(paths, known_sets())
    assert completion(collected, assigned("both", PACKS, FORM, ARTICLE)) == {learner_of(ONE): 25}
    assert completion(Collected({}, ()), assigned("both", PACKS, FORM, ARTICLE)) == {}


def test_the_command_prints_or_writes_and_tells_who_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    roster, out = tmp_path / "roster.csv", tmp_path / "import.csv"
    roster.write_text(CANVAS)
    path = handed_in(tmp_path, ONE)
    assert main(["gradebook", str(path), "--roster", str(roster), "--format", "canvas"]) == 0
    told = capsys.readouterr()
    assert rows(told.out)[2] == ["Zander, Ada", "17", "-5", "ada", "10b", "20"]
    assert told.err.splitlines() == [
        say("gradebook.counted", what="before (1)"),
        say("gradebook.column", column="Read Twice (4711)"),
        say("gradebook.changes", count=1),
        "  " + say("gradebook.changes_line", slip=ONE, line=4, held=say("gradebook.nothing_held"), earned="20"),
        say("gradebook.missing", slip=TWO),
    ]
    assert main(["gradebook", str(path), "--roster", str(roster), "--format", "canvas", "-o", str(out)]) == 0
    assert (capsys.readouterr().out, out.read_text()) == ("", told.out)
    assert main(["gradebook", str(path), "--roster", str(roster), "-o", str(roster)]) == 1
    assert capsys.readouterr().err == say("gradebook.same_file", file=roster) + "\n"
    assert roster.read_text() == CANVAS
    assert main(["gradebook", str(path), "--roster", str(roster), "--what", "02", "--format", "canvas"]) == 0
    assert rows(capsys.readouterr().out)[0][-1] == "Read Twice, lesson 02"
    assert main(["gradebook", str(path), "--roster", str(roster), "--column", "Essay (77)", "--format", "canvas"]) == 0
    assert rows(capsys.readouterr().out)[0][-1] == "Essay (77)"
    for wrong in (["--what", "nonsense"], ["--roster", str(tmp_path / "none.csv")], ["-o", str(tmp_path / "no" / "x")]):
        assert main(["gradebook", str(path), "--roster", str(roster), *wrong]) == 1
        assert capsys.readouterr().err.count("\n") == 1


def test_the_roster_is_in_no_other_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    roster, page = tmp_path / "roster.csv", tmp_path / "report.html"
    roster.write_text(CANVAS.replace("ada", "zander"))
    path = handed_in(tmp_path, ONE)
    main(["gradebook", str(path), "--roster", str(roster)])
    main(["report", str(path), "-o", str(page)])
    main(["report", str(path), "--json"])
    main(["report", str(path), str(roster), "-o", str(page)])  # by mistake
    told = capsys.readouterr()
    assert "zander" not in (told.out + told.err + page.read_text()).lower()
    assert "Łukasz" not in told.out + told.err + page.read_text()


def test_each_platform_has_a_label_and_is_offered_by_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert [*words()["gradebook_column"]["formats"]] == [*PLATFORMS]
    with pytest.raises(SystemExit):
        main(["gradebook", "--help"])
    assert "{" + ",".join(PLATFORMS) + "}" in "".join(capsys.readouterr().out.split())


def test_slips_are_written_as_a_page_to_cut_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "slips.html"
    assert main(["slips", "30", "-o", str(page)]) == 0
    text = page.read_text()
    assert text.count("<li>") == 30
    assert "Content-Security-Policy" in text
    assert "<script" not in text
    assert main(["slips", "0", "-o", str(page)]) == 1
    assert main(["slips", "5", "-o", str(tmp_path / "no" / "x.html")]) == 1
    assert capsys.readouterr().err.count("\n") == 2
    assert page.read_text() == text, "and nothing was written over"
