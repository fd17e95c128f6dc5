"""The projector in real JupyterLab: vote, talk, vote again; by mouse, by keyboard alone, after a restart."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from readtwice.activities.projector.widget import STAGES
from readtwice.pack import Pack, load_pack
from readtwice.record import read_folder
from readtwice.words import say, words
from tests.browser.lab import Lab
from tests.browser.pages import axe_findings, change_theme, cut_off, press

NOTEBOOKS = {
    "teacher/one_shot_projector": "hegseth-nato-2025",
    "teacher/one_shot_invented_projector": "skate-park",
}
INVENTED = "teacher/one_shot_invented_projector"


def opened(lab: Lab, page: Page, name: str) -> Locator:
    lab.open(page, f"notebooks/{name}.ipynb")
    lab.run_all(page)
    pack = load_pack(NOTEBOOKS[name])
    assert pack.one_shot
    projector = page.get_by_role("region", name=say("projector.name", name=pack.one_shot.name), exact=True)
    expect(projector).to_be_visible()
    return projector


def key(projector: Locator, name: str) -> Locator:
    return projector.locator(f"[data-key='{name}']")


def stage(projector: Locator) -> str:
    return projector.locator(".rt-stages [aria-current='step']").inner_text()


def go_to(projector: Locator, topic: str) -> None:
    for _ in range(30):
        if key(projector, "card").inner_text() == topic:
            return
        key(projector, "next").click()
    raise AssertionError(f"no screen about {topic!r}")


def expect_bars(projector: Locator, *rows: list[int]) -> None:
    """The numbers of both votes: a row for each choice, of all questions."""
    expect(projector.locator(".rt-votes tbody td")).to_have_text([str(number) for row in rows for number in row])


def expect_covered(projector: Locator, *counters: str) -> None:
    """How the browser covers each counter: `disc` where its number cannot be read."""
    fields = projector.locator(".rt-hands input")
    expect(fields).to_have_count(len(counters))
    for place, cover in enumerate(counters):
        expect(fields.nth(place)).to_have_css("-webkit-text-security", cover)


def votes_by_mouse(projector: Locator, hands: list[int]) -> None:
    for line, count in zip(projector.locator(".rt-hands").all(), hands, strict=True):
        more = line.get_by_role("button").last
        for _ in range(count):
            more.click()


def topics(pack: Pack) -> list[str]:
    assert pack.one_shot
    found = [pack.item(one.item).topic for step in pack.one_shot.steps for one in step.items]
    blocks = [one.block for step in pack.one_shot.steps for one in step.captions]
    return found + [say("projector.caption", where=f"¶{int(block[1:])}") for block in blocks]


@pytest.mark.slow
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_class_goes_through_every_card_by_mouse(lab: Lab, page: Page, name: str) -> None:
    """Every card of the plan: two votes, both side by side, and only then what the text shows."""
    pack = load_pack(NOTEBOOKS[name])
    assert pack.one_shot
    page.set_viewport_size({"width": 1366, "height": 1400})
    projector = opened(lab, page, name)
    shown = {slide: words()["projector"]["stage"][slide] for slide in STAGES}
    explanations = [item.explanation for item in pack.items]
    for topic in topics(pack):
        go_to(projector, topic)
        lines = projector.locator(".rt-hands").count()
        first, second = [i % 3 for i in range(lines)], [(i + 1) % 3 for i in range(lines)]
        assert stage(projector) == shown["first"]
        votes_by_mouse(projector, first)
        assert projector.locator(".rt-votes").count() == 0
        key(projector, "stage-on").click()
        expect(projector.get_by_role("button", name=say("projector.on.second"), exact=True)).to_be_visible()
        assert projector.locator(".rt-hands, .rt-votes").count() == 0, "no count shows while the class talks"
        key(projector, "stage-on").click()
        votes_by_mouse(projector, second)
        assert projector.locator(".rt-votes").count() == 0
        text = projector.inner_text()
        assert not [one for one in explanations if one in text], "nothing is given away before the last stage"
        key(projector, "stage-on").click()
        expect_bars(projector, *map(list, zip(first, second, strict=True)))
        assert projector.locator(".rt-votes .rt-sign").count() == 0
        key(projector, "stage-on").click()
        assert stage(projector) == shown["text"]
        expect(projector.locator(".rt-feedback")).to_be_visible()  # with the answer comes the key
        assert projector.locator(".rt-votes .rt-sign").count() >= 1
    events, _ = read_folder(lab.record / "projector")
    assert {event.occasion for event in events} == {"projector"}
    assert len({event.item for event in events}) == len(topics(pack))
    assert read_folder(lab.record)[0] == (), "no learner's answers are touched"


def test_a_vote_by_keyboard_alone_a_restart_and_a_new_class(lab: Lab, page: Page) -> None:
    pack = load_pack(NOTEBOOKS[INVENTED])
    page.set_viewport_size({"width": 1366, "height": 1400})
    projector = opened(lab, page, INVENTED)
    cells = lab.cell_count(page)
    key(projector, "card").focus()
    topic = pack.item("marrowick-mayor").topic
    for _ in range(20):
        if key(projector, "card").inner_text() == topic:
            break
        key(projector, "next").click()
    quote = projector.locator(".rt-quote p:not(.rt-where)").first
    assert float(quote.evaluate("node => parseFloat(getComputedStyle(node).fontSize)")) >= 28

    key(projector, "hands-0-no_clash").focus()
    press(page, "1", "4", "Enter", "9", "ArrowUp", "ArrowUp", "ArrowDown", "Enter", "+", "+", "-")
    expect_covered(projector, "disc", "disc", "none")  # only the line that is being counted can be read
    expect(projector.locator(".rt-hands-group .rt-small-print")).to_have_text(say("projector.total", count=25))
    press(page, "Enter")
    expect(key(projector, "stage-on")).to_be_focused()
    expect_covered(projector, "disc", "disc", "disc")
    press(page, "Enter")  # talk
    expect(key(projector, "stage")).to_be_focused()
    assert pack.one_shot
    expect(key(projector, "stage")).to_have_text(pack.one_shot.step("examples").items[0].talk)
    press(page, "Tab", "ArrowRight", "Enter")
    expect(projector.get_by_role("timer")).to_have_text("1:59", timeout=5000)
    assert projector.get_by_role("timer").count() == 1
    press(page, "PageDown")
    expect(key(projector, "stage")).to_have_text(pack.item("marrowick-mayor").prompt)
    assert projector.get_by_role("timer").count() == 0
    key(projector, "hands-0-no_clash").focus()
    press(page, "2", "0", "Enter", "3", "Enter", "2", "Enter", "Enter")
    expect_bars(projector, [14, 20], [10, 3], [1, 2])
    press(page, "PageDown")
    expect(projector.locator(".rt-feedback")).to_contain_text(pack.item("marrowick-mayor").explanation)
    press(page, "PageDown")
    expect(key(projector, "card")).to_have_text(topic)  # the next card comes by its button alone
    for pressed in ("a", "d", "d", "Shift+Enter", "x", "Escape"):
        press(page, pressed)
    assert lab.cell_count(page) == cells

    assert axe_findings(page) == []
    change_theme(page, "JupyterLab Dark")
    assert axe_findings(page) == []
    change_theme(page, "JupyterLab Light")

    lab.shut_down_kernels()
    projector = opened(lab, page, INVENTED)
    expect(key(projector, "card")).to_have_text(pack.item("marrowick-boatyard").topic)
    key(projector, "previous").click()
    expect_bars(projector, [14, 20], [10, 3], [1, 2])
    press(page, "PageUp", "PageUp")
    assert stage(projector) == say("projector.stage.second")
    for width in (320, 200):
        assert cut_off(page, width) == []

    key(projector, "new-class").click()
    key(projector, "new-class-yes").click()
    expect(projector.get_by_role("status")).to_have_text(say("projector.new_class_done"))
    go_to(projector, topic)
    assert stage(projector) == say("projector.stage.first")
    assert [field.input_value() for field in projector.locator(".rt-hands input").all()] == ["0", "0", "0"]
