"""Fact-checks as one page that stands alone: no script, nothing fetched, ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from readtwice.activities.fact_check.published import Evidence, Published
from readtwice.pack import Pack
from readtwice.page.standing_alone import standing_alone
from readtwice.words import say, words

STYLE = """
body { font: 1.05rem/1.5 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
body { color: var(--rt-ink); background: var(--rt-page); }
h1, h2 { line-height: 1.2; }
h2 { font-size: 1.1rem; margin: 1.4rem 0 0.2rem; }
p, li { overflow-wrap: anywhere; }
blockquote { margin: 0.5rem 0; padding-left: 1rem; border-left: 3px solid var(--rt-line); }
.label { border: 1px solid var(--rt-line); padding: 0.4rem 0.8rem; }
.text { white-space: pre-line; }
.fact { font-weight: 600; }
pre { white-space: pre-wrap; background: var(--rt-shade); padding: 0.5rem; }
article + article { border-top: 2px solid var(--rt-ink); margin-top: 2rem; padding-top: 1rem; }
@media print { body { margin: 0; } article + article { break-before: page; } a { color: inherit; } }
"""


def as_page(found: Sequence[Published], pack: Pack) -> str:
    """The page."""
    articles = "\n".join(_article(one) for one in found)
    published = pack.article.front_matter.get("published", "–")
    title = escape(say("publish.title"))
    body = f"""<h1>{title}</h1>
<p class="label">{escape(say("publish.student_work"))}</p>
<p>{escape(say("publish.about", title=pack.article.title, published=published))}</p>
{articles}"""
    return standing_alone(say("publish.title"), STYLE, body)


def _article(one: Published) -> str:
    written, steps = one.fact_check, words()["fact_check"]["steps"]
    parts = [
        _text(written.fact_first, "fact"),
        f"<h2>{escape(say('publish.claim'))}</h2><blockquote>{escape(one.claim)}</blockquote>{_text(written.claim_line)}",
        f"<h2>{escape(steps['says'])}</h2>{_text(written.says)}",
        f"<h2>{escape(steps['would_settle'])}</h2>{_text(written.would_settle)}",
        f"<h2>{escape(steps['evidence'])}</h2><ul>{''.join(_evidence(piece) for piece in one.evidence)}</ul>",
    ]
    if one.working:
        lines = "".join(f"<li>{escape(line)}</li>" for line in one.working)
        parts.append(f"<h2>{escape(steps['computation'])}</h2><ul>{lines}</ul>")
    if one.cell:
        parts.append(f"<h2>{escape(say('publish.reproduce'))}</h2><pre>{escape(one.cell)}</pre>")
    parts += [
        f"<h2>{escape(steps['verdict'])}</h2><p><strong>{escape(one.verdict)}</strong> ({escape(one.day)})</p>",
        f"<h2>{escape(steps['unknown'])}</h2>{_text(written.unknown)}",
        _text(written.fact_again, "fact"),
    ]
    return f"<article>{''.join(parts)}</article>"


def _text(text: str, look: str = "") -> str:
    return f'<p class="{f"text {look}".strip()}" dir="auto">{escape(text)}</p>' if text.strip() else ""


def _evidence(piece: Evidence) -> str:
    address = escape(piece.address)
    link = f' <a href="{address}" rel="nofollow noopener noreferrer">{address}</a>' if address else ""
    return f'<li dir="auto">{escape(piece.line)}{link}{f"<br>{escape(piece.adds)}" if piece.adds else ""}</li>'
