"""Who is named in an English text: runs of large words without what only opens a sentence, and the people among them.

Nothing is looked up. Somebody is a person where the text says so once: by a title, an age, a word of kin or of speech.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from readtwice.article import Article

_TITLE_WORDS = (
    "mr mrs ms miss dr prof professor doctor sir dame lord lady baroness king queen prince princess duke pope "
    "saint reverend rev father sister brother bishop archbishop rabbi imam president vice minister prime "
    "chancellor secretary deputy acting former mayor councillor cllr councilman councilwoman alderman senator "
    "congressman congresswoman representative governor ambassador judge justice attorney prosecutor sheriff "
    "constable inspector superintendent commissioner detective sergeant lieutenant captain major colonel general "
    "admiral commander corporal private officer marshal director chair chairman chairwoman chief executive ceo "
    "founder owner manager principal headteacher head teacher coach trainer referee goalkeeper striker defender "
    "midfielder forward winger skipper champion swimmer runner rider driver pilot player author writer poet "
    "novelist editor reporter journalist actor actress singer painter artist chef baker farmer nurse midwife "
    "surgeon vet engineer builder plumber shopkeeper fisherman forester lecturer student librarian researcher "
    "scientist biologist glaciologist ecologist economist historian analyst expert adviser lawyer solicitor "
    "spokesman spokeswoman spokesperson organiser organizer volunteer resident pensioner widow leader member wife "
    "husband son daughter mother uncle aunt cousin nephew niece grandson granddaughter"
)
_BESIDE_TITLES = (
    "lead u.s british american german french russian ukrainian defence defense foreign finance home state "
    "opposition republican democrat labour conservative medical financial managing"
)
_OPENING_WORDS = (
    "the a an this that these those such each every all some any no both either neither another other many most "
    "few several one two three four five six seven eight nine ten i he she it we they you who what which whose "
    "whom where when why how there here his her its our their my your in on at by for from to of with without "
    "within about above across after against along among around as before behind below beneath beside between "
    "beyond despite down during except inside into like near off onto out outside over past since through "
    "throughout toward towards under until up upon via and but or nor so yet if unless though although because "
    "while whereas whether once than then now today tomorrow yesterday tonight soon later earlier meanwhile "
    "however moreover additionally also again still even only just not never always perhaps maybe last next first "
    "second third finally instead thus therefore according said says asked did does do is are was were has have "
    "had will would can could may might must shall should let old new young late early nobody nothing everybody "
    "everyone somebody someone else yes photo photograph photographs picture pictures caption told thanks ask"
)
_DAY_WORDS = (
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays "
    "saturdays sundays easter christmas spring summer autumn winter"
)
_MONTH_WORDS = "january february march april may june july august september october november december"
_THING_WORDS = (
    "states nations union war ministry party street lane road avenue row square drive close crescent terrace "
    "place hill park garden gardens forest wood woods council university college school academy institute league "
    "city town village county district valley bay coast port harbour harbor beach house hall castle palace tower "
    "station airport bridge river lake pond sea ocean island islands mountain mountains pass glacier field north "
    "south east west northern southern eastern western kingdom republic office department committee commission "
    "court church cathedral chapel abbey parliament congress senate assembly government authority agency service "
    "services bank fund trust group company firm works motors electric mills brewery ltd limited inc plc corp "
    "corporation industries holdings partners brothers sons books press times post news journal herald radio "
    "television tv club united rovers wanderers athletic albion rangers olympic cup games open series final "
    "meeting festival fair show day week month year night hour age century law act bill treaty plan programme "
    "program project report study survey prize award hospital clinic surgery museum gallery library theatre "
    "cinema hotel inn arms cafe café restaurant bar shop store market centre center pool stadium arena ground "
    "line route railway railways army navy police force forces team society association federation foundation "
    "organisation organization movement circle network class form grade room zone area region province english "
    "americans europeans democrats republicans notes world minister secretary president mayor director manager "
    "captain"
)
TITLES, OPENINGS, THINGS = (frozenset(words.split()) for words in (_TITLE_WORDS, _OPENING_WORDS, _THING_WORDS))
DATES = frozenset(f"{_DAY_WORDS} {_MONTH_WORDS}".split())
_ARTICLES = frozenset({"the", "a", "an"})
_MONTHS = frozenset(_MONTH_WORDS.split())
_NO_FIRST_NAMES = TITLES | frozenset(_BESIDE_TITLES.split()) | DATES - {"april", "may", "june"}
SPEECH = (
    r"(?:said|says|told|tells|added|adds|asked|asks|replied|replies|wrote|writes|explained|explains|argued|argues|"
    r"warned|warns|insisted|insists|admitted|admits|noted|announced|claimed)"
)
_WORD = r"(?:(?:[A-Z]\.)+|(?:Dr|Mr|Mrs|Ms|St|Prof|Rev|Gen|Sen|Gov|Col|Capt)\.|[A-ZÀ-ÖØ-Þ][\w’'-]+)"
_RUN = re.compile(rf"(?<![\w’'-]){_WORD}(?: (?:(?:of|von|van|der|de|al|bin) )*{_WORD})*")
_SAID_OF_A_PERSON = re.compile(rf",? (?:\(?[1-9]\d(?:\)|,|\.)|(?:who|whose|whom|his|her)\b)|,? {SPEECH}\b")
_OPENED = re.compile(r"[“\"‘'(:—–-]\s?$")
_SAID_BEFORE = re.compile(rf"\b{SPEECH} $")
_LONG_WORD = 24
_LAST_WORD = re.compile(r"([a-z-]+) $")


@dataclass(frozen=True, slots=True)
class Run:
    """Large words that stand together. `opens`: the first of them would stand so at the start of any sentence."""

    words: tuple[str, ...]
    start: int
    end: int
    opens: bool

    @property
    def name(self) -> str:
        return " ".join(self.words)

    @property
    def family(self) -> str:
        """The last word, where it can be a family name; else empty."""
        return "" if self.words[-1].lower() in THINGS | DATES or self.words[-1].isupper() else self.words[-1]

    @property
    def full(self) -> str:
        """The name from the first name on: `Anna Holm` of `Deputy Mayor Anna Holm`."""
        names = self.first_names()
        first = next((place for place, one in enumerate(self.words) if one in names), 0)
        return " ".join(self.words[first:])

    def first_names(self) -> frozenset[str]:
        """What stands before the family name and is no title."""
        names = (one for one in self.words[:-1] if one[-1] != "." and not one.isupper() and one[0].isupper())
        return frozenset(one for one in names if one.lower() not in _NO_FIRST_NAMES)


def runs(text: str) -> Iterator[Run]:
    """Large words of a sentence, in reading order, without what opens it: `On Monday Anna Holm’s dog`, `Anna Holm`."""
    for found in _RUN.finditer(text):
        opens = found.start() == 0 or bool(_OPENED.search(text[max(0, found.start() - 2) : found.start()]))
        at = found.start()
        for words in _parts(found[0].split(), opens=opens):
            start = text.index(words[0], at)
            at = start + len(" ".join(words))
            yield from _tidied(words, start, at, opens=opens and start == found.start())


def _parts(words: list[str], *, opens: bool) -> Iterator[list[str]]:
    """Words that stand together, parted after an owner (`Kenya’s Peter Rono`), and at `of` (`Ann Bell of Bell Lane`).

    A body keeps them: `St Anne’s Hospital`, `University of Calder`, `the Maid of Lennan`.
    """
    part: list[str] = []
    for place, word in enumerate(words):
        last = part[-1].lower() if part else ""
        is_owned = last.endswith(("’s", "'s")) and words[-1].lower() not in THINGS
        has_two = len(part) - (words[0].lower() in _ARTICLES) > 1
        is_of = word == "of" and last not in THINGS and (has_two or (opens and place == 1))
        if is_owned or is_of:
            yield part
            part = []
        if not is_of:
            part.append(word)
    yield part


def _tidied(words: list[str], start: int, end: int, *, opens: bool) -> Iterator[Run]:
    before = len(words)
    while words and _only_opens(words, opens=opens):
        start += len(words[0]) + 1
        words = words[1:]
    if words:
        words = [*words[:-1], words[-1].removesuffix("’s").removesuffix("'s")]
        yield Run(tuple(words), start, end, opens and len(words) == before)


def _only_opens(words: list[str], *, opens: bool) -> bool:
    low = words[0].lower()
    if low in _MONTHS:
        return len(words) != 2
    if opens and (low in OPENINGS or low.endswith("-old")):
        return True
    return low in _ARTICLES or low in DATES or low.count(".") > 1


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a sentence by its id. `sure` are first names that are not only large since they open a sentence."""

    sentence: str
    run: Run
    sure: frozenset[str]
    is_person: bool


