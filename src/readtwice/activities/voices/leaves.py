"""What may leave of the answers of this activity, by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from readtwice.activities.voices.mark import VOICES, voice_match
from readtwice.activities.voices.part import Voice, voices_of
from readtwice.article import Span
from readtwice.pack import Pack
from readtwice.page.leaving import Leaves, matched, stands_on


def _voice(place: str, pack: Pack) -> Voice | None:
    held = voices_of(pack)
    return next((one for one in held.quotes if one.id == place), None) if held else None


def _chosen(place: str, answer: Any, pack: Pack) -> dict[str, str] | None:
    voice = _voice(place, pack)
    return matched(voice_match(pack, voice), answer) if voice else None


def _stands(place: str, answer: Any, pack: Pack) -> Iterator[tuple[Any, tuple[Span, ...]]]:
    voice = _voice(place, pack)
    return stands_on(voice.quote, answer) if voice else iter(())


LEAVES = {VOICES: Leaves(_chosen, stands=_stands)}
