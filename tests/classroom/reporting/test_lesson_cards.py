"""Cards of lessons are counted, by file and by code, alone and beside forms; what is not counted is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from readtwice.activities.cards.stories import Stories
from readtwice.activities.cards.widget import Judge
from readtwice.classroom.collecting.collect import collect, collect_contents
from readtwice.classroom.live_view.counts import LiveClass
from readtwice.classroom.reporting.class_report import class_report
from readtwice.classroom.reporting.figures import ClassReport
from readtwice.classroom.reporting.lesson_cards import KINDS, USES, taught
from readtwice.classroom.reporting.page import as_page
from readtwice.classroom.reporting.sentences import sentences
from readtwice.classroom.reporting.values import as_json
from readtwice.cli.main import main
from readtwice.pack import load_pack
from readtwice.pack.found import shipped_packs
from readtwice.pack.shuffled import shuffled
from readtwice.page.session import Session
from readtwice.record import Event, Record, dealt_to, decode, encode, known_sets
from readtwice.words import say, words
from tests.classroom.classes import progress_of, record_of, zip_of
from tests.publish import learners
from tests.specimens import HEGSETH, exit_cards, exits_of, hegseth, id_of

SETS = tuple(known_sets())
STORIES = "short-stories"
OLD_CODE = "6KYA-KDR0-J6HB-7H56-0006-P2Q2"
PACKS = {slug: load_pack(slug) for slug in shipped_packs()}


RIGHT = {"not_supported": "sure_not", "supported": "sure_it_holds", "undetermined": "cant_tell"}
WRONG = {"not_supported": "sure_it_holds", "supported": "sure_not", "undetermined": "sure_not"}


def report_on(*contents: tuple[str, bytes]) -> ClassReport:
    return class_report(collect_contents(contents, SETS), PACKS)


def learner(folder: Path, number: int) -> Record:
    """A learner of lesson 02: a worked card looked at, three cards judged, both exit cards, one of them wrong."""
    record = Record(folder / f"learner-{number}", HEGSETH)
    record.start_fresh()
    session = Session(hegseth(), record)
    solo = hegseth().items_for("02", "solo")
    judge = Judge(session, solo)
    for item in solo[:3]:
        judge._take(judge, {"item": item.id, "verdict": item.key, "number": "n"}, [])
    exits = exit_cards(session)
    first, second = exits_of(record.learner)
    for item, tap in ((first, RIGHT[first.key]), (second, WRONG[second.key])):
        exits._take(exits, {"item": item.id, "sureness": tap, "number": "n"}, [])
    worked = hegseth().items_for("02", "worked")[0]
    record.answer(worked.id, [worked.key], revision=worked.revision)
    record.answer("ledger-b04-b11", [{"topic": "x", "sentence": "b04.s1", "who": "SECRET"}])
    record.answer("hunt-b10-s1", "b08.s1")
    return record


def test_thirty_progress_files_of_lesson_two_are_a_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    handed_in = tmp_path / "handed-in"
    handed_in.mkdir()
    for number in range(30):
        (handed_in / f"session-progress ({number}).jsonl").write_text(progress_of(learner(tmp_path, number)))
    assert main(["report", str(handed_in), "--json", "-o", str(tmp_path / "page.html")]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["learners"] == 30
    ends, solo = ({one["use"]: one for one in told["lessons"]}[use] for use in ("exit", "solo"))
    assert (ends["learners"], ends["finished"], ends["answers"], ends["right"]) == (30, 30, 60, 30)
    assert len({one["item"] for one in ends["items"]}) > 12, "eight cards in their states"
    assert sum(one["n"] for one in ends["items"]) == 60
    assert (solo["learners"], solo["finished"], solo["answers"], solo["right"]) == (30, 0, 90, 90)
    assert {one["kind"]: (one["answers"], one["learners"]) for one in told["not_counted"]} == dict.fromkeys(
        ("worked", "ledger", "hunt"), (30, 30)
    )
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    for text in (page, "\n".join(told["sentences"])):
        assert say("report.lesson_cards.right", set="exit cards", count=30, right=30, of=60) in text
        assert say("report.recognised.worked", count=30, learners=30) in text
        assert say("report.nothing") not in text
        assert "SECRET" not in text
    assert say("report.all_counted") not in page
    assert main(["report", str(handed_in)]) == 0
    assert "Lesson 2:" in capsys.readouterr().out
    assert main(["report", str(handed_in), "--share", "--json"]) == 0
    (shared,) = json.loads(capsys.readouterr().out)["lessons"]
    assert (shared["lesson"], shared["learners"]) == ("02", "30 to 49")
    assert abs(shared["exit_cards_right_of_ten"] - 5) <= 5


def test_the_exit_cards_give_a_code_and_the_report_reads_it(tmp_path: Path) -> None:
    """The plan of a lesson says “code handed in”."""
    record = learner(tmp_path, 1)
    session = Session(hegseth(), record)
    code = exit_cards(session).view["code"]
    assert code
    report = report_on(("", f"here you are: {code.lower()}".encode()))
    (cards,) = report.lessons
    assert (cards.lesson, cards.use, cards.learners, cards.answers, cards.right) == ("02", "exit", 1, 2, 1)
    assert report_on(("", code.encode()), ("a.jsonl", progress_of(record).encode())).learners == 1
    assert Judge(session, hegseth().items_for("02", "solo")).view["code"] == ""


@pytest.mark.parametrize("lesson", ["01", "02", "03", "04", "05", "06", "07"])
def test_each_lesson_with_exit_cards_gives_a_code(lesson: str, tmp_path: Path) -> None:
    record = Record(tmp_path, HEGSETH)
    record.start_fresh()
    exits, items = exit_cards(Session(hegseth(), record), lesson), exits_of(record.learner, lesson)
    assert len(items) == 2
    for item in items:
        assert exits.view["code"] == ""
        exits._take(exits, {"item": item.id, "sureness": "think_so", "number": "n"}, [])
    (cards,) = report_on(("", exits.view["code"].encode())).lessons
    assert (cards.lesson, cards.answers, cards.finished) == (lesson, len(items), 1)
    right = sum(item.is_clean for item in items)
    for content in (exits.view["code"].encode(), progress_of(record).encode()):
        (cards,) = report_on(("a.jsonl" if content[:1] == b"{" else "", content)).lessons
        assert (cards.lesson, cards.use, cards.answers, cards.right) == (lesson, "exit", 2, right)
    live = LiveClass(SETS)
    live.paste(exits.view["code"])
    (group,) = live.groups()
    assert {(one.item.id, one.asked, one.answered) for one in group.counts} == {(item.id, 1, 1) for item in items}


def test_the_exit_cards_on_stories_give_a_code_for_the_twins_that_were_seen(tmp_path: Path) -> None:
    """By file or by code the report says the same, and the key is that of the twin."""
    record = Record(tmp_path, HEGSETH)
    record.start_fresh()
    pack = PACKS["short-stories"]
    exits = Stories(Session(hegseth(), record).beside(pack), shuffled(pack.items_for("01", "exit")))
    own = dealt_to(pack, record.learner)
    assert {id_of(card) for card in exits.view["cards"]} == {own[card].id for card in ("bread-heading", "bell-finder")}
    for card in exits.view["cards"]:
        assert exits.view["code"] == ""
        exits._take(exits, {"item": card["id"], "sureness": "think_so", "number": id_of(card)}, [])
    right = sum(own[card].is_clean for card in ("bread-heading", "bell-finder"))
    for content in (exits.view["code"].encode(), progress_of(record).encode()):
        (cards,) = report_on(("a.jsonl" if content[:1] == b"{" else "", content)).lessons
        assert (cards.lesson, cards.use, cards.answers, cards.right) == ("01", "exit", 2, right)


@pytest.mark.parametrize("lesson", ["01", "02", "03", "04", "05", "06"])
def test_codes_of_exit_cards_that_are_no_longer_asked_are_still_read(lesson: str, tmp_path: Path) -> None:
    record = Record(tmp_path, HEGSETH)
    record.start_fresh()
    (old,) = (one for one in SETS if (one.pack, one.number) == (HEGSETH, 17 + 2 * int(lesson)))
    keys = {"01": ("sure_not", "sure_it_holds")}
    taps = keys.get(lesson) or tuple(RIGHT[item.key] for item in old.items)
    found = report_on(("", encode(old, record.learner, taps).encode())).lessons
    assert {cards.lesson for cards in found} == {lesson}
    assert (sum(cards.answers for cards in found), sum(cards.right for cards in found)) == (2, 2)


def test_a_code_given_before_the_exit_cards_of_lesson_02_had_twins_is_read() -> None:
    """Written down from the version before: what it was given for must be read so for ever."""
    cards = decode(OLD_CODE, SETS).cards
    assert [item.id for item in cards.items] == ["talks-at-once-b10", "ammunition-b24-voice"]


def test_lessons_and_forms_together(tmp_path: Path) -> None:
    both = []
    for number in range(4):
        record = record_of(tmp_path, learners.careful, number)
        for item in exits_of(record.learner, "03"):
            record.answer(item.id, [item.key], revision=item.revision, sureness="sure_not", pack=STORIES)
        both.append((f"{number}.jsonl", progress_of(record).encode()))
    only_lesson = learner(tmp_path, 20)
    report = report_on(*both, ("more.zip", zip_of(**{"x.jsonl": progress_of(only_lesson)})))
    assert report.learners == 5
    assert [one.learners for one in report.measures] == [4]
    assert [(one.lesson, one.use, one.learners) for one in report.lessons] == [
        ("02", "solo", 1),
        ("02", "exit", 1),
        ("03", "exit", 4),
    ]
    told = "\n".join(sentences(report))
    assert "Lesson 2:" in told
    assert "Lesson 3:" in told
    assert words()["report"]["labels"]["can_do"] in told


def test_opening_cards_belong_to_the_lesson_that_they_open(tmp_path: Path) -> None:
    record = Record(tmp_path, HEGSETH)
    item = hegseth().items_for("01", "solo")[0]
    record.answer(item.id, [item.key], revision=item.revision, occasion="recall-05")
    record.answer(item.id, [item.key], revision=item.revision)
    found = class_report(collect([tmp_path], SETS), PACKS).lessons
    assert [(one.lesson, one.use, one.finished) for one in found] == [("01", "solo", 0), ("05", "recall", None)]


def test_a_story_that_stands_for_itself_is_called_by_its_title(tmp_path: Path) -> None:
    pack = PACKS["skate-park"]
    record = Record(tmp_path, pack.slug)
    for item in pack.items_for("01", "faded"):
        record.answer(item.id, [item.key], revision=item.revision)
    collected = collect([tmp_path], SETS)
    report = class_report(collected, PACKS)
    assert pack.article.title in sentences(report)[0]
    assert "Lesson 1" not in " ".join(sentences(report))
    assert taught(collected, PACKS) == {}


def test_each_kind_of_saved_answer_is_counted_or_named(tmp_path: Path) -> None:
    """Also what no version knows yet: it is recognised as something else, and never passed over."""
    record = Record(tmp_path, HEGSETH)
    for prefix in KINDS:
        record.answer(f"{prefix}b02", "x", occasion="talk")
    exit_card = hegseth().items_for("02", "solo")[0]
    record.answer("essay-b02", "SECRET")
    record.answer(exit_card.id, [exit_card.key], revision=99)
    record.answer(exit_card.id, ["nonsense"], revision=exit_card.revision)
    record.answer("x", ["clash"], pack="another-course")
    record.answer(exit_card.id, ["clash"], revision=exit_card.revision, occasion="talk")
    record.answer(exit_card.id, ["clash"], revision=exit_card.revision, occasion="estimate")
    record.answer(hegseth().items_for("01", "worked")[0].id, ["clash"])
    report = class_report(collect([tmp_path], SETS), PACKS)
    assert {one.kind for one in report.recognised} == set(words()["report"]["recognised"])
    assert sum(one.answers for one in report.recognised) == len(record.events)
    assert (report.learners, report.lessons) == (0, ())
    page = as_page(report)
    assert say("report.nothing") in page
    assert say("report.recognised.other", count=1, learners=1) in page
    assert "SECRET" not in page + json.dumps(as_json(report))


def test_each_use_of_a_card_is_counted_but_worked_ones_and_those_that_measure() -> None:
    assert {item.use for pack in PACKS.values() for item in pack.items} == {*USES, "worked", "form", "search"}
    assert set(words()["report"]["uses"]) == set(USES)


def test_the_first_answer_counts(tmp_path: Path) -> None:
    record = Record(tmp_path, HEGSETH)
    item = hegseth().items_for("01", "faded")[0]
    assert item.key == "clash"
    for verdict in ("no_clash", "clash"):
        record.answer(item.id, [verdict], revision=item.revision)
    (cards,) = class_report(collect([tmp_path], SETS), PACKS).lessons
    assert (cards.answers, cards.right, dict(cards.cards[0].chosen)) == (1, 0, {"no_clash": 1})


def test_the_live_view_counts_exit_cards_from_codes_and_files(tmp_path: Path) -> None:
    live = LiveClass(SETS)
    one, two = learner(tmp_path, 1), learner(tmp_path, 2)
    code = exit_cards(Session(hegseth(), one)).view["code"]
    live.paste(f"10:02 me: {code}")
    folder = tmp_path / "shared"
    folder.mkdir()
    (folder / "two.jsonl").write_text(progress_of(two))
    live.look(folder)
    assert [(one.cards.name, one.learners) for one in live.groups()] == [("lesson 02, exit", 2)]


def of_form(item: str, answer: list[str], occasion: str = "before", number: int = 0) -> str:
    """A saved answer about a form, as a line."""
    about = (f"{number:010x}", "form-a", item, 1, occasion)
    event = Event(f"{item}-{occasion}-{number}", *about, answer, n=1, time="2026-11-02T10:00:00.000Z")
    return event.to_line() + "\n"


def progress(*lines: str) -> bytes:
    return ('{"readtwice_record": 1}\n' + "".join(lines)).encode()


def test_a_class_that_did_the_search_alone_is_told_so() -> None:
    files = [
        (
            f"{number}.jsonl",
            progress(
                of_form("search-run", ["supported"], number=number),
                of_form("moves-search-run", ["scanned", "chosen"], number=number),
            ),
        )
        for number in range(3)
    ]
    report = report_on(*files, ("4.jsonl", progress(of_form("moves-search-juice", ["scanned"], "after", 4))))
    told = [say("report.search.label", when="Before"), say("report.search.done", count=3)]
    assert sentences(report)[0].startswith(" ".join(told))
    assert say("report.search.right", right=3, of=3) in sentences(report)[0]
    assert sentences(report)[1] == f"{say('report.search.label', when='After')} {say('report.search.done', count=1)}"
    assert say("report.nothing") not in as_page(report)
    assert as_json(report)["searches"][0]["moves"] == {"scanned": 3, "chosen": 3, "found": 0, "rested": 0}
    assert (report.learners, report.first_day) == (4, "2026-11-02")


def test_what_is_of_a_form_and_cannot_be_read_is_named_too() -> None:
    (card, *_) = PACKS["form-a"].form.cards  # type: ignore[union-attr]
    lines = (
        of_form(card.item, ["nonsense"]),
        of_form("search-run", ["nonsense"]),
        of_form("moves-nothing", ["scanned"]),
    )
    found = {one.kind: one.answers for one in report_on(("a.jsonl", progress(*lines))).recognised}
    assert found == {"unreadable": 2, "moves": 1}
