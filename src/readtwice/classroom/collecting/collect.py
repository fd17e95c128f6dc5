"""Collect a class's work: progress files, zips of them, tables of responses and texts with codes, in any mixture.

Nothing is executed and nothing is written: archives are read member by member in memory, within limits. One bad file
never stops the class; it is listed with its reason. What counts, once and for all (`how_counted` says it in a report):

- The first answer to a card counts, whichever file it came in. So a file that is handed in twice changes nothing.
- An answer in a progress file counts before one in a result code, which has no time.
- Of two codes about the same cards by one learner, the one with more answers counts.
- A slip is one learner. Files of one learner are joined, two slips never are.

File names on learning platforms hold pupils' names, so what may be projected names no file: see `Rejected`.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from readtwice.classroom.collecting.codes_in_text import MOST_EXPLAINED, CodeFinder, Found
from readtwice.classroom.files.sheets import SheetTrouble, is_sheet, rows_of_sheet
from readtwice.classroom.files.texts import ending, kind_of, text_of, words_of_page
from readtwice.classroom.files.zips import MAXIMUM_FILE, MAXIMUM_ZIP, Budget, members
from readtwice.marking.answer import SURENESS, verdict_of_sureness
from readtwice.marking.opened import SEARCH_MOVES
from readtwice.pack.item import AGREEMENTS, DISAGREEMENTS, VERDICTS
from readtwice.page.inert import inert
from readtwice.record import CardSet, Event, Result, UnreadableEvent, event_from_line, learners_with_slips
from readtwice.record.card_sets import revisions_that_count
from readtwice.record.files import read_bytes
from readtwice.words import say

MOST_LEARNERS = 20
"""In one progress file. A computer that several people share has a few."""

MOST_EVENTS = 20_000
"""In one progress file. A learner who answers everything ten times has fewer."""

MOST_EXPLAINED_OF_CLASS = 60
"""Codes that do not fit and are looked at closely, of everything that a class handed in."""

MOST_JOINS = 500
AFTER_ALL_RECORDS = "9999-12-31T23:59:59.999Z"
"""The time of an answer in a code, which has none."""

_MOST_PARTS = 3
"""Of an answer: a number, a verdict, and what it is about."""

_OFFERED = frozenset(
    {one for verdicts in VERDICTS.values() for one in verdicts} | {*DISAGREEMENTS, *AGREEMENTS, *SEARCH_MOVES}
)
_NUMBER = re.compile(r"[-+\u2212]?[\d.,\s]{1,30}(?:e[-+]?\d{1,3})?\s*(?:%|per ?cent)?", re.ASCII | re.IGNORECASE)
_NOT_HANDED_IN = ("__MACOSX", ".ipynb_checkpoints")
_OF_THE_COMPUTER = ("Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Rejected:
    """What was not counted, where it stands, and why.

    `where` may be shown to a class: it says the number of the file and its ending, never its name, because learning
    platforms put pupils' names there. `Collected.full_name` gives the name, for the teacher's own eyes.
    """

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Collected:
    """Each learner's answers, under one code each, as they happened; and all that was not counted.

    `repeated` counts the learners whose work came more than once, `disagreeing` those of whom two hand-ins give
    different first answers to one card.
    """

    learners: dict[str, tuple[Event, ...]]
    rejected: tuple[Rejected, ...]
    repeated: int = 0
    disagreeing: int = 0
    names: Mapping[str, str] = field(default_factory=dict, repr=False)

    def full_name(self, one: Rejected) -> str:
        """Where something stands with the name of its file: for a teacher's own screen, in nothing that is saved."""
        return self.names.get(one.where, one.where)


def how_counted(collected: Collected) -> list[str]:
    """What counts where a learner hands in twice, and how many that concerns: sentences for a report."""
    lines = [say("collect.rule")]
    if collected.repeated:
        lines.append(say("collect.repeated", count=collected.repeated))
    if collected.disagreeing:
        lines.append(say("collect.disagreeing", count=collected.disagreeing))
    return lines


def collect(paths: Iterable[Path], known: Iterable[CardSet]) -> Collected:
    """Read everything at some paths; folders with all that is in them. `known` are the sets that codes may be about."""
    reading = Reading(tuple(known))
    for path in paths:
        for file, name in files_in(path):
            reading.path(file, name, follow=file == path)
    return reading.collected()


