"""What may be voted on: the cards of one-shots and of the lessons of articles, each as it may be projected."""

from __future__ import annotations

from dataclasses import dataclass

from readtwice.pack import VERDICTS, Item, Pack, load_pack
from readtwice.pack.compiled import PackError, all_packs
from readtwice.pack.draw import alone
from readtwice.page.views import View, quote_view
from readtwice.syllabus import syllabus
from readtwice.words import say, words

_USES = ("practice", "solo")
"""Cards of a lesson that a class talks over. Those that measure are asked of each learner alone."""


@dataclass(frozen=True, slots=True)
class Deck:
    """Cards that belong together, by id, in order. `code` names the deck for a page."""

    code: str
    title: str
    pack: str
    items: tuple[str, ...]


def decks() -> tuple[Deck, ...]:
    """All that may be voted on, one-shots first."""
    shots, lessons = [], []
    for slug, pack in all_packs().items():
        if pack.one_shot:
            items = tuple(one.item for step in pack.one_shot.steps for one in step.items)
            shots.append(Deck(f"{slug}.one-shot", pack.one_shot.name, slug, items))
        if pack.form:
            continue
        for number in sorted({item.lesson for item in pack.items if _may_be_asked(item)}):
            of = [item for item in pack.items if item.lesson == number and _may_be_asked(item)]
            title = say("votes.lesson", lesson=int(number), title=pack.article.title)
            lessons.append(Deck(f"{slug}.{number}", title, slug, tuple(item.id for item in of)))
    in_course = {lesson.number for lesson in syllabus().lessons}
    return (*shots, *(one for one in lessons if one.items and int(one.code.rpartition(".")[2]) in in_course))


def _may_be_asked(item: Item) -> bool:
    """Whether all that a card needs stands on it: what a shelf of sources decides cannot be judged from a wall."""
    return item.use in _USES and item.kind in VERDICTS and item.judged_by != "shelf"


def votable(slug: str, item_id: str) -> tuple[Pack, Item] | None:
    """A card of one of the decks, and its pack as it reads then; None for any other, whoever asks."""
    if not any(deck.pack == slug and item_id in deck.items for deck in decks()):
        return None
    try:
        pack = load_pack(slug)
        item = pack.item(item_id)
    except (PackError, KeyError):
        return None
    return alone(pack, item), item


def choices_of(item: Item) -> dict[str, str]:
    """The answers to a card and what they are called."""
    labels = words()["verdict_button"][item.kind]
    return {one: labels[one] for one in VERDICTS[item.kind]}


def question(pack: Pack, item: Item) -> View:
    """A card as all may see it, without its key."""
    return {
        "id": item.id,
        "topic": item.topic,
        "prompt": item.prompt,
        "box": item.box,
        "quotes": [{**quote_view(pack.article, one, marked=item.kind != "pair"), "where": ""} for one in item.shown],
    }
