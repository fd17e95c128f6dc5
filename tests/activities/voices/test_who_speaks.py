"""`course.who_speaks`: every word is counted once, and each speaker has a label, a line and a colour."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from readtwice import course
from readtwice.activities.voices.part import voices_of
from readtwice.activities.voices.who_speaks import underline
from readtwice.page.open import CourseError
from tests.specimens import hegseth

VOICES = voices_of(hegseth())
assert VOICES
LABELS = {speaker.id: speaker.label for speaker in VOICES.speakers}
BLOCKS = sorted({voice.quote.block for voice in VOICES.quotes})
SHARE = re.compile(r": (\d+)% of these words \((\d+) of (\d+)\)$")


@pytest.fixture(autouse=True)
def _own_record(tmp_path: Path) -> None:
    course.begin(folder=tmp_path)


def shares(*blocks: str) -> list[tuple[int, int, int]]:
    found = [SHARE.search(line) for line in str(course.who_speaks(*blocks)).splitlines()]
    return [(int(one[1]), int(one[2]), int(one[3])) for one in found if one]


def test_every_paragraph_has_speakers() -> None:
    article = hegseth().article
    paragraphs = [block.id for block in article.blocks if block.kind == "paragraph"]
    assert paragraphs
    assert set(paragraphs) == set(BLOCKS)


@pytest.mark.parametrize("block_id", BLOCKS)
def test_the_words_of_a_paragraph_are_counted_once_and_none_is_lost(block_id: str) -> None:
    block = hegseth().article.block(block_id)
    words = hegseth().article.text[block.start : block.end].split()
    found = shares(block_id)
    total = found[0][2]
    assert sum(count for _, count, _ in found) == total
    # A stretch may begin or end inside a word ("Hegseth’s"), which then counts on both sides.
    assert len(words) <= total <= len(words) + 2 * str(course.who_speaks(block_id)).count("[")
    assert all(percent == round(100 * count / total) for percent, count, _ in found)


@pytest.mark.parametrize("block_id", BLOCKS)
def test_each_stretch_is_underlined_with_its_speaker_after_it_and_the_text_is_whole(block_id: str) -> None:
    assert VOICES
    html = course.who_speaks(block_id)._repr_html_()
    for voice in VOICES.within((block_id,)):
        shown = re.search(
            rf"<u style=\"[^\"]+\">{re.escape(voice.quote.text)}</u> <small>(.*?)</small>", unescape(html)
        )
        assert shown
        assert shown[1] == f"<strong>[{LABELS[voice.speaker]}]</strong>"
    bare = re.sub(r" <small>.*?</small>|<[^>]+>", "", html.split("</p>")[0])
    block = hegseth().article.block(block_id)
    assert unescape(bare) == hegseth().article.text[block.start : block.end]


def test_a_speaker_keeps_one_line_over_paragraphs_and_in_the_list_below() -> None:
    html = course.who_speaks("b10", "b06")._repr_html_()
    assert len(re.findall(re.escape(underline(0)), html)) == 3  # Trump, twice, and his share
    assert f'<u style="{underline(1)}">the article itself: ' in html


def test_sixteen_speakers_differ_and_the_first_four_in_line_and_in_colour() -> None:
    assert len({underline(turn) for turn in range(16)}) == 16
    lines, colours = zip(*(underline(turn).split()[-2:] for turn in range(4)), strict=True)
    assert len(set(lines)) == len(set(colours)) == 4


@pytest.mark.parametrize("blocks", [(), ("b01",), ("b10", "nowhere")])
def test_a_paragraph_without_speakers_is_told_with_those_that_have_some(blocks: tuple[str, ...]) -> None:
    with pytest.raises(CourseError, match=r"^Nobody's words are marked in '.*'\. There are: b04, b06, "):
        course.who_speaks(*blocks)
