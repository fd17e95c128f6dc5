"""What stands in a class report, part by part, once for all places that show it: a page, a notebook, a static output.

Text is plain. Whoever shows a part escapes it, or makes it a text node.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from readtwice.classroom.report_figures import Card, ClassReport, Estimate, Measure, OnOccasion, SureLevel
from readtwice.classroom.report_sentences import (
    Line,
    all_of,
    care,
    flawed_cards,
    lines,
    measure_name,
    of_ten,
    sentences,
    sound_cards,
)
from readtwice.publish.inert import inert
from readtwice.statistics.discernment import Interval
from readtwice.statistics.items import ENOUGH_LEARNERS
from readtwice.statistics.sharing import ENOUGH_TO_SHARE
from readtwice.words import say, words


@dataclass(frozen=True, slots=True)
class Cell:
    """`filled` of ten squares stand before the text where it is a share; `more` are lines below it. `faint`: carries
    no advice, which the text says too."""

    text: str
    filled: int | None = None
    more: tuple[str, ...] = ()
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` is 1 for the report itself."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. `look` is "note" for what must be known about the whole report, or empty."""

    text: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """What a teacher can act on."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The first cell of each row names it. `how` says how to read it."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    how: tuple[str, ...] = ()


Part = Heading | Text | Lines | Table


def as_values(parts: Iterable[Part]) -> list[dict[str, Any]]:
    """The parts as JSON values: the fields of each, and `kind`, its name in small letters."""
    return [{"kind": type(part).__name__.lower(), **asdict(part)} for part in parts]


def content(report: ClassReport, *, invented: bool = False) -> list[Part]:
    """All parts of a report. `invented`: it is an example, and says so at every heading and table."""
    parts = list(_parts(report, invented=invented))
    return [_marked(part) for part in parts] if invented else parts


def _marked(part: Part) -> Part:
    if isinstance(part, Heading):
        return Heading(say("report.invented", title=part.text), part.level)
    if isinstance(part, Table):
        return Table(say("report.invented", title=part.title), part.columns, part.rows, part.how)
    return part


def _parts(report: ClassReport, *, invented: bool) -> Iterator[Part]:
    yield Heading(say("report.shared_title") if report.is_shared else say("report.title"), 1)
    if invented:
        yield Text(say("report.example_note", count=report.learners), "note")
    if report.is_shared:
        yield Text(say("report.shared_note", enough=ENOUGH_TO_SHARE), "note")
    if not report.measures:
        yield from (Text(line) for line in sentences(report))
        yield from _rejected(report)
        return
    days = {"first": report.first_day, "last": report.last_day}
    count = report.learners
    yield Text(
        say("report.learners_and_days", learners=count, **days)
        if report.first_day
        else say("report.learners_only", learners=count)
    )
    several = len(report.measures) > 1
    for measure in report.measures:
        if several:
            yield Heading(measure_name(measure), 2)
        yield Lines(tuple(lines(measure)))
    yield Lines(tuple(care(report)))
    yield Heading(say("report.figures"), 2)
    for measure in report.measures:
        if several or len(measure.names) > 1:
            yield Heading(measure_name(measure), 3)
        yield from _measure(measure, is_shared=report.is_shared)
    yield from _rejected(report)
    yield from (Text(line) for line in report.how_counted)
    yield Text(say("report.note"))


def _rejected(report: ClassReport) -> Iterator[Part]:
    if report.is_shared:
        return
    rows = [(Cell(inert(one.where)), Cell(inert(one.reason))) for one in report.rejected]
    yield from _table("rejected", _columns("where", "reason"), rows)
    if not rows and report.measures:
        yield Text(say("report.all_counted"))


def _columns(*names: str) -> tuple[str, ...]:
    known = words()["report"]["columns"]
    return tuple(known[name] for name in names)


def _table(
    title: str, columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]], how: Sequence[str] = (), **values: object
) -> Iterator[Table]:
    """A table, unless it has no rows."""
    if rows := tuple(rows):
        yield Table(words()["report"]["tables"][title].format(**values), columns, rows, tuple(how))


def _measure(measure: Measure, *, is_shared: bool) -> Iterator[Part]:
    yield from _occasions(measure)
    yield from _sureness(measure)
    how = words()["report"]["how"]
    yield from _table(
        "cards",
        _columns("card", "right", "chose", "sure_and_wrong", "discrimination"),
        (_card(card, several=len(measure.names) > 1, is_shared=is_shared) for card in measure.cards),
        (how["squares"], how["cards"], how["discrimination"], say("report.how.too_few", enough=ENOUGH_LEARNERS)),
    )
    yield from _table(
        "misconceptions",
        _columns("misconception", "learners", "cards"),
        _misconception_cells(measure),
        (how["misconceptions"],),
    )
    yield from _table(
        "reliability",
        _columns("set", "learners", "kr20", "alpha", "sem"),
        (
            (
                Cell(one.name),
                Cell(str(one.figures.learners)),
                *(_number(value) for value in (one.figures.kr20, one.figures.alpha, one.figures.sem)),
            )
            for one in measure.reliability
        ),
        (how["reliability"],),
    )
    yield from _table(
        "sets",
        _columns("set", "began", "finished"),
        ((Cell(one.name), Cell(str(one.learners)), Cell(str(one.finished))) for one in measure.sets),
        (how["sets"],),
    )


def _occasions(measure: Measure) -> Iterator[Part]:
    occasions = measure.occasions
    matched = measure.compared
    columns = [words()["report"]["columns"]["what"], *(_when(one) for one in occasions)]
    columns += [words()["report"]["columns"]["change"]] if matched else []
    rows = [*_count_rows(occasions, matched=matched), *_figure_rows(measure)]
    how = words()["report"]["how"]
    title = "one_occasion" if not matched else "occasions_hidden" if measure.matched is None else "occasions"
    values = {"count": measure.matched} if title == "occasions" else {}
    yield from _table(title, tuple(columns), rows, (how["squares"], how["occasions"], how["ranges"]), **values)
    left_out = (measure.matched, measure.only_before, measure.only_after, measure.unfinished)
    if len(occasions) > 1 and None not in left_out:
        matched_count, before, after, unfinished = left_out
        yield Text(
            say("report.took_part", matched=matched_count, before=before, after=after, unfinished=unfinished),
        )


def _when(on: OnOccasion) -> str:
    when: str = words()["score_card"]["occasion"][on.occasion]
    return when if on.learners is None else say("report.columns.on_occasion", when=when, count=on.learners)


def _count_rows(occasions: Sequence[OnOccasion], *, matched: bool) -> Iterator[tuple[Cell, ...]]:
    def both(on: OnOccasion) -> int | None:
        return None if on.held_back is None else (sound_cards(on) or 0) + (flawed_cards(on) or 0)

    counts: dict[str, tuple[Callable[[OnOccasion], int | None], Callable[[OnOccasion], int | None]]] = {
        "kept": (lambda on: on.kept.answers, sound_cards),
        "caught": (lambda on: on.caught.answers, flawed_cards),
        "false_alarms": (lambda on: on.false_alarms.answers, sound_cards),
        "misses": (lambda on: on.misses.answers, flawed_cards),
        "held_back": (lambda on: on.held_back, both),
        "rightly_held_back": (
            lambda on: on.rightly_held_back.answers,
            lambda on: all_of(on.rightly_held_back, on.overreached),
        ),
    }
    names = words()["report"]["rows"]
    for name, (some, of) in counts.items():
        if name != "rightly_held_back" or any(of(on) for on in occasions):
            cells = [_share(some(on), of(on)) for on in occasions]
            yield (Cell(names[name]), *cells, *([Cell("")] if matched else []))


def _figure_rows(measure: Measure) -> Iterator[tuple[Cell, ...]]:
    change = measure.change
    changed: dict[str, Estimate | None] = {
        "d_prime": Estimate(change.d_prime, change.d_prime_interval) if change else None,
        "criterion": Estimate(change.criterion, change.criterion_interval) if change else None,
        "auc": Estimate(change.auc, change.auc_interval) if change and change.auc is not None else None,
    }
    names = words()["report"]["rows"]
    for name, found in changed.items():
        cells = [_estimate(getattr(on, name)) for on in measure.occasions]
        yield (Cell(names[name]), *cells, *([_estimate(found)] if measure.compared else []))


def _share(some: int | None, of: int | None) -> Cell:
    if some is None or of is None:
        return Cell(say("report.hidden"), faint=True)
    if not of:
        return Cell(say("report.none"))
    return Cell(say("report.of", count=some, of=of), of_ten(some, of))


def _number(value: float | None) -> Cell:
    return Cell(say("report.none") if value is None else _figure(value))


def _figure(value: float) -> str:
    """Two decimals, with a true minus sign."""
    text = f"{value:.2f}"
    return (text if float(text) else text.lstrip("-")).replace("-", "−")


def _range(value: float, interval: Interval | None) -> str:
    if interval is None:
        return _figure(value)
    return say("report.range", value=_figure(value), low=_figure(interval[0]), high=_figure(interval[1]))


def _estimate(one: Estimate | None) -> Cell:
    return Cell(_range(one.value, one.interval)) if one else Cell(say("report.none"), faint=True)


def _sureness(measure: Measure) -> Iterator[Part]:
    with_levels = [on for on in measure.occasions if on.levels]
    if not with_levels:
        return
    rows = []
    for sureness, label in words()["report"]["said"].items():
        found = [next((one for one in on.levels if one.sureness == sureness), None) for on in with_levels]
        rows.append((Cell(label), *(_level(one) for one in found)))
    columns = (words()["report"]["columns"]["sure"], *(_when(on) for on in with_levels))
    how = (words()["report"]["how"]["sureness"],)
    yield from _table("sureness", columns, rows, (sure_sentence(with_levels), *how))


def _level(level: SureLevel | None) -> Cell:
    if level is None or level.right.answers is None or level.wrong.answers is None:
        return Cell(say("report.none"))
    of = level.right.answers + level.wrong.answers
    return Cell(say("report.right_of", right=level.right.answers, of=of), of_ten(level.right.answers, of))


def sure_sentence(occasions: Sequence[OnOccasion]) -> str:
    """How far "sure" kept its promise, in one sentence, for one occasion or for the first and the last of several."""
    shares = [_right_of_ten(on) for on in (occasions[0], occasions[-1])]
    before, after = shares
    if len(occasions) > 1 and before is not None and after is not None:
        return say("report.sure_both", before=before, after=after)
    known = after if after is not None else before
    return say("report.sure_none") if known is None else say("report.sure_single", right=known)


def _right_of_ten(on: OnOccasion) -> int | None:
    for level in on.levels:
        if level.sureness == "sure" and level.right.answers is not None and level.wrong.answers is not None:
            return of_ten(level.right.answers, level.right.answers + level.wrong.answers)
    return None


def _card(card: Card, *, several: bool, is_shared: bool) -> tuple[Cell, ...]:
    item, figures = card.item, card.figures
    where = [say("report.form", name=card.form)] if several else []
    about = Cell(item.topic, more=(item.prompt, *(f"“{quote.text}”" for quote in item.shown), *where))
    hidden = Cell(say("report.hidden"), faint=True)
    if figures is None:
        return about, hidden, hidden, hidden, hidden
    right = Cell(say("report.of", count=figures.right, of=figures.n), of_ten(figures.right, figures.n))
    wrong = figures.n - figures.right
    sure = hidden if is_shared else Cell(say("report.none"))
    if card.sure_and_wrong is not None:
        sure = Cell(say("report.of", count=card.sure_and_wrong, of=wrong))
    return about, right, _chosen(card) if card.options is not None else hidden, sure, _discrimination(card)


def _chosen(card: Card) -> Cell:
    """Who chose what, the key first."""
    names = words()["verdict"][card.item.kind]
    told = []
    for option in sorted(card.item.options, key=lambda option: option != card.item.key):
        count = (card.options or {}).get(option, 0)
        told.append(say("report.key" if option == card.item.key else "report.chose", option=names[option], count=count))
    return Cell(told[0], more=tuple(told[1:]))


def _discrimination(card: Card) -> Cell:
    assert card.figures
    value, interval = card.figures.discrimination, card.figures.interval
    if value is None:
        return Cell(say("report.none"))
    if card.figures.advises:
        return Cell(_range(value, interval))
    return Cell(f"({_figure(value)})", faint=True)


def _misconception_cells(measure: Measure) -> Iterator[tuple[Cell, ...]]:
    topics = {card.item.id: card.item.topic for card in measure.cards}
    for one in measure.misconceptions:
        named = say("report.one_option", misconception=one.misconception) if one.is_one_option else one.misconception
        count = say("report.enough", least=ENOUGH_TO_SHARE) if one.learners is None else str(one.learners)
        yield Cell(named), Cell(count), Cell("; ".join(topics[item] for item in one.items))
