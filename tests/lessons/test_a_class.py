"""28 learners on a lesson with twins that came as a file: report, gradebook and live view on the teacher's machine."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from readtwice import classroom, course
from readtwice.classroom.collecting.collect import Collected, collect_contents
from readtwice.classroom.gradebooks.completion import arrived, assigned, handed_in
from readtwice.classroom.live_view.counts import LiveClass
from readtwice.classroom.reporting.class_report import class_report
from readtwice.lessons.opened import open_lesson
from readtwice.pack import Pack, load_pack
from readtwice.pack.compiled import all_packs
from readtwice.pack.draw import name_on_page
from readtwice.page import open as opened
from readtwice.record import progress_text
from readtwice.record.card_sets import known_sets
from tests.lessons.desk import TEXT, Desk, with_twins

LEARNERS = 28
SLUG = "the-pond-at-orling"


def send(widget: Any, **message: Any) -> str:
    widget._take(None, {**message, "number": f"n{message}"[:60]}, [])
    return str(widget.view["said"])


def lesson_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """The file that a teacher made by clicks on another computer: six cards, four of them exit cards."""
    monkeypatch.setenv("READTWICE_RECORD_DIR", str(folder / "author"))
    desk = Desk()
    desk.do("text", text=TEXT)
    with_twins(desk)
    for card in ("card-01", "card-02", "card-06", "card-07"):
        desk.do("use", card=card, use="exit")
    assert desk.view["problems"] == []
    desk.do("save")
    return b64decode(desk.files[f"{SLUG}.zip"]["text"])


class AClass:
    """What 28 learners saw, and what they handed in."""

    def __init__(self, content: bytes, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.texts = set[str]()
        self.answered = list[set[str]]()
        self.files = list[tuple[str, bytes]]()
        self.codes = list[str]()
        for number in range(LEARNERS):
            monkeypatch.setenv("READTWICE_RECORD_DIR", str(folder / f"learner-{number}"))
            opened.begin()
            opened.session().choose("fresh")
            open_lesson(content)
            self._does(course.open_lesson(SLUG).children[1].children, all_right=number % 2 == 0)
            self.files.append((f"p{number}.jsonl", progress_text(opened.session().record.events).encode()))
        monkeypatch.setenv("READTWICE_RECORD_DIR", str(folder / "teacher"))
        opened.begin()

    def _does(self, pages: Any, *, all_right: bool) -> None:
        self.texts.add(opened.session().pack.article.text)
        pack = load_pack(SLUG)
        items = {name_on_page(pack, item): item for item in (*pack.items, *pack.twins)}
        answered = set()
        for page in (one for one in pages if getattr(one, "name", "") in ("judge", "bench")):
            for card in page.view["cards"]:
                item = items[card["id"]]
                shown = str(card["quotes"])
                assert all(quote.text in shown for quote in item.shown)
                answered.add(item.id)
                if card.get("sureness"):
                    flawed, right = item.is_flawed, all_right
                    tap = "cant_tell" if item.key == "undetermined" else "sure_not" if flawed == right else "think_so"
                    send(page, type="answer", item=item.id, sureness=tap)
                elif page.name == "judge":
                    send(page, type="answer", item=item.id, verdict=item.key, relation=item.relation, hints=0)
                else:
                    send(page, type="estimate", item=item.id, text="30")
                    send(page, type="number", item=item.id, text="25")
                    send(page, type="verdict", item=item.id, verdict=item.key)
            self.codes += [page.view["code"]] if page.view.get("code") else []
        self.answered.append(answered)


@pytest.fixture(scope="module")
def patched() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        yield patch
    opened.begin()


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory, patched: pytest.MonkeyPatch) -> tuple[bytes, AClass]:
    folder = tmp_path_factory.mktemp("class")
    content = lesson_file(folder, patched)
    return content, AClass(content, folder, patched)


@pytest.fixture
def at_the_teachers(lesson: tuple[bytes, AClass]) -> tuple[AClass, Pack]:
    """The same file opened on the teacher's machine."""
    return lesson[1], open_lesson(lesson[0])


def collected(mine: AClass) -> Collected:
    return collect_contents(mine.files, tuple(known_sets()))


