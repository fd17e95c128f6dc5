"""A table that a notebook shows, and a screen reader and a plain text too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readtwice.markup import Html, table
from readtwice.page.views import page_html


@dataclass(frozen=True, repr=False)
class Table:
    """Words in rows; the first cell of a row names it. Everything is shown as text, whatever it holds."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]

    def _repr_html_(self) -> Html:
        left = "text-align: left"  # JupyterLab sets tables to the right, as for numbers; these hold words
        return page_html(table(self.header, self.rows, caption=self.title, style=left))

    def __repr__(self) -> str:
        return "\n".join([self.title, *(" | ".join(row) for row in (self.header, *self.rows))])
