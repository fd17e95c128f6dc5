"""What a class really hands in: platforms' zips, forms' tables, chats; and what counts where things come twice."""

from __future__ import annotations

import csv
import io
import os
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtwice.classroom.collecting.collect import Collected, Reading, collect, collect_contents, how_counted
from readtwice.classroom.reporting.first_answers import first_answers
from readtwice.pack import load_pack
from readtwice.page.kept import TALK
from readtwice.record import Event, Record, encode, form_set, known_sets, learner_of, new_slips, progress_text
from readtwice.record.card_sets import revisions_that_count
from readtwice.record.result_code import ANSWERS, beginning, length
from readtwice.words import say
from tests.classroom.classes import FORM, code_of, progress_of, record_of, zip_of
from tests.publish import learners
from tests.systems import on_posix

SETS = tuple(known_sets())
LEARNER = "0123456789"
BEFORE = form_set(load_pack(FORM), "first", "before").of(LEARNER)
CODE = encode(BEFORE, LEARNER, [ANSWERS[1 + place % 5] for place in range(8)])


def read(*contents: tuple[str, bytes | str]) -> Collected:
    return collect_contents([(name, one.encode() if isinstance(one, str) else one) for name, one in contents], SETS)


def test_every_code_begins_with_its_sets_own_six_characters() -> None:
    for cards in SETS:
        code = encode(cards, LEARNER, [ANSWERS[1]] * len(cards.items)).replace("-", "")
        assert code[:6] == beginning(cards)
        assert len(code) == length(cards)
    assert len({beginning(cards) for cards in SETS}) == len(SETS)


AS_TYPED: dict[str, Callable[[str], str]] = {
    "small letters": str.lower,
    "no hyphens": lambda code: code.replace("-", ""),
    "spaces": lambda code: code.replace("-", " "),
    "line breaks": lambda code: code.replace("-", "\r\n"),
    "a mail that was quoted": lambda code: f"> {code[:14]}\n> {code[14:]}",
    "spaces that do not break": lambda code: code.replace("-", "\xa0"),
    "O for 0, l for 1": lambda code: code.replace("0", "O").replace("1", "l"),
    "o and i": lambda code: code.replace("0", "o").replace("1", "i"),
    "quotation marks": lambda code: f"“{code}”",
    "words around it": lambda code: f"here is mine this time: {code.replace('-', ' ')} have fun",
    "bold": lambda code: f"**`{code}`**",
    "no space after it": lambda code: f"{code}.thanks",
    "a word glued on": lambda code: f"{code}thanks",
    "wide characters": lambda code: "".join(chr(ord(one) + 0xFEE0) for one in code),
    "a Cyrillic keyboard": lambda code: code.translate(str.maketrans("ABEKMHPCTX", "АВЕКМНРСТХ")).lower(),
    "invisible characters": lambda code: "\u200b".join(code),
    **{f"dash U+{ord(dash):04X}": lambda code, dash=dash: code.replace("-", dash) for dash in "‐‑‒–—―−"},  # type: ignore[misc]
}


@pytest.mark.parametrize("name", AS_TYPED)
def test_a_code_is_found_however_it_is_typed(name: str) -> None:
    found = read(("", f"10:02 Ada: {AS_TYPED[name](CODE)}\n10:03 Bo: ok"))
    assert found.rejected == ()
    assert [event.sureness for event in found.learners[LEARNER]] == [ANSWERS[1 + place % 5] for place in range(8)]


@given(
    st.lists(st.sampled_from(["-", " ", "\n", "–", "", " - "]), min_size=23, max_size=23),
    st.booleans(),
    st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=200),
)
@settings(max_examples=150, deadline=None)
def test_any_mixture_of_separators_is_read(between: list[str], small: bool, before: str) -> None:
    plain = CODE.replace("-", "")
    typed = "".join(map("".join, zip(plain, [*between, ""], strict=True)))
    found = read(("", f"{before}\n{typed.lower() if small else typed}\n".encode("utf-8", "surrogatepass")))
    assert LEARNER in found.learners or before.strip().startswith("{")


NO_CODES = (
    "DE89 3704 0044 0532 0130 00",
    "4111 1111 1111 1111 1111 1111",
    "6fa459ea-ee8a-3ca4-894e-db77e160355e",
    "2026-11-24 10:01:07",
    "+49 170 1234 5678 9012 3456",
    "https://docs.google.com/forms/d/e/1FAIpQLSd3Zp8kXyZabcdefghij/viewform",
    "507f1f77bcf86cd799439011",
)


