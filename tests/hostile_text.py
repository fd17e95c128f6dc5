"""Packs and words in which every text ends in signs of HTML, and all HTML that the house makes of them."""

from __future__ import annotations

import ast
import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import Field, fields, is_dataclass, replace
from functools import cache
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import IPython.display

from readtwice.activities import activities
from readtwice.article import Article
from readtwice.authoring.notebook_files import read_notebook
from readtwice.charts import chart
from readtwice.classroom.collecting.collect import Rejected
from readtwice.classroom.reporting.class_report import class_report
from readtwice.classroom.reporting.example_class import example_class
from readtwice.classroom.reporting.page import as_page, page_of
from readtwice.classroom.reporting.shared_content import shared_content
from readtwice.classroom.reporting.sharing import shared_report
from readtwice.classroom.slips.sheet import slip_sheet
from readtwice.course import item
from readtwice.pack import VERDICTS, Pack, Quote, load_pack
from readtwice.pack.draw import RECORD
from readtwice.pack.found import shipped_packs
from readtwice.pack.item import Change
from readtwice.pack.paper import PaperPart
from readtwice.page.open import begin
from readtwice.publish.export import SUFFIX, export
from readtwice.publish.print_pack import lessons_of, page, printed
from tests.notebooks import EXECUTED, name
from tests.publish.events import written
from tests.scripts import payloads
from tests.specimens import HEGSETH, invented_packs

HOSTILE = """<b>"&'</script>"""
"""What stands at the end of every text."""

IN_THE_ARTICLE = """<b>"&'"""
"""What stands in place of five letters wherever the article has a longer word: its places stay where they were."""

compiled_form: Any = import_module("readtwice.pack.compiled")
words_read: Any = import_module("readtwice.words")
OWN = written(text=HOSTILE)
"""A fact-check in which a learner wrote that everywhere."""

_LONG_WORD = re.compile(r"\b[a-z]{6,}\b")
_BLOCK = re.compile(r"b[0-9]{2}")
_MORE_THAN_AN_ID = re.compile(r"[^A-Za-z0-9._-]")

CODES = {
    "Computation": {"unit"},
    "Figure": {"bound", "date", "period", "tier", "unit"},
    "Item": {"favours", "reasons_accepted", "relation"},
    "PaperPart": {"does", "of"},
    "Row": {"over"},
    "Scene": {"parts"},
    "Source": {"tier"},
    "Table": {"bound", "tier", "unit"},
}
"""Fields that hold words of a list, a unit or an id, though some of their values look like text."""


def hostile_pack(pack: Pack) -> Pack:
    """The pack with signs of HTML in every text, of every part and of every activity in the register."""
    parts = pack.parts
    for part in _parts():
        held = parts.get(part)
        parts = parts.with_(part, None if held is None else _hostile(held))
    return replace(_hostile(pack), parts=parts)


@cache
def _parts() -> tuple[Any, ...]:
    return tuple(import_module(f"readtwice.activities.{one.name}.part").PART for one in activities() if one.has_part)


def texts_of(pack: Pack) -> set[tuple[str, str]]:
    """Each class and field of a pack whose values are text: something that no id could be."""
    held = [pack, *filter(None, (pack.parts.get(part) for part in _parts()))]
    return {
        (type(owner).__name__, name)
        for value in held
        for owner, name, text in _strings(value)
        if _MORE_THAN_AN_ID.search(text) and name not in CODES.get(type(owner).__name__, ())
    }


@cache
def _texts() -> frozenset[tuple[str, str]]:
    """The text fields of all packs that there are, found while they are what they are."""
    return frozenset().union(*map(texts_of, (*map(load_pack, shipped_packs()), *invented_packs())))


def _strings(value: Any) -> Iterator[tuple[Any, str, str]]:
    """Each text in a value that its type hint calls a text, with the dataclass and the field that hold it."""
    if is_dataclass(value):
        for one in fields(value):
            held = getattr(value, one.name)
            if _is_text(type(value), one):
                yield from ((value, one.name, text) for text in ([held] if isinstance(held, str) else held))
            else:
                yield from _strings(held)
    elif isinstance(value, (tuple, Mapping)):
        for held in value.values() if isinstance(value, Mapping) else value:
            yield from _strings(held)


def _is_text(owner: type[Any], one: Field[Any]) -> bool:
    """Whether a field is a text or some texts: no quote, whose words are the article's, and no word of a list."""
    return owner not in (Article, Quote) and one.type in ("str", "tuple[str, ...]")


def _hostile(value: Any) -> Any:
    if isinstance(value, Article):
        front = {name: text + HOSTILE for name, text in value.front_matter.items()}
        return replace(value, title=value.title + HOSTILE, text=hostile_words(value.text), front_matter=front)
    if isinstance(value, Quote):
        return replace(value, text=hostile_words(value.text))
    if isinstance(value, Change):  # what it takes out stands there as it does in the article, or in the record
        if value.where == RECORD:
            to_the_end = value.printed[-1:] in ".?!:"
            return replace(
                value, printed=_ended(value.printed) if to_the_end else value.printed, told=_ended(value.told)
            )
        return replace(value, printed=hostile_words(value.printed), told=hostile_words(value.told))
    if is_dataclass(value) and not isinstance(value, type):
        texts = {name for kind, name in _texts() if kind == type(value).__name__}
        if isinstance(value, PaperPart) and value.does == "names":
            texts.add("of")  # the names of people and terms, which end as they do
        held = {one.name: getattr(value, one.name) for one in fields(value) if one.init}
        changed = {name: _ended(one) if name in texts else _hostile(one) for name, one in held.items()}
        return replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(map(_hostile, value))
    if isinstance(value, Mapping):
        return {name: _hostile(held) for name, held in value.items()}
    return value


