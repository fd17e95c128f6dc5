"""The class report and the gradebook on a teacher's page: what comes in is forgotten, what goes out passes by."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from readtwice import classroom
from readtwice.classroom import verbs
from readtwice.classroom.reporting.again import lesson_again, ten_minutes
from readtwice.classroom.reporting.content import content
from readtwice.classroom.reporting.example_class import LEARNERS
from readtwice.classroom.reporting.hand_ins import shown_again
from readtwice.classroom.reporting.page import as_html
from readtwice.classroom.reporting.parts import as_values
from readtwice.classroom.reporting.widget import ClassReportDesk
from readtwice.pack import load_pack
from readtwice.page.base import PageWidget
from readtwice.page.pieces import Pieces
from readtwice.record import Record, new_slips
from readtwice.record.slip import MOST_SLIPS
from readtwice.statistics.sharing import ENOUGH_TO_SHARE
from readtwice.words import say, words
from tests.classroom.classes import FORM, code_of, progress_of, record_of, zip_of
from tests.publish import learners

ARTICLE = "hegseth-nato-2025"


@pytest.fixture
def desk() -> Iterator[ClassReportDesk]:
    yield classroom.report(FORM).children[0]
    verbs._handed_in.clear()


def send(widget: PageWidget, content: dict[str, Any], *buffers: bytes) -> str:
    widget._take(None, {"number": "1", **content}, list(buffers))
    return str(widget.view["said"])


def hand_in(widget: PageWidget, *files: tuple[str, bytes]) -> None:
    """As the page does it, in pieces of a thousand bytes."""
    for number, (name, held) in enumerate(files):
        for start in range(0, max(1, len(held)), 1000):
            piece = {"type": "piece", "file": number, "name": name, "start": start}
            send(widget, piece, held[start : start + 1000])


def downloads(widget: PageWidget, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    monkeypatch.setattr(widget, "send", lambda content, buffers=None: found.append(content["file"]))
    return found


def shown(widget: PageWidget) -> str:
    """All that the browser, and so a notebook with saved widgets, could hold."""
    return repr({**widget.get_state(), "_esm": "", "_css": "", "words": ""})


def test_with_nothing_handed_in_it_shows_invented_learners_and_says_so(desk: ClassReportDesk) -> None:
    assert desk.view["is_example"]
    assert say("report.example_note", count=LEARNERS) in shown(desk)
    assert say("report.example_note", count=LEARNERS) in desk.static_html()
    assert desk.view["not_counted"] == []
    assert send(desk, {"type": "make", "text": " \n"}) == say("class_report.empty")
    assert desk.view["is_example"]


def test_codes_files_and_zips_together_become_one_report(desk: ClassReportDesk, tmp_path: Path) -> None:
    one, two, three = (record_of(tmp_path, learners.suspicious, seed) for seed in range(3))
    zipped = zip_of(**{"Ada Zander/progress.jsonl": progress_of(two), "Bo Quist/note.txt": "Dear teacher"})
    hand_in(desk, ("class.zip", zipped), ("Cy Ferrer.jsonl", progress_of(three).encode()))
    said = send(desk, {"type": "make", "text": f"mine: {code_of(one, 'after')}"})
    assert said == say("class_report.made", learners=3, rejected=1)
    assert not desk.view["is_example"]
    assert "Bo Quist" in str(desk.view["not_counted"])
    parts = str(desk.view["parts"])
    assert "suspicious" in parts
    for name in ("Zander", "Quist", "Ferrer", "Dear teacher", "invented learners"):
        assert name not in parts
    for secret in (code_of(one, "after"), one.learner, two.learner, "Dear teacher"):
        assert secret not in shown(desk)


def test_page_and_notebook_show_the_same_parts(desk: ClassReportDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """One source: every text of the view stands in the downloaded page."""
    files = downloads(desk, monkeypatch)
    assert send(desk, {"type": "download", "what": "report"}) == say("class_report.downloaded", name=files[0]["name"])
    page = files[0]["text"]
    assert as_html([one for part in desk.view["parts"] for one in content_of(part)]) in page


def content_of(view: dict[str, Any]) -> list[Any]:
    """The part that a view was made of."""
    from readtwice.classroom.reporting.class_report import class_report
    from readtwice.classroom.reporting.example_class import example_class
    from readtwice.pack import load_pack

    pack = load_pack(FORM)
    parts = content(class_report(example_class(pack), {FORM: pack}), invented=True)
    return [parts[as_values(parts).index(view)]]


def test_a_version_to_share_is_refused_for_few_and_made_for_more(
    desk: ClassReportDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = downloads(desk, monkeypatch)
    codes = [code_of(record_of(tmp_path, learners.guessing, seed), "after") for seed in range(12)]
    send(desk, {"type": "make", "text": "\n".join(codes[:9])})
    refused = say("report.shared_too_few", enough=ENOUGH_TO_SHARE, count=9)
    assert send(desk, {"type": "download", "what": "share"}) == refused
    assert files == []
    send(desk, {"type": "make", "text": "\n".join(codes)})
    send(desk, {"type": "download", "what": "share"})
    assert [one["name"] for one in files] == ["class-report-to-share.html"]
    assert say("report.shared_title") in files[0]["text"]
    assert files[0]["text"] not in shown(desk)


def test_the_card_to_go_over_again_stands_below_as_ten_minutes_for_a_projector(tmp_path: Path) -> None:
    page = classroom.report(FORM)
    desk, below = page.children
    codes = [code_of(record_of(tmp_path, learners.suspicious, seed), "after") for seed in range(12)]
    send(desk, {"type": "make", "text": " ".join(codes)})
    assert below.children == ()
    assert send(desk, {"type": "project"}) == say("class_report.projected")
    (projector,) = below.children
    slides = projector.view["slides"]
    (large,) = [one for one in desk.view["parts"] if one["kind"] == "large"]
    *reads, card, sign = slides
    assert {slide["kind"] for slide in reads} == {"read"}
    assert sign["kind"] == "sign"
    assert tuple(block["text"] for slide in reads for block in slide["blocks"]) == tuple(large["story"])
    assert card["prompt"] == large["prompt"] == say("report.tomorrow.ask.claim")
    assert card["box"] == " ".join(large["box"]) != "", "who votes sees what the record shows"
    assert card["answer"] is None
    assert sign["ends"] == 10
    projector._take(None, {"type": "state", "card": card["id"], "state": [0, [[3, 4, 5]], [[0, 0, 0]]]}, [])
    send(desk, {"type": "project"})
    assert below.children[0].view["slides"][-2]["state"][1] == [[0, 0, 0]], "another class begins anew"
    send(desk, {"type": "clear"})
    assert below.children == ()
    verbs._handed_in.clear()


def test_beside_a_vote_on_a_long_text_stands_what_decides_the_card_and_no_more() -> None:
    pack = load_pack("fresh-text")
    for item in (*pack.items, *pack.twins):
        if item.use != "form":
            continue
        card = shown_again(pack, item, 3, 28, is_clear=True)
        assert len(card.item.box.split()) < 60
        assert len(card.box) == 13, "the report has all of the record"
        reads, vote, _ = ten_minutes(card).steps
        assert 1 <= len(reads.read) <= 3
        assert vote.items[0].item == card.item.id
        assert lesson_again(card).item(card.item.id).box == card.item.box


def test_clearing_forgets_the_class(desk: ClassReportDesk, tmp_path: Path) -> None:
    send(desk, {"type": "make", "text": code_of(record_of(tmp_path, learners.careful, 1), "before")})
    assert verbs._handed_in
    assert send(desk, {"type": "clear"}) == say("class_report.cleared")
    assert desk.view["is_example"]
    assert verbs._handed_in == []


def test_a_second_class_stands_beside_the_first_and_clearing_forgets_both(
    desk: ClassReportDesk, tmp_path: Path
) -> None:
    assert send(desk, {"type": "keep"}) == say("class_report.nothing_to_keep")
    codes = [code_of(record_of(tmp_path, learners.careful, seed), "before") for seed in (1, 2, 3)]
    send(desk, {"type": "make", "text": codes[0]})
    assert send(desk, {"type": "keep"}) == say("class_report.kept", number=1)
    assert send(desk, {"type": "make", "text": "\n".join(codes[1:])}) == say(
        "class_report.made", learners=3, rejected=0
    )
    assert say("report.class", name="2") in str(desk.view["parts"])
    assert len(verbs._handed_in[0].learners) == 2
    drawn = [one for one in desk.view["parts"] if one["kind"] == "picture"]
    assert len(drawn) == len(desk.pictures) == 3, "a chart of both together, and one of each"
    for part, chart in zip(drawn, desk.pictures, strict=True):
        assert part["rows"][0]["told"] in str(chart.outputs)
    send(desk, {"type": "clear"})
    send(desk, {"type": "make", "text": codes[0]})
    assert desk.view["kept"] == 0
    assert say("report.class", name="1") not in str(desk.view["parts"])


def test_what_holds_no_answers_is_told_with_its_reason(desk: ClassReportDesk) -> None:
    hand_in(desk, ("empty.txt", b""), ("note.txt", b"no code here"))
    assert send(desk, {"type": "make", "text": ""}) == say("class_report.made_nothing")
    assert say("report.nothing") in str(desk.view["parts"])
    assert len(desk.view["not_counted"]) == 2


def test_far_too_much_is_dropped_and_the_next_try_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Pieces, "MOST_MEGABYTES", 1)
    pieces = Pieces()
    for start in range(0, 1_200_000, 400_000):
        pieces.take({"file": 0, "name": "large.zip", "start": start, "buffers": [b"0" * 400_000]})
    assert pieces.files() is None
    pieces.take({"file": 0, "name": "small.txt", "start": 0, "buffers": [b"abc"]})
    pieces.take({"file": 0, "name": "small.txt", "start": 3, "buffers": [memoryview(b"def")]})
    assert pieces.files() == [("small.txt", b"abcdef")]
    assert pieces.files() == []


def test_pieces_that_come_after_too_much_are_dropped_and_a_file_sent_anew_counts_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Pieces, "MOST_MEGABYTES", 1)
    pieces = Pieces()
    for start in range(0, 4_000_000, 400_000):
        assert pieces.take({"file": 7, "name": "large.zip", "start": start, "buffers": [b"0" * 400_000]}) == ""
    assert pieces.files() is None
    for _ in range(5):
        pieces.take({"file": 0, "name": "again.txt", "start": 0, "buffers": [b"1" * 600_000]})
    assert pieces.files() == [("again.txt", b"1" * 600_000)]


def test_each_piece_is_answered_since_the_page_sends_the_next_one_only_then(desk: ClassReportDesk) -> None:
    piece = {"type": "piece", "file": 0, "name": "codes.csv", "start": 0, "number": "page-17"}
    assert send(desk, piece, b"x") == ""
    assert desk.view["answers"] == "page-17"


@pytest.mark.parametrize("nonsense", [{"type": "eval"}, {"type": "piece"}, {"type": "download", "what": "/etc"}, {}])
def test_nonsense_is_passed_over(desk: ClassReportDesk, nonsense: dict[str, Any]) -> None:
    assert send(desk, nonsense) == ""
    assert desk.view["is_example"]


def test_a_count_that_no_number_holds_is_passed_over() -> None:
    slips = classroom.slips_to_print()
    assert send(slips, {"count": float("inf")}) == ""
    assert send(slips, {"count": float("nan")}) == say("slips.how_many", most=f"{MOST_SLIPS:,}")


def test_the_list_is_used_once_and_stands_nowhere_else(
    desk: ClassReportDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    column = classroom.gradebook_column(FORM, ARTICLE)
    files = downloads(column, monkeypatch)
    (slip,) = new_slips(1)
    roster = f'Student,ID,SIS Login ID,Section,slip\n"Zander, Ada",17,ada,10b,{slip}\n'.encode()
    make = {"type": "make", "format": "canvas", "what": "both"}
    assert send(column, make) == say("gradebook_column.no_roster")
    hand_in(column, ("grades.csv", roster))
    assert send(column, make) == say("gradebook_column.nothing_handed_in")
    record = record_of(tmp_path, learners.careful, 1)
    record.use_slip(slip)
    record.answer("any", "x", occasion="talk")
    hand_in(desk, ("one.jsonl", progress_of(record).encode()))
    send(desk, {"type": "make", "text": ""})
    hand_in(column, ("grades.csv", roster))
    assert send(column, {"type": "download"}) == "", "there is nothing yet"
    assert send(column, make).endswith(say("gradebook_column.listed"))
    assert files == [], "what changes is read first"
    line = say("gradebook.changes_line", slip=slip, line=2, held=say("gradebook.nothing_held"), earned="100")
    assert column.view["lists"] == [{"heading": say("gradebook.changes", count=1), "lines": [line]}]
    assert send(column, {"type": "download"}) == say("gradebook_column.made", name="read-twice-canvas.csv")
    assert '"Zander, Ada",17,ada,10b,100' in files[0]["text"]
    assert "Zander" not in shown(column) + shown(desk)
    hand_in(column, ("grades.csv", b"name\nAda\n"))
    assert "slip" in send(column, make), "a list without slips is told"
    assert column.view["lists"] == []
    assert send(column, {"type": "download"}) == "", "what was made of the list before is gone"
    assert len(files) == 1


def test_what_the_class_handed_in_is_chosen_beforehand(desk: ClassReportDesk, tmp_path: Path) -> None:
    column = classroom.gradebook_column(FORM, ARTICLE)
    assert not any(one["chosen"] for one in column.view["work"])
    shots = load_pack("one-shot-cards")
    slips = new_slips(4)
    for slip in slips:
        record = Record(tmp_path / slip, FORM)
        record.use_slip(slip)
        for card in shots.form.cards_of("first"):  # type: ignore[union-attr]
            record.answer(card.item, ["x"], pack="one-shot-cards", occasion="before")
        hand_in(desk, (f"{slip}.jsonl", progress_of(record).encode()))
        send(desk, {"type": "make", "text": ""})
        first = column.view["work"][0]
        assert (first["code"], first["learners"], first["chosen"]) == ("one-shot-cards", 1, True)
    assert [one["code"] for one in column.view["work"] if one["chosen"]] == ["one-shot-cards"]
    hand_in(column, ("grades.csv", f"slip\n{slips[-1]}\n".encode()))
    assert send(column, {"type": "make", "format": "plain", "what": []}) == say("gradebook_column.no_work")
    hand_in(column, ("grades.csv", f"slip,Read Twice\n{slips[-1]},EX\n".encode()))
    send(column, {"type": "make", "format": "plain", "what": ["one-shot-cards"]})
    kept = say("gradebook.kept_line", slip=slips[-1], line=2, held="EX", earned="50")
    assert [one["lines"] for one in column.view["lists"]] == [[], [kept]]
    hand_in(column, ("grades.csv", f"slip,Read Twice\n{slips[-1]},EX\n".encode()))
    send(column, {"type": "make", "format": "plain", "what": ["one-shot-cards"], "overwrite": True})
    changed = say("gradebook.changes_line", slip=slips[-1], line=2, held="EX", earned="50")
    assert [one["lines"] for one in column.view["lists"]] == [[changed]]
    send(desk, {"type": "clear"})
    assert column.view["lists"] == []
    assert column.view["file"] == ""


def test_each_kind_of_work_that_can_be_chosen_exists(desk: ClassReportDesk, tmp_path: Path) -> None:
    column = classroom.gradebook_column(FORM, ARTICLE)
    send(desk, {"type": "make", "text": code_of(record_of(tmp_path, learners.careful, 1), "before")})
    for one in column.view["work"]:
        hand_in(column, ("grades.csv", f"slip\n{new_slips(1)[0]}\n".encode()))
        said = send(column, {"type": "make", "format": "plain", "what": one["code"]})
        assert said.endswith(say("gradebook_column.listed")), one
    assert [one["code"] for one in column.view["formats"]] == list(words()["gradebook_column"]["formats"])
