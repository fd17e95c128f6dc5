"""Floor 1: HTML. Whatever is put into it is escaped, unless it is HTML already; a plain `str` never is.

Pieces are made with `html`, `each`, `joined` and `table`; whole files from templates (`page/template.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from string import Formatter
from typing import Any, Self

from markupsafe import Markup


class Html(Markup):
    """HTML as markupsafe has it, in which quotation marks are spelt as the standard library spells them.

    Stored notebooks and printed sheets hold that spelling, and a sheet is known by its bytes.
    """

    __slots__ = ()

    @classmethod
    def escape(cls, s: Any, /) -> Self:
        if isinstance(s, cls):
            return s
        return cls(s if hasattr(s, "__html__") else escape(str(s)))


@cache
def _pieces(template: str) -> tuple[tuple[str, str | None], ...]:
    """What stands before each field of a template, and the field's name: read once, since tables have long bodies."""
    return tuple((before, name) for before, name, _, _ in Formatter().parse(template))


def html(template: str, *values: object, **named: object) -> Html:
    """A template, which has to be written out in code, with each of its `{}` or `{name}` filled. Text is escaped."""
    filled, rest = [], iter(values)
    for before, name in _pieces(template):
        filled.append(before)
        if name is not None:
            filled.append(Html.escape(named[name] if name else next(rest)))
    return Html("".join(filled))


def joined(parts: Iterable[str], between: str = "") -> Html:
    """Parts one behind the other, text among them escaped."""
    return Html.escape(between).join(parts)


def each(template: str, values: Iterable[object]) -> Html:
    """A template with one `{}`, once for each value."""
    return joined(html(template, value) for value in values)


def listed(lines: Iterable[str], kind: str = "ul") -> Html:
    """A list; nothing for no lines."""
    items = each("<li>{}</li>", lines)
    return html("<{kind}>{items}</{kind}>", kind=kind, items=items) if items else items


def table(
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    caption: str = "",
    look: str | None = None,
    style: str = "",
    narrow: bool = False,
) -> Html:
    """A table whose rows are named by their first cells. `look` is its class, `style` that of each cell.

    `narrow`: each cell says its column, for a screen that is too narrow for columns, and each row is a line.
    """
    styled, end = html(' style="{}"', style) if style else "", "\n" if narrow else ""
    looks = [html(' data-column="{}"', name) if narrow else styled for name in header[1:]]

    def cells(others: Iterable[str]) -> Html:
        return joined(html("<td{}>{}</td>", look, cell) for look, cell in zip(looks, others, strict=True))

    body = joined(
        html('<tr><th scope="row"{}>{}</th>{}</tr>{}', styled, first, cells(others), end) for first, *others in rows
    )
    return html(
        "<table{}>{}<thead><tr>{}</tr></thead>{}<tbody>{}</tbody></table>",
        "" if look is None else html(' class="{}"', look),
        html("<caption>{}</caption>", caption) if caption else "",
        joined(html('<th scope="col"{}>{}</th>', styled, name) for name in header),
        end,
        body,
    )
