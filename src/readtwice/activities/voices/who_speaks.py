"""Paragraphs by speaker: each stretch labelled and underlined in a colour and way, with shares counted in words.

course.who_speaks("b10")
"""

from __future__ import annotations

from collections import Counter

from readtwice.activities.voices.part import Voices, stretches, voices_of
from readtwice.colours import colour
from readtwice.markup import each, html, joined
from readtwice.page.open import CourseError, session
from readtwice.page.reply import Reply
from readtwice.page.views import page_html
from readtwice.words import say

_COLOURS = tuple(colour(name) for name in ("first", "second", "third", "fourth"))
# Borders, since JupyterLab takes other kinds of underline out of a page that has not been run yet.
_LINES = ("solid", "dashed", "dotted", "double")


def underline(turn: int) -> str:
    """CSS of the speaker who comes up at this turn, from 0. Sixteen in a row differ, and four in both line and colour.

    The label says who it is. Where styles are taken out, a plain underline is left.
    """
    line = _LINES[(turn + turn // len(_COLOURS)) % len(_LINES)]
    return f"text-decoration: none; border-bottom: 3px {line} {_COLOURS[turn % len(_COLOURS)]}"


def who_speaks(*blocks: str) -> Reply:
    """Paragraphs with each stretch of words labelled by its speaker, then each speaker's share of the words.

    Words that are not matched with anybody keep no label and count apart. Raises CourseError for a paragraph without
    any.
    """
    pack, data = session().pack, open_voices()
    known = list(dict.fromkeys(voice.quote.block for voice in data.quotes))
    for one in blocks or ("",):
        if one not in known:
            raise CourseError(say("error.voices.no_words_marked", one=one, known=", ".join(known)))
    labels = {speaker.id: speaker.label for speaker in data.speakers}
    styles: dict[str, str] = {}
    words: Counter[str] = Counter()
    shown, text = [], []
    for block_id in blocks:
        pieces: list[str] = []
        for stretch, speaker in stretches(pack, block_id):
            words[speaker] += _count(stretch)
            if speaker:
                style = styles.setdefault(speaker, underline(len(styles)))
                label = say("voices.label", speaker=labels[speaker])
                text.append(f"{label} {stretch}")
                stretch = html('<u style="{}">{}</u> <small><strong>{}</strong></small>', style, stretch, label)
            pieces.append(stretch)
        shown.append(html("<p>{}</p>", joined(pieces)))
    total = sum(words.values())
    shares = {
        one: say(
            "voices.share",
            speaker=labels[one] if one else say("voices.rest"),
            percent=round(100 * count / total),
            count=count,
            of=total,
        )
        for one, count in words.most_common()
        if count
    }
    legend = (html('<u style="{}">{}</u>', styles[one], share) if one else share for one, share in shares.items())
    shown.append(html("<p><strong>{}</strong></p><ul>{}</ul>", say("voices.legend"), each("<li>{}</li>", legend)))
    return Reply("\n".join((*text, *shares.values())), page_html(*shown))


def _count(text: str) -> int:
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def open_voices() -> Voices:
    """Who speaks in the open pack. Raises CourseError where that has not been worked out."""
    found = voices_of(session().pack)
    if found is None:
        raise CourseError(say("error.voices.none"))
    return found