def collect_contents(contents: Iterable[tuple[str, bytes]], known: Iterable[CardSet]) -> Collected:
    """Read what is in memory already: names and bytes of uploaded files, zips too. A pasted text has no name."""
    reading = Reading(tuple(known))
    for name, content in contents:
        reading.file(name, content)
    return reading.collected()


def files_in(path: Path) -> Iterator[tuple[Path, str]]:
    """Each file at a path with the name that a teacher knows it by. Links inside a folder are named, not followed."""
    if not os.path.isdir(path):  # unlike Path.is_dir, False for a name that no file can have
        yield path, path.name
        return
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(one for one in folders if not _is_passed_over(one))
        for name in sorted((*files, *(one for one in folders if os.path.islink(os.path.join(folder, one))))):
            file = Path(folder, name)
            if not _is_passed_over(name):
                yield file, str(file.relative_to(path))


def _is_passed_over(name: str) -> bool:
    """Whether a file is the computer's own and nobody handed it in."""
    parts = name.replace("\\", "/").split("/")
    return parts[-1].startswith(".") or parts[-1] in _OF_THE_COMPUTER or any(one in _NOT_HANDED_IN for one in parts)


@dataclass(frozen=True, slots=True, order=True)
class _Join:
    """That two codes are one learner, as the hand-in of this number has it."""

    time: str
    learner: str
    joined: str
    hand_in: int


