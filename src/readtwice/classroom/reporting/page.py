"""The class report as one page that stands alone and prints: no script, nothing fetched, everything escaped."""

from __future__ import annotations

from collections.abc import Sequence

from readtwice.classroom.reporting.content import content
from readtwice.classroom.reporting.figures import ClassReport
from readtwice.classroom.reporting.parts import Cell, Heading, Large, Lines, Part, Picture, Table, Text
from readtwice.classroom.reporting.pooled import Classes
from readtwice.classroom.reporting.sentences import squares_of
from readtwice.markup import Html, each, html, joined, table
from readtwice.page.standing_alone import filled
from readtwice.words import say


def as_page(report: ClassReport, *, invented: bool = False, classes: Classes | None = None) -> str:
    """The page. `invented`: it is an example with invented learners, and says so; `classes` as of `content`."""
    return page_of(content(report, invented=invented, classes=classes))


def page_of(parts: Sequence[Part]) -> str:
    """A page of some parts."""
    title = next(part.text for part in parts if isinstance(part, Heading))
    return filled("classroom/reporting/page.html", title=title, parts=as_html(parts))


def as_html(parts: Sequence[Part], *, below: int = 0) -> Html:
    """The parts in semantic tags that read well without a style. Headings are `below` so many levels of others."""
    found, folded = list[Html](), list[Html]()
    fold: Heading | None = None
    for part in parts:
        if isinstance(part, Heading) and (fold is None or part.level <= fold.level):
            found += [_folded(fold, folded, below)] if fold else []
            fold, folded = (part, []) if part.folds else (None, [])
            found += [] if fold else [_html(part, below)]
        else:
            (folded if fold else found).append(_html(part, below))
    found += [_folded(fold, folded, below)] if fold else []
    return joined(found, "\n")


def _folded(fold: Heading, parts: Sequence[Html], below: int) -> Html:
    return html("<details><summary>{}</summary>\n{}\n</details>", _html(fold, below), joined(parts, "\n"))


def _html(part: Part, below: int) -> Html:
    match part:
        case Heading(text, level, _):
            return html("<h{level}>{text}</h{level}>", level=level + below, text=text)
        case Text(text, look):
            return html('<p class="{}">{}</p>', look, text) if look else html("<p>{}</p>", text)
        case Lines(lines):
            told = joined(html("<li><strong>{}</strong> {}</li>", one.label, one.text) for one in lines)
            return html('<ul class="lines">{}</ul>', told)
        case Table():
            rows = ([_cell(cell) for cell in row] for row in part.rows)
            how = '<p class="how"><em>{}</em></p><ul class="how">{}</ul>'
            note = html(how, say("report.how.label"), each("<li>{}</li>", part.how)) if part.how else ""
            if part.look:
                return html(
                    '<div class="{}">{}{}</div>', part.look, table(part.columns, rows, caption=part.title), note
                )
            return table(part.columns, rows, caption=part.title, narrow=True) + note
        case Picture():
            return _picture(part)
        case Large():
            return _large(part)


def _picture(part: Picture) -> Html:
    """Tracks from 0 to 100 percent; the picture as a whole is described, its pieces are silent."""
    rows = []
    for one in part.rows:
        ends = sorted((one.now if one.before is None else one.before, one.now))
        dots = html('<b class="bar" style="left:{}%;width:{}%"></b>', ends[0], ends[1] - ends[0])
        dots += html('<b class="dot was" style="left:{}%"></b>', one.before) if one.before is not None else html("")
        dots += html('<b class="dot" style="left:{}%"></b>', one.now)
        rows.append(html('<p>{} <span>{}</span></p><div class="track">{}</div>', one.label, one.told, dots))
    signs = ("was", "")[-len(part.legend) :]
    legend = joined(
        html('<span><b class="dot {}"></b> {}</span>', sign, text)
        for sign, text in zip(signs, part.legend, strict=True)
    )
    inner = html('<div aria-hidden="true">{}<p class="legend">{}</p></div>', joined(rows), legend)
    caption = html("<figcaption>{}</figcaption>", part.title)
    return html(
        '<figure class="dots">{}<div role="img" aria-label="{}">{}</div></figure>', caption, part.description, inner
    )


def _large(part: Large) -> Html:
    story = each("<p>{}</p>", part.story)
    box = html('<div class="box"><p><strong>{}</strong></p>{}</div>', part.box_label, each("<p>{}</p>", part.box))
    quotes = each("<blockquote>{}</blockquote>", part.quotes)
    asked = html('<p class="ask">{}</p><ul>{}</ul>', part.prompt, each("<li>{}</li>", part.choices))
    answer = html("<details><summary>{}</summary>{}</details>", part.answer_label, each("<p>{}</p>", part.answer))
    inner = story + (box if part.box else html("")) + quotes + asked + answer
    return html('<details class="large" id="card"><summary>{}</summary>{}</details>', part.title, inner)


def _cell(cell: Cell) -> Html:
    text = html('<span class="faint">{}</span>', cell.text) if cell.faint else html("{}", cell.text)
    if cell.filled is not None:
        squares = html('<span aria-hidden="true">{}</span>', squares_of(cell.filled))
        text = html('<span class="share">{} {}</span>', squares, text)
    return text + each("<br><small>{}</small>", cell.more)
