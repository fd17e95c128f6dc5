"""Slips for a teacher's list: everybody gets one, nobody two, and the platform's own columns stay as they are."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.classroom.gradebooks.roster import RosterError, read_roster
from readtwice.classroom.slips.assigned import MOST_NAMES, assign_lists, assign_names
from readtwice.classroom.slips.sheet import sheet_of
from readtwice.record import new_slips, read_slip
from readtwice.words import say


def rows(table: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table)))


CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Read Twice (17)\n"
    "    Points Possible,,,,,100\n"
    '"Zander, Ada",17,s17,ada,10b,\n'
    "Bo,18,s18,bo,10b,50\n"
    '"Student, Test",19,,5f0c,10b,\n'
)
MOODLE = "First name;Last name;Email address\nAda;Zander;ada@school.example\nBo;Li;bo@school.example\n"
CLASSROOM = (
    "Last Name,First Name,Email Address,Essay\nDate,,,2026-11-20\nPoints,,,100\n"
    "Zander,Ada,ada@school.example,80\nPoints,Bo,bo@school.example,70\n"
)


@pytest.mark.parametrize(
    ("text", "names", "left"),
    [
        (CANVAS, ["Zander, Ada", "Bo"], "2 (Points Possible), 5 (Student, Test)"),
        (MOODLE, ["Ada Zander", "Bo Li"], ""),
        (CLASSROOM, ["Ada Zander", "Bo Points"], "2 (Date), 3 (Points)"),
    ],
    ids=["Canvas", "Moodle", "Google Classroom"],
)
def test_a_platform_s_own_list_comes_back_with_one_column_more(text: str, names: list[str], left: str) -> None:
    made = assign_lists([("list.csv", text.encode())])
    assert [name for name, _ in made.slips] == names
    assert len({read_slip(slip) for _, slip in made.slips}) == len(names)
    separator = ";" if ";" in text else ","
    before, after = list(csv.reader(io.StringIO(text), delimiter=separator)), rows(made.table)
    assert [row[:-1] for row in after] == before
    assert after[0][-1] == "slip"
    assert sum(bool(row[-1]) for row in after[1:]) == len(names)
    assert [row.slip for row in read_roster(made.table.encode(), "back.csv").rows if row.slip] == [
        slip for _, slip in made.slips
    ], "the gradebook takes it in"
    assert (say("slips.no_learners", file="list.csv", lines=left) in made.notes) == bool(left)


def test_a_slip_that_stands_there_stays_and_nobody_else_gets_it() -> None:
    (old,) = new_slips(1)
    table = "name,slip\n" + f"Ada,{old}\n" + "".join(f"learner {n},\n" for n in range(40))
    made = assign_lists([("list.csv", table.encode())])
    slips = [slip for _, slip in made.slips]
    assert slips[0] == old
    assert len(set(slips)) == 41


def test_two_lists_are_one_where_their_columns_are_the_same() -> None:
    one, two = ("a.csv", b"name,class\nAda,a\n"), ("b.csv", b"name,class\nBo,b\n")
    assert [name for name, _ in assign_lists([one, two]).slips] == ["Ada", "Bo"]
    with pytest.raises(RosterError, match=r"c\.csv"):
        assign_lists([one, ("c.csv", b"class,name\na,Ada\n")])


@given(st.lists(st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1).filter(str.strip)))
def test_each_pasted_name_gets_a_slip_of_its_own(names: list[str]) -> None:
    if not names:
        with pytest.raises(ValueError, match=r"1 to"):
            assign_names(" \n\t\n")
        return
    made = assign_names("\n".join(names))
    assert len({slip for _, slip in made.slips}) == len(names)
    assert len(rows(made.table)) == len(names) + 1
    page = sheet_of(made.slips)
    assert page.count("<li>") == len(names)
    assert "<script" not in page


@pytest.mark.parametrize("name", ["=1+1", "@SUM(A1)", "<img src=x onerror=alert(1)>", "\u202eadA"])
def test_a_hostile_name_does_nothing(name: str) -> None:
    made = assign_names(name)
    ((_, (cell, _)),) = [(0, row) for row in rows(made.table)[1:]]
    assert cell[0] not in "=@\u202e"
    assert "<img" not in sheet_of(made.slips)


def test_a_list_of_nobody_and_a_list_without_end_are_refused() -> None:
    with pytest.raises(RosterError, match=r"x\.csv"):
        assign_lists([("x.csv", b"Student,ID,Section\n    Points Possible,,\n")])
    with pytest.raises(ValueError, match=r"1 to"):
        assign_names("a\n" * (MOST_NAMES + 1))


@pytest.mark.parametrize(
    "heading",
    [
        *("Last name,First name", "Nachname,Vorname", "Name,Vorname", "Nom,Prénom", "Apellidos,Nombre"),
        *("Cognome,Nome", "Nazwisko,Imię", "Efternamn,Förnamn", "Achternaam,Voornaam", "Příjmení,Jméno"),
        *("Soyadı,Adı", "Прізвище,Ім'я", "Surname,Forename", "Family name,Given names", "Surname,Preferred name"),
        *("Familienname,Rufname", "last_name,first_name", "Legal last name,Legal first name", "Pupil surname,Forename"),
    ],
)
def test_both_parts_of_a_name_are_found_under_headings_of_many_languages(heading: str) -> None:
    text = heading + '\nMüller,Zoë\n\nMüller,Zoë\n"de la Cruz, Jr",Ana\n'
    wanted = ["Zoë Müller", "Zoë Müller", "Ana de la Cruz, Jr"]
    assert [name for name, _ in assign_lists([("list.csv", text.encode())]).slips] == wanted
    pasted = assign_names(heading.replace(",", "\t") + "\nMüller\tZoë\n\nMüller\tZoë\n")
    assert [name for name, _ in pasted.slips] == wanted[:2]


@pytest.mark.parametrize(
    "heading",
    [
        *("Pupil", "Learner", "Full name", "Sortable Name", "full_name", "Student Name (Last, First)", "Name, Vorname"),
        *("Nachname/Vorname", "Vor- und Nachname", "Schüler/in", "Nom et prénom", "Imię i nazwisko", "Ad Soyad"),
    ],
)
def test_a_whole_name_is_found_under_headings_as_schools_have_them(heading: str) -> None:
    made = assign_lists([("list.csv", f"Nr;{heading};Mail\n1;Müller, Zoë;z@school.example\n".encode())])
    assert [name for name, _ in made.slips] == ["Müller, Zoë"]
    assert made.notes == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Zoë Müller\nAda L\n", ["Zoë Müller", "Ada L"]),
        ("Müller,Zoë,10b\nLi,Bo,10b\n", ["Zoë Müller", "Bo Li"]),
        ("Ada,ada@school.example\nBo,bo@school.example\n", ["Ada", "Bo"]),
        ("1,Müller,Zoë\n2,Li,Zoë\n", ["Zoë Müller", "Zoë Li"]),
        ("1;Zoë Müller\n2;Bo Li\n", ["Zoë Müller", "Bo Li"]),
        ("Adi;Klein\nZoë;Müller\n", ["Klein Adi", "Müller Zoë"]),
        ("Group 1\nGroup 2\n", ["Group 1", "Group 2"]),
    ],
)
def test_nobody_is_lost_from_a_list_without_headings(text: str, names: list[str]) -> None:
    made = assign_lists([("list.csv", text.encode())])
    assert [name for name, _ in made.slips] == names
    assert made.notes == (say("slips.no_heading", file="list.csv"),)
    assert len(read_roster(made.table.encode(), "back.csv").rows) == len(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Name\nMüller, Zoë\n\n  Ada  Li \nAda Li\n", ["Müller, Zoë", "Ada Li", "Ada Li"]),
        ("Schülerin\r\n1. Ada\r\n2) Bo\r\n- Cem\r\n• Dana", ["Ada", "Bo", "Cem", "Dana"]),
        ("Datum\nPunkte\nAda\nBo", ["Ada", "Bo"]),
        ("Ada Date\nPoints Bo", ["Ada Date", "Points Bo"]),
        ("Nachname;Vorname\nO'Neil;Ann", ["Ann O'Neil"]),
        ("1\tBerg\tAnna\n2\tLi\tBo", ["Anna Berg", "Bo Li"]),
        ("1. Berg\tAnna\n2. Li\tBo", ["Anna Berg", "Bo Li"]),
        ("1;Berg;Anna\n2;Li;Bo", ["Berg;Anna", "Li;Bo"]),
        ("Student, Test\nBerg, Anna\nTest Student", ["Berg, Anna"]),
        ("Class 10a\nPupils\nAda", ["Ada"]),
        ("Adi\nBo", ["Adi", "Bo"]),
    ],
)
def test_headings_and_numbers_among_pasted_names_are_no_learners(text: str, names: list[str]) -> None:
    assert [name for name, _ in assign_names(text).slips] == names


@pytest.mark.parametrize(("date", "points"), [("Date", "Points"), ("Datum", "Punkte"), ("Fecha", "Puntos")])
def test_rows_of_google_on_dates_and_points_are_no_learners_in_its_languages(date: str, points: str) -> None:
    text = f"Nachname,Vorname,E-Mail,Essay\n{date},,,2026-01-01\n{points},,,100\nLi,Bo,bo@school.example,\n"
    made = assign_lists([("list.csv", text.encode())])
    assert [name for name, _ in made.slips] == ["Bo Li"]
    assert made.notes == (say("slips.no_learners", file="list.csv", lines=f"2 ({date}), 3 ({points})"),)


@pytest.mark.parametrize(
    ("above", "left"),
    [
        ("Class 10b;;\n", "1 (Class 10b)"),
        ("Class 10b\n", "1 (Class 10b)"),
        ("School;Mrs Ray;\n\nPupils;;\n", "1 (School Mrs Ray), 3 (Pupils)"),
    ],
)
def test_titles_above_the_headings_are_named_and_get_no_slip(above: str, left: str) -> None:
    made = assign_lists([("list.csv", f"{above}Nr;Name;Vorname\n1;Berg;Anna\n2;Koch;Ben\n".encode())])
    assert [name for name, _ in made.slips] == ["Anna Berg", "Ben Koch"]
    assert made.notes == (say("slips.no_learners", file="list.csv", lines=left),)
    assert rows(made.table)[0] == ["Nr", "Name", "Vorname", "slip"], "the gradebook takes it in"


@pytest.mark.parametrize(
    ("text", "names", "note"),
    [
        ("Class 10a\nAda\nClass 10b\nBo", ["Ada", "Bo"], ("no_learners", "1 (Class 10a), 3 (Class 10b)")),
        ("Class 10b\n1\tBerg\tAnna", ["Anna Berg"], ("no_learners", "1 (Class 10b)")),
        ("Pupils\nAda", ["Ada"], ("no_learners", "1 (Pupils)")),
        ("10b\nAda\nBo", ["10b", "Ada", "Bo"], ("no_heading", "")),
        ("Ada Li\nBo\nada  li", ["Ada Li", "Bo", "ada li"], ("alike", "1, 3")),
    ],
)
def test_whatever_is_odd_among_pasted_names_is_said(text: str, names: list[str], note: tuple[str, str]) -> None:
    made = assign_names(text)
    assert [name for name, _ in made.slips] == names
    key, lines = note
    assert say(f"slips.{key}", file=say("slips.pasted"), lines=lines) in made.notes


def test_two_of_one_name_stay_two_and_are_told() -> None:
    made = assign_lists([("list.csv", b"Surname,Given\nBerg,Anna\nBerg,Ben\n")])
    assert len({slip for _, slip in made.slips}) == 2
    assert made.notes == (say("slips.alike", file="list.csv", lines="2, 3"),)


def test_a_learner_with_a_slip_is_one_by_any_name() -> None:
    (slip,) = new_slips(1)
    made = assign_lists([("list.csv", f"Name,slip\nTest Student,{slip}\n".encode())])
    assert made.slips == (("Test Student", slip),)
