"""A gradebook column: completion for each learner of a teacher's own list, which joins slips to names and stays there.

The roster is what the learning platform exports, with one more column, `slip`. The result has the platform's columns
as they were, without the slips, and one column more. Completion counts cards answered, right or not: the key is open
to learners, so a score would grade who looked.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from readtwice.classroom.collect import Collected
from readtwice.pack import Pack
from readtwice.publish.table import FORMULA
from readtwice.record import UnreadableSlip, learner_of, read_slip

COLUMN = "Read Twice"
POINTS = 100
FORMATS = ("canvas", "moodle", "plain")
POINTS_ROW = "points possible"
"""How Canvas names, in its first column, the row that says what an assignment is worth."""


class RosterError(ValueError):
    """A roster that cannot be used; the message says where and what to do, in one sentence."""


@dataclass(frozen=True, slots=True)
class Gradebook:
    """The table to import, and the slips on the roster of which nothing was handed in."""

    text: str
    missing: tuple[str, ...]


def completion(collected: Collected, pack: Pack) -> dict[str, int]:
    """For each learner, how many cards of one half-form before and one after the course were answered.

    In percent, 0 to 100, rounded down.
    """
    form = pack.form
    if form is None:
        return {}
    wanted = {card.item for card in form.cards}
    aim = len(form.cards)  # half of them before, the other half after
    done = {}
    for learner, events in collected.learners.items():
        cards = {
            (event.item, event.occasion)
            for event in events
            if event.pack == pack.slug and event.item in wanted and event.occasion in ("before", "after")
        }
        done[learner] = min(POINTS, POINTS * len(cards) // aim)
    return done


def gradebook(roster: Path, format: str, done: dict[str, int]) -> Gradebook:
    """The roster with a column of completion. Raises RosterError, and ValueError for a format that does not exist."""
    if format not in FORMATS:
        raise ValueError(f"there is no format {format!r}")
    header, rows = _read(roster)
    named = [name.strip().lower() for name in header]
    if named.count("slip") != 1:
        raise RosterError(f"{roster.name}:1: there is no single column `slip`. Add one, with a slip for each learner.")
    place = named.index("slip")
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    keep = [at for at in range(len(header)) if at != place] if format != "plain" else []
    writer.writerow([*(_safe(header[at]) for at in keep), *(["slip"] if format == "plain" else []), COLUMN])
    missing, seen = [], set[str]()
    for line, row in rows:
        cells = [*row, *[""] * (len(header) - len(row))]
        typed, value = cells[place].strip(), ""
        if format == "canvas" and cells[0].strip().lower() == POINTS_ROW:
            value = str(POINTS)
        elif typed:
            slip = _slip(typed, f"{roster.name}:{line}", seen)
            value = str(done.get(learner_of(slip), 0))
            if learner_of(slip) not in done:
                missing.append(slip)
        writer.writerow([*(_safe(cells[at]) for at in keep), *([_safe(typed)] if format == "plain" else []), value])
    return Gradebook(out.getvalue(), tuple(missing))


def _slip(typed: str, where: str, seen: set[str]) -> str:
    try:
        slip = read_slip(typed)
    except UnreadableSlip as error:
        raise RosterError(f"{where}: {error}") from None
    if slip in seen:
        raise RosterError(f"{where}: the slip {slip} stands twice. Give each learner one only.")
    seen.add(slip)
    return slip


def _read(roster: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    try:
        text = roster.read_text(encoding="utf-8-sig")
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except OSError as error:
        raise RosterError(f"{roster.name} cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise RosterError(f"{roster.name} is not a text in UTF-8. Save it as CSV in UTF-8.") from None
    except csv.Error as error:
        raise RosterError(f"{roster.name} is no CSV table ({error}). Export it again.") from None
    if not rows:
        raise RosterError(f"{roster.name} is empty. Export it from your platform again.")
    return rows[0][1], rows[1:]


def _safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; plain numbers stay as they are."""
    if cell.startswith((*FORMULA, "\t", "\r")) and not cell.lstrip("+-").replace(".", "", 1).isdigit():
        return f"'{cell}"
    return cell
