"""On paper: the source shelf as cards to cut out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from readtwice.activities.shelf.part import Task, offers_for, shelf_of, the_shelf_of
from readtwice.activities.shelf.widget import source_of
from readtwice.markup import Html, html, joined, listed
from readtwice.pack import Item, Pack
from readtwice.pack.paper import PaperPart
from readtwice.page.paper.cards import answer, choices
from readtwice.page.paper.parts import card, labelled, row, rules, table, text, ticks, titled
from readtwice.page.paper.parts import part as part_html
from readtwice.page.paper.printing import Print
from readtwice.page.views import item_quotes, quote_html
from readtwice.words import say, words


def source_cards(pack: Pack, part: PaperPart) -> Html:
    """Cards of sources, open."""
    return joined(_source_card(pack, one) for one in part.of)


def _source_card(pack: Pack, card_id: str, look: str = "card") -> Html:
    """All that a card of the shelf says once it is open."""
    asked, one, source = words()["shelf"], the_shelf_of(pack).card(card_id), source_of(pack, card_id)
    facts = (("behind", one.behind), ("evidence", one.evidence), ("others", one.others), ("says", source.says))
    body = text(_face(pack, card_id), "label") + joined(labelled(asked[name].rstrip("?"), told) for name, told in facts)
    return html('<section class="{}">{}{}</section>', look, titled(card_id, source.title), body)


def _face(pack: Pack, card_id: str) -> str:
    """What can be seen of a card before it is opened, beside its title."""
    source, kind = source_of(pack, card_id), words()["shelf_kind"][the_shelf_of(pack).card(card_id).kind]
    return f"{say('shelf.from', publisher=source.publisher, kind=kind)} · {source.date}"


def _tasks(pack: Pack, part: PaperPart) -> list[Task]:
    return (
        [the_shelf_of(pack).task(one) for one in part.of or [task.item for task in the_shelf_of(pack).tasks]]
        if shelf_of(pack)
        else []
    )


def shelf(pack: Pack, part: PaperPart) -> Html:
    """Claims with the faces of their source cards and a budget. What the cards say is printed to be cut out."""
    return text(say("paper.shelf"), "lead") + joined(
        _task(pack, task, number) for number, task in enumerate(_tasks(pack, part), start=1)
    )


def _task(pack: Pack, task: Task, number: int) -> Html:
    asked, item = words()["shelf"], pack.item(task.item)
    rows = [
        [f"{source_of(pack, one.card).title}. {_face(pack, one.card)} ({one.card})", "", ""] for one in offers_for(task)
    ]
    body = joined(map(quote_html, item_quotes(pack.article, item))) + text(item.prompt)
    body += text(say("paper.budget", budget=task.budget))
    body += table((asked["source"], asked["open"], asked["ask_adds"]), rows, look="fine faces")
    body += text(say("paper.adds", adds=" · ".join(words()["shelf_adds"].values())), "label")
    body += row(text(asked["verdict"]), ticks(choices(item)), rules(say("paper.reason")))
    return card(item.id, say("paper.card", number=number, topic=item.topic), body)


def cards_to_cut(pack: Pack, lists: Iterable[PaperPart]) -> Html:
    """Every card that the shelves of a lesson offer, once, to be cut out and handed out one by one."""
    offered = dict.fromkeys(offer.card for part in lists for task in _tasks(pack, part) for offer in offers_for(task))
    return joined(_source_card(pack, one, "card cut") for one in offered)


def shelf_answers(pack: Pack, part: PaperPart) -> Html:
    """The key of each claim, and what each card adds to it."""
    asked = words()["shelf_adds"]
    return joined(
        answer(
            pack,
            pack.item(task.item),
            number,
            listed(
                f"{source_of(pack, one.card).title} ({one.card}): {asked[one.adds]}. {one.why}"
                for one in offers_for(task)
            ),
        )
        for number, task in enumerate(_tasks(pack, part), start=1)
    )


def _end(pack: Pack, parts: Sequence[PaperPart]) -> Html:
    return part_html(say("paper.to_cut"), text(say("paper.cut")) + cards_to_cut(pack, parts), "new-page")


def _has_tasks(pack: Pack) -> object:
    held = shelf_of(pack)
    return held and held.tasks


def _items(pack: Pack) -> set[str]:
    held = shelf_of(pack)
    return {task.item for task in held.tasks} if held else set()


def _sources(pack: Pack, item: Item) -> set[str]:
    held = shelf_of(pack)
    return {offer.card for task in held.tasks if task.item == item.id for offer in task.offers} if held else set()


def _is_card(pack: Pack, one: str) -> bool:
    held = shelf_of(pack)
    return held is not None and one in {card.source for card in held.cards}


PRINTS = {
    "sources": Print(source_cards, is_there=shelf_of, knows=_is_card, whole=False),
    "shelf": Print(
        shelf,
        shelf_answers,
        is_there=_has_tasks,
        knows=lambda pack, one: one in _items(pack),
        at_end=_end,
        items=_items,
        sources=_sources,
    ),
}
