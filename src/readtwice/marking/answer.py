"""An answer, and how a learner's words become one."""

from __future__ import annotations

import re
import reprlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Context
from functools import cache

from readtwice.pack import Item
from readtwice.pack.item import AGREEMENTS, CLEAN, DISAGREEMENTS, FLAWED, UNDETERMINED, Verdict
from readtwice.words import language, say, words

SURENESS = ("sure_it_holds", "think_so", "cant_tell", "think_not", "sure_not")
"""The five one-tap answers, from sure that it is clean to sure that it is flawed."""

SURE = (SURENESS[0], SURENESS[-1])
"""Those that promise to be right."""

ENOUGH_DIGITS = 20
"""Of a number that code worked out; it must still be short enough to be read again."""


class UnreadableAnswer(ValueError):
    """An answer of no known form; the message says what was expected."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict, what it is about (pairs), how sure (forms and exit cards), and a number (number items).

    `number` is as the learner wrote it. An answer to a number item may have a number, a verdict or both.
    """

    verdict: Verdict
    relation: str = ""
    sureness: str = ""
    number: str = ""

    @property
    def parts(self) -> list[str]:
        """What is saved, in the order in which it is read again."""
        return [part for part in (self.number, self.verdict, self.relation) if part]


def read_answer(item: Item, value: object) -> Answer:
    """An answer from what a learner typed or clicked.

    Takes a verdict ("clash", "no clash", "can't tell"), a pair of verdict and relation ("clash", "date"), or, on
    items that ask for sureness, one of SURENESS. A number item takes a number, a verdict, or both. Codes and the words
    on the buttons are understood too; capitals, spaces and apostrophes do not matter. Raises UnreadableAnswer.
    """
    if isinstance(value, Answer):
        again = read_answer(item, value.parts)
        return replace(again, sureness=value.sureness)
    given = list(value) if isinstance(value, (tuple, list)) else [value]
    number = ""
    if item.kind == "number" and given and not _code_of(given[0], item):
        number = _number(item, given.pop(0))
        if not given:
            return Answer("", number=number)
    parts = [part for part in given if isinstance(part, str)]
    if len(parts) != len(given) or len(parts) not in (1, 2):
        raise UnreadableAnswer(_expected(item, value))
    if item.sureness and len(parts) == 1 and (sureness := _code(parts[0], _sureness_names(item.kind))):
        return Answer(verdict_of_sureness(item.kind, sureness), sureness=sureness)
    verdict = _code(parts[0], _verdict_names(item.kind))
    if not verdict:
        raise UnreadableAnswer(_expected(item, parts[0]))
    if len(parts) == 1:
        return Answer(verdict, number=number)
    relations = relations_for(verdict)
    relation = _code(parts[1], _names({code: words()["relation"][code] for code in relations}))
    if item.kind != "pair" or not relation:
        raise UnreadableAnswer(
            say(
                "line.expected_relation",
                expected=", ".join(words()["relation"][code] for code in relations) or "-",
                got=shown(parts[1]),
            )
        )
    return Answer(verdict, relation)


def is_readable(item: Item, value: object) -> bool:
    """Whether a saved answer is one to this item. It may be damaged, or to an older revision that no longer fits."""
    try:
        return bool(read_answer(item, value))
    except ValueError:
        return False


def _number(item: Item, value: object) -> str:
    """A number as it is saved. Raises UnreadableAnswer."""

    from readtwice.marking.numbers import UnreadableNumber, is_number, read_number  # here: few lessons ask for numbers

    if not re.search(r"\d", str(value)) if isinstance(value, str) else not is_number(value):
        raise UnreadableAnswer(_expected(item, value))
    try:
        number = read_number(value, item.computation.unit if item.computation else "")
    except UnreadableNumber as error:
        raise UnreadableAnswer(str(error)) from None
    return value.strip() if isinstance(value, str) else str(Context(prec=ENOUGH_DIGITS).plus(number.value))


def _code_of(value: object, item: Item) -> str:
    return _code(value, _verdict_names(item.kind)) if isinstance(value, str) else ""


def relations_for(verdict: Verdict) -> tuple[str, ...]:
    """What a verdict on a pair may be about: nothing for one that holds back."""
    return {"clash": DISAGREEMENTS, "no_clash": AGREEMENTS}.get(verdict, ())


def verdict_of_sureness(kind: str, sureness: str) -> Verdict:
    """The verdict inside a one-tap answer. Raises ValueError for an answer that is not one of SURENESS."""
    place = SURENESS.index(sureness)
    return CLEAN[kind] if place < 2 else UNDETERMINED if place == 2 else FLAWED[kind]


def _verdict_names(kind: str) -> dict[str, str]:
    return _verdicts_in(language(), kind)


def _sureness_names(kind: str) -> dict[str, str]:
    return _sureness_in(language(), kind)


@cache  # a class report reads hundreds of thousands of answers
def _verdicts_in(code: str, kind: str) -> dict[str, str]:
    said = words(code)
    return _names(said["verdict_button"][kind]) | _names(said["verdict"][kind])


@cache
def _sureness_in(code: str, kind: str) -> dict[str, str]:
    said = words(code)["sureness_button"][kind]
    return _names({sureness: said[sureness] for sureness in SURENESS})


def _names(labels: Mapping[str, str]) -> dict[str, str]:
    """Codes by themselves and by what they are called. A label counts before a code."""
    return {_plain(code): code for code in labels} | {_plain(label): code for code, label in labels.items()}


def _code(text: str, names: dict[str, str]) -> str:
    return names.get(_plain(text), "")


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "").replace("'", "").replace("_", " ").lower().split())


def _expected(item: Item, got: object) -> str:
    if item.kind == "number":
        verdicts = ", ".join(words()["verdict"][item.kind].values())
        return say("number.expected", expected=verdicts, got=shown(got))
    names = list(words()["verdict"][item.kind].values())
    if item.sureness:
        names = [words()["sureness_button"][item.kind][code] for code in SURENESS]
    return say("line.expected_verdict", expected=", ".join(names), got=shown(got))


def shown(value: object) -> str:
    """Whatever a learner handed over, in a few letters."""
    try:
        text = reprlib.repr(value)
    except Exception:  # a learner may hand over anything, also what cannot be shown
        text = type(value).__name__
    return text if len(text) <= 40 else text[:39] + "…"
