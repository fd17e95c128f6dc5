"""Cards, captions and the shelf worked by mouse, as a student who knows the key would."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

from playwright.sync_api import Locator, Page, expect

from readtwice.activities.numbers.widget import fits_bench
from readtwice.activities.shelf.part import the_shelf_of
from readtwice.figures import CannotCompute, Figures
from readtwice.figures.check import check_from_parts, to_type
from readtwice.marking.caption_key import caption_words, key_spans
from readtwice.marking.numbers import read_number
from readtwice.pack import Item, Pack, load_pack
from readtwice.pack.draw import drawn
from readtwice.pack.item import Computation
from readtwice.pack.shuffled import shuffled
from readtwice.pack.stories import pack_of
from readtwice.page.deck_title import deck_title
from readtwice.record import dealt_to
from readtwice.words import say, words
from tests.browser.pages import named
from tests.specimens import hegseth


def verdict_button(widget: Locator, item: Item, verdict: str) -> Locator:
    return widget.get_by_role("button", name=words()["verdict_button"][item.kind][verdict], exact=True)


SURE = {"supported": "sure_it_holds", "not_supported": "sure_not", "undetermined": "cant_tell"}
SURE |= {"no_clash": "sure_it_holds", "clash": "sure_not"}


def cards(lesson: str, use: str) -> tuple[Item, ...]:
    """The cards of one set of the article, in the order in which they are shown."""
    return shuffled(hegseth().items_for(lesson, use))


def on_the_bench(items: tuple[Item, ...]) -> bool:
    return any(item.computation for item in items) and all(map(fits_bench, items))


def region(page: Page, lesson: str, use: str) -> Locator:
    items = cards(lesson, use)
    return named(page, say(f"bench.sets.{use}") if on_the_bench(items) else deck_title(items))


def button(widget: Locator, name: str) -> Locator:
    return widget.get_by_role("button", name=name, exact=True)


def key(widget: Locator, name: str) -> Locator:
    return widget.locator(f'[data-key="{name}"]')


def right_parts(computation: Computation, figures: Figures) -> dict[str, str]:
    """The choices from which the number asked for comes out, as a careful student would make them."""
    ways = product(computation.take, ("", *computation.rates), ("", "yes"), ("", *computation.divide_by))
    fewest = sorted(ways, key=lambda way: sum(bool(part) for part in way))
    for take, rate, per_year, divide_by in fewest:
        try:
            result = check_from_parts(
                figures[take],
                rate=figures[rate] if rate else None,
                per_year=bool(per_year),
                divide_by=figures[divide_by] if divide_by else None,
                figures=figures,
            )
        except CannotCompute:
            continue
        typed = to_type(result, computation.unit)
        if typed and computation.low <= read_number(typed).value <= computation.high:
            return {"take": take, "rate": rate, "per_year": per_year, "divide_by": divide_by}
    return {}


def work_out_by_mouse(widget: Locator, item: Item, pack: Pack) -> None:
    """From the estimate to a number that fits."""
    assert item.computation
    widget.get_by_role("slider").click()
    button(widget, say("bench.set")).click()
    expect(widget.get_by_text(say("bench.step.build"), exact=True)).to_be_visible()
    chosen = right_parts(item.computation, pack.figures)
    for name, code in chosen.items():
        field = widget.get_by_label(say(f"bench.part.{name}"), exact=True)
        if field.count():
            field.select_option(code)
    if chosen:
        button(widget, say("bench.work_out")).click()
        button(widget, say("bench.use")).click()
    else:
        widget.locator("[data-key='box-number']").fill(item.computation.shown)
    button(widget, say("bench.check")).click()
    expect(widget.locator(".rt-heading:visible", has_text=say("heading.number_right"))).to_be_visible()
    expect(widget.locator(".rt-track:visible")).to_be_visible()
    if item.computation.perspective:
        expect(widget.get_by_text(item.computation.perspective, exact=True)).to_be_visible()


def answer_by_mouse(widget: Locator, item: Item, pack: Pack | None = None) -> None:
    """Answer the card that shows by its key, and read what is said to that. The pack is the article's unless named."""
    expect(key(widget, "card")).to_contain_text(item.topic)
    for quote in item.shown:
        expect(widget.locator("blockquote", has_text=quote.text).first).to_be_visible()
    if item.box:
        expect(widget.locator(".rt-box:visible")).to_contain_text(item.box.strip()) if not item.computation else None
    if item.computation:
        work_out_by_mouse(widget, item, pack or hegseth())
    if item.sureness:
        button(widget, words()["sureness_button"][item.kind][SURE[item.key]]).click()
    else:
        verdict_button(widget, item, item.key).click()
    if item.kind == "pair" and not item.sureness and item.key != "undetermined":
        button(widget, words()["relation"][item.relation]).click()
    read_feedback(widget, item)


def read_feedback(widget: Locator, item: Item) -> None:
    said = widget.locator(".rt-feedback:visible").last
    expect(said).to_contain_text(item.options[item.key].feedback)
    expect(said.locator(".rt-sign")).to_have_text("✓")
    said.get_by_text(say("feedback.why"), exact=True).click()
    expect(said.get_by_text(item.explanation, exact=True)).to_be_visible()
    expect(said).to_contain_text(item.next_step)


def go_through(widget: Locator, items: tuple[Item, ...], do: Callable[[Locator, Item], None]) -> None:
    """Do something with each card of a set, turning the pages by its button."""
    for number, item in enumerate(items):
        if number:
            button(widget, say("judge.next")).click()
        do(widget, item)


