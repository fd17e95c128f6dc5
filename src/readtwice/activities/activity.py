"""What an activity tells about itself. Nothing here loads what the activity needs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity: `activities/<name>/`, and what the rooms above may ask of it.

    - `verbs`: what a notebook calls, each a function in its `verbs.py`; `teacher_verbs` those of a teacher's notebook;
      `data` functions in its `data.py` for those who program.
    - `items`: the kinds of items that its `widget.py` shows as cards, by a function `cards(session, items)`.
    - `events`: how the ids of its events begin. `LEAVES` in its `leaves.py` says what may leave of each: of an event
      that no activity names, nothing. `JUDGED` in its `judged.py`, where there is one, says what was found in each.
    - `has_part`: a pack may hold something for it: `PART` in its `part.py`, with a function `check(pack)`.
    - `prints`: the words in `paper.yaml` for what `PRINTS` in its `paper.py` prints.
    - `has_drawings`: `drawing(pack, item)` in its `paper.py` is what a card on paper is about, as HTML; empty for none.
    - `lesson`: what it shows of a lesson for which nobody wrote a notebook: its `text`, its `pictures`, all of it on
      a `wall`. `LESSON` in its `verbs.py` has a function for each.
    - `has_exports`: `export` in its `export.py` makes files, in the formats of `EXPORTS` there.
    """

    name: str
    verbs: tuple[str, ...] = ()
    teacher_verbs: tuple[str, ...] = ()
    data: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    has_part: bool = False
    prints: tuple[str, ...] = ()
    has_drawings: bool = False
    lesson: tuple[str, ...] = ()
    has_exports: bool = False
