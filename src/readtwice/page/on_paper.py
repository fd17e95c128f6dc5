"""What stands on paper: boxes to tick, lines to write on, tables, quotations. All text given to it is escaped here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

from readtwice.article import Block
from readtwice.pack import Pack
from readtwice.pack.item import Quote
from readtwice.page.views import paragraph, quote_html, quote_view
from readtwice.words import say

STYLE = """
body { font: 10pt/1.35 Georgia, "Times New Roman", serif; color: var(--rt-ink); background: var(--rt-page); }
body { max-width: 44rem; margin: 0 auto; padding: 1rem; }
h1, h2, h3 { font-family: Arial, Helvetica, sans-serif; line-height: 1.2; break-after: avoid; }
h1 { font-size: 16pt; margin: 0.3em 0; }
h2 { font-size: 12pt; margin: 1.1em 0 0.4em; border-bottom: 1.5pt solid var(--rt-ink); padding-bottom: 0.1em; }
h3 { font-size: 10pt; margin: 0 0 0.3em; }
h3 code { float: right; font: 7.5pt/1.6 monospace; padding-left: 1em; }
p, ul, ol { margin: 0.3em 0; }
p, li, td, th { overflow-wrap: break-word; orphans: 2; widows: 2; }
.lead, .notice { break-after: avoid; break-inside: avoid; }
blockquote { margin: 0.35em 0; padding-left: 0.7em; border-left: 2pt solid var(--rt-line); }
.card { break-inside: avoid; border: 0.75pt solid var(--rt-line); border-radius: 3pt; }
.card { padding: 0.35em 0.6em; margin: 0.5em 0; }
.reply { font-size: 9.5pt; margin: 0.7em 0; padding-top: 0.4em; border-top: 0.75pt solid var(--rt-line); }
.reply h3, .reply > p:first-of-type { break-after: avoid; }
.reply p, .reply li { break-inside: avoid; }
.label { font: 8.5pt/1.4 Arial, Helvetica, sans-serif; }
.notice, .box { border: 0.75pt solid var(--rt-ink); padding: 0.25em 0.6em; break-inside: avoid; }
.box { border-left-width: 3pt; }
.heading { font: bold 11.5pt/1.25 Arial, Helvetica, sans-serif; break-after: avoid; margin-top: 0.8em; }
.number { font: 8.5pt Arial, Helvetica, sans-serif; }
.ticks { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.25em 1.4em; }
.ticks li::before { content: ""; display: inline-block; width: 0.8em; height: 0.8em; border: 1pt solid var(--rt-ink); }
.ticks li::before { margin-right: 0.45em; vertical-align: -0.08em; }
.rule { display: flex; align-items: end; gap: 0.5em; min-height: 1.9em; margin: 0; }
.rule::after { content: ""; flex: 1; min-width: 5em; border-bottom: 0.75pt solid var(--rt-line); }
.row { display: flex; flex-wrap: wrap; align-items: end; gap: 0 1.6em; }
.row > .rule { flex: 1; min-width: 12em; }
.blank { margin: 0.3em 0; }
.blank::after { content: ""; display: inline-block; width: 3.2em; margin-left: 0.4em; }
.blank::after { border-bottom: 0.75pt solid var(--rt-line); }
.row > p { margin: 0.3em 0; }
.row .ticks { gap: 0.2em 1em; }
.keep { break-inside: avoid; }
.wide { line-height: 2.6; }
.letters { list-style: upper-alpha; columns: 2; padding-left: 1.6em; }
.letters li { break-inside: avoid; }
table { border-collapse: collapse; width: 100%; margin: 0.5em 0; font-size: 9.5pt; }
caption { text-align: left; font-weight: bold; padding-bottom: 0.3em; }
th, td { border: 0.75pt solid var(--rt-line); padding: 0.2em 0.45em; text-align: left; vertical-align: top; }
thead th { font-family: Arial, Helvetica, sans-serif; font-size: 8.5pt; }
tr { break-inside: avoid; }
.fine { font-size: 8pt; line-height: 1.25; }
.fine tbody th { font-weight: normal; }
.grid tbody th { min-width: 10em; }
.grid td:last-child { width: 24%; }
.faces td { width: 5em; }
.faces td:last-child { width: 34%; }
.open td { height: 3.2em; }
.seen, .told, .added { padding-bottom: 0.1em; }
.seen { border-bottom: 1.5pt solid var(--rt-ink); }
.told { border-bottom: 1.5pt dashed var(--rt-ink); }
.added { border-bottom: 3pt double var(--rt-ink); }
.new-page { break-before: page; }
.cut { border-style: dashed; }
@media print { body { max-width: none; margin: 0; padding: 0; } .grid td { white-space: nowrap; } }
"""

_IDS = re.compile(r' id="([^"]*)"')


def page_rule(name: str, label: str) -> str:
    """The style of the pages of one lesson: a label at the top, the number of the page at the bottom."""
    label, page = (_style_text(text) for text in (label, f"{say('paper.page')} "))
    return (
        f".{name} {{ page: {name}; }}\n"
        f"@page {name} {{ margin: 17mm 14mm 15mm; @top-left {{ content: {label}; font: 8pt Arial, sans-serif; }} "
        f"@bottom-right {{ content: {page} counter(page); font: 8pt Arial, sans-serif; }} }}\n"
    )


def _style_text(text: str) -> str:
    """A text as CSS reads it, with nothing in it that could end the string or the style."""
    return '"' + "".join(sign if sign.isalnum() or sign == " " else f"\\{ord(sign):06x} " for sign in text) + '"'


def once(html: str) -> str:
    """The page with each id once: a card that comes again has a number behind its id."""
    seen: dict[str, int] = {}

    def numbered(match: re.Match[str]) -> str:
        seen[match[1]] = count = seen.get(match[1], 0) + 1
        return match[0] if count == 1 else f' id="{match[1]}-{count}"'

    return _IDS.sub(numbered, html)


def text(words: str, look: str = "") -> str:
    """A paragraph; nothing for no words."""
    shown = f' class="{look}"' if look else ""
    return f"<p{shown}>{escape(words)}</p>" if words else ""


def labelled(label: str, words: str) -> str:
    """A paragraph that begins with a label; nothing for no words."""
    end = "" if label[-1:] in (":", "?", ".") else ":"
    return f"<p><strong>{escape(label)}{end}</strong> {escape(words)}</p>" if words else ""


def listed(lines: Iterable[str], kind: str = "ul") -> str:
    """A list; nothing for no lines."""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<{kind}>{items}</{kind}>" if items else ""


def ticks(labels: Iterable[str]) -> str:
    """Boxes to tick in a row."""
    return f'<ul class="ticks">{"".join(f"<li>{escape(label)}</li>" for label in labels)}</ul>'


def row(*parts: str) -> str:
    """Short things to fill in, side by side where there is room."""
    return f'<div class="row">{"".join(parts)}</div>'


def blank(label: str) -> str:
    """A short gap to write a letter in."""
    return f'<p class="blank">{escape(label)}</p>'


def rules(label: str = "", count: int = 1) -> str:
    """Lines to write on; the first begins with a label."""
    return "".join(f'<p class="rule">{escape(label) if place == 0 else ""}</p>' for place in range(count))


def asked(questions: Iterable[str], count: int = 2) -> str:
    """Numbered questions, each with lines to write on."""
    each = "".join(f'<li class="keep">{escape(one)}{rules("", count)}</li>' for one in questions)
    return f"<ol>{each}</ol>" if each else ""


def table(
    header: Sequence[str], rows: Iterable[Sequence[str]], *, look: str = "", caption: str = "", escaped: bool = False
) -> str:
    """A table whose rows are named by their first cells. Cells are HTML where `escaped` says that they are safe."""

    def cell(words: str) -> str:
        return words if escaped else escape(words)

    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in header)
    body = "".join(
        f'<tr><th scope="row">{cell(row[0])}</th>{"".join(f"<td>{cell(one)}</td>" for one in row[1:])}</tr>'
        for row in rows
    )
    title = f"<caption>{escape(caption)}</caption>" if caption else ""
    return f'<table class="{look}">{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def titled(item_id: str, title: str) -> str:
    """The heading of a card, with the id that it has on screen."""
    return f"<h3>{escape(title)} <code>{escape(item_id)}</code></h3>"


def card(item_id: str, title: str, body: str, look: str = "card") -> str:
    """A card, or with look `reply` its answer: something with an id that is on the sheet and on the answer page."""
    return (
        f'\n<section class="{look}" id="{escape(item_id)}" data-item="{escape(item_id)}">'
        f"{titled(item_id, title)}{body}</section>"
    )


def part(title: str, body: str, look: str = "") -> str:
    """A part of a lesson under its heading."""
    shown = f' class="{look}"' if look else ""
    return f"\n<section{shown}><h2>{escape(title)}</h2>{body}</section>"


def quoted(pack: Pack, quote: Quote, *, marked: bool = True) -> str:
    """A quotation in its whole sentence, with the number of its paragraph."""
    return quote_html(quote_view(pack.article, quote, marked=marked))


def short(quote: Quote) -> str:
    """A quotation by its own words alone."""
    return f"{paragraph(quote.block)} “{quote.text}”"


def specimen(pack: Pack) -> str:
    """What must stand wherever the article is shown."""
    return text(f"{say('static.specimen')} {pack.notice}", "notice label")


def block_html(pack: Pack, block: Block, *, numbered: bool = True) -> str:
    """A block of the article as it stands on screen. The paragraphs of a form's story have no numbers."""
    number = f'<span class="number">{paragraph(block.id)}</span> ' if numbered else ""
    words = escape(pack.article.quote(block))
    if block.kind == "heading":
        return f'<p class="heading">{number}{words}</p>'
    if block.kind == "caption":
        return f"<p>{number}<strong>{escape(say('reader.caption'))}:</strong> <em>{words}</em></p>"
    return f"<p>{number}{words}</p>"
