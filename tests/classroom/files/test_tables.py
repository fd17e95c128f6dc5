"""One reader of tables: what spreadsheets and platforms of half of Europe save, and what is said of a guess."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtwice.classroom.collecting.collect import collect_contents
from readtwice.classroom.files import sheets
from readtwice.classroom.files.code_pages import code_page_of, is_garbled
from readtwice.classroom.files.tables import UnreadableTable, read_table
from readtwice.classroom.gradebooks.gradebook import gradebook
from readtwice.classroom.gradebooks.roster import RosterError, read_roster
from readtwice.cli.main import main
from readtwice.record import known_sets, learner_of, new_slips
from readtwice.words import say
from tests.classroom.classes import code_of, record_of
from tests.publish import learners

ONE, TWO = new_slips(2)


def cells(content: str | bytes, name: str = "list.csv") -> list[list[str]]:
    table = read_table(content.encode() if isinstance(content, str) else content, name)
    return [row for _, row in table.rows]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("sep=;\na;b,c\n1;2,5\n", [["a", "b,c"], ["1", "2,5"]]),
        ('"sep=;"\r\na;b\r\n1;2\r\n', [["a", "b"], ["1", "2"]]),
        ("\ufeffsep=\t\na\tb\n", [["a", "b"]]),
        ("SEP=|\na|b\n", [["a", "b"]]),
        ('a;b\n"x, y, z";1\n"p, q, r";2\n', [["a", "b"], ["x, y, z", "1"], ["p, q, r", "2"]]),
        ('"a;b;c;d",e\n1,2\n3,4\n', [["a;b;c;d", "e"], ["1", "2"], ["3", "4"]]),
        ("a, b, c;d\n1;2\n3;4\n5;6\n", [["a, b, c", "d"], ["1", "2"], ["3", "4"], ["5", "6"]]),
        ("a;b\n1,5;1.000,00\n2,5;3,0\n", [["a", "b"], ["1,5", "1.000,00"], ["2,5", "3,0"]]),
        ('a,b\n"x\n;;;;\ny",2\n3,4\n', [["a", "b"], ["x\n;;;;\ny", "2"], ["3", "4"]]),
        ('a,b\n"x ""y"" z",2\n', [["a", "b"], ['x "y" z', "2"]]),
        ("a\rb\r", [["a"], ["b"]]),
        ("slip\nx\n", [["slip"], ["x"]]),
        ("\n\n;;\na;b\n\n1;2\n", [["a", "b"], ["1", "2"]]),
        ("a\tb, c\td\n1\t2, 3\t4\n", [["a", "b, c", "d"], ["1", "2, 3", "4"]]),
        ("a|b\n1|2\n", [["a", "b"], ["1", "2"]]),
    ],
)
def test_the_separator_is_what_splits_all_rows_alike(text: str, rows: list[list[str]]) -> None:
    assert cells(text) == rows


CELL = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)


@given(
    st.lists(st.tuples(CELL, CELL, CELL), min_size=2, max_size=6),
    st.sampled_from(",;\t|"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"]),
)
@settings(deadline=None)
def test_whatever_is_saved_comes_back(rows: list[tuple[str, ...]], separator: str, encoding: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL).writerows([("name", "number", "slip"), *rows])
    content = out.getvalue().encode(encoding)
    kept = [list(row) for row in rows if any(cell.strip() for cell in row)]
    assert cells(content) == [["name", "number", "slip"], *kept]


NAMES = {
    "cp1252": "Prénom;Nom\nJürgen;Müller\nÉlodie;Lefèvre\nZoë;O’Neill\nIñaki;Núñez\nJoão;Gonçalves\n",
    "cp1250": "Imię;Nazwisko\nŁukasz;Żak\nMałgorzata;Wiśniewska\nJiří;Dvořák\nBéla;Szőcs\n",
    "cp1251": "Ім'я;Прізвище\nОлена;Шевченко\nЮрій;Ґалаґан\nИван;Петров\n",
    "mac_roman": "Vorname;Nachname\nJürgen;Müller\nRené;Königsdörfer\nFrançois;Lefèvre\n",
}


@pytest.mark.parametrize("page", NAMES)
def test_an_old_code_page_is_guessed_and_said(page: str) -> None:
    text = NAMES[page].replace("\n", f";slip\n{ONE};;\n", 1).replace(f"{ONE};;", f"x;y;{ONE}")
    roster = read_roster(text.encode(page), "list.csv")
    assert [cell for row in roster.rows for cell in row.cells if cell] == [
        cell for line in text.splitlines()[1:] for cell in line.split(";")[:2]
    ]
    (note,) = roster.notes
    assert page.replace("mac_roman", "Mac Roman") in note
    assert "UTF-8" in note


@pytest.mark.parametrize("content", [b"\xff", b"a,b\n\xff,x\n", bytes(range(128, 160)), b"\x81\x8d\x8f\x90\x9d"])
def test_what_makes_words_in_no_code_page_is_not_guessed(content: bytes) -> None:
    assert code_page_of(content) == ""
    with pytest.raises(UnreadableTable, match="UTF-8"):
        read_table(content, "list.csv")


@pytest.mark.parametrize("text", ["Müller", "Żak", "Олена Шевченко", "Lefèvre", "Núñez"])
@pytest.mark.parametrize("wrong", ["cp1252", "latin-1", "cp1250"])
def test_letters_that_were_changed_on_the_way_are_told(text: str, wrong: str) -> None:
    assert not is_garbled(text)
    assert is_garbled(text.encode().decode(wrong, errors="replace"))


@pytest.mark.parametrize("text", ["M?ller", "M\ufffdller", "Îëåíà Øåâ÷åíêî"])
def test_letters_that_were_lost_are_told(text: str) -> None:
    roster = read_roster(f"name,slip\nAda,{ONE}\n{text},{TWO}\n".encode(), "list.csv")
    assert roster.notes == (say("gradebook.garbled", file="list.csv", lines="3"),)


@pytest.mark.parametrize("text", ["Who? Me", "http://x.example/?a=b", "Åsa Ångström", "Ægir Þór", "Nguyễn Văn Ân", "?"])
def test_real_names_are_not_taken_for_changed_ones(text: str) -> None:
    assert not is_garbled(text)


MOODLE = {
    "en": "First name,Last name,ID number,Email address",
    "de": "Vorname,Nachname,ID-Nummer,E-Mail-Adresse",
    "fr": "Prénom,Nom de famille,Numéro d’identification,Adresse de courriel",
    "es": "Nombre,Apellido(s),Número de ID,Dirección de correo",
    "it": "Nome,Cognome,Numero ID,Indirizzo email",
    "pt": "Nome,Apelido,Número de identificação (ID),Endereço de e-mail",
    "pt_br": "Nome,Sobrenome,Número de identificação,Endereço de email",
    "pl": "Imię,Nazwisko,Numer ID,Adres e-mail",
    "uk": "Ім'я,Прізвище,Ідентифікаційний номер,Електронна пошта",
}


@pytest.mark.parametrize("language", MOODLE)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_moodle_s_columns_are_known_in_eight_languages(language: str, encoding: str) -> None:
    head = MOODLE[language].split(",")
    done = {learner_of(ONE): 50, learner_of(TWO): 100}
    text = f"{MOODLE[language]},slip\nAda,Zander,17,ada@school.example,{ONE}\nBo,Yi,18,,{TWO}\n"
    told = gradebook(read_roster(text.encode(encoding), "l.csv"), "moodle", "Read Twice", done)
    assert list(csv.reader(io.StringIO(told.text))) == [[head[3], "Read Twice"], ["ada@school.example", "50"]]
    assert told.left_out == (say("gradebook.no_user", file="l.csv", line=3),), "the class goes on"
    text = f"{','.join(head[:3])},slip\nAda,Zander,17,{ONE}\nBo,Yi,18,{TWO}\n"
    told = gradebook(read_roster(text.encode(encoding), "l.csv"), "moodle", "Read Twice", done)
    assert next(csv.reader(io.StringIO(told.text))) == [head[2], "Read Twice"]
    assert gradebook(read_roster(text.encode(), "l.csv"), "classroom", "R", done).text == "Ada Zander\t50\nBo Yi\t100\n"


@pytest.mark.parametrize(
    ("header", "made"),
    [
        ("Student,ID,SIS User ID,Section", "Student,ID,SIS User ID,SIS Login ID,Section"),
        ("student,id,section", "Student,ID,Section"),
        ("Student,ID,Notes,SIS Login ID,Section", "Student,ID,SIS Login ID,Section"),
        ("Student,ID,SIS Login ID,SIS User ID,Section", "Student,ID,SIS User ID,SIS Login ID,Section"),
        ("LastName,FirstName,ID,Section", "LastName,FirstName,ID,Section"),
        ("Student,ID,SIS User ID,SIS Login ID,Integration ID,Root Account,Section", ""),
    ],
)
def test_canvas_gets_columns_that_its_importer_takes(header: str, made: str) -> None:
    names = header.split(",")
    values = ["17" if name.lower() == "id" else f"x{place}" for place, name in enumerate(names)]
    text = f"{header},slip\n{','.join(values)},{ONE}\n"
    told = gradebook(read_roster(text.encode(), "l.csv"), "canvas", "Read Twice", {learner_of(ONE): 50})
    head, _, row = list(csv.reader(io.StringIO(told.text)))
    assert head[:-1] == (made or header).split(",")
    assert [dict(zip(head, row, strict=True))[name] for name in head if name in names] == [
        values[names.index(name)] for name in head if name in names
    ]
    is_said = say("gradebook.header_mended", file="l.csv", columns=", ".join(head[:-1])) in told.left_out
    assert is_said == bool(made and made != header)


@pytest.mark.parametrize("value", ["2.02604E+11", "2,02604E+11", "1E+05", "202604123456789000"])
def test_ids_that_a_spreadsheet_spoilt_are_told_and_grade_nobody_else(value: str) -> None:
    text = f'Student;ID;SIS User ID;Section;slip\nAda;101;"{value}";10b;{ONE}\nBo;102;"{value}";10b;{TWO}\n'
    notes = read_roster(text.encode(), "l.csv").notes
    assert notes == (
        say("gradebook.spoilt", file="l.csv", lines="2, 3", column="SIS User ID", value=value),
        say("gradebook.id_twice", file="l.csv", lines="2, 3", column="SIS User ID", value=value),
    )
    done = {learner_of(ONE): 50, learner_of(TWO): 100}
    text = f'Student;ID;Section;slip\nAda;"{value}";10b;{ONE}\nBo;102;10b;{TWO}\n'
    told = gradebook(read_roster(text.encode(), "l.csv"), "canvas", "R", done)
    assert [row[0] for row in csv.reader(io.StringIO(told.text))][2:] == ["Bo"]
    assert say("gradebook.spoilt_left_out", file="l.csv", line=2, column="ID") in told.left_out
    text = f'ID number;Username;slip\n"{value}";ada;{ONE}\n"{value}";bo;{TWO}\n'
    told = gradebook(read_roster(text.encode(), "l.csv"), "moodle", "R", done)
    assert told.text == "Username,R\nada,50\nbo,100\n", "another column tells them apart"
    told = gradebook(read_roster(text.replace("Username", "Nick").encode(), "l.csv"), "moodle", "R", done)
    assert told.text == "ID number,R\n"
    assert len(told.left_out) == 2


@pytest.mark.parametrize(
    "sign", ["\u200b", "\u2800", "\u3164", "\u180e", "\u2060", "\ufeff", "\u00ad", "\u3000", "\u115f"]
)
@pytest.mark.parametrize("formula", ["=1+1", "+1+1", "﹦1+1", "⁼1+1"])
def test_a_sign_that_does_not_show_hides_no_formula(sign: str, formula: str) -> None:
    text = f'Student,ID,Section,slip\n"{sign}{formula}",17,"a;{sign}{formula}",{ONE}\n'
    made = gradebook(read_roster(text.encode(), "l.csv"), "canvas", "R", {}).text
    row = list(csv.reader(io.StringIO(made)))[2]
    assert row[0] == f"'{sign}{formula}"
    assert row[2] == f"a;'{sign}{formula}"


@pytest.mark.parametrize("end", ["\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_no_line_end_in_a_cell_splits_a_row(end: str) -> None:
    text = f'Student,ID,Section,slip\n"Ada{end}=1+1",17,10b,{ONE}\n'
    made = gradebook(read_roster(text.encode(), "l.csv"), "canvas", "R", {}).text
    assert len(made.splitlines()) == 3
    assert "Ada =1+1" in made


def sheet_of(rows: list[list[object]], later: list[list[object]] | None = None, **parts: bytes) -> bytes:
    """A spreadsheet as openpyxl writes it, with a second sheet, and with parts put in its place."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if later:
        second = book.create_sheet("Answers")
        for row in later:
            second.append(row)
    out = io.BytesIO()
    book.save(out)
    if not parts:
        return out.getvalue()
    changed = io.BytesIO()
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name.rpartition("/")[2].partition(".")[0], old.read(name)))
    return changed.getvalue()


