"""Both one-shots as a learner works them, from the entry cards to the result code, in real JupyterLab."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from readtwice.pack import Item, Pack, load_pack
from readtwice.record import decode
from readtwice.record.card_sets import card_sets
from readtwice.words import say
from tests.browser.by_mouse import answer_by_mouse, key, shown_of, tag_by_mouse
from tests.browser.lab import Lab, broken_widgets
from tests.browser.pages import axe_findings, change_theme, cut_off, named

pytestmark = pytest.mark.slow

LESSONS = {"one_shot": "hegseth-nato-2025", "one_shot_invented": "skate-park"}
CARDS = load_pack("one-shot-cards")


def tap_cards(page: Page, occasion: str) -> tuple[str, list[Item]]:
    """Answer the four cards of an occasion by their keys: the result code, and each card in the state that shows."""
    form = named(page, say(f"form.title.{occasion}"))
    by_topic: dict[str, list[Item]] = {}
    for item in (*CARDS.items, *CARDS.twins):
        by_topic.setdefault(say("form.topic", topic=item.topic), []).append(item)
    states = []
    for answered in range(4):
        expect(form.locator(".rt-progress")).to_contain_text(say("form.tally", answered=answered, count=4))
        states.append(shown_of(form, by_topic[key(form, "card").inner_text()], CARDS))
        form.locator(".rt-scale button").nth({"clean": 0, "open": 2, "flawed": 4}[states[-1].state]).click()
    expect(form).to_contain_text(say("form.done"))
    return form.get_by_role("textbox", name=say("result_code.label")).input_value(), states


def step_items(pack: Pack, step: str) -> list[Item]:
    assert pack.one_shot
    return [pack.item(one.item) for one in pack.one_shot.step(step).items]


def through(widget: Locator, items: list[Item], pack: Pack) -> None:
    for number, item in enumerate(items):
        if number:
            key(widget, "next").click()
        answer_by_mouse(widget, item, pack)


@pytest.mark.parametrize(("name", "slug"), LESSONS.items(), ids=list(LESSONS))
def test_a_learner_works_the_whole_lesson_from_entry_cards_to_result_code(
    lab: Lab, tall_page: Page, name: str, slug: str
) -> None:
    page, pack = tall_page, load_pack(slug)
    assert pack.one_shot
    lab.open(page, f"notebooks/{name}.ipynb")
    lab.run_all(page)
    expect(page.get_by_text(say("static.not_running"), exact=True)).to_have_count(0)
    assert broken_widgets(page) == 0
    names = page.locator("section.rt").evaluate_all("nodes => nodes.map(one => one.getAttribute('aria-label'))")
    assert len(set(names)) == len(names), "no two widgets of a page are called the same"

    before, first = tap_cards(page, "before")
    expect(named(page, say("score_card.name"))).to_contain_text(say("score.waiting"))

    worked = named(page, say("deck.sets.worked"))
    for number, item in enumerate(step_items(pack, "examples")):
        if number:
            key(worked, "next").click()
        expect(worked.locator(".rt-steps").locator("li")).to_have_text(list(item.steps))
    through(named(page, say("deck.sets.faded")), step_items(pack, "judge"), pack)

    worked_number, *numbers = step_items(pack, "number")
    expect(named(page, say("bench.one", topic=worked_number.topic))).to_contain_text(
        worked_number.options[worked_number.key].feedback
    )
    through(named(page, say("bench.sets.solo")), numbers, pack)

    blocks = [one.block for one in pack.one_shot.step("captions").captions]
    whole = len(blocks) == len(pack.captions)
    title = say("captions.name") if whole else say("captions.of", where=", ".join(f"¶{int(b[1:])}" for b in blocks))
    tagger = named(page, title)
    for number, block in enumerate(blocks):
        if number:
            key(tagger, "next").click()
        tag_by_mouse(tagger, block, pack)

    line, second = tap_cards(page, "after")
    codes = dict(zip(("before", "after"), line.split(), strict=True))
    assert codes["before"] == before, "one line holds all that is handed in"
    card = named(page, say("score_card.name"))
    for states in (first, second):
        sound = sum(item.is_clean for item in states)
        expect(card).to_contain_text(say("score.kept", count=sound, of=sound))
    expect(card).to_contain_text(say("score.compare_few", count=4))
    for occasion, states in (("before", first), ("after", second)):
        review = named(page, say(f"form.review_title.{occasion}"))
        expect(review).to_contain_text(states[0].options[states[0].key].feedback)
        if states[0].state != "open":  # nothing settles that one
            expect(review).to_contain_text(say("form.decided_by"))

    results = {occasion: decode(code, card_sets(CARDS)) for occasion, code in codes.items()}
    assert {occasion: result.cards.occasion for occasion, result in results.items()} == {
        "before": "before",
        "after": "after",
    }
    items = [item.card for item in (*first, *second)]
    assert sorted(items) == sorted(item.id for item in CARDS.items), "the other story after the lesson"
    events = lab.events(page)
    assert {event.pack for event in events} == {slug, CARDS.slug}
    taught = {item.id for step in ("judge", "number") for item in step_items(pack, step) if item.use != "worked"}
    assert taught <= {event.item for event in events if event.occasion == "lesson"}

    assert axe_findings(page) == []
    change_theme(page, "JupyterLab Dark")
    assert axe_findings(page) == []
    for width in (320, 200):
        assert cut_off(page, width) == []
