"""Fact-checks: kept as typed, and advice on what they lack. The models need none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.activities.fact_check.mark import MAXIMUM_TEXT, OWN, FactCheck, Used, from_answer, to_answer
from readtwice.activities.fact_check.part import MenuClaim, fact_checks_of
from readtwice.activities.fact_check.warnings import NEEDED, about_a_person, is_complete, warnings
from readtwice.activities.good_report.part import good_report_of
from readtwice.words import words
from tests.specimens import hegseth

text = st.text(max_size=MAXIMUM_TEXT)
used = st.builds(Used, source=text, adds=text, address=text, date=text)
fact_checks = st.builds(
    FactCheck,
    claim_id=text,
    **{name: text for name in ("claim", "computation", *NEEDED)},
    evidence=st.lists(used, max_size=3).map(tuple),
    checked=st.lists(text, max_size=3).map(tuple),
)


simple = st.one_of(st.none(), st.booleans(), st.text(), st.integers())
names = st.sampled_from(["claim_id", "evidence", "checked", "says", "x"])
anything = st.recursive(simple, lambda part: st.one_of(st.lists(part), st.dictionaries(names, part)))


def claims() -> tuple[MenuClaim, ...]:
    found = fact_checks_of(hegseth())
    assert found
    return found.claims


def model(claim: MenuClaim) -> FactCheck:
    """Our own fact-check of a claim, as a learner would have written it."""
    ours = claim.model
    return FactCheck(
        claim.id,
        says=ours.says,
        would_settle=ours.would_settle,
        evidence=tuple(Used(source, "adds") for source in claim.settles or claim.offers[:2]),
        computation=ours.computation,
        verdict=claim.verdict,
        unknown=ours.unknown,
        fact_first=ours.fact_first,
        claim_line=ours.claim_line,
        fact_again=ours.fact_again,
    )


def codes(fact_check: FactCheck) -> set[str]:
    return {one.code for one in warnings(hegseth(), fact_check)}


@given(fact_checks)
def test_what_is_saved_comes_back(fact_check: FactCheck) -> None:
    assert from_answer(to_answer(fact_check)) == fact_check


@given(anything)
def test_a_foreign_answer_is_read_or_passed_over_but_never_fails(answer: Any) -> None:
    read = from_answer(answer)
    assert read is None or from_answer(to_answer(read)) == read


def test_long_texts_are_cut() -> None:
    read = from_answer({"claim_id": "own", "says": "x" * 100_000})
    assert read
    assert len(read.says) == MAXIMUM_TEXT


@given(fact_checks)
def test_advice_is_given_on_anything(fact_check: FactCheck) -> None:
    for one in warnings(hegseth(), fact_check):
        assert one.line
        assert one.code in words()["fact_check_warning"]
        assert one.step in {"evidence", "verdict", "unknown", "write"}


@pytest.mark.parametrize("claim", claims(), ids=lambda claim: claim.id)
def test_our_own_fact_checks_need_no_advice(claim: MenuClaim) -> None:
    assert codes(model(claim)) == set()
    assert is_complete(model(claim))


WAYS_TO_SPOIL: dict[str, dict[str, Any]] = {
    "no_source": {"evidence": (), "verdict": "undetermined"},
    "weak_sources": {"evidence": (Used("jon-hegseth-page", "x"),), "verdict": "undetermined"},
    "no_date": {"evidence": (Used("healey-chaired", "x"), Used("own", "x", "https://example.org"))},
    "no_adds": {"evidence": (Used("healey-chaired"),)},
    "verdict_too_strong": {"evidence": (Used("nato-press-conference", "x"),)},
    "verdict_differs": {"verdict": "supported"},
    "no_unknown": {"unknown": " "},
    "person": {"claim_line": "Whoever wrote this is a liar."},
    "fact_not_first": {"fact_again": ""},
}


@pytest.mark.parametrize("code", WAYS_TO_SPOIL)
def test_each_piece_of_advice_comes_when_it_should_and_alone(code: str) -> None:
    good = model(next(claim for claim in claims() if claim.id == "who-chaired"))
    assert codes(replace(good, **WAYS_TO_SPOIL[code])) == {code}


def test_every_piece_of_advice_has_a_case() -> None:
    assert set(WAYS_TO_SPOIL) == set(words()["fact_check_warning"])


@pytest.mark.parametrize("name", NEEDED)
def test_a_fact_check_without_a_step_is_not_complete(name: str) -> None:
    assert not is_complete(replace(model(claims()[0]), **{name: " "}))


def test_an_own_claim_is_not_complete_without_its_words() -> None:
    own = replace(model(claims()[0]), claim_id=OWN)
    assert not is_complete(own)
    assert is_complete(replace(own, claim="The bridge is open."))


def test_blanks_are_neither_an_address_nor_a_date() -> None:
    good = model(claims()[0])
    blank = Used("own", "x", address=" ", date=" ")
    assert codes(replace(good, evidence=(blank,))) == {"weak_sources", "no_date", "verdict_too_strong"}


def test_words_about_a_person_are_found_whole_and_once() -> None:
    assert about_a_person("A Liar and a liar, on a deadline, with clownfish.") == ("liar",)
    assert about_a_person("The reports do not support this sentence.") == ()
    assert about_a_person("The town lies in the east; the doubt lies in the date.") == ()
    assert about_a_person("The article lies.") == ("article lies",)
    assert about_a_person("Here he lies to us, and all that is a lie.") == ("he lies", "is a lie")


def test_the_menu_has_flawed_and_clean_claims_alike() -> None:
    verdicts = [claim.verdict for claim in claims()]
    assert len(verdicts) >= 6
    assert verdicts.count("supported") == verdicts.count("not_supported") >= 3
    assert "undetermined" in verdicts


def test_the_good_report_is_sourced_and_plain() -> None:
    from readtwice.pack.lexicon import load_lexicon
    from readtwice.reading.wording import read_wording

    report = good_report_of(hegseth())
    assert report
    assert 250 <= report.length <= 350
    whole = " ".join(one.text for one in report.sentences)
    loaded = read_wording(whole, load_lexicon("hegseth-nato-2025"))
    assert [found for found in loaded if not getattr(found, "owned", False)] == []


def test_the_drafts_for_practice_lack_what_they_should() -> None:
    found = fact_checks_of(hegseth())
    assert found
    lacking = {}
    for draft in found.drafts:
        evidence = tuple(Used(source, "x") for source in draft.evidence)
        texts = {
            name: getattr(draft, name) for name in ("verdict", "unknown", "fact_first", "claim_line", "fact_again")
        }
        lacking[draft.id] = codes(FactCheck(draft.claim, evidence=evidence, **texts))
    assert lacking["three-voices"] == set()
    assert len(lacking["one-repost"]) == 5
    assert lacking["no-evidence"] == {"no_source", "verdict_too_strong"}
