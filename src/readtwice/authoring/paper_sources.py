"""On paper: the source shelf with cards to cut out, signs, a good report, and the form of a fact-check."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from readtwice.authoring.paper_cards import answer, choices
from readtwice.authoring.paper_page import card, labelled, listed, quoted, row, rules, short, table, text, ticks
from readtwice.marking.fact_check import FACT_CHECK
from readtwice.marking.fact_check_warnings import warnings
from readtwice.pack import Pack
from readtwice.pack.fact_checks import MenuClaim
from readtwice.pack.paper import PaperPart
from readtwice.pack.shelf import Task
from readtwice.widgets.fact_check import draft_rows, model_lines, written_draft
from readtwice.widgets.shelf import source_of
from readtwice.words import say, words

STEP_LINES = {"says": 2, "would_settle": 2, "evidence": 6, "computation": 2, "verdict": 0, "unknown": 2, "write": 0}
"""Lines for each step of a fact-check; the verdict is ticked, and what is written has lines of its own."""


def source_cards(pack: Pack, part: PaperPart) -> str:
    """Cards of sources, open."""
    return "".join(_source_card(pack, one) for one in part.of)


def _source_card(pack: Pack, card_id: str, look: str = "card") -> str:
    """All that a card of the shelf says once it is open."""
    assert pack.shelf is not None
    asked, one, source = words()["shelf"], pack.shelf.card(card_id), source_of(pack, card_id)
    facts = (("behind", one.behind), ("evidence", one.evidence), ("others", one.others), ("says", source.says))
    body = text(_face(pack, card_id), "label") + "".join(
        labelled(asked[name].rstrip("?"), told) for name, told in facts
    )
    return f'<section class="{look}"><h3>{escape(source.title)} <code>{escape(card_id)}</code></h3>{body}</section>'


def _face(pack: Pack, card_id: str) -> str:
    """What can be seen of a card before it is opened, beside its title."""
    assert pack.shelf is not None
    source, kind = source_of(pack, card_id), words()["shelf_kind"][pack.shelf.card(card_id).kind]
    return f"{say('shelf.from', publisher=source.publisher, kind=kind)} · {source.date}"


def _tasks(pack: Pack, part: PaperPart) -> list[Task]:
    return [pack.shelf.task(one) for one in part.of or [task.item for task in pack.shelf.tasks]] if pack.shelf else []


def shelf(pack: Pack, part: PaperPart) -> str:
    """Claims with the faces of their source cards and a budget. What the cards say is printed to be cut out."""
    return text(say("paper.shelf"), "lead") + "".join(
        _task(pack, task, number) for number, task in enumerate(_tasks(pack, part), start=1)
    )


def _task(pack: Pack, task: Task, number: int) -> str:
    asked, item = words()["shelf"], pack.item(task.item)
    rows = [[f"{source_of(pack, one.card).title}. {_face(pack, one.card)} ({one.card})", "", ""] for one in task.offers]
    body = "".join(quoted(pack, quote) for quote in item.shown) + text(item.prompt)
    body += text(say("paper.budget", budget=task.budget))
    body += table((asked["source"], asked["open"], asked["ask_adds"]), rows, look="fine faces")
    body += text(say("paper.adds", adds=" · ".join(words()["shelf_adds"].values())), "label")
    body += row(text(asked["verdict"]), ticks(choices(item)), rules(say("paper.reason")))
    return card(item.id, say("paper.card", number=number, topic=item.topic), body)


def cards_to_cut(pack: Pack, lists: Iterable[PaperPart]) -> str:
    """Every card that the shelves of a lesson offer, once, to be cut out and handed out one by one."""
    offered = dict.fromkeys(offer.card for part in lists for task in _tasks(pack, part) for offer in task.offers)
    return "".join(_source_card(pack, one, "card cut") for one in offered)


def shelf_answers(pack: Pack, part: PaperPart) -> str:
    """The key of each claim, and what each card adds to it."""
    asked = words()["shelf_adds"]
    return "".join(
        answer(
            pack,
            pack.item(task.item),
            number,
            listed(
                f"{source_of(pack, one.card).title} ({one.card}): {asked[one.adds]}. {one.why}" for one in task.offers
            ),
        )
        for number, task in enumerate(_tasks(pack, part), start=1)
    )


def signs(pack: Pack, part: PaperPart) -> str:
    """Kinds of error that fit machine rewriting, as on screen."""
    assert pack.drifts is not None
    asked = words()["signs"]
    rows = [(one.sign, "; ".join(map(short, one.quotes)), one.by_hand, asked[one.weight]) for one in pack.drifts.signs]
    header = [asked[name] for name in ("sign", "where", "by_hand", "weight")]
    return table(header, rows, caption=asked["title"], look="fine")


def report(pack: Pack, part: PaperPart) -> str:
    """The good report, each sentence with the numbers of its sources, and the sources."""
    found = pack.good_report
    assert found is not None
    notes = found.notes
    told = (
        (f"{escape(one.text)} <small>[{_noted(notes, one.sources)}]</small>" for one in block.sentences)
        for block in found.paragraphs
    )
    paragraphs = "".join(f"<p>{' '.join(sentences)}</p>" for sentences in told)
    sources = [evidence.source_line for evidence in map(pack.evidence, notes) if evidence]
    note = text(f"{say('good_report.length', words=found.length)} {say('good_report.note')}", "label")
    return f'{text(found.headline.text, "heading")}{paragraphs}{note}<div class="fine">{listed(sources, "ol")}</div>'


def _noted(notes: dict[str, int], sources: Iterable[str]) -> str:
    return ", ".join(str(notes[one]) for one in sources)


def fact_check(pack: Pack, part: PaperPart) -> str:
    """The menu of claims with the evidence offered, and the steps of a fact-check with room to write."""
    assert pack.fact_checks is not None
    asked = words()["fact_check"]
    menu = "".join(_claim(pack, claim, number) for number, claim in enumerate(pack.fact_checks.claims, start=1))
    steps = "".join(
        f'<div class="keep"><p><strong>{escape(f"{number}. {label}")}</strong></p>{_step(name)}</div>'
        for number, (name, label) in enumerate(asked["steps"].items(), start=1)
    )
    checklist = ticks(words()["fact_check_list"].values())
    return (
        f"{text(say('paper.menu'))}{menu}"
        f'<div class="new-page">{rules(say("paper.my_claim"), 2)}{steps}'
        f'<div class="keep"><p><strong>{escape(asked["checklist"])}</strong></p>{checklist}</div></div>'
    )


def _claim(pack: Pack, claim: MenuClaim, number: int) -> str:
    offered = [(one, pack.evidence(one)) for one in claim.offers]
    lines = [f"{one.source_line} {getattr(one, 'says', '')}".strip() for _, one in offered if one]
    body = "".join(quoted(pack, quote) for quote in claim.quotes) + f'<div class="fine">{listed(lines)}</div>'
    return card(FACT_CHECK + claim.id, say("paper.card", number=number, topic=claim.topic), body)


def _step(name: str) -> str:
    asked = words()["fact_check"]
    if name == "verdict":
        return ticks(words()["fact_check_verdict"].values()) + rules(say("paper.as_of_day"))
    if name == "write":
        told = "".join(rules(asked[line], 2) for line in ("fact_first", "claim_line", "fact_again"))
        return text(asked["sandwich"]) + told
    return rules("", STEP_LINES[name])


def fact_check_answers(pack: Pack, part: PaperPart) -> str:
    """Our own fact-check of each claim: one fair way, not the only one."""
    assert pack.fact_checks is not None
    cards = []
    for number, claim in enumerate(pack.fact_checks.claims, start=1):
        body = text(" ".join(map(short, claim.quotes)), "label")
        body += "".join(labelled(step, told) for step, told in model_lines(claim))
        title = say("paper.card", number=number, topic=claim.topic)
        cards.append(card(FACT_CHECK + claim.id, title, body, "reply"))
    return text(say("paper.models")) + "".join(cards)


def _drafts(pack: Pack, part: PaperPart) -> list[tuple[str, str]]:
    """The id of each draft and its title."""
    return [(f"draft-{one}", say("paper.draft", number=n)) for n, one in enumerate(part.of, start=1)]


def drafts(pack: Pack, part: PaperPart) -> str:
    """Fact-checks by us that may lack something; the advice to choose from stands above them."""
    assert pack.fact_checks is not None
    known = {one.id: one for one in pack.fact_checks.drafts}
    cards = []
    for draft_id, (name, title) in zip(part.of, _drafts(pack, part), strict=True):
        body = table((say("draft.step"), say("draft.written")), draft_rows(pack, known[draft_id]), look="fine")
        cards.append(card(name, title, body + rules(say("paper.lacks"), 3)))
    advice = [say(f"fact_check_warning.{code}", word="…") for code in words()["fact_check_warning"]]
    return f'<div class="box keep">{text(say("paper.advice"))}{listed(advice)}</div>{"".join(cards)}'


def draft_answers(pack: Pack, part: PaperPart) -> str:
    """The advice that each draft needs."""
    assert pack.fact_checks is not None
    known = {one.id: one for one in pack.fact_checks.drafts}
    cards = []
    for draft_id, (name, title) in zip(part.of, _drafts(pack, part), strict=True):
        found = [one.line for one in warnings(pack, written_draft(known[draft_id]))]
        cards.append(card(name, title, listed(found) or text(say("draft.right")), "reply"))
    return "".join(cards)
