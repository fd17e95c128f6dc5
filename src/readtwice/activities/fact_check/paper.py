"""On paper: a fact-check step by step, and drafts that lack something."""

from __future__ import annotations

from readtwice.activities.fact_check.about import FACT_CHECK
from readtwice.activities.fact_check.part import MenuClaim, fact_checks_of, the_fact_checks_of
from readtwice.activities.fact_check.warnings import warnings
from readtwice.activities.fact_check.widget import draft_rows, model_lines, written_draft
from readtwice.markup import Html, html, joined, listed
from readtwice.pack import Pack
from readtwice.pack.paper import PaperPart
from readtwice.pack.shuffled import shuffled_for
from readtwice.page.paper.parts import card, labelled, quoted, rules, short, table, text, ticks
from readtwice.page.paper.printing import Print
from readtwice.words import say, words

STEP_LINES = {"says": 2, "would_settle": 2, "evidence": 6, "computation": 2, "verdict": 0, "unknown": 2, "write": 0}
"""Lines for each step of a fact-check; the verdict is ticked, and what is written has lines of its own."""


def fact_check(pack: Pack, part: PaperPart) -> Html:
    """The menu of claims with the evidence offered, and the steps of a fact-check with room to write."""
    asked = words()["fact_check"]
    menu = joined(_claim(pack, claim, number) for number, claim in enumerate(the_fact_checks_of(pack).claims, start=1))
    step = '<div class="keep"><p><strong>{}</strong></p>{}</div>'
    steps = joined(
        html(step, f"{number}. {label}", _step(name))
        for number, (name, label) in enumerate(asked["steps"].items(), start=1)
    )
    steps += html(step, asked["checklist"], ticks(words()["fact_check_list"].values()))
    above = text(say("paper.menu")) + menu
    return above + html('<div class="new-page">{}{}</div>', rules(say("paper.my_claim"), 2), steps)


def _claim(pack: Pack, claim: MenuClaim, number: int) -> Html:
    offered = [(one, pack.evidence(one)) for one in shuffled_for("", claim.id, claim.offers)]
    lines = [f"{one.source_line} {getattr(one, 'says', '')}".strip() for _, one in offered if one]
    body = joined(quoted(pack, quote) for quote in claim.quotes) + html('<div class="fine">{}</div>', listed(lines))
    return card(FACT_CHECK + claim.id, say("paper.card", number=number, topic=claim.topic), body)


def _step(name: str) -> Html:
    asked = words()["fact_check"]
    if name == "verdict":
        return ticks(words()["fact_check_verdict"].values()) + rules(say("paper.as_of_day"))
    if name == "write":
        told = joined(rules(asked[line], 2) for line in ("fact_first", "claim_line", "fact_again"))
        return text(asked["sandwich"]) + told
    return rules("", STEP_LINES[name])


def fact_check_answers(pack: Pack, part: PaperPart) -> Html:
    """Our own fact-check of each claim: one fair way, not the only one."""
    cards = []
    for number, claim in enumerate(the_fact_checks_of(pack).claims, start=1):
        body = text(" ".join(map(short, claim.quotes)), "label")
        body += joined(labelled(step, told) for step, told in model_lines(claim))
        title = say("paper.card", number=number, topic=claim.topic)
        cards.append(card(FACT_CHECK + claim.id, title, body, "reply"))
    return text(say("paper.models")) + joined(cards)


def _drafts(pack: Pack, part: PaperPart) -> list[tuple[str, str]]:
    """The id of each draft and its title."""
    return [(f"draft-{one}", say("paper.draft", number=n)) for n, one in enumerate(part.of, start=1)]


def drafts(pack: Pack, part: PaperPart) -> Html:
    """Fact-checks by us that may lack something; the advice to choose from stands above them."""
    known = {one.id: one for one in the_fact_checks_of(pack).drafts}
    cards = []
    for draft_id, (name, title) in zip(part.of, _drafts(pack, part), strict=True):
        body = table((say("draft.step"), say("draft.written")), draft_rows(pack, known[draft_id]), look="fine")
        cards.append(card(name, title, body + rules(say("paper.lacks"), 3)))
    advice = [say(f"fact_check_warning.{code}", word="…") for code in words()["fact_check_warning"]]
    return html('<div class="box keep">{}{}</div>{}', text(say("paper.advice")), listed(advice), joined(cards))


def draft_answers(pack: Pack, part: PaperPart) -> Html:
    """The advice that each draft needs."""
    known = {one.id: one for one in the_fact_checks_of(pack).drafts}
    cards = []
    for draft_id, (name, title) in zip(part.of, _drafts(pack, part), strict=True):
        found = [one.line for one in warnings(pack, written_draft(known[draft_id]))]
        cards.append(card(name, title, listed(found) or text(say("draft.right")), "reply"))
    return joined(cards)


def _is_draft(pack: Pack, one: str) -> bool:
    held = fact_checks_of(pack)
    return held is not None and one in {draft.id for draft in held.drafts}


PRINTS = {
    "fact check": Print(fact_check, fact_check_answers, is_there=fact_checks_of),
    "drafts": Print(drafts, draft_answers, is_there=fact_checks_of, knows=_is_draft, whole=False),
}
