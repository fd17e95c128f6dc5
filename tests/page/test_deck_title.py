"""A deck is called by what it holds."""

from __future__ import annotations

import pytest

from readtwice.pack import load_pack
from readtwice.pack.found import shipped_packs
from readtwice.page.deck_title import deck_title
from readtwice.words import words
from tests.specimens import HEGSETH

NAMED = {"pair": "pairs", "claim": "claims"}


@pytest.mark.parametrize(
    ("slug", "lesson", "use", "where", "title"),
    [
        (HEGSETH, "01", "solo", "sets", "Pairs to judge"),
        (HEGSETH, "02", "solo", "sets", "Claims to judge"),
        (HEGSETH, "05", "solo", "sets", "Cards to judge"),
        (HEGSETH, "02", "practice", "sets", "Practice cards"),
        ("short-stories", "01", "solo", "stories", "Pairs from short stories"),
        ("short-stories", "02", "solo", "stories", "Claims from short stories"),
        ("short-stories", "01", "extra", "stories", "More pairs from short stories"),
        ("short-stories", "03", "recall", "stories", "Short stories to look back"),
    ],
)
def test_a_title_says_what_the_deck_holds(slug: str, lesson: str, use: str, where: str, title: str) -> None:
    assert deck_title(load_pack(slug).items_for(lesson, use), where) == title


def test_no_title_names_a_kind_that_its_deck_does_not_hold() -> None:
    named = 0
    for pack in map(load_pack, shipped_packs()):
        for lesson, use in sorted({(item.lesson, item.use) for item in pack.items}):
            items = pack.items_for(lesson, use)
            for where in ("sets", "stories"):
                if use in words()["deck"][where]:
                    told = {kind for kind, word in NAMED.items() if word in deck_title(items, where).lower()}
                    assert told in (set(), {item.kind for item in items}), (pack.slug, lesson, use)
                    named += bool(told)
    assert named >= 8
