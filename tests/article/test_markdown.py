"""From `article.md` to blocks and sentences: nothing is lost, and a slip is told with its line."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtwice.article import Article, ArticleError, article_from_markdown
from tests.specimens import TRICKY

FRONT = "---\ntitle: A title\nslug: a-slug\n---\n"


def read(body: str) -> Article:
    return article_from_markdown(FRONT + body)


@pytest.mark.parametrize(
    ("body", "blocks", "text"),
    [
        ("One.", [("paragraph", 0)], "One."),
        ("\n\n# One\n\n\nTwo.\n\n", [("heading", 1), ("paragraph", 0)], "One\n\n\nTwo."),
        ("###### Deep", [("heading", 6)], "Deep"),
        ("![A cat.](none)", [("caption", 0)], "A cat."),
        ("![One.](none)\n![Two.](none)", [("caption", 0), ("caption", 0)], "One.\nTwo."),
        ("# One\nTwo.\nThree.\n# Four", [("heading", 1), ("paragraph", 0), ("heading", 1)], "One\nTwo.\nThree.\nFour"),
        ("\\# no heading", [("paragraph", 0)], "# no heading"),
        ("\\![no caption](none)", [("paragraph", 0)], "![no caption](none)"),
        ("![a [b] (c)](none)", [("caption", 0)], "a [b] (c)"),
        ("One\n \nTwo", [("paragraph", 0), ("paragraph", 0)], "One\n \nTwo"),
        ("# Trailing #", [("heading", 1)], "Trailing #"),
        ("Costs $5 & 5 < 6 *really* `so`", [("paragraph", 0)], "Costs $5 & 5 < 6 *really* `so`"),
    ],
)
def test_marks_make_blocks_and_all_other_letters_stay(body: str, blocks: list[tuple[str, int]], text: str) -> None:
    article = read(body)
    assert [(block.kind, block.level) for block in article.blocks] == blocks
    assert article.text == text


def test_front_matter_is_kept_and_names_the_title() -> None:
    article = read("One.")
    assert article.title == "A title"
    assert article.front_matter == {"title": "A title", "slug": "a-slug"}


@pytest.mark.parametrize(
    ("source", "line", "told"),
    [
        ("", 1, "does not begin with front matter"),
        ("One.\n", 1, "does not begin with front matter"),
        ("---\ntitle: T\n", 3, "not closed"),
        ("---\ntitle: T\n\nOne.\n", 3, "not closed"),
        ("---\ntitle: T\nOne.\n---\n", 3, "not `name: value`"),
        ("---\ntitle: T\nTitle: U\n---\n", 3, "not `name: value`"),
        ("---\ntitle: T\ntitle: U\n---\n", 3, "twice"),
        ("---\nslug: s\n---\nOne.\n", 1, "no `title`"),
        (FRONT, 5, "no text"),
        (FRONT + "\n \n", 6, "no text"),
        (FRONT + "One.\n\n![A cat](cat.png)\n", 7, "a figure is written"),
        (FRONT + "![A cat](none) A cat.\n", 5, "a figure is written"),
        (FRONT + "\n\n#One\n", 7, "a heading has"),
        (FRONT + "####### One\n", 5, "a heading has"),
    ],
)
def test_a_slip_in_the_format_is_told_with_its_line(source: str, line: int, told: str) -> None:
    with pytest.raises(ArticleError, match=told) as error:
        article_from_markdown(source)
    assert error.value.line == line


# --- what holds for every text -----------------------------------------------------------------------------------

WORDS = st.text(st.sampled_from("abcAB ,.?” “’🎀\u0301\U0001d54f\u00a0\u2028[]()-"), max_size=30)
LINES = st.one_of(
    WORDS,
    WORDS.map("{}. Another one. And a third!".format),
    WORDS.map("## {}".format),
    WORDS.map("![{}](none)".format),
    WORDS.map("\\# {}".format),
    st.just(""),
)
BODIES = st.one_of(st.lists(LINES, min_size=1, max_size=8).map("\n".join), st.just(TRICKY))


def article_or_nothing(body: str) -> Article | None:
    try:
        return read(body)
    except ArticleError:
        return None


@settings(max_examples=150)
@given(BODIES)
def test_the_text_is_its_blocks_and_the_blank_space_between_them(body: str) -> None:
    article = article_or_nothing(body)
    if article is None:
        return
    rebuilt, place = "", 0
    for block in article.blocks:
        gap = article.text[place : block.start]
        assert gap.strip() == ""
        rebuilt += gap + article.quote(block)
        place = block.end
    assert rebuilt + article.text[place:] == article.text
    assert article.text[place:].strip() == ""


@settings(max_examples=150)
@given(BODIES)
def test_sentences_lie_in_order_inside_their_blocks_and_never_overlap(body: str) -> None:
    article = article_or_nothing(body)
    if article is None:
        return
    place = 0
    for sentence in article.sentences:
        block = article.block(sentence.block)
        assert place <= sentence.start < sentence.end <= len(article.text)
        assert block.start <= sentence.start < sentence.end <= block.end
        place = sentence.end


@settings(max_examples=150)
@given(BODIES)
def test_sentences_cover_every_letter_that_is_not_blank(body: str) -> None:
    article = article_or_nothing(body)
    if article is None:
        return
    covered = {place for s in article.sentences for place in range(s.start, s.end)}
    assert [p for p, letter in enumerate(article.text) if letter.strip() and p not in covered] == []


@settings(max_examples=100)
@given(st.lists(WORDS, max_size=8).map("\n".join))
def test_a_text_without_marks_stays_letter_for_letter(body: str) -> None:
    plain = body.strip("\n")
    article = article_or_nothing(plain)
    assert article is None or article.text == plain


def test_ids_count_blocks_and_sentences_from_one() -> None:
    article = read("# H\n\nOne. Two.\n\nThree.")
    assert [block.id for block in article.blocks] == ["b01", "b02", "b03"]
    assert [sentence.id for sentence in article.sentences] == ["b01.s1", "b02.s1", "b02.s2", "b03.s1"]


@pytest.mark.parametrize("signs", ["?", "!", ")."])
def test_what_splits_sentences_is_handed_no_long_run_of_signs(signs: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes the square of a run's length: 200,000 question marks took 40 seconds."""
    handed = []

    def spans(text: str) -> list[tuple[int, int]]:
        handed.append(text)
        return [(0, len(text))]

    monkeypatch.setattr("nupunkt.sent_spans", spans)
    run = signs * (5_000 // len(signs))
    article = article_from_markdown(f"---\ntitle: T\n---\n\nWhy{run} So.\n")
    assert [len(text) for text in handed] == [len(article.text)]
    assert not re.search(r"[^\w\s]{60}", handed[0])
    assert article.text == f"Why{run} So."


def test_a_run_of_signs_of_ordinary_length_splits_as_ever() -> None:
    article = article_from_markdown("---\ntitle: T\n---\n\nReally?!?! Yes" + "." * 30 + " He left.\n")
    assert article.quote(article.sentences[0]) == "Really?!?!"
    assert article.quote(article.sentences[-1]) == "He left."
