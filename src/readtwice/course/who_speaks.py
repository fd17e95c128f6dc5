"""Paragraphs by speaker: each stretch underlined in its own way and labelled, with shares counted in words.

course.who_speaks("b10")
"""

from __future__ import annotations

from collections import Counter
from html import escape

from readtwice.course.answers import Reply
from readtwice.course.open import CourseError, session
from readtwice.pack.voices import Voice
from readtwice.widgets import page_html
from readtwice.words import say

_LINES = ("solid", "dashed", "dotted", "double", "wavy")
"""Kinds of underline, in the order in which speakers come up; a sixth speaker has the first again, and its label."""


def who_speaks(*blocks: str) -> Reply:
    """Paragraphs with each stretch of words labelled by its speaker, then each speaker's share of the words.

    Words that are not matched with anybody keep no label and count apart. Raises CourseError for a paragraph without
    any.
    """
    pack = session().pack
    data = pack.voices
    known = list(dict.fromkeys(voice.quote.block for voice in data.quotes)) if data else []
    for one in blocks or ("",):
        if data is None or one not in known:
            raise CourseError(f"Nobody's words are marked in {one!r}. There are: {', '.join(known)}.")
    assert data is not None
    labels = {speaker.id: speaker.label for speaker in data.speakers}
    lines: dict[str, str] = {}
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
            line = lines.setdefault(voice.speaker, _LINES[len(lines) % len(_LINES)])
            label = say("voices.label", speaker=labels[voice.speaker])
            pieces += [
                escape(pack.article.text[at:start]),
                f'<u style="text-decoration-style: {line}">{escape(voice.quote.text)}</u>'
                f" <small><strong>{escape(label)}</strong></small>",
            ]
            told.append(f"{label} {voice.quote.text}")
            at = end
        words[""] += _count(pack.article.text[at : block.end])
        pieces.append(escape(pack.article.text[at : block.end]))
        html.append(f"<p>{''.join(pieces)}</p>")
        text += told
    total = sum(words.values())
    shares = [
        say(
            "voices.share",
            speaker=labels[one] if one else say("voices.rest"),
            percent=round(100 * count / total),
            count=count,
            of=total,
        )
        for one, count in words.most_common()
        if count
    ]
    html.append(f"<p><strong>{escape(say('voices.legend'))}</strong></p>")
    html.append(f"<ul>{''.join(f'<li>{escape(share)}</li>' for share in shares)}</ul>")
    return Reply("\n".join((*text, *shares)), page_html("".join(html)))


def _in_order(voices: tuple[Voice, ...]) -> list[Voice]:
    return sorted(voices, key=lambda voice: voice.quote.span.start)


def _count(text: str) -> int:
    return sum(any(letter.isalnum() for letter in word) for word in text.split())