def mentions(article: Article) -> list[Mention]:
    """Each run of large words of a text that is not a title in large words, and whether it is said of a person."""
    kinds = {block.id: block.kind for block in article.blocks}
    found: list[tuple[str, str, Run]] = []
    for sentence in article.sentences:
        text = article.quote(sentence)
        if kinds[sentence.block] != "heading" or re.search(r"\b[a-z]{5,}", text):
            found += ((sentence.id, text, run) for run in runs(text))
    known = inside(run for _, _, run in found)
    return [Mention(place, run, _sure(run, known), _is_person(text, run)) for place, text, run in found]


def inside(found: Iterable[Run]) -> frozenset[str]:
    """Words that are large where no sentence begins."""
    return frozenset(word for run in found for word in run.words[run.opens :])


def _sure(run: Run, known: frozenset[str]) -> frozenset[str]:
    names = run.first_names()
    return names - {run.words[0]} if run.opens and run.words[0] not in known else names


def _is_person(text: str, run: Run) -> bool:
    if any(word.lower().rstrip(".") in TITLES for word in run.words[:-1]):
        return True
    before = text[max(0, run.start - _LONG_WORD) : run.start]
    if (role := _LAST_WORD.search(before)) and role[1] in TITLES:
        return True
    return bool(_SAID_OF_A_PERSON.match(text, run.end) or _SAID_BEFORE.search(before))


