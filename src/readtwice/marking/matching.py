"""Cards with one or more short questions on some words: who speaks, does the date fit, what differs from a source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from readtwice.marking.answer import shown
from readtwice.marking.feedback import Case, Feedback, Outcome
from readtwice.pack import Quote
from readtwice.words import say


@dataclass(frozen=True, slots=True)
class MatchPart:
    """One short question: its name in code, what learners read, the choices (code to label), and the fair ones.

    `any_order`: the choices have no order of their own, so each learner gets another, which tells nothing.
    """

    name: str
    label: str
    choices: dict[str, str]
    fair: tuple[str, ...]
    any_order: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """One card. `original` is what a source says, for cards that set two versions side by side.

    `record` is what the record shows, before it is asked. `lead`: the sentence before the words stands with them.
    """

    id: str
    quote: Quote
    parts: tuple[MatchPart, ...]
    why: str
    asks: str = ""
    original: str = ""
    source: str = ""
    sources: tuple[str, ...] = ()
    record: str = ""
    lead: bool = False


def read_match(match: Match, answer: object) -> dict[str, str]:
    """The parts of an answer that can be read; others are passed over."""
    if not isinstance(answer, Mapping):
        return {}
    return {
        part.name: answer[part.name]
        for part in match.parts
        if isinstance(answer.get(part.name), str) and answer[part.name] in part.choices
    }


def mark_match(match: Match, answer: object) -> Feedback:
    """Mark all parts. None or nothing chosen is *not tried*; what is no answer to this card *cannot be marked*.

    An answer with a part still open is *not tried* too, and the line says which.
    """
    if answer is None or answer == {}:
        return Feedback(Outcome.NOT_TRIED, Case.NOT_TRIED, say("heading.not_tried"), say("code.not_tried"))
    read = read_match(match, answer)
    if not isinstance(answer, Mapping) or set(answer) - set(read):
        form = ", ".join(f"{part.name} ({' / '.join(part.choices)})" for part in match.parts)
        line = say("matching.expected", form=form, got=shown(answer))
        return Feedback(Outcome.CANNOT_BE_MARKED, Case.CANNOT_BE_MARKED, say("heading.cannot_be_marked"), line)
    missing = ", ".join(part.label for part in match.parts if part.name not in read)
    if missing:
        line = say("matching.missing", parts=missing)
        return Feedback(Outcome.NOT_TRIED, Case.NOT_TRIED, say("heading.not_tried"), line)
    wrong = ", ".join(part.label for part in match.parts if read[part.name] not in part.fair)
    if wrong:
        line = say("matching.not_yet", parts=wrong)
        if len(match.parts) == 1:
            (alone,) = match.parts
            line = say("matching.not_yet_alone", chosen=alone.choices[read[alone.name]])
        return Feedback(
            Outcome.NOT_YET,
            Case.MISMATCHED,
            say("heading.mismatched"),
            line,
            explanation=say("matching.we_say", answers=key_line(match)),
            why=match.why,
            sources=match.sources,
        )
    return Feedback(Outcome.RIGHT, Case.MATCHED, say("heading.matched"), match.why, sources=match.sources)


def key_line(match: Match) -> str:
    """The fair answers in words."""
    fair = {part.label: f" {say('matching.or')} ".join(part.choices[one] for one in part.fair) for part in match.parts}
    return "; ".join(f"{label} {choices}" for label, choices in fair.items())
