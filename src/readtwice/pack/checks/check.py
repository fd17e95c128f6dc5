"""What must hold across a whole pack, beyond each item on its own."""

from __future__ import annotations

from collections.abc import Iterator

from readtwice.pack.checks.form import check_form
from readtwice.pack.checks.one_shot import check_one_shot
from readtwice.pack.draw import article_with, drawn
from readtwice.pack.item import STATES, Item
from readtwice.pack.pack import Pack
from readtwice.pack.problem import Problem
from readtwice.words import say

BALANCED_USES = ("solo", "practice", "recall", "form")
"""Sets in which at least half of the scored items must be clean, so that suspicion alone does not pay."""


def check_pack(pack: Pack) -> list[Problem]:
    """Every problem that shows only when a pack is seen whole."""
    return [
        *_repeated_ids(pack),
        *_repeated_questions(pack),
        *_repeated_contradictions(pack),
        *_evidence(pack),
        *_entries(pack),
        *_balance(pack),
        *_places(pack),
        *_notice(pack),
        *_figures_of_the_article(pack),
        *_twins(pack),
        *check_form(pack),
        *check_one_shot(pack),
    ]


def not_gradable(item: Item, pack: Pack) -> Iterator[str]:
    """The ids of what a scored item may not rest on: all that it cites or computes with was read, of tier trade or
    better. What is judged by the text alone may cite nothing; the article's own numbers may always be computed with.

    Source of the rule: the project's own rules of evidence, rule 2 (docs/packs.md, "Evidence").
    """
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
            yield _at(
                item,
                say("problem.id_taken", file=first.file, line=first.line),
                say("remedy.give_another_id"),
            )
        seen.setdefault(item.id, item)


def _repeated_questions(pack: Pack) -> Iterator[Problem]:
    seen: dict[tuple[object, ...], Item] = {}
    for item in pack.items:
        quotes = frozenset(frozenset(q.span.start for q in side) for side in item.sides or (item.targets,))
        question = (item.kind, quotes, item.relation, item.judged_by)
        if question in seen:
            yield _at(
                item,
                say("problem.asks_again", id=seen[question].id),
                say("remedy.change_sides_relation_drop"),
            )
        seen.setdefault(question, item)


def _repeated_contradictions(pack: Pack) -> Iterator[Problem]:
    """Who was told of a contradiction answers from memory. So each is met once; `extra` pairs only answer a hunt."""
    met: dict[str, Item] = {}
    for item in pack.items:
        if item.contradiction and item.use != "extra":
            first = met.setdefault(item.contradiction, item)
            if first is not item:
                message = say("problem.contradiction_met_already", contradiction=item.contradiction, id=first.id)
                yield _at(item, message, say("remedy.ask_another_contradiction"))


def _evidence(pack: Pack) -> Iterator[Problem]:
    for source in pack.sources:
        if source.id in pack.figures:
            message = say("problem.id_of_figure_too", id=source.id)
            yield Problem("sources.csv", 0, "", message, say("remedy.give_another_id"))
    for item in (*pack.items, *pack.twins):
        for evidence in item.evidence:
            if pack.evidence(evidence) is None:
                remedy = say("remedy.add_evidence")
                yield _at(item, say("problem.no_source", source=evidence), remedy)
        for evidence in dict.fromkeys(not_gradable(item, pack)) if item.is_scored else ():
            yield _at(
                item,
                say("problem.scored_unread", evidence=evidence),
                say("remedy.undetermined_or_better"),
            )


def _entries(pack: Pack) -> Iterator[Problem]:
    listed = {entry.entry: entry for entry in pack.entries}
    used = {item.entry for item in pack.items if item.entry}
    for item in pack.items:
        if item.entry and item.entry not in listed:
            yield _at(item, say("problem.entry_unlisted", entry=item.entry), say("remedy.add_row"))
        elif item.entry and listed[item.entry].disposition != "item":
            disposition = listed[item.entry].disposition
            yield _at(
                item,
                say("problem.entry_as", entry=item.entry, disposition=disposition),
                say("remedy.change_row_drop_item"),
            )
    for entry in pack.entries:
        if entry.disposition == "item" and entry.entry not in used:
            message = say("problem.entry_without_item", entry=entry.entry)
            yield Problem("entries.csv", 0, "", message, say("remedy.item_or_disposition"))


def _balance(pack: Pack) -> Iterator[Problem]:
    sets: dict[tuple[str, str], list[Item]] = {}
    with_twins = {item.card for item in pack.twins if item.use != "form"}  # how many of them are flawed is drawn
    for item in pack.items:
        if item.is_scored and item.use in BALANCED_USES and item.id not in with_twins:
            sets.setdefault((item.lesson, item.use), []).append(item)
    for (_, use), scored in sets.items():
        flawed = sum(item.is_flawed for item in scored)
        if 2 * flawed > len(scored):
            message = say("problem.flawed_of_scored", flawed=flawed, count=len(scored), use=use)
            yield Problem(scored[-1].file, 0, "", message, say("remedy.add_clean_items"))


def _places(pack: Pack) -> Iterator[Problem]:
    for item in pack.items:
        home = f"items/{item.lesson}/{item.use}.yaml"
        if item.file not in (home, f"items/{item.lesson}.yaml"):  # as packs have it that were written before
            yield _at(
                item, say("problem.item_of_use", lesson=item.lesson, use=item.use), say("remedy.move_item", home=home)
            )


def _notice(pack: Pack) -> Iterator[Problem]:
    if not pack.notice:
        yield Problem("article.md", 1, "", say("problem.no_notice"), say("remedy.say_notice"))


def _figures_of_the_article(pack: Pack) -> Iterator[Problem]:
    blocks = {block.id for block in pack.article.blocks}
    for figure in pack.figures:
        if figure.is_of_the_article and figure.address not in blocks:
            message = say("problem.figure_of_no_block", id=figure.id, address=figure.address[:40])
            yield Problem("figures.csv", 0, "", message, say("remedy.write_block"))


def _twins(pack: Pack) -> Iterator[Problem]:
    """Whatever is dealt, every card, caption and number must still stand in the text: no words in another's way."""
    twins = () if pack.form else pack.twins  # check_form sees to those of a form
    for state in STATES:
        chosen: dict[str, Item] = {}
        for item in twins:
            if item.state != state:
                continue
            try:
                drawn(pack, {item.card: item})
                drawn(pack, {**chosen, item.card: item})
            except ValueError:
                yield _at(item, say("problem.twin_in_the_way"), say("remedy.one_card_a_sentence"))
                continue
            chosen[item.card] = item
            yield from _numbers_left(pack, item)


def _numbers_left(pack: Pack, twin: Item) -> Iterator[Problem]:
    """No twin may change a number that a card works with: the bench has it as printed."""
    assert twin.twin
    used = {one for item in pack.items if item.computation for one in item.computation.figures}
    told = article_with(pack.article, twin.twin.words)
    blocks = {block.id for block in told.blocks}
    for figure in (pack.figures.get(one) for one in sorted(used)):
        if figure and figure.is_of_the_article and figure.address in blocks:
            before, after = (text.quote(text.block(figure.address)) for text in (pack.article, told))
            if before.count(figure.series) > after.count(figure.series):
                message = say("problem.twin_changes_number", number=figure.series)
                yield _at(twin, message, say("remedy.change_the_claim"))
