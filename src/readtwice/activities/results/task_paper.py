"""On paper: the pages of results that measure. As with forms, even and odd slips and neighbours get different ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readtwice.activities.results.lesson_paper import result_rows, strips
from readtwice.activities.results.part import Page, Task, page_in, the_pages_of
from readtwice.markup import Html, joined
from readtwice.pack import Item, Pack, load_pack
from readtwice.pack.found import shipped_packs
from readtwice.pack.paper import PaperPart
from readtwice.pack.shuffled import shuffled_for
from readtwice.page.paper.cards import answer, choices
from readtwice.page.paper.parts import card, row, text, ticks
from readtwice.page.paper.parts import part as part_html
from readtwice.page.paper.sheets import SHEETS, least_alike
from readtwice.words import say

HALVES = {"before": ("first", "second"), "after": ("second", "first"), "fresh": ("whole",)}
"""On each occasion the task of the even slips, then that of the odd ones, as on screen."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    who: str
    page: Page
    pack: Pack
    item: Item
    end: str


def _sheets(part: PaperPart) -> Iterator[_Sheet]:
    slug, occasion = part.of
    pack = load_pack(slug)
    tasks: dict[str, Task] = {task.half: task for task in the_pages_of(pack).tasks}
    names = (say("paper.even"), say("paper.odd")) if len(HALVES[occasion]) > 1 else ("",)
    states: dict[tuple[str, str], Item] = {}
    for who, half in zip(names, HALVES[occasion], strict=True):
        for letter in SHEETS:
            task, seed = tasks[half], f"sheet {letter} {occasion}"
            neighbours = [item for (_, other), item in states.items() if other != letter]
            states[half, letter] = item = _unlike(neighbours, pack, task, seed)
            if part.sheets and (letter not in part.sheets or half != _half_of(letter, occasion)):
                continue
            page = page_in(task, task.state(item.state), shuffled_for(seed, task.id, [one.id for one in task.results]))
            name = say("paper.sheet", letter=letter)
            end = f"-{occasion}-{letter}".lower()
            yield _Sheet(name if part.sheets else f"{who} {name}".strip(), page, pack, item, end)


def _unlike(neighbours: Sequence[Item], pack: Pack, task: Task, seed: str) -> Item:
    """A task in a state that no neighbour has, though theirs be of another task."""
    drawn = least_alike(pack, seed, [task.id], lambda draw: sum(one.state == draw[task.id].state for one in neighbours))
    return drawn[task.id]


def _half_of(letter: str, occasion: str) -> str:
    """With one letter for each half, as with forms: the half that a letter has."""
    halves = HALVES[occasion]
    return halves[SHEETS.index(letter) % len(halves)]


def task_sheet(pack: Pack, part: PaperPart) -> Html:
    """Each page of results with its claim: one tick gives verdict and sureness together."""
    return text(say("paper.search_task_alone" if part.sheets else "paper.search_task"), "lead") + joined(
        text(one.who, "heading")
        + card(
            one.item.card + one.end,
            say("paper.card", number=1, topic=one.page.task.topic),
            result_rows(one.page) + row(text(one.item.prompt), ticks(choices(one.item))),
        )
        for one in _sheets(part)
    )


def task_answers(pack: Pack, part: PaperPart) -> Html:
    """The key of each, with what decides it. That of before is kept as long as the key of the cards."""
    keep = text(say("paper.keep_until")) if part.of[1] == "before" else Html()
    return keep + joined(
        text(one.who, "heading") + answer(one.pack, one.item, 1, Html(""), one.end) for one in _sheets(part)
    )


def task_end(pack: Pack, parts: Sequence[PaperPart]) -> Html:
    """What stands behind each result, as strips to be handed out: those of each sheet under its name."""
    made = joined(
        text(f"{one.who} · {one.page.task.topic}", "heading") + strips(one.page, one.end)
        for part in parts
        for one in _sheets(part)
    )
    return part_html(say("paper.strips_to_cut"), text(say("paper.cut_results")) + made, "new-page")


def knows(pack: Pack, one: str) -> bool:
    """Whether a part may name it: a form, or an occasion."""
    return one in HALVES or one in shipped_packs()
