"""What is said beside the key: fact-checks, cards of source and article, the good report, notes on publishers.

Each test stands for a kind of error that was once found in the course.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

import pytest

from readtwice.activities.drift.part import Drifts, drifts_of
from readtwice.activities.fact_check.part import FactChecks, MenuClaim, fact_checks_of
from readtwice.activities.good_report.part import GoodReport, good_report_of
from readtwice.activities.shelf.part import Shelf, shelf_of
from readtwice.activities.timeline.part import Timeline, timeline_of
from readtwice.figures import share_of
from readtwice.pack import Item
from readtwice.words import words
from tests.notebooks import COURSE
from tests.notebooks.prose import page
from tests.specimens import hegseth

PEOPLE = ("Trump", "Hegseth", "Zelensky", "Rutte", "Healey", "Putin")
AMOUNT = re.compile(r"[£$€]\s?\d[\d.,]*(?: (?:million|billion|trillion))?|\d[\d.,]*(?: ?%| million| billion)")
DERIVED = re.compile(
    r"\b(became|went missing|on the way|lost|gone|turned (around|into)|swapped|changed|no longer there|made of it)\b"
)
"""Words that say how one text was made from another. Nobody knows from what the article was made."""

INTERESTS = {
    "Interfax-Ukraine": "Ukraine is a side in this war.",
    "Ukrainska Pravda": "Ukraine is a side in this war.",
    "VOA": "the US government pays for",
    "DoD News": "has an interest in how",
    "Donald Trump (archived data)": "Trump",
    "TASS": "A Russian state agency",
}
"""What a card says of who is behind it, wherever publishers are in the same position."""

HARD = re.compile(
    r"bears? (it|out) out|bears out|came out otherwise|sure and off|vintage|bench refuses|state-media|wire copy|"
    r"second hand|gone astray|went astray|hold(s|ing)? back|held back|takes? (it )?for granted|noncommittal|"
    r"has its seat|is made to feel|agreeing is not|takes a look outside",
    re.IGNORECASE,
)


def shelf() -> Shelf:
    found = shelf_of(hegseth())
    assert found
    return found


def drifts() -> Drifts:
    found = drifts_of(hegseth())
    assert found
    return found


def timeline() -> Timeline:
    found = timeline_of(hegseth())
    assert found
    return found


def fact_checks() -> FactChecks:
    found = fact_checks_of(hegseth())
    assert found
    return found


def good_report() -> GoodReport:
    found = good_report_of(hegseth())
    assert found
    return found


def says(source_id: str) -> str:
    """All that a source or figure is said to hold."""
    evidence = hegseth().evidence(source_id)
    assert evidence
    value = getattr(evidence, "value", "")
    return f"{evidence.source_line} {getattr(evidence, 'claim', '')} {getattr(evidence, 'says', '')} {value}"


def named(text: str) -> set[str]:
    return {one for one in PEOPLE if one in text}


every_claim = pytest.mark.parametrize("claim", fact_checks().claims, ids=lambda claim: claim.id)
every_item = pytest.mark.parametrize("item", hegseth().items, ids=lambda item: item.id)


# --- whose words a verdict rests on ----------------------------------------------------------------------------------


@every_item
def test_a_claim_about_one_man_is_not_kept_by_the_words_of_another(item: Item) -> None:
    """`Trump himself has not committed` was once keyed by an answer of Hegseth's."""
    about = named(" ".join(quote.text.split(" with ")[0] for quote in item.targets))
    if item.judged_by != "box" or not item.is_clean or not about or item.kind != "claim":
        return
    assert about & named(item.box), "the box names nobody whom the claim is about"


def test_a_claim_on_the_shelf_is_settled_by_a_source_on_the_same_man() -> None:
    for task in shelf().tasks:
        item = hegseth().item(task.item)
        about = named(f"{item.topic} {item.prompt}")
        for card in (offer.card for offer in task.offers if offer.adds == "settles"):
            assert not about or about & named(says(card)), (task.item, card)


# --- fact-checks -----------------------------------------------------------------------------------------------------


@every_claim
def test_a_fact_check_quotes_the_words_of_its_item(claim: MenuClaim) -> None:
    item = hegseth().item(claim.item)
    for target in item.targets:
        assert any(
            quote.block == target.block and quote.span.start < target.span.end and target.span.start < quote.span.end
            for quote in claim.quotes
        ), f"`{target.text}` is not among the words that are checked"


def test_the_quote_on_10_february_holds_the_agreement_without_which_it_can_be_true() -> None:
    claim = fact_checks().claim("tenth-of-february")
    assert "February 10, 2025" in claim.words
    assert "expressed his agreement" in claim.words
    assert "interview" in claim.model.unknown


@every_claim
def test_a_verdict_is_not_older_than_its_evidence(claim: MenuClaim) -> None:
    months = ["January", "February", "March", "April", "May", "June"]
    told = re.findall(rf"({'|'.join(months)}) (20\d\d)", " ".join(claim.model.evidence))
    latest = max((f"{year}-{months.index(month) + 1:02d}" for month, year in told), default="")
    assert claim.as_of[:7] >= latest


def test_two_lengths_of_a_call_that_fit_together_are_not_called_different() -> None:
    claim = fact_checks().claim("call-with-putin")
    assert "differ" not in claim.model.unknown


def test_as_many_reports_are_listed_as_are_counted() -> None:
    evidence = " ".join(fact_checks().claim("meeting-number").model.evidence)
    assert all(one in evidence for one in ("An agency", "a trade paper", "business news agency"))


