"""Several classes: each apart, and together. A slip that two classes use is two learners, and stays so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from readtwice.classroom.collecting.collect import AFTER_ALL_RECORDS, Collected, Rejected
from readtwice.classroom.reporting.class_report import class_report
from readtwice.classroom.reporting.figures import ClassReport
from readtwice.pack import Pack
from readtwice.record import Event


@dataclass(frozen=True, slots=True)
class Classes:
    """The reports on each class, by its name, and on all together. `twice` learners were handed in with two classes,
    and count with the first alone."""

    apart: Mapping[str, ClassReport]
    together: ClassReport
    collected: Collected
    twice: int


def report_on_classes(classes: Mapping[str, Collected], packs: Mapping[str, Pack]) -> Classes:
    """The reports. A progress file that came with two classes is known by its answers' ids, which are drawn by chance;
    a code has none, so it may be another learner's with the same slip, and counts in both."""
    learners: dict[str, tuple[Event, ...]] = {}
    own: dict[str, Collected] = {}
    seen: set[tuple[str, str]] = set()
    twice = 0
    for name, collected in classes.items():
        kept = {}
        for learner, events in collected.learners.items():
            ids = {(learner, event.id) for event in events if event.time != AFTER_ALL_RECORDS}
            if ids & seen:
                twice += 1
                continue
            kept[learner] = events
        seen |= {(who, event.id) for who, events in kept.items() for event in events if event.time != AFTER_ALL_RECORDS}
        own[name] = Collected(kept, collected.rejected, collected.repeated, collected.disagreeing, collected.names)
        learners |= {f"{name}:{learner}": events for learner, events in kept.items()}
    every = own.values()
    together = Collected(
        learners,
        tuple(Rejected(f"{name}: {one.where}", one.reason) for name, some in own.items() for one in some.rejected),
        sum(one.repeated for one in every),
        sum(one.disagreeing for one in every),
        {f"{name}: {where}": f"{name}: {file}" for name, some in own.items() for where, file in some.names.items()},
    )
    apart = {name: class_report(collected, packs) for name, collected in own.items()}
    return Classes(apart, class_report(together, packs), together, twice)
