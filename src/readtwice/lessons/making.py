"""A lesson in the making: what its author has said so far, as plain values, and the files of a pack made of it.

Whatever is said is checked as `readtwice check` checks it. Nothing is looked up, and nothing leaves this computer.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from readtwice.article import Article, article_from_markdown
from readtwice.figures import Figures
from readtwice.figures.csv_files import FIGURE_COLUMNS
from readtwice.figures.figure import Figure
from readtwice.lessons.opened import read_lesson, slug_of
from readtwice.lessons.written import (
    NO_UNIT,
    article_source,
    computed,
    csv_text,
    figures_csv,
    figures_in,
    write_files,
    yaml_text,
)
from readtwice.pack import Pack
from readtwice.pack.captions import TAGS
from readtwice.pack.folder.defaults import default_option
from readtwice.pack.item import (
    AGREEMENTS,
    CLEAN,
    DISAGREEMENTS,
    KINDS,
    STATES,
    TAPPED,
    VERDICTS,
    verdict_of,
)
from readtwice.pack.problem import Problem
from readtwice.words import say

LESSON = "01"
USES = ("solo", "practice", "exit")
VERBS = ("share", "sum", "difference", "ratio")
ABOUT = ("title", "made_by", "date", "source", "address", "licence")
MOST_CARDS = 60
LENGTHS = {20: (4, 0, 0, 0), 45: (8, 1, 1, 3), 90: (16, 3, 2, 4)}
"""For a lesson of so many minutes: cards in all, numbers among them, captions with tags, exit cards."""


@dataclass(frozen=True, slots=True)
class Twin:
    """Another state of a card: the sentences that read otherwise, by id, and what else differs."""

    state: str
    sentences: tuple[tuple[str, str], ...]
    explanation: str = ""
    relation: str = ""
    feedback: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A question. `sentences` are ids, two for a pair; `figures` the two numbers that `verb` puts together.

    `feedback` holds what the author says in place of the default, by verdict. `twins` are its other states.
    """

    id: str
    kind: str
    key: str
    sentences: tuple[str, ...]
    use: str = "solo"
    topic: str = ""
    explanation: str = ""
    relation: str = ""
    verb: str = ""
    figures: tuple[str, ...] = ()
    feedback: tuple[tuple[str, str], ...] = ()
    twins: tuple[Twin, ...] = ()

    @property
    def state(self) -> str:
        """What the card is as the text stands, one of STATES; empty for a statement, which is sorted."""
        return dict(zip(VERDICTS[self.kind], STATES, strict=True)).get(self.key, "") if self.kind in CLEAN else ""


@dataclass(frozen=True, slots=True)
class Tag:
    """Exact words of a caption, what they rest on, and why."""

    block: str
    quote: str
    tag: str
    reason: str


@dataclass(frozen=True, slots=True)
class OwnFigure:
    """A reference figure of the author's own, with where it is from."""

    entity: str
    series: str
    value: str
    unit: str
    publisher: str
    address: str
    date: str
    tier: str


@dataclass(frozen=True, slots=True)
class Making:
    """All that an author has said. `kinds` says of some blocks, from 0, what they are where that is not guessed."""

    text: str = ""
    kinds: tuple[tuple[int, str], ...] = ()
    about: tuple[tuple[str, str], ...] = ()
    cards: tuple[Card, ...] = ()
    tags: tuple[Tag, ...] = ()
    figures: tuple[OwnFigure, ...] = ()

    @property
    def told(self) -> dict[str, str]:
        return {name: text for name, text in self.about if text}


@dataclass(frozen=True, slots=True)
class Checked:
    """A pack as far as it can be read, what is wrong by card (empty for the rest), and the files it was made of."""

    pack: Pack | None
    problems: tuple[Problem, ...]
    files: dict[str, str] = field(default_factory=dict)

    def of(self, card: str) -> list[str]:
        """What is wrong with a card or its twins, or with all else, in words."""
        mine = [one for one in self.problems if card and card in (one.item, one.item.rpartition("-")[0])]
        mine = mine if card else [one for one in self.problems if not one.item]
        return list(dict.fromkeys(f"{one.message}. {one.remedy}." for one in mine))


