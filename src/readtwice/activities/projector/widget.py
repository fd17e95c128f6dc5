"""Projector: a one-shot for a class with one screen. One large card at a time: hands up, talk, hands up again.

Nobody's name is asked or kept: what is saved is how many hands went up for each choice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from readtwice.marking import Answer, mark
from readtwice.marking.caption_key import CAPTION, readings_of
from readtwice.markup import Html, html, joined
from readtwice.pack import VERDICTS, Item
from readtwice.pack.captions import TAGS
from readtwice.pack.checks.form import blocks_of
from readtwice.pack.item import Quote
from readtwice.pack.one_shot import OneShot, OneShotCaption, OneShotItem, Step
from readtwice.page.answers import verdict_words
from readtwice.page.base import CourseWidget, script, style
from readtwice.page.session import Session
from readtwice.page.views import View, block_quote, feedback_view, paragraph, quote_html, quote_view
from readtwice.words import say, words

OCCASION = "projector"
"""The occasion of counts of hands. They are a class's and nobody's own: no report and no score card counts them."""

STAGES = ("first", "talk", "second", "both", "text")
"""Hands up, talk, hands up again, both votes side by side, what the text shows. The order is the point: a class that
sees its first vote follows the larger number, so both votes show only once both are taken."""

MOST = 999
"""Hands for one choice. A hall has fewer, and a slip of a finger more."""

Votes = list[list[int]]
"""For each question of a card, how many hands went up for each of its choices."""


@dataclass(frozen=True, slots=True)
class CardState:
    """How far a class has come with a card: the place of its stage in STAGES, and both votes."""

    stage: int
    first: Votes
    second: Votes

    @property
    def saved(self) -> list[Any]:
        return [self.stage, self.first, self.second]


def read_state(value: object, shape: Sequence[int]) -> CardState:
    """A state as it is saved or sent; `shape` says how many choices each question has. Raises ValueError."""
    if not isinstance(value, list) or len(value) != 3:
        raise ValueError("that is no state of a card")
    stage, first, second = value
    if not _is_count(stage, len(STAGES) - 1):
        raise ValueError("a card has no such stage")
    for votes in (first, second):
        if not isinstance(votes, list) or len(votes) != len(shape):
            raise ValueError("each question has one vote")
        for counts, choices in zip(votes, shape, strict=True):
            if not isinstance(counts, list) or len(counts) != choices:
                raise ValueError("each choice has one count")
            if not all(_is_count(count, MOST) for count in counts):
                raise ValueError(f"hands are counted from 0 to {MOST}")
    return CardState(stage, first, second)


def _is_count(value: object, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most


class Projector(CourseWidget):
    """All steps of a pack's one-shot as large cards. Raises ValueError for a pack without a one-shot."""

    _esm = script(__package__, "script.js")
    _css = style(__package__, "style.css")
    name = "projector"

    def __init__(self, session: Session) -> None:
        if session.pack.one_shot is None:
            raise ValueError(f"{session.pack.slug} has no one-shot")
        self._one_shot: OneShot = session.pack.one_shot
        self._captions = {caption.block: caption for caption in session.pack.captions}
        self._shapes = self._all_shapes(session)
        self._classes = 0
        super().__init__(session)

    def _all_shapes(self, session: Session) -> dict[str, list[int]]:
        """For each card that is voted on, how many choices each of its questions has."""
        shapes = {}
        for step in self._one_shot.steps:
            for shown in step.items:
                shapes[shown.item] = [len(VERDICTS[session.pack.item(shown.item).kind])]
            for caption in step.captions:
                shapes[CAPTION + caption.block] = [len(TAGS)] * len(caption.words)
        return shapes

    def title(self) -> str:
        return say("projector.name", name=self._one_shot.name)

    def build(self) -> View:
        return {
            "notice": f"{say('static.specimen')} {self.session.pack.notice}",
            "slides": [
                slide for begins, ends, step in self._one_shot.plan for slide in self._slides(step, begins, ends)
            ],
            "most": MOST,
            "classes": self._classes,
        }

    def _slides(self, step: Step, begins: int, ends: int) -> list[View]:
        """What one step shows, in order: its text to read, then its cards; a sign for a step without either."""
        found = [self._to_read(part) for part in step.read]
        found += [_as_far_as_it_is(self._item(shown)) for shown in step.items]
        found += [_as_far_as_it_is(self._caption(shown)) for shown in step.captions]
        if not found:
            found = [{"id": step.id, "kind": "sign"}]
        head = {"step": step.title, "does": step.does, "begins": begins, "ends": ends, "minutes": step.minutes}
        return [{**head, **slide} for slide in found]

    def _to_read(self, part: str) -> View:
        article = self.session.pack.article
        blocks = [
            {"kind": block.kind, "where": paragraph(block.id), "text": article.quote(block)}
            for block in blocks_of(article, part)
        ]
        return {"id": f"read-{part}", "kind": "read", "blocks": blocks}

    def _state(self, card: str) -> CardState:
        shape = self._shapes[card]
        event = self.session.latest(card, OCCASION)
        try:
            return read_state(event.answer if event else None, shape)
        except ValueError:  # never voted on, or of an older revision
            return CardState(0, [[0] * choices for choices in shape], [[0] * choices for choices in shape])

    def _item(self, shown: OneShotItem) -> View:
        pack, item = self.session.pack, self.session.pack.item(shown.item)
        labels = words()["verdict_button"][item.kind]
        choices = [{"code": code, "label": labels[code]} for code in VERDICTS[item.kind]]
        state = self._state(item.id)
        return {
            "id": item.id,
            "kind": item.kind,
            "topic": item.topic,
            "prompt": item.prompt,
            "ask": item.computation.ask if item.computation else "",
            "box": item.box,
            "quotes": [quote_view(pack.article, quote, marked=item.kind != "pair") for quote in item.shown],
            "talk": shown.talk,
            "questions": [{"about": "", "choices": choices, "keys": [item.key]}],
            "state": state.saved,
            "answer": self._answer(item),
        }

    def _answer(self, item: Item) -> View:
        """What the text shows: the verdict, the spans, the explanation, and the sum where there is one."""
        key = Answer(item.key, item.relation)
        view = feedback_view(self.session.pack.article, mark(item, key, self.session.pack))
        sums = (
            [say("bench.we_get", shown=item.computation.shown), *item.computation.working] if item.computation else []
        )
        says_it = view["line"].endswith(view["explanation"])
        return {
            "heading": say("feedback.solution", verdict=verdict_words(item, key)),
            "lines": [*([] if says_it else [view["line"]]), view["explanation"]],
            "quotes": view["quotes"],
            "sums": sums,
            "why": view["why"],
            "sources": view["sources"],
            "as_of": view["as_of"],
        }

    def _caption(self, shown: OneShotCaption) -> View:
        article, caption = self.session.pack.article, self._captions[shown.block]
        choices = [{"code": tag, "label": say(f"captions.tag.{tag}")} for tag in TAGS]
        readings = [readings_of(quote, caption) for quote in shown.words]
        block = article.block(shown.block)
        state = self._state(CAPTION + shown.block)
        return {
            "id": CAPTION + shown.block,
            "kind": "caption",
            "topic": say("projector.caption", where=paragraph(shown.block)),
            "prompt": say("projector.caption_prompt"),
            "ask": "",
            "box": "",
            "quotes": [
                {"where": paragraph(shown.block), "parts": _parts(article.quote(block), block.start, shown.words)}
            ],
            "talk": shown.talk,
            "questions": [
                {"about": quote.text, "choices": choices, "keys": sorted({tag for tag, _ in reading})}
                for quote, reading in zip(shown.words, readings, strict=True)
            ],
            "state": state.saved,
            "answer": {
                "heading": say("projector.caption_answer"),
                "lines": [_reading_line(q.text, reading) for q, reading in zip(shown.words, readings, strict=True)],
                "quotes": [],
                "sums": [],
                "why": "",
                "sources": [],
                "as_of": "",
            },
        }

    def receive(self, message: dict[str, Any]) -> str:
        if message["type"] == "new_class":
            for card, shape in self._shapes.items():
                if self.session.latest(card, OCCASION):
                    zeros = [[0] * choices for choices in shape]
                    self._save(card, CardState(0, zeros, zeros))
            self._classes += 1
            return say("projector.new_class_done")
        if message["type"] != "state":
            raise ValueError("the projector knows no such message")
        card = message["card"]
        state = read_state(message["state"], self._shapes[card])
        if state != self._state(card):
            self._save(card, state)
        return ""

    def _save(self, card: str, state: CardState) -> None:
        self.session.save(card, state.saved, occasion=OCCASION)

    def static_html(self) -> Html:
        steps = joined(
            html(
                "<li><p><strong>{}</strong> {}: {}</p>{}</li>",
                step.title,
                say("projector.minutes", begins=begins, ends=ends),
                step.does,
                self._cards(step),
            )
            for begins, ends, step in self._one_shot.plan
        )
        return html("<p>{}</p><ol>{}</ol>", say("projector.how"), steps)

    def _cards(self, step: Step) -> Html:
        article = self.session.pack.article
        cards = []
        for shown in step.items:
            item = self.session.pack.item(shown.item)
            cards += [quote_html(quote_view(article, quote, marked=item.kind != "pair")) for quote in item.shown]
            cards.append(html("<p>{}</p><p>{}</p>", item.prompt, shown.talk))
        for caption in step.captions:
            cards.append(block_quote(article, caption.block) + html("<p>{}</p>", caption.talk))
        return joined(cards)


def _as_far_as_it_is(slide: View) -> View:
    """A card with its answer once the class is at the last stage; before that, the page does not hold it."""
    if slide["state"][0] == len(STAGES) - 1:
        return slide
    return {**slide, "questions": [{**one, "keys": []} for one in slide["questions"]], "answer": None}


def _parts(text: str, start: int, quotes: Sequence[Quote]) -> list[View]:
    """A caption in pieces; those that are voted on carry their number, counted from 1 in the order of the list."""
    pieces: list[View] = []
    at = 0
    for number, quote in sorted(enumerate(quotes, start=1), key=lambda one: one[1].span.start):
        begins, ends = quote.span.start - start, quote.span.end - start
        pieces += [{"text": text[at:begins], "number": 0}, {"text": text[begins:ends], "number": number}]
        at = ends
    return [*pieces, {"text": text[at:], "number": 0}]


def _reading_line(text: str, readings: Sequence[tuple[str, str]]) -> str:
    (first, reason), (second, _) = readings
    tags = [say(f"captions.tag.{tag}") for tag in (first, second)]
    if first != second:
        return say("projector.readings_differ", words=text, first=tags[0], second=tags[1])
    return say("projector.readings_agree", words=text, tag=tags[0], reason=reason)
