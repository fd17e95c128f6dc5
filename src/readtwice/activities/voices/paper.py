"""On paper: speakers, and cards with short questions on them."""

from __future__ import annotations

from readtwice.activities.voices.mark import voice_match
from readtwice.activities.voices.part import stretches, the_voices_of, voices_of
from readtwice.marking.matching import Match
from readtwice.markup import Html, html, joined
from readtwice.pack import Pack
from readtwice.pack.paper import PaperPart
from readtwice.page.paper.matching import match_answers, match_cards
from readtwice.page.paper.parts import specimen
from readtwice.page.paper.printing import Print
from readtwice.page.views import paragraph
from readtwice.words import say


def speakers(pack: Pack, part: PaperPart) -> Html:
    """Paragraphs with each stretch of words underlined and its speaker after it, as a worked example."""
    labels = {speaker.id: speaker.label for speaker in the_voices_of(pack).speakers}
    paragraphs = []
    for block_id in part.of:
        pieces: list[str] = []
        for stretch, speaker in stretches(pack, block_id):
            if speaker:
                label = say("voices.label", speaker=labels[speaker])
                stretch = html('<span class="seen">{}</span> <strong>{}</strong>', stretch, label)
            pieces.append(stretch)
        paragraphs.append(html("<p>{} {}</p>", paragraph(block_id), joined(pieces)))
    return specimen(pack) + joined(paragraphs)


def _voices(pack: Pack, part: PaperPart) -> list[Match]:
    if voices_of(pack) is None:
        return []
    found = the_voices_of(pack).within(part.of) if part.of else the_voices_of(pack).quotes
    return [voice_match(pack, voice) for voice in found]


def matches(pack: Pack, part: PaperPart) -> Html:
    """Stretches of words as cards with short questions."""
    return match_cards(pack, _voices(pack, part), say("voices.how"))


def answers(pack: Pack, part: PaperPart) -> Html:
    """What we say to each card, why, and on what that rests."""
    return match_answers(_voices(pack, part))


def _knows(pack: Pack, one: str) -> bool:
    held = voices_of(pack)
    return held is not None and one in held.names


PRINTS = {
    "speakers": Print(speakers, is_there=voices_of, knows=_knows, whole=False),
    "voices": Print(matches, answers, is_there=voices_of, knows=_knows),
}
