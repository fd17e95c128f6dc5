"""Random walks over pages, reloads, kernels, answers, kills and choices: one learner stays one, two never mix."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from readtwice.record import Record, events_of, learner_of, progress_text, read_folder

SLIPS = ("TEAL-27-K4", "RED-10-R4")


class Walk:
    """Pages of one folder, each with its own kernel. A learner is who answers; every answer's item says by whom."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.chance = folder, random.Random(seed)
        self.pages: list[Record] = [Record(folder)]
        self.said: set[str] = set()

    def open(self) -> None:
        self.pages.append(Record(self.folder))

    def reload(self) -> None:
        self.pages[self.chance.randrange(len(self.pages))] = Record(self.folder)

    def close(self) -> None:
        self.pages = [Record(self.folder)]

    def kill(self) -> None:
        """A kernel dies while it saves: half a line stays, and the answer was never acknowledged."""
        place = self.chance.randrange(len(self.pages))
        path = self.pages[place]._file.path
        if path and path.exists():
            with path.open("ab") as file:
                file.write(b'{"id": "torn')
        self.pages[place] = Record(self.folder)

    def answer(self, who: str = "one") -> None:
        item = f"{who}-{len(self.said)}"
        self.said.add(item)
        self.chance.choice(self.pages).answer(item, ["clash"])

    def restore(self) -> None:
        """A server forgot its disk, and the browser brings back what it had."""
        text = progress_text(self.pages[-1].to_take_along) if self.pages[-1].look() else ""
        text = text or progress_text(self.pages[-1].to_take_along)
        if '"answer"' not in text:
            return
        for path in self.folder.glob("*"):
            path.unlink()
        self.pages = [Record(self.folder)]
        self.pages[0].take_in(text.encode())

    def random_page(self) -> Record:
        return self.chance.choice(self.pages)


def items_of(page: Record) -> set[str]:
    return {event.item for event in page.events}


def one_learner(folder: Path, seed: int) -> None:
    walk = Walk(folder, seed)
    steps = [walk.open, walk.reload, walk.close, walk.kill, walk.answer, walk.answer, walk.answer, walk.restore]
    slip_at = walk.chance.choice([None, walk.chance.randrange(20)])
    for number in range(20):
        if number == slip_at:  # typed where it was asked for; what lay there before is theirs, and they say so
            page = walk.random_page()
            page.use_slip(SLIPS[0])
            for work in page.other_work:
                page.join(work[-1].learner)
        walk.chance.choice(steps)()
    events = read_folder(folder)[0]
    page = Record(folder)
    assert items_of(page) == walk.said, f"seed {seed}"
    assert {event.item for event in events_of(page.learner, events)} == walk.said
    assert page.other_work == (), f"seed {seed}: one record"
    if slip_at is not None:
        assert page.learner == learner_of(SLIPS[0])
    for other in walk.pages:
        other.look()
        assert items_of(other) == walk.said, f"seed {seed}: every open page shows it all"


def two_learners(folder: Path, seed: int) -> None:
    """Each says so when sitting down: by a slip, a fresh start or going on; pages stay open or not as it happens.

    On an empty folder there is nothing to start fresh from, so whoever comes first without a slip has said nothing, and
    closes the pages.
    """
    walk = Walk(folder, seed)
    ways = {who: walk.chance.choice(["slip", "fresh"]) for who in ("one", "two")}
    codes: dict[str, str] = {}
    steps = [walk.open, walk.reload, walk.close, walk.kill]
    for sitting in range(6):
        who = ("one", "two")[sitting % 2] if sitting < 2 else walk.chance.choice(["one", "two"])
        walk.chance.choice(steps)()
        page = walk.random_page()
        page.look()
        says_nothing = not page.events and ways[who] == "fresh" and not codes
        if ways[who] == "slip":
            page.use_slip(SLIPS[who == "two"])
        elif who in codes:
            page.go_on_with(codes[who])
        else:
            page.start_fresh()
        for _ in range(walk.chance.randrange(1, 4)):
            walk.answer(who)
            walk.chance.choice([*steps, lambda: None, lambda: None])()
        if says_nothing:
            walk.close()
        here = Record(folder)
        if here.events:
            codes[who] = here.learner
    saved = read_folder(folder)[0]
    for who, code in codes.items():
        assert {event.item for event in events_of(code, saved)} == {
            item for item in walk.said if item.startswith(who)
        }, f"seed {seed}, {ways}"
    assert {event.item for event in saved if event.kind == "answer"} == walk.said


@pytest.mark.long
@pytest.mark.parametrize("walk", [one_learner, two_learners])
def test_forty_random_walks(walk: object, tmp_path: Path) -> None:
    for seed in range(40):
        walk(tmp_path / f"{seed}", seed)  # type: ignore[operator]


@pytest.mark.slow
@pytest.mark.parametrize("walk", [one_learner, two_learners])
def test_two_hundred_random_walks(walk: object, tmp_path: Path) -> None:
    for seed in range(1000, 1200):
        walk(tmp_path / f"{seed}", seed)  # type: ignore[operator]
