"""A caption in a learner's own words: what a tool can know about it, word by word, and no more.

Which added words remain, which facts are no longer there, what came in that the caption does not say, and whether who,
where and when stand or are marked as not given. None of it is right or wrong: the tool compares words. It does not
understand them, so "not strategic" still has the word "strategic".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from readtwice.activities.caption_study.part import ASKED, Fact, StudiedCaption

STANDS, LOST, WITHHELD, MARKED, SILENT = "stands", "lost", "withheld", "marked", "silent"
"""Of who, where or when: it stands; it is gone; it is called not given, though the caption gives it; it is called not
given, and is not; nothing is said, and the caption gives none."""

_TOKEN = re.compile(r"[^\W_]+(?:[’'][^\W_]+|(?<=\d)[.,:](?=\d)[^\W_]+)*")
_END = re.compile(r"[.;!?\n]")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_FUNCTION = _words(
    "a an the this that these those there here it its he him his she her hers they them their theirs we us our you "
    "your i me my mine who whom whose which what when where why how and or but nor so yet if then than as while "
    "because of in on at by to for from with without into onto over under above below near beside behind before after "
    "during since until between among through across against about around along within off out up down is are was "
    "were be been being am has have had having do does did done can could may might will would shall should must not "
    "no none nobody nothing neither either both all any some each every other others another same such only also too "
    "very one s t"
)
_FORMAT = _words(
    "photo photos photograph picture pictures image caption captions show shows shown showing see seen described "
    "describe describes describing say says said saying state states stated report reported according give gives given "
    "name names named know known unknown unclear unnamed undated unstated unidentified unspecified missing clear "
    "mention mentioned specify specified identify identified date day month year time place location purpose source "
    "photographer agency credit print printed people person persons someone somebody"
)
"""Words that tell how a caption knows what it says. They claim nothing about the world."""

_MONTHS = frozenset({"May"})
"""Small words that are a name where they stand with a capital letter inside a sentence."""

_NUMBERS = _words(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million "
    "millions dozen dozens first second third half"
)

_SHORT_ENDINGS = ("ings", "edly", "ing", "ies", "es", "ed", "ly", "s", "e")
_LONG_ENDINGS = _words(
    "ations edness ically ation ating ience ated ates ness ment ient ence ance ions ively ate ion ive ity ent ant ic y"
)
_ENDINGS = sorted(
    [(one, 3) for one in _SHORT_ENDINGS] + [(one, 4) for one in _LONG_ENDINGS], key=lambda one: (-len(one[0]), one)
)
"""Endings, the longest first, each with how many letters must be left without it."""

_NOT = frozenset({"not", "never"})
_TELLING = _words(
    "given give stated know known said say named name clear shown show specified identified mentioned provided"
)
_UNKNOWN = _words("unknown unclear unnamed undated unstated unidentified unspecified missing anonymous unmentioned")
_TERMS = {
    "who": _words("who whom whose person people name names unnamed unidentified anonymous"),
    "where": _words("where place places location"),
    "when": _words("when date dates day year time undated"),
}
"""Words by which a text speaks of who, where and when."""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What is known of one rewrite. Names, numbers and words are the learner's own, each once, as first written."""

    remaining: tuple[str, ...]
    lost: tuple[Fact, ...]
    numbers: tuple[str, ...]
    names: tuple[str, ...]
    words: tuple[str, ...]
    elsewhere: tuple[str, ...]
    """What another place of the article tells, in the words that stand there."""

    parts: tuple[tuple[str, str], ...]
    """Who, where and when, each with STANDS, LOST, WITHHELD, MARKED or SILENT."""


def rewriting(studied: StudiedCaption, caption: str, text: str) -> Rewriting:
    """Compare a rewrite with the caption that it rewrites. Any text at all may come."""
    written = [word for word, _ in _tokens(text)]
    stems = _content(written)
    have = frozenset(stems) | {stem(word) for word in written}
    lost = tuple(fact for fact in studied.facts if fact.wordings and not _is_kept(fact, have))
    own = _vocabulary([caption, *(wording for fact in studied.facts for wording in fact.wordings)])
    near = [(one.quote.text, frozenset(_vocabulary([one.quote.text, *one.also])) - own) for one in studied.around]
    numbers, names, words = _came_in(text, own.union(*(stems_near for _, stems_near in near)))
    return Rewriting(
        remaining=tuple(quote.text for quote in studied.added if _stands_in(_stems_of(quote.text), stems)),
        lost=lost,
        numbers=numbers,
        names=names,
        words=words,
        elsewhere=tuple(quote for quote, stems_near in near if stems_near & have),
        parts=tuple((part, _status(studied, part, lost, text)) for part in ASKED),
    )


def stem(word: str) -> str:
    """A word without its ending, so that "strengthen" and "strengthened" are one. Rough, but the same for all."""
    word = word.casefold().replace("’", "'").removesuffix("'s")
    for ending, left in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= left:
            return word[: -len(ending)]
    return word


def _tokens(text: str) -> list[tuple[str, bool]]:
    """The words of a text, each with whether it begins a sentence."""
    text = unicodedata.normalize("NFC", text)
    found: list[tuple[str, bool]] = []
    end = 0
    for match in _TOKEN.finditer(text):
        found.append((match[0], not found or bool(_END.search(text, end, match.start()))))
        end = match.end()
    return found


def _content(words: Iterable[str]) -> tuple[str, ...]:
    """The stems of the words that are more than grammar, in their order."""
    return tuple(stem(word) for word in words if word.casefold() not in _FUNCTION)


def _stems_of(text: str) -> tuple[str, ...]:
    """As `_content`; where all is grammar, the stems of that."""
    words = [word for word, _ in _tokens(text)]
    return _content(words) or tuple(map(stem, words))


def _vocabulary(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word) for text in texts for word, _ in _tokens(text))


def _stands_in(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether a run of stems stands in another, unbroken."""
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def _is_kept(fact: Fact, have: frozenset[str]) -> bool:
    return any(have.issuperset(_stems_of(wording)) for wording in fact.wordings)


def _came_in(text: str, known: frozenset[str]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Numbers, names and other words that are not known, each once."""
    found: dict[str, dict[str, str]] = {"numbers": {}, "names": {}, "words": {}}
    for word, begins in _tokens(text):
        plain = word.casefold()
        small = plain in _FUNCTION and not (word in _MONTHS and not begins)
        if small or plain in _FORMAT or stem(word) in known:
            continue
        is_number = plain in _NUMBERS or any(letter.isdigit() for letter in word)
        kind = "numbers" if is_number else "names" if word[0].isupper() and not begins else "words"
        found[kind].setdefault(stem(word), word)
    numbers, names, words = (tuple(one.values()) for one in found.values())
    return numbers, names, words


def _status(studied: StudiedCaption, part: str, lost: tuple[Fact, ...], text: str) -> str:
    told = studied.told(part)
    if told and not any(fact in lost for fact in told):
        return STANDS
    marked = any(_is_marked(clause, part) for clause in _END.split(text))
    if told:
        return WITHHELD if marked else LOST
    return MARKED if marked else SILENT


def _is_marked(clause: str, part: str) -> bool:
    """Whether some words say of who, where or when that it is not known, as in "date not given" or "no date"."""
    words = [word.casefold() for word, _ in _tokens(clause)]
    if not _TERMS[part].intersection(words):
        return False
    if _UNKNOWN.intersection(words):
        return True
    return any(
        (word in _NOT and _TELLING.intersection(words[at + 1 : at + 3]))
        or (word in ("no", "without") and _TERMS[part].intersection(words[at + 1 : at + 4]))
        for at, word in enumerate(words)
    )
