"""What must hold across a whole pack, beyond each item on its own."""

from __future__ import annotations

from collections.abc import Iterator

from readtwice.pack.check_form import check_form
from readtwice.pack.check_one_shot import check_one_shot
from readtwice.pack.item import Item
from readtwice.pack.pack import Pack
from readtwice.pack.problem import Problem

BALANCED_USES = ("solo", "practice", "recall", "form")
"""Sets in which at least half of the scored items must be clean, so that suspicion alone does not pay."""


def check_pack(pack: Pack) -> list[Problem]:
    """Every problem that shows only when a pack is seen whole."""
    return [
        *_repeated_ids(pack),
        *_repeated_questions(pack),
        *_evidence(pack),
        *_entries(pack),
        *_balance(pack),
        *_places(pack),
        *_notice(pack),
        *_figures_of_the_article(pack),
        *check_form(pack),
        *check_one_shot(pack),
    ]


def gradable(item: Item, pack: Pack) -> bool:
    """Whether a learner may be scored on this item: all that it cites or computes with was read, of tier trade or
    better. What is judged by the text alone may cite nothing; the article's own numbers may always be computed with.

    Source of the rule: the project's own rules of evidence, rule 2 (docs/packs.md, "Evidence").
    """
    return item.is_scored and not list(_not_gradable(item, pack))


def _not_gradable(item: Item, pack: Pack) -> Iterator[str]:
    """The ids of what a scored item may not rest on."""
    for evidence_id in item.evidence:
        evidence = pack.evidence(evidence_id)
        if evidence is not None and not evidence.is_gradable:
            yield evidence_id
    for figure_id in item.computation.figures if item.computation else ():
        figure = pack.figures.get(figure_id)
        if figure is not None and not (figure.is_gradable or figure.is_of_the_article):
            yield figure_id


def _at(item: Item, message: str, remedy: str) -> Problem:
    return Problem(item.file, item.line, item.id, message, remedy)


def _repeated_ids(pack: Pack) -> Iterator[Problem]:
    seen: dict[str, Item] = {}
    for item in (*pack.items, *pack.twins):
        if item.id in seen:
            first = seen[item.id]
            yield _at(item, f"the id stands already in {first.file}:{first.line}", "Give one of the two another id")
        seen.setdefault(item.id, item)


def _repeated_questions(pack: Pack) -> Iterator[Problem]:
    seen: dict[tuple[object, ...], Item] = {}
    for item in pack.items:
        quotes = frozenset(frozenset(q.span.start for q in side) for side in item.sides or (item.targets,))
        question = (item.kind, quotes, item.relation, item.judged_by)
        if question in seen:
            yield _at(
                item, f"it asks what `{seen[question].id}` asks already", "Change its sides or relation, or drop it"
            )
        seen.setdefault(question, item)


def _evidence(pack: Pack) -> Iterator[Problem]:
    for source in pack.sources:
        if source.id in pack.figures:
            message = f"`{source.id}` is the id of a figure too"
            yield Problem("sources.csv", 0, "", message, "Give one of the two another id")
    for item in (*pack.items, *pack.twins):
        for evidence in item.evidence:
            if pack.evidence(evidence) is None:
                remedy = "Add it to sources.csv or figures.csv, or correct the id"
                yield _at(item, f"source `{evidence}` does not exist", remedy)
        for evidence in dict.fromkeys(_not_gradable(item, pack)) if item.is_scored else ():
            yield _at(
                item,
                f"it is scored, but `{evidence}` was not read or is below tier trade",
                "Key it `undetermined`, or cite a better source",
            )


def _entries(pack: Pack) -> Iterator[Problem]:
    listed = {entry.entry: entry for entry in pack.entries}
    used = {item.entry for item in pack.items if item.entry}
    for item in pack.items:
        if item.entry and item.entry not in listed:
            yield _at(item, f"entry `{item.entry}` is not listed in entries.csv", "Add a row for it")
        elif item.entry and listed[item.entry].disposition != "item":
            disposition = listed[item.entry].disposition
            yield _at(item, f"entry `{item.entry}` is listed as {disposition}", "Change the row or drop the item")
    for entry in pack.entries:
        if entry.disposition == "item" and entry.entry not in used:
            message = f"entry `{entry.entry}` is listed as an item, but no item names it"
            yield Problem("entries.csv", 0, "", message, "Write the item or change the disposition")


def _balance(pack: Pack) -> Iterator[Problem]:
    sets: dict[tuple[str, str], list[Item]] = {}
    for item in pack.items:
        if item.is_scored and item.use in BALANCED_USES:
            sets.setdefault((item.lesson, item.use), []).append(item)
    for (_, use), scored in sets.items():
        flawed = sum(item.is_flawed for item in scored)
        if 2 * flawed > len(scored):
            message = f"{flawed} of {len(scored)} scored {use} items are flawed"
            yield Problem(scored[-1].file, 0, "", message, "Add clean items until at least half are clean")


def _places(pack: Pack) -> Iterator[Problem]:
    for item in pack.items:
        home = f"items/{item.lesson}/{item.use}.yaml"
        if item.file not in (home, f"items/{item.lesson}.yaml"):  # as packs have it that were written before
            yield _at(item, f"it is of lesson {item.lesson}, use {item.use}", f"Move it to {home}, or correct it")


def _notice(pack: Pack) -> Iterator[Problem]:
    if not pack.notice:
        yield Problem("article.md", 1, "", "front matter has no `notice`", "Say what the text is and who owns it")


def _figures_of_the_article(pack: Pack) -> Iterator[Problem]:
    blocks = {block.id for block in pack.article.blocks}
    for figure in pack.figures:
        if figure.is_of_the_article and figure.address not in blocks:
            message = f"figure `{figure.id}` is of tier article, but `{figure.address[:40]}` is no block of it"
            yield Problem("figures.csv", 0, "", message, "Write the block as its address, such as b03")