def test_a_spreadsheet_of_answers_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes = [code_of(record_of(tmp_path, learners.careful, seed), "before") for seed in range(3)]
    content = sheet_of(
        [["Id", "Start time", "Paste your code"], *([seed, None, one] for seed, one in enumerate(codes))]
    )
    found = collect_contents([("answers.xlsx", content)], known_sets())
    assert (len(found.learners), found.rejected) == (3, ())
    roster = sheet_of(
        [["Student", "ID", "Section", "slip"], ["Ada", 202604123456.0, "10b", ONE], ["Bo", 7, None, None]]
    )
    assert [row.cells for row in read_roster(roster, "l.xlsx").rows] == [
        ("Ada", "202604123456", "10b"),
        ("Bo", "7", ""),
    ]
    later = sheet_of([], later=[["Name", "slip"], ["Ada", ONE]])
    assert [row.slip for row in read_roster(later, "l.xlsx").rows] == [ONE]
    table = tmp_path / "long.xlsx"
    table.write_bytes(sheet_of([["learner", "item", "correct"], ["a", "x", 1], ["b", "x", False]]))
    assert main(["items", str(table)]) == 0
    assert "x: 1 of 2 right" in capsys.readouterr().out


@pytest.mark.long
@pytest.mark.parametrize(
    "parts",
    [
        {"sheet1": b"<x>"},
        {"sheet1": b"\x00" * 30_000_000},
        {"styles": b"<styleSheet>" + b" " * 2_000_000 + b"</styleSheet>"},
        {"sheet1": b'<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'},
        {"workbook": b"<workbook/>"},
        {
            "sheet1": b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
            b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
        },
    ],
)
def test_a_hostile_spreadsheet_costs_little_and_is_named(parts: dict[str, bytes]) -> None:
    content = sheet_of([["a"]], **parts)
    (one,) = collect_contents([("a.xlsx", content)], known_sets()).rejected
    assert one.reason in (say("collect.kind.spreadsheet"), say("collect.nothing"))


