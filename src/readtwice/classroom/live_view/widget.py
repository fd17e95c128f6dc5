"""The live view: a class's answers as bars, while they come in by pasted codes or a shared folder."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from readtwice.classroom.live_view.counts import (
    LONGEST_PASTE,
    MOST_TROUBLES,
    CardCounts,
    FolderTrouble,
    GroupCounts,
    LiveClass,
    Trouble,
)
from readtwice.pack import Pack, load_pack
from readtwice.pack.draw import alone
from readtwice.pack.item import SEARCH
from readtwice.page.base import PageWidget, script, style
from readtwice.page.views import View, quote_view
from readtwice.record import known_sets
from readtwice.syllabus import syllabus
from readtwice.words import say, words


class LiveView(PageWidget):
    """Counts only. What is pasted goes to the kernel's memory and is never shown again, nor is a file's name.

    Reading is done beside the kernel's own loop, one job after the other, so that a slow drive keeps nobody waiting.
    The page asks for a look at the folder; it stops asking when it is closed or out of sight.
    """

    _esm = script(__package__, "script.js", of_a_class=True)
    _css = style(of_a_class=True)
    name = "live"
    static_phrase = "static"

    def __init__(self) -> None:
        self._jobs: set[asyncio.Task[None]] = set()
        self._turn = asyncio.Lock()
        self._looking = False
        self._start_over()
        super().__init__()

    def know_more(self) -> None:
        """A lesson was opened: answers to it are understood from now on. What came before stays counted."""
        self._class.know(known_sets())

    def _start_over(self) -> None:
        self._class = LiveClass(known_sets())
        self._folder: Path | None = None
        self._wanted: Path | None = None
        self._folder_trouble = ""
        self._groups: tuple[GroupCounts, ...] = ()
        self._troubles: tuple[Trouble, ...] = ()
        self._chosen = ""
        self._questions: dict[str, list[View]] = {}
        self._news, self._number = "", 0

    def build(self) -> View:
        group = next((one for one in self._groups if one.key == self._chosen), None)
        return {
            "groups": [
                {"code": one.key, "label": say("live.group", title=_title(one), count=one.learners)}
                for one in self._groups
            ],
            "chosen": self._chosen,
            "title": _title(group) if group else "",
            "learners": group.learners if group else 0,
            "cards": [
                {**question, **_counts(card)} for question, card in zip(self._asked(group), group.counts, strict=True)
            ]
            if group
            else [],
            "folder": {"name": self._folder.name or str(self._folder) if self._folder else ""},
            "folder_trouble": self._folder_trouble,
            "unread": sum(one.times for one in self._troubles),
            "troubles": [[one.reason, one.times] for one in self._troubles[:MOST_TROUBLES]],
            "news": self._news,
            "number": self._number,
        }

    def _asked(self, group: GroupCounts) -> list[View]:
        """The questions of a group, made once for as many cards as it shows now."""
        key = f"{group.key} {' '.join(card.item.id for card in group.counts)}"
        if key not in self._questions:
            pack = load_pack(group.cards.pack)
            self._questions[key] = [_question(pack, card) for card in group.counts]
        return self._questions[key]

    def _take(self, widget: object, content: Any, buffers: object) -> None:
        if isinstance(content, dict) and content.get("type") == "look":
            self._look()  # no new view: most looks find nothing
        else:
            super()._take(widget, content, buffers)

    def receive(self, message: dict[str, Any]) -> str:
        does = {"paste": self._paste, "folder": self._watch, "group": self._choose, "clear": self._clear}
        return does[message["type"]](message)

    def _paste(self, message: dict[str, Any]) -> str:
        text = str(message["text"])
        if len(text) > LONGEST_PASTE:
            return say("live.long_paste")
        mine = self._class
        if text.strip():
            self._begin(lambda: mine.paste(text), say("live.nothing_new"))
        return ""

    def _watch(self, message: dict[str, Any]) -> str:
        name = str(message["path"])[:1000].strip().strip("\"'")
        self._folder_trouble = ""
        self._folder = self._wanted = None
        if not name:
            return say("live.not_watching")
        folder = self._wanted = Path(os.path.expanduser(name))
        mine = self._class

        def look() -> None:
            mine.look(folder)
            if self._wanted is folder:  # nobody stopped it, or named another, while the drive took its time
                self._folder = folder

        self._begin(look, say("live.watching"))
        return ""

    def _choose(self, message: dict[str, Any]) -> str:
        group = {one.key: one for one in self._groups}[message["key"]]
        self._chosen = group.key
        return _title(group)

    def _clear(self, _message: dict[str, Any]) -> str:
        self._start_over()
        return say("live.cleared")

    def _look(self) -> None:
        folder, mine = self._folder, self._class
        if folder is None or self._looking:
            return
        self._looking = True

        def done() -> None:
            self._looking = False
            self.send({"looked": True})

        self._begin(lambda: mine.look(folder), "", done)

    def _begin(self, job: Callable[[], object], nothing_new: str, done: Callable[[], None] = lambda: None) -> None:
        """Do a job beside the loop where there is one, and show what came of it."""
        work = self._do(job, nothing_new, done)
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # no kernel around it
            asyncio.run(work)
            return
        task = loop.create_task(work)
        self._jobs.add(task)
        task.add_done_callback(self._jobs.discard)

    def _do(self, job: Callable[[], object], nothing_new: str, done: Callable[[], None]) -> Coroutine[Any, Any, None]:
        mine = self._class

        def read() -> tuple[str, tuple[GroupCounts, ...], tuple[Trouble, ...]]:
            try:
                read_anything = job()
            except FolderTrouble as error:
                return str(error), mine.groups(), mine.troubles()
            if read_anything == 0:  # a look that found no file changed
                return "", self._groups, self._troubles
            return "", mine.groups(), mine.troubles()

        async def work() -> None:
            try:
                async with self._turn:
                    trouble, groups, troubles = await asyncio.to_thread(read)
                    if mine is self._class:  # nobody started over meanwhile
                        self._arrive(trouble, groups, troubles, nothing_new)
            finally:
                done()

        return work()

    def _arrive(
        self, trouble: str, groups: tuple[GroupCounts, ...], troubles: tuple[Trouble, ...], nothing_new: str
    ) -> None:
        arrived = sum(one.learners for one in groups) - sum(one.learners for one in self._groups)
        changed = (groups, troubles, trouble) != (self._groups, self._troubles, self._folder_trouble)
        self._groups, self._troubles, self._folder_trouble = groups, troubles, trouble
        if not self._chosen and groups:
            self._chosen = max(groups, key=lambda one: one.learners).key
        news = trouble or (say("live.arrived", count=arrived, all=self._all()) if arrived else nothing_new)
        if news and (changed or nothing_new):
            self._news, self._number = news, self._number + 1
        if changed or nothing_new:
            self.show()

    def _all(self) -> int:
        return sum(one.learners for one in self._groups)


def _title(group: GroupCounts) -> str:
    """What a group is called in front of a class."""
    cards, first = group.cards, group.counts[0].item
    title = load_pack(cards.pack).article.title
    if cards.part:
        return say("live.form", title=title, occasion=say(f"live.occasion.{cards.occasion}"))
    if first.use == SEARCH:
        return say("live.form", title=title, occasion=say(f"live.search.{cards.occasion}"))
    if cards.pack not in (syllabus().article, *syllabus().stories):
        return say("live.form", title=title, occasion=say(f"live.of_lesson.{first.use}"))
    return say("live.lesson", lesson=first.lesson, use=say(f"report.uses.{first.use}"))


def _question(pack: Pack, card: CardCounts) -> View:
    """A card as it may be projected: its question in words, and, for when it is asked for, what our key says."""
    item, pack = card.item, alone(pack, card.item)
    decided = [one.decided_by for one in pack.form.cards if one.item == item.id] if pack.form else []
    return {
        "id": item.id,
        "kind": item.kind,
        "topic": item.topic,
        "prompt": item.prompt,
        "box": item.box,
        "quotes": [{**quote_view(pack.article, one, marked=item.kind != "pair"), "where": ""} for one in item.shown],
        "explanation": item.explanation,
        "decided_by": decided[0] if decided else "",
    }


def _counts(card: CardCounts) -> View:
    labels = words()["verdict_button"][card.item.kind]
    return {
        "asked": card.asked,
        "answered": card.answered,
        "choices": [
            {
                "verdict": one.verdict,
                "label": labels[one.verdict],
                "sure": one.sure,
                "unsure": one.unsure,
                "all": one.all,
                "holds_back": one.verdict == "undetermined",
                "key": one.verdict == card.item.key,
            }
            for one in card.choices
        ],
    }
