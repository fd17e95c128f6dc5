"""Fact-checks as schema.org ClaimReview in JSON-LD, marked as student work.

Source of the terms: schema.org, ClaimReview, Claim and Rating (https://schema.org/ClaimReview). The article's day is
not known, so the month is given, as ISO 8601 allows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from readtwice.activities.fact_check.published import Published
from readtwice.pack import Pack
from readtwice.page.inert import json_text
from readtwice.words import say

RATING = {"not_supported": 1, "supported": 2}
"""From worst to best. What cannot be settled has words and no number, or a program would read it as half true."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)}) (\d{{4}})\b", re.ASCII)


def as_claim_review(found: Sequence[Published], pack: Pack, url: str = "") -> str:
    """The review that was saved last, as one object: what reads ClaimReview wants one a file, or one a page.

    `url` is the address at which the learner has published it; a search engine asks for one. Without it there is none.
    """
    latest = [one for one in found if one.fact_check.verdict][-1]
    where = {"url": url} if url else {}
    return json_text({"@context": "https://schema.org"} | where | _review(latest, pack), indent=2)


def _review(one: Published, pack: Pack) -> dict[str, Any]:
    written = one.fact_check
    appearance: dict[str, Any] = {"@type": "NewsArticle", "headline": pack.article.title}
    published = month_of(pack.article.front_matter.get("published", ""))
    if published:
        appearance["datePublished"] = published
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "name": say("publish.review_name", claim=one.claim[:120]),
        "abstract": say("publish.student_work"),
        "datePublished": one.day,
        "author": {"@type": "Person", "name": say("publish.student_author")},
        "claimReviewed": one.claim,
        "itemReviewed": {"@type": "Claim", "text": one.claim, "appearance": appearance},
        "reviewBody": "\n".join(filter(str.strip, (written.fact_first, written.claim_line, written.fact_again))),
        "reviewRating": {
            "@type": "Rating",
            **_number(written.verdict),
            "alternateName": one.verdict,
            "ratingExplanation": say("publish.unknown", unknown=written.unknown or "–"),
        },
        "citation": [" ".join(filter(None, (piece.line, piece.address))) for piece in one.evidence],
    }
    if published:
        review["itemReviewed"]["datePublished"] = published
    return review


def _number(verdict: str) -> dict[str, int]:
    """The rating as a number, with its scale; nothing where there is none."""
    if verdict not in RATING:
        return {}
    return {"ratingValue": RATING[verdict], "worstRating": min(RATING.values()), "bestRating": max(RATING.values())}


def month_of(words: str) -> str:
    """`February 2025, day not given` as 2025-02; empty where there is no month."""
    found = _MONTH.search(words)
    if found is None:
        return ""
    return f"{found[2]}-{_MONTHS.index(found[1]) + 1:02}"
