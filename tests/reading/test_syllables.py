"""Syllables and grades as textstat counts them with the whole of CMUdict, which is not shipped."""

from __future__ import annotations

from importlib import import_module
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.authoring.make_syllables import counts_in, exceptions, main
from readtwice.pack import load_pack
from readtwice.reading import syllables
from readtwice.reading.readability import prepare, readability
from readtwice.reading.syllables import dictionary, fingerprint, hyphenated, made_for, packed

TABLE = Path(__file__).parent / "syllable_cases.tsv"
CASES = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def text_of(name: str) -> str:
    pack, _, block = name.partition(" ")
    if not block and "-" in pack:
        return load_pack(pack).article.text
    article = load_pack(pack).article if "-" in pack else None
    return article.quote(article.block(block)) if article and block.startswith("b") else name


@pytest.mark.parametrize(("name", "count", "grade"), CASES, ids=[name for name, *_ in CASES])
def test_figures_are_those_of_textstat_with_the_whole_dictionary(name: str, count: str, grade: str) -> None:
    found = readability(text_of(name))
    assert (found.syllables, found.flesch_kincaid_grade) == (int(count), float(grade))


def test_there_are_more_than_twenty_texts_and_the_article_is_among_them() -> None:
    assert len(CASES) >= 20
    assert ["hegseth-nato-2025", "2994", "14.71"] in CASES


WORDS = ["gdp", "area", "the", "orange", "zzyzx", "Thursday", "quarrelsome", "fire"]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=18))
def test_textstat_with_the_same_counts_through_its_own_interface_agrees(words: list[str]) -> None:
    counting = import_module("textstat.backend.counts._count_syllables")
    text = "The " + " ".join(words) + "."
    known = dictionary()
    lower = ["the", *map(str.lower, words)]
    expected = sum(len(known[word][0]) if word in known else hyphenated(word) for word in lower)
    assert readability(text).syllables == expected
    counting.get_cmudict = lambda _language: dictionary()
    assert counting.count_syllables(prepare(text), "en_US") == expected


def test_the_counts_were_made_for_the_hyphenation_that_is_installed() -> None:
    """Otherwise: make them again, see the module that makes them."""
    assert made_for() == fingerprint()


def test_only_words_that_hyphenation_counts_differently_are_shipped() -> None:
    shipped = dictionary()
    assert 40_000 < len(shipped) < 60_000
    assert all(hyphenated(word) != len(shipped[word][0]) for word in list(shipped)[::50])
    assert files("readtwice.reading").joinpath("syllables.txt.zz").is_file()
    assert syllables.STORED.stat().st_size < 200_000


def test_the_notice_stands_beside_the_data() -> None:
    notice = files("readtwice.reading").joinpath("DATA-NOTICE.md").read_text(encoding="utf-8")
    assert all(words in notice for words in ("Carnegie Mellon University", "Zeke Sikelianos", "syllables.txt.zz"))


def test_the_maker_takes_the_first_pronunciation_without_remarks() -> None:
    lines = [
        "export const dictionary = {",
        '  "area": "EH1 R IY0 AH0",',
        '  "area(2)": "EH1 R Y AH0",',
        '  gdp: "JH IY1 D IY1 P IY1 # abbrev",',
        '  "able-bodied": "EY1 B AH0 L B AA1 D IY0 D",',
        "}",
    ]
    assert counts_in(lines) == {"area": 3, "gdp": 3}
    assert exceptions({"area": 3, "gdp": 3, "the": 1}) == {"area": 3, "gdp": 3} | {
        word: 3 for word in ("area", "gdp") if hyphenated(word) != 3
    }


def test_what_is_packed_is_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = packed({"hmm": 0, "gdp": 3, "area": 3})
    monkeypatch.setattr(syllables, "_stored_lines", lambda: __import__("zlib").decompress(content).decode().split("\n"))
    read = dictionary.__wrapped__()
    assert {word: len(read[word][0]) for word in read} == {"hmm": 0, "gdp": 3, "area": 3}


def test_the_maker_refuses_what_is_no_dictionary(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "index.js").write_text('export const dictionary = {\n  "a": "AH0",\n}\n')
    assert main([str(tmp_path / "index.js")]) == 1
    assert "more than 100,000" in capsys.readouterr().err
    assert main([]) == 1


def test_a_run_of_letters_costs_no_more_than_a_long_word(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[int] = []

    class Hyphens:
        def positions(self, word: str) -> list[int]:
            looked_at.append(len(word))
            return []

    monkeypatch.setattr(syllables, "_hyphenation", Hyphens)
    assert syllables.hyphenated("a" * 3_000_000) == 1
    assert looked_at == [syllables.LONGEST]
