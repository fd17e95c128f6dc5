"""Five learners who walk a lesson to its end by what can be pressed: careful, hasty, wrong, by keys alone, on a phone.

Each knows what it pressed, and so which card must stand at the end of a set of cards.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Locator

from readtwice.activities.told_apart.part import Page, Picture, told_apart_of
from readtwice.pack import Item, load_pack
from readtwice.pack.found import shipped_packs
from readtwice.pack.item import FLAWED, UNDETERMINED, VERDICTS
from readtwice.words import say
from tests.browser.to_the_end import Learner

SURE = {"sure_it_holds": 0, "think_so": 0, "cant_tell": 2, "think_not": 1, "sure_not": 1}
"""Which of the verdicts of a kind a tap gives, by its place."""

PRESSED = "nodes => nodes.map(one => one.dataset.key ?? '')"


def known_items() -> dict[str, Item]:
    """Every card of every pack, in all its twins, by its id."""
    packs = [load_pack(slug) for slug in shipped_packs()]
    return {item.id: item for pack in packs for item in (*pack.items, *pack.twins)}


def known_pieces() -> dict[str, Page | Picture]:
    """Every page and picture to be told apart, by its id."""
    held = [told_apart_of(load_pack(slug)) for slug in shipped_packs()]
    return {piece.id: piece for one in held if one for piece in (*one.kinds, *one.pictures)}


class Walker(Learner):
    """Chooses by chance unless told otherwise, and remembers the last verdict on each card of the widget at hand."""

    def __init__(self, seed: int = 1) -> None:
        super().__init__(seed)
        self.items = known_items()
        self.pieces = known_pieces()
        self.told_right: bool | None = None
        self.verdicts: dict[str, str] = {}
        self.cards = 0
        self.wrong: list[str] = []

    def answer(self, widget: Locator) -> int:
        self.verdicts, self.told_right = {}, None
        presses = super().answer(widget)
        if self.told_right is not None:
            heading = say("heading.matched" if self.told_right else "heading.mismatched")
            self.wrong += [] if heading in widget.inner_text() else [f"{heading} is not in: {widget.inner_text()}"]
        shown = widget.locator(".rt-set-card")
        if shown.count() and len(self.verdicts) > 1:
            self.cards += 1
            text = shown.inner_text()
            self.wrong += [f"{line} is not in: {text}" for line in self.lines() if line not in text]
            self.wrong += self.told(text)
        return presses

    def lines(self) -> Iterator[str]:
        """The lines that must stand on the card at the end of the set."""
        said = [(self.items[one], verdict) for one, verdict in self.verdicts.items()]
        for name, of in (
            ("kept", [(i, v) for i, v in said if i.is_clean]),
            ("caught", [(i, v) for i, v in said if i.is_flawed]),
            ("rightly_held_back", [(i, v) for i, v in said if i.key == UNDETERMINED]),
        ):
            if of:
                yield say(f"score.{name}", count=sum(v == i.key for i, v in of), of=len(of))
        alarms = sum(v == FLAWED[i.kind] for i, v in said if i.is_clean)
        if alarms:
            yield say("score.false_alarms", count=alarms)

    def told(self, card: str) -> list[str]:
        """What else must stand on the card of such a learner."""
        return []

    def pick(self, item: Item, asked: str, codes: list[str]) -> int:
        """Which of the choices about a card is pressed, by its place. `asked`: sure, verdict or relation."""
        return self._chance.randrange(len(codes))

    def tell(self, right: str, codes: list[str]) -> int:
        """Which answer is pressed on a page or picture to be told apart, by its place."""
        return self._chance.randrange(len(codes))

    def other(self, keys: list[str]) -> int:
        """Which of other choices is pressed, by its place."""
        return self._chance.randrange(len(keys))

    def _any(self, found: Locator) -> Any:
        keys: list[str] = found.evaluate_all(PRESSED)
        asked = keys[0].partition("-")[0]
        named = [one.partition("-")[2].rpartition("-") for one in keys]
        if asked == "said" and named[0][0] in self.pieces:
            return self._tell(found, self.pieces[named[0][0]], [code for _, _, code in named])
        item = self.items.get(named[0][0])
        if item is None or asked not in ("sure", "verdict", "relation"):
            return self.pressed(found.nth(self.other(keys)))
        codes = [code for _, _, code in named]
        place = self.pick(item, asked, codes)
        if asked != "relation":
            self.verdicts[item.id] = self.verdict_of(item, codes[place])
        return self.pressed(found.nth(place))

    def _tell(self, found: Locator, piece: Page | Picture, codes: list[str]) -> Any:
        """The state is known by its lines, as a reader knows it: whatever drawn or scrolled, they stand in its text."""
        shown: str = found.first.evaluate("node => node.closest('section.rt').textContent")
        (right,) = (one.key for one in piece.states if all(line in shown for line in one.lines))
        place = self.tell(right, codes)
        self.told_right = codes[place] == right
        return self.pressed(found.nth(place))

    def verdict_of(self, item: Item, code: str) -> str:
        """The verdict of a tap, or of a button."""
        return VERDICTS[item.kind][SURE[code]] if code in SURE else code

    def pressed(self, button: Locator) -> Any:
        """What is clicked in the place of a button."""
        return button


class Careful(Walker):
    """Right on every card, with the reason that fits."""

    def pick(self, item: Item, asked: str, codes: list[str]) -> int:
        if asked == "relation":
            return codes.index(item.relation)
        return codes.index(item.key) if asked == "verdict" else self._tap(codes, VERDICTS[item.kind].index(item.key))

    def tell(self, right: str, codes: list[str]) -> int:
        return codes.index(right)

    def told(self, card: str) -> list[str]:
        """Nothing needs a second look, but for numbers, which are given up here."""
        by_number = any(self.items[one].computation for one in self.verdicts)
        return [] if by_number or say("set_card.nothing") in card else [f"a second look at what is right: {card}"]

    def _tap(self, codes: list[str], verdict: int) -> int:
        return next(place for place, code in enumerate(codes) if SURE[code] == verdict)


class Wrong(Careful):
    """Wrong on every card: turns down what is sound, lets pass what is not, and settles what is open."""

    def tell(self, right: str, codes: list[str]) -> int:
        return next(place for place, code in enumerate(codes) if code != right)

    def told(self, card: str) -> list[str]:
        """All that was missed is offered again."""
        return [] if say("set_card.again") in card else [f"nothing is offered again: {card}"]

    def pick(self, item: Item, asked: str, codes: list[str]) -> int:
        if asked == "relation":
            return 0
        clean, flawed, _ = VERDICTS[item.kind]
        verdict = flawed if item.key == clean else clean
        return codes.index(verdict) if asked == "verdict" else self._tap(codes, VERDICTS[item.kind].index(verdict))


class Hasty(Walker):
    """Presses the first answer on every card, unread."""

    def pick(self, item: Item, asked: str, codes: list[str]) -> int:
        return 0

    def tell(self, right: str, codes: list[str]) -> int:
        return 0


class _ByKey:
    """A button that is reached and pressed by keys: to the one Tab stop of its group, Home, arrows inside, Enter.

    A group keeps its stop where it was left, and its arrows do not go round.
    """

    def __init__(self, button: Locator) -> None:
        self._button = button

    def click(self) -> None:
        self._button.evaluate(
            """node => { const group = node.closest('[role=group], ul, ol') ?? node;
            (node.tabIndex === 0 ? node : group.querySelector("[tabindex='0']") ?? node).focus(); }"""
        )
        self._button.page.keyboard.press("Home")
        for _ in range(60):
            if self._button.evaluate("node => node === document.activeElement"):
                self._button.page.keyboard.press("Enter")
                return
            self._button.page.keyboard.press("ArrowRight")
        raise AssertionError(f"no arrow leads to {self._button.get_attribute('data-key')}")


class ByKeys(Walker):
    """Touches no mouse."""

    def pressed(self, button: Locator) -> Any:
        return _ByKey(button)

    def _estimate(self, widget: Locator) -> bool:
        slider = widget.locator("[data-key=slider]").filter(visible=True)
        if not slider.count():
            return False
        slider.focus()
        for _ in range(3):
            widget.page.keyboard.press("ArrowRight")
        return self._press(widget, "[data-key=set]")


WALKERS: dict[str, type[Walker]] = {
    "careful": Careful,
    "hasty": Hasty,
    "wrong": Wrong,
    "keys": ByKeys,
    "phone": Hasty,
}
