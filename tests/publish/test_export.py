"""What leaves the course: right by its schema, found again in the article, and inert whatever was typed."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import mistune
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.activities.fact_check.claim_review import RATING, month_of
from readtwice.activities.fact_check.mark import Used
from readtwice.activities.fact_check.markdown import plain
from readtwice.activities.fact_check.published import web_address
from readtwice.article import Article
from readtwice.pack import load_pack
from readtwice.pack.item import VERDICTS
from readtwice.page.inert import HIDDEN, MAXIMUM, NAMED, inert
from readtwice.publish import (
    FORMATS,
    NothingToExport,
    UnreadableAnnotations,
    export,
    free_name,
    left_out,
    marks_from_annotations,
    write_text,
)
from readtwice.publish.annotations import marks
from readtwice.publish.table import safe
from readtwice.words import words
from tests.publish.events import ALL_KINDS, HOSTILE, event, written
from tests.specimens import hegseth

HERE = Path(__file__).parent
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "blockquote"),
    *("article", "header", "footer", "div", "h3", "ul", "li", "a", "strong", "pre", "br"),
}
ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "class", "dir", "href", "rel"}
texts = st.one_of(st.text(), st.sampled_from(HOSTILE))


def schema(name: str) -> jsonschema.Draft202012Validator:
    loaded = json.loads((HERE / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(loaded)
    return jsonschema.Draft202012Validator(loaded)


class Parts(HTMLParser):
    """Every tag, attribute and address of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]


# --- the schemas ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 2])
def test_claim_reviews_are_right_by_the_schema(count: int) -> None:
    events = [written(), written("old-borders", number=2)][:count]
    review = json.loads(export(events, hegseth(), "claimreview"))
    schema("claim_review").validate(review)
    assert "url" not in review


def test_a_file_holds_one_review_the_latest_or_the_one_that_is_named() -> None:
    events = [written(text="ONE"), written("old-borders", "TWO", 2), written("own", "THREE", 3, verdict="")]
    latest, named = (export(events, hegseth(), "claimreview", part) for part in ("", "who-chaired"))
    assert json.loads(latest)["reviewBody"].startswith("TWO")
    assert json.loads(named)["reviewBody"].startswith("ONE")
    assert left_out(events, hegseth(), "claimreview") == ("who-chaired",)
    assert left_out(events, hegseth(), "claimreview", "who-chaired") == ()
    assert all(left_out(events, hegseth(), format) == () for format in FORMATS if format != "claimreview")


def test_a_review_says_where_it_was_published() -> None:
    url = "https://school.example/paper/fact-check.html#claim-1"
    review = json.loads(export([written()], hegseth(), "claimreview", url=url))
    schema("claim_review").validate(review)
    assert review["url"] == url


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("url", ["javascript:alert(1)", "school.example", "https://", "https://a b.example", "//x"])
def test_an_address_is_one_or_refused_in_a_sentence(format: str, url: str) -> None:
    told = "no web address" if format == "claimreview" else "Only a ClaimReview"
    with pytest.raises(NothingToExport, match=rf"{told}[^\n]*\.$"):
        export(ALL_KINDS, hegseth(), format, url=url)


@pytest.mark.parametrize("format", ["html", "markdown", "claimreview"])
def test_no_address_stands_twice(format: str) -> None:
    figure = next(one for one in hegseth().figures if web_address(one.address))
    address = "https://news.example/a/page"
    used = (Used("own", "first", address, "2025-02"), Used("own", "second", address), Used("healey-chaired", "third"))
    used += (Used(figure.id, "fourth"), Used(figure.id, "fifth"))
    made = export([written(evidence=used)], hegseth(), format)
    text = " ".join(Parts(made).addresses) if format == "html" else made.replace("\\", "")
    assert "healey-chaired" not in made
    for one in (address, figure.address):
        assert text.count(one) == 1
        if format == "html":
            assert re.sub("<[^>]*>", " ", made).count(one) == 1


