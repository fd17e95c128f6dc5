"""What must hold in the parts of a pack that are one file each: speakers, dates, shelf, drift, fact-checks, forms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from readtwice.pack.check_form import check_form
from readtwice.pack.check_one_shot import check_one_shot
from readtwice.pack.check_paper import check_paper
from readtwice.pack.good_report import LENGTH
from readtwice.pack.item import VERDICTS
from readtwice.pack.pack import Pack
from readtwice.pack.problem import Problem


def check_parts(pack: Pack) -> Iterator[Problem]:
    """Every problem in those parts. Ids of sources may be those of figures too."""
    yield from _voices(pack)
    yield from _timeline(pack)
    yield from _shelf(pack)
    yield from _drifts(pack)
    yield from _fact_checks(pack)
    yield from _good_report(pack)
    yield from check_form(pack)
    yield from check_one_shot(pack)
    yield from check_paper(pack)


def _unknown(pack: Pack, file: str, where: str, evidence: tuple[str, ...]) -> Iterator[Problem]:
    for one in evidence:
        if pack.evidence(one) is None:
            remedy = "Add it to sources.csv or figures.csv, or correct the id"
            yield Problem(file, 0, where, f"source `{one}` does not exist", remedy)


def _gradable(pack: Pack, evidence_id: str) -> bool:
    evidence = pack.evidence(evidence_id)
    return evidence is not None and evidence.is_gradable


def _voices(pack: Pack) -> Iterator[Problem]:
    if pack.voices is None:
        return
    speakers, occasions = ({one.id for one in some} for some in (pack.voices.speakers, pack.voices.occasions))
    for voice in pack.voices.quotes:
        for name, value, known in (("speaker", voice.speaker, speakers), ("occasion", voice.occasion, occasions)):
            if value not in known:
                remedy = f"Use one of: {', '.join(sorted(known))}"
                yield Problem("voices.yaml", 0, voice.id, f"{name} `{value[:40]}` is not listed", remedy)
    spans = sorted((voice.quote.span.start, voice.quote.span.end, voice.id) for voice in pack.voices.quotes)
    for (_, end, one), (start, _, other) in pairwise(spans):
        if start < end:
            message = f"its words overlap with those of `{one}`"
            yield Problem("voices.yaml", 0, other, message, "Give each word to one speaker")


def _timeline(pack: Pack) -> Iterator[Problem]:
    if pack.timeline is None:
        return
    file = "timeline.yaml"
    for event in pack.timeline.events:
        try:
            date.fromisoformat(event.day)
        except ValueError:
            yield Problem(file, 0, event.id, f"`{event.day[:40]}` is not a day", "Write it like 2025-02-12")
        yield from _unknown(pack, file, event.id, (event.source,))
        if pack.evidence(event.source) and not _gradable(pack, event.source):
            message = f"`{event.source}` was not read or is below tier trade"
            yield Problem(file, 0, event.id, message, "Cite a better source")
    for statement in pack.timeline.statements:
        yield from _unknown(pack, file, statement.id, statement.evidence)
        by_record = statement.by == "look it up" and statement.fit != "can't tell"
        if by_record and not any(_gradable(pack, one) for one in statement.evidence):
            message = "it is judged by looking it up, but rests on nothing that was read, of tier trade or better"
            yield Problem(file, 0, statement.id, message, "Name such a source, or make it can't tell")


def _shelf(pack: Pack) -> Iterator[Problem]:
    if pack.shelf is None:
        return
    file, cards = "shelf.yaml", {card.source for card in pack.shelf.cards}
    items = {item.id: item for item in pack.items}
    for card in pack.shelf.cards:
        yield from _unknown(pack, file, card.source, (card.source,))
        if card.source in pack.figures:
            yield Problem(file, 0, card.source, "a card is a source, not a figure", "Take a row of sources.csv")
    for task in pack.shelf.tasks:
        item = items.get(task.item)
        if item is None or item.judged_by != "shelf":
            message = f"`{task.item[:40]}` is no item that is judged by shelf"
            yield Problem(file, 0, task.item, message, "Correct the id or the item")
            continue
        for offer in task.offers:
            if offer.card not in cards:
                yield Problem(file, 0, task.item, f"card `{offer.card[:40]}` does not exist", "Correct the id")
        settling = [offer.card for offer in task.offers if offer.adds == "settles"]
        if item.is_scored and not any(_gradable(pack, one) for one in settling):
            message = "it is scored, but no card that settles it was read, of tier trade or better"
            yield Problem(file, 0, task.item, message, "Offer such a card, or key it `undetermined`")
        if not item.is_scored and settling:
            message = f"it is keyed `{item.key}`, but `{settling[0]}` settles it"
            yield Problem(file, 0, task.item, message, "Change the key or the card")
        if task.budget >= len(task.offers):
            yield Problem(file, 0, task.item, "all cards can be opened", "Lower the budget or offer more cards")


def _drifts(pack: Pack) -> Iterator[Problem]:
    for row in pack.drifts.rows if pack.drifts else ():
        yield from _unknown(pack, "drifts.yaml", row.id, (row.source,))
        evidence = pack.evidence(row.source)
        if evidence is not None and not evidence.read:
            message = f"the text of `{row.source}` was not read"
            yield Problem("drifts.yaml", 0, row.id, message, "Take a source whose text was read")


def _fact_checks(pack: Pack) -> Iterator[Problem]:
    file, items = "fact_checks.yaml", {item.id for item in pack.items}
    if pack.fact_checks is None:
        return
    for draft in pack.fact_checks.drafts:
        yield from _unknown(pack, file, draft.id, draft.evidence)
        if draft.claim not in {claim.id for claim in pack.fact_checks.claims}:
            yield Problem(file, 0, draft.id, f"there is no claim `{draft.claim[:40]}`", "Correct the id")
    for claim in pack.fact_checks.claims:
        yield from _unknown(pack, file, claim.id, claim.offers)
        if claim.item and claim.item not in items:
            yield Problem(file, 0, claim.id, f"there is no item `{claim.item[:40]}`", "Correct the id")
        if not set(claim.settles) <= set(claim.offers):
            yield Problem(file, 0, claim.id, "`settles` names what is not in `offers`", "Offer it too")
        if (claim.verdict == VERDICTS["claim"][2]) == bool(claim.settles):
            message = f"the verdict is `{claim.verdict}`, which does not go with what `settles` names"
            yield Problem(file, 0, claim.id, message, "Change the verdict or the list")
        for one in claim.settles:
            if pack.evidence(one) and not _gradable(pack, one):
                message = f"`{one}` was not read or is below tier trade"
                yield Problem(file, 0, claim.id, message, "Let the verdict rest on a better source")


def _good_report(pack: Pack) -> Iterator[Problem]:
    report, file = pack.good_report, "good_report.yaml"
    if report is None:
        return
    low, high = LENGTH
    if not low <= report.length <= high:
        yield Problem(file, 0, "", f"the report has {report.length} words", f"Write {low} to {high}")
    for sentence in (report.headline, *report.sentences):
        where = " ".join(sentence.text.split()[:5])
        yield from _unknown(pack, file, where, sentence.sources)
        if not any(_gradable(pack, one) for one in sentence.sources):
            message = "the sentence rests on nothing that was read, of tier trade or better"
            yield Problem(file, 0, where, message, "Name such a source, or take the sentence out")
