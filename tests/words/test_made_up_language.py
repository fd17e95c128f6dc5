"""The course in a made-up language: what a learner or teacher meets is said by the words or by a pack, by nothing else.

Pages, packs, commands and formats are found by themselves: a new one is looked at without a line here.
"""

from __future__ import annotations

import argparse
import ast
import io
import json
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import asdict
from functools import cache
from importlib import import_module
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

import readtwice
from readtwice.pack import Pack, load_pack
from readtwice.pack.draw import RECORD, drawn
from readtwice.pack.found import shipped_packs
from readtwice.pack.item import Item
from readtwice.pack.pack import plain
from readtwice.page import open as opened
from readtwice.page.base import PageWidget
from readtwice.publish import FORMATS, export
from readtwice.words import words
from tests.activities.numbers.number_items import us_aid
from tests.notebooks import COURSE
from tests.publish.events import ALL_KINDS
from tests.scripts import payloads
from tests.specimens import HEGSETH, form_pack, hegseth
from tests.words.made_up import Content, seen, speaking_made_up, texts_in

pytestmark = pytest.mark.long

main_module = import_module("readtwice.cli.main")
PACKS = Path(readtwice.__file__).parent / "packs"
NOTEBOOKS = [
    path
    for folder in ("notebooks", "solutions")
    for path in sorted((COURSE / folder).rglob("*.ipynb"))
    if ".ipynb_checkpoints" not in path.parts
]


@pytest.fixture(autouse=True)
def made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every test here speaks it, and saves into a folder of its own."""
    monkeypatch.setenv("READTWICE_RECORD_DIR", str(tmp_path / "work"))
    monkeypatch.setattr(opened, "_open", [])
    (tmp_path / "words").mkdir()
    with speaking_made_up(tmp_path / "words", monkeypatch):
        yield


@cache
def content() -> Content:
    """What packs say, and the names of things that the words themselves are found by."""
    packs = [json.loads(path.read_text("utf-8")) for path in PACKS.rglob("pack.json")]
    return Content([*texts_in(packs), *_told_by_twins(), *_keys(packs), *_keys(words()), "Read Twice"])


def _told_by_twins() -> Iterator[str]:
    """What stories and records say as printed, and where cards are in other states: each of them, and any two that
    change words of one place."""
    for pack in map(load_pack, shipped_packs()):
        yield from map(pack.article.quote, pack.article.blocks)
        places = {twin.id: set(_places(pack, twin)) for twin in pack.twins}
        together = (pair for pair in combinations(pack.twins, 2) if places[pair[0].id] & places[pair[1].id])
        for chosen in (*((one,) for one in pack.twins), *together):
            told = drawn(pack, {one.card: one for one in chosen})
            yield from (told.article.quote(block) for block in told.article.blocks)
            yield from (line for story in (told.form.stories if told.form else ()) for line in story.shows)


def _places(pack: Pack, item: Item) -> Iterator[str]:
    """Where a state changes words. Each story of a form has a record of its own, any other card too."""
    stories = {card.item: card.story for card in (pack.form.cards if pack.form else ())}
    for change in item.twin.words if item.twin else ():
        yield stories.get(item.card, item.card) if change.where == RECORD else change.where


def _keys(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        yield from node
    for one in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _keys(one)


def english(texts: Iterable[str], also: str = "") -> list[str]:
    """What English is left in texts, each once."""
    known = Content([also]) if also else None
    left = {one: None for text in texts for one in content().left_out(text, known)}
    return list(left)


def shown_by(thing: Any) -> Iterator[str]:
    """All that a value shows in a notebook: as text, as HTML, as a chart, and in a live view."""
    bundle = thing._repr_mimebundle_() if hasattr(thing, "_repr_mimebundle_") else None
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    if data is None:
        html = thing._repr_html_() if hasattr(thing, "_repr_html_") else None
        yield seen(html) if html else repr(thing)
    for kind, value in (data or {}).items():
        yield seen(value) if kind == "text/html" else "\n".join(_readable(value))
    if isinstance(thing, PageWidget):
        yield "\n".join(_readable(thing.view))


def _readable(value: object) -> Iterator[str]:
    """Texts with more than one word, or a capital: the others are codes."""
    return (text for text in texts_in(value) if " " in text or text[:1].isupper())


def run(code: str, space: dict[str, Any]) -> Iterator[str]:
    """Run a cell. Gives what its last line shows; what it prints by itself is the notebook's own."""
    tree = ast.parse(code)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    value = None
    with redirect_stdout(io.StringIO()):
        exec(compile(tree, "cell", "exec"), space)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "cell", "eval"), space)
    if value is not None:
        yield from shown_by(value)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.relative_to(COURSE).as_posix())