def test_without_the_package_a_sentence_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "has_reader", lambda: False)
    content = b"PK\x03\x04 xl/workbook.xml"
    with pytest.raises(RosterError) as caught:
        read_roster(content, "l.xlsx")
    assert str(caught.value) == say("tables.no_reader", file="l.xlsx")
    (one,) = collect_contents([("a.xlsx", content)], known_sets()).rejected
    assert one.reason == say("collect.kind.spreadsheet")


LONG = ["learner", "item", "correct", "choice"]


@pytest.mark.parametrize(
    "text",
    [
        '"learner","item","correct","choice"\n"a","1",TRUE,"x"\n"a","2",NA,NA\n"b","1",FALSE,NA\n',
        "sep=;\nlearner;item;correct;choice\na;1;1,0;x\na;2;NaN;\nb;1;0,00;\n",
        "learner\titem\tcorrect\tchoice\na\t1\tWAHR\tx\na\t2\t#N/A\t\nb\t1\tFALSCH\t\n",
        "learner,item,correct,choice\r\n\r\na,1,VRAI,x\r\na,2,.,\r\nb,1,FAUX,\r\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_long_table_is_read_as_r_and_spreadsheets_write_it(
    text: str, encoding: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "t.csv").write_bytes(text.encode(encoding))
    assert main(["items", str(tmp_path / "t.csv")]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("1: 1 of 2 right")
    assert "chosen by 1" in told.out
    assert "NA" not in told.out
    assert "\n2: " not in told.out
    assert told.err == ""


def test_a_guess_at_a_long_table_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "".join(f"l{number},x,{number % 2}\n" for number in range(20_000))
    (tmp_path / "t.csv").write_bytes((f"learner,item,correct\n{rows}Jürgen,x,1\n").encode("cp1252"))
    assert main(["items", str(tmp_path / "t.csv")]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("x: 10001 of 20001 right")
    assert "cp1252" in told.err
    (tmp_path / "u.csv").write_bytes(b"learner,item,correct\n" + b"x" * 3_000_000)
    assert main(["items", str(tmp_path / "u.csv")]) == 1
    assert "a line is far too long" in capsys.readouterr().err


def test_negative_alpha_is_explained_and_no_error_exceeds_the_spread(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "t.csv").write_text("learner,item,correct\na,1,1\na,2,0\nb,1,0\nb,2,1\nc,1,1\nc,2,0\nd,1,1\nd,2,1\n")
    assert main(["items", str(tmp_path / "t.csv")]) == 0
    told = capsys.readouterr().out
    assert "KR-20 -2.67, SEM 0.43\nKR-20 below 0: " in told
