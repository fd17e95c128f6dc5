"""Computed values inside a text: `{share:R31/R88|percent2}` stands for 0.23%.

A template is `{verb:ids|format}`: ids of figures with `/` between them, and a format of show.py. Nothing else.

| verb | ids | gives |
|---|---|---|
| `share` | part / whole | what part of the whole |
| `per_year` | sum, or part / whole | the sum per year of its period; or that as a share of the whole |
| `per_head` | sum / population | money for each person |
| `rate` | rate, or rate / rate | the rate; or the cross rate of two rates per euro |
| `convert` | sum / rate | the sum in the rate's currency, on the rate's day |
| `sum` | two to nine of one unit | all of them together |
| `difference` | number / less | the first less the second |
| `ratio` | number / number | how many times the second goes into the first |

After the ids of `share`, `per_year` and `per_head` may stand a rate: the first sum is converted with it first. A brace
that is meant as a brace is written twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from readtwice.figures.arithmetic import difference, per_head, per_year, ratio_of, share_of, sum_of
from readtwice.figures.figure import ID, Figure
from readtwice.figures.figures import FigureNotFound, Figures
from readtwice.figures.quantity import CannotCompute, Quantity
from readtwice.figures.rates import convert_with, is_rate, rate
from readtwice.figures.show import FORMAT, show
from readtwice.figures.units import unit
from readtwice.words import say, speaking

VERBS = {"share": (2, 3), "per_year": (1, 3), "per_head": (2, 3), "rate": (1, 2), "convert": (2, 2)} | {
    "sum": (2, 9),
    "difference": (2, 2),
    "ratio": (2, 2),
}
"""The verbs, each with the smallest and largest number of ids that it takes."""

_OF_TWO = {"difference": difference, "ratio": ratio_of}
MAXIMUM_LENGTH = 200
_PIECE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+")
_SHAPE = re.compile(r"([^:|]*):([^:|]*)\|([^:|]*)")


class TemplateError(ValueError):
    """A template that cannot be filled in; the message is one sentence, `position` counts characters from 1."""

    def __init__(self, position: int, message: str) -> None:
        super().__init__(say("error.figures.at_character", message=message.rstrip("."), position=position))
        self.position = position


@dataclass(frozen=True, slots=True)
class Template:
    """A template taken apart; `str` puts it together again."""

    verb: str
    ids: tuple[str, ...]
    form: str
    position: int = 1

    def __str__(self) -> str:
        return f"{{{self.verb}:{'/'.join(self.ids)}|{self.form}}}"


def parse(text: str) -> tuple[str | Template, ...]:
    """A text as plain pieces and templates, in order. Raises TemplateError."""
    pieces: list[str | Template] = []
    for found in _PIECE.finditer(text):
        position = found.start() + 1
        if found[1] is not None:
            pieces.append(_template(found[1], position))
        elif found[0] in "{}":
            raise TemplateError(position, say("error.figures.lone_brace", found=found[0]))
        else:
            pieces.append(found[0][0] if found[0] in ("{{", "}}") else found[0])
    return tuple(pieces)


def escape(text: str) -> str:
    """A text in which every brace is meant as a brace: what `render` gives back unchanged."""
    return text.replace("{", "{{").replace("}", "}}")


def render(text: str, figures: Figures) -> str:
    """A text with every template filled in from the figures. Raises TemplateError."""
    if "{" not in text and "}" not in text:
        return text
    return "".join(piece if isinstance(piece, str) else fill(piece, figures) for piece in parse(text))


def fill(template: Template, figures: Figures) -> str:
    """What a template stands for. Raises TemplateError."""
    try:
        with speaking(figures.language):
            return show(value_of(template, figures), template.form)
    except (FigureNotFound, CannotCompute) as error:
        raise TemplateError(template.position, f"`{template}`: {error}") from None


def value_of(template: Template, figures: Figures) -> Quantity:
    """The value behind a template, with its working. Raises FigureNotFound or CannotCompute."""
    used = [figures[figure_id] for figure_id in template.ids]
    if template.verb == "rate":
        return _rate(used, figures)
    if template.verb == "sum":
        return sum_of(*used)
    if template.verb in _OF_TWO:
        return _OF_TWO[template.verb](*used)
    first: Figure | Quantity = used[0]
    if template.verb == "convert" or (len(used) > 1 and is_rate(used[-1])):
        first = convert_with(used[0], used.pop(), figures)
    if template.verb == "convert":
        return first.quantity if isinstance(first, Figure) else first
    if template.verb == "per_year" and len(used) == 1:
        return per_year(first)
    if len(used) != 2:
        raise CannotCompute(say("error.figures.verb_and_figure", verb=template.verb, id=used[-1].id))
    if template.verb == "per_head":
        return per_head(first, used[1])
    return share_of(per_year(first) if template.verb == "per_year" else first, used[1])


def _rate(used: list[Figure], figures: Figures) -> Quantity:
    for figure in used:
        if not is_rate(figure):
            raise CannotCompute(say("error.figures.no_exchange_rate", id=figure.id))
    if len(used) == 1:
        return used[0].quantity
    one, other = (unit(figure.unit) for figure in used)
    if one.per != other.per or used[0].period != used[1].period:
        raise CannotCompute(say("error.figures.cross_rate_needs"))
    return rate(one.name, other.name, used[0].period, figures).quantity


def _template(inside: str, position: int) -> Template:
    shape = _SHAPE.fullmatch(inside) if len(inside) <= MAXIMUM_LENGTH else None
    if shape is None:
        raise TemplateError(
            position, say("error.figures.template_form", inside=inside[:30], example="{share:R31/R88|percent2}")
        )
    verb, form, ids = shape[1], shape[3], tuple(shape[2].split("/"))
    if verb not in VERBS:
        raise TemplateError(position, say("error.figures.no_verb", verb=verb[:20], known=", ".join(VERBS)))
    for figure_id in ids:
        if not ID.fullmatch(figure_id):
            raise TemplateError(position, say("error.figures.not_id", figure_id=figure_id[:20]))
    least, most = VERBS[verb]
    if not least <= len(ids) <= most:
        wanted = f"{least}" if least == most else say("figure.to", least=least, most=most)
        raise TemplateError(position, say("error.figures.id_count", verb=verb, wanted=wanted, count=len(ids)))
    if not FORMAT.fullmatch(form):
        raise TemplateError(
            position, say("error.figures.no_template_format", form=form[:20], formats=say("figure.formats"))
        )
    return Template(verb, ids, form, position)
