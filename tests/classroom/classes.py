"""Simulated classes: thirty learners with one habit, or with several, as progress files, codes and zips."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from readtwice.pack import load_pack
from readtwice.record import Record, answers_of, encode, form_set, parity, progress_text
from tests.publish.learners import Answer, take

FORM = "form-a"


def record_of(folder: Path, learner: Answer, seed: int, occasions: tuple[str, ...] = ("before", "after")) -> Record:
    """One learner's form cards: the half of the code's parity first."""
    pack = load_pack(FORM)
    assert pack.form
    record = Record(folder / f"learner-{seed}", FORM)
    halves = ["first", "second"] if not parity(record.learner) else ["second", "first"]
    for occasion, half in zip(("before", "after"), halves, strict=True):
        if occasion in occasions:
            items = [pack.item(card.item) for card in pack.form.cards_of(half)]  # type: ignore[arg-type]
            take(record, learner, items, occasion, FORM, seed)
    return record


def code_of(record: Record, occasion: str) -> str:
    """The result code of what a record holds of an occasion."""
    for half in ("first", "second"):
        cards = form_set(load_pack(FORM), half, occasion)
        if any(given := answers_of(cards, record.events)):
            return encode(cards, record.learner, given)
    raise AssertionError("nothing was answered")


def progress_of(record: Record) -> str:
    return progress_text(record.to_take_along)


def zip_of(**files: bytes | str) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return memory.getvalue()
