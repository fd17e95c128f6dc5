"""A fresh text as a pack: its files, its figures, and questions that an author may make of it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from readtwice.article import Article
from readtwice.figures import CannotCompute, FigureNotFound, Figures, show
from readtwice.figures.csv_files import FIGURE_COLUMNS, NOT_SEEN
from readtwice.figures.figure import ARTICLE_TIER, NUMBER, Figure, number
from readtwice.figures.templates import Template, value_of
from readtwice.figures.units import unit
from readtwice.pack.folder.fields import TO_DO
from readtwice.pack.item import KINDS, VERDICTS
from readtwice.reading.arithmetic.window import read_numbers
from readtwice.reading.language import english_part
from readtwice.reading.numbers_in_text import relations
from readtwice.reading.pasted import MOST_CHARACTERS, TooLong, as_markdown, clean
from readtwice.reading.quantities import Quantity
from readtwice.reading.relation import Relation
from readtwice.reading.second_look import second_looks
from readtwice.words import say

MOST_FIGURES = 200
NO_UNIT = "things"
"""What a number counts of which the text does not say it beside."""

_VERBS = {"total": "sum", "share": "share", "beside": "share"}
_COUNTED = ("count", "money", "percent")
_PEOPLE_WORDS = (
    "people persons person residents visitors inhabitants men women children pupils students adults guests learners "
    "voters workers members passengers"
)
_PEOPLE = frozenset(_PEOPLE_WORDS.split())
_BOUNDS = (
    ("more than", "over"),
    ("over", "over"),
    ("at least", "at least"),
    ("or more", "at least"),
    ("at most", "at most"),
    ("up to", "at most"),
    ("less than", "less than"),
    ("fewer than", "less than"),
    ("under", "less than"),
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A question that a text suggests: the fields of an item, and a note for its author on why it stands there."""

    fields: dict[str, Any]
    note: str


def figures_in(article: Article) -> tuple[Figure, ...]:
    """Every number of an English text that the number bench can work with, as a figure of the article's own."""
    english, _ = english_part(article)
    if not english:
        return ()
    found = [one for one in read_numbers(english.text) if _is_exact(one)][:MOST_FIGURES]
    units = _with_shared({(one.start, one.end): _unit(one) for one in found}, english)
    return tuple(_figure(article, one, place, units[one.start, one.end]) for place, one in enumerate(found, start=1))


def _with_shared(units: dict[tuple[int, int], str], article: Article) -> dict[tuple[int, int], str]:
    """Units, where a number without one has that of the numbers which the text ties it to: `of 40 members, 10 came`."""
    for relation in relations(article):
        tied = [place for place in relation.places if place in units and relation.kind in _VERBS]
        known = {units[place] for place in tied if not units[place].startswith("percent")} - {NO_UNIT}
        if len(known) == 1:
            units |= {place: next(iter(known)) for place in tied if units[place] == NO_UNIT}
    return units


def _is_exact(one: Quantity) -> bool:
    return one.kind in _COUNTED and one.value_to is None and bool(NUMBER.fullmatch(one.value))


def _figure(article: Article, one: Quantity, place: int, unit_: str) -> Figure:
    block = next(block for block in article.blocks if block.start <= one.start < block.end)
    return Figure(
        id=f"n{place:02d}",
        series=" ".join(one.text.split()),
        entity=_around(article, one),
        value=number(one.value),
        bound=_bound(one.hedge or ""),
        unit=unit_,
        vintage=say("command.new.as_printed"),
        counter=say("command.new.the_article"),
        publisher=say("command.new.the_article"),
        tier=ARTICLE_TIER,
        address=block.id,
        date=NOT_SEEN,
        read=True,
    )


