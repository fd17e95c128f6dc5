"""What stands on paper: boxes to tick, lines to write on, tables, quotations. Text given to it is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from readtwice import markup
from readtwice.article import Block
from readtwice.markup import Html, each, html, joined
from readtwice.pack import Pack
from readtwice.pack.item import Quote
from readtwice.page.views import paragraph, quote_html, quote_view
from readtwice.words import say

_IDS = re.compile(r' id="([^"]*)"')


def page_rule(name: str, label: str, margin: str = "17mm 14mm 15mm") -> Html:
    """The style of the pages of one lesson: a label at the top, the number of the page at the bottom."""
    label, page = (_style_text(text) for text in (label, f"{say('paper.page')} "))
    return html(
        ".{name} {{ page: {name}; }}\n"
        "@page {name} {{ margin: {margin}; @top-left {{ content: {label}; font: 8pt Arial, sans-serif; }} "
        "@bottom-right {{ content: {page} counter(page); font: 8pt Arial, sans-serif; }} }}\n",
        name=name,
        margin=margin,
        label=label,
        page=page,
    )


def _style_text(text: str) -> Html:
    """A text as CSS reads it, with nothing in it that could end the string or the style."""
    signs = (sign if sign.isalnum() or sign == " " else f"\\{ord(sign):06x} " for sign in text)
    return html('"{}"', "".join(signs))


def once(page: Html) -> Html:
    """The page with each id once: a card that comes again has a number behind its id."""
    seen: dict[str, int] = {}

    def numbered(match: re.Match[str]) -> str:
        seen[match[1]] = count = seen.get(match[1], 0) + 1
        return match[0] if count == 1 else f' id="{match[1]}-{count}"'

    return Html(_IDS.sub(numbered, page))  # noqa: S704


def text(words: str, look: str = "") -> Html:
    """A paragraph; nothing for no words."""
    return html("<p{}>{}</p>", _class(look), words) if words else Html()


def _class(look: str) -> str:
    return html(' class="{}"', look) if look else ""


def labelled(label: str, words: str) -> Html:
    """A paragraph that begins with a label; nothing for no words."""
    end = "" if label[-1:] in (":", "?", ".") else ":"
    return html("<p><strong>{}{}</strong> {}</p>", label, end, words) if words else Html()


def ticks(labels: Iterable[str]) -> Html:
    """Boxes to tick in a row."""
    return html('<ul class="ticks">{}</ul>', each("<li>{}</li>", labels))


def drawn(address: str, shows: str, asks: str = "") -> Html:
    """A drawing from an address that holds it whole, what it shows for who cannot see it, and what is asked of it."""
    below = html("<figcaption>{}</figcaption>", asks) if asks else ""
    return html('<figure><img src="{}" alt="{}">{}</figure>', address, shows, below)


def row(*parts: Html) -> Html:
    """Short things to fill in, side by side where there is room."""
    return html('<div class="row">{}</div>', joined(parts))


def blank(label: str) -> Html:
    """A short gap to write a letter in."""
    return html('<p class="blank">{}</p>', label)


def rules(label: str = "", count: int = 1) -> Html:
    """Lines to write on; the first begins with a label."""
    return each('<p class="rule">{}</p>', (label if place == 0 else "" for place in range(count)))


def asked(questions: Iterable[str], count: int = 2) -> Html:
    """Numbered questions, each with lines to write on."""
    items = joined(html('<li class="keep">{}{}</li>', one, rules("", count)) for one in questions)
    return html("<ol>{}</ol>", items) if items else items


def table(header: Sequence[str], rows: Iterable[Sequence[str]], *, look: str = "", caption: str = "") -> Html:
    """A table whose rows are named by their first cells."""
    return markup.table(header, rows, look=look, caption=caption)


def titled(item_id: str, title: str) -> Html:
    """The heading of a card, with the id that it has on screen."""
    return html("<h3>{} <code>{}</code></h3>", title, item_id)


def card(item_id: str, title: str, body: Html, look: str = "card") -> Html:
    """A card, or with look `reply` its answer: something with an id that is on the sheet and on the answer page."""
    opened = html('\n<section class="{}" id="{}" data-item="{}">', look, item_id, item_id)
    return opened + titled(item_id, title) + body + Html("</section>")


def part(title: str, body: Html, look: str = "") -> Html:
    """A part of a lesson under its heading."""
    return html("\n<section{}><h2>{}</h2>{}</section>", _class(look), title, body)


def quoted(pack: Pack, quote: Quote, *, marked: bool = True, lead: bool = False) -> Html:
    """A quotation in its whole sentence, with the number of its paragraph."""
    return quote_html(quote_view(pack.article, quote, marked=marked, lead=lead))


def short(quote: Quote, *, numbered: bool = True) -> str:
    """A quotation by its own words alone."""
    return f"{paragraph(quote.block)} “{quote.text}”" if numbered else f"“{quote.text}”"


def specimen(pack: Pack) -> Html:
    """What must stand wherever the article is shown."""
    about = pack.about if pack.made_by else ()
    return text(" ".join([say("static.specimen"), pack.notice, *about]), "notice label")


def block_html(pack: Pack, block: Block, *, numbered: bool = True) -> Html:
    """A block of the article as it stands on screen. The paragraphs of a form's story have no numbers."""
    number = html('<span class="number">{}</span> ', paragraph(block.id)) if numbered else ""
    words = pack.article.quote(block)
    if block.kind == "heading":
        return html('<p class="heading">{}{}</p>', number, words)
    if block.kind == "caption":
        return html("<p>{}<strong>{}:</strong> <em>{}</em></p>", number, say("reader.caption"), words)
    return html("<p>{}{}</p>", number, words)