def test_all_marks_are_right_by_the_schema() -> None:
    schema("annotations").validate(json.loads(export(ALL_KINDS, hegseth(), "annotations")))


def every_name(value: Any) -> list[str]:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [*(value if isinstance(value, dict) else ()), *(name for part in inside for name in every_name(part))]


@pytest.mark.parametrize(("name", "format"), [("claim_review", "claimreview"), ("annotations", "annotations")])
def test_one_misspelt_term_fails(name: str, format: str) -> None:
    text = export(ALL_KINDS, hegseth(), format)
    check = schema(name)
    names = set(every_name(json.loads(text)))
    assert len(names) > 10
    for term in names:
        misspelt = json.loads(text.replace(f'"{term}":', f'"{term}x":'))
        assert not check.is_valid(misspelt), term
    for term in ("ClaimReview", "Rating", "TextQuoteSelector", "AnnotationPage", "TextualBody"):
        if f'"{term}"' in text:
            assert not check.is_valid(json.loads(text.replace(f'"{term}"', f'"{term}x"'))), term


def test_the_rating_uses_the_courses_own_words_for_each_verdict() -> None:
    assert set(RATING) < set(VERDICTS["claim"]) == set(words()["fact_check_verdict"])
    for verdict in VERDICTS["claim"]:
        review = json.loads(export([written(verdict=verdict)], hegseth(), "claimreview"))
        rating = review["reviewRating"]
        assert rating["alternateName"] == words()["fact_check_verdict"][verdict]
        assert rating.get("ratingValue") == RATING.get(verdict), "what cannot be settled is not half true"
        assert schema("claim_review").is_valid(review)


def test_the_month_of_the_article_is_given_and_no_day_is_made_up() -> None:
    assert month_of("February 2025, day not given") == "2025-02"
    assert month_of("") == ""


# --- annotations and back -----------------------------------------------------------------------------------------


def test_marks_come_back_as_they_were() -> None:
    pack = hegseth()
    assert marks_from_annotations(export(ALL_KINDS, pack, "annotations"), pack.article) == marks(ALL_KINDS, pack)
    assert {mark.item for mark in marks(ALL_KINDS, pack)} == {one.item for one in ALL_KINDS} - {
        "results-ferry",
        "told-apart-boots",
        "off-page-01",
    }  # of no words here


def test_a_clash_has_two_targets_with_the_words_that_were_shown() -> None:
    pack = hegseth()
    (mark,) = marks(ALL_KINDS[:1], pack)
    assert [pack.article.text[s.start : s.end] for s in mark.spans] == [q.text for q in pack.item(mark.item).shown]
    assert len(mark.spans) == 2


@given(before=st.text(alphabet="abc \n", max_size=80))
def test_marks_are_found_again_where_the_article_has_moved(before: str) -> None:
    pack = hegseth()
    moved = Article(pack.article.title, before + pack.article.text, (), (), {})
    for mark, there in zip(
        marks(ALL_KINDS, pack), marks_from_annotations(export(ALL_KINDS, pack, "annotations"), moved), strict=True
    ):
        assert [moved.text[s.start : s.end] for s in there.spans] == [
            pack.article.text[s.start : s.end] for s in mark.spans
        ]


@given(st.text(max_size=MAXIMUM))
def test_what_a_learner_wrote_comes_back_from_annotations(text: str) -> None:
    pack = hegseth()
    events = [event(1, "rewrite-b02", text)]
    assert marks_from_annotations(export(events, pack, "annotations"), pack.article)[0].answer == text


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"first": {"items": [1]}}', "[" * 100_000, '{"first": null}'])
def test_what_is_no_annotation_is_one_sentence(text: str) -> None:
    with pytest.raises(UnreadableAnnotations, match=r"^These are no annotations of this course \(\w+\)\.$"):
        marks_from_annotations(text, hegseth().article)


