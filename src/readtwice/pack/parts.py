"""The optional parts of a pack that rooms below the activities need, one dataclass each.

The file `<name>.yaml` holds exactly its fields.
"""

from __future__ import annotations

from typing import Any

from readtwice.pack.form import Form
from readtwice.pack.one_shot import OneShot
from readtwice.pack.paper import Paper

PARTS: dict[str, type[Any]] = {
    "form": Form,
    "one_shot": OneShot,
    "paper": Paper,
}
