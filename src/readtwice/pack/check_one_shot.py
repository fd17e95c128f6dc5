"""What must hold in a one-shot: it fits its lesson hour, shows only what is there, and keeps suspicion from paying."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from readtwice.pack.captions import Reading
from readtwice.pack.check_form import blocks_of
from readtwice.pack.compiled import shipped_packs
from readtwice.pack.item import Item, Quote
from readtwice.pack.one_shot import MINUTES, OneShot, Step
from readtwice.pack.pack import Pack
from readtwice.pack.problem import Problem

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
                yield _at(step.id, f"`{part[:40]}` names no blocks", "Write it like b02-b05")
        yield from _shown(step, pack, readable)


def _at(where: str, message: str, remedy: str) -> Problem:
    return Problem(FILE, 0, where, message, remedy)


def _as_a_whole(one_shot: OneShot, pack: Pack) -> Iterator[Problem]:
    if one_shot.minutes != MINUTES:
        message = f"its steps take {one_shot.minutes} minutes, not {MINUTES}"
        yield _at("", message, "Change the minutes of a step")
    if [step.cards for step in one_shot.steps if step.cards != "none"] != ["before", "after"]:
        message = "it does not ask its entry cards once and then its exit cards once"
        yield _at("", message, "Write `cards: before` at one step and `cards: after` at a later one")
    if one_shot.form_pack not in shipped_packs():
        message = f"there is no pack `{one_shot.form_pack[:40]}` for its entry and exit cards"
        yield _at("", message, "Correct the slug, or run `readtwice check --write` on that pack first")
    known = {item.id: item for item in pack.items}
    shown = [one.item for step in one_shot.steps for one in step.items]
    captions = [one.block for step in one_shot.steps for one in step.captions]
    for twice in (one for one, count in Counter((*shown, *captions)).items() if count > 1):
        yield _at(twice, "it is shown more than once", "Show each item and caption once")
    scored = [known[one] for one in shown if one in known and known[one].is_scored]
    for asked, what in ((scored, "scored items"), (_judged(scored), "scored items that learners judge themselves")):
        flawed = sum(item.is_flawed for item in asked)
        if 2 * flawed > len(asked):
            message = f"{flawed} of {len(asked)} {what} are flawed"
            yield _at("", message, "Add clean items until at least half are clean")
            return


def _judged(items: list[Item]) -> list[Item]:
    """Without the worked ones, which come with their answer."""
    return [item for item in items if item.use != "worked"]


def _shown(step: Step, pack: Pack, readable: set[str]) -> Iterator[Problem]:
    known = {item.id: item for item in pack.items}
    for one in step.items:
        item = known.get(one.item)
        if item is None or item.use in NEVER_SHOWN:
            message = f"there is no item `{one.item[:40]}` that may be taught"
            yield _at(step.id, message, f"Name an item whose use is none of: {', '.join(NEVER_SHOWN)}")
            continue
        missing = sorted({quote.block for side in item.sides or (item.targets,) for quote in side[:1]} - readable)
        if missing:
            message = f"`{item.id}` quotes {', '.join(missing)}, which has not been read by then"
            yield _at(step.id, message, "Add the block to `read` of this step or of an earlier one")
    captions = {caption.block: caption for caption in pack.captions}
    for shown in step.captions:
        if shown.block not in captions:
            message = f"there is no caption `{shown.block[:40]}` with two readings"
            yield _at(step.id, message, "Name a block of captions/first_reading.yaml")
            continue
        caption = captions[shown.block]
        for words in shown.words:
            if not all(_lies_in_one(words, reading) for reading in (caption.first, caption.second)):
                message = f"`{words.text[:40]}` does not lie in one span of each reading of {shown.block}"
                yield _at(step.id, message, "Quote words of that caption to which each reading gives one tag")


def _lies_in_one(words: Quote, reading: Reading) -> bool:
    span = words.span
    return any(one.quote.span.start <= span.start and span.end <= one.quote.span.end for one in reading)
