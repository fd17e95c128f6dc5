"""The caption tagger in real JupyterLab: one caption by mouse, one by keyboard alone, axe, narrow."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from readtwice.words import say, words
from tests.browser.lab import Lab
from tests.browser.pages import axe_findings, press, tab_to

NOTEBOOK = "captions.ipynb"


def opened(lab: Lab, page: Page) -> Locator:
    cells = ["from readtwice import course\ncourse.start()", "course.captions('b09', 'b12')"]
    lab.open_cells(page, NOTEBOOK, cells)
    lab.run_all(page)
    tagger = page.get_by_role("region", name="Caption tagger: ¶9, ¶12", exact=True)
    expect(tagger).to_be_visible()
    return tagger


def word(tagger: Locator, text: str, tag: str = "none") -> Locator:
    name = f"{text}: {words()['captions']['tag'][tag]}"
    return tagger.get_by_role("group", name=say("captions.words")).get_by_role("button", name=name, exact=True)


def choose(tagger: Locator, tag: str) -> None:
    tools = tagger.get_by_role("group", name=say("captions.tool"))
    tools.get_by_role("button", name=words()["captions"]["tag"][tag], exact=True).click()


def test_one_caption_by_mouse_one_by_keyboard_and_axe_finds_nothing(lab: Lab, tall_page: Page) -> None:
    page = tall_page
    tagger = opened(lab, page)
    cells = lab.cell_count(page)
    expect(tagger).to_contain_text("We have not seen the photos.")

    # By mouse: a word, a run of words, a tag taken off.
    tagger.get_by_role("button", name=say("captions.check")).click()
    expect(tagger.get_by_role("status")).to_have_text(say("captions.tag_first"))
    choose(tagger, "seen")
    word(tagger, "aftermath").click()
    choose(tagger, "told")
    word(tagger, "missile").click()
    word(tagger, "Ukraine").click(modifiers=["Shift"])
    expect(word(tagger, "strike", "told")).to_be_visible()
    choose(tagger, "added")
    word(tagger, "of").first.click()
    word(tagger, "of", "added").click()
    expect(tagger.locator(".rt-tag-added:not(.rt-sample)")).to_have_count(0)
    expect(tagger.locator(".rt-legend")).to_contain_text("Words so far: 5.")
    tagger.get_by_role("button", name=say("captions.check")).click()
    expect(tagger.locator("[data-key='feedback']")).to_be_focused()
    expect(tagger.locator(".rt-spans li")).to_have_count(4)
    expect(tagger.locator(".rt-spans")).to_contain_text("Too little: you say no tag. Both of our readers say added.")
    assert axe_findings(page) == []

    # Try again: the tags stay, the feedback goes until the next check.
    tagger.get_by_role("button", name=say("captions.again")).click()
    expect(tagger.locator(".rt-spans")).to_have_count(0)
    expect(word(tagger, "aftermath", "seen")).to_be_visible()
    tagger.get_by_role("button", name=say("captions.next")).click()

    # By keyboard alone.
    expect(tagger.locator("[data-key='card']")).to_be_focused()
    tab_to(page, "Russian")
    press(page, "t", "Shift+ArrowRight", "ArrowRight", "1")
    expect(word(tagger, "soldiers", "told")).to_be_visible()
    expect(word(tagger, "ride", "seen")).to_be_focused()
    press(page, "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowLeft", "T")
    expect(word(tagger, "guns", "told")).to_be_focused()
    expect(word(tagger, "in")).to_be_visible()
    press(page, "End", "a", "Backspace", "A")
    expect(word(tagger, "posture", "added")).to_be_focused()
    press(page, "Control+s")
    tab_to(page, say("captions.check"))
    press(page, "Enter")
    expect(tagger.locator("[data-key='feedback']")).to_be_focused()
    expect(tagger.get_by_role("status")).to_contain_text("Over-reach: 0")
    expect(tagger.locator(".rt-spans")).to_contain_text("Our two readers differ, so nothing is marked.")
    assert axe_findings(page) == []
    assert lab.cell_count(page) == cells, "a key reached JupyterLab"

    # 320 pixels: nothing stands out to the right.
    wide = tagger.evaluate(
        """node => {
          node.style.width = '320px';
          const edge = node.getBoundingClientRect().right + 1;
          return [...node.querySelectorAll('*')].filter(one => !one.closest('.rt-unseen'))
            .filter(one => one.getBoundingClientRect().right > edge).map(one => one.outerHTML.slice(0, 120));
        }"""
    )
    assert wide == []

    # After a restart the tags are there again.
    assert [(event.item, event.answer[0]) for event in lab.events(tall_page)] == [
        ("caption-b09", ""),
        ("caption-b12", "told"),
    ]
    lab.restart_and_run_all(page)
    expect(tagger.locator(".rt-tag-told:not(.rt-sample)").first).to_be_visible()
