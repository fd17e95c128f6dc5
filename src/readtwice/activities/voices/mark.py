"""Who speaks: a stretch of words as a card with three short questions."""

from __future__ import annotations

from readtwice.activities.voices.about import VOICES
from readtwice.activities.voices.part import Voice, the_voices_of
from readtwice.marking.matching import Match, MatchPart
from readtwice.pack import Pack
from readtwice.words import words


def voice_match(pack: Pack, voice: Voice) -> Match:
    """Who speaks, on what occasion, and is it report, opinion or forecast."""
    asked = words()["voices"]
    speakers = {one.id: one.label for one in the_voices_of(pack).speakers}
    occasions = {one.id: one.label for one in the_voices_of(pack).occasions}
    kinds: dict[str, str] = words()["verdict"]["statement"]
    return Match(
        VOICES + voice.id,
        voice.quote,
        (
            MatchPart("speaker", asked["speaker"], speakers, (voice.speaker,)),
            MatchPart("occasion", asked["occasion"], occasions, (voice.occasion,)),
            MatchPart("kind", asked["kind"], kinds, (voice.kind, *voice.also)),
        ),
        voice.why,
        lead=True,
    )
