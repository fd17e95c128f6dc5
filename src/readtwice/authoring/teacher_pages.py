"""The teacher's pages: Markdown in notebooks/teacher/ and its folders lessons/ and cards/ is the one source.

Beside every page stands the same as a notebook.

A page is Markdown that a person writes. Some blocks in it come from the packs, so that guide and key cannot
drift apart: between `<!-- expected answers: ITEM ANSWER, … -->` (or `… of PACK: …`) and `<!-- end -->` stand likely
answers that the key does not hold, with what the course says to each; between `<!-- balance of the key -->` and
`<!-- end -->` stands whom the errors favour. A card for one hour has `<!-- minutes -->` and `<!-- key at a glance -->`
(or `… of PACK`). `<!-- lessons -->` and the other names of `lesson_lists.LISTS` are made from the syllabus.
The notebook is cut at the headings; it holds no code. A lesson whose page has no card yet gets a first one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import reduce
from pathlib import Path

import nbformat

from readtwice.authoring.balance import balance
from readtwice.authoring.hour_card import first_card, key_at_a_glance, minutes
from readtwice.authoring.lesson_lists import LISTS
from readtwice.authoring.notebook_files import canonical, put_right, to_text
from readtwice.authoring.rating_sheet import rating_sheet
from readtwice.markup import Html
from readtwice.pack import Item, Pack, load_pack
from readtwice.pack.draw import RECORD, variants
from readtwice.pack.found import shipped_packs
from readtwice.page.standing_alone import filled
from readtwice.syllabus import syllabus
from readtwice.words import say, words

FOLDER = "notebooks/teacher"
SHEET = "rating_sheet.csv"
"""The blank sheet for raters of the key: made with the pages, since it too follows the packs."""

ON_ONE_SIDE = ("for_parents_and_heads",)
"""Pages that print on one side, as all cards for an hour do."""

BLOCK = re.compile(
    rf"<!-- (expected answers|balance of the key|key at a glance|minutes|{'|'.join(LISTS)})"
    r"(?: of ([\w-]+))?(?:: ([^>]*?))? -->\n(.*?)<!-- end -->",
    re.S,
)
COMMENT = re.compile(r"<!--.*?-->\n?", re.S)
HEADING = re.compile(r"^(?=## )", re.M)
LINK = re.compile(r"\]\(([^)\s#]+)\.md(#[^)\s]*)?\)")
NUMBERED = re.compile(r"(\d\d)_")
DOLLAR = re.compile(r"(?<!<span>)\\\$")
ALONE = r"<span>\$</span>"
"""JupyterLab renders Markdown first and looks for formulas after that: two escaped dollar signs in one paragraph would
hold one between them. A sign in an element of its own has no partner."""

QUOTED_WORDS = 14
"""Words of a quotation that are shown; the card has all of it."""


class PageError(ValueError):
    """A page that asks for what the key does not have; the message names page and item, and says what to do."""


def generate(course: Path, write: bool) -> list[str]:
    """One line for each page or notebook that is not current; with `write`, put each of them right.

    Raises PageError for a page that cannot be used; then nothing is written.
    """
    folder = course / FOLDER
    if not folder.is_dir():
        raise PageError(say("error.authoring.no_folder", folder=FOLDER, course=course))
    wanted: dict[Path, str] = {}
    front = course / "README.md"
    if front.is_file():
        wanted[front] = refreshed(front.read_text("utf-8"), front)
    for page, source in sources(course).items():
        text = refreshed(source, page)
        wanted |= {page: text, page.with_suffix(".ipynb"): as_notebook(text, page)}
        if page.parent.name == "cards" or page.stem in ON_ONE_SIDE:
            wanted[folder / "one_side" / f"{page.stem}.html"] = on_one_side(text)
    index = folder / "paper" / "README.md"
    if index.is_file():
        text = refreshed(index.read_text("utf-8"), index)
        wanted |= {index: text, index.with_suffix(".ipynb"): as_notebook(text, index)}
    wanted[folder / SHEET] = rating_sheet(load_pack(slug) for slug in shipped_packs())
    return put_right(course, wanted, write)


def pages(course: Path) -> list[Path]:
    """The pages of a course. Other Markdown, deeper in the folder, is none of them."""
    return sorted(
        [
            *(course / FOLDER).glob("*.md"),
            *(course / FOLDER).glob("lessons/*.md"),
            *(course / FOLDER).glob("cards/*.md"),
        ]
    )


def sources(course: Path) -> dict[Path, str]:
    """Each page with its text as it stands, and a first card for each lesson whose page has none yet."""
    found = {page: page.read_text("utf-8") for page in pages(course)}
    for lesson in syllabus().lessons:
        page = course / FOLDER / "lessons" / f"{lesson.notebook}.md"
        if page in found:
            found.setdefault(_card_of(page), first_card(lesson, found[page]))
    return found


def _card_of(page: Path) -> Path:
    return page.parent.parent / "cards" / page.name


def refreshed(text: str, page: Path) -> str:
    """The page with its blocks made anew from the packs. Raises PageError."""

    def block(found: re.Match[str]) -> str:
        what, pack, asked = found[1], found[2], found[3] or ""
        opening = found[0].partition("\n")[0]
        try:
            if what == "expected answers":
                lines = [*_expected(asked, pack or syllabus().article, page)]
            elif what == "balance of the key":
                lines = [*_balance(pack)]
            elif what == "key at a glance":
                lesson = NUMBERED.match(page.name)
                lines = [*map(_plain, key_at_a_glance(pack or syllabus().article, lesson[1] if lesson else ""))]
            elif what == "minutes":
                lines = [*minutes((page.parent.parent / "lessons" / page.name).read_text("utf-8"))]
            else:
                lines = ["\n".join(LISTS[what]())]
        except PageError as error:
            raise PageError(f"{page}: {error}") from None
        return "\n".join([opening, "", *lines, "", "<!-- end -->"])

    edges = [text.count("<!-- end -->"), len(re.findall("<!-- (?!end -->)", text))]
    if edges != [len(BLOCK.findall(text))] * 2:
        raise PageError(say("error.authoring.block_alone", page=page))
    return DOLLAR.sub(lambda _: ALONE, BLOCK.sub(block, text))


def as_notebook(text: str, page: Path) -> str:
    """The notebook file of a page: one cell for each section, links to other pages lead to their notebooks."""
    cells: list[nbformat.NotebookNode] = []
    ids: set[str] = set()
    for section in HEADING.split(COMMENT.sub("", text)):
        first = section.partition("\n")[0]
        wanted = slug = re.sub(r"[^a-z0-9]+", "-", first.removeprefix("## ").lower()).strip("-") if cells else "title"
        number = 1
        while slug in ids:
            number += 1
            slug = f"{wanted}-{number}"
        ids.add(slug)
        source = LINK.sub(lambda found: _to_notebook(found, page), section.strip())
        cells.append(nbformat.v4.new_markdown_cell(source, id=slug))
    return to_text(canonical(nbformat.v4.new_notebook(cells=cells)))


def on_one_side(text: str) -> str:
    """A page as one side of paper, A4 or Letter, without its links. It stands alone, for any browser to print."""
    import mistune

    plain = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", COMMENT.sub("", text))
    body = str(mistune.create_markdown(escape=False, plugins=["table"])(plain))
    title = text.partition("\n")[0].removeprefix("# ")
    return filled("authoring/one_side.html", title=title, body=Html(body))  # noqa: S704 (our own pages)


def _to_notebook(link: re.Match[str], page: Path) -> str:
    """A link to another teacher's page leads to its notebook; a heading's name has hyphens there as on the web."""
    target = (page.parent / f"{link[1]}.md").resolve()
    folder = "/".join(target.parent.parts[-3:])  # a course may itself lie in a folder called teacher
    stands = target.parent.parent / "lessons" / target.name if folder.endswith("/cards") else target
    is_page = stands.is_file() and folder.removesuffix("/lessons").removesuffix("/cards").endswith("notebooks/teacher")
    return f"]({link[1]}.ipynb)" if is_page else link[0]


def _expected(asked: str, pack: str, page: Path) -> Iterator[str]:
    if pack not in shipped_packs():
        raise PageError(say("error.authoring.no_pack", pack=pack, known=", ".join(shipped_packs())))
    items = {item.id: item for item in load_pack(pack).items}
    lesson = NUMBERED.match(page.name)
    for pair in asked.split(","):
        name, _, answer = pair.strip().partition(" ")
        item = items.get(name)
        if item is None:
            raise PageError(say("error.authoring.no_item", name=name, pack=pack))
        if pack == syllabus().article and lesson and item.lesson != lesson[1]:
            raise PageError(
                say("error.authoring.item_of_other_lesson", name=name, lesson=item.lesson, page_lesson=lesson[1])
            )
        if answer not in item.options or answer == item.key:
            others = ", ".join(option for option in item.options if option != item.key)
            raise PageError(say("error.authoring.no_wrong_answer", answer=answer, name=name, others=others))
        yield "<br>\n  ".join((_likely(item, answer), *map(_plain, _twins(load_pack(pack), item))))


def _likely(item: Item, answer: str) -> str:
    """One likely answer: the card, the answer as its button has it, the thought behind it, what the course says."""
    buttons, option = words()["verdict_button"][item.kind], item.options[answer]
    shown = [
        say("guide.quote", words=_cut(" ".join(quote.text.split())), block=int(quote.block[1:])) for quote in item.shown
    ]
    quotes = reduce(lambda first, second: say("guide.between", first=first, second=second), shown)
    lines = [
        say("guide.card", prompt=item.prompt, quotes=quotes, id=item.id, ours=buttons[item.key]),
        say("guide.heard", answer=buttons[answer])
        + (say("guide.thought", thought=option.misconception) if option.misconception else say("guide.no_thought")),
        say("guide.says", feedback=option.feedback),
    ]
    if item.accept_dissent and item.accept_dissent.answer == answer:
        lines.append(say("guide.dissent", reply=item.accept_dissent.say))
    return "- " + "<br>\n  ".join(_plain(line) for line in lines)


def _twins(pack: Pack, item: Item) -> Iterator[str]:
    """The same card as other learners of the class have it."""
    for twin in variants(pack, item.id)[1:]:
        assert twin.twin
        ours = words()["verdict_button"][twin.kind][twin.key]
        for change in (one for one in twin.twin.words if one.told != one.printed):
            place = "record" if change.where == RECORD else "story"
            told = change.told.strip() or say("guide.twin_without")
            yield say(f"guide.twin_{place}", told=told, printed=change.printed.strip(), ours=ours)


def _plain(line: str) -> str:
    """Dollar signs, brackets and pointed brackets of a text are no signs of Markdown."""
    return re.sub(r"([$<\[\]])", r"\\\1", line)


def _cut(text: str) -> str:
    found = text.split(" ")
    return text if len(found) <= QUOTED_WORDS else " ".join(found[:QUOTED_WORDS]) + " …"


def _balance(pack: str | None) -> Iterator[str]:
    """A table for one pack, or for all that ship."""
    yield "\n".join(
        [
            say("guide.balance_head"),
            "|---|---|---|---|---|",
            *(
                say(
                    "guide.balance_row",
                    title=found.title,
                    clean=found.clean,
                    flawed=found.flawed,
                    open=found.open,
                    favours="; ".join(f"{whom}: {count}" for whom, count in found.favours.items()),
                )
                for found in (balance(load_pack(slug)) for slug in ([pack] if pack else shipped_packs()))
            ),
        ]
    )
