"""Lesson 01 as a first-time student meets it, in real JupyterLab."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from readtwice.activities.ledger.part import ledger_of
from readtwice.pack import VERDICTS, Item, load_pack
from readtwice.pack.item import CLEAN, FLAWED
from readtwice.pack.shuffled import shuffled
from readtwice.record import read_folder
from readtwice.words import say, words
from tests.browser.by_mouse import verdict_button
from tests.browser.lab import PATIENCE, Lab, broken_widgets
from tests.browser.pages import axe_findings, change_theme, cut_off, focused, press

LESSON = "notebooks/01_contradictions.ipynb"
FADED, SOLO, EXIT = (say(f"deck.sets.{use}") for use in ("faded", "solo.pair", "exit"))
"""What the sets of cards are called on the page."""


def solo_cards() -> tuple[Item, ...]:
    return shuffled(load_pack("hegseth-nato-2025").items_for("01", "solo"))


def judge(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name)


def said(widget: Locator) -> Locator:
    """The feedback that shows; what is only spoken repeats it."""
    return widget.locator(".rt-feedback")


@pytest.fixture
def lesson(lab: Lab, page: Page) -> Page:
    """The lesson, open and run."""
    lab.open(page, LESSON)
    lab.run_all(page)
    expect(judge(page, EXIT)).to_be_visible()
    return page


def answer_first_card(page: Page) -> tuple[Item, str]:
    """Answer the first solo card rightly by mouse, and return it with what was said."""
    item = solo_cards()[0]
    widget = judge(page, SOLO)
    verdict_button(widget, item, item.key).click()
    if item.relation and item.is_scored:
        widget.get_by_role("button", name=item.relation, exact=True).click()
    line = item.options[item.key].feedback
    expect(said(widget).get_by_text(line)).to_be_visible()
    return item, line


def test_without_the_extension_a_page_says_that_nothing_is_running_and_how_to_begin(lab: Lab, page: Page) -> None:
    lab.open(page, LESSON, by_itself=False)
    expect(page.get_by_role("heading", name="Does it agree with itself?")).to_be_visible()
    expect(page.get_by_text(say("static.not_running")).first).to_be_visible()
    # Untrusted and not run, the article and the pairs are there to read all the same.
    expect(page.get_by_text("Mike Hegseth, a prominent figure").first).to_be_attached()
    assert broken_widgets(page) == 0
    assert page.locator("img[alt*='Run menu']").evaluate("image => image.naturalWidth") > 100


def test_run_all_starts_everything_and_returns_to_the_top(lesson: Page) -> None:
    assert broken_widgets(lesson) == 0
    assert lesson.get_by_text(say("static.not_running")).count() == 0
    expect(lesson.get_by_role("heading", name="Does it agree with itself?")).to_be_in_viewport()
    expect(lesson.get_by_text(say("start.nothing_saved"))).to_be_visible()


@pytest.mark.slow
def test_back_to_the_top_takes_the_keyboard_along(lesson: Page) -> None:
    end = lesson.get_by_role("region", name=say("end.name"))
    end.get_by_role("button", name=say("end.to_top")).focus()
    press(lesson, "Enter")
    title = lesson.get_by_role("heading", name="Does it agree with itself?")
    expect(title).to_be_in_viewport()
    expect(title).to_be_focused()


@pytest.mark.slow
def test_whoever_has_begun_to_work_is_not_taken_to_the_top(lesson: Page) -> None:
    card = judge(lesson, EXIT).locator("[data-key='next']")
    card.click()
    lesson.wait_for_timeout(1200)  # the page is sent to its top twice, the last time after 0.9 seconds
    expect(card).to_be_in_viewport()


def test_a_pair_by_mouse_is_answered_explained_and_saved(lab: Lab, lesson: Page) -> None:
    item, _ = answer_first_card(lesson)
    widget = judge(lesson, SOLO)
    expect(widget.get_by_role("status")).to_contain_text(item.options[item.key].feedback)
    for quote in item.shown:
        expect(widget.locator("mark", has_text=quote.text)).to_be_visible()
    widget.get_by_text(say("feedback.why"), exact=True).click()
    expect(said(widget).get_by_text(item.explanation)).to_be_visible()
    expect(lesson.get_by_text(re.compile(r"^Saved \d"))).to_be_visible()
    (event,) = lab.events(lesson)
    assert (event.item, event.answer[0]) == (item.id, item.key)


@pytest.mark.slow
def test_a_wrong_verdict_is_told_apart_from_a_right_one_and_may_be_tried_again(lab: Lab, lesson: Page) -> None:
    item = next(one for one in solo_cards() if one.is_clean)
    widget = judge(lesson, SOLO)
    for _ in range(solo_cards().index(item)):
        widget.get_by_role("button", name=say("judge.next"), exact=True).click()
    verdict_button(widget, item, FLAWED[item.kind]).click()
    widget.get_by_role("button", name="position", exact=True).click()
    expect(said(widget).get_by_text(say("heading.false_alarm"))).to_be_visible()
    expect(said(widget).get_by_text(item.options["clash"].feedback)).to_be_visible()
    widget.get_by_role("button", name=say("judge.again")).click()
    verdict_button(widget, item, CLEAN[item.kind]).click()
    widget.get_by_role("button", name=item.relation, exact=True).click()
    expect(said(widget).get_by_text(say("heading.right_acceptance"))).to_be_visible()
    assert [event.answer[0] for event in lab.events(lesson)] == ["clash", "no_clash"]


def test_a_pair_by_keyboard_alone_and_no_key_reaches_the_notebook(lab: Lab, lesson: Page) -> None:
    cells = lab.cell_count(lesson)
    item = solo_cards()[0]
    labels = words()["verdict_button"][item.kind]
    # Where a keyboard user stands after reading on: the text just above the cards.
    judge(lesson, SOLO).locator("[data-key='card']").focus()
    press(lesson, "Tab")
    assert focused(lesson) == labels[VERDICTS[item.kind][0]], "one Tab reaches the verdicts"
    press(lesson, *"bdxam10zcv")  # each of these edits the notebook when JupyterLab hears it
    assert lab.cell_count(lesson) == cells
    press(lesson, *["ArrowRight"] * VERDICTS[item.kind].index(item.key))
    assert focused(lesson) == labels[item.key]
    press(lesson, "Enter")
    if item.is_scored:
        relations = [b.text_content() for b in judge(lesson, SOLO).locator("[data-key^='relation-']").all()]
        assert focused(lesson) == relations[0], "the focus goes on to the second question"
        press(lesson, *["ArrowRight"] * relations.index(item.relation), "Space")
    expect(said(judge(lesson, SOLO)).get_by_text(item.options[item.key].feedback)).to_be_visible()
    lesson.wait_for_function("() => document.activeElement.dataset.key === 'feedback'")
    assert lab.cell_count(lesson) == cells
    source = lesson.evaluate(
        "() => window.jupyterapp.shell.currentWidget.content.widgets.map(c => c.model.sharedModel.getSource()).join()"
    )
    assert "bdxam" not in source


def test_the_ledger_by_keyboard_pins_fills_in_and_never_judges(lab: Lab, lesson: Page) -> None:
    ledger = lesson.get_by_role("region", name=say("ledger.name"))
    topic = ledger_of(load_pack("hegseth-nato-2025"))[0]
    wanted = [entry for entry in topic.entries if entry.quote.block in ("b06", "b11")]
    first, second = wanted[0], wanted[-1]
    for entry in (first, second):
        sentence = ledger.locator(f"[data-key='{entry.quote.sentence}']")
        sentence.focus()
        press(lesson, "Enter")
        expect(sentence).to_have_attribute("aria-pressed", "true")
        press(lesson, "Tab")
        assert focused(lesson) == say("ledger.pin", label=topic.label), "one Tab from the sentences to the rows"
        press(lesson, "Enter")
        expect(ledger.get_by_label(f"{say('ledger.columns.who')}, ¶{int(entry.quote.block[1:])}")).to_have_value(
            entry.who
        )
    who = ledger.get_by_label(f"{say('ledger.columns.who')}, ¶11")
    who.fill("Mike?")
    press(lesson, "Tab")
    expect(ledger.get_by_role("status")).to_have_text(say("ledger.saved"))
    lab.restart_and_run_all(lesson)
    expect(who).to_have_value("Mike?")
    # The article has a conflict among its own words, so its sentences are left out.
    own = ledger.inner_text().replace(ledger.locator("ol.rt-sentences").inner_text(), "")
    assert not re.search(r"clash|conflict|contradict", own, re.IGNORECASE)


def ledger_with_a_pin(page: Page) -> Locator:
    """The ledger with one sentence pinned."""
    ledger = page.get_by_role("region", name=say("ledger.name"))
    ledger.locator("[data-key='b11.s1']").click()
    ledger.locator("[data-key^='pin-']").first.click()
    expect(ledger.locator("textarea")).to_have_count(4)
    return ledger


@pytest.mark.slow
def test_what_is_typed_while_an_answer_is_on_its_way_stays(lab: Lab, lesson: Page) -> None:
    ledger = ledger_with_a_pin(lesson)
    who, position = ledger.locator("textarea").nth(0), ledger.locator("textarea").nth(1)
    who.focus()
    # Quicker than any answer, as on a slow line: one field is left, the next is being written in.
    lesson.evaluate(
        """() => { const [who, position] = document.querySelectorAll('section.rt textarea');
        window.field = position; who.select(); document.execCommand('insertText', false, 'Mike?');
        position.focus(); position.select(); document.execCommand('insertText', false, 'speaks'); }"""
    )
    expect(ledger.get_by_role("status")).to_have_text(say("ledger.saved"))
    lesson.wait_for_timeout(200)
    assert lesson.evaluate("() => field.isConnected"), "nothing is replaced under a writing hand"
    expect(position).to_be_focused()
    lesson.keyboard.type(" up")
    expect(position).to_have_value("speaks up")
    press(lesson, "Tab")
    expect(who).to_have_value("Mike?")
    expect(position).to_have_value("speaks up")
    pin = lab.events(lesson)[-1].answer[0]
    assert (pin["who"], pin["position"]) == ("Mike?", "speaks up")


@pytest.mark.slow
def test_a_slow_click_right_after_writing_is_not_lost(lesson: Page) -> None:
    ledger = ledger_with_a_pin(lesson)
    ledger.locator("textarea").first.fill("Mike?")
    ledger.locator("[data-key^='remove-']").hover()
    lesson.mouse.down()  # leaves the field, which saves it: the answer comes while the button is still held down
    expect(ledger.get_by_role("status")).to_have_text(say("ledger.saved"))
    lesson.wait_for_timeout(200)
    lesson.mouse.up()
    expect(ledger.locator("textarea")).to_have_count(0)


def test_the_reader_shows_parts_and_tells_words_on_one_click(lesson: Page) -> None:
    reader = lesson.get_by_role("region", name=say("reader.name"))
    expect(reader.get_by_text("¶4")).to_be_visible()
    expect(reader.get_by_text("¶11")).to_have_count(0)
    word = reader.locator(".rt-word").first
    word.click()
    expect(reader.locator(".rt-note")).to_be_visible()
    expect(word).to_have_attribute("aria-expanded", "true")
    press(lesson, "Enter")
    expect(reader.locator(".rt-note")).to_have_count(0)
    press(lesson, "ArrowRight", "Space")
    expect(reader.locator(".rt-word").nth(1)).to_have_attribute("aria-expanded", "true")
    reader.get_by_text(say("reader.people")).click()
    expect(reader.locator("dt", has_text="Pete Hegseth")).to_be_visible()
    for part in (2, 3):
        reader.get_by_role("button", name=say("reader.next")).click()
        begin = reader.locator("[data-key='part']", has_text=say("reader.part", number=part, count=3))
        expect(begin).to_be_focused()
        expect(begin).to_be_in_viewport()
    expect(reader.get_by_text("¶11")).to_be_visible()


def test_work_is_there_after_a_reload(lab: Lab, lesson: Page) -> None:
    _, line = answer_first_card(lesson)
    press(lesson, "Control+s")  # JupyterLab does this by itself every two minutes
    lesson.wait_for_function("() => !window.jupyterapp.shell.currentWidget.context.model.dirty")
    lesson.reload(wait_until="commit")
    tally = say("judge.tally", answered=1, count=len(solo_cards()))
    expect(judge(lesson, SOLO).get_by_text(tally)).to_be_visible(timeout=PATIENCE)
    judge(lesson, SOLO).get_by_role("button", name=say("judge.previous"), exact=True).click()
    expect(said(judge(lesson, SOLO)).get_by_text(line)).to_be_visible()


@pytest.mark.slow
@pytest.mark.parametrize("way", ["restart", "new page"])
def test_work_comes_back_by_itself_after_a_restart_and_in_a_new_session(lab: Lab, lesson: Page, way: str) -> None:
    _, line = answer_first_card(lesson)
    back: dict[str, Callable[[], None]] = {
        "restart": lambda: lab.restart_and_run_all(lesson),
        "new page": lambda: (lab.shut_down_kernels(), lab.open(lesson, LESSON), lab.run_all(lesson))[0],
    }
    back[way]()
    start = lesson.get_by_role("region", name=say("start.name"))
    expect(start).to_contain_text(f"Going on with your work. {say('start.holds_cards', count=1)}")
    judge(lesson, SOLO).get_by_role("button", name=say("judge.previous"), exact=True).click()
    expect(said(judge(lesson, SOLO)).get_by_text(line)).to_be_visible()


@pytest.mark.slow
def test_on_a_shared_machine_nothing_shows_before_the_learner_chooses(lab: Lab, lesson: Page) -> None:
    _, line = answer_first_card(lesson)
    start = lesson.get_by_role("region", name=say("start.name"))
    start.locator("[data-key='more']").click()
    start.get_by_label(say("start.ask_who")).check()
    expect(start.get_by_role("status")).to_have_text(say("start.asks"))
    lab.restart_and_run_all(lesson)
    expect(start).to_contain_text(say("start.welcome_back"))
    assert said(judge(lesson, SOLO)).get_by_text(line).count() == 0
    start.get_by_role("button", name=say("start.continue"), exact=True).click()
    expect(start).to_contain_text(say("start.continued"))
    expect(said(judge(lesson, SOLO)).get_by_text(line)).to_be_visible()


def test_start_fresh_hides_earlier_work_and_removes_nothing(lab: Lab, lesson: Page) -> None:
    _, line = answer_first_card(lesson)
    lab.restart_and_run_all(lesson)
    lesson.get_by_role("button", name=say("start.fresh"), exact=True).click()
    expect(lesson.get_by_text(say("start.started_fresh")).first).to_be_visible()
    assert said(judge(lesson, SOLO)).get_by_text(line).count() == 0
    assert len(read_folder(lab.record)[0]) == 1
    # The next page goes on with the second work, and has the first one below, told apart by its time and what it holds.
    judge(lesson, EXIT).locator("[data-key$='-think_so']").click()
    expect(said(judge(lesson, EXIT))).to_be_visible()
    lab.restart_and_run_all(lesson)
    start = lesson.get_by_role("region", name=say("start.name"))
    judge(lesson, EXIT).get_by_role("button", name=say("judge.previous"), exact=True).click()
    expect(said(judge(lesson, EXIT))).to_be_visible()
    start.locator("[data-key='more']").click()
    expect(start.get_by_text(say("start.holds_cards", count=1))).to_have_count(2)
    start.get_by_role("button", name=say("start.go_on_instead")).click()
    expect(said(judge(lesson, SOLO)).get_by_text(line)).to_be_visible()
    expect(said(judge(lesson, EXIT))).to_have_count(0)
    # Was it one person after all? Then it is one record from here on.
    start.get_by_role("button", name=say("start.mine_too")).click()
    expect(start).to_contain_text(say("start.joined"))
    expect(said(judge(lesson, EXIT))).to_be_visible()
    expect(said(judge(lesson, SOLO)).get_by_text(line)).to_be_visible()


def test_a_killed_kernel_is_said_under_the_open_page(lab: Lab, lesson: Page) -> None:
    answer_first_card(lesson)
    lab.kill_kernel(lesson)
    expect(judge(lesson, SOLO).get_by_text(say("connection.gone"))).to_be_visible()
    assert len(read_folder(lab.record)[0]) == 1


@pytest.mark.parametrize("theme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
def test_axe_finds_nothing_in_our_output(lab: Lab, tall_page: Page, theme: str) -> None:
    page = tall_page
    lab.open(page, LESSON)
    change_theme(page, f"JupyterLab {theme.title()}")
    lab.run_all(page)
    answer_first_card(page)
    judge(page, SOLO).get_by_text(say("feedback.why"), exact=True).click()
    verdict_button(judge(page, FADED), solo_cards()[0], "clash").click()
    ledger = page.get_by_role("region", name=say("ledger.name"))
    ledger.locator("[data-key='b06.s6']").click()
    ledger.locator("[data-key^='pin-']").nth(1).click()
    expect(ledger.locator("textarea").first).to_be_visible()
    page.locator(".rt-word").first.click()
    page.get_by_text(say("reader.people")).click()
    assert axe_findings(page) == []
    # The check is awake: pale text in our own output must be found, or the line above says nothing.
    page.evaluate(
        """() => { const pale = document.createElement('p'); pale.textContent = 'a pale canary';
        pale.style.cssText = 'color: #999; background: #aaa'; document.querySelector('section.rt').append(pale); }"""
    )
    assert any(finding.startswith("color-contrast") for finding in axe_findings(page))


@pytest.mark.parametrize("width", [320, pytest.param(200, marks=pytest.mark.slow)])
def test_in_a_narrow_window_nothing_is_cut_off(lab: Lab, lesson: Page, width: int) -> None:
    """200 is what JupyterLab leaves for an output in a window of 320: at a zoom of 400 %, or on a telephone."""
    answer_first_card(lesson)
    ledger = lesson.get_by_role("region", name=say("ledger.name"))
    ledger.locator("[data-key='b06.s6']").click()
    ledger.locator("[data-key^='pin-']").nth(1).click()
    expect(ledger.locator("textarea").first).to_be_visible()
    lesson.set_viewport_size({"width": 640, "height": 900})
    assert cut_off(lesson, width) == []
    # A known word of the article breaks at the end of a line as the words around it do.
    lines = "nodes => nodes.map(node => node.getClientRects().length)"
    assert max(lesson.locator(".rt-word").evaluate_all(lines)) > 1
