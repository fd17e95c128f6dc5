"""What stands in a class report, part by part, once for all places that show it: a page, a notebook, a static output.

Text is plain. Whoever shows a part escapes it, or makes it a text node.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from readtwice.classroom.reporting.figures import (
    Card,
    ClassReport,
    Estimate,
    LessonCards,
    Measure,
    OnOccasion,
    SureLevel,
    Twins,
)
from readtwice.classroom.reporting.first_screen import by_slip, first_screen
from readtwice.classroom.reporting.parts import Cell, Heading, Large, Lines, Part, Table, Text, marked
from readtwice.classroom.reporting.pooled import Classes
from readtwice.classroom.reporting.sentences import (
    bear,
    care,
    keep_to_yourself,
    lesson_lines,
    lesson_name,
    lesson_of,
    lines,
    measure_name,
    of_ten,
    recognised,
    search_lines,
    set_name,
)
from readtwice.classroom.reporting.twins import ENOUGH_OF_EACH
from readtwice.marking.opened import SEARCH_MOVES
from readtwice.pack import Item
from readtwice.page.inert import inert
from readtwice.statistics.discernment import Interval, direction
from readtwice.statistics.items import ENOUGH_FOR_RELIABILITY, ENOUGH_LEARNERS, Reliability
from readtwice.words import say, words


def content(report: ClassReport, *, invented: bool = False, classes: Classes | None = None) -> list[Part]:
    """All parts of a report. `invented`: it is an example, and says so at every heading and table. `classes`: the
    report is on these together, and each of them stands in it too.
    """
    parts = list(_parts(report, invented=invented, classes=classes))
    return [marked(part) for part in parts] if invented else parts


def _parts(report: ClassReport, *, invented: bool, classes: Classes | None) -> Iterator[Part]:
    yield Heading(say("report.title"), 1)
    if classes:
        yield from (Text(one) for one in told_of_classes(classes))
    if invented:
        yield Text(say("report.example_note", count=report.learners), "note")
    if not report.measures and not report.lessons:
        yield _without_cards(report)
        yield from _searches(report)
        yield from _not_counted(report)
        return
    days = {"first": report.first_day, "last": report.last_day}
    count = report.learners
    yield Text(
        say("report.learners_and_days", learners=count, **days)
        if report.first_day
        else say("report.learners_only", learners=count)
    )
    yield from first_screen(report)
    several = len(report.measures) > 1
    for measure in report.measures:
        yield Heading(measure_name(measure), 2)
        yield Lines((*lines(measure), *bear(measure)))
        yield from _skills(measure)
    if report.lessons:
        yield Heading(say("report.lessons"), 2)
        yield Lines(tuple(lesson_lines(report)))
    if report.searches:
        yield Lines(tuple(search_lines(report)))
    yield Lines(tuple(care(report)))
    for name, one in classes.apart.items() if classes else ():
        yield Heading(say("report.class", name=inert(name)), 2)
        yield Text(say("report.learners_only", learners=one.learners))
        if not one.measures and not one.lessons:
            yield _without_cards(one)
            continue
        yield from (part for part in first_screen(one) if not isinstance(part, Large))
        yield Lines(tuple(line for measure in one.measures for line in bear(measure)))
    yield from by_slip(report)
    yield Heading(say("report.figures"), 2, folds=True)
    for measure in report.measures:
        if several or len(measure.names) > 1:
            yield Heading(measure_name(measure), 3)
        yield from _measure(measure)
    yield from _searches(report)
    for cards in report.lessons:
        yield from _lesson(cards)
    yield Heading(say("report.counted"), 2)
    yield from _not_counted(report)
    yield from (Text(line) for line in report.how_counted)
    yield Text(say("report.note"))


def _without_cards(report: ClassReport) -> Part:
    return Lines(tuple(search_lines(report))) if report.searches else Text(say("report.nothing"))


def _skills(measure: Measure) -> Iterator[Part]:
    """Each skill as a bar: the squares of the right column."""
    if len(measure.skills) < 2:
        return
    rows = [
        (
            Cell(lesson_of(one)),
            Cell(say("report.of", count=one.right, of=one.answers), of_ten(one.right, one.answers)),
            Cell(say("report.of", count=one.wrong_learners, of=measure.now.learners)),
            Cell(say("report.weak") if one.is_weak else ""),
        )
        for one in measure.skills
    ]
    how = words()["report"]["how"]
    columns = _columns("skill", "right", "wrong_learners", "differs")
    yield from _table("skills", columns, rows, (how["squares"], how["skills"]), when=_when(measure.now))


def _searches(report: ClassReport) -> Iterator[Part]:
    """The tasks of search: verdicts and moves, occasion by occasion."""
    told = words()["report"]["searches"]
    found = report.searches
    when = words()["score_card"]["occasion"]
    columns = (
        words()["report"]["columns"]["what"],
        *(say("report.columns.on_occasion", when=when[one.occasion], count=one.learners) for one in found),
    )
    rows = [
        (Cell(told["right"]), *(_share(one.right, one.settled) for one in found)),
        (Cell(told["rightly_held_back"]), *(_share(one.rightly_held_back, one.left_open) for one in found)),
        *((Cell(told[move]), *(_share(one.moves[move], one.moved) for one in found)) for move in SEARCH_MOVES),
    ]
    yield from _table("searches", columns, rows if found else (), (words()["report"]["how"]["searches"],))


def _lesson(cards: LessonCards) -> Iterator[Part]:
    """The cards of one use in a lesson: how each went, and who chose what."""
    rows = [
        (
            Cell(card.item.topic, more=(card.item.prompt, *(f"“{quote.text}”" for quote in card.item.shown))),
            Cell(say("report.of", count=card.right, of=card.learners), of_ten(card.right, card.learners)),
            _chosen(card.item, card.chosen),
        )
        for card in cards.cards
    ]
    how = words()["report"]["how"]
    finished = [] if cards.finished is None else [say("report.how.finished", count=cards.finished, of=cards.learners)]
    title = say("report.of_lesson", lesson=lesson_name(cards), set=set_name(cards))
    told = (how["squares"], *finished, how["lesson"])
    yield from _table("lesson", _columns("card", "right", "chose"), rows, told, cards=title, count=cards.learners)


def _not_counted(report: ClassReport) -> Iterator[Part]:
    """What was recognised and not counted, kind by kind, and then what could not be read."""
    yield from (Text(line) for line in recognised(report))
    rows = [(Cell(inert(one.where)), Cell(inert(one.reason))) for one in report.rejected]
    yield from _table("rejected", _columns("where", "reason"), rows)
    if not rows and not report.recognised and (report.measures or report.lessons):
        yield Text(say("report.all_counted"))


def told_of_classes(classes: Classes) -> list[str]:
    """That classes are taken together, which, and who came with two of them."""
    names = ", ".join(inert(name) for name in classes.apart)
    told = [say("report.together", count=len(classes.apart), names=names)]
    return [*told, say("report.in_two_classes", count=classes.twice)] if classes.twice else told


def _columns(*names: str) -> tuple[str, ...]:
    known = words()["report"]["columns"]
    return tuple(known[name] for name in names)


def _table(
    title: str, columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]], how: Sequence[str] = (), **values: object
) -> Iterator[Table]:
    """A table, unless it has no rows."""
    if rows := tuple(rows):
        yield Table(say(f"report.tables.{title}", **values), columns, rows, tuple(how))


def _measure(measure: Measure) -> Iterator[Part]:
    yield from _occasions(measure)
    yield from _sureness(measure)
    how = words()["report"]["how"]
    kept = (keep_to_yourself(measure),) if measure.is_to_come else ()
    yield from _table(
        "cards",
        _columns("card", "right", "chose", "sure_and_wrong", "discrimination"),
        (_card(card, several=len(measure.names) > 1) for card in measure.cards),
        (*kept, how["squares"], how["cards"], how["discrimination"], say("report.how.too_few", enough=ENOUGH_LEARNERS)),
    )
    yield from _twins(measure)
    yield from _table(
        "misconceptions",
        _columns("misconception", "learners", "cards"),
        _misconception_cells(measure),
        (how["misconceptions"],),
    )
    yield from _table(
        "reliability",
        _columns("set", "learners", "kr20", "sem"),
        (
            (
                Cell(one.name),
                Cell(str(one.figures.learners)),
                _kr20(one.figures),
                _number(one.figures.sem if one.figures.is_told else None),
            )
            for one in measure.reliability
        ),
        _how_reliable(measure),
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
    title = "occasions" if matched else "one_occasion"
    told = [how["squares"], how["occasions"], how["ranges"]] + ([] if _auc_agrees(measure) else [how["no_auc"]])
    yield from _table(title, tuple(columns), rows, told, count=measure.matched)
    if len(occasions) > 1:
        before, after, unfinished = measure.only_before, measure.only_after, measure.unfinished
        yield Text(say("report.took_part", matched=measure.matched, before=before, after=after, unfinished=unfinished))


def _when(on: OnOccasion) -> str:
    when: str = words()["score_card"]["occasion"][on.occasion]
    return say("report.columns.on_occasion", when=when, count=on.learners)


def _count_rows(occasions: Sequence[OnOccasion], *, matched: bool) -> Iterator[tuple[Cell, ...]]:
    counts = {
        "kept": [(on.kept, on.sound) for on in occasions],
        "caught": [(on.caught, on.flawed) for on in occasions],
        "false_alarms": [(on.false_alarms, on.sound) for on in occasions],
        "misses": [(on.misses, on.flawed) for on in occasions],
        "held_back": [(on.held_back, on.sound + on.flawed) for on in occasions],
        "rightly_held_back": [(on.rightly_held_back, on.rightly_held_back + on.overreached) for on in occasions],
    }
    names = words()["report"]["rows"]
    for name, found in counts.items():
        if name != "rightly_held_back" or any(of for _, of in found):
            yield (Cell(names[name]), *(_share(some, of) for some, of in found), *([Cell("")] if matched else []))


def _figure_rows(measure: Measure) -> Iterator[tuple[Cell, ...]]:
    change = measure.change
    changed: dict[str, Estimate | None] = {
        "d_prime": Estimate(change.d_prime, change.d_prime_interval) if change else None,
        "criterion": Estimate(change.criterion, change.criterion_interval) if change else None,
        "auc": Estimate(change.auc, change.auc_interval) if change and change.auc is not None else None,
    }
    names = words()["report"]["rows"]
    for name, found in changed.items():
        if name == "auc" and not _auc_agrees(measure):
            continue
        cells = [_estimate(getattr(on, name)) for on in measure.occasions]
        yield (Cell(names[name]), *cells, *([_estimate(found)] if measure.compared else []))


def _auc_agrees(measure: Measure) -> bool:
    """Whether the ratings say of each occasion and of the change what d′, and so the sentence, says."""
    change = measure.change
    now = (measure.now, *measure.occasions)
    if any(on.auc and direction(_around_half(on.auc.interval)) != on.apart for on in now):
        return False
    return not change or change.auc is None or direction(change.auc_interval) == measure.better


def _around_half(interval: Interval | None) -> Interval | None:
    return interval and (interval[0] - 0.5, interval[1] - 0.5)


def _share(some: int, of: int) -> Cell:
    if not of:
        return Cell(say("report.none"))
    return Cell(say("report.of", count=some, of=of), of_ten(some, of))


def _kr20(figures: Reliability) -> Cell:
    if not figures.is_told or figures.kr20 is None:
        return Cell(say("report.none"), faint=True)
    if figures.kr20 >= 0:
        return Cell(_range(figures.kr20, figures.interval))
    more = (say("report.up_to", high=_figure(figures.interval[1])),) if figures.interval else ()
    return Cell(say("report.below_zero"), more=more)


def _how_reliable(measure: Measure) -> tuple[str, ...]:
    """How to read KR-20: why there may be none, and what it means below zero, only where that is so."""
    sets = [one.figures for one in measure.reliability]
    how = [words()["report"]["how"]["reliability"]]
    if any(not one.is_told for one in sets):
        how.append(say("report.how.no_reliability", enough=ENOUGH_FOR_RELIABILITY))
    if any(one.is_told and one.kr20 is not None and one.kr20 < 0 for one in sets):
        how.append(say("report.how.below_zero"))
    return tuple(how)


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
    if level is None:
        return Cell(say("report.none"))
    of = level.right + level.wrong
    return Cell(say("report.right_of", right=level.right, of=of), of_ten(level.right, of))


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
        if level.sureness == "sure":
            return of_ten(level.right, level.right + level.wrong)
    return None


def _card(card: Card, *, several: bool) -> tuple[Cell, ...]:
    item, figures = card.item, card.figures
    where = [say("report.form", name=card.form)] if several else []
    about = Cell(item.topic, more=(item.prompt, *(f"“{quote.text}”" for quote in item.shown), *where))
    right = Cell(say("report.of", count=figures.right, of=figures.n), of_ten(figures.right, figures.n))
    sure = Cell(say("report.none"))
    if card.sure_and_wrong is not None:
        sure = Cell(say("report.of", count=card.sure_and_wrong, of=figures.n - figures.right))
    return about, right, _chosen(item, figures.options), sure, _discrimination(card)


def _twins(measure: Measure) -> Iterator[Part]:
    """Each card in its states, and last the whole class on the occasion that the first sentence is about."""
    if not measure.twins:
        return
    now, how = measure.now, words()["report"]["how"]
    of_open = now.rightly_held_back + now.overreached
    shares = (_share(now.kept, now.sound), _share(now.caught, now.flawed), _share(now.rightly_held_back, of_open))
    together = (Cell(say("report.all_cards", when=_when(now))), *shares, _told(now.d_prime))
    rows = [*(_card_in_states(one, several=len(measure.names) > 1) for one in measure.twins), together]
    told = (how["squares"], how["twins"], how["corrected"], say("report.how.not_apart", enough=ENOUGH_OF_EACH))
    yield from _table("twins", _columns("card", "sound", "flawed", "open", "d_prime"), rows, (*told, how["last_row"]))


def _card_in_states(one: Twins, *, several: bool) -> tuple[Cell, ...]:
    where = (say("report.form", name=one.form),) if several else ()
    shares = (_share(state.right, state.n) for state in one.states)
    return Cell(one.item.topic, more=(one.item.prompt, *where)), *shares, _told(one.d_prime)


def _told(one: Estimate | None) -> Cell:
    """A d′ that tells guessing from knowing; else in brackets."""
    if not one or direction(one.interval) != "can't tell":
        return _estimate(one)
    return Cell(f"({_range(one.value, one.interval)})", faint=True)


def _chosen(item: Item, chosen: Mapping[str, int]) -> Cell:
    """Who chose what, the key first."""
    names = words()["verdict"][item.kind]
    told = []
    for option in sorted(item.options, key=lambda option: option != item.key):
        count = chosen.get(option, 0)
        told.append(say("report.key" if option == item.key else "report.chose", option=names[option], count=count))
    return Cell(told[0], more=tuple(told[1:]))


def _discrimination(card: Card) -> Cell:
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
        yield Cell(named), Cell(str(one.learners)), Cell("; ".join(topics[item] for item in one.items))
