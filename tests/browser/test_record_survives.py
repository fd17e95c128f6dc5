"""A learner's work outlives a dead kernel, a server that forgets its disk, and a move; and goes when told to go."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from readtwice.pack import load_pack
from readtwice.record import events_of, read_folder
from readtwice.words import say
from tests.browser.by_mouse import key
from tests.browser.lab import PATIENCE, Lab
from tests.browser.pages import named, start_of

SURENESS = ("sure_it_holds", "think_so", "cant_tell", "think_not", "sure_not")
"""The scale from its first button to its last."""

NOTEBOOK = "notebooks/00_start_here.ipynb"


def form_of(page: Page) -> Locator:
    return named(page, say("form.title.before"))


def run(lab: Lab, page: Page) -> None:
    lab.open(page, NOTEBOOK)
    lab.run_all(page)
    expect(page.get_by_text(say("static.not_running"), exact=True)).to_have_count(0)


def tap(page: Page, place: int) -> tuple[str, str]:
    """Tap on the open card. Returns what was tapped: the card's topic and the sureness."""
    topic = key(form_of(page), "card").inner_text()
    form_of(page).locator(".rt-scale button").nth(place).click()
    return topic, SURENESS[place]


def answer(page: Page, times: int, *, already: int = 0, place: int = 0) -> set[tuple[str, str]]:
    """Answer so many cards and wait until each is acknowledged. Returns what was acknowledged."""
    acknowledged = set()
    for number in range(already + 1, already + times + 1):
        acknowledged.add(tap(page, place))
        expect(form_of(page).locator(".rt-progress")).to_contain_text(say("form.tally", answered=number, count=8))
    return acknowledged


def expect_answered(page: Page, count: int) -> None:
    expect(form_of(page).locator(".rt-progress")).to_contain_text(say("form.tally", answered=count, count=8))


def answers(lab: Lab) -> int:
    return sum(event.kind == "answer" for event in read_folder(lab.record)[0])


def saved(lab: Lab) -> list[tuple[str, str]]:
    """The answers in the folder, each as the topic of its card and its sureness."""
    pack = load_pack("form-a")
    topics = {item.id: say("form.topic", topic=item.topic) for item in (*pack.items, *pack.twins)}
    return sorted((topics[e.item], e.sureness) for e in read_folder(lab.record)[0] if e.kind == "answer")


def forget_the_disk(lab: Lab) -> None:
    lab.shut_down_kernels()
    shutil.rmtree(lab.record, ignore_errors=True)


def kill(lab: Lab, page: Page) -> None:
    """The kernel dies; the learner reads what the widget and the bar above the page say."""
    lab.kill_kernel(page)
    expect(form_of(page).locator(".rt-trouble")).to_be_visible()
    expect(page.get_by_role("alert").filter(has_text=say("lesson_page.stopped"))).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".jp-Dialog")).to_have_count(0)


def open_more(page: Page) -> None:
    key(start_of(page), "more").click()


def test_a_click_on_a_dead_kernel_is_kept_and_handed_over_after_the_restart(lab: Lab, tall_page: Page) -> None:
    page = tall_page
    run(lab, page)
    answer(page, 2)
    kill(lab, page)
    form_of(page).locator(".rt-scale button").last.click()
    expect(form_of(page).get_by_text(say("connection.kept", count=1))).to_be_visible()
    assert answers(lab) == 2
    lab.restart_and_run_all(page)
    expect_answered(page, 3)
    assert answers(lab) == 3
    assert {event.sureness for event in read_folder(lab.record)[0]} >= {"sure_it_holds", "sure_not"}
    lab.restart_and_run_all(page)
    expect_answered(page, 3)
    assert answers(lab) == 3, "it was handed over once"


@pytest.mark.slow
def test_a_kernel_that_the_server_stopped_leaves_no_click_lost(lab: Lab, tall_page: Page) -> None:
    page = tall_page
    run(lab, page)
    done = answer(page, 2)
    lab.stop_idle_kernels()
    page.wait_for_timeout(12_000)  # JupyterLab asks its server every ten seconds which kernels there are
    done.add(tap(page, 4))
    expect(form_of(page).get_by_text(say("connection.kept", count=1))).to_be_visible()
    lab.restart_and_run_all(page)
    expect_answered(page, 3)
    assert saved(lab) == sorted(done)