def name_of(making: Making) -> str:
    """What the pack is called: its title in small letters."""
    title = making.told.get("title", "")
    return slug_of(title) if title else "lesson"


def article_of(making: Making) -> Article:
    """The article as it stands now. Raises NotMade."""
    return article_from_markdown(_article(making))


def _article(making: Making) -> str:
    told = making.told | {"language": "en"}
    return article_source(making.text, name_of(making), dict(making.kinds), notice=say("lessons.notice"), **told)


def all_figures(making: Making) -> Figures:
    """The numbers of the text, and the author's own. Raises NotMade."""
    rows = figures_csv(_of_text(making, article_of(making)))
    from readtwice.figures.csv_files import read_figures

    return Figures(read_figures(csv_text([*(rows or [list(FIGURE_COLUMNS)]), *_own_rows(making)]))[0])


def _of_text(making: Making, article: Article) -> tuple[Figure, ...]:
    """The numbers of the text. One of which it does not say what it counts has the unit of the number that a card puts
    it together with: in "of 640 readers, 160 are over 65" the 160 are readers, as its author says by the card."""
    found = {one.id: one for one in figures_in(article)}
    units = {one.id: one.unit for one in found.values()} | {
        f"r{place:02d}": one.unit for place, one in enumerate(making.figures, start=1)
    }
    for card in making.cards:
        told = {units[one] for one in card.figures if one in units} - {NO_UNIT}
        if card.verb in ("share", "sum", "difference") and len(told) == 1:
            units |= {one: next(iter(told)) for one in card.figures if units.get(one) == NO_UNIT}
    return tuple(replace(one, unit=units[one.id]) for one in found.values())


def _own_rows(making: Making) -> Iterator[list[str]]:
    for place, one in enumerate(making.figures, start=1):
        about = {
            "id": f"r{place:02d}",
            "bound": "exact",
            "period": one.date[:4],
            "vintage": say("lessons.as_published"),
            "counter": one.publisher,
            "read": "yes",
            "note": "",
            "date": one.date,
        }
        yield [str(about.get(column, getattr(one, column, ""))) for column in FIGURE_COLUMNS]


def files_of(making: Making) -> dict[str, str]:
    """The files of the pack. Raises NotMade where there is no text."""
    article = article_of(making)
    figures = all_figures(making)
    files = {"article.md": _article(making)}
    rows = [*figures_csv(_of_text(making, article)), *_own_rows(making)]
    if len(rows) > 1:
        files["figures.csv"] = csv_text(rows)
    for use in USES:
        items = [_item(one, article, figures) for one in making.cards if one.use == use]
        if items:
            files[f"items/{LESSON}/{use}.yaml"] = yaml_text(items)
    if making.tags:
        blocks = dict.fromkeys(one.block for one in making.tags)
        captions = [
            {
                "block": block,
                "spans": [
                    {"quote": one.quote, "tag": one.tag, "reason": one.reason}
                    for one in making.tags
                    if one.block == block
                ],
            }
            for block in blocks
        ]
        made = making.told.get("date", "") or "2026-01-01"
        files["captions/first_reading.yaml"] = yaml_text({"made": made, "captions": captions})
    return files


