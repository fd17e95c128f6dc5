"""A chart, its sentence and its table."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest

from readtwice.charts import MIME_TYPE, Chart, ChartError, Table

TABLE = Table("Milk", ("Cow", "Money"), (("Elsa & <co>", "$5 and $6"),))


@pytest.mark.parametrize(
    "description", ["", "  ", None, 7, "No full stop", " Begins with a space.", "Two\nlines.", "x" * 300 + "."]
)
def test_a_description_is_one_line_that_ends_like_a_sentence(description: str) -> None:
    with pytest.raises(ChartError, match=r"^A chart[^.]* description[^.]*\.$"):
        Chart({}, description, TABLE)


def test_a_chart_shows_two_outputs(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Any] = []
    monkeypatch.setattr("IPython.display.display", lambda bundle, raw: shown.append((bundle, raw)))
    Chart({"mark": "bar"}, "Elsa gives milk.", TABLE)._ipython_display_()
    picture = {MIME_TYPE: {"mark": "bar"}, "text/plain": "Elsa gives milk."}
    assert shown == [(picture, True), ({"text/html": TABLE.html, "text/plain": str(TABLE)}, True)]


class Tags(HTMLParser):
    """The tags of a page with their attributes, and its words."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(" ".join([tag, *(f"{name}={value}" for name, value in attrs)]))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_the_table_is_plain_html_whose_dollars_are_safe() -> None:
    tags = Tags()
    tags.feed(TABLE.html)
    assert tags.seen == [
        *("div class=mathjax_ignore", "details", "summary", "table", "caption", "thead", "tr"),
        *("th scope=col", "th scope=col", "tbody", "tr", "th scope=row", "td"),
    ]
    assert tags.text[1:] == ["Milk", "Cow", "Money", "Elsa & <co>", "$5 and $6"]
    assert str(TABLE) == "Milk\nCow | Money\nElsa & <co> | $5 and $6"


@pytest.mark.parametrize(
    ("header", "rows"),
    [(("Cow", "Milk"), ()), (("Cow",), (("Elsa",),)), (("Cow", "Milk"), (("Elsa",),)), ((), ((),))],
)
def test_a_table_has_rows_and_each_is_whole(header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    with pytest.raises(ChartError, match=r"\.$"):
        Table("Milk", header, rows)


def test_an_error_shows_as_its_one_sentence() -> None:
    assert ChartError("A sentence.")._render_traceback_() == ["A sentence."]
