"""The live view as a teacher uses it on a projector: pasted chats, a folder that fills, by keyboard, for every eye."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from readtwice.marking.answer import verdict_of_sureness
from readtwice.pack import Item, load_pack
from readtwice.record import CardSet, encode, form_set
from readtwice.record.card_sets import dealt_to
from readtwice.record.result_code import ANSWERS
from readtwice.words import say, words
from tests.browser.lab import PATIENCE, Lab
from tests.browser.pages import axe_findings, change_theme, cut_off

NOTEBOOK = "notebooks/teacher/live.ipynb"
PACK = "one-shot-cards"
LOOKS = 4500
"""Milliseconds in which a page that watches a folder looks at least once."""

ONTO_THE_BOX = """(box, text) => { const data = new DataTransfer(); data.setData("text/plain", text);
box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })); }"""


def half(number: int) -> CardSet:
    return form_set(load_pack(PACK), "second" if number % 2 else "first", "before")


LEARNERS = [(half(n), random.Random(n).choices(ANSWERS[1:], k=4)) for n in range(30)]
CODES = [encode(cards, f"{n:010x}", taps) for n, (cards, taps) in enumerate(LEARNERS)]
OFF = CODES[0][:-1] + ("0" if CODES[0][-1] != "0" else "1")


def chat(numbers: range) -> str:
    return "\n".join(f"09:{n:02} Ada Lovelace {n}: here you go {CODES[n]} thanks!" for n in numbers)


def seen_by(n: int) -> list[Item]:
    """The cards of a learner, each in the state that is dealt to them."""
    dealt = dealt_to(load_pack(PACK), f"{n:010x}")
    return [dealt.get(item.id, item) for item in LEARNERS[n][0].items]


def seen(numbers: range) -> list[Item]:
    """The cards that any of these learners saw."""
    return list({item.id: item for n in numbers for item in seen_by(n)}.values())


def expected(item_id: str, numbers: range) -> Counter[str]:
    """How many of these learners chose each verdict on a card."""
    return Counter(
        verdict_of_sureness(item.kind, tap)
        for n in numbers
        for item, tap in zip(seen_by(n), LEARNERS[n][1], strict=True)
        if item.id == item_id
    )


def view(page: Page) -> Locator:
    return page.get_by_role("region", name=say("live.name"), exact=True)


def box(page: Page) -> Locator:
    return view(page).get_by_label(say("live.paste"))


def paste(page: Page, text: str) -> None:
    box(page).evaluate(ONTO_THE_BOX, text)


def expect_counts(page: Page, numbers: range) -> None:
    """Every bar on the page says what these learners chose."""
    for item in seen(numbers):
        card = view(page).locator(".rt-live-card", has=page.locator(f'[data-key="card-{item.id}"]'))
        wanted = expected(item.id, numbers)
        for verdict, label in words()["verdict_button"][item.kind].items():
            line = card.locator(f'[data-verdict="{verdict}"]')
            expect(line).to_contain_text(f"{label}: {wanted[verdict]}")
            expect(line.locator(".rt-live-count")).to_have_text(str(wanted[verdict]))


def open_view(lab: Lab, page: Page) -> None:
    lab.open(page, NOTEBOOK)
    lab.run_all(page)
    expect(view(page)).to_contain_text(say("live.waiting"), timeout=PATIENCE)


def test_thirty_codes_in_three_portions_then_the_key(lab: Lab, tall_page: Page) -> None:
    page = tall_page
    open_view(lab, page)
    paste(page, chat(range(10)))
    expect(view(page).get_by_role("status")).to_have_text(say("live.arrived", count=10, all=10))
    expect_counts(page, range(10))
    paste(page, chat(range(20)))  # the whole chat again, longer by now
    expect(view(page).get_by_role("status")).to_have_text(say("live.arrived", count=10, all=20))
    paste(page, chat(range(20, 30)) + f"\nBen: {OFF}")
    expect(view(page).get_by_role("status")).to_have_text(say("live.arrived", count=10, all=30))
    expect_counts(page, range(30))
    expect(view(page)).to_contain_text(say("live.learners", count=30))
    expect(view(page)).to_contain_text(say("live.unread", count=1))
    expect(box(page)).to_have_value("")
    shown = page.content()
    assert not any(secret in shown for secret in ("Ada", "Ben:", "here you go", OFF, CODES[3]))
    # The key is on no part of the page until it is asked for.
    items = seen(range(30))
    told = view(page).evaluate("node => node.textContent")
    assert not any(item.explanation in told for item in items)
    assert axe_findings(page) == []
    view(page).get_by_role("button", name=say("live.show_key")).click()
    for item in items:
        expect(view(page)).to_contain_text(item.explanation)
        card = view(page).locator(".rt-live-card", has=page.locator(f'[data-key="card-{item.id}"]'))
        keyed = words()["verdict_button"][item.kind][item.key]
        expect(card.locator(".rt-live-key")).to_contain_text(f"{say('live.key_sign')}: {keyed}")
    assert axe_findings(page) == []
    for width in (320, 200):
        assert cut_off(page, width) == []


@pytest.mark.slow
def test_a_folder_that_fills_while_it_is_watched(lab: Lab, page: Page, tmp_path: Path) -> None:
    for n in range(3):
        (tmp_path / f"Ada {n}.txt").write_text(CODES[n])
    open_view(lab, page)
    view(page).get_by_label(say("live.folder")).fill(str(tmp_path))
    view(page).get_by_role("button", name=say("live.watch")).click()
    expect(view(page)).to_contain_text(say("live.watched", name=tmp_path.name))
    expect_counts(page, range(3))
    # What stands on the page while nothing comes in is left alone: the very same nodes, and what is typed.
    page.evaluate("() => { document.querySelector('.rt-live-card').dataset.same = 'yes'; }")
    box(page).focus()
    page.keyboard.type("half a co")
    page.wait_for_timeout(LOOKS)
    expect(view(page).locator(".rt-live-card[data-same]")).to_have_count(1)
    (tmp_path / "bad.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "Ben.txt").write_text(f"from Ben {CODES[3]}")
    expect(view(page).get_by_role("status")).to_have_text(say("live.arrived", count=1, all=4))
    expect_counts(page, range(4))
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_value("half a co")
    expect(view(page)).to_contain_text(say("live.unread", count=1))
    # Out of sight, nobody asks; back in sight, what came meanwhile is there at once.
    page.evaluate(
        """() => { window.looks = 0; const send = WebSocket.prototype.send; WebSocket.prototype.send = function (data) {
        const text = typeof data === 'string' ? data : new TextDecoder().decode(data);
        if (text.includes('"look"')) window.looks += 1; return send.call(this, data); }; }"""
    )
    page.evaluate("() => { document.querySelector('section.rt').parentElement.style.display = 'none'; }")
    page.wait_for_timeout(500)
    page.evaluate("() => { window.looks = 0; }")
    (tmp_path / "Cy.txt").write_text(CODES[4])
    page.wait_for_timeout(LOOKS)
    assert page.evaluate("() => window.looks") == 0
    page.evaluate("() => { document.querySelector('section.rt').parentElement.style.display = ''; }")
    expect(view(page).get_by_role("status")).to_have_text(say("live.arrived", count=1, all=5))
    assert page.evaluate("() => window.looks") >= 1
    # Gone from the page, it asks no more.
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs')")
    expect(view(page)).to_have_count(0)
    page.evaluate("() => { window.looks = 0; }")
    page.wait_for_timeout(LOOKS)
    assert page.evaluate("() => window.looks") == 0
    there = sorted(path.name for path in tmp_path.iterdir())
    assert there == ["Ada 0.txt", "Ada 1.txt", "Ada 2.txt", "Ben.txt", "Cy.txt", "bad.png"], "nothing is written"


@pytest.mark.slow
def test_by_keyboard_alone_and_no_key_reaches_the_notebook(lab: Lab, page: Page) -> None:
    open_view(lab, page)
    cells = lab.cell_count(page)
    box(page).focus()
    page.keyboard.type(f"bdx {CODES[0]}")
    page.keyboard.press("Tab")
    expect(view(page).get_by_role("button", name=say("live.take"))).to_be_focused()
    page.keyboard.press("Enter")
    expect(view(page)).to_contain_text(say("live.learners", count=1))
    expect(box(page)).to_have_value("")
    single = view(page).get_by_role("button", name=say("live.single"))
    for _ in range(12):
        if single.evaluate("node => node === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(single).to_be_focused()
    page.keyboard.press("Enter")
    expect(view(page).locator(".rt-live-card")).to_have_count(1)
    expect(single).to_be_focused()
    page.keyboard.press("ArrowRight")
    key = view(page).get_by_role("button", name=say("live.show_key"))
    expect(key).to_be_focused()
    page.keyboard.press("Space")
    expect(key).to_have_attribute("aria-pressed", "true")
    expect(view(page)).to_contain_text(seen_by(0)[0].explanation)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")  # one stop for the three buttons, then the pager
    page.keyboard.press("Tab")
    expect(view(page).get_by_role("button", name=say("live.next"), exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(view(page)).to_contain_text(say("live.card", number=2, count=4))
    expect(view(page).locator(f'[data-key="card-{seen_by(0)[1].id}"]')).to_be_focused()
    assert lab.cell_count(page) == cells


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_one_card_fills_a_projector(lab: Lab, page: Page, theme: str) -> None:
    """1280 by 720, the whole screen: question, quotes and all bars of a card without scrolling, and axe content."""
    page.set_viewport_size({"width": 1280, "height": 720})
    open_view(lab, page)
    change_theme(page, f"JupyterLab {theme}")
    paste(page, chat(range(30)))
    expect_counts(page, range(30))
    view(page).get_by_role("button", name=say("live.single")).click()
    view(page).get_by_role("button", name=say("live.full")).click()
    page.wait_for_function("() => document.fullscreenElement")
    page.wait_for_timeout(500)
    expect(view(page).get_by_label(say("live.paste"))).to_be_hidden()  # folded away without a click
    last = view(page).locator(".rt-live-bar").last
    expect(last).to_be_in_viewport(ratio=1)
    size = view(page).locator(".rt-live-words").first.evaluate("node => parseFloat(getComputedStyle(node).fontSize)")
    assert size >= 24
    assert axe_findings(page) == []


@pytest.mark.slow
def test_from_the_one_shots_entry_cards_to_the_wall(lab: Lab, page: Page) -> None:
    """A learner taps four cards, copies the code from the page, and the teacher pastes it."""
    lab.open(page, "notebooks/one_shot.ipynb")
    lab.run_all(page)
    form = page.get_by_role("region", name=say("form.title.before"), exact=True)
    for answered in range(1, 5):
        form.locator(".rt-scale button").first.click()
        if answered < 4:
            expect(form.locator(".rt-progress")).to_contain_text(say("form.tally", answered=answered, count=4))
    code = form.get_by_role("textbox", name=say("result_code.label")).input_value()
    open_view(lab, page)
    paste(page, f"my code is {code.lower()}")
    expect(view(page).get_by_role("status")).to_have_text(say("live.arrived", count=1, all=1))
    expect(view(page).locator(".rt-live-card")).to_have_count(4)
    for number in range(4):  # the first place on the scale: sure that it holds
        first = view(page).locator(".rt-live-card").nth(number).locator(".rt-live-choice").first
        expect(first.locator(".rt-live-count")).to_have_text("1")
        expect(first).to_contain_text(say("live.split", sure=1, unsure=0))
