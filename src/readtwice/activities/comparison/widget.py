"""Fair-comparison lab: toggles say how two sides are compared; bars and a sentence redraw at once.

The bars are drawn by the widget itself. The charts room gives finished Vega-Lite output, which JupyterLab renders as an
output of its own and which cannot redraw inside a widget; the lab takes its colours, so that both look alike. All
cells are computed here, in Python, when the lab opens. The browser only picks one.
"""

from __future__ import annotations

from typing import Any

from readtwice.activities.comparison.part import Comparison
from readtwice.activities.comparison.views import cell_view, cells_of, how, table_values, table_words
from readtwice.markup import Html, html, listed, table
from readtwice.page.base import CourseWidget, script, style
from readtwice.page.demand import Demand, words_in
from readtwice.page.session import Session
from readtwice.page.views import View, quote_html, quote_view
from readtwice.words import say, words

OCCASION = "talk"
"""Says of a saved answer that it is an opinion: kept, shown again, never marked."""


class ComparisonLab(CourseWidget):
    """One comparison of the article. Which one is fair, and to whom, is saved as `comparison-<id>`."""

    _esm = script(__package__, "script.js")
    _css = style(__package__, "style.css")
    name = "comparison"
    marks = False

    def __init__(self, session: Session, comparison: Comparison) -> None:
        self._comparison = comparison
        self._cells = cells_of(comparison, session.pack.figures)
        lines: list[str] = []
        views = [cell_view(comparison, cell, lines) for cell in self._cells]
        self._fixed = {"cells": views, "lines": lines, **self._frame(session)}
        super().__init__(session)

    def title(self) -> str:
        return self._comparison.title

    def table(self) -> list[dict[str, Any]]:
        """The whole grid, a dictionary for each row, with exact numbers: for those who program."""
        return table_values(self._comparison, self._cells)

    def build(self) -> View:
        return {**self._fixed, "kept": self._kept()}

    def _frame(self, session: Session) -> View:
        """What stays the same whatever is chosen."""
        grid = self._comparison.grid
        header, rows = table_words(self._comparison, self._cells)
        return {
            "claim": quote_view(session.pack.article, self._comparison.claim),
            "toggles": [
                {"id": t.id, "label": t.label, "choices": [{"code": c.id, "label": c.label} for c in t.choices]}
                for t in grid.toggles
            ],
            "sides": [side.label for side in grid.sides],
            "table": {
                "caption": say("comparison.caption", title=self._comparison.title),
                "header": header,
                "rows": rows,
            },
            "fair": [{"code": code, "label": label} for code, label in self._fair().items()],
        }

    def _fair(self) -> dict[str, str]:
        """What a learner may say of a comparison; none of it is right or wrong."""
        sides = {side.id: say("comparison.kinder", side=side.label) for side in self._comparison.grid.sides}
        return {"both": say("comparison.fair_to_both"), **sides, "unsure": say("comparison.unsure")}

    @property
    def _item(self) -> str:
        return f"comparison-{self._comparison.id}"

    def asked(self) -> list[bool]:
        return [self._kept() is not None]

    def demand(self) -> Demand:
        shown = {name: self._fixed[name] for name in ("claim", "toggles", "sides")}  # the table folds away
        return Demand(words_in(shown), len(self._fixed["toggles"]) + 1)

    def _kept(self) -> View | None:
        """What was said last; None where nothing was, or nothing that can be read."""
        event = self.session.latest(self._item, OCCASION)
        try:
            return self._read(event.answer) if event else None
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    def _read(self, answer: Any) -> View:
        """A choice and the toggles it was made with. Raises ValueError, KeyError or TypeError for anything else."""
        to, by = answer["to"], answer["by"]
        toggles = self._comparison.grid.toggles
        if to not in self._fair() or len(by) != len(toggles) or any(by[t.id] not in t.labels for t in toggles):
            raise ValueError("that choice is not offered here")
        by = {t.id: by[t.id] for t in toggles}
        return {"to": to, "by": by, "line": say("comparison.kept", to=self._fair()[to], how=how(self._comparison, by))}

    def receive(self, message: dict[str, Any]) -> str:
        kept = self._read(message)
        self.session.save(self._item, {"to": kept["to"], "by": kept["by"]}, occasion=OCCASION)
        return str(kept["line"])

    def static_html(self) -> Html:
        view = self._fixed
        toggles = listed(f"{t['label']}: {' · '.join(c['label'] for c in t['choices'])}" for t in view["toggles"])
        claim = html("<p>{}</p>{}{}", words()["comparison"]["claim"], quote_html(view["claim"]), toggles)
        return claim + table(view["table"]["header"], view["table"]["rows"], caption=view["table"]["caption"])