def families(found: list[Mention], *, sure: bool) -> dict[str, list[frozenset[str]]]:
    """The family names of people, each with the first names of one person after the other, as far as they are told.

    First names that stand together once are of one person: `Mary Ann Hale` is `Mary Hale` and `Ann Hale`.
    """
    people = {one.run.family for one in found if one.is_person} - {""}
    told: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for one in found:
        if one.run.family in people:
            told[one.run.family].append(one.sure if sure else one.run.first_names())
    return {family: _joined(names) for family, names in told.items()}


def _joined(sets: list[frozenset[str]]) -> list[frozenset[str]]:
    apart: list[frozenset[str]] = []
    for one in filter(None, sets):
        for other in [other for other in apart if other & one]:
            apart.remove(other)
            one |= other
        apart.append(one)
    return apart


def first_names(article: Article) -> dict[str, dict[str, frozenset[str]]]:
    """For each sentence that names people in full, their family names, each with a first name for each person of it."""
    found = mentions(article)
    people = families(found, sure=True)
    told: defaultdict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for one in found:
        family = one.run.family
        who = frozenset(min(names) for names in people.get(family, ()) if names & one.sure)
        if who:
            told[one.sentence][family] = told[one.sentence].get(family, frozenset()) | who
    return told


_HE_OR_SHE = re.compile(r"\b(?:he|she|his|her)\b", re.I)


def people_meant(article: Article) -> dict[str, str]:
    """For each sentence with `he` or `she` and no person, the family name of whoever is named last before it.

    It is asked within a paragraph only, and may be wrong.
    """
    found = mentions(article)
    people = families(found, sure=False)
    named = {one.sentence: one.run.family for one in found if one.run.family in people}
    meant: dict[str, str] = {}
    block = last = ""
    for sentence in article.sentences:
        if sentence.block != block:
            block, last = sentence.block, ""
        if sentence.id in named:
            last = named[sentence.id]
        elif last and _HE_OR_SHE.search(article.quote(sentence)):
            meant[sentence.id] = last
    return meant
