"""A class report in sentences: what a teacher can act on, the most important first, without a word of statistics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from readtwice.classroom.reporting.figures import (
    Card,
    ClassReport,
    LessonCard,
    LessonCards,
    Measure,
    OnOccasion,
    Searches,
    Skill,
    hardest_first,
    right_of,
    that_speak,
)
from readtwice.statistics.bearing import TOGETHER
from readtwice.statistics.items import ENOUGH_FOR_RELIABILITY, ENOUGH_LEARNERS
from readtwice.syllabus import syllabus
from readtwice.words import say, words

MOST_CARDS = 3
"""Cards that a teacher is sent to look at."""

MOST_EXIT_CARDS = 3
"""Exit cards of a lesson that are told one by one, the hardest first, where learners had more."""

MOST_SKILLS = 2
"""Kinds of cards that a teacher is sent to teach."""

LITTLE_IN_100 = 5
"""A class that shows so small a gain needs no more cards and no more learners."""

OTHERWISE = 0.15
"""From this difference on of the share of answers "can't tell" it is told beside the change."""

PLAIN_IN_100 = 20
"""A class that would show so large a gain, and shows none, is told that there is none to be seen."""

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
    if not report.measures and not report.lessons and not report.searches:
        return [say("report.nothing"), *recognised(report)]
    found = []
    for measure in report.measures:
        found += [measure_name(measure)] if len(report.measures) > 1 else []
        found += [str(line) for line in (*lines(measure), *bear(measure))]
    found += [str(line) for line in (*lesson_lines(report), *search_lines(report))]
    return [*found, *(str(line) for line in care(report)), *recognised(report)]


def recognised(report: ClassReport) -> list[str]:
    """What was recognised and not counted, kind by kind."""
    return [say(f"report.recognised.{one.kind}", count=one.answers, learners=one.learners) for one in report.recognised]


def lesson_lines(report: ClassReport) -> list[Line]:
    """What the exit cards of each lesson say; of a lesson without any, what its other cards say together."""
    return _lines_of(that_speak(report.lessons))


def _lines_of(lessons: Iterable[tuple[LessonCards, ...]]) -> list[Line]:
    return [
        Line(
            say("report.line_label", name=lesson_name(some[0])),
            " ".join(told for one in some for told in _of_lesson(one)),
        )
        for some in lessons
    ]


def search_lines(report: ClassReport) -> list[Line]:
    """What the tasks of search of each occasion say."""
    occasions = words()["score_card"]["occasion"]
    return [
        Line(say("report.search.label", when=occasions[one.occasion]), " ".join(_of_search(one)))
        for one in report.searches
    ]


def _of_search(one: Searches) -> Iterator[str]:
    yield say("report.search.done", count=one.learners)
    if one.settled:
        yield say("report.search.right", right=one.right, of=one.settled)
    if one.left_open:
        yield say("report.search.open", right=one.rightly_held_back, of=one.left_open)


def lesson_name(cards: LessonCards) -> str:
    """Which lesson: its number in the course, or the title of a story that stands for itself."""
    return say("report.lesson", number=int(cards.lesson)) if cards.is_of_course else f"“{cards.title}”"


def set_name(cards: LessonCards) -> str:
    """Which cards of it."""
    name: str = words()["report"]["uses"][cards.use]
    return name


def _of_lesson(cards: LessonCards) -> Iterator[str]:
    yield say(
        "report.lesson_cards.right", set=set_name(cards), count=cards.learners, right=cards.right, of=cards.answers
    )
    if cards.use != "exit":
        return
    if (count := len({card.item.card for card in cards.cards})) > MOST_EXIT_CARDS:
        yield say("report.lesson_cards.hardest", count=count)
    for topic, right, learners in _hardest(cards.cards):
        yield say("report.lesson_cards.card", topic=topic, right=right, of=learners)


def _hardest(cards: Iterable[LessonCard]) -> list[tuple[str, int, int]]:
    """Topic, right answers and learners of the hardest few cards, all states of each together."""
    return [(states[0].item.topic, *right_of(states)) for states in hardest_first(cards)[:MOST_EXIT_CARDS]]


def measure_name(measure: Measure) -> str:
    """What a measure is called: its form or its forms."""
    if len(measure.names) > 1:
        return say("report.forms", names=", ".join(measure.names))
    return say("report.form_titled", name=measure.names[0], title=measure.titles[0])


def lines(measure: Measure) -> list[Line]:
    """What one measure says: what the class can do, what to teach, whether it changed, which cards to look at."""
    found = [_line("can_do", _can_do(measure.now)), *_teach(measure)]
    if changed := list(_changed(measure)):
        found.append(_line("changed", changed))
    return [*found, _line("look", _look(measure))]


def bear(measure: Measure) -> list[Line]:
    """Which gain this class with these cards could have shown, and which not."""
    one = measure.bearing
    if one is None:
        return []
    when = "planned" if one.is_planned else "seen"
    told = [say(f"report.bear.{when if one.seen_from else f'{when}_none'}", **asdict(one))]
    if (one.seen_from or LITTLE_IN_100 + 1) > LITTLE_IN_100:
        more = "more" if one.twice_the_cards and one.together else "more_together" if one.together else "more_none"
        told.append(say(f"report.bear.{more}", classes=TOGETHER, **asdict(one)))
    return [_line("bear", told)]


def headline(report: ClassReport) -> str:
    """What stands beside the picture: what became of the class, or where it stands, and how many that rests on.

    Where lessons speak, it is about the lesson of the card to go over, or about the last one.
    """
    if measure := report.speaking:
        first, *_, learners = _can_do(measure.now)
        return " ".join(_change(measure) or [first, learners])
    among = report.go_over.among if report.go_over else None
    told = that_speak(report.lessons)
    of_lesson = next((some for some in told if among in some), told[-1]) if told else ()
    return " ".join(map(str, _lines_of([of_lesson]))) if of_lesson else ""


def first_lines(report: ClassReport) -> list[Line]:
    """What stands below the picture: tomorrow's first ten minutes, what to teach, how many are missing, and that
    there are few.
    """
    speaking = [report.speaking] if report.speaking else []
    few = [_line("care", _few(report))] if report.learners < ENOUGH_FOR_RELIABILITY else []
    taught = (line for one in speaking for line in _teach(one))
    return [_line("tomorrow", _ten_minutes(report)), *taught, *_missing(report), *few]


def _ten_minutes(report: ClassReport) -> Iterator[str]:
    """The card to go over; of one whose answers are not told yet, that they are not, and where to begin instead."""
    measure, card = report.speaking, report.go_over
    waits = measure is not None and measure.is_to_come
    if measure and waits:
        yield say("report.wait.none", until=_until(measure))
    if card:
        told = {"topic": card.item.topic, "wrong": card.wrong, "of": card.of}
        if card.among:
            yield say("report.tomorrow.of_lesson", lesson=lesson_name(card.among), **told)
        else:
            yield say(f"report.tomorrow.{'clear' if card.is_clear else 'most_wrong'}", **told)
    elif measure and waits:
        weak = _weakest(measure)
        yield say("report.wait.begin", lesson=lesson_of(weak[0])) if weak else say("report.wait.go_on")
    else:
        yield say(f"report.tomorrow.{'none' if _all_right(report) else 'none_for_all'}")


def _until(measure: Measure) -> str:
    """Until when the answers to a form wait: the lesson that asks it again, or that others get its cards."""
    lesson = next((one for one in syllabus().lessons if one.occasion == "after"), None)
    if lesson and syllabus().form in measure.forms:
        return say("report.wait.lesson", number=lesson.number)
    return say("report.wait.after")


def _all_right(report: ClassReport) -> bool:
    cards = [card for one in report.lessons for card in one.cards]
    figures = [card.figures for measure in report.measures for card in measure.cards]
    return all(one.right == one.learners for one in cards) and all(one.right == one.n for one in figures)


def _missing(report: ClassReport) -> Iterator[Line]:
    """How many of those who handed in anything lack the set before or after, where the class did both."""
    whole = len(report.came)
    done = sum(one.before == one.after == "done" for one in report.came)
    if report.speaking and _was_asked_twice(report.speaking) and done < whole:
        key = "many" if 4 * (whole - done) >= whole else "some"
        yield _line("missing", [say(f"report.missing.{key}", done=done, of=whole)])


def care(report: ClassReport) -> list[Line]:
    """What holds for the whole report."""
    told = _few(report) if report.learners < ENOUGH_LEARNERS else []
    return [_line("care", [*told, say("report.care.open_key")])]


def _few(report: ClassReport) -> list[str]:
    return [say("report.care.few", count=report.learners)]


def _line(label: str, told: Iterator[str] | list[str]) -> Line:
    return Line(words()["report"]["labels"][label], " ".join(told))


def of_ten(some: int, of: int) -> int:
    """A share as so many of ten, rounded; ten only where it is all, and none only where it is none."""
    if some in (0, of):
        return 10 * (some > 0)
    return min(9, max(1, (20 * some + of) // (2 * of)))


def _can_do(on: OnOccasion) -> Iterator[str]:
    when = words()["report"]["when"][on.occasion]
    yield say(f"report.can_do.{_kind(on)}", when=when)
    if on.sound and on.flawed:
        yield say("report.can_do.of_ten", kept=of_ten(on.kept, on.sound), caught=of_ten(on.caught, on.flawed))
    yield say("report.can_do.learners", count=on.learners)


def _kind(on: OnOccasion) -> str:
    if on.habit:
        return on.habit.replace(" ", "_")
    if on.apart == "down":
        return "mistaken"
    leaning = {"down": "suspicious", "up": "trusting"}.get(on.lean, "balanced")
    return f"{'well' if on.is_well_apart else 'hardly'}_apart_{leaning}" if on.apart == "up" else leaning


def _teach(measure: Measure) -> Iterator[Line]:
    """Which skill clearly went worse than the others; that they are alike, where none did.

    "Again" is said of a lesson only that the class was taught, and only of cards that came after it.
    """
    weak = _weakest(measure)
    if not weak:
        went_wrong = any(one.right < one.answers for one in measure.skills)
        when = words()["report"]["when"][measure.now.occasion]
        alike = "alike" if len(measure.skills) > 1 else "one_kind"
        yield _line("teach", [say(f"report.teach.{alike}" if went_wrong else "report.teach.none", when=when)])
    for label in ("again", "first", "teach"):
        told = [one for one in weak[:MOST_SKILLS] if label == _label(one, measure)]
        if told:
            yield _line(label, [sentence for one in told for sentence in _weak(one, measure.now.learners)])


def _weakest(measure: Measure) -> list[Skill]:
    """The skills that clearly went worse, the worst first."""
    return sorted((one for one in measure.skills if one.is_weak), key=lambda one: one.right / one.answers)


def is_again(one: Skill, measure: Measure) -> bool:
    """Whether a lesson should be taught again: its kind of card clearly went worst, after the class was taught it."""
    return one.is_weak and one.is_taught and measure.now.occasion != "before"


def _label(one: Skill, measure: Measure) -> str:
    if is_again(one, measure):
        return "again"
    return "first" if measure.now.occasion == "before" and not one.is_taught else "teach"


def _weak(one: Skill, of: int) -> Iterator[str]:
    yield say("report.teach.skill", lesson=lesson_of(one), count=one.wrong_learners, of=of)
    if one.mostly:
        yield words()["report"]["teach"]["mostly"][one.mostly]


def lesson_of(one: Skill) -> str:
    """The lesson that practises a skill, by its number and its question."""
    name: str = words()["report"]["teach"]["lesson"][one.skill]
    return name


def skill_lines(measure: Measure) -> list[str]:
    """Each skill as a bar of ten squares, for a page of plain text."""
    return [
        say(
            "report.skill_bar",
            squares=squares_of(of_ten(one.right, one.answers)),
            lesson=lesson_of(one),
            right=one.right,
            of=one.answers,
        )
        for one in measure.skills
    ]


def squares_of(filled: int) -> str:
    """Ten squares, so many of them filled."""
    return "■" * filled + "□" * (10 - filled)


def _changed(measure: Measure) -> Iterator[str]:
    """Nothing where there is only one occasion."""
    yield from _change(measure)
    left_out = measure.only_before + measure.only_after + measure.unfinished
    if measure.compared and left_out:
        yield say("report.changed.left_out", count=left_out)


def _was_asked_twice(measure: Measure) -> bool:
    return {"before", "after"} <= {one.occasion for one in measure.occasions}


def _change(measure: Measure) -> list[str]:
    """What became of the class, and how many finished both sets: the same at the head of the page and further down."""
    if not _was_asked_twice(measure):
        return []
    matched = say("report.changed.matched", matched=measure.matched)
    if not measure.compared:
        return [say("report.changed.unsure"), matched if measure.matched else say("report.changed.no_matched")]
    by = {one.occasion: one for one in measure.occasions}
    before, after = by["before"], by["after"]
    told = [say(f"report.changed.{_better(measure, before, after)}", plain=PLAIN_IN_100)]
    lean = (measure.now if measure.now.occasion == "after" else after).lean  # of all, where that is told too
    # Who holds back less turns down and keeps more: the shift is of verdicts alone, and the words are of all cards.
    if measure.shift == "down" and after.share_turned_down > before.share_turned_down:
        told.append(say("report.changed.suspicious" if lean == "down" else "report.changed.stricter"))
    elif measure.shift == "up" and after.share_passed > before.share_passed:
        told.append(say("report.changed.trusting" if lean == "up" else "report.changed.milder"))
    if measure.better == "can't tell":
        told = told[::-1]
        told += [say("report.changed.little_to_gain")] if _had_little_to_gain(before) else []
    if _holds_back_otherwise(before, after):
        told.append(_held_back(before, after))
    return [*told, matched]


def _better(measure: Measure, before: OnOccasion, after: OnOccasion) -> str:
    """Up, down, or "none" where a plain gain would have been seen and is ruled out; else "unsure"."""
    if measure.better != "can't tell":
        return measure.better
    one = measure.bearing
    if not one or one.seen_from is None or one.at_most is None or max(one.seen_from, one.at_most) > PLAIN_IN_100:
        return "unsure"
    says_nothing = _had_little_to_gain(before) or before.habit or after.habit or _holds_back_otherwise(before, after)
    return "unsure" if says_nothing else "none"


def _holds_back_otherwise(before: OnOccasion, after: OnOccasion) -> bool:
    """Whether "can't tell" was said clearly more or less often: d′ is of verdicts alone, and does not see it."""
    return abs(after.share_held_back - before.share_held_back) >= OTHERWISE


def _held_back(before: OnOccasion, after: OnOccasion) -> str:
    counts = {"held": before.held_back, "of": before.settled, "right": before.kept + before.caught}
    later = {"held_after": after.held_back, "of_after": after.settled, "right_after": after.kept + after.caught}
    return say("report.changed.held_back", **counts, **later)


def _had_little_to_gain(before: OnOccasion) -> bool:
    """Whether nearly every sound card was kept before, and nearly every flawed one caught."""
    if not before.sound or not before.flawed:
        return False
    return LITTLE_TO_GAIN * before.not_kept <= before.sound and LITTLE_TO_GAIN * before.not_caught <= before.flawed


def _look(measure: Measure) -> Iterator[str]:
    order = ("most wrong", "sure and wrong", "backwards")
    looked = [card for card in measure.cards if card.reasons]
    looked.sort(key=lambda card: min(order.index(reason) for reason in card.reasons))
    if not looked:
        yield say("report.look.none")
    elif len(measure.occasions) > 1:
        yield say("report.look.together")
    for card in looked[:MOST_CARDS]:
        yield _about(card)
        if "backwards" in card.reasons and card.reasons[0] != "backwards":
            yield say("report.look.backwards_too")
    if looked and measure.is_to_come:
        yield keep_to_yourself(measure)


def keep_to_yourself(measure: Measure) -> str:
    """What to do with cards that the teacher may see and the class may not."""
    return say("report.wait.keep", until=_until(measure))


def _about(card: Card) -> str:
    topic, figures, sure = card.item.topic, card.figures, card.sure_and_wrong
    wrong = figures.n - figures.right
    if "most wrong" in card.reasons:
        if sure and "sure and wrong" in card.reasons:
            name = "wrong_all_sure" if sure == wrong else "wrong_sure"
            return say(f"report.look.{name}", topic=topic, wrong=wrong, of=figures.n, sure=sure)
        return say("report.look.wrong", topic=topic, wrong=wrong, of=figures.n)
    if "sure and wrong" in card.reasons:
        return say("report.look.sure", topic=topic, sure=sure, of=figures.n)
    return say("report.look.backwards", topic=topic)
