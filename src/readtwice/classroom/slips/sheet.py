"""Slips as a page to print: a sheet to cut up, and behind it the teacher's own list with room for names."""

from __future__ import annotations

from html import escape

from readtwice.page.standing_alone import standing_alone
from readtwice.record import new_slips
from readtwice.words import words

STYLE = """
body { font: 15px/1.4 system-ui, sans-serif; margin: 1.5rem; color: var(--rt-ink); background: var(--rt-page); }
ul { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(3, 1fr); }
li { border: 1px dashed var(--rt-line); padding: 0.7em 1em; break-inside: avoid; }
li strong { display: block; font: 700 1.35em/1.5 ui-monospace, monospace; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--rt-line); padding: 0.35em 0.7em; text-align: left; }
th:first-child, td:first-child { width: 11em; font-family: ui-monospace, monospace; }
tr { break-inside: avoid; }
section + section { break-before: page; }
@media print { body { margin: 0; } }
"""


def slip_sheet(count: int) -> str:
    """A page with so many new slips, all different. Raises ValueError for fewer than one or more than there are."""
    slips = new_slips(count)
    phrases = words()["slips"]
    cut = "".join(f"<li><strong>{slip}</strong>{escape(phrases['on_slip'])}</li>" for slip in slips)
    rows = "".join(f"<tr><td>{slip}</td><td></td></tr>" for slip in slips)
    columns = "".join(f'<th scope="col">{escape(phrases[one])}</th>' for one in ("slip", "learner"))
    body = (
        f"<section><h1>{escape(phrases['title'])}</h1><p>{escape(phrases['cut'])}</p><ul>{cut}</ul></section>"
        f"<section><h1>{escape(phrases['list'])}</h1><p>{escape(phrases['keep'])}</p>"
        f"<table><thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table></section>"
    )
    return standing_alone(phrases["title"], STYLE, body)
