"""Read a text of one's own: paste it, and look at what the tools can see. The verdict stays with the reader."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from readtwice.activities.own_article.offers import Offer, Section, compared, ledger, listed, sections
from readtwice.activities.own_article.sums import first_number, own_figure, work_out
from readtwice.markup import Html, html
from readtwice.markup import listed as html_list
from readtwice.pack import Pack
from readtwice.page.base import CourseWidget, script
from readtwice.page.kept import TALK
from readtwice.page.own_text import ITEM, NoText, OwnText, answers_item, cleaned, saved
from readtwice.page.session import Session
from readtwice.page.views import View
from readtwice.reading.pasted import KINDS, MOST_CHARACTERS
from readtwice.reading.quantities import Quantity
from readtwice.words import language, say, words

MOST_ANSWERS = 400
MOST_ROWS = 20
MAXIMUM_TEXT = 2_000
MAXIMUM_KEY = 160
MOST_KEPT = 500_000
"""Characters that all answers about a text may take as JSON: a line of a record holds them."""

_FIGURE, _ROWS = "figure:", "rows:"


class OwnArticle(CourseWidget):
    """The text is saved under `own-text`; what is said of it under `own-answers-`, one dictionary for each text."""

    _esm = script(__package__, "script.js")
    name = "own_article"

    def __init__(self, session: Session) -> None:
        self._problem = ""
        self._result = ""
        super().__init__(session)

    def build(self) -> View:
        own = saved(self.session.record)
        view: View = {"longest": MOST_CHARACTERS, "problem": self._problem, "ready": own is not None}
        if own is None:
            return view
        pack = own.pack
        answers = self._answers(pack)
        rows = _rows(answers)
        return view | {
            "rows": len(rows),
            "text": {"title": pack.article.title, "characters": len(pack.article.text)},
            "sections": [self._section(one, pack, answers) for one in _seen(own, rows, language())],
            "numbers": [*_listed(own), *_figures(answers)],
            "result": self._result,
        }

    def asked(self) -> list[bool]:
        own = saved(self.session.record)
        return [own is not None, own is not None and len(self._answers(own.pack)) >= 3]

    def forget(self) -> None:
        self._problem = self._result = ""

    def _answers(self, pack: Pack) -> dict[str, str]:
        event = self.session.latest(answers_item(pack.article.text), TALK)
        found = event.answer if event and isinstance(event.answer, dict) else {}
        sound = {key: text for key, text in found.items() if isinstance(key, str) and isinstance(text, str)}
        return {key: text[:MAXIMUM_TEXT] for key, text in list(sound.items())[:MOST_ANSWERS] if len(key) <= MAXIMUM_KEY}

    def _section(self, section: Section, pack: Pack, answers: dict[str, str]) -> View:
        offers = [self._offer(one, pack, answers) for one in section.offers]
        return {"code": section.code, "note": section.note, "offers": offers}

    def _offer(self, one: Offer, pack: Pack, answers: dict[str, str]) -> View:
        chosen = answers.get(one.key, "")
        if one.choices == "kinds":
            chosen = pack.article.block(one.key.removeprefix("part:")).kind
        boxes = [{"code": box, "text": answers.get(f"{one.key}:{box}", "")} for box in one.boxes]
        rewrite = answers.get(f"{one.key}:rewrite", "")
        told = (compared(one.quotes[0][1], rewrite),) if rewrite else ()
        return {
            "key": one.key,
            "title": one.title,
            "quotes": [{"where": where, "text": text} for where, text in one.quotes],
            "lines": [*one.lines, *told],
            "choices": one.choices,
            "chosen": chosen,
            "boxes": boxes,
        }

    def receive(self, message: dict[str, Any]) -> str:
        self._problem = ""
        if message["type"] == "text":
            return self._take_text(message["text"])
        own = saved(self.session.record)
        if own is None:
            raise ValueError("there is no text yet")
        if message["type"] == "kind":
            return self._change_kind(own, message["key"], message["choice"])
        if message["type"] == "work_out":
            one, other = (self._number(own, str(message[which])) for which in ("one", "other"))
            self._result = work_out(one, other, message["how"])
            return self._result
        if message["type"] == "answer":
            return self._answer(own, message["key"], message["choice"])
        if message["type"] == "write":
            return self._write(own, message["key"], message["box"], message["text"])
        if message["type"] == "row":
            return self._row(own.pack, message["text"])
        if message["type"] == "figure":
            return self._figure(own.pack, message["text"], message["source"])
        raise ValueError("the page knows no such message")

    def _take_text(self, raw: object) -> str:
        try:
            text = cleaned(raw)
        except NoText as problem:
            self._problem = str(problem)
            return self._problem
        self._result = ""
        self.session.save(ITEM, {"text": text, "kinds": {}}, occasion=TALK)
        own = saved(self.session.record)
        count = len(own.pack.article.sentences) if own else 0
        return say("own_article.taken", count=count)

    def _change_kind(self, own: OwnText, key: str, kind: str) -> str:
        if kind not in KINDS:
            raise ValueError("a part is a paragraph, a heading or a caption")
        place = [block.id for block in own.pack.article.blocks].index(key.removeprefix("part:"))
        kinds = {str(one): told for one, told in {**dict(own.kinds), place: kind}.items()}
        self.session.save(ITEM, {"text": own.text, "kinds": kinds}, occasion=TALK)
        return say("own_article.kept")

    def _number(self, own: OwnText, label: str) -> Quantity | None:
        """A number of the list: of the text, or of a figure that the reader wrote."""
        if label in _figures(self._answers(own.pack)):
            return first_number(label)
        return _listed(own).get(label)

    def _known(self, own: OwnText, key: str) -> Offer:
        seen = _seen(own, _rows(self._answers(own.pack)), language())
        return {one.key: one for section in seen for one in section.offers}[key]

    def _answer(self, own: OwnText, key: str, choice: str) -> str:
        offer = self._known(own, key)
        if not offer.choices or choice not in words()["own_article"]["choices"][offer.choices]:
            raise ValueError("that is no answer to this")
        return self._save(own.pack, key, choice)

    def _write(self, own: OwnText, key: str, box: str, text: object) -> str:
        if box not in self._known(own, key).boxes or not isinstance(text, str):
            raise ValueError("there is no such box")
        return self._save(own.pack, f"{key}:{box}", text[:MAXIMUM_TEXT])

    def _row(self, pack: Pack, text: object) -> str:
        word = " ".join(str(text).split())[:80].replace(":", " ")
        if not word:
            return say("own_article.row_first")
        if len(_rows(self._answers(pack))) >= MOST_ROWS:
            return say("own_article.rows_full", most=MOST_ROWS)
        return self._save(pack, f"{_ROWS}{word}", word)

    def _figure(self, pack: Pack, text: object, source: object) -> str:
        told = own_figure(str(text), str(source))
        if told is None:
            return say("own_article.figure_form")
        count = sum(key.startswith(_FIGURE) for key in self._answers(pack))
        return self._save(pack, f"{_FIGURE}{count}", told)

    def _save(self, pack: Pack, key: str, text: str) -> str:
        answers = self._answers(pack) | {key: text}
        if len(answers) > MOST_ANSWERS or len(key) > MAXIMUM_KEY or len(json.dumps(answers)) > MOST_KEPT:
            return say("own_article.full")
        self.session.save(answers_item(pack.article.text), answers, occasion=TALK)
        return say("own_article.kept")

    def static_html(self) -> Html:
        names = words()["own_article"]["section"].values()
        return html("<p>{}</p>{}", say("own_article.how"), html_list(names))


def _rows(answers: Iterable[str]) -> tuple[str, ...]:
    """The words for which the reader made a row of the ledger."""
    return tuple(key.removeprefix(_ROWS) for key in answers if key.startswith(_ROWS))


def _figures(answers: dict[str, str]) -> list[str]:
    """The reference figures that the reader wrote."""
    return [text for key, text in answers.items() if key.startswith(_FIGURE)]


@lru_cache(maxsize=8)
def _seen(own: OwnText, rows: tuple[str, ...], language: str) -> tuple[Section, ...]:
    """All sections; a new row makes the ledger anew, and nothing else."""
    if not rows:
        return tuple(sections(own.pack))
    mine = ledger(own.pack.article, rows)
    return tuple(mine if one.code == mine.code else one for one in _seen(own, (), language))


@lru_cache(maxsize=4)
def _listed(own: OwnText) -> dict[str, Quantity]:
    return listed(own.pack.article)