class Reading:
    """What was found so far, file by file. A file that is read again adds what is new in it."""

    def __init__(self, known: tuple[CardSet, ...]) -> None:
        self._events: dict[tuple[str, str], Event] = {}
        self._joins = set[_Join]()
        self._ids: dict[str, dict[int, set[str]]] = {}
        self._repeated = set[str]()
        self._firsts: dict[tuple[str, ...], set[str]] = {}
        self._rejected: list[Rejected] = []
        self._names: dict[str, str] = {}
        self._files = self._hand_ins = 0
        self._explained = MOST_EXPLAINED_OF_CLASS
        self.know(known)

    def know(self, known: tuple[CardSet, ...]) -> None:
        """Codes may be about these sets from now on, and answers be to their cards in the words of their time."""
        self._finder = CodeFinder(known)
        self._today = revisions_that_count(known)

    def path(self, path: Path, name: str, *, follow: bool) -> None:
        """Read a file on the disk, if it is a plain file of a size that can be ours."""
        where = self._next(name)
        try:
            status = path.stat(follow_symlinks=follow)
            if stat.S_ISLNK(status.st_mode):
                self._reject(where, name, say("collect.link"))
            elif not stat.S_ISREG(status.st_mode):
                self._reject(where, name, say("collect.no_plain_file"))
            elif status.st_size > MAXIMUM_ZIP:
                self._reject(where, name, say("collect.too_large"))
            else:
                with path.open("rb") as file:  # no more than it had: one that grows, or a system's endless one, ends
                    self._content(where, name, file.read(status.st_size))
        except FileNotFoundError:
            self._reject(where, name, say("collect.no_file"))
        except (OSError, ValueError) as error:
            self._reject(
                where, name, say("collect.closed", why=getattr(error, "strerror", None) or type(error).__name__)
            )

    def file(self, name: str, content: bytes) -> None:
        """Read a file, or with no name a pasted text, that is in memory."""
        self._content(self._next(name), name, content)

    @property
    def rejected(self) -> list[Rejected]:
        """What was not counted so far, in the order in which it was read."""
        return self._rejected

    def collected(self) -> Collected:
        """All that was found, each learner under one code."""
        name_of = _names(join for join in self._joins if self._is_sound(join))
        learners: dict[str, list[Event]] = {}
        for event in sorted(self._events.values(), key=lambda one: one.order):
            revision = self._today.get((event.pack, event.item, event.revision))
            counted = replace(event, revision=revision) if revision else event
            learners.setdefault(name_of.get(event.learner, event.learner), []).append(counted)
        firsts: dict[tuple[str, ...], set[str]] = {}
        for (learner, *card), verdicts in self._firsts.items():
            firsts.setdefault((name_of.get(learner, learner), *card), set()).update(verdicts)
        return Collected(
            {name: tuple(mine) for name, mine in sorted(learners.items())},
            tuple(self._rejected),
            repeated=len({name_of.get(learner, learner) for learner in self._repeated}),
            disagreeing=len({learner for (learner, *_), verdicts in firsts.items() if len(verdicts) > 1}),
            names=self._names,
        )

    def _is_sound(self, join: _Join) -> bool:
        """Whether whoever says so had the joined answers: they stand beside the join, and elsewhere as the same."""
        here = self._ids.get(join.joined, {})
        beside = here.get(join.hand_in, set())
        return bool(beside) and all(beside & others for others in here.values())

    def _next(self, name: str) -> str:
        self._files += 1
        if not name:
            return say("collect.where_pasted", number=self._files)
        return say("collect.where_file", number=self._files, ending=_ending(name))

    def _reject(self, where: str, name: str, reason: str) -> None:
        self._rejected.append(Rejected(where, reason))
        self._names[where] = " ".join(inert(name).split()) or where

    def _content(self, where: str, name: str, content: bytes) -> None:
        if kind_of(name, content) != "zip":
            self._one_file(where, name, content)
        elif len(content) > MAXIMUM_ZIP:
            self._reject(where, name, say("collect.too_large"))
        else:
            self._zip(where, name, content)

    def _zip(self, where: str, name: str, content: bytes, budget: Budget | None = None) -> None:
        """Read a zip, and the zips in it one level deep: some platforms pack what learners packed already."""

        def place(number: int, member: str) -> tuple[str, str]:
            inside = say("collect.where_member", archive=where, number=number, ending=_ending(member))
            return (inside, f"{name}: {member}") if number else (where, name)

        def told(number: int, member: str, reason: str) -> None:
            self._reject(*place(number, member), reason)

        for number, member, unpacked, its in members(content, _is_passed_over, told, budget):
            if kind_of(member, unpacked) != "zip":
                self._one_file(*place(number, member), unpacked)
            elif budget is None:
                self._zip(*place(number, member), unpacked, its)
            else:
                told(number, member, say("collect.nested"))

    def _one_file(self, where: str, name: str, content: bytes) -> None:
        kind = kind_of(name, content)
        self._hand_ins += 1
        if kind == "spreadsheet" and is_sheet(content):
            self._sheet(where, name, content)
        elif kind:
            self._reject(where, name, say(f"collect.kind.{kind}"))
        elif len(content) > MAXIMUM_FILE:
            self._reject(where, name, say("collect.too_large"))
        elif (text := text_of(content)) is None:
            self._reject(where, name, say("collect.no_text"))
        elif text.lstrip().startswith("{") and ending(name) not in ("csv", "tsv", "html", "htm"):
            self._progress(where, name, text)
        else:
            self._codes(where, name, text)

    def _progress(self, where: str, name: str, text: str) -> None:
        found, notices = read_bytes(_with_whole_last_line(text), "")
        events = [_kept(event) for event in found if event.kind == "answer"]
        joins = {
            _Join(event.time, _code(event.learner), _code(event.answer), self._hand_ins)
            for event in found
            if event.kind == "join"
        }
        if len(joins) > MOST_JOINS or len(events) > MOST_EVENTS:
            self._reject(where, name, say("collect.many_events", most=f"{MOST_EVENTS:,}"))
            return
        name_of = _names(joins)
        people = {name_of.get(event.learner, event.learner) for event in events}
        if len(people) > MOST_LEARNERS:
            self._reject(where, name, say("collect.crowd", count=len(people), most=MOST_LEARNERS))
            return
        for notice in notices:
            self._reject(where, name, notice.reason)
        self._joins |= joins
        for event in events:
            self._ids.setdefault(event.learner, {}).setdefault(self._hand_ins, set()).add(event.id)
        self._take(events)

    def _sheet(self, where: str, name: str, content: bytes) -> None:
        try:
            rows = [row for _, row in rows_of_sheet(content)]
        except SheetTrouble:
            self._reject(where, name, say("collect.kind.spreadsheet"))
        else:
            self._told_codes(where, name, self._finder.in_rows(rows, self._explained))

    def _codes(self, where: str, name: str, text: str) -> None:
        if ending(name) in ("html", "htm"):
            text = words_of_page(text)
        find = self._finder.in_table if ending(name) in ("csv", "tsv") else self._finder.in_text
        self._told_codes(where, name, find(text, self._explained))

    def _told_codes(self, where: str, name: str, found: list[Found]) -> None:
        self._explained = max(0, self._explained - min(MOST_EXPLAINED, sum(bool(one.trouble) for one in found)))
        for one in found:
            if one.result:
                self._take(_events_of(one.result))
            else:
                at = say(f"collect.at_{one.where}", where=where, number=one.number)
                self._reject(at, say(f"collect.at_{one.where}", where=name or where, number=one.number), one.trouble)
        if not found:
            self._reject(where, name, say("collect.nothing"))

    def _take(self, events: Iterable[Event]) -> None:
        """Take the events of one file or code."""
        firsts: dict[tuple[str, str, str, str], Event] = {}
        for event in events:
            key = (event.learner, event.id)
            known = self._events.get(key)
            if known is None or (event != known and (event.order, event.to_line()) < (known.order, known.to_line())):
                self._events[key] = event
            card = (event.learner, event.pack, event.item, event.occasion)
            if event.n <= 1 and event.answer is not None and (card not in firsts or event.order < firsts[card].order):
                firsts[card] = event
        for card, event in firsts.items():
            given = event.answer[0] if isinstance(event.answer, list) and len(event.answer) == 1 else event.answer
            if card in self._firsts:
                self._repeated.add(event.learner)
            self._firsts.setdefault(card, set()).add(str(given))