def _around(article: Article, one: Quantity) -> str:
    """The words around a number, so that somebody who picks it from a list knows which it is."""
    block = next(block for block in article.blocks if block.start <= one.start < block.end)
    start, end = max(block.start, one.start - 25), min(block.end, one.end + 25)
    words = article.text[start:end].split(" ")
    inner = words[1 if start > block.start else 0 : -1 if end < block.end else None]
    return "… " * (start > block.start) + " ".join(" ".join(inner).split()) + " …" * (end < block.end)


def _bound(hedge: str) -> str:
    return next((bound for words, bound in _BOUNDS if words in hedge), "about" if hedge else "exact")


def _unit(one: Quantity) -> str:
    """What a number counts, with what it is for: no pounds a week are ever put together with pounds."""
    noun = " ".join((one.unit or "").lower().split())
    if one.kind == "money":
        wanted = _of_money(one.currency or "", one.period or noun.removeprefix("per "))
    elif noun == "percent":
        wanted = "percent per year" if one.period == "year" else noun
    elif one.period:
        wanted = f"{noun} per year" if one.period == "year" else f"{noun} {_each(one.period)}"
    else:
        wanted = "persons" if noun in _PEOPLE else noun.replace(" per ", " a ")
    try:
        return unit(wanted).text
    except ValueError:
        return NO_UNIT


def _of_money(currency: str, each: str) -> str:
    """`GBP`, `GBP per year`, `GBP per head`; all else that a sum is for in words, as `pounds a week`."""
    each = {"person": "head", "capita": "head"}.get(each, each)
    if not currency or each in ("", "year", "head"):
        return f"{currency} per {each}" if each else currency
    return f"{unit(currency).words.lower()} {_each(each)}"


def _each(thing: str) -> str:
    return f"{'an' if thing == 'hour' or thing[0] in 'aeio' else 'a'} {thing}"


def figures_csv(figures: Sequence[Figure]) -> list[list[str]]:
    """The rows of a `figures.csv`, its columns first."""
    return [
        list(FIGURE_COLUMNS),
        *([_cell(one, column) for column in FIGURE_COLUMNS] for one in figures),
    ]


def _cell(figure: Figure, column: str) -> str:
    if column == "read":
        return "yes" if figure.read else "no"
    return f"{figure.value:f}" if column == "value" else str(getattr(figure, column))


def drafts_in(article: Article, figures: Figures) -> Iterator[Draft]:
    """Questions that an English text suggests: pairs worth a second look, sums, and what each heading promises.

    There is one at least: a claim, where nothing else is seen.
    """
    found = list(_seen(article, figures))
    yield from found or [Draft(blank("claim", article, (article.sentences[-1].id,)), "")]


def _seen(article: Article, figures: Figures) -> Iterator[Draft]:
    english, _ = english_part(article)
    if english:
        for pair in second_looks(english):
            reasons = ", ".join(say(f"own_article.reason.{code}") for code in pair.reasons)
            yield Draft(blank("pair", article, (pair.first, pair.second)), reasons)
        for relation in relations(english):
            yield _of_sum(article, figures, relation)
    for block in article.blocks[1:]:
        if block.kind == "heading":
            first = next(one.id for one in article.sentences if one.block == block.id)
            yield Draft(blank("heading", article, (first,)), say("command.new.heading"))


_FORMS = {"percent": "percent1", "money": "words"}


def _of_sum(article: Article, figures: Figures, relation: Relation) -> Draft:
    note = f"{say(f'own_article.relation.{relation.kind}')}: {relation.working}; {relation.says}"
    fields = blank("number", article, (relation.sentence,))
    template = _template(article, figures, relation)
    if template:
        fields["computation"] = {"ask": say("command.new.ask"), "value": template}
    return Draft(fields, note)


def _template(article: Article, figures: Figures, relation: Relation) -> str:
    """The sum of a relation as a computed value; empty where the figures of the text do not give it."""
    verb = _VERBS.get(relation.kind, "")
    texts = [" ".join(article.text[start:end].split()) for start, end in relation.places[1:]]
    block = relation.sentence.partition(".")[0]
    ids = [next((one.id for one in figures if one.series == text and one.address == block), "") for text in texts]
    if not verb or not all(ids):
        return ""
    return computed(verb, tuple(ids), figures)


