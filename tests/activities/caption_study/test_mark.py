"""A rewritten caption: what a comparison of words can know of it, on any text at all."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.activities.caption_study.mark import LOST, MARKED, SILENT, STANDS, WITHHELD, Rewriting, rewriting, stem
from readtwice.activities.caption_study.part import StudiedCaption, study_of, the_study_of
from tests.specimens import good_pack, hegseth

PACKS = (hegseth(), good_pack())
STUDIED = [
    (one, pack.article.quote(pack.article.block(one.block)))
    for pack in PACKS
    if study_of(pack)
    for one in the_study_of(pack).captions
]
CAPTIONS = {f"{caption[:12]} {one.block}": (one, caption) for one, caption in STUDIED}
each_caption = pytest.mark.parametrize(("studied", "caption"), CAPTIONS.values(), ids=CAPTIONS)

some_caption = st.sampled_from(STUDIED)
HOSTILE = st.one_of(
    st.text(max_size=300),
    st.sampled_from(["<script>alert(1)</script>", "$$x$$", "{0} {words} %s", "\u202e’’’---", "1,2:3.4" * 50]),
    st.lists(st.sampled_from(" ".join(caption for _, caption in STUDIED).split()), max_size=60).map(" ".join),
)


def of(block: str, text: str) -> Rewriting:
    """What is known of a rewrite of a caption of the article under study."""
    (studied, caption) = next(one for one in STUDIED if one[0].block == block)
    return rewriting(studied, caption, text)


def statuses(found: Rewriting) -> dict[str, str]:
    return dict(found.parts)


def adds_nothing(found: Rewriting) -> bool:
    """Whether every word is the caption's, its neighbours' or a small word that claims nothing."""
    return not (found.numbers or found.names or found.words)


@each_caption
def test_the_caption_itself_loses_no_fact_keeps_all_that_was_added_and_brings_nothing_in(
    studied: StudiedCaption, caption: str
) -> None:
    found = rewriting(studied, caption, caption)
    assert found.remaining == tuple(quote.text for quote in studied.added)
    assert found.lost == ()
    assert adds_nothing(found)


@each_caption
def test_the_model_keeps_no_added_word_loses_no_fact_and_says_what_is_not_given(
    studied: StudiedCaption, caption: str
) -> None:
    found = rewriting(studied, caption, studied.model)
    assert found.remaining == ()
    assert found.lost == ()
    assert adds_nothing(found)
    for part, status in found.parts:
        assert status == (STANDS if studied.told(part) else MARKED)


@each_caption
def test_an_empty_rewrite_has_lost_all_and_added_nothing(studied: StudiedCaption, caption: str) -> None:
    found = rewriting(studied, caption, " ")
    assert found.lost == tuple(fact for fact in studied.facts if fact.quote)
    assert (found.remaining, adds_nothing(found)) == ((), True)
    assert {status for _, status in found.parts} <= {LOST, SILENT}


@given(some_caption, HOSTILE)
def test_any_text_is_inert(studied: tuple[StudiedCaption, str], text: str) -> None:
    found = rewriting(*studied, text)
    whole = unicodedata.normalize("NFC", text)
    for word in (*found.numbers, *found.names, *found.words):
        assert word in whole, "what is shown is the learner's own words, nothing made of them"
    added, facts = [quote.text for quote in studied[0].added], studied[0].facts
    assert all(quote in added for quote in found.remaining)
    assert all(fact in facts for fact in found.lost)
    assert [part for part, _ in found.parts] == ["who", "where", "when"]
    assert found == rewriting(*studied, text)


@given(some_caption, HOSTILE, HOSTILE)
def test_writing_on_loses_no_fact_and_takes_no_word_back(
    studied: tuple[StudiedCaption, str], text: str, more: str
) -> None:
    before, after = rewriting(*studied, text), rewriting(*studied, f"{text}\n{more}")
    assert set(after.lost) <= set(before.lost)
    assert set(after.remaining) >= set(before.remaining)
    for name in ("numbers", "names", "words"):
        was, now = ({stem(word) for word in getattr(one, name)} for one in (before, after))
        assert was <= now


@given(some_caption, HOSTILE)
def test_large_and_small_letters_change_neither_what_remains_nor_what_is_lost(
    studied: tuple[StudiedCaption, str], text: str
) -> None:
    if text.isascii():
        found, loud = rewriting(*studied, text), rewriting(*studied, text.upper())
        assert (found.remaining, found.lost) == (loud.remaining, loud.lost)


@given(st.text(max_size=30))
def test_a_stem_is_the_beginning_of_its_word(word: str) -> None:
    assert word.casefold().replace("’", "'").startswith(stem(word))


@pytest.mark.parametrize(
    "words",
    [
        ("strengthen", "strengthened", "strengthens"),
        ("determination", "determined"),
        ("resilience", "resilient"),
        ("dedication", "dedicated"),
        ("guns", "gun"),
        ("rides", "riding", "ride"),
        ("Russia’s", "Russia's", "RUSSIA"),
        ("strategic", "strategically"),
    ],
)
def test_the_same_word_in_another_form_is_the_same_word(words: tuple[str, ...]) -> None:
    assert len({stem(word) for word in words}) == 1


@pytest.mark.parametrize(
    "pair", [("Ukraine", "Ukrainian"), ("Russia", "Russian"), ("soldier", "sold"), ("war", "ward")]
)
def test_other_words_stay_other_words(pair: tuple[str, str]) -> None:
    assert stem(pair[0]) != stem(pair[1])


def test_what_came_in_is_sorted_into_numbers_names_and_words_each_once() -> None:
    found = of("b02", "Brave men on 3 tanks. Near Izium, brave Ukrainians, on 12 May 2022, twelve tanks, 3 of them.")
    assert found.numbers == ("3", "12", "2022", "twelve")
    assert found.names == ("Izium", "May")
    assert found.words == ("Brave", "men")


def test_added_words_are_found_in_another_form_and_only_together() -> None:
    assert of("b12", "Russian soldiers strengthened their posture.").remaining == ("strengthen", "posture")
    assert of("b02", "The people are Ukrainian.").remaining == ()
    assert of("b02", "The resilient Ukrainian people.").remaining == ("resilience", "the Ukrainian people")


@pytest.mark.parametrize(
    ("text", "where", "when"),
    [
        ("Soldiers exercise.", SILENT, SILENT),
        ("Soldiers exercise. Date and place not given.", MARKED, MARKED),
        ("Soldiers exercise; date not stated, place unknown.", MARKED, MARKED),
        ("Undated. Nobody says where.", SILENT, MARKED),
        ("Soldiers exercise, no date.", SILENT, MARKED),
        ("Soldiers exercise, without a place.", MARKED, SILENT),
        ("The unit is not named. The date was cold.", SILENT, SILENT),
        ("We do not know the place", MARKED, SILENT),
    ],
)
def test_what_is_not_given_is_marked_by_saying_so(text: str, where: str, when: str) -> None:
    found = statuses(of("b15", text))
    assert (found["where"], found["when"]) == (where, when)


def test_what_the_caption_gives_stands_is_gone_or_is_withheld() -> None:
    assert statuses(of("b02", "Ukrainians near Kharkiv."))["where"] == STANDS
    assert statuses(of("b02", "Ukrainians on a tank."))["where"] == LOST
    assert statuses(of("b02", "Ukrainians on a tank. Place not given."))["where"] == WITHHELD
    assert statuses(of("b02", "Ukrainians near Kharkiv. Place not given."))["where"] == STANDS


def test_what_the_article_says_elsewhere_is_no_invention_and_is_named() -> None:
    text = "Russian soldiers on self-propelled guns in eastern Ukraine, during Russia’s invasion."
    found = of("b12", text)
    assert (adds_nothing(found), found.elsewhere) == (True, ("the Russian invasion",))
    assert of("b22", text).words == ("self", "propelled", "guns", "eastern", "invasion")
    assert of("b12", "Russian soldiers.").elsewhere == ()


@pytest.mark.parametrize("wording", ["Russia invaded", "the Russian invasion", "Russia’s invasion", "Russian invasion"])
def test_the_invasion_may_be_told_in_other_words(wording: str) -> None:
    assert "invasion" not in {fact.wordings[0].split()[-1] for fact in of("b02", f"Ukrainians. {wording}.").lost}
