"""A pack on paper: for each lesson a sheet without the key and an answer page, each a page that stands alone.

What a lesson prints stands in the pack's `paper.yaml`. A lesson without that prints the article, then its items by
their uses; a pack without any also prints every other part that it has.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from itertools import groupby

from readtwice.activities import drawing, prints
from readtwice.markup import Html, html, joined, listed
from readtwice.pack import Item, Pack, PackError, load_pack
from readtwice.pack.found import shipped_packs
from readtwice.pack.item import SEARCH, USES
from readtwice.pack.one_shot import OneShot
from readtwice.pack.paper import PaperLesson, PaperPart
from readtwice.pack.shuffled import shuffled
from readtwice.page.deck_title import deck_title
from readtwice.page.paper import cards as cards_on_paper
from readtwice.page.paper.parts import (
    asked,
    labelled,
    once,
    page_rule,
    part,
    rules,
    short,
    table,
    text,
    ticks,
)
from readtwice.page.paper.printing import Print
from readtwice.page.paper.sheets import SHEETS
from readtwice.page.standing_alone import POLICY, WITH_DRAWINGS, filled
from readtwice.publish import paper_figures, paper_forms, paper_stories
from readtwice.syllabus import syllabus
from readtwice.words import say, words

BUILT_IN = ("text", "cards", "form", "stories")
"""What every pack prints by itself; all other words of `paper.yaml` belong to figures or to an activity."""


@cache
def printing() -> dict[str, Print]:
    """What is printed for each word of `paper.yaml` but those built in."""
    return paper_figures.PRINTS | prints()


ONE_SHOT = "one_shot"
"""The id of a pack's lesson that stands alone."""

MORE = "more"
"""The id of what is printed behind the lessons of a pack that has no plan for paper."""

PAGE_NAME = "lesson-"
"""How the style calls the pages of a lesson, before its id."""

NARROW = "12mm 11mm"
"""The margins of a lesson that is to fit few pages."""

ORDER_OF_USES = ("recall", "worked", "faded", "solo", "practice", "exit", "extra")


@dataclass(frozen=True, slots=True)
class Printed:
    """The sheet and the answer page of one lesson, each as HTML that `page` puts into a whole page."""

    lesson: PaperLesson
    label: str
    sheet: Html
    answers: Html


def lessons_of(pack: Pack, *, key: bool = False) -> tuple[PaperLesson, ...]:
    """The lessons that a pack prints: those of its paper.yaml, then any other that it has items for.

    A pack without either prints its article. A lesson that stands alone is there once for each of its sheets, and
    with `key` once for all of them.
    """
    listed_ = pack.paper.lessons if pack.paper else ()
    known = {lesson.id for lesson in listed_}
    by_items = tuple(
        sheet for one in sorted({item.lesson for item in pack.items} - known) for sheet in _by_items(pack, one)
    )
    if pack.one_shot:
        by_items = (*by_items, *_alone(pack.one_shot, key=key))
    if listed_:
        return (*listed_, *by_items)
    by_items = by_items or (PaperLesson("01", pack.slug, pack.article.title, (PaperPart("read"),)),)
    rest = tuple(PaperPart(does) for does, one in printing().items() if one.whole and one.is_there(pack))
    return (*by_items, PaperLesson(MORE, MORE, say("paper.more"), rest)) if rest else by_items


def _by_items(pack: Pack, lesson: str) -> tuple[PaperLesson, ...]:
    """A lesson of which only the items are known: where its cards have twins, two sheets that differ in them."""
    if has_sheets(pack):
        one_by_one = ((letter, _as_listed(told, lesson)) for letter, told in paper_stories.on_sheets(pack).items())
        return tuple(replace(one, id=f"{lesson}-{letter}") for letter, one in one_by_one)
    return (_as_listed(pack, lesson),)


def has_sheets(pack: Pack) -> bool:
    """Whether a lesson is printed on sheets A and B of which a learner takes one: not those of the course's plan."""
    return bool(pack.twins) and not pack.form and not pack.paper and pack.slug not in syllabus().stories


