"""Somebody who answers everything that a page asks, knowing no key: by what can be pressed and written in."""

from __future__ import annotations

import random
from collections.abc import Callable

from playwright.sync_api import Locator, Page

from readtwice.activities.ledger.widget import ENOUGH_PINS
from readtwice.words import say
from tests.browser.lab import PATIENCE
from tests.browser.own_run import wait_for_own_run

MOST = 150
"""Presses on one widget, by which it has asked all that it asks."""

OWN_TEXT = """# Harbor to close for repairs

The town will close its harbor from 3 May to 12 May, mayor Ada Brink said on Monday. Repairs will cost 4 million euros.

Brink said that 40 of the 80 berths are unsafe. The repairs will cost 5 million euros, she said on Tuesday.

## A shocking delay

Fishers will lose ten days of work. “It is the worst month for us,” said Olav Moen, who speaks for 60 crews.
"""

_UNPRESSED = """node => [...node.querySelectorAll('[role=group]')].findIndex(group => {
const buttons = [...group.querySelectorAll(':scope > button:not(.rt-tagword, [data-key^=surprise-])')];
return buttons.length && group.checkVisibility()
  && buttons.every(one => one.getAttribute('aria-pressed') === 'false'); })"""
"""The first question that has no answer yet: a row of choices of which none is pressed."""

_COUNTING = """() => { const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
if (window.unanswered) return;
const waiting = window.unanswered = new Set();
kernel.anyMessage.connect((_, { msg, direction }) => {
  if (direction === 'send' && msg.channel === 'shell') waiting.add(msg.header.msg_id);
  else if (msg.content.execution_state === 'idle') waiting.delete(msg.parent_header.msg_id);
}); }"""
"""Count the messages to the kernel that it is not done with."""

_SETTLED = """() => new Promise(done => {
let quiet = 0;
const look = () => {
  quiet = window.unanswered.size ? 0 : quiet + 1;
  if (quiet > 2) done();
  else setTimeout(look, 40);
};
look(); })"""
"""Every message has its answer, and what it brought is drawn: a widget waits 40 ms where it is pressed just now."""


class Learner:
    """Answers by chance, always in the same way for one seed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)

    def answer_all(self, page: Page, panel: str) -> int:
        """Answer all that the widgets of a page ask. Returns the number of presses."""
        wait_for_own_run(page, PATIENCE)
        widgets = page.locator(f"{panel} section.rt:not([aria-label='{say('start.name')}'])")
        return sum(self.answer(widgets.nth(place)) for place in range(widgets.count()))

    def answer(self, widget: Locator) -> int:
        """Answer all that one widget asks. Returns the number of presses."""
        widget.page.evaluate(_COUNTING)
        for presses in range(MOST):
            widget.evaluate("node => node.querySelectorAll('details').forEach(one => one.open = true)")
            if not any(way(widget) for way in self._ways()):
                return presses
            widget.page.evaluate(_SETTLED)
        raise AssertionError(f"{widget.get_attribute('aria-label')} goes on asking")

    def _ways(self) -> list[Callable[[Locator], bool]]:
        looking = [self._open, self._paste, self._choose, self._estimate, self._number, self._tag]
        return [*looking, self._order, self._pin, self._rewrite, self._write, self._off_page, self._hunt, self._go_on]

    def _open(self, widget: Locator) -> bool:
        """A closed card of a shelf or a page of results, while the budget lasts."""
        return self._press(widget, "[data-key^='open-']:not([aria-disabled=true])")

    def _choose(self, widget: Locator) -> bool:
        place = widget.evaluate(_UNPRESSED)
        if place < 0:
            return False
        self._any(widget.locator("[role=group]").nth(place).locator("> button")).click()
        return True

    def _estimate(self, widget: Locator) -> bool:
        slider = _shown(widget, "[data-key=slider]")
        if not slider.count():
            return False
        slider.click()
        return self._press(widget, "[data-key=set]")

    def _number(self, widget: Locator) -> bool:
        box = _shown(widget, "input[data-key=box-number], input[data-key=after-number]")
        if not box.count():
            return False
        if self._press(widget, "[data-key=give-up]"):
            return True
        box.fill(str(self._chance.randint(1, 99)))
        return self._press(widget, "[data-key=check]")

    def _tag(self, widget: Locator) -> bool:
        words = _shown(widget, ".rt-tagword")
        if not words.count() or _shown(widget, "[data-key=again]").count():
            return False
        for _ in range(3):
            self._any(_shown(widget, "[data-key^=tool-]:not([data-key=tool-none])")).click()
            self._any(_shown(widget, ".rt-tagword.rt-tag-none")).click()
        return self._press(widget, "[data-key=check]")

    def _order(self, widget: Locator) -> bool:
        ordered = widget.locator("[data-key=result]")
        return ordered.count() > 0 and not ordered.text_content() and self._press(widget, "[data-key=check]")

    def _pin(self, widget: Locator) -> bool:
        if widget.locator(".rt-pin").count() >= ENOUGH_PINS or not _shown(widget, "[data-key^=pin-]").count():
            return False
        self._any(_shown(widget, ".rt-sentence")).click()
        return self._press(widget, "[data-key^=pin-]")

    def _rewrite(self, widget: Locator) -> bool:
        box = _shown(widget, "textarea[data-key=box]")
        if not box.count() or box.input_value():
            return False
        box.fill("A man in a suit speaks at a table.")
        return self._press(widget, "[data-key=check]")

    def _write(self, widget: Locator) -> bool:
        """The boxes of a fact-check, and its evidence."""
        if widget.locator("[data-key^=use-]").count() and not widget.locator("[data-key^=use-]:checked").count():
            return self._press(widget, "[data-key^=use-]:not([data-key=use-own])")
        for box in _shown(widget, "[data-key^=step-]").all():
            if not box.input_value():
                box.fill("It says so, and the record says otherwise.")
                box.press("Tab")
                return True
        return False

    def _off_page(self, widget: Locator) -> bool:
        """What two minutes elsewhere brought, in three boxes; each is saved when it is left."""
        boxes = _shown(widget, "[data-key=typed], [data-key=where], [data-key=says]").all()
        empty = [box for box in boxes if not box.input_value()]
        for box in empty:
            box.fill("Two pages that do not copy from each other agree.")
            box.press("Tab")
        return bool(empty)

    def _paste(self, widget: Locator) -> bool:
        box = _shown(widget, "textarea[data-key=paste]")
        if not box.count() or widget.locator("[data-key=section-parts]").count():
            return False
        box.fill(OWN_TEXT)
        return self._press(widget, "[data-key=read]")

    def _hunt(self, widget: Locator) -> bool:
        none = _shown(widget, "[data-key=none]")
        return (
            bool(none.count()) and not widget.locator(".rt-feedback").count() and self._press(widget, "[data-key=none]")
        )

    def _go_on(self, widget: Locator) -> bool:
        return self._press(widget, "[data-key=next][aria-disabled=false]")

    def _press(self, widget: Locator, selector: str) -> bool:
        found = _shown(widget, selector)
        if not found.count():
            return False
        self._any(found).click()
        return True

    def _any(self, found: Locator) -> Locator:
        return found.nth(self._chance.randrange(found.count()))


def _shown(widget: Locator, selector: str) -> Locator:
    return widget.locator(selector).filter(visible=True)
