"""The widgets without a browser: what they send, what they save, and how they look where nothing runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from readtwice.activities.cards.widget import Judge
from readtwice.activities.hunt.widget import Hunt
from readtwice.activities.ledger.part import ledger_of
from readtwice.activities.ledger.widget import MAXIMUM_PINS, MAXIMUM_TEXT, Ledger
from readtwice.activities.numbers.widget import NumberBench, fits_bench
from readtwice.activities.reader.widget import Reader
from readtwice.marking.answer import SURENESS, read_answer
from readtwice.pack import Item, Pack, load_pack
from readtwice.pack.item import CLEAN, FLAWED, USES
from readtwice.pack.shuffled import shuffled
from readtwice.page.answers import answer_item
from readtwice.page.base import CourseWidget, script
from readtwice.page.end import End
from readtwice.page.session import Session
from readtwice.page.start import MAXIMUM_WORK, Start
from readtwice.record import Record, decode, known_sets
from readtwice.record.card_sets import sets_in_their_time
from readtwice.syllabus import syllabus
from readtwice.words import say, words
from tests.specimens import exit_cards, id_of

STATIC = Path(str(resources.files("readtwice")))
WIDGETS = (Start, Reader, Ledger, Judge, Hunt, End)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("hegseth-nato-2025")


@pytest.fixture
def session(pack: Pack, tmp_path: Path) -> Session:
    return Session(pack, Record(tmp_path / "my-work", pack.slug))


def make(kind: type[CourseWidget], session: Session) -> CourseWidget:
    solo = shuffled(session.pack.items_for("01", "solo"))
    arguments: dict[type[CourseWidget], tuple[Any, ...]] = {
        Reader: ([("b04", "b06"), ("b07", "b11")],),
        Ledger: ("b04", "b11", ledger_of(session.pack)),
        Judge: (solo,),
        Hunt: (["b10.s1", "b04.s2"], "b04", "b11"),
    }
    return kind(session, *arguments.get(kind, ()))


def send(widget: CourseWidget, **message: Any) -> str:
    """What the browser would send; returns what is spoken in answer."""
    widget._take(widget, {**message, "number": "n1"}, [])
    assert widget.view["answers"] == "n1"
    said: str = widget.view["said"]
    return said


@pytest.mark.parametrize("kind", WIDGETS)
def test_a_page_that_is_not_running_says_so_and_shows_plain_content(kind: type[CourseWidget], session: Session) -> None:
    data, _ = make(kind, session)._repr_mimebundle_() or ({}, {})
    assert say("static.not_running") in data["text/html"]
    assert say("static.not_running") in data["text/plain"]
    assert say("static.widgets_missing").split(".")[0] in data["text/html"]
    assert not re.search(r"<script|style=|onclick|javascript:", data["text/html"])
    assert "mathjax_ignore" in data["text/html"]


@pytest.mark.parametrize("kind", WIDGETS)
def test_what_is_stored_says_nothing_about_the_learner(kind: type[CourseWidget], session: Session) -> None:
    before = make(kind, session)._repr_mimebundle_()
    for item in session.pack.items_for("01", "solo"):
        session.save(item.id, [item.key, item.relation])
    session.save(
        "ledger-b04-b11",
        [{"topic": "people", "sentence": "b04.s1", "who": "x", "position": "", "date": "", "number": ""}],
    )
    session.save("hunt-b10-s1", "b08.s1")
    after = make(kind, session)._repr_mimebundle_()
    assert before
    assert after
    for mime in ("text/html", "text/plain"):
        assert before[0][mime] == after[0][mime]


@pytest.mark.parametrize("kind", WIDGETS)
@pytest.mark.parametrize(
    "message",
    [
        {},
        {"type": "answer"},
        {"type": "answer", "item": "nobody"},
        {"type": "pin", "sentence": "b99.s1", "topic": "people"},
        {"type": "hunt", "hunt": "b10.s1", "choice": "b99.s1"},
        {"type": "correct", "pin": "x"},
        {"choice": 7},
        {"type": ["x"], "item": {}, "hints": "many"},
    ],
)
def test_a_message_that_no_widget_sends_changes_nothing(
    kind: type[CourseWidget], message: dict[str, Any], session: Session
) -> None:
    widget = make(kind, session)
    widget._take(widget, message, [])
    widget._take(widget, "not even a message", [])
    assert session.record.events == ()
    assert not session.record.folder.exists()


SITE = STATIC / "authoring" / "site"
"""What makes the site; its pages are no widgets, and have to fetch."""
SHARED = ("core.js", "class.js")
OWN_SCRIPTS = [
    path for path in sorted(STATIC.rglob("*.js")) if path.name not in SHARED and not path.is_relative_to(SITE)
]
each_script = pytest.mark.parametrize("path", OWN_SCRIPTS, ids=lambda path: f"{path.parent.name}/{path.name}")


def shared_by(path: Path) -> tuple[str, ...]:
    """The shared scripts that stand before one: the second where it calls anything of it."""
    offered = re.findall(r"^function (\w+)", (STATIC / "page" / "class.js").read_text("utf-8"), re.MULTILINE)
    called = set(re.findall(r"\b(\w+)\(", path.read_text("utf-8")))
    return SHARED if called & {*offered} else SHARED[:1]


def travels(path: Path) -> str:
    """A script as a page gets it, behind what it shares with others."""
    package = ".".join(("readtwice", *path.relative_to(STATIC).parts[:-1]))
    return script(package, path.name, of_a_class=shared_by(path) == SHARED)


@each_script
def test_scripts_are_small_and_fetch_and_parse_nothing(path: Path) -> None:
    assert len(travels(path).encode()) < 30_000
    assert not re.search(r"https?:|\bimport\b|innerHTML|insertAdjacentHTML|eval\(|fetch\(", travels(path))


def test_scripts_keep_only_what_they_are_known_to_keep_in_a_browser() -> None:
    found = {
        f"{path.parent.name}/{path.name}": set(re.findall(r"\b(?:local|session)Storage\b", path.read_text("utf-8")))
        for path in STATIC.rglob("*.js")
    }
    assert {name: stores for name, stores in found.items() if stores} == {
        "page/core.js": {"sessionStorage"},
        "page/class.js": {"sessionStorage"},
        "page/start.js": {"localStorage", "sessionStorage"},
        "lessons/opener.js": {"sessionStorage"},  # a lesson that a link brought along, once
        "checkup/script.js": {"sessionStorage", "localStorage"},  # tries whether they work, and leaves nothing there
        "vote/script.js": {"localStorage"},  # which device it is, so that a vote can be changed
    }


@each_script
def test_a_script_travels_without_types_and_indents_and_with_all_its_code(path: Path) -> None:
    read = "".join((STATIC / "page" / one).read_text("utf-8") for one in shared_by(path)) + path.read_text("utf-8")
    assert not re.search(r"^\s|^//|/\*", travels(path), re.MULTILINE)
    assert read.count("/*") == read.count("/**") == len(re.findall(r"(?<![\w\"'`])/\*\*(?= |$)", read, re.MULTILINE))
    assert travels(path).count("`") % 2 == 0
    assert all(line.count("`") % 2 == 0 for line in travels(path).splitlines()), "no text goes over several lines"
    without = re.sub(r"/\*\*.*?\*/|^\s*//[^\n]*", "", read, flags=re.DOTALL | re.MULTILINE)
    assert re.sub(r"\s", "", travels(path)) == re.sub(r"\s", "", without)


@pytest.mark.usefixtures("asking")
def test_a_judged_pair_is_saved_with_hints_and_comes_back_in_a_new_session(session: Session) -> None:
    judge = make(Judge, session)
    item = session.pack.item(judge.view["cards"][0]["id"])
    said = send(judge, type="answer", item=item.id, verdict=item.key, relation=item.relation, hints=2)
    assert item.options[item.key].feedback in said
    (event,) = session.record.events
    assert (event.item, event.answer, event.hints, event.n) == (item.id, [item.key, item.relation], 2, 1)

    again = Session(session.pack, Record(session.record.folder, session.pack.slug))
    restored = make(Judge, again)
    assert restored.view["cards"][0]["feedback"] is None, "nothing shows before the learner chooses"
    start = make(Start, again)
    assert (start.view["ask"], start.view["work"][0]["holds"]) == (True, say("start.holds_cards", count=1))
    send(start, choice="continue")
    assert restored.view["cards"][0]["feedback"]["line"] == item.options[item.key].feedback
    assert start.view["ask"] is False


def test_a_worked_card_shows_its_answer_and_a_faded_one_only_its_first_steps(session: Session) -> None:
    worked, faded = (Judge(session, session.pack.items_for("01", use)).view["cards"] for use in ("worked", "faded"))
    assert all(card["feedback"] and card["steps"] for card in worked)
    for card in faded:
        assert card["feedback"] is None
        assert card["steps"] == list(session.pack.item(card["id"]).steps[: card["given"]])
    item = session.pack.item(faded[0]["id"])
    judge = Judge(session, [item])
    send(judge, type="answer", item=item.id, verdict=item.key, relation=item.relation)
    assert judge.view["cards"][0]["steps"] == list(item.steps)  # the rest comes with the answer


def test_one_tap_saves_verdict_and_sureness(session: Session) -> None:
    cards = exit_cards(session)
    item = cards.session.pack.item(id_of(cards.view["cards"][0]))
    send(cards, type="answer", item=item.id, sureness="think_not")
    (event,) = session.record.events
    assert (event.answer, event.sureness) == (["not_supported"], "think_not")


def test_the_last_exit_card_gives_a_code_that_says_what_was_answered(session: Session) -> None:
    cards = exit_cards(session)
    assert len(cards.view["cards"]) == 2
    for card in cards.view["cards"]:
        assert cards.view["code"] == ""
        send(cards, type="answer", item=card["id"], sureness="think_not")
    result = decode(cards.view["code"], known_sets())
    assert (result.cards.name, set(result.answers)) == ("lesson 02, exit", {"think_not"})


def test_exit_cards_that_were_answered_before_more_could_be_open_still_give_their_code(session: Session) -> None:
    """They are shown as they were answered, so their code is one of before."""
    now, *_, before = (one for one in sets_in_their_time(load_pack("short-stories")) if one.name == "lesson 02, exit")
    learners = (f"{number:010x}" for number in range(999))
    session.record.learner = next(one for one in learners if now.of(one).items != before.of(one).items)
    own = before.of(session.record.learner).items
    stories = session.beside(load_pack("short-stories"))
    for item in own:
        answer_item(stories, item, "think_not")
    result = decode(exit_cards(session).view["code"], known_sets())
    assert (result.cards.is_old, result.cards.items) == (True, own)


def test_the_order_of_cards_is_the_same_for_everyone_and_does_not_follow_the_key(pack: Pack) -> None:
    solo = pack.items_for("02", "solo")
    keys = [item.key for item in shuffled(solo)]
    assert shuffled(solo) == shuffled(tuple(reversed(solo)))
    assert keys not in (sorted(keys), sorted(keys, reverse=True))


def pin(ledger: CourseWidget, sentence: str, topic: str) -> str:
    return send(ledger, type="pin", sentence=sentence, topic=topic)


def test_the_ledger_fills_in_and_saves_corrections(session: Session) -> None:
    ledger = make(Ledger, session)
    assert "Mike Hegseth" in pin(ledger, "b11.s1", "people")
    assert pin(ledger, "b11.s1", "people") == say("ledger.already")
    (one,) = ledger.view["pins"]
    assert one["who"] == "Mike Hegseth"
    said = send(ledger, type="correct", pin=one["id"], field="who", value="<b>Somebody</b>" + "x" * 9999)
    assert said == say("ledger.field_full", longest=MAXIMUM_TEXT), "nothing is cut off in silence"
    corrected = make(Ledger, session).view["pins"][0]["who"]
    assert corrected.startswith("<b>Somebody</b>")
    assert len(corrected) == MAXIMUM_TEXT == ledger.view["longest"]
    send(ledger, type="remove", pin=one["id"])
    assert ledger.view["pins"] == []
    assert len(session.record.events) == 3, "an answer refused is not saved"


def test_the_ledger_fills_in_names_and_dates_where_nothing_was_prepared(session: Session) -> None:
    ledger = make(Ledger, session)
    pin(ledger, "b08.s1", "troops")
    (one,) = ledger.view["pins"]
    assert (one["who"], one["date"]) == ("President Trump", "February 10, 2025")


def test_the_ledger_stops_at_its_last_pin(session: Session) -> None:
    ledger = make(Ledger, session)
    sentences = [sentence["id"] for sentence in ledger.view["sentences"]]
    for sentence in sentences[:MAXIMUM_PINS]:
        pin(ledger, sentence, "people")
    assert pin(ledger, sentences[MAXIMUM_PINS], "people") == say("ledger.full", maximum=MAXIMUM_PINS)
    assert len(ledger.view["pins"]) == MAXIMUM_PINS


@pytest.mark.parametrize(
    "damaged", [7, "x", [7], [{"topic": "people"}], [{"topic": "no", "sentence": "b04.s1"}], {"a": 1}]
)
def test_a_damaged_ledger_shows_as_empty(damaged: Any, session: Session) -> None:
    session.save("ledger-b04-b11", damaged)
    assert make(Ledger, session).view["pins"] == []


def test_the_ledger_never_judges(pack: Pack) -> None:
    shown = " ".join(map(str, load_words("ledger")))
    for topic in ledger_of(pack):
        shown += " ".join([topic.label, topic.question, *(e.position for e in topic.entries)])
    assert not re.search(r"clash|conflict|contradict|disagree", shown, re.IGNORECASE)


def load_words(section: str) -> list[object]:
    return list(words()[section].values())


def test_a_hunt_keeps_the_choice_and_its_feedback(session: Session) -> None:
    hunt = make(Hunt, session)
    send(hunt, type="hunt", hunt="b10.s1", choice="b08.s1")
    assert hunt.view["hunts"][0]["feedback"]["case"] == "found"
    assert make(Hunt, session).view["hunts"][0]["choice"] == "b08.s1"


def test_the_reader_shows_whole_blocks_and_only_the_words_that_stand_there(session: Session) -> None:
    reader = make(Reader, session)
    first, second = reader.view["parts"]
    assert [block["where"] for block in (*first, *second)] == [f"¶{number}" for number in range(4, 12)]
    text = "\n".join(block["text"] for part in (first, second) for block in part)
    assert reader.view["notes"]
    assert all(any(name in text for name in note["names"]) for note in reader.view["notes"])
    assert session.pack.notice in reader.view["notice"]


def test_a_folder_that_cannot_be_written_to_is_said(pack: Pack, tmp_path: Path) -> None:
    (tmp_path / "my-work").write_text("a file where a folder should be")
    session = Session(pack, Record(tmp_path / "my-work"))
    start = make(Start, session)
    session.save("x", ["clash"])
    assert "cannot be written to" in start.view["problem"]


@pytest.mark.usefixtures("asking")
def test_work_left_by_start_fresh_is_offered_again(session: Session) -> None:
    folder, slug = session.record.folder, session.pack.slug
    session.save("name-b05-b11", ["clash"])
    fresh = Session(session.pack, Record(folder, slug))
    fresh.choose("fresh")
    fresh.save("name-b05-b11", ["no_clash"])
    third = Session(session.pack, Record(folder, slug))
    start = make(Start, third)
    assert [work["holds"] for work in start.view["work"]] == [say("start.holds_cards", count=1)] * 2
    send(start, choice="continue", place=1)
    assert third.record.latest("name-b05-b11").answer == ["clash"]
    assert send(start, choice="continue", place=7) == "", "there is no such work"
    assert third.record.latest("name-b05-b11").answer == ["clash"]


@pytest.mark.usefixtures("asking")
def test_where_more_learners_worked_than_are_listed_the_box_says_how_to_come_back(session: Session) -> None:
    for learner in range(MAXIMUM_WORK + 1):
        work = Session(session.pack, Record(session.record.folder, session.pack.slug))
        work.choose("fresh")
        work.save("name-b05-b11", ["clash"])
        start = make(Start, Session(session.pack, Record(session.record.folder, session.pack.slug)))
        assert len(start.view["work"]) == min(learner + 1, MAXIMUM_WORK)
        assert bool(start.view["more_work"]) == (learner == MAXIMUM_WORK)
    send(start, choice="fresh")
    assert not start.view["more_work"]


@pytest.mark.usefixtures("asking")
def test_cards_pins_and_hunts_of_earlier_work_are_counted_apart(session: Session) -> None:
    for answer in ("clash", "no_clash"):
        session.save("name-b05-b11", [answer])
    session.save("borders-b08-b11", ["no_clash", "different times"])
    hunt, ledger = make(Hunt, session), make(Ledger, session)
    send(hunt, type="hunt", hunt="b10.s1", choice="none")
    for sentence in ("b04.s1", "b06.s1", "b11.s1"):
        pin(ledger, sentence, "people")
    send(ledger, type="remove", pin=ledger.view["pins"][0]["id"])
    (work,) = make(Start, Session(session.pack, Record(session.record.folder, session.pack.slug))).view["work"]
    counts = {"cards": 2, "pins": 2, "hunts": 1}
    assert work["holds"] == " ".join(say(f"start.holds_{what}", count=n) for what, n in counts.items())


def test_whoever_clicked_is_answered_before_others_hear_of_it_and_after_it_is_saved(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    happened: list[str] = []
    start, judge = make(Start, session), make(Judge, session)
    start.observe(lambda _: happened.append("start shows it"), "view")
    judge.observe(lambda _: happened.append("answered"), "view")
    append = session.record._file.append
    monkeypatch.setattr(session.record._file, "append", lambda event: (append(event), happened.append("on disk")))
    item = session.pack.item(judge.view["cards"][0]["id"])
    send(judge, type="answer", item=item.id, verdict=item.key, relation=item.relation)
    assert happened == ["on disk", "answered", "start shows it"]
    session.save("name-b05-b11", ["clash"])  # by a call, without a click
    assert happened[3:] == ["on disk", "start shows it"]


def test_a_one_tap_card_says_what_each_answer_means_where_it_stands(session: Session) -> None:
    html = exit_cards(session).static_html()
    for kind, labels in words()["sureness_button"].items():
        assert tuple(labels) == SURENESS
        assert len({*labels.values()}) == len(SURENESS)
        verdicts = [read_answer(item_of(kind, session), label).verdict for label in labels.values()]
        assert verdicts == [CLEAN[kind]] * 2 + ["undetermined"] + [FLAWED[kind]] * 2
    assert all(label in html for label in words()["sureness_button"]["claim"].values())


def item_of(kind: str, session: Session) -> Item:
    """An item that takes one-tap answers, of this kind."""
    return replace(session.pack.items_for("02", "solo")[0], kind=kind, sureness=True)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list | tuple):
        for one in value.values() if isinstance(value, Mapping) else value:
            yield from _strings(one)


def _tells(item: Item) -> set[str]:
    """Every sentence that gives an answer to a card, or a part of one."""
    hidden = {option.feedback for option in item.options.values()} | {item.explanation, item.why, item.next_step}
    hidden |= {*item.hints, *(item.steps[item.given :] if item.use == "faded" else ())}
    if item.computation:
        hidden |= {
            *item.computation.working,
            item.computation.perspective,
            *(s.feedback for s in item.computation.slips),
        }
    return {one for one in hidden if one}


@pytest.mark.parametrize("use", [use for use in USES if use not in ("worked", "form", "search")])
def test_nothing_that_answers_a_card_is_on_the_page_before_it_is_asked_for(session: Session, use: str) -> None:
    looked_at = 0
    for pack in (session.pack, *map(load_pack, syllabus().stories)):
        here = session.beside(pack)
        items = [item for item in pack.items if item.use == use and item.judged_by != "shelf"]
        benched = [item for item in items if fits_bench(item)]
        judged = [item for item in items if item.kind != "number"]
        for kind, cards in ((Judge, judged), (NumberBench, benched)):
            sent = set(_strings(kind(here, cards).view)) if cards else set()
            for item in cards:
                assert not sent & _tells(item), item.id
            looked_at += len(cards)
    assert looked_at > 1


@pytest.mark.parametrize("kind", [Judge, NumberBench])
def test_each_hint_comes_when_it_is_asked_for_and_is_spoken(
    session: Session, kind: type[Judge] | type[NumberBench]
) -> None:
    item = next(one for one in session.pack.items if one.use == "solo" and (fits_bench(one) or kind is Judge))
    widget = kind(session, [item])
    for count in range(1, 4):
        assert send(widget, type="hint", item=item.id) == item.hints[count - 1]
        assert widget.view["cards"][0]["hints"] == list(item.hints[:count])
    assert send(widget, type="hint", item=item.id) == ""
    widget.forget()
    widget.show()
    assert (widget.view["cards"][0]["hints"], widget.view["cards"][0]["hint_count"]) == ([], 3)


def test_a_card_that_measures_has_no_hint_to_ask_for(session: Session) -> None:
    judge = exit_cards(session)
    assert send(judge, type="hint", item=judge.view["cards"][0]["id"]) == ""
    assert judge.view["cards"][0]["hints"] == []
