"""A text of the reader's own: taken, kept, answered, and never judged."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from readtwice.activities.own_article.offers import counted_on_keys, listed, sections, track_record
from readtwice.activities.own_article.sums import first_number, own_figure, work_out
from readtwice.activities.own_article.widget import OwnArticle
from readtwice.page.own_text import SLUG, OwnText, begun, own_pack
from readtwice.page.session import Session
from readtwice.publish import export
from readtwice.reading.pasted import MOST_CHARACTERS
from readtwice.record import Record
from readtwice.words import say
from tests.reading.fresh import fresh_articles
from tests.steps import with_steps

TEXT = (
    "The Pond\n\nMayor Ann Bell opened the pond. 120 adults and 45 children came, 175 in total.\n\n"
    "Photo: A child swims happily\n\nMayor Eve Bell closed it on Monday, 3 March 2025, Zoe Marsh said."
)

ASKS = say("own_article.one_says", told="{}")


@pytest.fixture
def widget(tmp_path: Path) -> OwnArticle:
    return OwnArticle(Session(begun(), Record(tmp_path, SLUG)))


def send(widget: OwnArticle, **message: Any) -> str:
    widget._take(widget, message, None)
    return str(widget.view["said"])


def offers(widget: OwnArticle, code: str) -> list[dict[str, Any]]:
    return [offer for section in widget.view["sections"] if section["code"] == code for offer in section["offers"]]


def test_a_text_is_taken_and_seen(widget: OwnArticle) -> None:
    assert send(widget, type="text", text=TEXT).startswith("The text is here")
    assert [one["chosen"] for one in offers(widget, "parts")] == ["heading", "paragraph", "caption", "paragraph"]
    titles = [one["title"] for one in offers(widget, "numbers")]
    assert titles[0].startswith(say("own_article.outcome.does_not_fit"))
    assert titles[1].startswith(say("own_article.outcome.fits"))
    (pair,) = offers(widget, "pairs")
    assert "two first names" in pair["lines"][0]
    assert len(offers(widget, "captions")) == 1


@pytest.mark.parametrize("text", ["", "  \n", "…!", 5, None, "x" * 1_000_000])
def test_what_is_no_text_is_refused_in_a_sentence(text: Any, widget: OwnArticle) -> None:
    said = send(widget, type="text", text=text)
    assert said.endswith(".")
    assert not widget.view["ready"]


@pytest.mark.parametrize("sign", ["字", "👩", "ש", "a\u00ad"])
def test_a_long_text_of_any_alphabet_is_there_again(sign: str, widget: OwnArticle) -> None:
    send(widget, type="text", text=f"A {sign * 22_000}".ljust(MOST_CHARACTERS, "ب")[:MOST_CHARACTERS])
    assert widget.view["ready"]
    again = OwnArticle(Session(begun(), Record(widget.session.record.folder, SLUG)))
    assert again.view["text"] == widget.view["text"]


def test_answers_that_a_line_of_the_record_cannot_hold_are_refused_and_the_others_stay(widget: OwnArticle) -> None:
    send(widget, type="text", text=TEXT)
    said = ""
    for number in range(20):
        send(widget, type="row", text=f"word {number}")
        said = send(widget, type="write", key=f"row:word {number}", box="note", text="👩" * 2_000)
    for box in ("seen", "told", "added", "rewrite"):
        said = send(widget, type="write", key="caption:b03", box=box, text="👩" * 2_000)
    assert said == say("own_article.full")
    again = OwnArticle(Session(begun(), Record(widget.session.record.folder, SLUG)))
    assert offers(again, "ledger") == offers(widget, "ledger")


def test_a_click_on_one_part_reads_no_other_part_anew(widget: OwnArticle, monkeypatch: pytest.MonkeyPatch) -> None:
    send(widget, type="text", text=TEXT)

    def read_anew(*_: object) -> None:
        raise AssertionError("a part was read anew")

    for tool in ("relations", "second_looks", "read_wording", "who_says_it"):
        monkeypatch.setattr(f"readtwice.activities.own_article.offers.{tool}", read_anew)
    assert send(widget, type="row", text="bell") == say("own_article.kept")
    (pair,) = offers(widget, "pairs")
    assert send(widget, type="answer", key=pair["key"], choice="clash") == say("own_article.kept")
    assert send(widget, type="write", key="caption:b03", box="seen", text="A child.") == say("own_article.kept")


@pytest.mark.long
@pytest.mark.parametrize(
    "piece", ["In 2024 the town had 100 visits, and 80 in 2023. ", "3456 ", "Ann Bell slammed it. "]
)
def test_what_is_seen_takes_work_that_grows_with_a_text_and_not_faster(piece: str) -> None:
    track_record()
    half, whole = (with_steps(lambda size=size: list(sections(OwnText(piece * size).pack)))[1] for size in (250, 500))
    assert whole < 2.6 * half


def test_answers_are_kept_with_their_text_and_come_back_with_it(widget: OwnArticle) -> None:
    send(widget, type="text", text=TEXT)
    (pair,) = offers(widget, "pairs")
    send(widget, type="answer", key=pair["key"], choice="clash")
    send(widget, type="text", text="Another text stands here now. It has two sentences.")
    assert not offers(widget, "pairs")
    send(widget, type="text", text=TEXT)
    (pair,) = offers(widget, "pairs")
    assert pair["chosen"] == "clash"
    again = OwnArticle(widget.session)
    assert offers(again, "pairs")[0]["chosen"] == "clash"


def test_a_click_says_what_a_part_is(widget: OwnArticle) -> None:
    send(widget, type="text", text=TEXT)
    send(widget, type="kind", key="part:b02", choice="caption")
    assert [one["key"] for one in offers(widget, "captions")] == ["caption:b02", "caption:b03"]


def test_a_rewrite_is_compared_and_not_judged(widget: OwnArticle) -> None:
    send(widget, type="text", text=TEXT)
    send(widget, type="write", key="caption:b03", box="rewrite", text="A child swims.")
    assert offers(widget, "captions")[0]["lines"][0].startswith("Your caption has 3 words")


def test_a_row_of_ones_own_holds_every_place_of_its_word(widget: OwnArticle) -> None:
    send(widget, type="text", text=TEXT)
    send(widget, type="row", text="bell")
    assert [one["where"] for one in offers(widget, "ledger")[0]["quotes"]] == ["¶2", "¶4"]


def test_numbers_of_several_sentences_stand_there_with_all_of_them(widget: OwnArticle) -> None:
    passage = "Last year 312 children came to the camp. This year 253 did. That is 49 fewer."
    send(widget, type="text", text=f"A summer\n\nIt rained. {passage} Ann Bell was there.")
    (offer,) = offers(widget, "numbers")
    assert [(one["where"], one["text"]) for one in offer["quotes"]] == [("¶2", passage)]


def test_a_figure_of_ones_own_needs_a_source_and_stands_among_the_numbers(widget: OwnArticle) -> None:
    send(widget, type="text", text=TEXT)
    assert send(widget, type="figure", text="24,000 people", source="") == say("own_article.figure_form")
    send(widget, type="figure", text="24,000 people", source="the census")
    assert widget.view["numbers"][-1] == "24,000 people [the census]"


@pytest.mark.parametrize(
    ("one", "other", "how", "told"),
    [
        ("120 adults", "160 adults", "share", "120 ÷ 160 × 100 = 75%"),
        ("120 adults", "40 adults", "difference", "120 − 40 = 80"),
        ("$120", "40 adults", "sum", say("own_article.unlike", one="$120", other="40 adults")),
        ("120 visits", "40 persons", "sum", say("own_article.unlike", one="120 visits", other="40 persons")),
        ("nothing", "40 adults", "sum", say("own_article.choose_two")),
        ("120 adults", "0 adults", "times", say("own_article.zero")),
        ("a third of it", "30%", "difference", "a third (33.33%) − 30% = 3.33"),
        ("45%", "9 percentage points", "difference", "45% − 9 percentage points = 36"),
        ("9 percentage points", "45%", "share", say("own_article.points", one="9 percentage points", other="45%")),
        ("12 km", "20 kilometres", "sum", "12 km + 20 = 32"),
        ("$3 per head", "$90 million", "times", f"$3 per head ÷ $90 million = 0.000000033. {ASKS.format('per head')}"),
        ("£1,800 a year", "£6,000", "share", f"£1,800 a year ÷ £6,000 × 100 = 30%. {ASKS.format('per year')}"),
    ],
)
def test_what_is_unlike_is_not_put_together(one: str, other: str, how: str, told: str) -> None:
    assert work_out(first_number(one), first_number(other), how) == told


@pytest.mark.parametrize(
    ("one", "other"), [("200 metres", "3 km"), ("2 hours", "20 minutes"), ("3 kg", "20 grams"), ("25 bp", "3%")]
)
def test_numbers_in_two_units_are_put_into_one_first(one: str, other: str) -> None:
    for how in ("share", "sum"):
        assert work_out(first_number(one), first_number(other), how) == say(
            "own_article.other_unit", one=one, other=other
        )


def test_a_month_is_no_share_of_a_year() -> None:
    told = say("own_article.other_period", one="£200,000 a month", other="£2.4 million a year")
    assert work_out(first_number("£200,000 a month"), first_number("£2.4 million a year"), "share") == told


def test_each_number_of_the_list_says_its_unit_once_and_each_end_of_a_range_is_one(widget: OwnArticle) -> None:
    printed = (
        "They paid £2,000 per seat, or 60 per cent, up 9 percentage points on a third of the seats. "
        "Between 10 and 20 people and from 5 to 6 million birds came in 7-10 days. It rose from £900 to £1,250 a week."
    )
    send(widget, type="text", text=f"A club\n\n{printed}")
    assert [one.removeprefix("¶2 ") for one in widget.view["numbers"]] == [
        *("£2,000 per seat", "60 per cent", "9 percentage points", "a third (33.33%)", "10 people", "20 people"),
        *("5,000,000 birds", "6 million birds", "7 days", "10 days", "£900 per week", "£1,250 a week"),
    ]
    told = send(widget, type="work_out", one="¶2 20 people", other="¶2 10 people", how="change")
    assert told == "(20 − 10) ÷ 10 × 100 = 100%"


@pytest.mark.parametrize("one", fresh_articles(), ids=lambda one: one.name)
def test_every_number_of_the_list_can_be_worked_with(one: Any) -> None:
    for label, number in listed(one.article).items():
        assert work_out(number, number, "times").endswith("= 1"), label


def test_a_figure_without_a_number_is_none() -> None:
    assert own_figure("many people", "the census") is None


@pytest.mark.parametrize("name", ["another language: German", "another language: Spanish"])
def test_of_another_language_nothing_is_guessed(name: str, widget: OwnArticle) -> None:
    (text,) = (one.article.text for one in fresh_articles() if one.name == name)
    send(widget, type="text", text=text)
    codes = [section["code"] for section in widget.view["sections"]]
    assert codes == ["parts", "ledger", "other_language", "captions"]
    assert widget.view["numbers"] == []


def test_of_a_text_in_two_languages_the_page_says_what_it_leaves_out(widget: OwnArticle) -> None:
    dutch = "Een kaartje is 6 of 8 euro. In het dorp waren 40 van de 100 huizen (20%) leeg."
    send(widget, type="text", text=f"{TEXT}\n\n{dutch}")
    (note,) = (one["note"] for one in widget.view["sections"] if one["code"] == "other_language")
    assert note == say("own_article.partly_english", where="¶5")
    assert [one["title"] for one in offers(widget, "numbers")]
    assert not [one for one in widget.view["numbers"] if one.startswith("¶5")]


@pytest.mark.parametrize("one", fresh_articles(), ids=lambda one: one.name)
def test_every_article_goes_through_and_every_offer_takes_an_answer(one: Any, widget: OwnArticle) -> None:
    send(widget, type="text", text=one.article.text)
    for section in widget.view["sections"]:
        for offer in section["offers"]:
            if offer["choices"] and offer["choices"] != "kinds":
                choice = next(iter(widget.words["own_article"]["choices"][offer["choices"]]))
                assert send(widget, type="answer", key=offer["key"], choice=choice) == say("own_article.kept")
    json.dumps(widget.view)


def test_how_often_an_offer_is_a_clash_is_counted_on_keys_the_keys(widget: OwnArticle) -> None:
    right, offered = counted_on_keys()
    assert 0 < right < offered
    send(widget, type="text", text=TEXT)
    (note,) = (section["note"] for section in widget.view["sections"] if section["code"] == "pairs")
    assert f"{offered} such offers, and {right} of them" in note


def test_marks_leave_as_annotations_of_the_readers_text(widget: OwnArticle) -> None:
    send(widget, type="text", text=TEXT)
    (pair,) = offers(widget, "pairs")
    send(widget, type="answer", key=pair["key"], choice="clash")
    pack = own_pack(widget.session.record)
    assert pack is not None
    made = export(widget.session.record.events, pack, "annotations")
    assert "Mayor Ann Bell opened the pond." in made
    assert "a clash" in made


@pytest.mark.parametrize(
    "answer", [None, [], "x", {"text": 5}, {"text": ""}, {"text": "A b.", "kinds": {"x": "y", "99": "heading"}}]
)
def test_a_damaged_record_is_no_text_or_a_text(answer: Any, tmp_path: Path) -> None:
    session = Session(begun(), Record(tmp_path, SLUG))
    session.save("own-text", answer, occasion="talk")
    assert OwnArticle(session).view["ready"] == (isinstance(answer, dict) and answer["text"] == "A b.")