def test_a_page_shows_no_english(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    cells = [cell for cell in json.loads(path.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]
    codes = ["".join(cell["source"]) for cell in cells]
    displayed: list[str] = []
    space: dict[str, Any] = {"display": lambda *things: displayed.extend(t for one in things for t in shown_by(one))}
    texts = [text for code in codes for text in run(code, space)]
    assert english([*texts, *displayed], "\n".join(codes)) == []


def test_what_widgets_answer_to_what_is_done_with_them_is_not_english(tmp_path: Path) -> None:
    """Every widget that Node checks, with all that it showed and said on the way; copies of a record are data."""
    numbers = asdict(us_aid(hegseth()))
    content_of_tests = [
        *texts_in([plain(form_pack()), numbers]),
        payloads.OWN_TEXT,
        "A brave tank in Kyiv. Not yet. txt",
    ]
    left = {
        one.script: found
        for one in payloads.payloads(tmp_path / "widgets")
        if (found := english((text for text in _readable(one.views) if text[0] != "{"), "\n".join(content_of_tests)))
    }
    assert left == {}


@pytest.mark.parametrize("slug", sorted(path.parent.name for path in PACKS.glob("*/pack.json")))
def test_feedback_is_not_english(slug: str) -> None:
    from readtwice.course import item
    from readtwice.marking.answer import SURENESS
    from readtwice.pack.item import FLAWED, VERDICTS

    session = opened.begin(slug)
    texts = []
    for one in session.pack.items:
        question = item(one.id)
        answers: list[Any] = [None, "nonsense", *VERDICTS[one.kind], *(SURENESS if one.kind in FLAWED else ())]
        if one.computation:
            values = (
                one.computation.value,
                one.computation.value * 1000,
                *(slip.value for slip in one.computation.slips),
            )
            answers += [[str(value), verdict] for value in values for verdict in VERDICTS[one.kind]]
        texts += [text for answer in answers for text in shown_by(question.check(answer))]
        texts += shown_by(question.show())
    assert english(texts) == []


def test_sheets_on_paper_are_not_english() -> None:
    from readtwice.publish.print_pack import lessons_of, page, printed, shipped_pages

    pages = list(shipped_pages().values())
    for pack in map(load_pack, shipped_packs()):
        lessons = [printed(pack, one) for one in lessons_of(pack)]
        pages += [page(pack, lessons, key=key) for key in (False, True)]
    assert english(map(seen, pages)) == []


def test_the_doctor_does_not_speak_english(tmp_path: Path) -> None:
    from readtwice.classroom.checkup import machine_checks

    nowhere = tmp_path / "nowhere"
    found = [*machine_checks.examine(), machine_checks.check_packs(nowhere), machine_checks.check_files(nowhere)]
    found += [machine_checks.check_memory(10**12, 1), machine_checks.check_disk(tmp_path, lambda _: 1)]
    packages = (COURSE / "pyproject.toml").read_text("utf-8")
    assert english(texts_in([asdict(one) for one in found]), f"{packages} UTC") == []


def test_reports_on_a_class_are_not_english() -> None:
    from readtwice.classroom.reporting import page, sentences, shared_content, sharing
    from readtwice.classroom.reporting.class_report import class_report
    from readtwice.classroom.reporting.example_class import example_class
    from readtwice.pack import load_pack
    from readtwice.pack.found import shipped_packs
    from readtwice.syllabus import syllabus

    packs = {slug: load_pack(slug) for slug in shipped_packs()}
    collected = example_class(packs[syllabus().form], packs[syllabus().article])
    report, shared = class_report(collected, packs), sharing.shared_report(collected, packs)
    texts = [*sentences.sentences(report), seen(page.as_page(report)), seen(page.as_page(report, invented=True))]
    texts += [line for measure in report.measures for line in sentences.skill_lines(measure)]
    texts += [*shared_content.shared_sentences(shared), seen(page.page_of(shared_content.shared_content(shared)))]
    assert english(texts) == []


def test_slips_are_not_english() -> None:
    from readtwice.classroom.slips.sheet import slip_sheet

    assert english([seen(slip_sheet(3))]) == []


@pytest.mark.parametrize("format", FORMATS)
def test_an_export_is_not_english(format: str) -> None:
    text = export(ALL_KINDS, load_pack(HEGSETH), format)
    if text[:1] in "[{":  # what has no blank is a name in a standard; a learner's own choices stand there as JSON
        told = json.loads(
            text, object_hook=lambda one: {k: one[k] for k in one if k not in ("prefix", "suffix", "value")}
        )
        texts = [one for one in texts_in(told) if " " in one]
    else:
        texts = text.splitlines()[:1] if format == "csv" else [seen(text.replace("\\", ""))]
    assert english(texts, "A sentence.") == []


def test_commands_do_not_speak_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    parser = main_module._parser()
    (commands,) = (one for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    texts = [parser.description or "", *(one.help or "" for one in commands._choices_actions)]
    tried: set[tuple[str, ...]] = set()
    for name, command in commands.choices.items():
        own = [one for one in command._actions if not isinstance(one, argparse._HelpAction)]
        texts += [one.help or "" for one in own]
        for value in ("nosuch", str(COURSE / "README.md"), "3"):
            given = [name]
            for one in own:
                if one.required or not one.option_strings:
                    given += [*one.option_strings[:1], str(next(iter(one.choices))) if one.choices else value]
            if (*given,) in tried:
                continue
            tried.add((*given,))
            said = io.StringIO()
            with redirect_stdout(said), redirect_stderr(io.StringIO()) as refused:
                try:
                    main_module.main(given)
                except SystemExit:  # argparse refuses it, in words of its own
                    continue
            texts += [said.getvalue(), refused.getvalue()]
    given_to_them = (COURSE / "README.md", COURSE / "pyproject.toml", PACKS / HEGSETH / "lexicon.csv")
    system = "[Errno 2] No such file or directory; Expecting value: line column char; Is a directory; UTC; nosuch"
    kinds = "ordinal count clause"  # what `quantities` finds is data
    columns = "learner item correct"  # a table has these names in every language
    also = " ".join([*(path.read_text("utf-8") for path in given_to_them), system, kinds, columns])
    assert english(texts, also) == []
