"""A class report in sentences: what a teacher can act on, the most important first, without a word of statistics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from readtwice.classroom.report_figures import Again, Card, ClassReport, Measure, OnOccasion, Tally
from readtwice.pack.form import SKILLS
from readtwice.statistics.items import ENOUGH_LEARNERS
from readtwice.statistics.sharing import ENOUGH_TO_SHARE
from readtwice.words import say, words

MOST_CARDS = 3
"""Cards that a teacher is sent to look at."""

WORTH_TEACHING = 3
"""A skill is worth teaching again if at least one in so many learners got a card of it wrong."""

LITTLE_TO_GAIN = 20
"""A class that missed at most one in so many cards before the course had little to gain."""


@dataclass(frozen=True, slots=True)
class Line:
    """A few sentences under a label."""

    label: str
    text: str

    def __str__(self) -> str:
        return say("report.line", label=self.label, text=self.text)


def sentences(report: ClassReport) -> list[str]:
    """All lines of a report; where there are several measures, each is named before its own."""
    if not report.measures:
        return [_nothing(report)]
    found = []
    for measure in report.measures:
        found += [measure_name(measure)] if len(report.measures) > 1 else []
        found += [str(line) for line in lines(measure)]
    return [*found, *(str(line) for line in care(report))]


def _nothing(report: ClassReport) -> str:
    if report.is_shared:
        return say("report.shared_nothing", enough=ENOUGH_TO_SHARE)
    return say("report.nothing")


def measure_name(measure: Measure) -> str:
    """What a measure is called: its form or its forms."""
    if len(measure.names) > 1:
        return say("report.forms", names=", ".join(measure.names))
    return say("report.form_titled", name=measure.names[0], title=measure.titles[0])


def lines(measure: Measure) -> list[Line]:
    """What one measure says: what the class can do, what to teach again, whether it changed, which cards to look at."""
    teach = "first" if measure.now.occasion == "before" else "again"
    found = [_line("can_do", _can_do(measure.now)), _line(teach, _again(measure))]
    if changed := list(_changed(measure)):
        found.append(_line("changed", changed))
    return [*found, _line("look", _look(measure))]


def care(report: ClassReport) -> list[Line]:
    """What holds for the whole report."""
    told = [say("report.care.few", count=report.learners)] if report.learners < ENOUGH_LEARNERS else []
    return [_line("care", [*told, say("report.care.open_key")])]


def _line(label: str, told: Iterator[str] | list[str]) -> Line:
    return Line(words()["report"]["labels"][label], " ".join(told))


def of_ten(some: int, of: int) -> int:
    """A share as so many of ten, rounded; ten only where it is all, and none only where it is none."""
    if some in (0, of):
        return 10 * (some > 0)
    return min(9, max(1, (20 * some + of) // (2 * of)))


def all_of(*tallies: Tally) -> int | None:
    """How many answers some cells have together; None where one is hidden."""
    counts = [tally.answers for tally in tallies if tally.answers is not None]
    return sum(counts) if len(counts) == len(tallies) else None


def sound_cards(on: OnOccasion) -> int | None:
    """How many answers there were to sound cards."""
    return all_of(on.kept, on.not_kept)


def flawed_cards(on: OnOccasion) -> int | None:
    """How many answers there were to flawed cards."""
    return all_of(on.caught, on.not_caught)


def _can_do(on: OnOccasion) -> Iterator[str]:
    when = words()["report"]["when"][on.occasion]
    yield say(f"report.can_do.{_kind(on)}", when=when)
    sound, flawed = sound_cards(on), flawed_cards(on)
    if sound and flawed and on.kept.answers is not None and on.caught.answers is not None:
        kept, caught = of_ten(on.kept.answers, sound), of_ten(on.caught.answers, flawed)
        yield say("report.can_do.of_ten", kept=kept, caught=caught)
    if on.learners is not None:
        yield say("report.can_do.learners", count=on.learners)


def _kind(on: OnOccasion) -> str:
    if on.habit:
        return on.habit.replace(" ", "_")
    if on.apart == "down":
        return "mistaken"
    leaning = {"down": "suspicious", "up": "trusting"}.get(on.lean, "balanced")
    return f"{'well' if on.is_well_apart else 'hardly'}_apart_{leaning}" if on.apart == "up" else leaning


def _again(measure: Measure) -> Iterator[str]:
    of, again = measure.now.learners or 0, measure.again
    if not again:
        if measure.is_shared:
            yield say("report.again.shared_none", enough=ENOUGH_TO_SHARE)
        else:
            yield say("report.again.none", when=words()["report"]["when"][measure.now.occasion])
        return
    top = again[0]
    worth = [one for one in again if one.learners is None or WORTH_TEACHING * one.learners >= of]
    if not worth:
        if len(again) > 1 and again[1].learners == top.learners:
            yield say("report.again.tied", count=top.learners, of=of)
        else:
            yield say("report.again.little", lesson=_lesson(top), count=top.learners, of=of)
        return
    if measure.alike:
        first = min(again, key=lambda one: SKILLS.index(one.skill))
        if top.learners is None:
            yield say("report.again.all_hidden", lesson=_lesson(first))
        else:
            yield say("report.again.all", count=top.learners, of=of, lesson=_lesson(first))
        return
    for one in worth[:2]:
        told = (
            say("report.again.skill_hidden", lesson=_lesson(one))
            if one.learners is None
            else say("report.again.skill", count=one.learners, of=of, lesson=_lesson(one))
        )
        yield told
        if one.mostly:
            yield words()["report"]["again"]["mostly"][one.mostly]


def _lesson(one: Again) -> str:
    name: str = words()["report"]["again"]["lesson"][one.skill]
    return name


def _changed(measure: Measure) -> Iterator[str]:
    """Nothing where there is only one occasion."""
    occasions = {one.occasion for one in measure.occasions}
    if not {"before", "after"} <= occasions:
        return
    if not measure.compared:
        yield say("report.changed.no_matched")
        return
    after = next(one for one in measure.occasions if one.occasion == "after")
    better = {"up": "up", "down": "down"}.get(measure.better, "unsure")
    told = [say(f"report.changed.{better}")]
    if measure.shift == "down":
        told.append(say("report.changed.suspicious" if after.lean == "down" else "report.changed.stricter"))
    elif measure.shift == "up":
        told.append(say("report.changed.trusting" if after.lean == "up" else "report.changed.milder"))
    yield from told[::-1] if better == "unsure" else told
    if better == "unsure" and _had_little_to_gain(next(one for one in measure.occasions if one.occasion == "before")):
        yield say("report.changed.little_to_gain")
    if measure.matched is not None:
        yield say("report.changed.matched", matched=measure.matched)
    if left_out := (measure.only_before or 0) + (measure.only_after or 0) + (measure.unfinished or 0):
        yield say("report.changed.left_out", count=left_out)


def _had_little_to_gain(before: OnOccasion) -> bool:
    """Whether nearly every sound card was kept before, and nearly every flawed one caught."""
    sound, flawed = sound_cards(before), flawed_cards(before)
    if not sound or not flawed or before.not_kept.answers is None or before.not_caught.answers is None:
        return False
    return LITTLE_TO_GAIN * before.not_kept.answers <= sound and LITTLE_TO_GAIN * before.not_caught.answers <= flawed


def _look(measure: Measure) -> Iterator[str]:
    order = ("most wrong", "sure and wrong", "backwards")
    looked = [card for card in measure.cards if card.reasons]
    looked.sort(key=lambda card: min(order.index(reason) for reason in card.reasons))
    if not looked:
        yield say("report.look.shared_none") if measure.is_shared else say("report.look.none")
    elif len(measure.occasions) > 1:
        yield say("report.look.together")
    for card in looked[:MOST_CARDS]:
        yield _about(card)
        if "backwards" in card.reasons and card.reasons[0] != "backwards":
            yield say("report.look.backwards_too")


def _about(card: Card) -> str:
    topic, figures, sure = card.item.topic, card.figures, card.sure_and_wrong
    wrong = figures.n - figures.right if figures else 0
    if "most wrong" in card.reasons:
        if figures is None:
            return say("report.look.wrong_hidden", topic=topic)
        if sure and "sure and wrong" in card.reasons:
            if sure == wrong:
                return say("report.look.wrong_all_sure", topic=topic, wrong=wrong, of=figures.n)
            return say("report.look.wrong_sure", topic=topic, wrong=wrong, of=figures.n, sure=sure)
        return say("report.look.wrong", topic=topic, wrong=wrong, of=figures.n)
    if "sure and wrong" in card.reasons and sure is not None:
        if figures is None:
            return say("report.look.sure_hidden", topic=topic, sure=sure)
        return say("report.look.sure", topic=topic, sure=sure, of=figures.n)
    return say("report.look.backwards", topic=topic)
