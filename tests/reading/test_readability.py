"""Counts and grades: by hand on short texts, on the article, and without a network from the first call."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.reading.readability import NothingToRead, prepare, readability
from readtwice.words import say
from tests.specimens import hegseth


def test_a_short_text_as_counted_by_hand() -> None:
    found = readability("The cat sat on the mat. The dog ate the big red hat.")
    assert (found.sentences, found.words, found.syllables, found.letters) == (2, 13, 13, 38)
    assert found.flesch_kincaid_grade == round(0.39 * 13 / 2 + 11.8 * 13 / 13 - 15.59, 2)
    assert found.flesch_reading_ease == round(206.835 - 1.015 * 13 / 2 - 84.6 * 13 / 13, 2)
    assert found.ari == round(4.71 * 40 / 13 + 0.5 * 13 / 2 - 21.43, 2)  # the formula counts full stops as well
    assert found.gunning_fog == round(0.4 * 13 / 2, 2)  # no word of three syllables


def test_a_second_text_with_longer_words() -> None:
    found = readability("Governments reconsider international agreements.")
    assert (found.sentences, found.words) == (1, 4)
    assert found.syllables == 15  # gov-ern-ments, re-con-sid-er, in-ter-na-tion-al, a-gree-ments
    assert found.flesch_kincaid_grade == round(0.39 * 4 + 11.8 * 15 / 4 - 15.59, 2)
    assert found.flesch_reading_ease == round(206.835 - 1.015 * 4 - 84.6 * 15 / 4, 2)
    assert found.gunning_fog == round(0.4 * (4 + 100 * 4 / 4), 2)  # all have three syllables


def test_full_stops_that_end_nothing_end_nothing() -> None:
    text = "The U.S. gave $65.9 billion.\nA heading without a stop\nMr. Lee came at 10 a.m. and left."
    assert prepare(text) == "The US gave $65,9 billion.\nA heading without a stop.\nMr Lee came at 10 am and left."
    assert readability(text).sentences == 3


@pytest.mark.parametrize(
    ("text", "prepared"),
    [
        ("He said: No. Then he left.", "He said: No. Then he left."),
        ("We read page no. 4, then No. 5.", "We read page no. 4, then No 5."),
        ("The law of the U.S. The law is old.", "The law of the US. The law is old."),
        ("It was 10 a.m. He ran to the bus.", "It was 10 am. He ran to the bus."),
        ("They met in the U.S. Senate.", "They met in the US Senate."),
        ("It left at 3 p.m without us.", "It left at 3 pm without us."),
        ("Mayor Ann J. Lee and Lt. Col. Park spoke.", "Mayor Ann J Lee and Lt Col Park spoke."),
        ("So was I. Then it rained.", "So was I. Then it rained."),
        ("See Fig. 3 of Lee Inc. on p. 4.", "See Fig 3 of Lee Inc on p 4."),
    ],
)
def test_short_forms_lose_their_stops_and_sentences_keep_theirs(text: str, prepared: str) -> None:
    assert prepare(text) == prepared


def test_the_article_has_as_many_sentences_as_the_pack_knows() -> None:
    article = hegseth().article
    assert readability(article.text).sentences == len(article.sentences)


def test_two_formulas_disagree_on_the_article() -> None:
    found = readability(hegseth().article.text)
    assert (found.flesch_kincaid_grade, found.ari) == (14.71, 16.67)


@pytest.mark.parametrize("text", ["", " \n ", "123 45.6", "… — !"])
def test_a_text_without_words_is_told_in_one_sentence(text: str) -> None:
    with pytest.raises(NothingToRead, match="the text has no words"):
        readability(text)


@pytest.mark.parametrize(
    "text",
    [
        "He left.Then she came.",
        "He left!Then she came.",
        "He said “no.”Then she came.",
        "He left…then she came.",
        "He left—then she came.",
        "He left,then she came.",
        "He left.\u200bThen she came.",
        "He le\u00adft. Then she came.",
        "He\u00a0left. Then she came.",
    ],
)
def test_what_is_pasted_glues_no_words(text: str) -> None:
    assert readability(text).words == 5 + ("said" in text)


@pytest.mark.parametrize("text", ["See example.com now.", "It is 3.5 km.", "The U.S.A. team won.", "Use node.js here."])
def test_a_point_inside_a_word_parts_nothing(text: str) -> None:
    assert readability(text).words == len(text.split())


OTHERS = {
    "政府宣布了新的预算。这是一个重要的决定。": "other_script",
    "Уряд оголосив новий бюджет. Це важливе рішення.": "other_script",
    "أعلنت الحكومة عن ميزانية جديدة.": "other_script",
    "Die Regierung hat am Donnerstag einen neuen Haushalt vorgestellt. Er soll im kommenden Jahr in Kraft treten, wenn "
    "das Parlament ihm zustimmt. Die Opposition will dagegen stimmen, da sie dem nicht glaubt.": "other_language",
    "Le gouvernement a présenté jeudi un nouveau budget. Il doit entrer en vigueur l’année prochaine si le parlement "
    "l’approuve. L’opposition votera contre, car elle ne croit pas les chiffres.": "other_language",
    "El gobierno presentó el jueves un nuevo presupuesto. Entrará en vigor el próximo año si el parlamento lo aprueba. "
    "La oposición votará en contra, porque no cree las cifras.": "other_language",
    "De regering heeft donderdag een nieuwe begroting gepresenteerd. Die moet volgend jaar ingaan als het parlement "
    "ermee instemt. De oppositie stemt tegen, want zij gelooft de cijfers niet.": "other_language",
    "Rząd przedstawił w czwartek nowy budżet. Ma wejść w życie w przyszłym roku, jeśli parlament go zatwierdzi. "
    "Opozycja zagłosuje przeciw, bo nie wierzy w te liczby.": "other_language",
}


@pytest.mark.parametrize(("text", "why"), OTHERS.items())
def test_other_scripts_and_languages_are_refused_in_a_sentence(text: str, why: str) -> None:
    with pytest.raises(NothingToRead) as refused:
        readability(text)
    assert str(refused.value) == say(f"readability.{why}")


def test_a_few_foreign_names_make_no_other_language() -> None:
    assert readability("The mayor of Kyiv (Київ) met Łukasz Żółć, and they spoke of the budget.").words == 14


@given(st.text(max_size=300))
def test_any_text_is_measured_or_refused(text: str) -> None:
    try:
        found = readability(text)
    except NothingToRead:
        return
    assert found.sentences >= 1


@given(st.text(max_size=200))
def test_preparing_changes_full_stops_and_spaces_only(text: str) -> None:
    def kept(one: str) -> str:
        return "".join(one.split()).replace(".", "").replace(",", "")

    assert kept(prepare(text)) == kept(text)


def test_the_first_call_on_a_fresh_machine_needs_no_network(tmp_path: Path) -> None:
    code = (
        "import socket\n"
        "def refuse(*_, **__): raise AssertionError('the network was asked')\n"
        "socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse\n"
        "from readtwice.reading.readability import readability\n"
        "print(readability('Governments reconsider.').syllables)\n"
    )
    environment = {"HOME": str(tmp_path), "NLTK_DATA": str(tmp_path / "none"), "PATH": "/usr/bin:/bin"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=60)
    assert (done.stdout.strip(), done.stderr) == ("7", "")
    assert not list(tmp_path.rglob("*cmudict*"))
