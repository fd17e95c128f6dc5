"""What must hold in a one-shot: it fits its lesson hour, shows only what is there, and keeps suspicion from paying."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from readtwice.pack.captions import Reading
from readtwice.pack.checks.form import blocks_of
from readtwice.pack.found import own_packs, shipped_packs
from readtwice.pack.item import Item, Quote
from readtwice.pack.one_shot import MINUTES, OneShot, Step
from readtwice.pack.pack import Pack
from readtwice.pack.problem import Problem
from readtwice.words import say

FILE = "one_shot.yaml"

NEVER_SHOWN = ("form", "exit")
"""Uses that measure: an item of such a use teaches in no lesson."""


def check_one_shot(pack: Pack) -> Iterator[Problem]:
    """Every problem of the one-shot of a pack."""
    if pack.one_shot is None:
        return
    yield from _as_a_whole(pack.one_shot, pack)
    readable: set[str] = set()
    for step in pack.one_shot.steps:
        for part in step.read:
            blocks = blocks_of(pack.article, part)
            readable |= {block.id for block in blocks}
            if not blocks:
                yield _at(step.id, say("problem.names_no_blocks", part=part[:40]), say("remedy.write_blocks"))
        yield from _shown(step, pack, readable)


def _at(where: str, message: str, remedy: str) -> Problem:
    return Problem(FILE, 0, where, message, remedy)


def _as_a_whole(one_shot: OneShot, pack: Pack) -> Iterator[Problem]:
    if one_shot.minutes != MINUTES:
        message = say("problem.minutes_differ", minutes=one_shot.minutes, planned=MINUTES)
        yield _at("", message, say("remedy.change_minutes_step"))
    if [step.cards for step in one_shot.steps if step.cards != "none"] != ["before", "after"]:
        message = say("problem.entry_and_exit_once")
        yield _at("", message, say("remedy.cards_before_and_after"))
    if one_shot.form_pack not in {*shipped_packs(), *own_packs()}:
        message = say("problem.no_form_pack", form_pack=one_shot.form_pack[:40])
        yield _at("", message, say("remedy.correct_slug"))
    known = {item.id: item for item in pack.items}
    shown = [one.item for step in one_shot.steps for one in step.items]
    captions = [one.block for step in one_shot.steps for one in step.captions]
    for twice in (one for one, count in Counter((*shown, *captions)).items() if count > 1):
        yield _at(twice, say("problem.shown_twice"), say("remedy.show_once"))
    scored = [known[one] for one in shown if one in known and known[one].is_scored]
    for asked, what in (
        (scored, say("problem.scored_items")),
        (_judged(scored), say("problem.items_to_judge")),
    ):
        flawed = sum(item.is_flawed for item in asked)
        if 2 * flawed > len(asked):
            message = say("problem.flawed_share", flawed=flawed, count=len(asked), what=what)
            yield _at("", message, say("remedy.add_clean_items"))
            return


def _judged(items: list[Item]) -> list[Item]:
    """Without the worked ones, which come with their answer."""
    return [item for item in items if item.use != "worked"]


def _shown(step: Step, pack: Pack, readable: set[str]) -> Iterator[Problem]:
    known = {item.id: item for item in pack.items}
    for one in step.items:
        item = known.get(one.item)
        if item is None or item.use in NEVER_SHOWN:
            message = say("problem.no_taught_item", item=one.item[:40])
            yield _at(step.id, message, say("remedy.name_other_use", known=", ".join(NEVER_SHOWN)))
            continue
        missing = sorted({quote.block for side in item.sides or (item.targets,) for quote in side[:1]} - readable)
        if missing:
            message = say("problem.quotes_unread", id=item.id, known=", ".join(missing))
            yield _at(step.id, message, say("remedy.read_block_first"))
    captions = {caption.block: caption for caption in pack.captions}
    for shown in step.captions:
        if shown.block not in captions:
            message = say("problem.no_such_caption", block=shown.block[:40])
            yield _at(step.id, message, say("remedy.name_caption"))
            continue
        caption = captions[shown.block]
        for words in shown.words:
            if not all(_lies_in_one(words, reading) for reading in (caption.first, caption.second)):
                message = say("problem.not_in_each_reading", text=words.text[:40], block=shown.block)
                yield _at(step.id, message, say("remedy.quote_agreed_words"))


def _lies_in_one(words: Quote, reading: Reading) -> bool:
    span = words.span
    return any(one.quote.span.start <= span.start and span.end <= one.quote.span.end for one in reading)
