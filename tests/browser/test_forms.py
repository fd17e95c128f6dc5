"""Lessons 00, 08 and 09 as a student works them: cards before, after and on a fresh text, answers, score card."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from readtwice.pack import load_pack
from readtwice.pack.item import CLEAN
from readtwice.words import say, words
from tests.browser.forms import answer_all, run
from tests.browser.lab import Lab
from tests.browser.pages import axe_findings, cut_off, named


def answer_all_by_keyboard(page: Page, occasion: str, count: int) -> None:
    """The same without a mouse: a step of Tab from each new card leads to its answers."""
    form = named(page, say(f"form.title.{occasion}"))
    form.locator(".rt-scale button").first.focus()
    for answered in range(1, count + 1):
        expect(form.locator(".rt-scale button").first).to_be_focused()
        page.keyboard.press("Enter")
        if answered < count:
            expect(form.locator(".rt-progress")).to_contain_text(say("form.tally", answered=answered, count=count))
            expect(form.locator('[data-key="card"]')).to_be_focused()
            page.keyboard.press("Tab")
    expect(form).to_contain_text(say("form.done"))


def side_by_side(page: Page, occasion: str) -> bool:
    """Whether the card stands beside its story. Below it is the other way, where there is no room."""
    form = named(page, say(f"form.title.{occasion}"))
    story, card = (form.locator(one).bounding_box() for one in (".rt-story", ".rt-beside-card"))
    assert story
    assert card
    return card["x"] >= story["x"] + story["width"] and abs(card["y"] - story["y"]) < 40


def settled_in(review: Locator, count: int) -> None:
    """Turn every answered card over. Each has its feedback; what settles it stands where the text does settle it."""
    while review.locator('[data-key="previous"]').get_attribute("aria-disabled") == "false":
        review.locator('[data-key="previous"]').click()
    settled = 0
    for number in range(1, count + 1):
        expect(review.locator(".rt-progress")).to_have_text(say("form.progress", number=number, count=count))
        expect(review.locator(".rt-feedback")).to_be_visible()
        settled += review.get_by_text(say("form.decided_by")).count()
        if number < count:
            review.get_by_role("button", name=say("form.next")).click()
    assert count // 2 < settled <= count, "a card that is left open says nothing of it"


def test_eight_cards_by_keyboard_alone_then_a_code_and_no_feedback(lab: Lab, tall_page: Page) -> None:
    page = tall_page
    run(lab, page, "before")
    form = named(page, say("form.title.before"))
    assert side_by_side(page, "before")
    form.locator(".rt-scale button").first.focus()
    for number in range(8):
        expect(form.locator(".rt-progress")).to_contain_text(say("form.tally", answered=number, count=8))
        if number:  # the focus stands on the new card, or on the new story: a step of Tab leads to the answers
            expect(form.locator(f'[data-key="{"story" if number == 4 else "card"}"]')).to_be_focused()
            page.keyboard.press("Tab")
        expect(form.locator(".rt-scale button").first).to_be_focused()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
    expect(form).to_contain_text(say("form.done"))
    code = form.get_by_role("textbox", name=say("result_code.label")).input_value()
    assert len(code) == 29
    shown = form.evaluate("node => node.textContent")  # inner text is empty out of view
    assert not any(option.feedback in shown for item in load_pack("form-a").items for option in item.options.values())
    events = lab.events(page)
    assert {(event.occasion, event.sureness) for event in events} == {("before", "think_so")}
    assert axe_findings(page) == []
    for width in (320, 200):
        assert cut_off(page, width) == []
        assert not side_by_side(page, "before")


@pytest.mark.slow
def test_before_after_and_a_fresh_text_whole(lab: Lab, tall_page: Page) -> None:
    page = tall_page
    run(lab, page, "before")
    answer_all(page, "before", 8, place=4)
    run(lab, page, "after")
    review = named(page, say("form.review_title.before"))
    expect(review).to_contain_text(say("form.locked"))
    card = named(page, say("score_card.name"))
    answer_all(page, "after", 7, finished=False)
    expect(card).to_contain_text(say("score.waiting"))
    expect(review).to_contain_text(say("form.locked"))
    named(page, say("form.title.after")).locator(".rt-scale button").first.click()
    for line in (
        say("score.habit_flags"),
        say("score.habit_keeps"),
        say("score.compare_milder"),
        say("score.compare_few", count=8, few=2),
        words()["score"]["practise"]["caption"],
    ):
        expect(card).to_contain_text(line)
    review.locator('[data-key^="surprise-"]').last.click()
    expect(review.locator('[data-key="card"]')).to_be_focused()
    expect(review.locator('[data-key^="surprise-"][aria-pressed="true"]')).to_have_count(1)
    expect(review.locator(".rt-feedback.rt-not_yet")).to_be_visible()
    settled_in(review, 8)
    assert axe_findings(page) == []
    run(lab, page, "fresh")
    assert side_by_side(page, "fresh")
    answer_all_by_keyboard(page, "fresh", 16)
    answered = [event for event in lab.events(page) if event.occasion == "fresh"]
    dealt = [load_pack(event.pack).item(event.item) for event in answered]
    sound = sum(item.key == CLEAN[item.kind] for item in dealt)
    assert 0 < sound < len(dealt) == 16, "how many is drawn"
    expect(named(page, say("score_card.name"))).to_contain_text(say("score.kept", count=sound, of=sound))
    settled_in(named(page, say("form.review_title.fresh")), 16)
    assert axe_findings(page) == []
    for width in (420, 320, 200):
        assert cut_off(page, width) == []
        assert axe_findings(page) == []