@pytest.mark.parametrize("text", NO_CODES)
def test_other_numbers_and_addresses_are_not_taken_for_codes(text: str) -> None:
    found = read(("chat.txt", f"{text}\n{CODE}\n{text}"))
    assert list(found.learners) == [LEARNER]
    assert found.rejected == ()


def test_a_code_that_is_off_is_told_with_its_line_and_what_is_wrong() -> None:
    other = "X" if CODE[-1] != "X" else "Y"
    found = read(("chat.txt", f"hello\n{CODE[:-1]}{other}\n{CODE[:-2]}\nA{CODE[1:]}\n{CODE}\n"))
    told = {one.where: one.reason for one in found.rejected}
    assert told == {
        "file 1 (.txt), line 2": say("code_trouble.one_off", place=24),
        "file 1 (.txt), line 3": say("code_trouble.length", expected=24, count=22),
        "file 1 (.txt), line 4": say("code_trouble.one_off", place=1),
    }
    assert list(found.learners) == [LEARNER], "and the code in the line after it counts"


GOOGLE = ["Timestamp", "Email Address", "What is your name?", "Paste your code"]
MICROSOFT = ["Id", "Start time", "Completion time", "Email", "Name", "Paste your code"]


def table(header: list[str], rows: list[list[str]], delimiter: str = ",") -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerows([header, *rows])
    return out.getvalue()


