"""What a notebook calls: who speaks, on what occasion, and in which kind of sentence."""

from __future__ import annotations

from readtwice.activities.voices.mark import voice_match
from readtwice.activities.voices.who_speaks import open_voices, who_speaks
from readtwice.page.matching import Matching, MatchQuestion, matching, refuse_unknown
from readtwice.page.open import session


def voices(*blocks: str) -> Matching:
    """The speaker matcher for some paragraphs, or for all. Raises CourseError where a paragraph has none."""
    data, pack = open_voices(), session().pack
    known = list(dict.fromkeys(voice.quote.block for voice in data.quotes))
    from readtwice.page.views import paragraph

    refuse_unknown(blocks, known, "block")
    found = data.within(blocks or tuple(known))
    return matching(
        "voices", [voice_match(pack, voice) for voice in found], ", ".join(paragraph(block) for block in blocks)
    )


def voice(voice_id: str) -> MatchQuestion:
    """One stretch of words in code. Raises CourseError for an unknown id."""
    data = open_voices()
    refuse_unknown((voice_id,), [one.id for one in data.quotes], "voice")
    return MatchQuestion(voice_match(session().pack, data.voice(voice_id)))


__all__ = ["voice", "voices", "who_speaks"]
