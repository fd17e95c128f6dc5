"""On paper: the drawn scene above a card that judges its caption. Other cards do without, to save paper."""

from __future__ import annotations

from readtwice.activities.cards.stories import picture_of
from readtwice.markup import Html
from readtwice.pack import Item, Pack
from readtwice.page.paper.parts import drawn


def drawing(pack: Pack, item: Item) -> Html:
    """The scene that a caption is judged by; empty where no caption is judged, or its story has no scene."""
    found = picture_of(pack, item)
    return drawn(found["drawing"], found["shows"], found["asks"]) if found and found["asks"] else Html()
