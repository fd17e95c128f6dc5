"""What the invented texts are about: a third and more of them have nothing to do with war or politics."""

from __future__ import annotations

import re

from readtwice.article import Block
from readtwice.pack import load_pack
from readtwice.pack.found import shipped_packs

WAR_OR_POLITICS = re.compile(
    r"\b(?:war|wars|army|armies|troops?|soldiers?|weapons?|missiles?|drones?|invasion|ceasefire|border|borders|nato|"
    r"council\w*|mayors?|ministers?|ministry|governments?|parliament|president|elections?|elected|votes?|voted|voters?|"
    r"party|parties|politic\w*|laws?|tax|taxes)\b",
    re.IGNORECASE,
)


def texts() -> list[str]:
    """Every invented text of every pack: what stands under one heading of a story, with that heading."""
    found: list[str] = []
    for slug in shipped_packs():
        pack = load_pack(slug)
        if "invented" not in pack.article.front_matter.get("published", ""):
            continue
        blocks: list[Block] = list(pack.article.blocks)
        for place, block in enumerate(blocks):
            words = pack.article.quote(block)
            if block.kind == "heading" and "(an invented" in words:
                rest = iter(blocks[place + 1 :])
                found.append(words + " ".join(pack.article.quote(one) for one in _until_heading(rest)))
    return found


def _until_heading(blocks: object) -> list[Block]:
    taken: list[Block] = []
    for one in blocks:  # type: ignore[attr-defined]
        if one.kind == "heading":
            break
        taken.append(one)
    return taken


def test_a_third_of_the_invented_texts_are_about_something_else() -> None:
    every = texts()
    assert len(every) > 40
    others = [one for one in every if not WAR_OR_POLITICS.search(one)]
    assert 3 * len(others) >= len(every), f"{len(others)} of {len(every)}"
    for subject in ("cold|cough|headache|sleep|ear", "chart", "cup|race|final|season|goalkeeper", "crowns|price"):
        assert any(re.search(rf"\b(?:{subject})", one) for one in others), subject


def test_no_invented_text_is_about_a_war() -> None:
    assert not [one[:60] for one in texts() if re.search(r"\b(?:war|army|soldiers?|missiles?|troops)\b", one)]
