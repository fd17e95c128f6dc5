"""Number bench: estimate first, build the check from parts, say your number, then judge the claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from readtwice.activities.numbers.estimate import (
    OCCASION,
    as_read,
    beside_the_answer,
    ends,
    read_estimate,
    run_of,
    step,
)
from readtwice.marking import Answer, Feedback, mark
from readtwice.marking.answer import UnreadableAnswer, read_answer
from readtwice.marking.numbers import MAXIMUM_CHARACTERS, UnreadableNumber, read_number
from readtwice.markup import Html, each, html, joined
from readtwice.pack import VERDICTS, Item
from readtwice.pack.draw import called, name_on_page
from readtwice.pack.item import Computation
from readtwice.page.answers import answer_item, answers_to, verdict_words, you_said
from readtwice.page.base import CourseWidget, script, style
from readtwice.page.check_parts import parts_view, work_out, working_view
from readtwice.page.demand import Demand
from readtwice.page.hints import Hints, steps_view
from readtwice.page.session import Session
from readtwice.page.set_card import set_card
from readtwice.page.views import View, box_html, feedback_view, item_quotes, quote_html
from readtwice.words import say, words

TRIES = 3
"""After so many numbers that do not fit, the answer is shown."""


def fits_bench(item: Item) -> bool:
    """Whether the bench can show an item: one with a number to work out, or a claim to judge among them."""
    return item.kind in ("number", "claim") and not item.sureness


class NumberBench(CourseWidget):
    """Cards with a number to work out. A worked item shows its reasoning and answer once they are asked for, or a guess
    at the number was made; a faded one its first steps.

    What is saved: the estimate, under an occasion of its own; each number; and the verdict, with the number if it fits.
    A claim among the cards is judged at once. Raises ValueError for an item that does not fit the bench.
    """

    _esm = script(__package__, "script.js")
    _css = style(__package__, "style.css")
    name = "bench"
    phrases = ("verdict_button", "judge", "set_card")

    def __init__(self, session: Session, items: Sequence[Item], occasion: str = "lesson") -> None:
        for item in items:
            if not fits_bench(item):
                raise ValueError(f"{item.id!r} has no place on the number bench")
        self._items = {item.id: item for item in items}
        self._occasion = occasion
        self._results: dict[str, View] = {}
        self._problems: dict[str, dict[str, str]] = {}
        self._given_up: set[str] = set()
        self._hints = Hints()
        super().__init__(session)

    def title(self) -> str:
        items = list(self._items.values())
        return say("bench.one", topic=items[0].topic) if len(items) == 1 else say(f"bench.sets.{items[0].use}")

    def build(self) -> View:
        items = [*self._items.values()]
        return {
            "cards": [*map(self._card, items)],
            "longest": MAXIMUM_CHARACTERS,
            "run": run_of(self._guesses()),
            "set": set_card(items, [self._judged(item, *self._answered(item)) for item in items]),
        }

    def _card(self, item: Item) -> View:
        article, worked = self.session.pack.article, item.use == "worked"
        number, verdict = self._answered(item)
        judged = self._judged(item, number, verdict)
        if worked:
            judged = Answer(item.key) if self._is_shown(item) else None
        view: View = {
            "id": name_on_page(self.session.whole, item),
            "kind": item.kind,
            "topic": item.topic,
            "prompt": item.prompt,
            "quotes": item_quotes(article, item),
            "box": item.box,
            "verdicts": list(VERDICTS[item.kind]),
            **steps_view(item, is_open=judged is None),
            **self._hints.view(item),
            "worked": worked,
            "said": "" if worked else you_said(item, judged),
            "problem": self._problems.get(item.id, {}),
            "feedback": None if judged is None else feedback_view(article, mark(item, judged, self.session.pack)),
        }
        if worked and view["feedback"]:
            view["feedback"]["heading"] = say("feedback.solution", verdict=verdict_words(item, judged))
        if item.computation:
            view["number"] = self._number_view(item, item.computation, number, judged is not None)
        return view

    def _number_view(self, item: Item, computation: Computation, number: str, judged: bool) -> View:
        """What a card shows of the number that it asks for."""
        from readtwice.figures.check import measured_in  # here, because a page without numbers should not wait for it

        estimate, figures = self._estimate(item), self.session.pack.figures
        learner = self.session.record.learner
        refused = self._problems.get(item.id, {}).get("step") == "number"  # what was typed last has no answer to it
        feedback = self._marked(item, [number]) if number and not refused else None
        revealed = judged or self._is_revealed(item)
        return {
            "ask": computation.ask,
            "unit": measured_in(computation.unit),
            "slider": {
                "min": str(computation.estimate_low),
                "max": str(computation.estimate_high),
                "step": str(step(computation)),
                **ends(computation),
            },
            "estimate": "" if estimate is None else as_read(computation, estimate),
            "parts": [] if item.use == "worked" else parts_view(item, computation, figures, learner),
            "result": self._results.get(item.id),
            "typed": number,
            "feedback": feedback_view(self.session.pack.article, feedback) if feedback else None,
            "may_give_up": bool(number) and not revealed,
            "reveal": self._reveal(computation, estimate) if revealed else None,
        }

    def _reveal(self, computation: Computation, estimate: Decimal | None) -> View:
        return {
            "answer": say("bench.we_get", shown=computation.shown),
            "beside": None if estimate is None else beside_the_answer(computation, estimate),
            "perspective": computation.perspective,
            **working_view(computation.working, [self.session.pack.figures[one] for one in computation.figures]),
        }

    def _guesses(self) -> Iterator[tuple[Computation, Decimal]]:
        """The guesses at the numbers of the article whose answers the learner has seen, on this page or before it."""
        for item in {one.id: one for one in (*self.session.pack.items, *self._items.values())}.values():
            estimate = self._estimate(item)
            if item.computation is None or estimate is None:
                continue
            if self._is_shown(item) or self._answered(item)[1] or self._is_revealed(item):
                yield item.computation, estimate

    def _estimate(self, item: Item) -> Decimal | None:
        event = self.session.latest(item.card, OCCASION) or self.session.latest(item.id, OCCASION)
        try:
            return read_estimate(item.computation, event.answer[0]) if event and item.computation else None
        except (UnreadableNumber, LookupError, TypeError):
            return None  # of an older revision that asked for something else, or damaged

    def _answered(self, item: Item) -> tuple[str, str]:
        """The latest number, and the verdict if it came last."""
        number = verdict = ""
        for event in answers_to(self.session, item, self._occasion):
            answer = read_answer(item, event.answer)
            number, verdict = answer.number or number, answer.verdict
        return number, verdict

    def _judged(self, item: Item, number: str, verdict: str) -> Answer | None:
        if not verdict:
            return None
        return Answer(verdict, number=number if number and self._fits(item, number) else "")

    def asked(self) -> list[bool]:
        return [bool(self._answered(item)[1]) for item in self._items.values() if item.use != "worked"]

    def holds(self) -> list[str]:
        return [*self._items]

    def demand(self) -> Demand:
        open_ = [self._card(item) for item in self._items.values() if item.use != "worked"]
        # an estimate, each part of the check, the number, the verdict
        decisions = sum(3 + len(card["number"]["parts"]) if "number" in card else 1 for card in open_)
        return replace(super().demand(), decisions=decisions)

    def _is_shown(self, item: Item) -> bool:
        """Whether a worked item shows its answer: it has no number to guess, or one was made, or it was asked for."""
        is_guessed = item.computation is None or item.id in self._given_up or self._estimate(item) is not None
        return item.use == "worked" and is_guessed

    def _is_revealed(self, item: Item) -> bool:
        """Whether the answer may show: a number fits, enough were tried, or the learner asked for it."""
        events = self.session.answers(item.id, self._occasion)
        numbers = [event.answer for event in events if self._marked(item, event.answer) is not None]
        fits = any(self._fits(item, number) for number in numbers)
        return fits or len(numbers) >= TRIES or item.id in self._given_up

    def _marked(self, item: Item, answer: Any) -> Feedback | None:
        """Feedback to the number in an answer; None where it has none."""
        try:
            number = read_answer(item, answer).number
        except UnreadableAnswer:
            return None
        return mark(item, [number]) if number else None

    def _fits(self, item: Item, answer: Any) -> bool:
        feedback = self._marked(item, answer)
        return feedback is not None and feedback.outcome == "right"

    def forget(self) -> None:
        for kept in (self._results, self._problems, self._given_up):
            kept.clear()
        self._hints.forget()

    def receive(self, message: dict[str, Any]) -> str:
        item, kind = called(message["item"], self._items.values()), message["type"]
        if kind == "hint":
            return self._hints.ask(item)
        if kind == "verdict":
            return self._judge(item, message)
        is_worked = item.use == "worked"
        if item.computation is None or (is_worked and kind not in ("estimate", "give_up")):
            raise ValueError("that card takes no such thing")
        if kind != "estimate" and not is_worked and self._estimate(item) is None:
            raise ValueError("the estimate comes first")
        if kind == "work":
            result = work_out(item.computation, message["parts"], self.session.pack.figures)
            self._results[item.id] = result
            return result.get("refusal") or say("bench.result", words=result["words"], digits=result["digits"])
        if kind == "give_up":
            self._given_up.add(item.id)
            return self._said_with_answer(item, item.computation, "")
        if kind not in ("estimate", "number"):
            raise ValueError("the bench knows no such message")
        text = message["text"]
        if not isinstance(text, str) or len(text) > MAXIMUM_CHARACTERS:
            raise ValueError("that is no text of a number")
        try:
            said = self._take_number(item, item.computation, kind, text, message)
            self._problems.pop(item.id, None)
        except UnreadableNumber as error:
            self._problems[item.id] = {"step": kind, "text": str(error)}
            said = str(error)
        return said

    def _take_number(self, item: Item, computation: Computation, kind: str, text: str, message: View) -> str:
        """Save an estimate or a number. Raises UnreadableNumber."""
        if kind == "estimate":
            read_estimate(computation, text)
            # under the card's own id: that of a twin would tell which state it is in before it is judged
            self.session.save(item.card, [text.strip()], revision=item.revision, occasion=OCCASION)
            return say("bench.estimate_set")
        read_number(text, computation.unit)
        feedback = answer_item(self.session, item, [text], self._occasion, int(message.get("hints") or 0))
        said = f"{feedback.heading} {feedback.line}"
        return self._said_with_answer(item, computation, said) if self._is_revealed(item) else said

    def _said_with_answer(self, item: Item, computation: Computation, said: str) -> str:
        estimate = self._estimate(item)
        beside = beside_the_answer(computation, estimate)["text"] if estimate is not None else ""
        return " ".join(filter(None, (said, beside, computation.perspective)))

    def _judge(self, item: Item, message: dict[str, Any]) -> str:
        verdict = message["verdict"]
        if verdict not in VERDICTS[item.kind] or item.use == "worked":
            raise ValueError("that is no verdict on this card")
        number, _ = self._answered(item)
        if item.computation and not self._is_revealed(item):
            raise ValueError("the number comes first")
        answer = self._judged(item, number, verdict)
        feedback = answer_item(self.session, item, answer, self._occasion, int(message.get("hints") or 0))
        return f"{feedback.heading} {feedback.line}"

    def static_html(self) -> Html:
        return html("<ol>{}</ol>", each("<li>{}</li>", map(self._card_html, self._items.values())))

    def _card_html(self, item: Item) -> Html:
        quotes = joined(map(quote_html, item_quotes(self.session.pack.article, item)))
        verdicts = " · ".join(words()["verdict_button"][item.kind][verdict] for verdict in VERDICTS[item.kind])
        ask = html("<p>{}</p>", item.computation.ask) if item.computation else ""
        above = html("<p>{}</p>{}{}{}", say("judge.topic", topic=item.topic), quotes, ask, box_html(item))
        return above + html("<p>{} <em>{}</em></p>", item.prompt, verdicts)


def cards(session: Session, items: Sequence[Item]) -> NumberBench:
    """Items on the bench. Raises ValueError for one that does not fit it."""
    return NumberBench(session, items)
