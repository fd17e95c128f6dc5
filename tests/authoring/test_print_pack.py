"""A pack on paper: every part of it, on pages that stand alone, whoever made the pack."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from readtwice.activities.good_report.part import the_good_report_of
from readtwice.marking import Answer
from readtwice.pack import Pack, PackError, load_pack
from readtwice.pack.found import shipped_packs
from readtwice.pack.paper import Paper, PaperLesson, PaperPart
from readtwice.page.answers import verdict_words
from readtwice.page.paper.parts import once, page_rule
from readtwice.page.standing_alone import POLICY, WITH_DRAWINGS
from readtwice.publish.print_pack import ONE_SHOT, lessons_of, page, printed, shipped_pages
from readtwice.words import say, words
from tests.authoring.paper import Page
from tests.notebooks import COURSE
from tests.specimens import form_pack, good_pack, hegseth, number_pack, parts_pack

PACKS = {"good": good_pack, "numbers": number_pack, "parts": parts_pack, "form": form_pack, "hegseth": hegseth}
each_pack = pytest.mark.parametrize("pack", [make() for make in PACKS.values()], ids=list(PACKS))

HOSTILE = '</style><script>alert(1)</script><img src=x onerror="x">&"'


def whole(pack: Pack, *, key: bool = False) -> str:
    return page(pack, [printed(pack, one) for one in lessons_of(pack)], key=key)


def on_paper(pack: Pack, *parts: PaperPart, key: bool = False) -> Page:
    lesson = PaperLesson("01", "some", "Some", parts)
    return Page(page(pack, [printed(pack, lesson)], key=key))


@pytest.mark.long
@each_pack
@pytest.mark.parametrize("key", [False, True], ids=["sheet", "answers"])
def test_a_whole_pack_is_one_sound_page(pack: Pack, key: bool) -> None:
    found = Page(whole(pack, key=key))
    assert found.trouble == []
    assert found.policy == (WITH_DRAWINGS if found.drawings else POLICY)
    assert (say("paper.whose_key") in found.words) == key


@pytest.mark.long
@each_pack
def test_the_same_pack_prints_the_same_page(pack: Pack) -> None:
    assert whole(pack) == whole(pack)


@pytest.mark.parametrize("pack", [make() for name, make in PACKS.items() if name != "hegseth"])
def test_every_item_of_a_third_person_s_pack_is_on_both_pages_once(pack: Pack) -> None:
    unlisted = replace(pack, paper=None)
    for key in (False, True):
        items = Page(whole(unlisted, key=key)).items
        assert sorted(one for one in items if one in {item.id for item in pack.items}) == sorted(
            item.id for item in pack.items
        )


def test_a_pack_without_a_plan_prints_every_part_that_it_has() -> None:
    pack = replace(parts_pack(), paper=None)
    items = Page(whole(pack)).items
    assert {"voices-opening", "voices-safe", "timeline-order", "timeline-saturday"} < {*items}
    assert any(one.startswith("drift-") for one in items)
    assert any(one.startswith("fact-check-") for one in items)
    assert the_good_report_of(pack).headline.text in Page(whole(pack)).words


def test_the_plan_of_a_pack_says_what_is_printed() -> None:
    (lesson,) = lessons_of(parts_pack())
    sheet, answers = (Page(page(parts_pack(), [printed(parts_pack(), lesson)], key=key)) for key in (False, True))
    assert sheet.items == ["voices-opening", "timeline-order", "cost-b03", "safe-b04"]
    assert answers.items == sheet.items
    assert "The mayor’s." in answers.words
    assert "The mayor’s." not in sheet.words
    assert "Links." in answers.words
    assert "27 June 2026" in sheet.words
    assert "Saturday, 27 June 2026" in answers.words
    assert "Saturday, 27 June 2026" not in sheet.words


def test_a_worked_card_shows_its_steps_and_a_faded_one_only_those_that_are_given() -> None:
    pack = good_pack()
    worked, faded = (next(item for item in pack.items if item.use == use) for use in ("worked", "faded"))
    sheet = on_paper(pack, PaperPart("cards", ("worked", "faded")))
    assert all(step in sheet.words for step in worked.steps)
    assert say("feedback.solution", verdict=verdict_words(worked, Answer(worked.key, worked.relation))) in sheet.words
    assert 0 < faded.given < len(faded.steps)
    assert [step in sheet.words for step in faded.steps] == [place < faded.given for place in range(len(faded.steps))]


def test_a_card_that_asks_for_sureness_has_a_row_of_five() -> None:
    pack = form_pack()
    sheet = Page(whole(pack))
    for kind in {item.kind for item in pack.items}:
        row = " ".join(words()["sureness_button"][kind].values())
        assert row in sheet.words
    assert say("paper.even") not in sheet.words, "alone it is for everybody"
    halves = on_paper(pack, PaperPart("form", (pack.slug, "before"))).words
    assert halves.count(say("paper.even")) == halves.count(say("paper.odd")) == 1


def test_after_the_course_the_halves_change_places() -> None:
    pack = form_pack()
    before, after = (on_paper(pack, PaperPart("form", (pack.slug, occasion))).items for occasion in ("before", "after"))
    assert sorted(before) == sorted(after)
    assert before[: len(before) // 2] == after[len(after) // 2 :]


def test_the_answer_of_a_number_has_its_working_and_its_slips_filled_in() -> None:
    pack = number_pack()
    item = next(item for item in pack.items if item.computation)
    assert item.computation
    sheet, answers = (on_paper(pack, PaperPart("cards", (item.id,)), key=key) for key in (False, True))
    assert item.computation.ask in sheet.words
    assert all(line in answers.words for line in item.computation.working)
    assert all(slip.feedback in answers.words for slip in item.computation.slips)
    assert say("paper.counts", shown=item.computation.shown, low="x", high="y").split(".")[0] in answers.words
    assert all(" ".join(line.split()) not in sheet.words for line in item.computation.working)


def test_the_label_of_a_page_changes_with_what_stands_on_it() -> None:
    pack = good_pack()
    lesson = lessons_of(pack)[0]
    label = printed(pack, lesson).label
    item = pack.items[0]
    other = replace(pack, items=(replace(item, prompt=f"{item.prompt} Really?"), *pack.items[1:]))
    assert lesson.id in label
    assert pack.slug in label
    assert printed(other, lesson).label != label


def test_whatever_stands_in_a_pack_is_text_on_paper() -> None:
    pack = good_pack()
    items = tuple(replace(item, topic=HOSTILE, prompt=HOSTILE, explanation=HOSTILE, why=HOSTILE) for item in pack.items)
    hostile = replace(pack, slug=HOSTILE, items=items)
    for key in (False, True):
        html = whole(hostile, key=key)
        assert Page(html).trouble == []
        assert "<script" not in html
        assert "<img" not in html


def test_a_label_cannot_leave_its_style() -> None:
    rule = page_rule("lesson-01", HOSTILE)
    label = re.search(r'content: "([^"]*)"', rule)
    assert label
    assert re.fullmatch(r"(?:[A-Za-z0-9 ]|\\[0-9a-f]{6} )*", label[1])
    assert rule.count("{") == rule.count("}")


def test_a_card_that_comes_again_has_an_id_of_its_own() -> None:
    assert once('<p id="a"></p><p id="b"></p><p id="a"></p>') == '<p id="a"></p><p id="b"></p><p id="a-2"></p>'


def test_a_form_that_is_nowhere_is_told_in_a_sentence() -> None:
    with pytest.raises(PackError, match=r"^There is no pack named 'nowhere' in this course\.$"):
        on_paper(good_pack(), PaperPart("form", ("nowhere", "before")))
    with pytest.raises(PackError, match=r"has no form to print\.$"):
        on_paper(good_pack(), PaperPart("form", ("hegseth-nato-2025", "before")))


def test_a_lesson_that_stands_alone_is_printed_with_its_minutes() -> None:
    pack = hegseth()
    assert pack.one_shot
    (lesson,) = (one for one in lessons_of(pack, key=True) if one.id == ONE_SHOT)
    sheet = on_paper(pack, *lesson.parts)
    named = [one.item for step in pack.one_shot.steps for one in step.items]
    tagged = [f"caption-{one.block}" for step in pack.one_shot.steps for one in step.captions]
    assert [one for one in sheet.items if one in named] == named
    assert [one for one in sheet.items if one in tagged] == tagged
    answers = Page(page(pack, [printed(pack, lesson)], key=True))
    for begin, end, step in pack.one_shot.plan:
        to_do = step.items or step.captions or step.read or step.cards != "none"
        assert (say("paper.step", title=step.title, begin=begin, end=end) in sheet.words) == bool(to_do)
        told = words()["paper"]["steps"].get(step.id, {"title": step.title, "does": step.does})
        assert f"{begin} to {end} {told['title']} {told['does']}" in answers.words
        assert all(one.talk in sheet.words for one in (*step.items, *step.captions))


def test_each_set_of_a_form_starts_a_page_and_so_does_what_comes_after() -> None:
    pack = form_pack()
    parts = (
        PaperPart("text", ask=("Why?",)),
        PaperPart("form", (pack.slug, "before")),
        PaperPart("text", ask=("So?",)),
    )
    html = page(pack, [printed(pack, PaperLesson("01", "some", "Some", parts))])
    assert html.count('"new-page"') == 3
    first = page(pack, [printed(pack, PaperLesson("01", "some", "Some", parts[1:2]))])
    assert first.count('"new-page"') == 1


def test_items_that_a_plan_leaves_out_have_a_lesson_of_their_own() -> None:
    pack = replace(good_pack(), paper=Paper((PaperLesson("07", "x", "X", (PaperPart("read"),)),)))
    assert [one.id for one in lessons_of(pack)] == ["07", "01"]


@pytest.mark.parametrize("slug", ["hegseth-nato-2025", "skate-park"])
def test_a_sheet_of_a_lesson_that_stands_alone_has_no_card_of_the_other_half(slug: str) -> None:
    """Each story comes once on each sheet, at the other end on the other; the key names each card of both."""
    pack = load_pack(slug)
    sheets = [one for one in lessons_of(pack) if one.id == ONE_SHOT]
    assert [one.sheets for one in sheets] == ["A", "B"]
    assert pack.one_shot
    cards = load_pack(pack.one_shot.form_pack)
    assert cards.form
    halves = [{card.item for card in cards.form.cards_of(half)} for half in ("first", "second")]  # type: ignore[arg-type]
    card_of = {item.id: item.card for item in (*cards.items, *cards.twins)}
    labels = []
    for lesson, order in zip(sheets, (halves, halves[::-1]), strict=True):
        found = printed(pack, lesson)
        labels.append(found.label)
        items = Page(page(pack, [found])).items
        end = f"-{lesson.sheets}".lower()
        for occasion, half in zip(("before", "after"), order, strict=True):
            asked = [one for one in items if f"-{occasion}-" in one]
            assert all(one.endswith(f"-{occasion}{end}") for one in asked)
            assert {card_of[one.removesuffix(f"-{occasion}{end}")] for one in asked} == half
    (whole,) = (one for one in lessons_of(pack, key=True) if one.id == ONE_SHOT)
    answers = page(pack, [printed(pack, whole)], key=True)
    editions = {one.split()[-1] for one in (*labels, printed(pack, whole).label)}
    assert len(editions) == 1, "a sheet and its answers say that they belong together"
    key = Page(answers).words.split(say("paper.plan"))[0]
    assert all(key.count(cards.item(card.item).topic) == 2 for card in cards.form.cards)
    assert answers.count(say("paper.keep_until_exit")) == 4
    assert say("paper.keep_until") not in answers


def test_what_is_said_on_a_sheet_is_true_of_it() -> None:
    """Of boxes where there are some, of lines where there are some; and until when answers are kept."""
    alone = load_pack("form-b")
    (lesson,) = lessons_of(alone)
    sheet, answers = (page(alone, [printed(alone, lesson)], key=key) for key in (False, True))
    assert alone.form
    assert len(Page(sheet).items) == 2 * len(alone.form.cards), "everybody has all stories"
    assert say("paper.how_form") in sheet
    assert say("paper.how") not in sheet
    assert say("paper.even") not in sheet
    assert say("paper.keep_until_handed_in") in answers
    start = next(one for one in lessons_of(hegseth()) if one.id == "00")
    sheet, answers = (page(hegseth(), [printed(hegseth(), start)], key=key) for key in (False, True))
    assert say("paper.how_form") in sheet
    assert say("paper.how") not in sheet
    assert answers.count(say("paper.keep_until")) == 2, "above the search and above the cards"
    lessons = {one.id: Page(page(hegseth(), [printed(hegseth(), one)])).words for one in lessons_of(hegseth())}
    assert [one for one, told in lessons.items() if say("paper.how_form") not in told] == ["10"]
    assert [one for one, told in lessons.items() if say("paper.how") not in told] == ["00", "08", "10"]


def test_the_key_of_a_lesson_alone_is_kept_where_it_measures_and_its_plan_is_for_paper() -> None:
    pack = load_pack("skate-park")
    (whole,) = (one for one in lessons_of(pack, key=True) if one.id == ONE_SHOT)
    answers = Page(page(pack, [printed(pack, whole)], key=True)).words
    keys, _, plan = answers.partition(say("paper.plan"))
    assert keys.count(say("paper.keep_until_exit")) == 2
    assert keys.index("Seen, told, added") < keys.rindex(say("paper.keep_until_exit")) < keys.index("Exit cards")
    assert not re.search(r"[Ss]core card|(Open|Start) the page|one line", plan.split("Entry cards (")[0])
    assert "Check a number (" in plan, "each answer stands under its step"


def test_what_is_printed_behind_the_lessons_of_a_pack_has_a_name_and_no_number() -> None:
    pack = load_pack("one-year-of-the-book-bus")
    assert [one.id for one in lessons_of(pack)] == ["01-A", "01-B", "more"]
    assert "99" not in Page(whole(pack)).words


def test_no_id_on_paper_tells_which_state_of_a_card_a_sheet_has() -> None:
    """The number that ends a twin's id does: the third state is nearly always the one that nothing settles."""
    twins = {item.id for slug in shipped_packs() for item in load_pack(slug).twins}
    sheets = "\n".join(path.read_text("utf-8") for path in (COURSE / "notebooks/teacher/paper").glob("*.html"))
    printed = {re.sub(r"-(?:stories-)?[a-z]$", "", one) for one in re.findall(r"<code>([\w-]+)</code>", sheets)}
    assert len(printed) > 100
    assert not {one for one in twins for shown in printed if shown == one or shown.startswith(f"{one}-")}