def _as_listed(pack: Pack, lesson: str) -> PaperLesson:
    if pack.form and all(item.use in ("form", SEARCH) for item in pack.items if item.lesson == lesson):
        parts = [PaperPart("form", (pack.slug, paper_forms.WHOLE if pack.form.stories[0].half != "whole" else "fresh"))]
        return PaperLesson(lesson, pack.slug, pack.article.title, tuple(parts))
    elsewhere = {item for one in printing().values() for item in one.items(pack)}
    uses = [
        (use, [item.id for item in _items(pack, lesson, (use,)) if item.id not in elsewhere]) for use in ORDER_OF_USES
    ]
    cards = [PaperPart("cards", tuple(ids), deck_title([*map(pack.item, ids)])) for _, ids in uses if ids]
    return PaperLesson(lesson, pack.slug, pack.article.title, (PaperPart("read"), *cards))


def _items(pack: Pack, lesson: str, named: Iterable[str]) -> list[Item]:
    """The items of uses and ids, in the order of the screen. Recall is that of the nearest lesson which has some."""
    found: list[Item] = []
    for one in named:
        if one not in USES:
            found.append(pack.item(one))
            continue
        at = lesson
        if one == "recall":
            at = max((i.lesson for i in pack.items if i.use == one and i.lesson <= lesson), default=lesson)
        found += shuffled(pack.items_for(at, one))
    return found


def _alone(one_shot: OneShot, *, key: bool) -> tuple[PaperLesson, ...]:
    every = "".join(SHEETS)
    return tuple(one_shot_on_paper(one_shot, letters) for letters in ([every] if key else every))


def one_shot_on_paper(one_shot: OneShot, sheets: str = "AB") -> PaperLesson:
    """The lesson that stands alone, step by step with its minutes; steps with nothing to do on paper are left out."""
    parts: list[PaperPart] = []
    for begin, end, step in one_shot.plan:
        found: list[PaperPart] = []
        if step.cards != "none":
            found.append(PaperPart("form", (one_shot.form_pack, step.cards)))
        if step.read:
            found.append(PaperPart("read", step.read))
        if step.items:
            named, talk = zip(*((one.item, one.talk) for one in step.items), strict=True)
            found.append(PaperPart("cards", named, ask=talk))
        for does, one in printing().items():
            if asked_of := one.asked(step):
                named, talk = zip(*asked_of, strict=True)
                found.append(PaperPart(does, named, ask=talk))
        title = say("paper.step", title=step.title, begin=begin, end=end)
        parts += [replace(one, title=title, say=(step.does,)) for one in found[:1]] + found[1:]
    return PaperLesson(ONE_SHOT, ONE_SHOT, one_shot.name, tuple(parts), sheets=sheets)


def _plan(one_shot: OneShot) -> Html:
    """The minutes of a lesson that stands alone; steps that need a screen in words for paper."""
    on_paper = words()["paper"]["steps"]
    rows = []
    for begin, end, step in one_shot.plan:
        told = on_paper.get(step.id, {"title": step.title, "does": step.does})
        rows.append((say("paper.minutes", begin=begin, end=end), told["title"], told["does"]))
    return table((say("paper.when"), say("paper.what"), say("paper.learners")), rows)


def _keys(pack: Pack, lesson: PaperLesson) -> Html:
    """The key of a lesson that stands alone on one page: every card of every sheet, no reasons."""
    tables = list[Html]()
    title = ""
    for one in lesson.parts:
        title = one.title or title
        rows: Sequence[tuple[str, str]] = ()
        if one.does == "cards":
            rows = [_key_row(number, item) for number, item in enumerate(_items(pack, lesson.id, one.of), start=1)]
        elif one.does in printing():
            rows = printing()[one.does].key(pack, one)
        elif one.does == "form":
            tables.append(text(say("paper.keep_until_exit"), "notice label"))
            for who, cards in paper_forms.form_keys(_form_pack(pack, one), _occasion(one), lesson.sheets):
                caption = say("paper.key_caption", title=title, sheet=who)
                tables.append(_key_table(caption, [_key_row(*card) for card in cards]))
        if rows:
            tables.append(_key_table(title, rows))
    return part(say("paper.keys"), html('<div class="columns">{}</div>', joined(tables)), "keys")


