"""Looking at pages on paper: their ids, their words, and whether they are sound HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser

VOID = {"meta", "br", "img"}
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "article", "section", "div", "h1", "h2", "h3", "p", "br"),
    *("ul", "ol", "li", "table", "caption", "thead", "tbody", "tr", "th", "td", "blockquote", "strong", "em", "small"),
    *("span", "code", "figure", "figcaption", "img"),
}
ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "class", "id", "data-item", "scope", "src", "alt"}
WHOLE = "data:image/svg+xml;base64,"
"""How the address of a drawing begins that the page holds itself."""


class Page(HTMLParser):
    """A page taken apart. `trouble` names each thing that is not as it should be."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.trouble: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.items: list[str] = []
        self.drawings: list[str] = []
        """What each drawing shows, in words."""
        self.policy = ""
        self.text = ""
        self.feed(html)
        self.close()
        self.trouble += [f"<{tag}> is not closed" for tag in self.open]
        self.trouble += [f"id {one} stands twice" for one in {*self.ids} if self.ids.count(one) > 1]
        steps = zip([0, *self.headings], self.headings, strict=False)
        self.trouble += [f"h{one} follows h{before}" for before, one in steps if one > before + 1]
        style = html.partition("<style>")[2].partition("</style>")[0]
        self.trouble += re.findall(r"@import|url\(|<|expression", style)
        self.words = " ".join(self.text.split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.trouble += [f"<{tag}>"] if tag not in TAGS else []
        self.trouble += [f"{name} of <{tag}>" for name in found if name not in ATTRIBUTES]
        if tag == "img":
            self.drawings.append(found.get("alt") or "")
            self.trouble += [] if (found.get("src") or "").startswith(WHOLE) else ["a picture that is fetched"]
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        self.ids += [found["id"] or ""] if "id" in found else []
        self.items += [found["data-item"] or ""] if "data-item" in found else []
        if found.get("http-equiv") == "Content-Security-Policy":
            self.policy = found["content"] or ""

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.trouble.append(f"</{tag}> closes something else")

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += f"{data} "
