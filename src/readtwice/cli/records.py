"""From a record on the disk to one learner's answers, for the commands that take RECORD."""

from __future__ import annotations

import sys
from pathlib import Path

from readtwice.record import Event, events_of, learner_at_work, main_code, read_file, read_folder
from readtwice.words import say


class NoRecord(ValueError):
    """There is nothing to work with; the message is one sentence."""


def latest_work(record: Path) -> tuple[str, tuple[Event, ...]]:
    """The code and the answers of the learner who works in a folder now, or who answered last in it or in a file.

    What had to be passed over is told on standard error. Raises NoRecord.
    """
    if not record.exists():
        raise NoRecord(say("error.cli.no_record", record=record))
    events, notices = read_folder(record) if record.is_dir() else read_file(record)
    for notice in notices:
        print(f"{notice.file}: {notice.reason}", file=sys.stderr)
    answers = [event for event in events if event.kind == "answer"]
    if not answers:
        raise NoRecord(say("error.cli.no_answers", record=record))
    learner = learner_at_work(record) if record.is_dir() else ""
    mine = events_of(learner, events)
    if not mine:
        learner = main_code(max(answers, key=lambda event: event.order).learner, events)
        mine = events_of(learner, events)
    others = len({event.learner for event in answers} - {event.learner for event in mine})
    if others:
        print(say("command.records.several_learners", record=record, others=others + 1), file=sys.stderr)
    return learner, mine
