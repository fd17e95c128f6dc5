"""What a class sees on the wall, whole: every card of the projector and the live view, on two sizes of screen.

The widgets stand on a page of their own, with the views that Python makes: JupyterLab adds nothing to a full screen.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

from readtwice import classroom
from readtwice.activities.projector.widget import STAGES, Projector
from readtwice.pack import Pack, load_pack
from readtwice.pack.compiled import shipped_packs
from readtwice.page.base import PageWidget
from readtwice.page.session import Session
from readtwice.record import Record, encode, form_set
from readtwice.record.card_sets import card_sets
from readtwice.record.result_code import ANSWERS

SCREENS = [(1280, 720), (1920, 1080)]
SMALLEST = 40
"""Type that a class reads is never smaller than the height of the screen by so much."""

BEGIN = """async ([script, style, words]) => {
  document.head.append(Object.assign(document.createElement("style"), { textContent: style }));
  window.wall = (await import(URL.createObjectURL(new Blob([script], { type: "text/javascript" })))).default;
  window.sent = [];
  window.show = view => {
    window.view = view;
    window.stop?.();
    window.stop = wall.render({ el: document.querySelector("#wall"), model: {
      get: name => ({ view: window.view, words })[name],
      on: (name, heard) => { if (name === "change:view") window.heard = heard; }, off() {}, set() {}, save_changes() {},
      send: message => window.sent.push(message) } });
  };
}"""

AGAIN = "view => { window.view = view; window.heard(); }"

UNFIT = """async smallestOf => {
  await new Promise(requestAnimationFrame);
  await new Promise(done => setTimeout(done));
  const root = document.fullscreenElement, smallest = innerHeight / smallestOf - 0.5, found = [];
  if (root.scrollHeight > root.clientHeight + 1) found.push(`${root.scrollHeight} > ${root.clientHeight} pixels`);
  if (root.scrollWidth > root.clientWidth + 1) found.push(`${root.scrollWidth} > ${root.clientWidth} pixels wide`);
  const body = root.querySelector('.rt-projector, .rt-live-wall');
  const read = '.rt-quote p:not(.rt-where), .rt-topic, .rt-prompt, .rt-to-read p, .rt-hands label, .rt-live-words';
  for (const one of body.querySelectorAll(read)) {
    const size = parseFloat(getComputedStyle(one).fontSize);
    if (size < smallest) found.push(`${size} px: ${one.textContent.slice(0, 40)}`);
  }
  return found;
}"""


@pytest.fixture(params=SCREENS, ids=lambda size: f"{size[0]}x{size[1]}")
def wall(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, height = request.param
    context = chromium.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.set_content('<!DOCTYPE html><html lang="en"><body style="margin: 0"><div id="wall"></div></body></html>')
    yield page
    context.close()


def begin(page: Page, widget: PageWidget, view: dict[str, Any]) -> None:
    page.evaluate(BEGIN, [widget._esm, widget._css, widget.words])
    page.evaluate("view => window.show(view)", view)


def full_screen(page: Page, button: Locator) -> None:
    button.click()
    page.wait_for_function("() => document.fullscreenElement")


def unfit(page: Page) -> list[str]:
    found: list[str] = page.evaluate(UNFIT, SMALLEST)
    return found


def every_stage(pack: Pack, folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each card of a one-shot at each of its stages, with votes of a class: a view with nothing else."""
    record = Record(folder, pack.slug)
    record.continue_()
    projector = Projector(Session(pack, record))
    yield "widget", {"it": projector}
    for place, slide in enumerate(projector.view["slides"]):
        stages = range(len(STAGES)) if slide.get("state") else range(1)
        for stage in stages:
            if slide.get("state"):
                votes = [[7 + 3 * n for n in range(len(counts))] for counts in slide["state"][1]]
                message = {
                    "type": "state",
                    "card": slide["id"],
                    "state": [stage, votes, votes],
                    "number": f"{place}.{stage}",
                }
                projector._take(projector, message, [])
            yield f"{slide['id']} {STAGES[stage]}", {**projector.view, "slides": [projector.view["slides"][place]]}


@pytest.mark.parametrize("slug", [slug for slug in shipped_packs() if load_pack(slug).one_shot])
def test_each_card_of_the_projector_fits_the_screen_at_each_stage(wall: Page, slug: str, tmp_path: Path) -> None:
    stages = every_stage(load_pack(slug), tmp_path)
    widget = next(stages)[1]["it"]
    found, seen = {}, 0
    for name, view in stages:
        if not seen:
            begin(wall, widget, view)
            full_screen(wall, wall.locator("[data-key='full-screen']"))
        else:  # another card in the same full screen: forget what was typed on the last
            wall.evaluate("view => { view.classes = Math.random(); window.view = view; window.heard(); }", view)
        seen += 1
        if unfitting := unfit(wall):
            found[name] = unfitting
    assert seen > 40
    assert found == {}


def codes() -> list[str]:
    """Answers to every card that a code can hold, by enough learners that each state of a card is dealt."""
    chance, packs = random.Random(3), [load_pack(slug) for slug in shipped_packs()]
    sets = [
        form_set(pack, half, when)
        for pack in packs
        if pack.form
        for half, when in (
            [("whole", "fresh")]
            if pack.form.stories[0].half == "whole"
            else [("first", "before"), ("second", "before")]
        )
    ]
    sets += [one for pack in packs for one in card_sets(pack) if one.occasion == "lesson"]
    return [
        encode(one, f"{256 * place + learner:010x}", chance.choices(ANSWERS[1:], k=len(one.items)))
        for place, one in enumerate(sets)
        for learner in range(10)
    ]


@pytest.mark.slow
def test_each_card_of_the_live_view_fits_the_screen_with_its_key(wall: Page) -> None:
    live = classroom.live()
    with ThreadPoolExecutor() as beside:  # the browser has this thread's loop, which does not run meanwhile
        message = {"type": "paste", "text": " ".join(codes()), "number": "1"}
        beside.submit(live._take, live, message, []).result()
    groups = [one["code"] for one in live.view["groups"]]
    assert len(groups) > 8
    begin(wall, live, live.view)
    wall.locator("[data-key='key']").click()
    full_screen(wall, wall.locator("[data-key='full']"))
    found, seen = {}, 0
    for number, group in enumerate(groups):
        live._take(live, {"type": "group", "key": group, "number": f"g{number}"}, [])
        for card in live.view["cards"]:
            wall.evaluate(AGAIN, {**live.view, "cards": [card]})
            seen += 1
            assert wall.locator(".rt-note").count() == 1
            if unfitting := unfit(wall):
                found[f"{group} {card['id']}"] = unfitting
    assert seen > 60
    assert found == {}
