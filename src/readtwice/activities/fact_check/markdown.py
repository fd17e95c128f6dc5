"""Fact-checks as Markdown. A subset: what was written, the evidence and the verdict; no working, no marks, no times."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtwice.activities.fact_check.published import Published
from readtwice.pack import Pack
from readtwice.words import say, words

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$&:@=^\"'/])")


def as_markdown(found: Sequence[Published], pack: Pack) -> str:
    """The fact-checks, one below the other; the first lines say what is in the file and what is not."""
    steps = words()["fact_check"]["steps"]
    parts = [f"# {say('publish.title')}", plain(say("publish.student_work")), plain(say("publish.markdown_subset"))]
    parts.append(
        plain(say("publish.about", title=pack.article.title, published=pack.article.front_matter.get("published", "–")))
    )
    for one in found:
        written = one.fact_check
        parts += [f"## {plain(one.claim)}", plain(written.fact_first), plain(written.claim_line)]
        for name in ("says", "would_settle"):
            parts.append(f"**{plain(steps[name])}** {plain(getattr(written, name))}")
        parts.append(f"**{plain(steps['evidence'])}**")
        parts += [
            f"* {plain(piece.line)} {plain(piece.address)} {plain(piece.adds)}".rstrip() for piece in one.evidence
        ]
        parts.append(f"**{plain(say('publish.verdict'))}** {plain(one.verdict)}, {one.day}")
        parts.append(f"**{plain(steps['unknown'])}** {plain(written.unknown)}")
        parts.append(plain(written.fact_again))
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def plain(text: str) -> str:
    """Text in which Markdown sees nothing but text: one line, every sign of Markdown or HTML escaped.

    An @ becomes (at): some sites make a link of an e-mail address or a name even where its signs are escaped.
    """
    return _SPECIAL.sub(r"\\\1", " ".join(text.replace("@", "(at)").split()))