@pytest.mark.parametrize("name", ["00_start_here", "08_after", "09_a_fresh_text"])
def test_a_learner_takes_sheet_a_or_b_of_a_form_and_never_sees_the_other_half(name: str) -> None:
    made = shipped_pages()
    a, b, every = (made[f"{name}{end}.html"] for end in ("-A", "-B", ""))
    ids = [re.findall(r"<code>([\w-]+-(?:before|after|fresh)-[ab])</code>", one) for one in (a, b, every)]
    assert ids[0]
    assert all(one.endswith("-a") for one in ids[0])
    assert all(one.endswith("-b") for one in ids[1])
    assert {*ids[0]} | {*ids[1]} <= {*ids[2]}, "and the answer page has the key of each"
    if name != "09_a_fresh_text":
        assert not {one[:-1] for one in ids[0]} & {one[:-1] for one in ids[1]}
    editions = {re.search(r"edition (\w+)", one)[1] for one in (a, b, every, made[f"{name}-answers.html"])}  # type: ignore[index]
    assert len(editions) == 1
    assert not any(say("paper.strips_to_cut") in one for one in (a, b))
    assert say("paper.strips_to_cut") in every


def test_a_learner_who_takes_one_sheet_gets_its_cards_on_stories_and_not_those_of_the_other() -> None:
    made = shipped_pages()
    for letter in "AB":
        ids = re.findall(r"<code>([\w-]+-stories-[ab])</code>", made[f"09_a_fresh_text-{letter}.html"])
        assert len(ids) == 2
        assert all(one.endswith(f"-{letter.lower()}") for one in ids)
