"""One look for all charts: no card of their own, the page's ink, and marks that hold on light and on dark.

A chart is stored once and shown in a light and in a dark JupyterLab. So words take the colour of the text around the
chart (`currentColor`), nothing is painted behind them, and a hollow mark is see-through. JupyterLab applies Vega's dark
theme in its own; whatever is set here wins over both.
"""

from __future__ import annotations

from typing import Any, Final

from readtwice.colours import colour

NAME: Final = "readtwice"
"""What Altair knows the theme by."""
INK: Final = "currentColor"
HOLLOW: Final = "transparent"
QUIET: Final = colour("line")
"""Axes, reference lines and grid."""
COLOURS: Final = tuple(colour(name) for name in ("first", "second", "third", "fourth"))
"""For marks, never for text."""
MAIN: Final = COLOURS[0]

FONT: Final = "system-ui, -apple-system, 'Segoe UI', sans-serif"
FONT_SIZE: Final = 14
LINE_HEIGHT: Final = 18
CHARACTER: Final = 8
"""Pixels that a character of this size takes at most, on average over a label."""

_WORDS: Final = {"labelColor": INK, "labelFontSize": FONT_SIZE, "labelLimit": 0, "titleColor": INK}
CONFIG: Final[dict[str, Any]] = {
    "aria": False,  # the chart as a whole has a description; to hear each mark and axis as well would be noise
    "axis": {
        **_WORDS,
        "domainColor": QUIET,
        "gridColor": QUIET,
        "gridOpacity": 0.3,
        "labelFlush": False,
        "labelSeparation": 6,
        "tickColor": QUIET,
        "titleFontSize": FONT_SIZE,
        "titleFontWeight": "normal",
        "titleLimit": 0,
        "titlePadding": 8,
    },
    "background": HOLLOW,
    "font": FONT,
    "header": {**_WORDS, "titleFontSize": FONT_SIZE},
    "legend": {**_WORDS, "titleFontSize": FONT_SIZE, "titleLimit": 0},
    "mark": {"aria": False, "color": MAIN},
    "padding": 12,
    "range": {"category": list(COLOURS)},
    "rule": {"color": QUIET},
    "text": {"color": INK, "fontSize": FONT_SIZE, "lineHeight": LINE_HEIGHT},
    "title": {
        "anchor": "start",
        "color": INK,
        "fontSize": 16,
        "fontWeight": 600,
        "frame": "bounds",
        "lineHeight": 21,
        "offset": 12,
        "subtitleColor": INK,
        "subtitleFontSize": FONT_SIZE,
        "subtitleLineHeight": LINE_HEIGHT,
    },
    "view": {"continuousWidth": 360, "discreteHeight": {"step": 32}, "stroke": None},
}
EMBED: Final[dict[str, Any]] = {"actions": False, "renderer": "svg"}
"""No menu, which has no name that a screen reader could say; and lines that stay sharp however far one zooms in.
Only an SVG in the page can take the page's ink."""