def _ending(name: str) -> str:
    return f".{ending(name)}" if ending(name) else say("collect.other_ending")


def _with_whole_last_line(text: str) -> bytes:
    """A progress file with its last line ended, if that line is whole: some programs and platforms cut the line end.

    Line ends of any kind become ours.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    try:
        event_from_line(lines.rpartition("\n")[2])
    except UnreadableEvent:
        end = "\n" if text.endswith(("\n", "\r")) or "\n" not in lines else ""
    else:
        end = "\n"
    return (lines + end).encode("utf-8", "surrogatepass")


def _code(learner: str) -> str:
    """A learner's code as it is, or, where it is none of ours, one made from it: so that it can say nothing."""
    if len(learner) == 10 and set(learner) <= set("0123456789abcdef"):
        return learner
    return sha256(learner.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def _kept(event: Event) -> Event:
    """An answer with what may be counted of it, by name; a learner's own words stay with whoever wrote them."""
    answer, learner = event.answer if _is_offered(event.answer) else None, _code(event.learner)
    sureness = event.sureness if event.sureness in SURENESS else ""
    if (answer, learner, sureness) == (
        event.answer,
        event.learner,
        event.sureness,
    ):  # nearly always, and a copy is slow
        return event
    return replace(event, learner=learner, sureness=sureness, answer=answer)


def _is_offered(answer: object) -> bool:
    """Whether an answer is made of verdicts, relations and numbers alone."""
    if isinstance(answer, list):
        return len(answer) <= _MOST_PARTS and all(_is_offered(one) for one in answer)
    if isinstance(answer, str):
        return answer in _OFFERED or _NUMBER.fullmatch(answer) is not None
    return answer is None or (isinstance(answer, (int, float)) and abs(answer) < 10**15)


def _events_of(result: Result) -> list[Event]:
    """The answers in a code, after all that a record says; those of a fuller code before those of another."""
    number, tried = result.cards.number, sum(map(bool, result.answers))
    digest = sha256(" ".join(result.answers).encode()).hexdigest()[:8]
    made = []
    for place, (item, tap) in enumerate(zip(result.cards.items, result.answers, strict=True)):
        if tap:
            answer = [verdict_of_sureness(item.kind, tap)]
            event_id = f"code-{99 - tried:02}-{result.cards.pack}-{number:02}-{digest}-{place:02}"
            about = (result.learner, result.cards.pack, item.id, item.revision, result.cards.occasion)
            made.append(Event(event_id, *about, answer, tap, time=AFTER_ALL_RECORDS))
    return made


def _names(joins: Iterable[_Join]) -> dict[str, str]:
    """Under which code each learner is counted: of the codes that joins make one, the slip, or else the smallest.

    A join that would make two slips one is not followed: somebody typed another's slip, or means mischief.
    """
    with_slip = learners_with_slips()
    group: dict[str, set[str]] = {}
    for join in sorted(joins):
        mine, theirs = group.get(join.learner, {join.learner}), group.get(join.joined, {join.joined})
        if len((mine | theirs) & with_slip) <= 1:
            mine |= theirs
            group |= dict.fromkeys(mine, mine)
    return {code: min(codes & with_slip or codes) for code, codes in group.items()}