def computed(verb: str, ids: tuple[str, ...], figures: Figures) -> str:
    """A computed value as it stands in a pack; empty where these figures do not give it."""
    try:
        value = value_of(Template(verb, ids, "words"), figures)
        is_whole = verb != "ratio" and value.base == value.base.to_integral_value()
        template = Template(verb, ids, _FORMS.get(value.unit.kind, "number" if is_whole else "number2"))
        show(value, template.form)
    except (CannotCompute, FigureNotFound, ValueError):
        return ""
    return str(template)


def blank(kind: str, article: Article, sentences: Sequence[str] = ()) -> dict[str, Any]:
    """The fields that an item of a kind needs, as a draft. What only its author knows begins with TODO.

    `sentences` are ids of sentences to quote: two for a pair. Raises KeyError for one that the article has not.
    """
    if kind not in KINDS:
        raise KeyError(kind)
    quotes = [{one.partition(".")[0]: article.quote(article.sentence(one))} for one in sentences]
    to_do = {article.blocks[0].id: f"{TO_DO} {say('command.new.quote')}"}
    fields: dict[str, Any] = {"draft": "yes", "kind": kind, "topic": f"{TO_DO} {say('command.new.topic')}"}
    if kind == "pair":
        fields["sides"] = [[quote] for quote in (*quotes, to_do, to_do)[:2]]
    else:
        fields["targets"] = quotes or [to_do]
    if kind == "number":
        fields["computation"] = {"ask": f"{TO_DO} {say('command.new.ask')}", "value": f"{TO_DO} {{sum:n01/n02|number}}"}
    fields["key"] = f"{TO_DO} {', '.join(VERDICTS[kind])}"
    if kind == "pair":
        fields["relation"] = f"{TO_DO} {say('command.new.relation')}"
    fields["explanation"] = f"{TO_DO} {say('command.new.explanation')}"
    return fields


def next_id(kind: str, taken: set[str]) -> str:
    """An id for a new item of a kind, such as `pair-03`."""
    numbers = [int(found[1]) for one in taken if (found := re.fullmatch(rf"{kind}-([0-9]+)", one))]
    return f"{kind}-{max(numbers, default=0) + 1:02d}"


class NotMade(ValueError):
    """What was given cannot become a pack, or an item; the message is one sentence."""


def article_source(text: str, slug: str, kinds: dict[int, str] | None = None, **front: str) -> str:
    """The `article.md` of a pasted text. Raises NotMade."""
    if text.lstrip("\ufeff").startswith("---\n"):
        raise NotMade(say("command.new.is_article"))
    try:
        cleaned = clean(text).text
    except TooLong:
        raise NotMade(say("own_article.too_long", most=f"{MOST_CHARACTERS:,}")) from None
    if not any(letter.isalnum() for letter in cleaned):
        raise NotMade(say("command.new.empty"))
    title = front.pop("title", "") or " ".join(cleaned.partition("\n")[0].split())[:120]
    return as_markdown(
        cleaned, kinds or {}, title, slug=slug, notice=front.pop("notice", say("command.new.notice")), **front
    )


class _WrittenOut(yaml.SafeDumper):
    """Writes what stands twice twice: no pack is read that has anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def yaml_text(value: Any) -> str:
    """Plain lists, dicts and texts as YAML that a person reads."""
    text: str = yaml.dump(value, Dumper=_WrittenOut, allow_unicode=True, sort_keys=False, width=1000)
    return text


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """The files of a pack, by their names in it, below a folder. Raises OSError."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def csv_text(rows: Sequence[Sequence[str]]) -> str:
    """Rows as a CSV file of this project."""
    made = io.StringIO()
    csv.writer(made, lineterminator="\n").writerows(rows)
    return made.getvalue()
