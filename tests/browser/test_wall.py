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
from readtwice.activities.projector.verbs import project as project_card
from readtwice.activities.projector.widget import STAGES, Projector
from readtwice.activities.vote.asked import decks
from readtwice.activities.vote.ballots import Ballot, new_number, read_call, write_ballot
from readtwice.activities.vote.wall import VoteWall
from readtwice.classroom.reporting.again import lesson_again
from readtwice.classroom.reporting.hand_ins import shown_again
from readtwice.pack import Item, Pack, load_pack
from readtwice.pack.found import shipped_packs
from readtwice.page.base import PageWidget
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


def project(pack: Pack, record: Record) -> Projector:
    record.continue_()
    return project_card(pack, record)


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
    projector = project(pack, Record(folder, pack.slug))
    yield "widget", {"it": projector}
    yield from stages_of(projector)


def stages_of(projector: Projector) -> Iterator[tuple[str, dict[str, Any]]]:
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


def all_unfit(wall: Page, widget: PageWidget, stages: Iterator[tuple[str, dict[str, Any]]]) -> tuple[int, Any]:
    """How many screens there were, and what does not fit on which."""
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
    return seen, found


@pytest.mark.parametrize("slug", [slug for slug in shipped_packs() if load_pack(slug).one_shot])
def test_each_card_of_the_projector_fits_the_screen_at_each_stage(wall: Page, slug: str, tmp_path: Path) -> None:
    stages = every_stage(load_pack(slug), tmp_path)
    widget = next(stages)[1]["it"]
    seen, found = all_unfit(wall, widget, stages)
    assert seen > 40
    assert found == {}


@pytest.mark.slow
@pytest.mark.parametrize("slug", [slug for slug in shipped_packs() if not load_pack(slug).one_shot])
def test_each_card_of_a_lesson_without_a_one_shot_fits_the_screen(wall: Page, slug: str, tmp_path: Path) -> None:
    pack = load_pack(slug)
    if pack.form or not pack.items:
        pytest.skip("it only measures, and stands on the wall as a card to go over again")
    stages = every_stage(pack, tmp_path)
    widget = next(stages)[1]["it"]
    seen, found = all_unfit(wall, widget, stages)
    assert seen > 5
    assert found == {}


def may_be_gone_over(pack: Pack) -> list[Item]:
    """The cards that a report may name, in each of their states."""
    return [item for item in (*pack.items, *pack.twins) if item.use in ("form", "exit")]


@pytest.mark.slow
@pytest.mark.parametrize("slug", [slug for slug in shipped_packs() if may_be_gone_over(load_pack(slug))])
def test_each_card_to_go_over_again_fits_the_screen(wall: Page, slug: str, tmp_path: Path) -> None:
    """With its story before it: as it is first voted on, and with what the text shows."""
    pack, seen, found = load_pack(slug), 0, {}
    for number, item in enumerate(may_be_gone_over(pack)):
        lesson = lesson_again(shown_again(pack, item, 3, 28, is_clear=True))
        projector = project(lesson, Record(tmp_path / str(number), slug))
        if not seen:
            begin(wall, projector, projector.view)
            full_screen(wall, wall.locator("[data-key='full-screen']"))
        for name, view in stages_of(projector):
            if not name.endswith((STAGES[0], STAGES[-1])):
                continue
            wall.evaluate("view => { view.classes = Math.random(); window.view = view; window.heard(); }", view)
            seen += 1
            if unfitting := unfit(wall):
                found[f"{item.id} {item.state} {name}"] = unfitting
    assert seen > 6
    assert found == {}


@pytest.mark.slow
def test_each_card_to_vote_on_by_phone_fits_the_screen_before_and_with_its_key(wall: Page, tmp_path: Path) -> None:
    votes, seen, found = VoteWall(), 0, {}
    votes._take(None, {"type": "folder", "path": str(tmp_path), "number": "0"}, [])
    begin(wall, votes, votes.view)
    full_screen(wall, wall.locator("[data-key='full']"))
    assert unfit(wall) == []
    call = read_call(tmp_path)
    assert call
    for _ in range(28):
        write_ballot(tmp_path, new_number(), Ballot(call.vote, call.round))
    for deck in decks():
        votes._take(None, {"type": "deck", "code": deck.code, "number": deck.code}, [])
        for index, item in enumerate(deck.items):
            votes._take(None, {"type": "card", "index": index, "number": f"{deck.code}.{index}"}, [])
            wall.evaluate(AGAIN, votes.view)
            hidden = unfit(wall)
            votes._take(None, {"type": "show", "number": f"{deck.code}.{index}.shown"}, [])
            wall.evaluate(AGAIN, votes.view)
            wall.locator("[data-key='key']").click()
            assert wall.locator(".rt-note").count() == 1
            seen += 1
            if unfitting := hidden + unfit(wall):
                found[f"{deck.code} {item}"] = unfitting
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
