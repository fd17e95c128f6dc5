"""The finished sheets are current and sound; each has what its lesson asks on screen, and none has the key."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import pytest

from readtwice.activities import drawing
from readtwice.activities.caption_study.part import the_study_of
from readtwice.activities.drift.mark import drift_match
from readtwice.activities.drift.part import the_drifts_of
from readtwice.activities.fact_check.part import fact_checks_of, the_fact_checks_of
from readtwice.activities.shelf.part import the_shelf_of
from readtwice.activities.timeline.match import statement_match
from readtwice.activities.timeline.part import the_timeline_of
from readtwice.activities.voices.mark import voice_match
from readtwice.activities.voices.part import the_voices_of
from readtwice.marking.caption_key import key_spans
from readtwice.pack import Item, Pack, load_pack
from readtwice.pack.draw import as_asked
from readtwice.pack.form import cards_in_order
from readtwice.pack.found import shipped_packs
from readtwice.pack.shuffled import shuffled
from readtwice.pack.stories import pack_of
from readtwice.page.standing_alone import POLICY, WITH_DRAWINGS
from readtwice.publish.print_pack import shipped_pages
from readtwice.record.card_sets import search_sets
from readtwice.syllabus import syllabus
from readtwice.words import say
from tests.authoring.paper import Page
from tests.browser.lab import COURSE
from tests.notebooks.verbs import calls
from tests.specimens import hegseth

FOLDER = COURSE / "notebooks" / "teacher" / "paper"
FILES = sorted(path.name for path in FOLDER.glob("*.html"))
LESSONS = [lesson.notebook for lesson in syllabus().lessons]
LARGEST = 150_000

NOT_ON_PAPER = {
    *("own_article", "own_fact_check", "own_exports"),  # what they ask has no key, and its sheet has lines to write on
    "search_answers",
    *("start", "end", "read", "exports", "score_card", "form_answers", "comparison_table", "signs", "source_cards"),
    *(
        "who_is_who",
        "who_speaks",
        "who_does_what",
        "weekday",
        "caption_swap",
        "first_look",
        "article",
        "found",
        "bars",
        "vintages",
        "good_report",
    ),
    *("wording_limits", "readability", "publish_check"),  # these ask nothing that is saved under an id
    *("voice", "statement", "drifted", "look_up", "search"),  # the same cards in code, for those who program
}
"""The verbs of a page that ask for no answer."""

WITHOUT_KEY = {"10_read_your_own_article"}
"""Lessons on a text that learners bring: nobody has a key of it, and the sheet has lines to write on."""


@cache
def page(name: str) -> Page:
    return Page((FOLDER / name).read_text(encoding="utf-8"))


def ids(prefix: str) -> Callable[[list[str]], list[str]]:
    return lambda named: [prefix + one for one in named]


def form_cards(occasion: str, slug: str) -> list[str]:
    pack = load_pack(slug)
    assert pack.form
    halves = {"before": ("first", "second"), "after": ("second", "first"), "fresh": ("whole",)}[occasion]
    return [card.item for half in halves for card in cards_in_order(pack, pack.form, half)]  # type: ignore[arg-type]


def search_cards(occasion: str, slug: str) -> list[str]:
    found = [one.items[0].id for one in search_sets(load_pack(slug)) if one.occasion == occasion]
    return found[::-1] if occasion == "after" else found


def stories(lesson: str, use: str) -> list[str]:
    """The cards of a lesson and use on invented texts: by id where all are asked, else by their place alone."""
    pack = pack_of(lesson, use)
    assert pack
    cards = [item.id for item in shuffled(pack.items_for(lesson, use))]
    count = len(as_asked(pack, pack.items_for(lesson, use)))
    return cards if count == len(cards) else [f"{lesson} {use}"] * count


def asked(verb: str, named: list[str]) -> list[str]:
    """The ids under which the answers to a verb are saved. Pairs for whoever wants more stand on the screen only."""
    pack = hegseth()
    verbs: dict[str, Callable[[list[str]], list[str]]] = {
        "judge": lambda n: [item.id for item in shuffled(pack.items_for(*n))],
        "numbers": lambda n: [item.id for item in shuffled(pack.items_for(*n))],
        "stories": lambda n: [] if n[1] == "extra" else stories(*n),
        "recall": lambda n: [],
        "question": ids(""),
        "item": ids(""),
        "shelf": ids(""),
        "results": ids(""),
        "search_task": lambda n: search_cards(*n),
        "kinds_of_page": ids("told-apart-"),
        "picture_past": ids("told-apart-"),
        "ledger": lambda n: [],
        "hunt": lambda n: [f"hunt-{start.replace('.', '-')}" for start in n[1:]],
        "voices": lambda n: [f"voices-{one.id}" for one in the_voices_of(hegseth()).within(tuple(n))],  # type: ignore[union-attr]
        "timeline": lambda n: ["timeline-order"],
        "place": lambda n: ids("timeline-")(n or [one.id for one in the_timeline_of(hegseth()).statements]),  # type: ignore[union-attr]
        "comparison": ids("comparison-"),
        "captions": ids("caption-"),
        "swap": ids("swap-"),
        "rewrite": ids("rewrite-"),
        "drift": ids("drift-"),
        "draft": ids("draft-"),
        "fact_check": lambda n: [f"fact-check-{one.id}" for one in the_fact_checks_of(hegseth()).claims],  # type: ignore[union-attr]
        "form": lambda n: form_cards(*n),
    }
    return verbs[verb](named)


def on_screen(lesson: str) -> list[str]:
    """All ids that a lesson asks for, then those of its practice sheet, each once."""
    pages = [COURSE / "notebooks" / f"{lesson}.ipynb", *COURSE.glob(f"solutions/{lesson}/practice.ipynb")]
    found = [
        one for path in pages for verb, named in calls(path) if verb not in NOT_ON_PAPER for one in asked(verb, named)
    ]
    return [one for place, one in enumerate(found) if " " in one or one not in found[:place]]


def test_every_lesson_and_both_one_shots_have_a_sheet_and_an_answer_page() -> None:
    wanted = {f"{name}{end}" for name in LESSONS for end in (".html", "-answers.html")}
    assert wanted < {*FILES}
    assert sum(name.startswith("one_shot") for name in FILES) == 6


def test_the_finished_sheets_are_current() -> None:
    made = shipped_pages()
    assert sorted(made) == FILES, "run `make notebooks` and commit what it writes"
    stale = [name for name, html in made.items() if (FOLDER / name).read_text(encoding="utf-8") != html]
    assert stale == [], "run `make notebooks` and commit what it writes"


@pytest.mark.parametrize("name", FILES)
def test_a_finished_sheet_is_sound_and_stands_alone(name: str) -> None:
    assert page(name).trouble == []
    assert page(name).policy == (WITH_DRAWINGS if page(name).drawings else POLICY)
    assert page(name).headings[0] == 1
    assert (FOLDER / name).stat().st_size < LARGEST


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_sheet_asks_what_the_screen_asks_in_its_order_and_each_once(lesson: str) -> None:
    expected = on_screen(lesson)
    assert expected or lesson in WITHOUT_KEY
    for name in (f"{lesson}.html", f"{lesson}-answers.html"):
        found = page(name).items
        for sheet in "ab":  # a form stands on sheet A and on sheet B, whose neighbours see other states of its cards
            mine = [card_of(one) for one in found if not SHEET.search(one) or one.endswith(f"-{sheet}")]
            assert len({*mine}) == len(mine)
            assert [one if one in expected else place_of(one) for one in mine] == expected


def test_a_card_that_judges_a_caption_has_its_scene_above_it_and_no_other_has() -> None:
    packs = [load_pack(slug) for slug in dict.fromkeys(syllabus().stories)]
    cards = [(pack, item) for pack in packs for item in (*pack.items, *pack.twins)]
    captioned = {
        item.id
        for pack, item in cards
        if item.kind == "claim" and any(pack.article.block(one.block).kind == "caption" for one in item.shown)
    }
    assert len(captioned) > 20
    assert {item.id for pack, item in cards if drawing(pack, item)} == captioned
    found = {name: page(f"{name}.html") for name in LESSONS}
    for name, sheet in found.items():
        asked = sum(SHEET.sub("", one) in captioned for one in sheet.items)
        assert sum(one.startswith("Drawing: ") for one in sheet.drawings) == asked, name
        assert sheet.words.count(say("judge.scene.asks")) == asked
    assert found["05_what_the_picture_proves"].drawings
    assert "" in found["05_what_the_picture_proves"].drawings  # the scene of the caption swap, told in words below it
    assert found["01_contradictions"].drawings == []


SHEET = re.compile(r"-(?:before|after|fresh|whole|stories)-[ab]$")


@cache
def states() -> dict[str, Item]:
    """Every item, and every other state of a card."""
    packs = map(load_pack, shipped_packs())
    return {item.id: item for pack in packs for item in (*pack.items, *pack.twins)}


def card_of(one: str) -> str:
    """The card that stands on a sheet of a form; any other id as it is."""
    bare = SHEET.sub("", one)
    return states()[bare].card if bare != one else one


def place_of(card: str) -> str:
    """Of a card that was drawn: which cards it was drawn from."""
    item = states()[card]
    return f"{item.lesson} {item.use}"


def key_of(item: Item) -> list[str]:
    feedback = [option.feedback for option in item.options.values()]
    working = [*item.computation.working, item.computation.perspective] if item.computation else []
    return [*feedback, item.explanation, item.why, item.next_step, *item.hints, *item.steps[item.given :], *working]


def keys_beside_items() -> list[str]:
    """What is said after an answer to anything that is no item."""
    pack = hegseth()
    said = [voice_match(pack, one).why for one in the_voices_of(pack).quotes]
    said += [statement_match(pack, one).why for one in the_timeline_of(pack).statements]
    said += [drift_match(pack, one).why for one in the_drifts_of(pack).rows]
    said += [offer.why for task in the_shelf_of(pack).tasks for offer in task.offers]
    said += [reason for one in pack.captions for span in key_spans(pack.article, one) for reason in span.reasons]
    said += [text for one in the_study_of(pack).captions for text in (one.model, one.swap.note)]
    said += [one.say for one in the_study_of(pack).findings]
    for claim in the_fact_checks_of(pack).claims:
        model = claim.model
        said += [model.would_settle, model.unknown, model.fact_first, model.claim_line, *model.evidence]
    return said


def open_words(packs: list[Pack]) -> str:
    """What learners see beside their cards: boxes, worked examples, and drafts by us."""
    items = [item for pack in packs for item in pack.items]
    worked = [text for item in items if item.use == "worked" for text in (*item.steps, item.explanation)]
    stories = [story.box for pack in packs if pack.form for story in pack.form.stories]
    drafts = [draft for pack in packs if fact_checks_of(pack) for draft in the_fact_checks_of(pack).drafts]
    written = [text for draft in drafts for text in (draft.fact_first, draft.claim_line, draft.fact_again)]
    return " ".join([*(item.box for item in items), *worked, *stories, *written])


SHORTEST = 25
"""Characters from which on words count as the key: shorter ones stand in many places."""


@pytest.mark.parametrize("name", [name for name in FILES if "-answers" not in name])
def test_no_sheet_holds_the_key(name: str) -> None:
    packs = [load_pack(slug) for slug in shipped_packs()]
    items = states()
    shown = [SHEET.sub("", one) for one in page(name).items]
    told = [text for one in shown if one in items and items[one].use != "worked" for text in key_of(items[one])]
    assert told or name.removesuffix(".html") in WITHOUT_KEY
    told += keys_beside_items()
    seen, told = open_words(packs), [" ".join(text.split()) for text in told if len(text) >= SHORTEST]
    assert [text for text in told if text in page(name).words and text not in seen] == []


def test_an_answer_page_holds_the_key_and_says_whose_it_is() -> None:
    for lesson in LESSONS:
        found = page(f"{lesson}-answers.html")
        items = [item for item in hegseth().items if item.id in found.items]
        for item in items:
            for text in (*(option.feedback for option in item.options.values()), item.explanation, item.why):
                assert " ".join(text.split()) in found.words
        assert "It was not rated independently." in found.words


def test_the_index_names_every_page() -> None:
    index = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert sorted({*re.findall(r"\]\(([^)]+\.html)\)", index)}) == FILES
