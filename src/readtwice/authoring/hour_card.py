"""What a teacher's card on one side has from elsewhere: minutes from the lesson's page, the key from the packs.

A lesson's first card has its sayings from that page too; from then on a person writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from readtwice.pack import Item, Pack, load_pack
from readtwice.pack.draw import variants
from readtwice.pack.one_shot import OneShot
from readtwice.pack.paper import PaperPart
from readtwice.pack.shuffled import shuffled
from readtwice.publish.print_pack import printing
from readtwice.syllabus import Lesson
from readtwice.words import fill, say, words

USES = ("worked", "faded", "solo", "exit")
"""The cards of a lesson hour; those of the practice sheet are on its answer page."""

_ROW = re.compile(r"^\| (?P<part>[^|]+?) \| (?P<minutes>\d+) \|", re.M)
_SAYING = re.compile(r"^- (“.+”)$", re.M)
_SAYINGS = 3


def first_card(lesson: Lesson, lesson_page: str) -> str:
    """A card in Markdown to begin with: what its lesson's page says first, and questions that suit any text."""
    sayings = [f"{number}. {one}" for number, one in enumerate(_SAYING.findall(lesson_page)[:_SAYINGS], start=1)]
    about = {"number": lesson.number, "title": lesson.title, "notebook": lesson.notebook, "say": "\n".join(sayings)}
    return fill("\n\n".join(words()["guide"]["first_card"]), **about) + "\n"


def minutes(lesson_page: str) -> Iterator[str]:
    """A table of the parts of a lesson's plan, from which minute to which at 45. Takes the page in Markdown."""
    yield say("guide.card_minutes_head")
    yield "|---|---|"
    end = 0
    for row in [*_ROW.finditer(lesson_page)][1:-1]:
        begin, end = end, end + int(row["minutes"])
        yield say("guide.card_minutes", begin=begin, end=end, part=row["part"])


def key_at_a_glance(slug: str, lesson: str) -> Iterator[str]:
    """Lines of the key: of the one-shot for `lesson` "", of a form where the pack has one, else of the lesson's cards.

    Raises PackError for a pack that does not exist.
    """
    pack = load_pack(slug)
    if not lesson and pack.one_shot:
        yield from _of_one_shot(pack, pack.one_shot)
    elif pack.form:
        yield _line(say("guide.card_form"), _keys(pack, (pack.item(card.item) for card in pack.form.cards)))
    else:
        for use in USES:
            if found := list(shuffled(pack.items_for(lesson, use))):
                yield _line(say(f"guide.card_uses.{use}"), _keys(pack, found))


def _of_one_shot(pack: Pack, one_shot: OneShot) -> Iterator[str]:
    cards = list[str]()
    for step in one_shot.steps:
        if step.items:
            yield _line(step.title, _keys(pack, (pack.item(one.item) for one in step.items)))
        for does, one in printing().items():
            if asked := one.asked(step):
                rows = one.key(pack, PaperPart(does, tuple(name for name, _ in asked)))
                yield _line(step.title, (_told(say("guide.card_words", words=told), keys) for told, keys in rows))
        if step.cards != "none":
            cards.append(step.title)
    test = load_pack(one_shot.form_pack)  # one half of a class has before what the other has after
    if cards and test.form:
        yield _line(" / ".join(cards), _keys(test, (test.item(one.item) for one in test.form.cards)))


def _keys(pack: Pack, items: Iterable[Item]) -> Iterator[str]:
    """Each card by its topic, with its key; where learners have different states of it, with each key in turn."""
    for item in items:
        labels = words()["verdict_button"][item.kind]
        keys = " / ".join(dict.fromkeys(labels[one.key] for one in variants(pack, item.id)))
        shown = f" ({item.computation.shown})" if item.computation else ""
        yield _told(item.topic, keys + shown)


def _told(topic: str, keys: str) -> str:
    return say("guide.card_key", topic=topic, keys=keys)


def _line(title: str, keys: Iterable[str]) -> str:
    return say("guide.card_line", title=title, keys=" · ".join(keys))
