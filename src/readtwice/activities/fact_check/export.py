"""Fact-checks as the text of a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from readtwice.activities.fact_check.claim_review import as_claim_review
from readtwice.activities.fact_check.mark import OWN
from readtwice.activities.fact_check.markdown import as_markdown
from readtwice.activities.fact_check.part import fact_checks_of
from readtwice.activities.fact_check.published import Published, fact_checks, web_address
from readtwice.pack import Pack
from readtwice.page.files import NothingToExport
from readtwice.page.inert import inert
from readtwice.page.standing_alone import filled
from readtwice.record import Event
from readtwice.words import say


def as_page(found: Sequence[Published], pack: Pack) -> str:
    """One page that stands alone: no script, nothing fetched, ready to print."""
    published = pack.article.front_matter.get("published", "–")
    about = say("publish.about", title=pack.article.title, published=published)
    return filled("activities/fact_check/page.html", title=say("publish.title"), about=about, found=found)


EXPORTS = {
    "html": (".html", as_page),
    "claimreview": (".json", as_claim_review),
    "markdown": (".md", as_markdown),
}
"""Each format with the ending of its file's name, and what writes it."""


def export(events: Iterable[Event], pack: Pack, format: str, claim_id: str = "", url: str = "") -> str:
    """The latest fact-check of each claim, or of one, in one of EXPORTS; ClaimReview holds one alone.

    `url` is where the learner has published it, for ClaimReview. Raises NothingToExport.
    """
    if url and format != "claimreview":
        raise NothingToExport(say("publish.no_url"))
    if url and not web_address(url):
        raise NothingToExport(say("publish.bad_url", address=inert(url)))
    if claim_id:
        held = fact_checks_of(pack)
        known = [*(claim.id for claim in (held.claims if held else ())), OWN]
        if claim_id not in known:
            raise NothingToExport(f"There is no claim {claim_id!r}. There are: {', '.join(known)}.")
    found = fact_checks(events, pack, claim_id)
    if not found:
        raise NothingToExport(say("publish.no_fact_check"))
    if format == "claimreview" and not any(one.fact_check.verdict for one in found):
        raise NothingToExport(say("publish.no_verdict_yet"))
    if format == "claimreview":
        return as_claim_review(found, pack, url)
    _, write = EXPORTS[format]
    return write(found, pack)


def left_out(events: Iterable[Event], pack: Pack, format: str, claim_id: str = "") -> tuple[str, ...]:
    """The claims whose reviews need a file of their own, since one of this format holds one review."""
    if format != "claimreview" or claim_id:
        return ()
    reviewed = [one.fact_check.claim_id for one in fact_checks(events, pack) if one.fact_check.verdict]
    return tuple(reviewed[:-1])