def _key_row(number: int, item: Item) -> tuple[str, str]:
    shown = f" ({item.computation.shown})" if item.computation else ""
    return say("paper.card", number=number, topic=item.topic), words()["verdict_button"][item.kind][item.key] + shown


def _key_table(caption: str, rows: Sequence[tuple[str, str]]) -> Html:
    return table((say("paper.key_head.card"), say("paper.key_head.key")), rows, caption=caption, look="fine whole")


def printed(pack: Pack, lesson: PaperLesson) -> Printed:
    """One lesson on paper. Raises PackError where it prints a form that is nowhere."""
    letter = lesson.id.partition("-")[2]
    pack = paper_stories.on_sheets(pack)[letter] if letter else pack
    sheet, answers = (_lesson(pack, lesson, key=key) for key in (False, True))
    whole = "".join(SHEETS) if lesson.id == ONE_SHOT else ""
    # Each sheet has the edition of its answer page.
    every = sheet if lesson.sheets == whole else _lesson(pack, replace(lesson, sheets=whole), key=False)
    edition = sha256(every.encode()).hexdigest()[:6]
    number = lesson.id.replace("_", "-") + (f"-{lesson.sheets}" if lesson.sheets != whole else "")
    return Printed(lesson, say("paper.label", lesson=number, pack=pack.slug, edition=edition), sheet, answers)


def _lesson(pack: Pack, lesson: PaperLesson, *, key: bool) -> Html:
    parts: list[Html] = []
    title = ""
    if lesson.id == ONE_SHOT and not key:
        return _on_few_pages(pack, lesson)
    if key and pack.one_shot and lesson.id == ONE_SHOT:
        parts = [_keys(pack, lesson), part(say("paper.plan"), _plan(pack.one_shot), "new-page")]
    for place, one in enumerate(lesson.parts):
        body = _answers(pack, lesson, one) if key else _sheet(pack, lesson, one)
        title = title if lesson.id == ONE_SHOT and not one.title else _title(one)  # of the step that it belongs to
        if body:
            breaks = not key and _starts_a_page(pack, lesson, place)
            parts.append(part(title, body, "new-page" if breaks else ""))
    for does, found in printing().items() if not (key or lesson.sheets) else ():  # what is handed out is the teacher's
        named = [one for one in lesson.parts if one.does == does]
        if named and found.at_end:
            parts.append(found.at_end(pack, named))
    if key and lesson.not_on_paper:
        parts.append(part(say("paper.not_on_paper"), listed(lesson.not_on_paper)))
    return joined(parts)


def _on_few_pages(pack: Pack, lesson: PaperLesson) -> Html:
    """A lesson that stands alone: its entry cards, all between them in two columns, its exit cards.

    Cards that are asked have leaves of their own, so that they can be handed out and in when it is time.
    """
    runs = list[Html]()
    for is_form, run in groupby(lesson.parts, lambda one: one.does == "form"):
        bodies = joined(part(_title(one), _sheet(pack, lesson, one)) for one in run)
        looks = ["columns"] * (not is_form) + ["new-page"] * bool(runs)
        runs.append(html('<div class="{}">{}</div>', " ".join(looks), bodies))
    return joined(runs)


def _starts_a_page(pack: Pack, lesson: PaperLesson, place: int) -> bool:
    """A practice sheet, and forms: a learner needs one set of cards and not the other."""
    one, before = lesson.parts[place], lesson.parts[place - 1] if place else None
    if before and before.does == "form" and paper_forms.has_two_sets(_form_pack(pack, before), _occasion(before)):
        return True
    return one.starts == "on a new page" or bool(before and one.does == "form")


