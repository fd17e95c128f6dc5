"""Number items made in code, for tests of the bench. A browser test copies this file beside its notebook."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from readtwice.article import Span
from readtwice.figures import Figures, check_from_parts
from readtwice.pack import Item, Pack, Quote
from readtwice.pack.item import Computation, NumberSlip, Option


def quote(pack: Pack, sentence_id: str, words: str) -> Quote:
    sentence = pack.article.sentence(sentence_id)
    text = pack.article.quote(sentence)
    start = sentence.start + text.index(words)
    return Quote(sentence.block, sentence.id, words, Span(start, start + len(words)))


def computation(figures: Figures) -> Computation:
    share = check_from_parts(figures["b19.us-aid"], divide_by=figures["R88"], figures=figures)
    return Computation(
        ask="What share of one year’s US GDP is $65.9 billion?",
        value=share.value,
        shown="0.23%",
        unit="percent of GDP",
        low=Decimal("0.22"),
        high=Decimal("0.26"),
        estimate_low=Decimal(0),
        estimate_high=Decimal(10),
        working=share.working,
        figures=tuple(figure.id for figure in share.figures),
        perspective="That is 23 cents out of every 100 dollars of one year.",
        slips=(NumberSlip(Decimal("0.0799"), "That is the share per year. The article gives the sum.", "per year"),),
        take=("b19.us-aid", "b19.uk-aid"),
        divide_by=("R88", "R17", "nato-population.united-states.2024"),
        rates=("R27",),
    )


def us_aid(pack: Pack, use: str = "solo", **changed: object) -> Item:
    """Is $65.9 billion over 3% of US GDP?"""
    made = Item(
        id=f"us-aid-share-{use}",
        revision=1,
        lesson="03",
        use=use,
        kind="number",
        topic="US aid and US GDP",
        prompt="Does “over 3% of its GDP” hold up?",
        key="not_supported",
        judged_by="box",
        options={
            "not_supported": Option("The sum is about a quarter of one percent, more than ten times less."),
            "supported": Option("Work it out: the sum is far below one percent.", "percent unchecked"),
            "undetermined": Option("Both numbers are known, so it can be settled.", "holds back"),
        },
        explanation="$65.9 billion over $28.7 trillion is 0.23%.",
        next_step="Divide before you believe a percentage.",
        hints=("Which number is the whole?", "The whole is one year’s GDP.", "Divide 65.9 by 28,720."),
        favours="nobody",
        targets=(quote(pack, "b19.s2", "representing over 3% of its GDP"),),
        computation=computation(pack.figures),
        why="A share needs a part and a whole in one currency.",
        evidence=("R88",),
        as_of="2025-02-12",
        steps=("The part is the aid.", "The whole is one year’s GDP.", "Part divided by whole gives the share."),
        given=2 if use == "faded" else 0,
    )
    return replace(made, **changed)  # type: ignore[arg-type]
