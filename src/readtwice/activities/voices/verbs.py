"""What a notebook calls: who speaks, on what occasion, and in which kind of sentence."""

from __future__ import annotations

from readtwice.activities.voices.mark import voice_match
from readtwice.activities.voices.who_speaks import open_voices, who_speaks
from readtwice.page.matching import Matching, MatchQuestion, matching, refuse_unknown
from readtwice.page.open import session


def voices(*named: str) -> Matching:
    """The speaker matcher for some paragraphs or stretches of words, or for all of them.

    Raises CourseError for an id that is neither, and where a paragraph has no such words.
    """
    data, pack = open_voices(), session().pack
    from readtwice.page.views import paragraph

    refuse_unknown(named, data.names, "block")
    found = data.within(named or tuple(data.names))
    blocks = dict.fromkeys(voice.quote.block for voice in found) if named else ()
    return matching("voices", [voice_match(pack, voice) for voice in found], ", ".join(map(paragraph, blocks)))


def voice(voice_id: str) -> MatchQuestion:
    """One stretch of words in code. Raises CourseError for an unknown id."""
    data = open_voices()
    refuse_unknown((voice_id,), [one.id for one in data.quotes], "voice")
    return MatchQuestion(voice_match(session().pack, data.voice(voice_id)))


__all__ = ["voice", "voices", "who_speaks"]