def test_a_server_that_forgot_its_disk_gets_the_work_back_from_the_browser(lab: Lab, tall_page: Page) -> None:
    page = tall_page
    run(lab, page)
    answer(page, 3)
    page.wait_for_timeout(500)
    forget_the_disk(lab)
    run(lab, page)
    expect(start_of(page)).to_contain_text(say("start.from_browser"))
    expect(key(start_of(page), "fresh")).to_have_count(1)
    expect_answered(page, 3)
    assert answers(lab) == 3
    answer(page, 1, already=3)
    assert len({event.learner for event in read_folder(lab.record)[0]}) == 1


def test_work_goes_along_as_a_file(lab: Lab, tall_page: Page, tmp_path: Path) -> None:
    page = tall_page
    run(lab, page)
    answer(page, 2)
    with page.expect_download() as download:
        key(start_of(page), "download").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    forget_the_disk(lab)
    page.evaluate("() => localStorage.clear()")
    run(lab, page)
    open_more(page)
    key(start_of(page), "file").set_input_files(file)
    expect(start_of(page)).to_contain_text(say("start.loaded", count=2))
    expect_answered(page, 2)
    other = tmp_path / "other.jsonl"
    other.write_text("<b>not ours</b>")
    key(start_of(page), "file").set_input_files(other)
    expect(start_of(page)).to_contain_text(say("record.no_progress"))
    assert answers(lab) == 2


@pytest.mark.slow
def test_erased_work_is_gone_from_the_folder_and_from_the_browser(lab: Lab, tall_page: Page) -> None:
    page = tall_page
    run(lab, page)
    answer(page, 2)
    page.wait_for_timeout(500)
    assert "a" in page.evaluate("() => localStorage.getItem('readtwice-work')")
    open_more(page)
    key(start_of(page), "erase").click()
    expect(start_of(page)).to_contain_text(say("start.erase_sure"))
    key(start_of(page), "erase-no").click()
    assert answers(lab) == 2
    page.evaluate("""() => sessionStorage.setItem('readtwice-waiting', '[{"id": "x", "key": "y", "message": {}}]')""")
    key(start_of(page), "erase").click()
    key(start_of(page), "erase-yes").click()
    expect(start_of(page)).to_contain_text(say("start.erased"))
    expect_answered(page, 0)
    assert answers(lab) == 0
    assert page.evaluate("() => localStorage.getItem('readtwice-work')") == "{}"
    assert page.evaluate("() => sessionStorage.getItem('readtwice-waiting')") is None, "a click that waits is work too"
    answer(page, 1)
    assert answers(lab) == 1


@pytest.mark.slow
def test_a_slip_by_keyboard_and_a_slip_of_the_pen(lab: Lab, tall_page: Page) -> None:
    page = tall_page
    run(lab, page)
    answer(page, 1)
    open_more(page)
    key(start_of(page), "slip").focus()
    page.keyboard.type("teal 28 k4")
    page.keyboard.press("Enter")
    expect(start_of(page)).to_contain_text(say("slip.check"))
    key(start_of(page), "slip").fill("teal 27 k4")
    page.keyboard.press("Enter")
    expect(start_of(page)).to_contain_text(say("start.slip_used", slip="TEAL-27-K4"))
    expect_answered(page, 1)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_random_kills_reloads_and_moves_lose_no_acknowledged_answer(lab: Lab, tall_page: Page, seed: int) -> None:
    page, chance, done = tall_page, random.Random(seed), set[tuple[str, str]]()
    run(lab, page)
    for step in ("answer", *chance.sample(["kill", "forget", "reload"], 3)):
        if step == "kill":
            kill(lab, page)
            done.add(tap(page, chance.randrange(5)))  # kept on the page, as it says, and handed over below
            expect(form_of(page).get_by_text(say("connection.kept", count=1))).to_be_visible()
            lab.restart_and_run_all(page)
        elif step == "forget":
            page.wait_for_timeout(500)
            forget_the_disk(lab)
            run(lab, page)
            expect(start_of(page)).to_contain_text(say("start.from_browser"))
        elif step == "reload":
            lab.shut_down_kernels()
            run(lab, page)
        expect_answered(page, len(done))
        more = min(chance.randint(1, 2), 8 - len(done))
        done |= answer(page, more, already=len(done), place=chance.randrange(5))
        assert saved(lab) == sorted(done), f"seed {seed}, after {step}: each answer as it was tapped, and once"
    events, _ = read_folder(lab.record)
    assert len(events_of(events[0].learner, events)) == len(done), "joins make what was handed over one learner's work"
