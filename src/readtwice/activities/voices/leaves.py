"""What may leave of the answers of this activity, by name."""

from __future__ import annotations

from readtwice.activities.voices.about import VOICES
from readtwice.activities.voices.mark import voice_match
from readtwice.activities.voices.part import voices_of
from readtwice.marking.matching import Match
from readtwice.pack import Pack
from readtwice.page.leaving import of_cards


def _card(place: str, pack: Pack) -> Match | None:
    quotes = held.quotes if (held := voices_of(pack)) else ()
    return next((voice_match(pack, one) for one in quotes if one.id == place), None)


LEAVES = {VOICES: of_cards(_card)}