def read_worked(page: Page, lesson: str) -> None:
    """Worked examples show their reasoning and the answer; an estimate is welcome, and only that is taken."""
    items = cards(lesson, "worked")

    def look(widget: Locator, item: Item) -> None:
        expect(key(widget, "card")).to_contain_text(item.topic)
        if item.computation:
            expect(widget.get_by_text(say("bench.our_working"))).to_be_hidden()
            widget.get_by_role("slider").click()
            button(widget, say("bench.set")).click()
            expect(widget.locator(".rt-track:visible")).to_be_visible()
        expect(widget.locator(".rt-steps").first.locator("li")).to_have_text(list(item.steps))
        expect(widget.locator(".rt-feedback:visible")).to_contain_text(item.options[item.key].feedback)

    go_through(region(page, lesson, "worked"), items, look)


def tag_by_mouse(widget: Locator, block: str, pack: Pack | None = None) -> None:
    """Tag a caption as both readers do, and leave alone what they differ on. The pack is the article's unless named."""
    pack = pack or hegseth()
    article = pack.article
    caption = next(one for one in pack.captions if one.block == block)
    line = widget.get_by_role("group", name=say("captions.words")).get_by_role("button")
    expect(line).to_have_count(len(caption_words(article, block)))
    tools = widget.get_by_role("group", name=say("captions.tool"))
    for span in key_spans(article, caption):
        if span.tag:
            tools.get_by_role("button", name=words()["captions"]["tag"][span.tag], exact=True).click()
            line.nth(span.first).click()
            if span.last > span.first:
                line.nth(span.last).click(modifiers=["Shift"])
    button(widget, say("captions.check")).click()
    expect(widget.locator("[data-key='feedback']")).to_be_focused()
    expect(widget.locator(".rt-spans")).not_to_contain_text("Too little")
    expect(widget.locator(".rt-spans")).not_to_contain_text("Over-reach")


def work_on_the_shelf(page: Page, task_id: str) -> None:
    task, item = the_shelf_of(hegseth()).task(task_id), hegseth().item(task_id)
    widget = named(page, say("shelf.title", topic=item.topic))
    useful, told = [offer for offer in task.offers if offer.adds == "settles"], "shelf_move.found.made"
    if not useful:  # then two voices are enough, and copies are one
        voices = {the_shelf_of(hegseth()).card(one.card).story: one for one in task.offers if one.adds != "nothing"}
        useful, told = list(voices.values()), "shelf_move.found_open.made"
    for offer in useful[: task.budget]:
        key(widget, f"open-{offer.card}").click()
        key(widget, f"adds-{offer.card}-{offer.adds}").click()
    key(widget, f"verdict-{item.key}").click()
    expect(key(widget, "feedback")).to_be_focused()
    expect(widget).to_contain_text(say(told))


def sets_by_mouse(page: Page, lesson: str, uses: tuple[str, ...]) -> None:
    for use in uses:
        items = cards(lesson, use)
        alone = len(items) == 1
        widget = named(page, say("judge.one", topic=items[0].topic)) if alone else region(page, lesson, use)
        go_through(widget, items, answer_by_mouse)


def shown_of(form: Locator, states: list[Item], pack: Pack) -> Item:
    """Which state of a card shows: the one whose words, in the story and its box, are all there."""
    page = " ".join(form.inner_text().split())
    for item in states:
        words = [quote.text for quote in item.shown]
        others = [one.twin.words for one in pack.twins if one.card == item.card and one.twin] or [()]
        words += [change.told for change in item.twin.words] if item.twin else [one.printed for one in others[0]]
        if all(" ".join(one.split()) in page for one in words):
            return item
    raise AssertionError("no state of the card shows")


def stories_by_mouse(page: Page, learner: str, lesson: str, use: str) -> set[str]:
    """The cards of a set on short stories that were drawn for this learner, each in their state. Returns their ids."""
    whole = pack_of(lesson, use)
    assert whole
    dealt = dealt_to(whole, learner)
    pack = drawn(whole, dealt)
    own = {item.card: item for item in pack.items}
    items = tuple(own[item.id] for item in shuffled(whole.items_for(lesson, use)) if item.id in dealt)
    widget = named(page, deck_title(whole.items_for(lesson, use), "stories"))
    go_through(widget, items, lambda shown, item: answer_by_mouse(shown, item, pack))
    return {item.id for item in items}


def form_by_key(page: Page, occasion: str, pack: str, *, trusting: bool = False) -> None:
    """Answer every card of a form: by its key, or trusting everything."""
    form = named(page, say(f"form.title.{occasion}"))
    form_pack = load_pack(pack)
    by_topic: dict[str, list[Item]] = {}
    for item in (*form_pack.items, *form_pack.twins):
        by_topic.setdefault(say("form.topic", topic=item.topic), []).append(item)
    count = 16 if occasion == "fresh" else 8
    for answered in range(count):
        expect(form.locator(".rt-progress")).to_contain_text(say("form.tally", answered=answered, count=count))
        item = shown_of(form, by_topic[key(form, "card").inner_text()], form_pack)
        place = 0 if trusting else {"clean": 0, "open": 2, "flawed": 4}[item.state]
        form.locator(".rt-scale button").nth(place).click()
    expect(form).to_contain_text(say("form.done"))
