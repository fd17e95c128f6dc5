"""One look for all charts: a white card with dark ink, in a light and in a dark JupyterLab.

JupyterLab puts a grey of its own behind a chart in its dark theme, and applies Vega's dark colours; whatever is set
here wins over both. So every colour meets white, wherever the chart is shown, printed or exported.
"""

from __future__ import annotations

from typing import Any, Final

PAPER: Final = "#ffffff"
INK: Final = "#1f1f1f"
"""Text, at 16.5:1 on the paper."""
QUIET: Final = "#595959"
"""Axes, reference lines and the words beside them, at 7:1 on the paper."""
FAINT: Final = "#dddddd"
"""Grid lines, which carry nothing that is not said elsewhere."""
COLOURS: Final = ("#0072B2", "#D55E00", "#009E73", "#CC79A7")
"""For marks, never for text: each holds 3:1 or more on white and on JupyterLab's dark #111."""
MAIN, SECOND = COLOURS[0], COLOURS[1]

FONT: Final = "system-ui, -apple-system, 'Segoe UI', sans-serif"
FONT_SIZE: Final = 14
LINE_HEIGHT: Final = 18
CHARACTER: Final = 8
"""Pixels that a character of this size takes at most, on average over a label."""

CONFIG: Final[dict[str, Any]] = {
    "aria": False,  # the chart as a whole has a description; to hear each mark and axis as well would be noise
    "axis": {
        "domainColor": QUIET,
        "gridColor": FAINT,
        "labelColor": INK,
        "labelFontSize": FONT_SIZE,
        "labelLimit": 0,
        "tickColor": QUIET,
        "titleColor": INK,
        "titleFontSize": FONT_SIZE,
        "titleFontWeight": "normal",
        "titleLimit": 0,
        "titlePadding": 8,
    },
    "background": PAPER,
    "font": FONT,
    "mark": {"aria": False},
    "padding": 12,
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
    "view": {"stroke": None},
}
EMBED: Final[dict[str, Any]] = {"actions": False, "renderer": "svg"}
"""No menu, which has no name that a screen reader could say; and lines that stay sharp however far one zooms in."""