def test_the_share_of_gdp_names_the_years_for_which_its_range_holds() -> None:
    figures = hegseth().figures
    unknown = fact_checks().claim("three-percent").model.unknown
    assert all(year in unknown for year in ("2022", "2023", "2024"))
    shares = {
        str(figure.period): round(share_of(figures["b19.us-aid"], figure).value, 2)
        for figure in figures.where(series="GDP", entity="United States")
        if figure.unit.endswith("lion")
    }
    assert all(Decimal("0.22") <= shares[year] <= Decimal("0.26") for year in ("2022", "2023", "2024"))
    assert shares["2021"] > Decimal("0.26"), "so the years have to be named"


# --- source and article ----------------------------------------------------------------------------------------------


def test_nothing_says_that_the_article_was_made_from_a_source() -> None:
    said = [text for row in drifts().rows for text in (row.original, row.why)]
    said += [text for sign in drifts().signs for text in (sign.sign,)]
    asked = words()["drift"]
    said += [asked["how"], asked["ask"], *asked["changed"].values(), words()["matching"]["article"]]
    assert [text for text in said if DERIVED.search(text)] == []


def test_where_the_source_does_not_settle_it_can_t_tell_is_right() -> None:
    """The cause of the British sum is likely and no more; of the interview one sentence was read."""
    open_rows = {row.id for row in drifts().rows if "open" in row.changed}
    assert open_rows == {"package", "guarantees"}


def test_will_and_should_differ_in_how_sure_they_are() -> None:
    (row,) = (row for row in drifts().rows if row.id == "troops")
    assert set(row.changed) == {"nothing", "certainty"}


# --- what sources are said to hold -----------------------------------------------------------------------------------


def test_each_amount_of_the_good_report_stands_in_a_source_that_it_names() -> None:
    report = good_report()
    for sentence in (one for paragraph in report.paragraphs for one in paragraph.sentences):
        held = " ".join(says(source) for source in sentence.sources).replace("$86 billion", "$86 billion 86")
        for amount in AMOUNT.findall(sentence.text):
            assert amount.strip("%") in held, (amount, sentence.text)


def test_each_amount_of_a_source_card_stands_in_what_the_source_says() -> None:
    for row in drifts().rows:
        for number in re.findall(r"\d+(?: million)?", row.original):
            assert number in says(row.source), (row.id, number)


def test_the_order_of_one_day_rests_on_a_source_that_tells_it() -> None:
    assert "hours later" in says("call-hours-later")
    (later,) = (
        one for paragraph in good_report().paragraphs for one in paragraph.sentences if "ours later" in one.text
    )
    assert "call-hours-later" in later.sources
    assert "call-hours-later" in timeline().statement("further-emphasized").evidence


def test_what_was_read_in_a_copy_carries_the_address_of_the_copy() -> None:
    for source in hegseth().sources:
        assert "truthsocial.com" not in source.address, source.id


# --- fairness --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("publisher", INTERESTS)
def test_publishers_in_one_position_get_one_note(publisher: str) -> None:
    sources = {source.id: source for source in hegseth().sources}
    cards = [card for card in shelf().cards if publisher in sources[card.source].publisher]
    assert cards
    assert [card.source for card in cards if INTERESTS[publisher] not in card.behind] == []


def test_a_page_of_an_unknown_owner_is_called_just_that() -> None:
    (card,) = (card for card in shelf().cards if card.source == "jon-hegseth-page")
    label = words()["shelf_kind"][card.kind]
    assert "publisher unknown" in label
    assert "farm" not in f"{label} {card.kind}"
    assert "Nobody else" not in card.others


# --- date cards and cards of one lesson ------------------------------------------------------------------------------


def test_a_date_card_does_not_settle_what_a_card_of_its_lesson_keeps_open() -> None:
    kept_open = [
        target
        for item in hegseth().items
        if item.lesson == "02" and item.judged_by == "text" and item.key == "undetermined"
        for target in item.targets
    ]
    for statement in timeline().statements:
        quote = statement.quote
        if any(one.block == quote.block and one.text == quote.text for one in kept_open):
            assert statement.fit == "can't tell", statement.id


def test_the_numbers_that_a_reader_multiplies_give_the_number_in_print() -> None:
    item = hegseth().item("yardstick-b19")
    first, second = (Decimal(one) for one in re.findall(r"([\d.]+)%", item.box))
    product = (first * second / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert f"{product}%" in item.why


def test_every_entry_on_captions_is_accounted_for() -> None:
    listed = {entry.entry for entry in hegseth().entries if entry.entry.startswith("E")}
    assert listed == {f"E{number}" for number in range(1, 8)}


# --- hard words ------------------------------------------------------------------------------------------------------


def test_what_learners_read_has_none_of_the_words_that_were_too_hard() -> None:
    pack = hegseth()
    said = []
    for item in pack.items:
        said += [item.prompt, item.box, item.explanation, item.why, item.next_step, *item.hints, *item.steps]
        said += [option.feedback for option in item.options.values()]
        said += [item.accept_dissent.say] if item.accept_dissent else []
    said += [text for card in shelf().cards for text in (card.behind, card.evidence, card.others)]
    said += [source.says for source in pack.sources] + [term.means for term in pack.terms]
    said += [*words()["shelf_kind"].values(), *words()["feedback"].values()]
    said += [page(path) for path in sorted((COURSE / "notebooks").glob("*.ipynb"))]
    assert [found[0] for text in said if text and (found := HARD.search(text))] == []