RESPONSES = {
    "google": table(GOOGLE, [["11/24/2026 10:01:07", "ada@school.example", "Ada Zander", CODE]]),
    "google, broken lines in the cell": table(GOOGLE, [["", "", "", CODE.replace("-", "\n")]]),
    "microsoft": table(MICROSOFT, [["1", "11/24/26 10:01:07", "11/24/26 10:04:12", "anonymous", "", CODE.lower()]]),
    "semicolons": table(MICROSOFT, [["1", "24.11.26 10:01", "", "anonymous", "Bo; Zö", CODE]], ";"),
    "tabs": table(GOOGLE, [["", "", "", CODE]], "\t"),
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("name", RESPONSES)
def test_the_responses_of_a_form_are_read_as_platforms_and_excel_save_them(name: str, encoding: str) -> None:
    found = read(("Class 7b (Responses).csv", RESPONSES[name].encode(encoding)))
    assert found.rejected == ()
    assert len(found.learners[LEARNER]) == 8


def test_a_row_without_a_code_is_told_and_every_other_row_counts() -> None:
    rows = [["1", "", "Ada", "I lost it"], ["2", "", "Bo", CODE], ["", "", "", ""]]
    found = read(("form.csv", table(GOOGLE, rows)))
    assert [(one.where, one.reason) for one in found.rejected] == [
        ("file 1 (.csv), row 2", say("collect.no_code_in_row"))
    ]
    assert list(found.learners) == [LEARNER]


def test_a_table_of_names_is_no_table_of_responses() -> None:
    found = read(("roster.csv", "Student,ID\nAda,1\nBo,2\n"))
    assert [(one.where, one.reason) for one in found.rejected] == [("file 1 (.csv)", say("collect.nothing"))]


def test_one_row_that_claims_to_be_the_whole_class_does_not_count() -> None:
    codes = [encode(BEFORE, f"{number:010x}", [ANSWERS[5]] * 8) for number in range(40)]
    found = read(("form.csv", table(GOOGLE, [["", "", "", " ".join(codes)], ["", "", "", CODE]])))
    assert list(found.learners) == [LEARNER]
    assert [one.reason for one in found.rejected] == [say("collect.many_in_row", most=4)]


def test_platforms_zips_are_read_and_what_the_computer_added_is_passed_over(tmp_path: Path) -> None:
    one, two, three, four = (record_of(tmp_path, learners.careful, seed) for seed in range(4))
    moodle = zip_of(
        **{
            "Ada Zander_12345_assignsubmission_file_/progress.jsonl": progress_of(one),
            "Bo Yi_12346_assignsubmission_onlinetext_/onlinetext.html": f"<p>my&nbsp;code {code_of(two, 'before')}",
        }
    )
    canvas = zip_of(
        **{
            "zanderada_12345_67890_progress-1.jsonl": progress_of(three),
            "yibo_LATE_12346_67891_text.html": f"<b>{code_of(four, 'after').replace('-', '<wbr>-')}",
            "__MACOSX/._zanderada_12345_67890_progress-1.jsonl": b"\0\5\x16\7",
            ".DS_Store": b"\0\0\0\1Bud1",
            "Takeout/Classroom/Thumbs.db": b"\xd0\xcf",
            "folder/": "",
        }
    )
    found = read(("7b-Assignment-1234.zip", moodle), ("submissions.zip", canvas))
    assert found.rejected == ()
    assert set(found.learners) == {record.learner for record in (one, two, three, four)}


ODS = io.BytesIO()
with zipfile.ZipFile(ODS, "w") as archive:
    archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")

OTHERS = {
    "lesson.ipynb": (b'{"cells": [], "nbformat": 4, "nbformat_minor": 5}', "kind.notebook"),
    "lesson.json": (b'{\n "cells": [],\n "metadata": {},\n "nbformat": 4\n}', "kind.notebook"),
    "screen.png": (b"\x89PNG\r\n\x1a\n\0", "kind.picture"),
    "photo.jsonl": (b"\xff\xd8\xff\xe0\0\x10JFIF", "kind.picture"),
    "photo.heic": (b"\0\0\0\x18ftypheic", "kind.picture"),
    "print.pdf": (b"%PDF-1.7\n", "kind.document"),
    "code.docx": (zip_of(**{"[Content_Types].xml": "x", "word/document.xml": CODE}), "kind.document"),
    "form.xlsx": (zip_of(**{"[Content_Types].xml": "x", "xl/workbook.xml": CODE}), "kind.spreadsheet"),
    "form.ods": (ODS.getvalue(), "kind.spreadsheet"),
    "old.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "kind.document"),
    "work.tar": (b"progress.jsonl".ljust(257, b"\0") + b"ustar", "kind.archive"),
    "work.7z": (b"7z\xbc\xaf\x27\x1c", "kind.archive"),
    "work.jsonl": (b"\x1f\x8b\x08\0", "kind.archive"),
    "empty.zip": (zip_of(), "nothing"),
    "empty.txt": (b"", "nothing"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_kinds_of_file_are_told_what_to_hand_in_instead(name: str) -> None:
    content, key = OTHERS[name]
    found = read((name, content))
    assert [one.reason for one in found.rejected] == [say(f"collect.{key}")]
    assert found.learners == {}
    assert read(("class.zip", zip_of(**{name: content}))).rejected, "and inside a zip"


def test_no_name_of_a_file_is_in_what_may_be_projected(tmp_path: Path) -> None:
    bad = "Ada Zander_12345_assignsubmission_file_/ada.zander"
    folder = tmp_path / "Class of Ms Zander"
    (folder / "Ada Zander_1").mkdir(parents=True)
    (folder / "Ada Zander_1" / "Ada.Zander").write_bytes(b"x")
    (folder / "Ada.zip").write_bytes(zip_of(**{bad: "x", "zander.csv": f"Zander,{CODE[:-1]}", "ok.txt": CODE}))
    (folder / "Ada.txt").symlink_to("nowhere")
    found = collect([folder, tmp_path / "Ada.jsonl"], SETS)
    assert len(found.rejected) == 5
    shown = repr(found) + " ".join(f"{one.where} {one.reason}" for one in found.rejected).lower()
    assert "zander" not in shown
    assert "ada" not in shown
    assert all("da" in found.full_name(one) for one in found.rejected), "the teacher's own screen has the names"
    assert [one.where for one in found.rejected] == [
        "file 1 (.txt)",
        "file 2 (.zip), entry 1 (another ending)",
        "file 2 (.zip), entry 3 (.csv), row 1",
        "file 3 (another ending)",
        "file 4 (.jsonl)",
    ]


def test_a_name_does_nothing_on_the_teachers_screen() -> None:
    found = read(("a\nb\x1b[2J\u202e.txt", "x"))
    assert [found.full_name(one) for one in found.rejected] == ["a b[U+001B][2J[U+202E].txt"]


@on_posix
def test_links_and_pipes_in_a_folder_are_named_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text(CODE)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "code.txt").write_text(CODE)
    folder = tmp_path / "handed-in"
    folder.mkdir()
    (folder / "a.txt").symlink_to(tmp_path / "outside.txt")
    (folder / "b").symlink_to(tmp_path / "outside", target_is_directory=True)
    (folder / "c").symlink_to(folder, target_is_directory=True)
    os.mkfifo(folder / "d.jsonl")
    found = collect([folder], SETS)
    assert found.learners == {}
    assert [one.reason for one in found.rejected] == [say("collect.link")] * 3 + [say("collect.no_plain_file")]
    assert list(collect([folder / "a.txt"], SETS).learners) == [LEARNER], "what a teacher names is read"


def test_no_more_is_read_than_a_file_had(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that grows while it is read, or a system's file of no size that never ends, does not hold up the class."""
    path = tmp_path / "endless.txt"
    path.touch()
    plain = Path.stat(path)
    path.write_text("x" * 50_000)
    monkeypatch.setattr(Path, "stat", lambda _self, **_how: plain)
    asked: list[bytes] = []
    reading = Reading(tuple(known_sets()))
    monkeypatch.setattr(reading, "_content", lambda _where, _name, content: asked.append(content))
    reading.path(path, path.name, follow=False)
    assert asked == [b""]


def test_a_progress_file_is_read_as_editors_and_platforms_save_it(tmp_path: Path) -> None:
    record = record_of(tmp_path, learners.careful, 1)
    text = progress_of(record)
    whole = read(("a.jsonl", text)).learners
    for content in (
        text.rstrip("\n").encode(),
        text.replace("\n", "\r\n").encode("utf-8-sig"),
        text.replace("\n", "\r").encode(),
        text.encode("utf-16"),
        (text + "\n\n").encode(),
        text.encode() + bytes(4096),  # as a machine that lost its power leaves a file
        text.rstrip("\n").encode("utf-16") + bytes(6),
    ):
        assert read(("progress (1).txt", content)) == Collected(whole, ())
    cut = read(("a.jsonl", text[:-20]))
    assert [one.reason for one in cut.rejected] == [say("record.cut_off")]
    assert len(cut.learners[record.learner]) == 15


def test_a_file_counts_before_a_code_and_a_fuller_code_before_another() -> None:
    answers = [ANSWERS[1 + place % 5] for place in range(8)]
    changed = [ANSWERS[5], *answers[1:]]
    half = [ANSWERS[4], *[""] * 7]
    codes = [encode(BEFORE, LEARNER, one) for one in (changed, half)]
    for order in (codes, codes[::-1]):
        found = read(("", "\n".join(order)))
        firsts = {event.item: event.sureness for event in reversed(found.learners[LEARNER])}
        assert [firsts[item.id] for item in BEFORE.items] == changed
        assert (found.repeated, found.disagreeing) == (1, 0), "both taps say that it does not hold up"
    event = Event(
        "x", LEARNER, FORM, BEFORE.items[0].id, 1, "before", ["no_clash"], "think_so", 0, 1, "2026-11-24T10:00:00.000Z"
    )
    found = read(("", codes[0]), ("a.jsonl", progress_text([event])))
    assert found.learners[LEARNER][0] == event
    assert found.disagreeing == 1
    assert how_counted(found) == [
        say("collect.rule"),
        say("collect.repeated", count=1),
        say("collect.disagreeing", count=1),
    ]


def test_an_answer_to_earlier_words_of_a_state_counts_as_one_of_today() -> None:
    """Its key is the same, and whoever began before the words changed has left no card out."""
    counted = revisions_that_count(SETS)
    assert {pack for pack, _, _ in counted} >= {"form-a", "form-b", "fresh-text", "short-stories"}
    [mine] = read(("a.jsonl", saved(sorted(counted)))).learners.values()
    assert {(one.pack, one.item): one.revision for one in mine} == {
        (pack, item): today for (pack, item, _), today in counted.items()
    }
    [[strange]] = read(("a.jsonl", saved([("form-a", "ferry-starter-3", 9)]))).learners.values()
    assert strange.revision == 9, "words that no version had"


def saved(items: Sequence[tuple[str, str, int]]) -> str:
    """A progress file with an answer to each item: its pack, its id and the revision that was answered."""
    when = "2026-11-23T14:32:05.123Z"
    events = (
        Event(f"e{n}", LEARNER, pack, item, revision, "before", ["undetermined"], "cant_tell", time=when)
        for n, (pack, item, revision) in enumerate(items)
    )
    return "".join(event.to_line() + "\n" for event in events)


def test_who_answered_half_a_form_in_earlier_words_has_finished_it() -> None:
    """A code that the version before made; one of its cards stood in a state that reads otherwise now."""
    code = "70C0-S9G0-65QD-RP32-DPEC-97CM"
    answers = first_answers(read(("", code)), {"form-a": load_pack("form-a")})
    assert len(answers) == 8
    assert {one.item.id: one.item.revision for one in answers}["library-plan-3"] == 2


def test_what_was_typed_before_the_slip_counts_for_the_slip(tmp_path: Path) -> None:
    slip = new_slips(1)[0]
    record = Record(tmp_path / "work", FORM)
    record.answer(BEFORE.items[0].id, ["no_clash"], occasion="before", sureness="think_so")
    first = progress_of(record)
    record.use_slip(slip)
    record.answer(BEFORE.items[1].id, ["supported"], occasion="before", sureness="think_so")
    for found in (read(("a.jsonl", progress_of(record))), read(("a.jsonl", first), ("b.jsonl", progress_of(record)))):
        assert {learner: len(events) for learner, events in found.learners.items()} == {learner_of(slip): 2}
    assert list(collect([tmp_path / "work"], SETS).learners) == [learner_of(slip)]


def test_codes_under_an_earlier_number_and_a_slip_are_one_learner_s_where_a_progress_file_says_so(
    tmp_path: Path,
) -> None:
    """Codes alone do not: the page asks for the file then."""
    slip, record = new_slips(1)[0], record_of(tmp_path, learners.careful, 1, ("before",))
    earlier = code_of(record, "before")
    record.use_slip(slip)
    codes = f"{earlier} {encode(BEFORE, learner_of(slip), [ANSWERS[1]] * 8)}"
    assert len(read(("", codes)).learners) == 2
    assert list(read(("", codes), ("a.jsonl", progress_of(record))).learners) == [learner_of(slip)]


def join(learner: str, other: str) -> str:
    return Event("j", learner, answer=other, time="2026-11-24T10:00:00.000Z", kind="join").to_line() + "\n"


def test_nobody_else_can_make_two_learners_one(tmp_path: Path) -> None:
    slips = [learner_of(slip) for slip in new_slips(2)]
    good = [
        ("a.txt", encode(BEFORE, slips[0], [ANSWERS[1]] * 8)),
        ("b.txt", encode(BEFORE, slips[1], [ANSWERS[1]] * 8)),
    ]
    mischief = progress_text([]) + join(*slips)
    assert set(read(*good, ("c.jsonl", mischief)).learners) == set(slips)
    one, two = record_of(tmp_path, learners.careful, 1), record_of(tmp_path, learners.trusting, 2)
    files = [("1.jsonl", progress_of(one)), ("2.jsonl", progress_of(two))]
    answer = Event("made-up", two.learner, FORM, "x", 1, "talk", ["y"], time="2026-01-01T10:00:00.000Z").to_line()
    for text in (join(one.learner, two.learner), f"{answer}\n{join(one.learner, two.learner)}"):
        found = read(*files, ("3.jsonl", progress_text([]) + text))
        assert set(found.learners) == {one.learner, two.learner}


def test_a_code_that_is_no_code_of_ours_says_nothing() -> None:
    for learner in ("Ada Zander", "<script>", "../../etc", "\ud800"):
        event = Event("x", learner, FORM, "x", 1, "talk", ["y"], time="2026-11-24T10:00:00.000Z")
        found = read(("a.jsonl", progress_text([event])))
        ((name, (kept,)),) = found.learners.items()
        assert len(name) == 10
        assert set(name) <= set("0123456789abcdef")
        assert kept.learner == name


def test_free_text_is_not_kept() -> None:
    answers = {"fact-check-x": ["SECRET"], "ledger-y": {"a": "SECRET"}, "note": "SECRET" * 50, "card": ["clash"]}
    events = [
        Event(item, LEARNER, FORM, item, 1, "lesson", answer, time="2026-11-24T10:00:00.000Z")
        for item, answer in answers.items()
    ]
    events.append(Event("t", LEARNER, FORM, "why", 1, TALK, ["SECRET"], time="2026-11-24T10:00:00.000Z"))
    answers["why"] = None
    found = read(("a.jsonl", progress_text(events)))
    assert {event.item: event.answer for event in found.learners[LEARNER]} == dict.fromkeys(answers) | {
        "card": ["clash"]
    }
