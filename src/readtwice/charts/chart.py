"""A chart as a notebook shows it: the picture, then the same figures as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from readtwice.markup import Html, html, table
from readtwice.words import say

MIME_TYPE: Final = "application/vnd.vegalite.v5+json"
"""The newest kind of chart that JupyterLab 4.6 draws by itself, also in a notebook that is not trusted."""
LONGEST_DESCRIPTION: Final = 300
"""Characters. More than this is a text about the chart, and belongs beside it."""


class ChartError(ValueError):
    """A chart that cannot be drawn, or should not be. In a notebook it shows as its one sentence, not a traceback."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


@dataclass(frozen=True)
class Table:
    """The figures of a chart in words: a caption, a header, and rows whose first cell names the row."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        if not self.rows:
            raise ChartError(say("error.charts.no_rows"))
        if len(self.header) < 2 or any(len(row) != len(self.header) for row in self.rows):
            raise ChartError(say("error.charts.table_row_too_short"))

    @property
    def html(self) -> Html:
        """Plain HTML without styles or scripts, folded away. Dollar signs in it never become mathematics."""
        return html(
            '<div class="mathjax_ignore"><details><summary>{}</summary>{}</details></div>',
            say("charts.as_table"),
            table(self.header, self.rows, caption=self.caption),
        )

    def __str__(self) -> str:
        return "\n".join([self.caption, *(" | ".join(row) for row in (self.header, *self.rows))])


@dataclass(frozen=True, repr=False)
class Chart:
    """A Vega-Lite specification, one sentence that says what it shows, and its figures as a table.

    The sentence is what a screen reader says, and what stands where no chart can be drawn. Raises ChartError for a
    description that is missing, broken over lines, without a full stop or over LONGEST_DESCRIPTION characters.
    """

    specification: dict[str, Any]
    description: str
    table: Table

    def __post_init__(self) -> None:
        check_description(self.description)

    def bundles(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """What a notebook stores, one for each of the two outputs. The same chart gives the same bytes."""
        picture = {MIME_TYPE: self.specification, "text/plain": self.description}
        return picture, {"text/html": self.table.html, "text/plain": str(self.table)}

    def _ipython_display_(self) -> None:
        from IPython.display import display  # here, so that importing the room costs nothing

        for bundle in self.bundles():
            display(bundle, raw=True)  # type: ignore[no-untyped-call]

    def __repr__(self) -> str:
        return self.description


def check_description(description: str) -> None:
    """Raises ChartError unless this is one line that ends like a sentence and is short enough to listen to."""
    if not isinstance(description, str) or not description.strip():
        raise ChartError(say("error.charts.needs_description"))
    if description != description.strip() or "\n" in description or description[-1] not in ".!?":
        raise ChartError(say("error.charts.description_is_sentence"))
    if len(description) > LONGEST_DESCRIPTION:
        raise ChartError(say("error.charts.description_too_long", most=LONGEST_DESCRIPTION, count=len(description)))
