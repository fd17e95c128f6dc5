"""The score card: what one learner's answers to a form say, in counts and in words.

What deserved keeping comes first. No d′ for one person, no grade, no percent of eight cards.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from readtwice.pack import Pack
from readtwice.pack.form import SKILLS, FormCard
from readtwice.record import Event
from readtwice.record.answered import answered
from readtwice.statistics import LEVELS, Answered, Level, Score, levels_of, score_of
from readtwice.statistics.score import turn
from readtwice.words import say, words


@dataclass(frozen=True, slots=True)
class ScoreCard:
    """Counts, sureness, the skills with something left to practise (most first), and sentences that say it all."""

    score: Score
    levels: tuple[Level, ...]
    practise: tuple[str, ...]
    sentences: tuple[str, ...]


def score_card(pack: Pack, cards: Sequence[FormCard], events: Iterable[Event], occasion: str) -> ScoreCard:
    """The score card of one learner's events on some cards of a form, on one occasion."""
    wanted = [event for event in events if (event.pack, event.occasion) == (pack.slug, occasion)]
    by_card = {
        card: answered(pack.item(card.item), (event for event in wanted if event.item == card.item)) for card in cards
    }
    score, levels = score_of(by_card.values()), levels_of(by_card.values())
    to_do = {skill: _left(by_card, skill) for skill in SKILLS}
    practise = tuple(sorted((skill for skill in SKILLS if to_do[skill]), key=lambda skill: -to_do[skill]))
    return ScoreCard(score, levels, practise, tuple(_sentences(score, levels)))


def _left(by_card: dict[FormCard, Answered], skill: str) -> int:
    return sum(card.skill == skill and bool(one.said) and not one.is_right for card, one in by_card.items())


def _sentences(score: Score, levels: Sequence[Level]) -> Iterable[str]:
    if not score.tried:
        yield say("score.nothing_yet")
        return
    yield say("score.kept", count=score.kept, of=score.clean)
    yield say("score.caught", count=score.caught, of=score.flawed)
    yield say("score.false_alarms", count=score.false_alarms)
    yield say("score.misses", count=score.misses)
    yield say("score.held_back", count=score.held_back)
    if score.open:
        yield say("score.rightly_held_back", count=score.rightly_held_back, of=score.open)
    if score.not_tried:
        yield say("score.not_tried", count=score.not_tried)
    if habit := _habit(score):
        yield say(f"score.habit_{habit}")
    for level in levels:
        yield say(f"score.{level.sureness}", right=level.right, of=level.of)
    if levels and levels[0].sureness == "sure" and levels[0].of >= 3:
        yield say("score.sure_too_often" if levels[0].percent < LEVELS["think"] else "score.sure_well")


def _habit(score: Score) -> str:
    """`flags`, `keeps` or `holds_back`, where nearly all cards got the same answer; empty elsewhere."""
    if score.not_tried or min(score.clean, score.flawed) < 2:
        return ""
    room = score.cards // 8  # one card of eight may differ
    given = {
        "flags": score.caught + score.false_alarms,
        "keeps": score.kept + score.misses,
        "holds_back": score.held_back + score.rightly_held_back,
    }
    return next((habit for habit, count in given.items() if count >= score.cards - room), "")


def compared(before: Score, after: Score) -> tuple[str, ...]:
    """Before and after side by side, in honest words on so few cards. Empty unless both were tried to the end."""
    if not before.tried or not after.tried:
        return ()
    if before.not_tried or after.not_tried:
        return (say("score.compare_unfinished"),)
    return (
        say("score.compare_kept", before=before.kept, of=before.clean, after=after.kept, of_after=after.clean),
        say("score.compare_caught", before=before.caught, of=before.flawed, after=after.caught, of_after=after.flawed),
        say(f"score.compare_{turn(before, after)}", **_held_back(before, after)),
        say("score.compare_few", count=after.cards),
    )


def _held_back(before: Score, after: Score) -> dict[str, int]:
    """How often "can't tell" was said before and after of the cards that could be settled, and how many were right."""
    counts = {"held": before.held_back, "of": before.settled, "right": before.kept + before.caught}
    later = {"held_after": after.held_back, "of_after": after.settled, "right_after": after.kept + after.caught}
    return {**counts, **later}


def practice_lines(skills: Sequence[str]) -> tuple[str, ...]:
    """Which lesson practises each of these skills."""
    return tuple(words()["score"]["practise"][skill] for skill in skills)
