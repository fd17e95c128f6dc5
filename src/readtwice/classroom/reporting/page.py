"""The class report as one page that stands alone and prints: no script, nothing fetched, everything escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from readtwice.classroom.reporting.content import Cell, Heading, Lines, Part, Table, Text, content
from readtwice.classroom.reporting.figures import ClassReport
from readtwice.classroom.reporting.sentences import squares_of
from readtwice.page.standing_alone import standing_alone
from readtwice.words import say

STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
body { color: var(--rt-ink); background: var(--rt-page); }
h1, h2, h3 { line-height: 1.2; margin: 1.4em 0 0.4em; }
h1 { margin-top: 0; }
p, li { overflow-wrap: anywhere; }
td, th { overflow-wrap: break-word; }
.note { border: 1px solid var(--rt-line); padding: 0.5em 0.9em; }
.lines { list-style: none; padding: 0; font-size: 1.1em; }
.lines li { margin: 0.6em 0; }
.lines strong { display: block; }
table { border-collapse: collapse; width: 100%; font-size: 0.9em; margin-top: 1.4em; }
caption { text-align: left; font-weight: 600; font-size: 1.1em; padding: 0.4em 0; }
th, td { border-bottom: 1px solid var(--rt-line); padding: 0.3em 0.8em 0.3em 0; text-align: left; vertical-align: top; }
th[scope="row"] { font-weight: 600; }
td, th { font-variant-numeric: tabular-nums; }
small { font-weight: 400; font-size: 0.92em; color: var(--rt-quiet); }
.share { white-space: nowrap; }
.faint { color: var(--rt-quiet); }
.how { font-size: 0.9em; color: var(--rt-quiet); margin: 0.4em 0; }
ul.how { padding-left: 1.2em; }
@media screen and (max-width: 40rem) {
  table, caption, tbody, tr, th, td { display: block; }
  thead { display: none; }
  tr { border-bottom: 1px solid var(--rt-line); padding: 0.3em 0; }
  th, td { border: 0; padding: 0.1em 0; }
  td:empty { display: none; }
  td::before { content: attr(data-column) ": "; font-weight: 600; }
}
@page { margin: 15mm; }
@media print {
  body { margin: 0; max-width: none; font-size: 10.5pt; }
  h1, h2, h3, caption { break-after: avoid; }
  tr, .lines li { break-inside: avoid; }
  thead { display: table-header-group; }
}
"""


def as_page(report: ClassReport, *, invented: bool = False) -> str:
    """The page. `invented`: it is an example with invented learners, and says so throughout."""
    return page_of(content(report, invented=invented))


def page_of(parts: Sequence[Part]) -> str:
    """A page of some parts."""
    title = next(part.text for part in parts if isinstance(part, Heading))
    return standing_alone(title, STYLE, f"<main>\n{as_html(parts)}\n</main>")


def as_html(parts: Sequence[Part], *, below: int = 0) -> str:
    """The parts in semantic tags that read well without a style. Headings are `below` so many levels of others."""
    return "\n".join(_html(part, below) for part in parts)


def _html(part: Part, below: int) -> str:
    match part:
        case Heading(text, level):
            return f"<h{level + below}>{escape(text)}</h{level + below}>"
        case Text(text, look):
            return f'<p class="{look}">{escape(text)}</p>' if look else f"<p>{escape(text)}</p>"
        case Lines(lines):
            told = "".join(f"<li><strong>{escape(one.label)}</strong> {escape(one.text)}</li>" for one in lines)
            return f'<ul class="lines">{told}</ul>'
        case Table():
            return _table(part)


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.columns)
    body = "".join(
        f'<tr><th scope="row">{_cell(row[0])}</th>{_cells(table.columns[1:], row[1:])}</tr>\n' for row in table.rows
    )
    how = "".join(f"<li>{escape(line)}</li>" for line in table.how)
    below = f'<p class="how"><em>{escape(say("report.how.label"))}</em></p><ul class="how">{how}</ul>' if how else ""
    return (
        f"<table><caption>{escape(table.title)}</caption>"
        f"<thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table>{below}"
    )


def _cells(columns: Sequence[str], cells: Sequence[Cell]) -> str:
    return "".join(
        f'<td data-column="{escape(column)}">{_cell(cell)}</td>' for column, cell in zip(columns, cells, strict=True)
    )


def _cell(cell: Cell) -> str:
    text = f'<span class="faint">{escape(cell.text)}</span>' if cell.faint else escape(cell.text)
    if cell.filled is not None:
        text = f'<span class="share"><span aria-hidden="true">{squares_of(cell.filled)}</span> {text}</span>'
    return text + "".join(f"<br><small>{escape(line)}</small>" for line in cell.more)
