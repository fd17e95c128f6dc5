"""The first screen of a report, and what came by slip: for the teacher of this class, within half a minute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from readtwice.classroom.reporting.again import ten_minutes
from readtwice.classroom.reporting.figures import (
    Came,
    Card,
    ClassReport,
    GoOver,
    Measure,
    OnOccasion,
    right_of,
    that_speak,
)
from readtwice.classroom.reporting.parts import Cell, Dots, Heading, Large, Lines, Part, Picture, Table, Text
from readtwice.classroom.reporting.sentences import Line, first_lines, headline, lesson_name
from readtwice.pack import VERDICTS
from readtwice.statistics.calibration import percent
from readtwice.words import say, words


def first_screen(report: ClassReport) -> Iterator[Part]:
    """The picture, one sentence, tomorrow's first ten minutes, and the card to show."""
    yield from _picture(report)
    if told := headline(report):
        yield Text(told, "headline")
    yield Lines(tuple(first_lines(report)))
    if report.go_over:
        yield _large(report.go_over)
        yield Lines(tuple(_plan(report.go_over)))


def _picture(report: ClassReport) -> Iterator[Picture]:
    label = words()["report"]["picture"]
    if report.speaking:
        before, now = _first_and_last(report.speaking)
        shares = [
            ("kept", (before.kept, before.sound) if before else None, (now.kept, now.sound)),
            ("caught", (before.caught, before.flawed) if before else None, (now.caught, now.flawed)),
        ]
        rows = [_dots(label[name], old, new) for name, old, new in shares if new[1]]
        names = words()["report"]["when"]
        legend = ([say("report.picture.first", when=names[before.occasion])] if before else []) + [
            say("report.picture.last", when=names[now.occasion])
        ]
    else:
        told_by = that_speak(report.lessons)
        rows = [
            _dots(lesson_name(some[0]), None, right_of(card for one in some for card in one.cards)) for some in told_by
        ]
        are_exits = all(one.use == "exit" for some in told_by for one in some)
        legend = [say(f"report.picture.right{'' if are_exits else '_other'}")]
    if rows:
        told = " ".join(say("report.picture.told", label=one.label, told=one.told) for one in rows)
        title = say(f"report.picture.title{'' if report.speaking else '_lessons'}")
        yield Picture(title, tuple(rows), tuple(legend), told)


def _first_and_last(measure: Measure) -> tuple[OnOccasion | None, OnOccasion]:
    """Before and after of those who did both; else the latest occasion alone."""
    by = {one.occasion: one for one in measure.occasions}
    if measure.compared:
        return by["before"], by["after"]
    return None, measure.now


def _dots(label: str, before: tuple[int, int] | None, now: tuple[int, int]) -> Dots:
    later, earlier = percent(*now), percent(*before) if before and before[1] else None
    told = (
        say("report.picture.one", now=later)
        if earlier is None
        else say("report.picture.both", before=earlier, now=later)
    )
    return Dots(label, earlier, later, told)


def _plan(card: GoOver) -> Iterator[Line]:
    for step in ten_minutes(card).steps:
        yield Line(say("report.tomorrow.minutes", minutes=step.minutes), step.does)


def _large(card: GoOver) -> Large:
    item = card.item
    names = words()["verdict"][item.kind]
    return Large(
        title=say("report.large.title"),
        story=card.story,
        box_label=say("report.large.box") if card.box else "",
        box=card.box,
        quotes=tuple(quote.text for quote in item.shown),
        prompt=item.prompt,
        choices=tuple(names[one] for one in VERDICTS[item.kind]),
        answer_label=say("report.large.answer"),
        answer=(names[item.key], item.options[item.key].feedback, item.explanation),
    )


def by_slip(report: ClassReport) -> Iterator[Part]:
    """Who is missing and what came, then which card went how, learner by learner."""
    if not report.came:
        return
    yield Heading(say("report.by_slip"), 2, folds=True)
    yield Text(say("report.by_slip_note"), "note")
    rows = tuple(_came(one) for one in report.came)
    columns = words()["report"]["columns"]
    heads = ("slip", "before", "after", "lessons", "turn")
    yield Table(
        say("report.tables.came"), tuple(columns[one] for one in heads), rows, (say("report.how.turn"),), "grid"
    )
    yield from _grid(report)


def _came(one: Came) -> tuple[Cell, ...]:
    names = words()["report"]["came"]
    turn = names[one.turn] if one.turn else say("report.none")
    lessons = ", ".join(str(int(lesson)) for lesson in one.lessons) or say("report.none")
    return (
        Cell(one.name),
        Cell(names[one.before or "missing"]),
        Cell(names[one.after or "missing"]),
        Cell(lessons),
        Cell(turn),
    )


def _grid(report: ClassReport) -> Iterator[Table]:
    """Slips by cards: the hardest card first, by number, whichever state was seen; what each number is stands below."""
    answered = [one for one in report.came if one.tried]
    cards = _whichever_state(report.measures[0].cards) if report.measures else []
    if not answered or not cards:
        return
    signs = words()["report"]["marks"]
    rows = sorted(answered, key=lambda one: (one.right / one.tried, one.name))
    columns = (
        words()["report"]["columns"]["slip"],
        words()["report"]["columns"]["right"],
        *(str(place) for place in range(1, len(cards) + 1)),
    )
    cells = tuple(
        (
            Cell(one.name),
            Cell(say("report.of", count=one.right, of=one.tried)),
            *(Cell("".join(signs[one.marks[key]] for key in keys if key in one.marks)) for keys in map(_keys, cards)),
        )
        for one in rows
    )
    yield Table(say("report.tables.grid"), columns, cells, (say("report.how.grid"), *_names(cards)), "grid")


def _whichever_state(cards: Iterable[Card]) -> list[list[Card]]:
    """The states of each card together, the hardest card first."""
    found: dict[tuple[str, str], list[Card]] = {}
    for card in cards:
        found.setdefault((card.pack, card.item.card), []).append(card)
    return sorted(found.values(), key=_share_right)


def _share_right(states: Iterable[Card]) -> float:
    figures = [card.figures for card in states]
    return sum(one.right for one in figures) / sum(one.n for one in figures)


def _keys(states: Iterable[Card]) -> list[str]:
    return [card.figures.item for card in states]


def _names(cards: Iterable[Sequence[Card]]) -> Iterator[str]:
    for place, states in enumerate(cards, start=1):
        yield say("report.grid_card", place=place, topic=states[0].item.topic)