def _item(card: Card, article: Article, figures: Figures) -> dict[str, Any]:
    quotes = [{one.partition(".")[0]: article.quote(article.sentence(one))} for one in card.sentences]
    found: dict[str, Any] = {"id": card.id, "kind": card.kind, "topic": card.topic or say("lessons.a_topic")}
    if card.kind == "pair":
        found["sides"] = [[quote] for quote in quotes]
        found["relation"] = card.relation
    else:
        found["targets"] = quotes
    if card.kind == "number":
        value = computed(card.verb, card.figures, figures) or say("lessons.no_sum")
        found["computation"] = {"ask": say(f"lessons.ask.{card.verb}"), "value": value}
    if card.use == "exit" and card.kind in TAPPED:
        found["sureness"] = "yes"
    if not card.twins:
        return found | {"key": card.key} | _told(card.kind, card.key, card.explanation, card.feedback)
    places = told_places(card, article)
    found["variants"] = {card.state: _words(places, 0) | _told(card.kind, card.key, card.explanation, card.feedback)}
    for number, twin in enumerate(card.twins, start=1):
        relation = {"relation": twin.relation} if card.kind == "pair" else {}
        key = verdict_of(card.kind, twin.state)
        told = _words(places, number) | relation | _told(card.kind, key, twin.explanation, twin.feedback)
        found["variants"][twin.state] = told
    return found


