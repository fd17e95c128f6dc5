"""From a pasted text to a lesson by clicks alone: every message that the page can send, and what comes out."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from readtwice.lessons import making as m
from readtwice.lessons.opened import open_lesson
from readtwice.pack.draw import variants
from readtwice.page import open as opened
from readtwice.words import say, words
from tests.lessons.desk import TEXT, Desk, twin, whole, with_twins


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("READTWICE_RECORD_DIR", str(tmp_path / "work"))
    yield tmp_path
    opened.begin()


@pytest.fixture
def desk() -> Desk:
    made = Desk()
    assert made.do("text", text=TEXT) == say("maker.taken")
    return made


def test_a_text_and_a_card_of_each_sort_make_a_lesson_without_problems(desk: Desk) -> None:
    view = whole(desk).view
    assert view["problems"] == []
    assert [one["problems"] for one in view["cards"]] == [[]] * 5
    assert any("25" in line for line in view["cards"][4]["working"])
    assert all(one["text"] for card in view["cards"] for one in card["feedback"])


def test_what_the_text_suggests_becomes_a_card_by_one_click(desk: Desk) -> None:
    offers = desk.view["offers"]
    assert {one["kind"] for one in offers} >= {"pair", "number"}
    number = next(one for one in offers if one["kind"] == "number")
    values = {name: number[name] for name in ("kind", "sentences", "verb", "figures")}
    assert desk.do("card", values={**values, "key": "not_supported"}) == say("maker.card_added")
    assert desk.view["cards"][0]["problems"] == []
    assert number not in desk.view["offers"]


def test_feedback_is_there_already_and_what_the_author_writes_takes_its_place(desk: Desk) -> None:
    whole(desk)
    desk.do("edit", card="card-01", values={"topic": "days", "explanation": "Both cannot be.", "clash": "Well read!"})
    card = desk.view["cards"][0]
    assert {"verdict": "clash", "text": "Well read!"} in card["feedback"]
    assert (card["topic"], card["explanation"], card["problems"]) == ("days", "Both cannot be.", [])


def test_the_check_says_beside_a_card_what_is_wrong_with_it(desk: Desk) -> None:
    whole(desk)
    desk.do("edit", card="card-01", values={"topic": "t", "explanation": "word " * 50})
    assert desk.view["cards"][0]["problems"]
    assert desk.view["cards"][1]["problems"] == []
    assert "wrong still" in desk.do("save")
    assert desk.files == {}


def test_one_file_comes_out_which_opens_on_any_course(desk: Desk, tmp_path: Path) -> None:
    whole(desk)
    assert desk.do("save") == say("maker.saved", name="the-pond-at-orling.zip")
    content = b64decode(desk.files["the-pond-at-orling.zip"]["text"])
    pack = open_lesson(content, tmp_path / "elsewhere")
    assert len(pack.items) == 5
    assert pack.made_by == "Ida Holm"
    assert pack.captions[0].is_by_one
    assert pack.about[-1] == say("lessons.about.made_by", told="Ida Holm")


def test_the_preview_is_the_real_widgets_and_saves_no_answer_among_the_learners(desk: Desk, tmp_path: Path) -> None:
    whole(desk)
    assert desk.do("preview") == say("maker.previewed")
    pages = [one for one in desk.shown.children[1].children if hasattr(one, "view")]
    assert [one.name for one in pages] == ["reader", "judge", "bench", "captions"]
    one = pages[1].view["cards"][0]
    pages[1]._take(None, {"type": "answer", "item": one["id"], "verdict": one["verdicts"][0], "number": "x"}, [])
    assert list((tmp_path / "work").glob("*.jsonl")) == []


def test_sheets_and_answers_are_printed(desk: Desk) -> None:
    whole(desk)
    desk.do("print", what="sheet")
    desk.do("print", what="answers")
    sheet, answers = (desk.files[f"the-pond-at-orling{end}.html"]["text"] for end in ("", "-answers"))
    assert "The pond was open every day" in sheet
    assert "Ida Holm" in answers


def test_exit_cards_are_drawn_from_what_there_is(desk: Desk) -> None:
    whole(desk)
    assert desk.do("exit").startswith("Exit cards: ")
    uses = [one["use"] for one in desk.view["cards"]]
    assert 0 < uses.count("exit") < len(uses)
    assert desk.view["problems"] == []
    assert [one for one in desk.view["cards"] if one["kind"] == "number" and one["use"] == "exit"] == []


def test_what_is_missing_for_a_lesson_is_said(desk: Desk) -> None:
    assert len(desk.view["missing"]) == 3
    whole(desk)
    assert desk.view["missing"][0] == say("maker.enough", minutes=20)
    assert "90" in desk.view["missing"][2]


def test_a_figure_of_ones_own_has_its_source(desk: Desk) -> None:
    figure = {"entity": "Orling", "series": "people", "value": "4000", "unit": "persons", "publisher": "Office"}
    assert desk.do("figure", values={**figure, "tier": "primary"}) == say("maker.no_figure")
    told = {**figure, "address": "https://example.org/", "date": "2025", "tier": "primary"}
    assert desk.do("figure", values=told) == say("maker.kept")
    assert desk.card("number", "supported", "b03.s1", verb="share", figures=["n01", "r01"]) == say("maker.card_added")
    assert desk.view["cards"][0]["problems"] == []
    assert "spaceships" in desk.do("figure", values={**told, "unit": "Spaceships!"}).lower()


def test_all_is_kept_and_is_there_again(desk: Desk) -> None:
    whole(desk)
    before = desk.view["cards"]
    assert Desk().view["cards"] == before


def test_damaged_work_begins_anew_and_stays_in_its_file(desk: Desk, tmp_path: Path) -> None:
    kept = tmp_path / "work" / "lesson-in-the-making.json"
    for damaged in (
        "{",
        "[]",
        '{"text": "x"}',
        '{"text": 1, "kinds": 2, "about": 3, "cards": 4, "tags": 5, "figures": 6}',
    ):
        kept.write_text(damaged, encoding="utf-8")
        assert not Desk().view["ready"]
        assert kept.read_text(encoding="utf-8") == damaged


@pytest.mark.parametrize(
    "values",
    [
        {"kind": "pair", "key": "clash", "sentences": ["b02.s1", "b02.s1"], "relation": "date"},
        {"kind": "pair", "key": "clash", "sentences": ["b02.s1"], "relation": "date"},
        {"kind": "pair", "key": "clash", "sentences": ["b02.s1", "b99.s1"], "relation": "date"},
        {"kind": "pair", "key": "clash", "sentences": ["b02.s1", "b02.s2"], "relation": "magic"},
        {"kind": "claim", "key": "clash", "sentences": ["b02.s1"]},
        {"kind": "number", "key": "supported", "sentences": ["b03.s1"], "verb": "share", "figures": ["n01"]},
        {"kind": "number", "key": "supported", "sentences": ["b03.s1"], "verb": "share", "figures": ["n01", "n01"]},
        {"kind": "riddle", "key": "clash", "sentences": ["b02.s1"]},
    ],
)
def test_what_makes_no_card_is_told_so(desk: Desk, values: dict[str, Any]) -> None:
    assert desk.do("card", values=values) == say("maker.no_card")
    assert desk.view["cards"] == []


def test_numbers_that_cannot_be_put_together_are_told_beside_their_card(desk: Desk) -> None:
    desk.card("number", "supported", "b03.s1", verb="sum", figures=["n01", "n03"])
    assert desk.view["cards"][0]["problems"]


@pytest.mark.parametrize(
    ("field", "told", "says"),
    [
        ("value", "1,200", "needs_number"),
        ("unit", "%", "needs_unit"),
        ("date", "May 2024", "needs_date_of_figure"),
        ("date", "2024-13-45", "needs_date_of_figure"),
        ("publisher", " ", "no_figure"),
    ],
)
def test_what_is_wrong_with_a_figure_is_told_of_its_field(desk: Desk, field: str, told: str, says: str) -> None:
    figure = {"entity": "Orling", "series": "people", "value": "4000", "unit": "persons", "publisher": "Office"}
    figure |= {"address": "https://example.org/", "date": "2025-05", "tier": "primary"}
    before = len(desk.view["figures"])
    assert desk.do("figure", values={**figure, field: told}) == words()["maker"][says].format(unit=told)
    assert len(desk.view["figures"]) == before
    assert desk.do("figure", values=figure) == say("maker.kept")


def test_a_teacher_is_told_nothing_of_files_and_commands(desk: Desk) -> None:
    assert Desk().do("text", text="–––") == say("maker.empty")
    assert desk.do("text", text="---\ntitle: x\n---\n\ny") == say("maker.is_article")
    desk.do("about", values={"title": "The Pond", "made_by": "Ida Holm"})
    assert desk.do("save") == desk.do("link") == say("maker.needs_card")


def test_no_text_and_a_text_that_is_too_long_get_a_sentence() -> None:
    desk = Desk()
    for text in ("", "   ", "–––", "word " * 20_000):
        assert desk.do("text", text=text)
        assert not desk.view["ready"]


def test_a_title_that_belongs_to_the_course_gets_another_name() -> None:
    assert m.name_of(m.Making("x", about=(("title", "Skate park"),))) == "skate-park-lesson"
    names = [m.name_of(m.Making("x", about=(("title", title),))) for title in ("مخبز", "قطار")]
    assert all(name.startswith("lesson-") for name in names)
    assert len(set(names)) == 2, "two such lessons never take each other's place"


def test_a_twin_is_written_by_changing_words_and_stands_in_the_lesson(desk: Desk, tmp_path: Path) -> None:
    with_twins(desk)
    assert [one["problems"] for one in desk.view["cards"]] == [[]] * 6
    assert desk.view["problems"] == []
    desk.do("save")
    pack = open_lesson(b64decode(desk.files["the-pond-at-orling.zip"]["text"]), tmp_path / "elsewhere")
    states = {card: [one.state for one in variants(pack, card)] for card in ("card-01", "card-05", "card-07")}
    assert states == {
        "card-01": ["flawed", "clean", "open"],
        "card-05": ["flawed", "clean"],
        "card-07": ["flawed", "clean"],
    }
    changes = {one.id: [(c.printed, c.told) for c in one.twin.words] for one in pack.twins if one.twin}
    assert changes["card-05-2"] == [("40", "25")]
    assert changes["card-01-2"] == [("It was", "It was never")]
    assert next(one for one in pack.twins if one.id == "card-05-2").options["supported"].feedback == "Yes, a quarter."


def test_what_makes_no_twin_is_told_so(desk: Desk) -> None:
    whole(desk)
    no = say("maker.no_twin")
    assert twin(desk, "card-03", "flawed", "b02.s3", "It was closed on Mondays.") == no
    assert twin(desk, "card-03", "clean", "b02.s3", "It was open on Mondays.") == no
    assert twin(desk, "card-03", "flawed", "b02.s1", "It was open on Mondays.") == no
    assert twin(desk, "card-03", "flawed", "b02.s3", "") == no
    assert desk.view["cards"][3]["twins"] == []
    assert twin(desk, "card-01", "clean", "b02.s3", "It was closed at night.", relation="date") == no
    assert twin(desk, "card-03", "flawed", "b02.s3", "It was open on Mondays.") == say("maker.twin_kept")
    assert twin(desk, "card-03", "open", "b02.s3", "It was open on Mondays.") == no


def test_a_twin_in_the_way_of_another_card_or_of_a_number_is_told_beside_it(desk: Desk) -> None:
    whole(desk)
    twin(desk, "card-03", "flawed", "b02.s3", "It was open on Mondays.")
    assert say("problem.twin_in_the_way") in desk.view["cards"][2]["problems"][0]
    desk.do("untwin", card="card-03", state="flawed")
    assert desk.view["cards"][2]["problems"] == []
    twin(desk, "card-05", "clean", "b03.s1", "Of the 125 visitors 50 were children, or 40 percent.")
    assert say("problem.twin_changes_number", number="200") in "".join(desk.view["cards"][4]["problems"])


def test_exit_cards_are_drawn_from_those_with_twins_first(desk: Desk) -> None:
    with_twins(desk)
    desk.do("exit")
    assert {one["id"] for one in desk.view["cards"] if one["use"] == "exit"} >= {"card-01", "card-07"}
    assert desk.view["problems"] == []


def test_each_card_is_previewed_in_each_of_its_states_by_the_real_widget(desk: Desk) -> None:
    with_twins(desk)
    assert desk.do("preview", what="card-01") == say("maker.previewed_card")
    shown = [one for one in desk.shown.children[1].children if hasattr(one, "view")]
    names = {one.view["cards"][0]["id"] for one in shown}
    assert len(names) == 3
    assert not names & {"card-01", "card-01-2", "card-01-3"}, "they would tell the state"
    assert ["never" in str(one.view["cards"][0]["quotes"]) for one in shown] == [False, True, False]
    desk.do("preview", what="card-05")
    assert [one.name for one in desk.shown.children[1].children if hasattr(one, "view")] == ["bench", "bench"]


def test_a_lesson_is_projected_card_by_card(desk: Desk, tmp_path: Path) -> None:
    whole(desk)
    assert desk.do("preview", what="wall") == say("maker.previewed")
    title, projector = desk.shown.children[1].children
    assert title.value.startswith("<h2>"), "no level of headings is left out between the page's and the card's"
    kinds = [one["kind"] for one in projector.view["slides"]]
    assert kinds[0] == "read"
    assert {"pair", "claim", "statement", "number", "caption"} <= {*kinds}
    assert list((tmp_path / "work").glob("**/*.jsonl")) == []


def test_sheets_a_and_b_differ_and_both_have_answers(desk: Desk) -> None:
    with_twins(desk)
    desk.do("print", what="sheet")
    desk.do("print", what="answers")
    sheet, answers = (desk.files[f"the-pond-at-orling{end}.html"]["text"] for end in ("", "-answers"))
    a, b = sheet.split("<article")[1:]
    assert a != b
    assert ("01-A" in a, "01-B" in b) == (True, True)
    assert ("40 percent" in a) != ("40 percent" in b)
    assert answers.count("<article") == 2
    assert "Yes, a quarter." in answers


def test_a_full_lesson_says_so_and_takes_no_more_cards(desk: Desk) -> None:
    said = {desk.card("statement", "report", "b02.s1") for _ in range(61)}
    assert said == {say("maker.card_added"), say("maker.cards_full", most=60)}
    assert len(desk.view["cards"]) == 60


@pytest.mark.parametrize("name", ["Read Twice", "read-twice team", "Ｒｅａｄ Twice", "The makers of this course"])
def test_a_lesson_from_elsewhere_cannot_say_that_the_course_made_it(desk: Desk, name: str) -> None:
    whole(desk)
    desk.do("about", values={"title": "The Pond at Orling", "made_by": name})
    assert say("problem.not_made_by_us") in " ".join(desk.view["problems"])
    desk.do("save")
    assert not desk.files


MARKUP = "<b onclick=x>Ida</b>"
UNSAFE = {
    "about-made_by": ("about", {"values": {"title": "Pond", "made_by": MARKUP}}, "Who makes this lesson"),
    "about-title": ("about", {"values": {"title": "=1+SUM(A1)"}}, "Title of the lesson"),
    "about-address": ("about", {"values": {"title": "Pond", "address": "javascript:alert(1)"}}, "Its address"),
    "about-licence": ("about", {"values": {"title": "Pond", "licence": "Id\u0430 Holm"}}, "Licence of the text"),
    "card-01-topic": ("edit", {"card": "card-01", "values": {"topic": MARKUP}}, "What it is about, in a few words"),
    "card-01-explanation": ("edit", {"card": "card-01", "values": {"explanation": "a\u202eb"}}, "Why"),
    "card-01-clash": ("edit", {"card": "card-01", "values": {"clash": "@SUM(A1)"}}, "To the answer “a clash”"),
    "caption-b04-reason": (
        "tag",
        {"block": "b04", "values": {"quote": "swim", "tag": "seen", "reason": MARKUP}},
        "Why",
    ),
    "figure-publisher": (
        "figure",
        {
            "values": {
                "entity": "Orling",
                "series": "people",
                "value": "4000",
                "unit": "persons",
                "publisher": MARKUP,
                "address": "here",
                "date": "2025",
                "tier": "primary",
            }
        },
        "Who published it",
    ),
    "offer-x-topic": (
        "card",
        {"box": "offer-x", "values": {"kind": "claim", "key": "supported", "sentences": ["b02.s1"], "topic": MARKUP}},
        "What it is about, in a few words",
    ),
}


@pytest.mark.parametrize("key", UNSAFE)
def test_what_no_lesson_may_hold_is_told_at_its_field_and_names_no_file(desk: Desk, key: str) -> None:
    whole(desk)
    kind, message, label = UNSAFE[key]
    before = (desk.view["cards"], desk.view["about"], desk.view["captions"])
    told = desk.do(kind, **message)
    assert told.startswith(f"“{label}” has ")
    assert told.endswith("Take it out, then try again.")
    assert desk.view["faults"] == {key: told}
    assert (desk.view["cards"], desk.view["about"], desk.view["captions"]) == before
    assert desk.do("save") == say("maker.saved", name="the-pond-at-orling.zip")
    assert desk.view["faults"] == {}


def test_a_day_that_no_calendar_has_is_told(desk: Desk) -> None:
    assert desk.do("about", values={"title": "Pond", "date": "2026-02-30"}) == say("maker.needs_date")


def test_what_is_too_long_is_told_and_nothing_is_cut(desk: Desk) -> None:
    whole(desk)
    told = desk.do("edit", card="card-01", values={"explanation": "word " * 61})
    assert told == say("maker.too_long", most=300, words="word word word word word word word word ")
    assert desk.view["cards"][0]["explanation"] == say("lessons.explain.clash")
    long = "The pond" + ", the old pond" * 30 + " was open every day."
    assert desk.do("text", text=f"Pond\n\n{long}") == say("maker.taken")
    assert desk.card("claim", "supported", "b02.s1") == say("maker.card_added")
    assert twin(desk, "card-01", "flawed", "b02.s1", long) == say("maker.no_twin"), "no word of it differs"
    assert twin(desk, "card-01", "flawed", "b02.s1", long + " Never.") == say("maker.twin_kept")
    written = next(one for one in desk.view["cards"][0]["twins"] if one["state"] == "flawed")
    assert written["sentences"][0]["text"] == long + " Never."


def test_a_twin_with_markup_is_told_at_its_field(desk: Desk) -> None:
    whole(desk)
    told = twin(
        desk, "card-05", "clean", "b03.s1", "Of the 200 visitors 50 were children, or 25 percent.", explanation=MARKUP
    )
    assert desk.view["faults"] == {"card-05-clean-explanation": told}
    assert desk.view["cards"][4]["twins"][0]["written"] is False


@pytest.mark.parametrize("words", ["<b>Ann</b> came.", "It was. =SUM(A1) is there.", "A d\u0430y went by."])
def test_a_text_that_no_lesson_may_hold_is_told_when_it_is_read(desk: Desk, words: str) -> None:
    told = desk.do("text", text=f"A title\n\nAll is well.\n\n{words}")
    assert "The part that begins “" in told
    assert words[:5] in told or "=SUM" in told
    assert desk.view["faults"] == {"paste": told}
    assert desk.view["about"][0]["value"] == "The Pond at Orling"


def test_work_kept_from_an_earlier_version_is_told_by_its_field_too(desk: Desk, tmp_path: Path) -> None:
    whole(desk)
    kept = tmp_path / "work" / "lesson-in-the-making.json"
    kept.write_text(kept.read_text(encoding="utf-8").replace("Ida Holm", "<i>Ida</i>"), encoding="utf-8")
    again = Desk()
    for does in ({"kind": "save"}, {"kind": "print", "what": "sheet"}, {"kind": "preview"}):
        told = again.do(**does)
        assert told.startswith("“Who makes this lesson” has markup")
        assert again.view["faults"] == {"about-made_by": told}
    assert again.card("claim", "supported", "b05.s1") == say("maker.card_added")
    assert not again.files
