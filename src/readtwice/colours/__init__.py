"""Floor 1: every colour, once, as `--rt-*` variables in `colours.css`, light and dark.

A style sheet writes `var(--rt-line)`, with `STYLE` in front of it. What stands where no style sheet of ours does, such
as a chart in a stored notebook, asks `colour("line")` for the value itself.
"""

from __future__ import annotations

import re
from importlib import resources
from typing import Final

STYLE: Final = (resources.files("readtwice.colours") / "colours.css").read_text(encoding="utf-8")
"""The style sheet that names them all."""

_LIGHT: Final = dict(re.findall(r"--rt-([a-z]+): ([^;]+);", STYLE.partition("@media")[0]))


def colour(name: str) -> str:
    """The value of a colour of lines or marks, which is the same in light and in dark: `colour("line")` is `#…`.

    Raises KeyError for a name that is not there, and for a colour that follows the page, which has no one value.
    """
    value: str = _LIGHT[name]
    if not value.startswith("#"):
        raise KeyError(f"{name} is not one colour but follows the page: write var(--rt-{name}) in a style sheet")
    return value
