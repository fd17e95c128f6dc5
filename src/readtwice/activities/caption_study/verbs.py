"""Captions side by side, with another name put in, over one picture, and in a learner's own words.

course.who_does_what()            # caption by caption, as a chart and as tables
course.who_does_what("subject")   # the sides beside each other, and what shows then
course.swap("b12")
course.caption_swap()
course.rewrite("b02")
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from readtwice.activities.caption_study.part import study_of
from readtwice.markup import Html, html, joined
from readtwice.page.open import CourseError, session
from readtwice.page.table import Table
from readtwice.page.views import page_html
from readtwice.words import say, words

if TYPE_CHECKING:
    from readtwice.activities.caption_study.caption_swap import CaptionSwap
    from readtwice.activities.caption_study.part import CaptionStudy, StudiedCaption
    from readtwice.activities.caption_study.rewrite import Rewrite
    from readtwice.activities.caption_study.swap import SwapTest
    from readtwice.charts import Cell, Chart

VIEWS = ("caption", "subject")


@dataclass(frozen=True, repr=False)
class SideBySide:
    """A chart with its table, and below it what no chart holds: who acts, or what shows between the sides."""

    chart: Chart
    html: Html
    text: str

    def _ipython_display_(self) -> None:
        from IPython.display import display

        self.chart._ipython_display_()
        display({"text/html": self.html, "text/plain": self.text}, raw=True)  # type: ignore[no-untyped-call]

    def __repr__(self) -> str:
        return f"{self.chart.description}\n{self.text}"


def who_does_what(by: str = "caption") -> SideBySide:
    """What the words of the captions hold: by `caption`, or by `subject`, which is each side's captions together.

    Raises CourseError for another view, and for a pack without studied captions.
    """
    if by not in VIEWS:
        raise CourseError(say("error.caption_study.not_shown_by", by=by, known=", ".join(VIEWS)))
    from readtwice.charts import grid_chart

    study = _study()
    cells, description = _by_caption(study) if by == "caption" else _by_subject(study)
    chart = grid_chart(
        cells,
        title=say(f"who_does_what.title.{by}"),
        description=description,
        row_name=say("who_does_what.hold"),
        column_name=say("who_does_what.held" if by == "caption" else "who_does_what.counted"),
    )
    return SideBySide(chart, *(_agency(study) if by == "caption" else _findings(study)))


def swap(block: str) -> SwapTest:
    """The swap test on one caption: `swap("b12")`. Raises CourseError for one that was not studied."""
    from readtwice.activities.caption_study.swap import SwapTest

    return SwapTest(session(), _studied(block))


def caption_swap() -> CaptionSwap:
    """One invented picture under no caption and three others. Nothing of it is saved."""
    from readtwice.activities.caption_study.caption_swap import CaptionSwap

    return CaptionSwap(session(), _study().scene)


def rewrite(block: str) -> Rewrite:
    """A caption to write anew: `rewrite("b02")`. Raises CourseError for one that was not studied."""
    from readtwice.activities.caption_study.rewrite import Rewrite

    return Rewrite(session(), _studied(block))


def _study() -> CaptionStudy:
    study = study_of(session().pack)
    if study is None:
        raise CourseError(say("error.caption_study.not_studied"))
    return study


def _studied(block: str) -> StudiedCaption:
    try:
        return _study().caption(block)
    except KeyError:
        known = ", ".join(one.block for one in _study().captions)
        raise CourseError(say("error.caption_study.no_caption", block=block, known=known)) from None


def _features() -> dict[str, str]:
    features: dict[str, str] = words()["who_does_what"]["features"]
    return features


def _where(caption: StudiedCaption) -> str:
    from readtwice.page.views import paragraph

    return paragraph(caption.block)


def _labels(study: CaptionStudy) -> dict[str, str]:
    return {subject.id: subject.label for subject in study.subjects}


def _by_caption(study: CaptionStudy) -> tuple[list[Cell], str]:
    from readtwice.charts import Cell

    sides = _labels(study)
    cells = [
        Cell(
            label,
            say("who_does_what.column", where=_where(one), side=sides[one.subject]),
            (held := one.holds(feature)),
            say("who_does_what.yes" if held > 0 else "who_does_what.in_doubt" if held else "who_does_what.none"),
        )
        for feature, label in _features().items()
        for one in study.captions
    ]
    counts = [
        say(
            "who_does_what.feature_of",
            feature=label,
            count=sum(one.holds(feature) > 0 for one in study.captions),
        )
        for feature, label in _features().items()
    ]
    return cells, say("who_does_what.described", of=len(study.captions), counts="; ".join(counts))


def _by_subject(study: CaptionStudy) -> tuple[list[Cell], str]:
    from readtwice.charts import Cell

    groups = {s.label: [one for one in study.captions if one.subject == s.id] for s in study.subjects}
    cells, counts = [], []
    for feature, label in _features().items():
        found = []
        for side, captions in groups.items():
            held = [one.holds(feature) for one in captions]
            count, doubted = held.count(1), held.count(-1)
            text = say("who_does_what.of", count=count, of=len(held))
            if doubted:
                text = say("who_does_what.of_in_doubt", count=count, of=len(held), doubted=doubted)
            cells.append(Cell(label, side, count or -doubted, text))
            found.append(str(count))
        counts.append(say("who_does_what.feature_of", feature=label, count=", ".join(found)))
    description = say("who_does_what.described_sides", sides=", ".join(groups), counts="; ".join(counts))
    return cells, description


def _agency(study: CaptionStudy) -> tuple[Html, str]:
    """Who acts, on whom, and what the words hold of the rest, as a table in HTML and in text."""
    sides, columns = _labels(study), words()["who_does_what"]["columns"]
    quoted = ("praise", "people", "enemy")
    header = [say("who_does_what.caption"), *columns.values(), *(_features()[name] for name in quoted)]
    rows = []
    for one in study.captions:
        quotes = [one.praise, (one.people,), (one.enemy,)]
        told = ["; ".join(f"“{q.text}”" for q in some if q) or say("who_does_what.none") for some in quotes]
        row = say("who_does_what.row", where=_where(one), side=sides[one.subject])
        rows.append([row, one.acts, one.to, one.left_out, *told])
    return _table(say("who_does_what.name"), header, rows)


def _findings(study: CaptionStudy) -> tuple[Html, str]:
    """What shows when the sides stand beside each other, each with the words that show it."""
    from readtwice.page.views import paragraph

    told = [(one.say, [f"{paragraph(q.block)} “{q.text}”" for q in one.quotes]) for one in study.findings]
    listed = joined(html("<li>{} <em>{}</em></li>", line, " · ".join(quotes)) for line, quotes in told)
    return page_html(html("<ul>{}</ul>", listed)), "\n".join(f"{line} ({'; '.join(quotes)})" for line, quotes in told)


def _table(title: str, header: list[str], rows: list[list[Any]]) -> tuple[Html, str]:
    table = Table(title, header, rows)
    return table._repr_html_(), repr(table)
