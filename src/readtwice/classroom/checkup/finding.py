"""One line of the doctor: what was checked, how it stands, what was found, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from readtwice.words import say

State = Literal["broken", "look", "ok"]
STATES: tuple[State, ...] = ("broken", "look", "ok")
"""The worst first, which is also the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`check` is a key of the words `doctor.check`. What is not in order comes with a `remedy`."""

    check: str
    state: State
    found: str
    remedy: str = ""

    @property
    def title(self) -> str:
        return say(f"doctor.check.{self.check}")

    @property
    def line(self) -> str:
        """All of it as one line of text."""
        return " ".join(filter(None, (f"{say(f'doctor.state.{self.state}')} · {self.title}:", self.found, self.remedy)))


def ok(check: str, found: str) -> Finding:
    """All is well."""
    return Finding(check, "ok", found)


def look(check: str, found: str, remedy: str) -> Finding:
    """A lesson can be held, but somebody should look at this."""
    return Finding(check, "look", found, remedy)


def broken(check: str, found: str, remedy: str) -> Finding:
    """A lesson cannot be held like this."""
    return Finding(check, "broken", found, remedy)


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What does not work first, then what to look at; among equals in the order given."""
    return tuple(sorted(findings, key=lambda one: STATES.index(one.state)))


def summary(findings: Iterable[Finding]) -> str:
    """All of it in one sentence."""
    states = [one.state for one in findings]
    if "broken" in states:
        return say("doctor.sum.broken", count=states.count("broken"))
    if "look" in states:
        return say("doctor.sum.look", count=states.count("look"))
    return say("doctor.sum.ok")
