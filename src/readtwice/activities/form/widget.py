"""Form: cards that measure, beside their invented stories. One tap, no feedback; later the same cards with answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from readtwice.marking import mark
from readtwice.marking.answer import SURE, SURENESS
from readtwice.pack import Item
from readtwice.pack.checks.form import blocks_of
from readtwice.pack.draw import called, drawn, page_id, variants
from readtwice.pack.form import Form as CardForm
from readtwice.pack.form import FormCard, Half, Story, cards_in_order
from readtwice.page.answers import answer_item, answers_to, saved_answer, tapped_words
from readtwice.page.base import CourseWidget, script, style
from readtwice.page.elsewhere import elsewhere, join_elsewhere
from readtwice.page.line import line_view
from readtwice.page.session import Session
from readtwice.page.views import View, feedback_view, quote_view
from readtwice.record import Event, Line, dealt_to, line_of, parity, with_earlier
from readtwice.record.card_sets import UNLOCKED_BY
from readtwice.words import say


def cards_for(session: Session, occasion: str, *, whole: bool = False) -> tuple[Half, tuple[FormCard, ...]]:
    """Which half of the open form this learner gets on an occasion, and its cards, as they are printed.

    The half that was begun on that occasion; after the course the one that was not met before it; else by the parity
    of the learner's code. A form on one text is never halved. Raises ValueError for a pack without a form.
    """
    form = session.pack.form
    if form is None:
        raise ValueError(f"{session.pack.slug} has no form")
    halves = {story.half for story in form.stories}
    half: Half = "whole" if whole or "whole" in halves else _half(session, form, occasion)
    return half, cards_in_order(session.pack, form, half)


def dealt_for(session: Session, occasion: str, *, whole: bool = False) -> tuple[Session, Half, tuple[FormCard, ...]]:
    """The form as it is this learner's on an occasion: the session with the pack as it reads, the half, its cards.

    Of a card that was answered on that occasion it is the state that was answered, of others the state that is drawn.
    """
    half, cards = cards_for(session, occasion, whole=whole)
    pack = session.pack
    if not pack.twins:
        return session, half, cards
    chosen = dealt_to(pack, session.record.learner)
    for card in cards:
        answered = [item for item in variants(pack, card.item) if answers_to(session, item, occasion)]
        if answered:
            chosen[card.item] = answered[0]
    told = drawn(pack, chosen)
    own = {told.item(card.item).card: card for card in (told.form.cards if told.form else ())}
    return session.beside(told), half, tuple(own[card.item] for card in cards)


def session_for(sessions: Sequence[Session], occasion: str) -> Session:
    """Which of one or two parallel forms is this learner's on an occasion: the one begun, else by parity."""
    begun = [
        one for one in sessions if any(answers_to(one, item, occasion) for item in (*one.pack.items, *one.pack.twins))
    ]
    second = bool(parity(sessions[0].record.learner)) != (occasion == "after")
    return begun[0] if begun else sessions[-1] if second else sessions[0]


def is_unlocked(sessions: Sequence[Session], occasion: str, *, whole: bool = False) -> bool:
    """Whether every card is answered that must be, before anything is said to the cards of an occasion."""
    last = UNLOCKED_BY[occasion]
    session, _, cards = dealt_for(session_for(sessions, last), last, whole=whole)
    return session.record.chosen and all(_first(session, card, last) for card in cards)


def _first(session: Session, card: FormCard, occasion: str) -> Event | None:
    """The answer that counts."""
    return next(iter(answers_to(session, session.pack.item(card.item), occasion)), None)


def _half(session: Session, form: CardForm, occasion: str) -> Half:
    begun = {when: half for when in ("before", "after") if (half := _begun(session, form, when))}
    other: dict[str, Half] = {"first": "second", "second": "first"}
    if occasion in begun:
        return begun[occasion]
    for half in begun.values():
        return other[half]
    first: Half = "second" if parity(session.record.learner) else "first"
    return first if occasion == "before" else other[first]


def _begun(session: Session, form: CardForm, occasion: str) -> Half | None:
    """The half that has most answers on an occasion: work that was joined may hold some of either."""
    counts: dict[Half, int] = {"first": 0, "second": 0}
    for half in counts:
        states = [one for card in form.cards_of(half) for one in variants(session.pack, card.item)]
        counts[half] = sum(bool(answers_to(session, one, occasion)) for one in states)
    most = max(counts, key=lambda half: counts[half])
    return most if counts[most] else None


