"""Fact-checks as one page that stands alone: no script, nothing fetched, ready to print."""

from __future__ import annotations

from collections.abc import Sequence

from readtwice.activities.fact_check.published import Published
from readtwice.pack import Pack
from readtwice.page.standing_alone import filled
from readtwice.words import say


def as_page(found: Sequence[Published], pack: Pack) -> str:
    """The page."""
    published = pack.article.front_matter.get("published", "–")
    about = say("publish.about", title=pack.article.title, published=published)
    return filled("activities/fact_check/page.html", title=say("publish.title"), about=about, found=found)