def _title(one: PaperPart) -> str:
    name = one.does.replace(" ", "_")
    return one.title or say(f"paper.parts.{name}")


def _sheet(pack: Pack, lesson: PaperLesson, one: PaperPart) -> Html:
    body = joined(text(words_, "lead") for words_ in one.say)
    body += listed_quotes(one)
    if one.does == "cards":
        found = _items(pack, lesson.id, one.of)
        body += cards_on_paper.relations(found)
        numbered = enumerate(found, start=1)
        body += joined(cards_on_paper.question(pack, item, number, drawing(pack, item)) for number, item in numbered)
    elif one.does == "form":
        body += paper_forms.form(_form_pack(pack, one), _occasion(one), lesson.sheets)
    elif one.does == "stories":
        body += paper_stories.stories(lesson.id, one.of, lesson.sheets)
    elif one.does in printing():
        body += printing()[one.does].sheet(pack, replace(one, sheets=lesson.sheets))
    if lesson.id == ONE_SHOT:
        return body + (text(say("paper.to_talk"), "heading") + listed(one.ask, "ol") if one.ask else Html())
    if one.ask and one.does != "text":
        return body + text(say("paper.to_talk"), "heading") + asked(one.ask, 1)
    return body + asked(one.ask)


def listed_quotes(one: PaperPart) -> Html:
    """Quotations with letters, to be spoken of."""
    letters = zip("ABCDEFGH", one.quotes, strict=False)
    return joined(labelled(letter, short(quote)) for letter, quote in letters)


def _answers(pack: Pack, lesson: PaperLesson, one: PaperPart) -> Html:
    body = text(one.answer)
    if one.does == "cards":
        found = _items(pack, lesson.id, one.of)
        return body + joined(cards_on_paper.answer(pack, item, number) for number, item in enumerate(found, start=1))
    if one.does == "form":
        return body + paper_forms.form_answers(_form_pack(pack, one), _occasion(one), lesson.sheets)
    if one.does == "stories":
        return body + paper_stories.stories_answers(lesson.id, one.of)
    answers = printing()[one.does].answers if one.does in printing() else None
    return body + answers(pack, one) if answers else body


def _form_pack(pack: Pack, one: PaperPart) -> Pack:
    """The pack of a form: this one, or one that ships. Raises PackError."""
    found = pack if one.of[0] == pack.slug else load_pack(one.of[0])
    if found.form is None:
        raise PackError(say("error.authoring.no_form_to_print", slug=found.slug))
    return found


def _occasion(one: PaperPart) -> str:
    return one.of[1] if len(one.of) > 1 else "fresh"


def page(pack: Pack, found: Sequence[Printed], *, key: bool = False) -> str:
    """One page that stands alone: the sheets of some lessons, or with `key` their answer pages."""
    rules, sheets = Html(), Html()
    for place, one in enumerate(found):
        name = f"{PAGE_NAME}{one.lesson.id}{one.lesson.sheets}"
        label = f"{one.label} · {say('paper.answers')}" if key else one.label
        rules += page_rule(name, label, NARROW) if one.lesson.id == ONE_SHOT else page_rule(name, label)
        number = one.lesson.id.replace("_", "-") + ("" if key or not one.lesson.sheets else f" {one.lesson.sheets}")
        kind = say("paper.answers_of" if key else "paper.sheet_of", lesson=number, title=one.lesson.title)
        if one.lesson.id == MORE:
            kind = say("paper.title_answers" if key else "paper.title", pack=one.lesson.title)
        elif one.lesson.id == ONE_SHOT and not key:
            kind = say("paper.sheet_alone", letter=" + ".join(one.lesson.sheets), title=one.lesson.title)
        about = text(one.label, "label")
        about += text(_whose_key(pack), "notice label") if key else _about(one)
        brief = " brief" if one.lesson.id == ONE_SHOT else ""
        look = f"{name}{brief} new-page" if place else f"{name}{brief}"
        told = one.answers if key else one.sheet
        sheets += html('<article class="{}"><h1>{}</h1>{}{}</article>', look, kind, about, told)
    title = say("paper.title_answers" if key else "paper.title", pack=pack.article.title)
    if len(found) == 1:
        title = f"{kind} · {found[0].label}"
    policy = WITH_DRAWINGS if "<img " in sheets else POLICY
    return filled("publish/sheet.html", policy=policy, title=title, rules=rules, sheets=once(sheets))