# --- inert whatever was typed -------------------------------------------------------------------------------------


def reordering(text: str) -> list[str]:
    """The characters of a text that control or reorder; a flag's own tags are none."""
    return [match[0] for match in NAMED.finditer(text) if match["named"]]


SCRIPTS = {
    "Persian": "می\u200cخواهم بدانم",
    "Hindi": "क्\u200dष और श्री",
    "Hebrew": "שלום\u200f, היי\u200e",
    "Khmer": "ខ្ញុំ\u200bសួរ",
    "family": "👩\u200d👩\u200d👧\ufe0f",
    "Scotland": "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "soft": "re\u00adgime",
}


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=list(SCRIPTS))
def test_a_learner_s_own_script_stays_as_typed_in_every_export(text: str) -> None:
    assert inert(text) == text
    assert text in html.unescape(export([written(text=text)], hegseth(), "html"))
    assert text in export([written(text=text)], hegseth(), "markdown")
    told = json.loads(export([written(text=text)], hegseth(), "annotations"))
    assert text in json.dumps(told, ensure_ascii=False)
    assert safe(text) == text, "where words of a learner's own may stand in a table, they stand as typed"


@pytest.mark.parametrize(
    "sign", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\x1b\x9b\u2028\U000e0041\ud800"
)
def test_what_reorders_or_controls_is_named(sign: str) -> None:
    assert inert(f"a{sign}b") == f"a[U+{ord(sign):04X}]b"


@pytest.mark.parametrize("sign", "\u200b\u2060\ufeff\u00ad\u200e")
def test_an_invisible_sign_before_a_formula_hides_none(sign: str) -> None:
    assert safe(f"{sign}=1+1") == f"'{sign}=1+1"


@given(texts)
def test_a_page_holds_only_its_own_tags_and_addresses(text: str) -> None:
    page = export([written(text=text), written("own", text, 2)], hegseth(), "html")
    parts = Parts(page)
    assert parts.tags <= TAGS
    assert parts.attributes <= ATTRIBUTES
    assert all(re.fullmatch(r"https?://[!-~]+", address) for address in parts.addresses)
    assert "default-src 'none'" in page.replace("&#x27;", "'")


@given(texts)
def test_markdown_shows_text_and_nothing_else(text: str) -> None:
    page = export([written(text=text)], hegseth(), "markdown")
    tree = mistune.create_markdown(renderer="ast", escape=False, plugins=["strikethrough", "table", "url"])(page)
    found = [kind for node in tree for kind in kinds(node)]
    assert set(found) <= {"heading", "paragraph", "text", "strong", "list", "list_item", "block_text", "blank_line"}
    assert found.count("heading") == 2


def kinds(node: dict[str, Any]) -> list[str]:
    """The kind of a part of a Markdown text and of all parts in it."""
    return [node["type"], *(kind for child in node.get("children", ()) for kind in kinds(child))]