def test_neighbours_read_different_texts_and_each_exit_set_is_two_cards(at_the_teachers: tuple[AClass, Pack]) -> None:
    mine, pack = at_the_teachers
    assert len(mine.texts) > 3
    exits = {item.id for item in (*pack.items, *pack.twins) if item.use == "exit"}
    with_twins_ = {item.card for item in pack.twins}
    own = [{one for one in answered & exits if pack.item(one).card in with_twins_} for answered in mine.answered]
    assert {len(one) for one in own} == {2}
    assert len(set(map(frozenset, own))) >= 3
    assert {pack.item(one).state for answered in own for one in answered} == {"clean", "flawed", "open"}


def test_the_report_counts_every_answer_of_every_learner(at_the_teachers: tuple[AClass, Pack]) -> None:
    mine, _ = at_the_teachers
    found = collected(mine)
    assert (len(found.learners), found.rejected) == (LEARNERS, ())
    report = class_report(found, all_packs())
    assert report.learners == LEARNERS
    sets = {one.use: one for one in report.lessons if one.pack == SLUG}
    assert sets["exit"].learners == sets["exit"].finished == sets["solo"].learners == LEARNERS
    by_hand = sum(len(one & {card.item.id for card in sets["exit"].cards}) for one in mine.answered)
    assert sum(card.learners for card in sets["exit"].cards) == by_hand
    assert not [one for one in report.recognised if one.kind in ("other_pack", "other", "unreadable", "older")]


def test_codes_of_exit_cards_are_read_by_report_and_live_view(at_the_teachers: tuple[AClass, Pack]) -> None:
    mine, _ = at_the_teachers
    assert len(mine.codes) == LEARNERS
    text = "\n".join(mine.codes)
    found = collect_contents([("", text.encode())], tuple(known_sets()))
    assert (len(found.learners), found.rejected) == (LEARNERS, ())
    live = LiveClass(known_sets())
    live.paste(text)
    (group,) = live.groups()
    assert (group.cards.pack, group.learners, live.troubles()) == (SLUG, LEARNERS, ())
    assert sum(card.answered for card in group.counts) == sum(card.asked for card in group.counts)


def test_a_live_view_that_is_open_already_learns_of_the_lesson(lesson: tuple[bytes, AClass], tmp_path: Path) -> None:
    content, mine = lesson
    (tmp_path / "in").mkdir()
    for name, progress in mine.files[:5]:
        (tmp_path / "in" / name).write_bytes(progress)
    (tmp_path / "in" / "codes.txt").write_text("\n".join(mine.codes[5:9]), encoding="utf-8")
    live = LiveClass([one for one in known_sets() if one.pack != SLUG])
    live.look(tmp_path / "in")
    assert live.groups() == ()
    open_lesson(content)
    live.know(known_sets())
    live.look(tmp_path / "in")
    assert [one.learners for one in live.groups()] == [9]
    assert live.troubles() == ()


def test_completion_for_a_gradebook_names_the_lesson(at_the_teachers: tuple[AClass, Pack]) -> None:
    mine, _ = at_the_teachers
    found, packs = collected(mine), all_packs()
    names = {one.what: one.learners for one in arrived(found, packs, "form-a", "hegseth-nato-2025")}
    assert names == {SLUG: LEARNERS}
    work = assigned(SLUG, packs, "form-a", "hegseth-nato-2025")
    assert "The Pond at Orling" in work.title
    assert set(handed_in(found, work).values()) == {100}


def test_report_pages_take_the_lesson_in_and_the_gradebook_shows_its_title(
    at_the_teachers: tuple[AClass, Pack],
) -> None:
    mine, _ = at_the_teachers
    view = classroom.live()
    desk = classroom.report("form-a", "hegseth-nato-2025").children[0]
    shown = desk._make([*mine.files], [])
    assert shown.learners == LEARNERS
    column = classroom.gradebook_column("form-a", "hegseth-nato-2025")
    (first, *_) = column.view["work"]
    assert (first["label"], first["learners"], first["chosen"]) == ("The Pond at Orling", LEARNERS, True)
    opener = classroom.open_lesson(sheets=False).children[0]
    send(opener, type="open", slug=SLUG)
    assert view.view["groups"] == []
