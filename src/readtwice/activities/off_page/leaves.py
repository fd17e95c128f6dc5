"""What may leave of the answers of this activity, by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readtwice.pack import Pack
from readtwice.page.kept import FOUND, OFF_PAGE
from readtwice.page.leaving import Leaves, in_words, texts
from readtwice.syllabus import syllabus


def _written(place: str, answer: Any, pack: Pack) -> dict[str, str] | None:
    known = {lesson.id for lesson in syllabus().lessons}
    return texts(answer, FOUND) if place in known and isinstance(answer, Mapping) else None


def _told(answer: Any) -> tuple[str, str]:
    return in_words(answer.get("where", "")), in_words(answer.get("says", ""))


LEAVES = {OFF_PAGE: Leaves(written=_written, told=_told)}