def whole_page(pack: Pack, key: bool = False) -> str:
    """All that a pack prints as one page: its sheets, or with `key` their answers. Raises PackError."""
    return page(pack, [printed(pack, lesson) for lesson in lessons_of(pack, key=key)], key=key)


def _whose_key(pack: Pack) -> str:
    return say("lessons.whose_key", name=pack.made_by) if pack.made_by else say("paper.whose_key")


def is_sheet(page: str) -> bool:
    """Whether a page was printed here: no other page of ours names the pages of a lesson in its style."""
    return f"@page {PAGE_NAME}" in page


def _about(found: Printed) -> Html:
    lesson, how = found.lesson, _how(found.sheet)
    who = say(f"paper.who_takes.{lesson.sheets}") if len(lesson.sheets) == 1 else ""
    return rules(say("paper.slip")) + joined(map(text, lesson.say)) + text(f"{how} {who}".strip(), "label")


def _how(sheet: Html) -> str:
    """What to do on each card of a sheet; nothing where none has boxes."""
    if ticks(()).removesuffix("</ul>") not in sheet:
        return ""
    lines = any(rules(say(f"paper.{label}")) in sheet for label in ("reason", "about"))
    return say("paper.how" if lines else "paper.how_form")


def shipped_pages() -> dict[str, str]:
    """Each file name of the finished sheets and answer pages with its page, for every pack that ships.

    A pack with lessons of its own prints these; of one without, a lesson that stands alone is enough. Forms and
    stories that a lesson prints have no file of their own. Raises PackError.
    """
    packs = [load_pack(slug) for slug in shipped_packs()]
    chosen = [(pack, lesson) for pack in packs for lesson in _for_a_file(pack)]
    forms = [(pack.slug, one.of[0]) for pack, lesson in chosen for one in lesson.parts if one.does == "form"]
    inside = {form for slug, form in forms if form != slug} | {*syllabus().stories}
    pages = {}
    for pack, lesson in chosen:
        if pack.slug in inside:
            continue
        if not pack.paper and not pack.one_shot:
            pages[f"{pack.slug}.html"] = whole_page(pack)
            pages[f"{pack.slug}-answers.html"] = whole_page(pack, key=True)
            continue
        found, name = printed(pack, lesson), _file_name(pack, lesson)
        if not lesson.sheets:
            pages[f"{name}.html"] = page(pack, [found])
        for letter in _letters(pack, lesson):
            pages[f"{name}-{letter}.html"] = page(pack, [printed(pack, replace(lesson, sheets=letter))])
        pages[f"{name}-answers.html"] = page(pack, [found], key=True)
    return pages


def _for_a_file(pack: Pack) -> tuple[PaperLesson, ...]:
    alone = _alone(pack.one_shot, key=True) if pack.one_shot else ()
    if pack.paper or alone:
        return (*(pack.paper.lessons if pack.paper else ()), *alone)
    return lessons_of(pack)


def _letters(pack: Pack, lesson: PaperLesson) -> tuple[str, ...]:
    """The sheets of which a learner takes one: of a lesson that stands alone, or that asks a form in sets."""
    forms = [one for one in lesson.parts if one.does == "form"]
    in_sets = any(paper_forms.has_two_sets(_form_pack(pack, one), _occasion(one)) for one in forms)
    return SHEETS if in_sets else ()


def _file_name(pack: Pack, lesson: PaperLesson) -> str:
    if lesson.id == ONE_SHOT:
        return f"{ONE_SHOT}_{pack.slug}"
    return f"{lesson.id}_{lesson.name}"
