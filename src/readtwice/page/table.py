"""A table that a notebook shows, and a screen reader and a plain text too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from readtwice.page.views import page_html


@dataclass(frozen=True, repr=False)
class Table:
    """Words in rows; the first cell of a row names it. Everything is shown as text, whatever it holds."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]

    def _repr_html_(self) -> str:
        left = 'style="text-align: left"'  # JupyterLab sets tables to the right, as for numbers; these hold words
        head = "".join(f'<th scope="col" {left}>{escape(name)}</th>' for name in self.header)
        body = "".join(
            f'<tr><th scope="row" {left}>{escape(row[0])}</th>'
            + "".join(f"<td {left}>{escape(cell)}</td>" for cell in row[1:])
            + "</tr>"
            for row in self.rows
        )
        title = f"<caption>{escape(self.title)}</caption>"
        return page_html(f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")

    def __repr__(self) -> str:
        return "\n".join([self.title, *(" | ".join(row) for row in (self.header, *self.rows))])