@given(texts)
def test_no_cell_of_the_table_is_computed(text: str) -> None:
    table = export([ALL_KINDS[0], event(1, "drift-borders", {"changed": text})], hegseth(), "csv")
    cells = [*(cell for row in csv.reader(io.StringIO(table, newline="")) for cell in row), safe(text)]
    shown = [HIDDEN.sub("", cell).lstrip() for cell in cells]
    assert not [cell for cell in shown if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert not [cell for cell in cells if reordering(cell)]


def test_the_table_holds_no_free_text() -> None:
    assert "SECRET" not in export([*ALL_KINDS, written(text="SECRET", number=11)], hegseth(), "csv")


def test_an_answer_to_a_twin_is_in_the_table_and_no_mark_on_words_that_were_not_read() -> None:
    pack = load_pack("form-a")
    answers = [event(n, one.id, "supported", occasion="before") for n, one in enumerate(pack.twins)]
    events = [replace(one, pack=pack.slug) for one in answers]
    rows = [row[0] for row in csv.reader(io.StringIO(export(events, pack, "csv")))]
    assert rows[2:] == [one.id for one in pack.twins if one.kind != "pair"]
    assert marks(events, pack) == ()


@given(texts)
def test_every_export_can_be_stored_and_reorders_nothing(text: str) -> None:
    for format in ("html", "markdown", "claimreview", "annotations"):
        out = export([written(text=text)], hegseth(), format)
        out.encode("utf-8")
        if format in ("html", "markdown"):
            assert not reordering(out)
        assert len(out) < 2_000_000


@given(texts)
def test_inert_text_is_short_and_reorders_nothing(text: str) -> None:
    shown = inert(text)
    assert not reordering(shown)
    assert len(text) <= MAXIMUM or str(len(text)) in shown
    assert reordering(text[:MAXIMUM]) or "\r" in text or len(text) > MAXIMUM or shown == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("https://example.org/a?b=1#c", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://user@example.org", False),
        ('https://example.org/"onclick=', False),
        ("https://example.org/a b", False),
        ("http://[", False),
        ("//example.org", False),
    ],
)
def test_only_plain_web_addresses_become_links(text: str, kept: bool) -> None:
    assert web_address(text) == (text if kept else "")


@given(st.text())
def test_plain_markdown_is_one_line(text: str) -> None:
    assert "\n" not in plain(text)


@given(st.text())
def test_a_safe_cell_is_safe_again(text: str) -> None:
    assert safe(safe(text)).lstrip("'") == safe(text).lstrip("'")


# --- what is exported ---------------------------------------------------------------------------------------------


def test_the_latest_fact_check_of_a_claim_is_taken() -> None:
    page = export([written(text="FIRST"), written(text="SECOND", number=2)], hegseth(), "html")
    assert "SECOND" in page
    assert "FIRST" not in page


def test_one_claim_can_be_taken_alone() -> None:
    page = export([written(text="ONE"), written("old-borders", "OTHER", 2)], hegseth(), "html", "old-borders")
    assert "OTHER" in page
    assert "ONE" not in page


def test_the_page_has_the_working_and_none_of_our_machinery() -> None:
    page = export([written("three-percent")], hegseth(), "html")
    worked = hegseth().item("aid-share-b19").computation
    assert worked
    for line in worked.working:
        assert line.partition(" https://")[0] in page
    body = page.partition("<body>")[2]
    for ours in ("import course", "aid-share", "solution()", "<pre>", "Your verdict", "if there is one"):
        assert ours not in body
    assert not re.search(r"\bb\d\d\b", body), "a reader knows paragraphs, not our ids"
    shown = re.findall(r"https?://[^\s\"<]+", re.sub(r"<[^>]*>", " ", body))
    assert len(shown) == len(set(shown)), "each address stands there once"


def test_all_say_that_it_is_student_work() -> None:
    for format in ("html", "markdown", "claimreview", "annotations"):
        assert "tudent work" in export([written()], hegseth(), format).replace("\\", "")


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_record_gives_one_sentence(format: str) -> None:
    with pytest.raises(NothingToExport, match=r"^[A-Z][^\n]*\.$"):
        export([], hegseth(), format)


def test_a_review_needs_a_verdict() -> None:
    with pytest.raises(NothingToExport, match="needs a verdict"):
        export([written(verdict="")], hegseth(), "claimreview")


def test_files_never_write_over_another_and_appear_whole(tmp_path: Path) -> None:
    for _ in range(3):
        write_text(free_name(tmp_path, "fact-check", ".html"), "é\r\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        *("fact-check-2.html", "fact-check-3.html", "fact-check.html")
    ]
    assert (tmp_path / "fact-check.html").read_bytes() == "é\r\n".encode()


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write_text(tmp_path / "a.html", "\ud800")
    assert list(tmp_path.iterdir()) == []
