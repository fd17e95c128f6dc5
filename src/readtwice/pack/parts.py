"""The optional parts of a pack that are one dataclass each: the file `<name>.yaml` holds exactly its fields."""

from __future__ import annotations

from typing import Any

from readtwice.pack.drift import Drifts
from readtwice.pack.fact_checks import FactChecks
from readtwice.pack.form import Form
from readtwice.pack.good_report import GoodReport
from readtwice.pack.one_shot import OneShot
from readtwice.pack.paper import Paper
from readtwice.pack.shelf import Shelf
from readtwice.pack.timeline import Timeline
from readtwice.pack.voices import Voices

PARTS: dict[str, type[Any]] = {
    "voices": Voices,
    "timeline": Timeline,
    "shelf": Shelf,
    "drifts": Drifts,
    "fact_checks": FactChecks,
    "good_report": GoodReport,
    "form": Form,
    "one_shot": OneShot,
    "paper": Paper,
}
