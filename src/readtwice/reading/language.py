"""Whether a text, or a part of it, is English enough for its numbers and words to be read."""

from __future__ import annotations

import re
from dataclasses import replace

from readtwice.article import Article

_ENGLISH_WORDS = (
    "the and to that with it its his they are this from not which but were their who whose would said you your "
    "been if there what when about than into could them then some after also these those should because before "
    "while where only other another more most many much very just even every each how why our she against between "
    "without through during under again since until within yesterday today tomorrow says say told asked added has "
    "any few down off does did both such too never always nobody all out over here back make made take took year "
    "years month months weeks day days hour hours minutes seconds one two three four five six seven eight nine "
    "ten twelve twenty hundred thousand half quarter third first second new old people men women child children "
    "town city council school schools police company government house home work market sales price prices cost "
    "costs rose fell rise fall lost win wins won beat game games match season goals players points crowd crash "
    "fire hurt row votes voted number table percent left right open opens opened close closes closed january "
    "february march july october monday tuesday wednesday thursday friday saturday sunday by be up he him"
)
"""Words that English texts of any kind are full of. What other languages write alike says nothing, and stands not here:
`in`, `of`, `was`, `for`, `at`, `have`, `as`, `a`."""
_OTHER_WORDS = (
    "de het een en van dat niet zijn voor op werd wordt bij naar maar ook aan deze dit hij zij heeft uit te om "
    "dan dag meer nog zei veel geen vir hulle ons ek nie wat mense der das und ist nicht ein eine einen einer dem "
    "des mit von zu auf sich im wir ich sie es wenn aus sind am zum le la les et un une du que qui dans est pas "
    "au aux sur par il elle nous vous ce cette ses el los las y del por se su al lo una fue ser os da em um uma "
    "dos ao ou foi mais pela pelo na di che della dei non sono gli nel alla ma si cu nu pe din sunt este care mai "
    "ca fost lui va fi og det er som til av af ikke med den ble blev jeg seg fra att och var ett kan fran sa vil "
    "skal w z po ale ja ei az egy ve bir yang untuk dengan ini itu tidak akan pada dari ya wa kwa ni ang ng mga "
    "wie sein syn foar binne oer yn oan o tae wis hae haes wi thay whit aw nae frae ane twa ower gie doun oot "
    "aboot toun cooncil fowk naebody wad monie ilka auld maist thaim hunders bairns schuil hoose noo hou whan "
    "whaur sic sae mak tak gegen quae quod cum"
)
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_OTHER = frozenset(_OTHER_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_MOST_WORDS, _FEW_WORDS = 4000, 20
_LEAST_ENGLISH = 0.06
"""Of an English article at least a quarter of the words are on the list, of another language at most a sixteenth;
but Scots has many of them, and as many of its own."""


def looks_english(text: str) -> bool:
    """Whether a text is English enough to be read for numbers and words; of a few words, whether nothing denies it."""
    words, english, other = _counted(text)
    return english >= 2 * other and (words < _FEW_WORDS or english >= _LEAST_ENGLISH * words)


def english_part(article: Article) -> tuple[Article | None, tuple[str, ...]]:
    """An article with spaces for each block in another language, and the ids of these blocks; None if none is left.

    Places stay as they were.
    """
    other = tuple(block.id for block in article.blocks if _is_other(article.quote(block)))
    text = article.text
    for block in (one for one in article.blocks if one.id in other):
        text = text[: block.start] + " " * (block.end - block.start) + text[block.end :]
    is_title_alone = other and _counted(text)[0] < _FEW_WORDS
    if is_title_alone or not looks_english(text):
        return None, other
    blocks = tuple(one for one in article.blocks if one.id not in other)
    sentences = tuple(one for one in article.sentences if one.block not in other)
    return replace(article, text=text, blocks=blocks, sentences=sentences), other


def _is_other(text: str) -> bool:
    _, english, other = _counted(text)
    return other >= 3 and other > english


def _counted(text: str) -> tuple[int, int, float]:
    """How many words a text has, how many are English, and how many of another language; an accent is half a sign."""
    words = _WORD.findall(text)[:_MOST_WORDS]
    english = sum(word.lower() in _ENGLISH for word in words)
    return len(words), english, sum(map(_otherness, words))


def _otherness(word: str) -> float:
    if word in _OTHER or not _LATIN.match(word):
        return 1
    return 0.5 * (word[0].islower() and not word.replace("’", "").isascii())


_LATIN = re.compile(r"[A-Za-z\u00aa-\u024f\u1e00-\u1eff\ufb00-\ufb06]")