def _ended(held: Any) -> Any:
    if isinstance(held, str):
        stop = held[-1:] if held[-1:] in ".?!:" else ""  # a chart's description has to end like a sentence
        return held if not held or _BLOCK.fullmatch(held) else held.removesuffix(stop) + HOSTILE + stop
    return tuple(map(_ended, held))


def hostile_words(text: str) -> str:
    """A text of the article in which each longer word begins with signs of HTML; as long as before."""
    return _LONG_WORD.sub(lambda found: IN_THE_ARTICLE + found[0][len(IN_THE_ARTICLE) :], text)


def hostile_phrases(node: Any) -> Any:
    """Interface words in which every phrase ends in signs of HTML."""
    if isinstance(node, dict):
        return {name: hostile_phrases(one) for name, one in node.items()}
    return [hostile_phrases(one) for one in node] if isinstance(node, list) else _ended(node)


class Displayed(list[str]):
    """The HTML that cells show, in order."""

    def run(self, cell: str, names: dict[str, Any]) -> None:
        """Run one cell and keep what its last line shows, as a notebook does."""
        *lines, last = ast.parse(cell).body
        exec(compile(ast.Module(lines, []), "cell", "exec"), names)
        if isinstance(last, ast.Expr):
            self.show(eval(compile(ast.Expression(last.value), "cell", "eval"), names))
        else:
            exec(compile(ast.Module([last], []), "cell", "exec"), names)

    def show(self, value: Any, raw: bool = False) -> None:
        """Keep the HTML of a value; where it puts itself on the page, it comes back here."""
        if raw:
            self.append(value.get("text/html", ""))
        elif hasattr(value, "_ipython_display_"):
            value._ipython_display_()
        elif hasattr(value, "_repr_mimebundle_"):
            self.append(value._repr_mimebundle_()[0]["text/html"])
        elif hasattr(value, "_repr_html_"):
            self.append(value._repr_html_())


def in_notebooks(folder: Path) -> Iterator[tuple[str, str]]:
    """What each lesson, practice sheet and page for teachers shows, over answers in hostile words."""
    for path in EXECUTED:
        if path.stem == "programmers":  # these compute with the words of the article
            continue
        os.chdir(path.parent)
        session = begin(folder=folder)
        for prefix in (prefix for one in activities() for prefix in one.events):
            session.save(f"{prefix}b02", HOSTILE)
        session.save(OWN.item, OWN.answer, occasion=OWN.occasion)
        shown = Displayed()
        names: dict[str, Any] = {"display": shown.show}
        IPython.display.display = shown.show
        for cell in read_notebook(path).cells:
            if cell.cell_type == "code":
                shown.run(_with_names(cell.source), names)
        yield name(path), "\n".join(shown)


def _with_names(cell: str) -> str:
    """The code of a cell in which the people and terms of the glossary are called as they are now."""
    pack = load_pack(HEGSETH)
    for known in (*(person.name for person in pack.people), *(term.term for term in pack.terms)):
        cell = cell.replace(f'"{known.removesuffix(HOSTILE)}"', repr(known))
    return cell


def in_widgets(folder: Path) -> Iterator[tuple[str, str]]:
    """What stands in the file of a notebook for each widget, after all that Node's checks do with it."""
    payloads._numbers = lambda *_: iter(())  # their item is cut out of the article as it is printed
    for one in payloads.payloads(folder / "widgets"):
        bundle = one.widget._repr_mimebundle_()
        yield one.script, bundle[0]["text/html"] if bundle else ""


def in_replies() -> Iterator[tuple[str, str]]:
    """Hints, solution and the reply to every verdict, for every item of every pack that ships."""
    for slug in shipped_packs():
        begin(slug)
        for one in load_pack(slug).items:
            asked = item(one.id)
            replies = [asked.hint(1), asked.solution(), *(asked.check(verdict) for verdict in VERDICTS[one.kind])]
            yield one.id, "\n".join(reply._repr_html_() for reply in replies)


def on_paper() -> Iterator[tuple[str, str]]:
    """Sheets and answers of every pack."""
    for pack in (*map(load_pack, shipped_packs()), *map(hostile_pack, invented_packs())):
        for key in (False, True):
            yield f"{pack.slug} on paper", page(pack, [printed(pack, one) for one in lessons_of(pack)], key=key)


def in_files() -> Iterator[tuple[str, str]]:
    """Class report, shared report, slips, and what learners take along, with names and answers in hostile words."""
    packs = {slug: load_pack(slug) for slug in shipped_packs()}
    collected = replace(example_class(packs["form-a"], packs[HEGSETH]), rejected=(Rejected(HOSTILE, HOSTILE),))
    yield "class report", as_page(class_report(collected, packs), invented=True)
    yield "shared report", page_of(shared_content(shared_report(collected, packs), invented=True))
    yield "slips", slip_sheet(2)
    for format, suffix in SUFFIX.items():
        if suffix == ".html":
            yield format, export([OWN], packs[HEGSETH], format)


def main(made: Path) -> None:
    """Write all pages, by name, as JSON. In a process of its own: what it changes is changed for good."""
    _texts()
    sound = compiled_form.from_json
    compiled_form.from_json = lambda *given, **how: hostile_pack(sound(*given, **how))
    compiled_form._load_pack.cache_clear()
    words_read.json = SimpleNamespace(loads=lambda text: hostile_phrases(json.loads(text)))
    words_read._words.cache_clear()
    chart.LONGEST_DESCRIPTION *= 10
    pages = [*in_files(), *on_paper(), *in_replies(), *in_notebooks(made.parent), *in_widgets(made.parent)]
    made.write_text(json.dumps(pages), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
