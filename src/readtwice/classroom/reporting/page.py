"""The class report as one page that stands alone and prints: no script, nothing fetched, everything escaped."""

from __future__ import annotations

from collections.abc import Sequence

from readtwice.classroom.reporting.content import Cell, Heading, Lines, Part, Table, Text, content
from readtwice.classroom.reporting.figures import ClassReport
from readtwice.classroom.reporting.sentences import squares_of
from readtwice.markup import Html, each, html, joined, table
from readtwice.page.standing_alone import filled
from readtwice.words import say


def as_page(report: ClassReport, *, invented: bool = False) -> str:
    """The page. `invented`: it is an example with invented learners, and says so throughout."""
    return page_of(content(report, invented=invented))


def page_of(parts: Sequence[Part]) -> str:
    """A page of some parts."""
    title = next(part.text for part in parts if isinstance(part, Heading))
    return filled("classroom/reporting/page.html", title=title, parts=as_html(parts))


def as_html(parts: Sequence[Part], *, below: int = 0) -> Html:
    """The parts in semantic tags that read well without a style. Headings are `below` so many levels of others."""
    return joined((_html(part, below) for part in parts), "\n")


def _html(part: Part, below: int) -> Html:
    match part:
        case Heading(text, level):
            return html("<h{level}>{text}</h{level}>", level=level + below, text=text)
        case Text(text, look):
            return html('<p class="{}">{}</p>', look, text) if look else html("<p>{}</p>", text)
        case Lines(lines):
            told = joined(html("<li><strong>{}</strong> {}</li>", one.label, one.text) for one in lines)
            return html('<ul class="lines">{}</ul>', told)
        case Table():
            rows = ([_cell(cell) for cell in row] for row in part.rows)
            how = '<p class="how"><em>{}</em></p><ul class="how">{}</ul>'
            below = html(how, say("report.how.label"), each("<li>{}</li>", part.how)) if part.how else ""
            return table(part.columns, rows, caption=part.title, narrow=True) + below


def _cell(cell: Cell) -> Html:
    text = html('<span class="faint">{}</span>', cell.text) if cell.faint else html("{}", cell.text)
    if cell.filled is not None:
        squares = html('<span aria-hidden="true">{}</span>', squares_of(cell.filled))
        text = html('<span class="share">{} {}</span>', squares, text)
    return text + each("<br><small>{}</small>", cell.more)
