"""A vote from phones in real JupyterLab: the teacher's wall in one window, a telephone in another, a folder between."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from readtwice.activities.vote.ballots import Ballot, new_number, read_ballots, read_call, write_ballot
from readtwice.words import say
from tests.browser.lab import PATIENCE, Lab
from tests.browser.pages import axe_findings, cut_off

WALL, PHONE = "notebooks/teacher/live.ipynb", "notebooks/vote.ipynb"


@pytest.mark.slow
def test_twenty_eight_votes_reach_the_wall_one_of_them_from_a_telephone(
    lab: Lab, page: Page, chromium: Browser, tmp_path: Path
) -> None:
    lab.open(page, WALL)
    lab.run_all(page)
    wall = page.get_by_role("region", name=say("votes.name"), exact=True)
    wall.get_by_label(say("votes.folder")).fill(str(tmp_path))
    wall.get_by_role("button", name=say("votes.begin")).click()
    expect(wall).to_contain_text(say("votes.joined", count=0))
    call = read_call(tmp_path)
    assert call is not None

    telephone = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True).new_page()
    lab.open(telephone, PHONE)
    lab.run_all(telephone)
    phone = telephone.get_by_role("region", name=say("vote.name"), exact=True)
    phone.get_by_label(say("vote.folder")).fill(str(tmp_path))
    phone.get_by_role("button", name=say("vote.join")).click()
    expect(phone).to_contain_text(say("vote.wait"))
    others = [new_number() for _ in range(27)]
    for device in others:
        write_ballot(tmp_path, device, Ballot(call.vote, call.round))
    expect(wall).to_contain_text(say("votes.joined", count=28), timeout=PATIENCE)

    wall.get_by_role("button", name=say("votes.first")).click()
    choices = phone.locator(".rt-vote-choices button")
    expect(choices.first).to_be_visible(timeout=PATIENCE)
    choices.nth(1).click()
    expect(phone).to_contain_text(say("vote.voted"))
    expect(choices.nth(1)).to_have_attribute("aria-pressed", "true")
    choices.nth(0).click()
    expect(choices.nth(0)).to_have_attribute("aria-pressed", "true")
    assert cut_off(telephone, 390) == []
    assert axe_findings(telephone) == []
    expect(wall).to_contain_text(say("votes.voted", voted=1, joined=28), timeout=PATIENCE)
    assert wall.locator(".rt-live-bar").count() == 0, "hidden until all have voted"

    call = read_call(tmp_path)
    assert call is not None
    mine = next(one.answer for one in read_ballots(tmp_path, call.vote).values() if one.answer)
    for device in others:
        write_ballot(tmp_path, device, Ballot(call.vote, call.round, mine))
    expect(wall.locator(".rt-live-count").first).to_be_visible(timeout=PATIENCE)
    assert sorted(map(int, wall.locator(".rt-live-count").all_inner_texts())) == [0, 0, 28]
    expect(phone).to_contain_text(say("vote.closed_mine", choice="").split(":")[0], timeout=PATIENCE)
    assert axe_findings(page) == []
    telephone.reload()
    wall.get_by_role("button", name=say("votes.again")).click()
    expect(wall).to_contain_text(say("votes.voted", voted=0, joined=28))
    telephone.context.close()
