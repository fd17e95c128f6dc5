"""Paragraphs by speaker: each stretch labelled and underlined in a colour and way, with shares counted in words.

course.who_speaks("b10")
"""

from __future__ import annotations

from collections import Counter
from html import escape

from readtwice.activities.voices.part import Voice, Voices, voices_of
from readtwice.colours import colour
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
            raise CourseError(say("error.voices.nobodys_words_marked", one=one, known=", ".join(known)))
    labels = {speaker.id: speaker.label for speaker in data.speakers}
    styles: dict[str, str] = {}
    words: Counter[str] = Counter()
    html, text = [], []
    for block_id in blocks:
        block = pack.article.block(block_id)
        pieces, at = [], block.start
        told = []
        for voice in _in_order(data.within((block_id,))):
            start, end = voice.quote.span.start, voice.quote.span.end
            words[""] += _count(pack.article.text[at:start])
            words[voice.speaker] += _count(pack.article.text[start:end])
            style = styles.setdefault(voice.speaker, underline(len(styles)))
            label = say("voices.label", speaker=labels[voice.speaker])
            pieces += [
                escape(pack.article.text[at:start]),
                f'<u style="{style}">{escape(voice.quote.text)}</u> <small><strong>{escape(label)}</strong></small>',
            ]
            told.append(f"{label} {voice.quote.text}")
            at = end
        words[""] += _count(pack.article.text[at : block.end])
        pieces.append(escape(pack.article.text[at : block.end]))
        html.append(f"<p>{''.join(pieces)}</p>")
        text += told
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
    legend = "".join(
        f'<li><u style="{styles[one]}">{escape(share)}</u></li>' if one else f"<li>{escape(share)}</li>"
        for one, share in shares.items()
    )
    html.append(f"<p><strong>{escape(say('voices.legend'))}</strong></p>")
    html.append(f"<ul>{legend}</ul>")
    return Reply("\n".join((*text, *shares.values())), page_html("".join(html)))


def _in_order(voices: tuple[Voice, ...]) -> list[Voice]:
    return sorted(voices, key=lambda voice: voice.quote.span.start)


def _count(text: str) -> int:
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def open_voices() -> Voices:
    """Who speaks in the open pack. Raises CourseError where that has not been worked out."""
    found = voices_of(session().pack)
    if found is None:
        raise CourseError(say("error.voices.who_speaks_article_has_not"))
    return found
