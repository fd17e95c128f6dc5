"""Pages of HTML that stand alone, from templates that stand beside the code which fills them.

What is filled in is escaped unless it is HTML already; a name that nobody gives is an error.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from readtwice.colours import STYLE
from readtwice.markup import Html, table
from readtwice.words import fill, language, say, words

if TYPE_CHECKING:
    from jinja2 import Environment

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What a page that stands alone allows itself: nothing runs and nothing is fetched."""

WITH_DRAWINGS = f"{POLICY}; img-src data:"
"""As POLICY, on a page with drawings that it holds whole: still nothing is fetched, and nothing in a drawing runs."""


@cache
def _templates() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # here, so that no lesson waits for it

    made = Environment(
        autoescape=True,
        finalize=Html.escape,
        keep_trailing_newline=True,
        loader=PackageLoader("readtwice", ""),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    made.globals |= {"colours": STYLE, "fill": fill, "policy": POLICY, "say": say, "table": table, "words": words}
    return made


def filled(template: str, **values: object) -> str:
    """A template, such as `classroom/slips/sheet.html`, with values under its names. A page extends the one here."""
    return _templates().get_template(template).render(language=language(), **values)
