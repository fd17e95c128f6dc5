"""Make a lesson of a text by clicking: cards, captions, figures; what `check` says beside each; one file at the end."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from readtwice.article import Article
from readtwice.figures.figure import NUMBER, TIERS
from readtwice.figures.units import unit
from readtwice.lessons import making as m
from readtwice.lessons.opened import open_lesson
from readtwice.lessons.pages import WALL
from readtwice.lessons.written import NotMade, computed, drafts_in
from readtwice.lessons.zipped import NotALesson, reason_against, zipped
from readtwice.markup import Html, html
from readtwice.pack import Pack
from readtwice.pack.captions import TAGS
from readtwice.pack.folder.defaults import default_option
from readtwice.pack.item import AGREEMENTS, DISAGREEMENTS, KINDS, STATES, VERDICTS, verdict_of
from readtwice.pack.problem import is_day
from readtwice.page.base import PageWidget, script
from readtwice.page.files import write_text
from readtwice.page.views import View, paragraph
from readtwice.reading.pasted import KINDS as BLOCK_KINDS
from readtwice.reading.pasted import MOST_CHARACTERS
from readtwice.words import say

KEPT = "lesson-in-the-making.json"
LONGEST_LINK = 60_000
"""Signs of a lesson that a link carries: browsers take more, and what stands between may not."""

MOST_OFFERS = 12
MOST_FEEDBACK = 300
FIGURE_FIELDS = ("entity", "series", "value", "unit", "publisher", "address", "date")


class Maker(PageWidget):
    """`shown` is called with the pack to preview and what of it: the id of a card, the projector, or all where empty.
    `printed` makes the page of its sheets or of its answers.

    All that is said is kept in `folder` at once, and is there again after a restart.
    """

    _esm = script(__package__, "maker.js")
    name = "maker"

    def __init__(self, folder: Path, shown: Callable[[Pack, str], None], printed: Callable[[Pack, bool], str]) -> None:
        self._folder, self._shown, self._printed = folder, shown, printed
        self._problem = ""
        self._faults: dict[str, str] = {}
        self._making, self._checked = _kept(folder / KEPT)
        super().__init__()

    # --- what the page shows --------------------------------------------------------------------------------------

    def build(self) -> View:
        view: View = {"problem": self._problem, "longest": MOST_CHARACTERS, "ready": False}
        view["faults"] = self._faults
        found = self._checked
        if found is None:
            return view
        article = m.article_of(self._making)
        figures = m.all_figures(self._making)
        sentences = [
            {"code": one.id, "label": f"{paragraph(one.block)} {_short(article.quote(one))}"}
            for one in article.sentences
        ]
        return view | {
            "ready": True,
            "about": [{"name": one, "value": self._making.told.get(one, "")} for one in m.ABOUT],
            "parts": [
                {"place": str(place), "where": paragraph(one.id), "text": _short(article.quote(one)), "kind": one.kind}
                for place, one in enumerate(article.blocks)
            ],
            "sentences": sentences,
            "figures": [
                {"code": one.id, "label": f"{_short(one.entity)}: {one.series}", "block": one.address}
                for one in figures
            ],
            "offers": self._offers(article),
            "cards": [self._card(one, article, found) for one in self._making.cards],
            "captions": self._captions(article),
            "problems": found.of(""),
            "missing": [_lacks(minutes, lacks) for minutes, lacks in m.missing(self._making)],
            "choices": {
                "kind": list(KINDS),
                "keys": {kind: list(VERDICTS[kind]) for kind in KINDS},
                "relations": {
                    "clash": list(DISAGREEMENTS),
                    "no_clash": list(AGREEMENTS),
                    "undetermined": list(DISAGREEMENTS),
                },
                "verb": list(m.VERBS),
                "use": list(m.USES),
                "tag": list(TAGS),
                "tier": list(TIERS),
            },
        }

    def _offers(self, article: Article) -> list[View]:
        """Cards that the text suggests, of which there is none yet."""
        taken = {(one.kind, frozenset(one.sentences)) for one in self._making.cards}
        offers = []
        for draft in drafts_in(article, m.all_figures(self._making)):
            fields = draft.fields
            quotes = [side[0] for side in fields["sides"]] if "sides" in fields else fields["targets"]
            ids = [_sentence(article, *next(iter(quote.items()))) for quote in quotes]
            if (fields["kind"], frozenset(ids)) in taken:
                continue
            sum_ = re.fullmatch(r"\{(\w+):([^/|]+)/([^/|]+)\|\w+\}", str(fields.get("computation", {}).get("value")))
            offers.append(
                {
                    "kind": fields["kind"],
                    "sentences": ids,
                    "quotes": [_quoted(article, one) for one in ids],
                    "why": draft.note,
                    "verb": sum_[1] if sum_ else "",
                    "figures": [sum_[2], sum_[3]] if sum_ else [],
                }
            )
        return offers[:MOST_OFFERS]

    def _card(self, card: m.Card, article: Article, found: m.Checked) -> View:
        mine = dict(card.feedback)
        return {
            "id": card.id,
            "kind": card.kind,
            "use": card.use,
            "key": card.key,
            "quotes": [_quoted(article, one) for one in card.sentences],
            "topic": card.topic,
            "explanation": card.explanation or say(f"lessons.explain.{card.key}"),
            "feedback": [
                {"verdict": one, "text": mine.get(one) or default_option(card.key, one)["feedback"]}
                for one in VERDICTS[card.kind]
            ],
            "twins": self._twins(card, article),
            "working": self._working(card, found),
            "problems": self._problems(card, found),
        }

    def _twins(self, card: m.Card, article: Article) -> list[View]:
        """Each other state that a card can have: as it was written or, where it was not, as the text stands."""
        written = {one.state: one for one in card.twins}
        found = []
        for state in STATES if card.state else ():
            if state == card.state:
                continue
            key, twin = verdict_of(card.kind, state), written.get(state, m.Twin(state, ()))
            told, mine = dict(twin.sentences), dict(twin.feedback)
            found.append(
                {
                    "state": state,
                    "key": key,
                    "written": state in written,
                    "sentences": [
                        {"id": one, "text": told.get(one, article.quote(article.sentence(one)))}
                        for one in card.sentences
                    ],
                    "relation": twin.relation,
                    "explanation": twin.explanation or say(f"lessons.explain.{key}"),
                    "feedback": [
                        {"verdict": one, "text": mine.get(one) or default_option(key, one)["feedback"]}
                        for one in VERDICTS[card.kind]
                    ],
                }
            )
        return found

    def _working(self, card: m.Card, found: m.Checked) -> list[str]:
        items = {one.id: one for one in found.pack.items} if found.pack else {}
        there = items.get(card.id)
        return list(there.computation.working) if there and there.computation else []

    def _problems(self, card: m.Card, found: m.Checked) -> list[str]:
        if card.kind == "number" and not computed(card.verb, card.figures, m.all_figures(self._making)):
            return [say("lessons.no_sum")]
        return found.of(card.id)

    def _captions(self, article: Article) -> list[View]:
        return [
            {
                "block": block.id,
                "text": f"{paragraph(block.id)} {article.quote(block)}",
                "tags": [
                    {"place": place, "quote": one.quote, "tag": one.tag, "reason": one.reason}
                    for place, one in enumerate(self._making.tags)
                    if one.block == block.id
                ],
            }
            for block in article.blocks
            if block.kind == "caption"
        ]

    # --- what somebody does ---------------------------------------------------------------------------------------

    def receive(self, message: dict[str, Any]) -> str:
        self._problem, self._faults = "", {}
        does = {
            "text": self._text,
            "about": self._about,
            "kind": self._kind,
            "card": self._add_card,
            "edit": self._edit_card,
            "use": self._use,
            "remove": self._remove,
            "twin": self._twin,
            "untwin": self._untwin,
            "exit": self._exit,
            "tag": self._tag,
            "untag": self._untag,
            "figure": self._figure,
            "preview": self._preview,
            "save": self._save,
            "link": self._link,
            "print": self._print,
        }
        try:
            return does[message["type"]](message)
        except (NotMade, NotALesson) as problem:
            self._problem = str(problem)
        except OSError as error:
            self._problem = say("lessons.not_kept", reason=error.strerror)
        return self._problem

    def _now(self, making: m.Making, said: str) -> str:
        """Take it as it is from now on, if a pack can be made of it. Kept before anything else happens."""
        before = dict(_faults(self._making))
        self._refuse({key: told for key, told in _faults(making) if before.get(key) != told})
        checked = m.checked(making)
        self._folder.mkdir(parents=True, exist_ok=True)
        write_text(self._folder / KEPT, json.dumps(m.plain(making), ensure_ascii=False))
        self._making, self._checked = making, checked
        return said

    def _refuse(self, faults: dict[str, str]) -> None:
        """What no lesson may hold is told beside the field where it was written. Raises NotMade."""
        self._faults = faults
        if faults:
            raise NotMade(next(iter(faults.values())))

    def _text(self, message: dict[str, Any]) -> str:
        text = str(message["text"])
        if not any(map(str.isalnum, text)):
            raise NotMade(say("maker.empty"))
        if text.lstrip("\ufeff").startswith("---\n"):
            raise NotMade(say("maker.is_article"))
        title = " ".join(text.strip().partition("\n")[0].split())[:120]
        about = (*((name, told) for name, told in self._making.about if name == "made_by"), ("title", title))
        return self._now(m.Making(text, about=about), say("maker.taken"))

    def _about(self, message: dict[str, Any]) -> str:
        told = {name: _line(message["values"].get(name, "")) for name in m.ABOUT}
        if not told["title"]:
            return say("maker.needs_title")
        if told["date"] and not is_day(told["date"]):
            return say("maker.needs_date")
        return self._now(replace(self._making, about=tuple(told.items())), say("maker.kept"))

    def _kind(self, message: dict[str, Any]) -> str:
        place, kind = int(message["place"]), message["kind"]
        if kind not in BLOCK_KINDS or self._making.cards or self._making.tags:
            return say("maker.parts_first")
        kinds = {**dict(self._making.kinds), place: kind}
        return self._now(replace(self._making, kinds=tuple(sorted(kinds.items()))), say("maker.kept"))

    def _add_card(self, message: dict[str, Any]) -> str:
        told = message["values"]
        kind = str(told["kind"])
        sentences = tuple(map(str, told["sentences"]))[: 2 if kind == "pair" else 1]
        number = max((int(one.id.rpartition("-")[2]) for one in self._making.cards), default=0) + 1
        card = m.Card(
            f"card-{number:02d}",
            kind,
            str(told["key"]),
            sentences,
            topic=_line(told.get("topic", "")),
            relation=str(told.get("relation", "")) if kind == "pair" else "",
            verb=str(told.get("verb", "")) if kind == "number" else "",
            figures=tuple(map(str, told.get("figures", ())))[:2] if kind == "number" else (),
        )
        if len(self._making.cards) >= m.MOST_CARDS:
            return say("maker.cards_full", most=m.MOST_CARDS)
        if not m.is_card(card, m.article_of(self._making)):
            return say("maker.no_card")
        try:
            return self._now(replace(self._making, cards=(*self._making.cards, card)), say("maker.card_added"))
        except NotMade:  # the card has no fields of its own yet: they are those of the question that makes one
            self._faults = {f"{message.get('box', 'new')}-topic": told for told in self._faults.values()}
            raise

    def _edit_card(self, message: dict[str, Any]) -> str:
        told = message["values"]

        def edited(card: m.Card) -> m.Card:
            return replace(card, topic=_line(told.get("topic", "")), **_told(told, card.kind, card.key))

        return self._changed(str(message["card"]), edited)

    def _twin(self, message: dict[str, Any]) -> str:
        told, name, state = message["values"], str(message["card"]), str(message["state"])
        card = next(one for one in self._making.cards if one.id == name)
        if not card.state or state not in STATES:
            return say("maker.no_twin")
        article = m.article_of(self._making)
        printed = {one: " ".join(article.quote(article.sentence(one)).split()) for one in card.sentences}
        written = {
            one: _line(told["sentences"].get(one, text), len(text) + MOST_FEEDBACK) for one, text in printed.items()
        }
        changed = tuple((one, text) for one, text in written.items() if text != printed[one])
        relation = str(told.get("relation", "")) if card.kind == "pair" else ""
        twin = m.Twin(state, changed, relation=relation, **_told(told, card.kind, verdict_of(card.kind, state)))
        if not m.is_twin(twin, card, article):
            return say("maker.no_twin")
        twins = {**{one.state: one for one in card.twins}, state: twin}
        kept = tuple(twins[one] for one in STATES if one in twins)
        self._changed(name, lambda one: replace(one, twins=kept))
        return say("maker.twin_kept")

    def _untwin(self, message: dict[str, Any]) -> str:
        def without(card: m.Card) -> m.Card:
            return replace(card, twins=tuple(one for one in card.twins if one.state != message["state"]))

        self._changed(str(message["card"]), without)
        return say("maker.removed")

    def _use(self, message: dict[str, Any]) -> str:
        if message["use"] not in m.USES:
            raise ValueError("that is no use of a card")
        return self._changed(str(message["card"]), lambda card: replace(card, use=str(message["use"])))

    def _changed(self, name: str, change: Callable[[m.Card], m.Card]) -> str:
        cards = tuple(change(one) if one.id == name else one for one in self._making.cards)
        return self._now(replace(self._making, cards=cards), say("maker.kept"))

    def _remove(self, message: dict[str, Any]) -> str:
        cards = tuple(one for one in self._making.cards if one.id != message["card"])
        return self._now(replace(self._making, cards=cards), say("maker.removed"))

    def _exit(self, _message: dict[str, Any]) -> str:
        drawn = m.draw_exit_cards(self._making)
        if drawn == self._making:
            return say("maker.no_exit")
        return self._now(drawn, say("maker.exit_drawn", count=sum(one.use == "exit" for one in drawn.cards)))

    def _tag(self, message: dict[str, Any]) -> str:
        told = message["values"]
        tag = m.Tag(str(message["block"]), _line(told["quote"]), str(told["tag"]), _line(told["reason"]))
        if not m.is_tag(tag, m.article_of(self._making)):
            return say("maker.no_tag")
        return self._now(replace(self._making, tags=(*self._making.tags, tag)), say("maker.kept"))

    def _untag(self, message: dict[str, Any]) -> str:
        tags = tuple(one for place, one in enumerate(self._making.tags) if place != message["place"])
        return self._now(replace(self._making, tags=tags), say("maker.removed"))

    def _figure(self, message: dict[str, Any]) -> str:
        told = {name: _line(message["values"].get(name, "")) for name in (*FIGURE_FIELDS, "tier")}
        if not all(told.values()) or told["tier"] not in TIERS:
            return say("maker.no_figure")
        if not NUMBER.fullmatch(told["value"]):
            return say("maker.needs_number")
        try:
            unit(told["unit"])
        except ValueError:
            return say("maker.needs_unit", unit=told["unit"][:40])
        if not is_day(told["date"] + "-01-01"[len(told["date"]) - 4 :]):
            return say("maker.needs_date_of_figure")
        figures = (*self._making.figures, m.OwnFigure(**told))
        return self._now(replace(self._making, figures=figures), say("maker.kept"))

    def _whole(self) -> m.Checked:
        """What can be shown, saved and printed. Raises NotMade where something is wrong with it."""
        self._refuse(dict(_faults(self._making)))
        found = self._checked or m.checked(self._making)
        if found.problems or found.pack is None:
            first = found.problems[0]
            raise NotMade(say("maker.problem_first", problem=f"{first.message}. {first.remedy}."))
        return found

    def _preview(self, message: dict[str, Any]) -> str:
        what = str(message.get("what", ""))
        if what and what != WALL and what not in (one.id for one in self._making.cards):
            raise KeyError(what)
        pack = self._whole().pack
        assert pack is not None
        self._shown(pack, what)
        return say("maker.previewed_card" if what not in ("", WALL) else "maker.previewed")

    def _save(self, _message: dict[str, Any]) -> str:
        return self._handed()

    def _link(self, _message: dict[str, Any]) -> str:
        return self._handed(link=True)

    def _handed(self, *, link: bool = False) -> str:
        """The lesson as a file or, for a page that makes a link of it, as what the link carries."""
        if not self._making.told.get("made_by"):
            return say("maker.needs_name")
        if not self._making.cards:
            return say("maker.needs_card")
        content = zipped(self._whole().files)
        try:
            pack = open_lesson(content)  # by the way that every borrowed one goes, so that it opens elsewhere too
        except NotALesson as refused:  # its message names a file that nobody here sees
            raise NotMade(say("maker.unsafe_somewhere", reason=refused.reason) if refused.reason else refused) from None
        name, text = f"{pack.slug}.zip", b64encode(content).decode()
        if link and len(text) > LONGEST_LINK:
            return say("maker.too_long_for_a_link", name=name)
        self.send({"file": {"name": name, "text": text, "base64": True, "link": link}})
        return say("maker.linked", name=name) if link else say("maker.saved", name=name)

    def _print(self, message: dict[str, Any]) -> str:
        pack, is_key = self._whole().pack, message["what"] == "answers"
        assert pack is not None
        name = f"{pack.slug}{'-answers' if is_key else ''}.html"
        self.hand_over(name, self._printed(pack, is_key))
        return say("maker.printed", name=name)

    def static_html(self) -> Html:
        return html("<p>{}</p>", say("maker.how"))


def _lacks(minutes: int, lacks: dict[str, int]) -> str:
    told = [say(f"maker.lacks.{name}", count=count) for name, count in lacks.items() if count]
    return say("maker.missing", minutes=minutes, what=", ".join(told)) if told else say("maker.enough", minutes=minutes)


def _short(text: str) -> str:
    words_ = " ".join(text.split())
    return words_ if len(words_) <= 110 else f"{words_[:100]}…"


def _quoted(article: Article, sentence: str) -> str:
    return f"{paragraph(sentence.partition('.')[0])} {article.quote(article.sentence(sentence))}"


def _told(told: dict[str, Any], kind: str, key: str) -> dict[str, Any]:
    """The explanation and the feedback of a card, or of a state of it, that are not the default ones."""
    said = {one: _line(told.get(one, "")) for one in VERDICTS[kind]}
    kept = {one: text for one, text in said.items() if text and text != default_option(key, one)["feedback"]}
    explanation = _line(told.get("explanation", ""))
    return {
        "explanation": "" if explanation == say(f"lessons.explain.{key}") else explanation,
        "feedback": tuple(kept.items()),
    }


def _line(told: object, most: int = MOST_FEEDBACK) -> str:
    """What was written, in one line. Raises NotMade where it is too long: nothing that was typed is cut."""
    line = " ".join(str(told).split())
    if len(line) > most:
        raise NotMade(say("maker.too_long", most=most, words=line[:40]))
    return line


def _sentence(article: Article, block: str, text: str) -> str:
    """The id of the sentence with these words in a block."""
    return next(one.id for one in article.sentences if one.block == block and article.quote(one) == text)


def _faults(making: m.Making) -> Iterator[tuple[str, str]]:
    """What no lesson may hold, in words: by the key of the field on the page where it was written."""
    if making.text.strip():
        article = m.article_of(making)
        for words_ in (*map(article.quote, article.blocks), *map(article.quote, article.sentences)):
            if found := reason_against(words_):
                begins = "".join(sign for sign in _short(words_) if sign.isprintable())[:40]
                yield "paste", say("maker.unsafe_text", words=begins, reason=say(f"lessons.reason.{found[1]}"))
                break
    for key, label, text in _written(making):
        if found := reason_against(text):
            yield key, say("maker.unsafe", field=label, reason=say(f"lessons.reason.{found[1]}"))


def _written(making: m.Making) -> Iterator[tuple[str, str, str]]:
    """All that was written beside the text: the key of its field on the page, what that is called, and the words."""
    for name, text in making.about:
        yield f"about-{name}", say(f"maker.about.{name}"), text
    for card in making.cards:
        yield f"{card.id}-topic", say("maker.field.topic"), card.topic
        yield from _written_of(card.id, card)
        for twin in card.twins:
            key = f"{card.id}-{twin.state}"
            yield from ((f"{key}-{one}", say("maker.field.sentence"), text) for one, text in twin.sentences)
            yield from _written_of(key, twin)
    for tag in making.tags:
        yield f"caption-{tag.block}-reason", say("maker.field.reason"), tag.reason
    for figure in making.figures:
        for name in FIGURE_FIELDS:
            yield f"figure-{name}", say(f"maker.figure.{name}"), getattr(figure, name)


def _written_of(key: str, one: m.Card | m.Twin) -> Iterator[tuple[str, str, str]]:
    yield f"{key}-explanation", say("maker.field.explanation"), one.explanation
    for verdict, text in one.feedback:
        yield f"{key}-{verdict}", say("maker.feedback_to", verdict=say(f"maker.verdict.{verdict}")), text


def _kept(path: Path) -> tuple[m.Making, m.Checked | None]:
    """What was made before, checked; nothing where there is none, or where it is damaged. The file stays as it is."""
    try:
        making = m.from_plain(json.loads(path.read_text(encoding="utf-8")))
        return making, m.checked(making) if making.text else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return m.Making(), None