class Form(CourseWidget):
    """The cards of one occasion. With `review`, the same cards with the learner's answers and what is said to them."""

    _esm = script(__package__, "script.js")
    _css = style(__package__, "style.css")
    name = "form"
    marks = False
    static_phrase = "static"
    phrases = ("verdict_button", "sureness_button", "elsewhere")

    def __init__(
        self,
        session: Session,
        occasion: str,
        *,
        whole: bool = False,
        review: bool = False,
        parallel: Session | None = None,
    ) -> None:
        """`parallel` is the same notebook with a parallel form: whole forms come in the order of parity."""
        self._occasion, self._whole, self._review = occasion, whole, review
        self._sessions = (session, parallel) if parallel else (session,)
        super().__init__(session)
        # the review waits for the last card; the code grows with the task of search, which is another widget too
        session.tell(saved=self.show if review else self._grown)

    def title(self) -> str:
        return say(f"form.review_title.{self._occasion}" if self._review else f"form.title.{self._occasion}")

    def build(self) -> View:
        session = self.session = session_for(self._sessions, self._occasion)
        if not session.record.chosen:  # another learner's half would be the wrong one
            return {"locked": say("form.choose_first")}
        if self._review and not is_unlocked(self._sessions, self._occasion, whole=self._whole):
            return {"locked": say("form.locked")}
        self.session, _, cards = dealt_for(session, self._occasion, whole=self._whole)
        first = {card.item: _first(self.session, card, self._occasion) for card in cards}
        done = all(first.values())
        form = self.session.pack.form
        assert form is not None
        stories = [story for story in form.stories if any(card.story == story.id for card in cards)]
        views = [self._card(card, first[card.item]) for card in cards]
        return {
            "locked": "",
            "review": self._review,
            "intro": "" if self._review else say(f"form.intro.{self._occasion}", count=len(cards)),
            "stories": {story.id: self._story(story) for story in stories},
            "cards": views,
            "elsewhere": elsewhere(self._sessions, self._occasion) if self._review and not done else [],
            "surprises": [place for place, view in enumerate(views) if view["surprise"]],
            **line_view(self._line() if done and not self._review else Line()),
        }

    def asked(self) -> list[bool]:
        if self._review or not self.session.record.chosen:
            return []
        _, cards = cards_for(self.session, self._occasion, whole=self._whole)
        return [_first(self.session, card, self._occasion) is not None for card in cards]

    def _story(self, story: Story) -> View:
        article = self.session.pack.article
        blocks = [{"kind": block.kind, "text": article.quote(block)} for block in blocks_of(article, story.part)]
        return {"blocks": blocks, "box": list(story.shows)}

    def _card(self, card: FormCard, event: Event | None) -> View:
        pack, item = self.session.pack, self.session.pack.item(card.item)
        answer = saved_answer(item, event)
        view: View = {
            "id": page_id(item),
            "kind": item.kind,
            "story": card.story,
            "topic": item.topic,
            "prompt": item.prompt,
            "quotes": [
                {**quote_view(pack.article, quote, marked=item.kind != "pair"), "where": ""} for quote in item.shown
            ],  # the paragraphs of a story have no numbers
            "said": tapped_words(item, answer) if answer else "",
            "feedback": None,
            "decided_by": "",
            "surprise": False,
        }
        if self._review:
            view["feedback"] = feedback_view(pack.article, mark(item, answer, pack)) if answer else _key_view(item)
            view["decided_by"] = card.decided_by
            view["surprise"] = (
                answer is not None and answer.sureness in SURE and view["feedback"]["outcome"] == "not_yet"
            )
        return view

    def _line(self) -> Line:
        """All that is to be handed in: after a course what was answered before it, too, and the tasks of search."""
        session = session_for(self._sessions, self._occasion)  # the pack as it is printed: a code names its twins
        halves = {self._occasion: cards_for(session, self._occasion, whole=self._whole)[0]}
        occasions = {self._occasion}
        if self._occasion == "after" and not self._whole:
            occasions.add("before")
            before, first, cards = dealt_for(session, "before")
            if all(_first(before, card, "before") for card in cards):
                halves["before"] = first
        known = [sets for one in self._sessions for sets in with_earlier(one.pack)]
        forms = [one for one in known if (one[0].pack, one[0].part) == (session.slug, halves.get(one[0].occasion))]
        searches = [one for one in known if not one[0].part and one[0].occasion in occasions]
        return line_of([*forms, *searches], session.record.learner, session.record.events)

    def _grown(self) -> None:
        """Show the code once more where an answer beside the cards has changed it."""
        if (code := self.view.get("code")) and code != self._line().code:
            self.show()

    def receive(self, message: dict[str, Any]) -> str:
        if message.get("type") == "join":
            return join_elsewhere(self.session, message)
        # Any card of the form: a click that waited for a restart may come before the learner is known, and the half.
        known = {
            item.id: (session, item)
            for session in self._sessions
            for card in (session.pack.form.cards if session.pack.form else ())
            for item in variants(session.pack, card.item)
        }
        item = called(message["item"], (item for _, item in known.values()))
        session, sureness = known[item.id][0], message["sureness"]
        if self._review or sureness not in SURENESS:
            raise ValueError("this is no answer to a card of this form")
        pack = session.pack
        if not any(answers_to(session, one, self._occasion) for one in variants(pack, item.card)):
            answer_item(session, item, sureness, self._occasion)
        self.session, _, cards = dealt_for(session, self._occasion, whole=self._whole)
        answered = sum(_first(self.session, card, self._occasion) is not None for card in cards)
        return say("form.answered", progress=say("form.tally", answered=answered, count=len(cards)))


def _key_view(item: Item) -> View:
    """What an unanswered card says: the key, without any verdict on the learner."""
    return {
        "outcome": "",
        "heading": say("form.not_tried"),
        "line": item.options[item.key].feedback,
        "explanation": item.explanation,
        "why": "",
        "sources": [],
        "as_of": "",
        "quotes": [],
        "next": "",
    }
