"""Simulated classes: thirty learners with one habit, or with several, as progress files, codes and zips."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Mapping
from pathlib import Path
from unittest.mock import patch

from readtwice.classroom.collecting.collect import Collected
from readtwice.marking.answer import verdict_of_sureness
from readtwice.pack import Pack, load_pack
from readtwice.record import Event, Record, line_of, parity, progress_text, with_earlier
from tests.publish.learners import Answer, take, trusting
from tests.specimens import exits_of

FORM = "form-a"
STORIES = "short-stories"


def record_of(folder: Path, learner: Answer, seed: int, occasions: tuple[str, ...] = ("before", "after")) -> Record:
    """One learner's form cards: the half of the code's parity first. The code is drawn by the seed, so that a class
    comes out the same each time."""
    pack = load_pack(FORM)
    assert pack.form
    with patch("readtwice.record.record._new_code", lambda: random.Random(f"code {seed}").randbytes(5).hex()):
        record = Record(folder / f"learner-{seed}", FORM)
    halves = ["first", "second"] if not parity(record.learner) else ["second", "first"]
    for occasion, half in zip(("before", "after"), halves, strict=True):
        if occasion in occasions:
            items = [pack.item(card.item) for card in pack.form.cards_of(half)]  # type: ignore[arg-type]
            take(record, learner, items, occasion, FORM, seed)
    return record


def code_of(record: Record, occasion: str) -> str:
    """The result code of what a record holds of an occasion."""
    halves = [one for one in with_earlier(load_pack(FORM)) if one[0].part in ("first", "second")]
    return line_of([one for one in halves if one[0].occasion == occasion], record.learner, record.events).code


def progress_of(record: Record) -> str:
    return progress_text(record.to_take_along)


def handed_in(folder: Path, slip: str, cards: int = 8) -> Path:
    """The progress file of a learner who worked under a slip and answered so many cards before the course."""
    pack, record = load_pack(FORM), Record(folder / slip, FORM)
    assert pack.form
    record.use_slip(slip)
    items = [pack.item(card.item) for card in pack.form.cards_of("first")[:cards]]
    take(record, trusting, items, "before", FORM)
    path = folder / f"{slip}.jsonl"
    path.write_text(progress_of(record))
    return path


def zip_of(**files: bytes | str) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return memory.getvalue()


def answers_in_memory(
    pack: Pack, learner: Answer, seed: int, halves: Mapping[str, str], *, name: str = ""
) -> dict[str, tuple[Event, ...]]:
    """One learner's answers to some halves of a form, by occasion, without a file: for large and many classes."""
    assert pack.form
    code, found = name or f"{seed:010x}", list[Event]()
    for occasion, half in halves.items():
        chance = random.Random(f"{learner.__name__} {seed} {occasion}")
        for card in pack.form.cards_of(half):  # type: ignore[arg-type]
            item = pack.item(card.item)
            tap = learner(item, chance, occasion != "before")
            found.append(
                Event(
                    f"{code}-{pack.slug}-{occasion}-{item.id}",
                    *(code, pack.slug, item.id, item.revision, occasion),
                    answer=[verdict_of_sureness(item.kind, tap)],
                    sureness=tap,
                    time=f"2026-0{1 + (occasion != 'before')}-1{seed % 10}T10:17:36.123Z",
                )
            )
    return {code: tuple(found)}


def halves_of(seed: int) -> dict[str, str]:
    """Which half comes when, by the parity of the learner's code."""
    return {"before": "second", "after": "first"} if seed & 1 else {"before": "first", "after": "second"}


def with_lesson(collected: Collected, lesson: str, share: float = 1.0) -> Collected:
    """The same class, of which so many handed in the exit cards of a lesson too."""
    found = {}
    for place, (code, events) in enumerate(collected.learners.items()):
        more = [
            Event(f"{code}-{one.id}", code, STORIES, one.id, one.revision, "lesson", [one.key], time=events[0].time)
            for one in exits_of(code, lesson)
        ]
        found[code] = (*events, *(more if place < share * len(collected.learners) else ()))
    return Collected(found, ())