def _told(kind: str, key: str, explanation: str, feedback: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    """What is said about the answers to a card, or to one of its states."""
    found: dict[str, Any] = {"explanation": explanation or say(f"lessons.explain.{key}")}
    if mine := dict(feedback):
        found["options"] = {
            one: default_option(key, one) | ({"feedback": mine[one]} if one in mine else {}) for one in VERDICTS[kind]
        }
    return found


def _words(places: Sequence[tuple[str, Sequence[str]]], state: int) -> dict[str, Any]:
    return {"words": [{block: words[state]} for block, words in places]}


def told_places(card: Card, article: Article) -> list[tuple[str, list[str]]]:
    """For each sentence that a twin changes its block, and the words there: as printed, then in each twin.

    The words are as few as can be, whole ones, and stand once in their block.
    """
    found = []
    for one in card.sentences:
        sentence = article.sentence(one)
        printed = article.quote(sentence)
        versions = [printed, *(dict(twin.sentences).get(one, printed) for twin in card.twins)]
        if any(version != printed for version in versions):
            found.append((sentence.block, _differing(versions, article.quote(article.block(sentence.block)))))
    return found


def _differing(versions: Sequence[str], block: str) -> list[str]:
    """What is left of each version between what they all begin and end with."""
    pieces = [re.findall(r"\S+|\s+", version) for version in versions]
    shortest = min(map(len, pieces))
    alike = (number for number in range(shortest) if len({tuple(one[: number + 1]) for one in pieces}) > 1)
    before = next(alike, shortest)
    after = 0
    while after < shortest - before and len({one[-after - 1] for one in pieces}) == 1:
        after += 1
    while True:
        words = ["".join(one[before : len(one) - after]) for one in pieces]
        if all(word == word.strip() != "" for word in words) and block.count(words[0]) == 1:
            return words
        is_ragged = any(word[-1:].isspace() for word in words)
        if after and (is_ragged or not before):
            after -= 1
        elif before:
            before -= 1
        else:
            return words


def checked(making: Making) -> Checked:
    """The pack made of all this, checked. Raises NotMade where there is no text."""
    files = files_of(making)
    folder = Path(mkdtemp(prefix="readtwice-"))
    try:
        write_files(folder, files)
        pack, problems = read_lesson(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    no_cards = [one for one in problems if one.file == "items"]
    return Checked(pack, tuple(one for one in problems if one not in no_cards), files)


def draw_exit_cards(making: Making, most: int = 4) -> Making:
    """Some cards become exit cards: kinds that are answered by a tap. Those with twins come first, since neighbours
    get others; then as many clean as flawed where there are both."""
    fit = [one for one in making.cards if one.kind in TAPPED and one.use != "exit"]
    with_twins = [one.id for one in reversed(fit) if one.twins]
    clean = [one.id for one in fit if one.key == CLEAN[one.kind]]
    others = [one.id for one in fit if one.key != CLEAN[one.kind]]
    wanted = most - sum(one.use == "exit" for one in making.cards)
    mixed = [one for pair in zip(reversed(others), reversed(clean), strict=False) for one in pair]
    order = dict.fromkeys([*with_twins, *(mixed or [one.id for one in reversed(fit)])])
    chosen = [*order][: max(0, min(wanted, len(fit) // 2))]
    cards = tuple(replace(one, use="exit") if one.id in chosen else one for one in making.cards)
    return replace(making, cards=cards)


def missing(making: Making) -> Iterator[tuple[int, dict[str, int]]]:
    """For a lesson of 20, 45 and 90 minutes, how many cards, numbers, captions and exit cards it lacks still."""
    there = (
        len(making.cards),
        sum(one.kind == "number" for one in making.cards),
        len({one.block for one in making.tags}),
        sum(one.use == "exit" for one in making.cards),
    )
    for minutes, needed in LENGTHS.items():
        names = ("cards", "numbers", "captions", "exit")
        yield minutes, {name: max(0, n - has) for name, n, has in zip(names, needed, there, strict=True)}


def plain(making: Making) -> dict[str, Any]:
    """All of it as plain values, to be kept in a file."""
    return asdict(making)


def from_plain(kept: object) -> Making:
    """What `plain` gave. Raises ValueError, TypeError, KeyError or AttributeError for anything else."""
    if not isinstance(kept, dict):
        raise TypeError("no lesson in the making")
    cards = tuple(
        Card(
            **{
                **one,
                "sentences": tuple(one["sentences"]),
                "figures": tuple(one["figures"]),
                "feedback": _pairs(one["feedback"]),
                "twins": tuple(
                    Twin(**{**twin, "sentences": _pairs(twin["sentences"]), "feedback": _pairs(twin["feedback"])})
                    for twin in one.get("twins", ())
                ),
            }
        )
        for one in kept["cards"]
    )
    return Making(
        str(kept["text"]),
        tuple((int(place), str(kind)) for place, kind in kept["kinds"]),
        tuple((str(name), str(text)) for name, text in kept["about"]),
        cards,
        tuple(Tag(**one) for one in kept["tags"]),
        tuple(OwnFigure(**one) for one in kept["figures"]),
    )


def _pairs(told: Iterable[Iterable[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((str(name), str(text)) for name, text in told)


def is_twin(twin: Twin, card: Card, article: Article) -> bool:
    """Whether it is another state of a card, in words that no other state of it has."""
    others = [{}, *(dict(one.sentences) for one in card.twins if one.state != twin.state)]
    told = dict(twin.sentences)
    return (
        bool(card.state)
        and twin.state in STATES
        and twin.state != card.state
        and bool(told)
        and set(told) <= set(card.sentences)
        and all(text and text != article.quote(article.sentence(one)) for one, text in told.items())
        and told not in others
        and (card.kind != "pair" or twin.relation in (AGREEMENTS if twin.state == "clean" else DISAGREEMENTS))
    )


def is_card(card: Card, article: Article) -> bool:
    """Whether a card can be made of what was chosen."""
    known = {one.id for one in article.sentences}
    return (
        card.kind in KINDS
        and card.key in VERDICTS[card.kind]
        and set(card.sentences) <= known
        and len(set(card.sentences)) == (2 if card.kind == "pair" else 1)
        and (card.kind != "pair" or card.relation in (*DISAGREEMENTS, *AGREEMENTS))
        and (card.kind != "number" or (card.verb in VERBS and len(set(card.figures)) == len(card.figures) == 2))
    )


def is_tag(tag: Tag, article: Article) -> bool:
    """Whether these words stand in that caption, and the tag is one."""
    captions = {block.id for block in article.blocks if block.kind == "caption"}
    if tag.block not in captions or tag.tag not in TAGS or not tag.reason:
        return False
    try:
        article.find_in_block(tag.block, tag.quote)
    except ValueError:
        return False
    return bool(tag.quote.strip())
