"""Text is escaped, HTML goes in as it is, and both only once."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.markup import Html, each, html, joined, table
from tests.loaded import loaded_by

TEXTS = st.text(alphabet=st.sampled_from("<>&\"'/{}ab;#x "), max_size=20)


class Read(HTMLParser):
    """What a browser reads: tags with their attributes, and the text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(str(page))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@given(TEXTS, TEXTS)
def test_a_text_is_read_as_it_was_written(one: str, other: str) -> None:
    for page in (html('<p title="{}">{}</p>', one, other), html('<p title="{title}">{}</p>', other, title=one)):
        read = Read(page)
        assert read.tags == [("p", {"title": one})]
        assert read.text == other


@given(st.lists(TEXTS), TEXTS)
def test_what_is_joined_is_escaped_too(texts: list[str], between: str) -> None:
    assert Read(joined(texts, between)).text == between.join(texts)
    assert Read(each("<li>{}</li>", texts)).text == "".join(texts)
    assert len(Read(each("<li>{}</li>", texts)).tags) == len(texts)


@given(TEXTS)
def test_html_is_escaped_once_whatever_it_goes_through(text: str) -> None:
    inside = html("<i>{}</i>", text)
    for page in (html("{}", html("{}", inside)), joined([inside]), Html() + inside, "" + inside, each("{}", [inside])):
        assert isinstance(page, Html)
        assert page == inside


@given(TEXTS, st.lists(st.lists(TEXTS, min_size=3, max_size=3)), st.booleans())
def test_a_table_reads_as_its_cells(caption: str, rows: list[list[str]], narrow: bool) -> None:
    header = ("<a>", "b & c", '"d"')
    read = Read(table(header, rows, caption=caption, look="fine", style="color: red", narrow=narrow))
    assert "".join(read.text.split("\n")) == "".join([caption, *header, *(cell for row in rows for cell in row)])
    cells = [attributes for tag, attributes in read.tags if tag == "td"]
    assert len(cells) == 2 * len(rows)
    if narrow:
        assert {one["data-column"] for one in cells} <= {*header[1:]}


def test_a_row_has_as_many_cells_as_the_header() -> None:
    with pytest.raises(ValueError, match="argument"):
        table(("a", "b"), [("1", "2", "3")])


def test_quotation_marks_are_spelt_as_in_stored_notebooks() -> None:
    assert html("{}", '"it\'s"') == "&quot;it&#x27;s&quot;"


@pytest.mark.long
def test_html_is_made_without_compiled_code_and_without_templates() -> None:
    code = "import sys\nsys.modules['markupsafe._speedups'] = None\nfrom readtwice import markup\n"
    loaded = loaded_by(code + "assert markup.html('<p>{}</p>', '<b>') == '<p>&lt;b&gt;</p>'")
    assert "markupsafe._native" in loaded
    assert "jinja2" not in loaded
