"""Texts and packs that several tests look at."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import readtwice
from readtwice.activities import read_pack as read_folder
from readtwice.activities.cards.stories import Stories
from readtwice.pack import Item, Pack, load_pack
from readtwice.pack.draw import page_id
from readtwice.pack.found import shipped_packs
from readtwice.pack.shuffled import shuffled
from readtwice.pack.stories import pack_of
from readtwice.page.session import Session
from readtwice.record import dealt_to

PACKS = Path(readtwice.__file__).parent / "packs"
SHIPPED = sorted(path.parent for path in PACKS.glob("*/article.md"))
GOOD = Path(__file__).parent / "pack" / "good"
NUMBERS = Path(__file__).parent / "pack" / "numbers"
PARTS = Path(__file__).parent / "pack" / "parts"
FORM = Path(__file__).parent / "pack" / "form"
ONE_SHOT = Path(__file__).parent / "pack" / "one_shot"

HEGSETH = "hegseth-nato-2025"

TRICKY = (
    "He said: “It’s 5 o’clock 🕔 in Zu\u0308rich.” 🇺🇦 Cafe\u0301 or café? “It’s 5 o’clock 🕔,” he said again.\n\n"
    "Naïve “quotes” — and \U0001d54f stands outside the basic plane. It’s 5 o’clock 🕔 still."
)
"""Emoji outside the basic plane, combining characters, curly quotes, and words that stand three times."""


@cache
def good_pack() -> Pack:
    """The small invented pack of tests/pack/good."""
    return sound(GOOD)


@cache
def number_pack() -> Pack:
    """The same invented story with a number item and a statement."""
    return sound(NUMBERS)


def sound(folder: Path) -> Pack:
    """The pack of a folder that has no problem."""
    pack, problems = read_folder(folder)
    assert pack is not None
    assert problems == []
    return pack


@cache
def parts_pack() -> Pack:
    """The same invented story with speakers, dates, a source shelf, drift, a fact-check and a good report."""
    return sound(PARTS)


def exit_cards(session: Session, lesson: str = "02") -> Stories:
    """The exit cards of a lesson: claims on short stories, two of them, drawn."""
    pack = pack_of(lesson, "exit")
    assert pack
    return Stories(session.beside(pack), shuffled(pack.items_for(lesson, "exit")))


def exits_of(learner: str, lesson: str = "02") -> list[Item]:
    """The exit cards of a lesson that are a learner's, in the states that are theirs."""
    pack = pack_of(lesson, "exit")
    assert pack
    dealt = dealt_to(pack, learner)
    return [item for item in dealt.values() if (item.lesson, item.use) == (lesson, "exit")]


def id_of(card: Mapping[str, str]) -> str:
    """The item that a card of a page shows: the page calls it by a name that tells nothing of its state."""
    return _named().get(card["id"], card["id"])


@cache
def _named() -> dict[str, str]:
    packs = [*map(load_pack, shipped_packs()), form_pack()]
    return {page_id(item): item.id for pack in packs for item in (*pack.items, *pack.twins)}


@cache
def form_pack() -> Pack:
    """Two invented stories with a form of four cards, in two halves."""
    return sound(FORM)


@cache
def one_shot_pack() -> Pack:
    """The same invented story as one lesson: two pairs to judge and a caption."""
    return sound(ONE_SHOT)


def hegseth() -> Pack:
    """The pack of the article under study, as learners load it."""
    return load_pack(HEGSETH)


def copy_of(pack: Path, folder: Path) -> Path:
    """A copy of a pack folder that a test may break. It is called as its slug says."""
    slug = re.search(r"^slug: (.*)$", (pack / "article.md").read_text(encoding="utf-8"), re.MULTILINE)
    return Path(shutil.copytree(pack, folder / (slug[1] if slug else pack.name)))


def invented_packs() -> tuple[Pack, ...]:
    """The packs that only tests have."""
    return good_pack(), number_pack(), parts_pack(), form_pack(), one_shot_pack()
