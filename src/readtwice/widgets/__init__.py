"""Floor 5: what a person touches. Python marks; the browser shows, speaks and takes clicks and keys.

Those that only some lessons need are imported when they are first named.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from readtwice.widgets.end import End
from readtwice.widgets.hunt import Hunt
from readtwice.widgets.judge import Judge, answer_item, saved_answer, shuffled, verdict_words
from readtwice.widgets.ledger import Ledger
from readtwice.widgets.reader import Reader
from readtwice.widgets.session import Session
from readtwice.widgets.start import Start
from readtwice.widgets.views import feedback_html, feedback_view, page_html

if TYPE_CHECKING:
    from readtwice.widgets.caption_swap import CaptionSwap
    from readtwice.widgets.captions import CaptionTagger
    from readtwice.widgets.comparison_lab import ComparisonLab
    from readtwice.widgets.number_bench import NumberBench, deck, fits_bench
    from readtwice.widgets.rewrite import Rewrite
    from readtwice.widgets.swap import SwapTest

_LATER = {
    "caption_swap": ("CaptionSwap",),
    "captions": ("CaptionTagger",),
    "comparison_lab": ("ComparisonLab",),
    "number_bench": ("NumberBench", "deck", "fits_bench"),
    "rewrite": ("Rewrite",),
    "swap": ("SwapTest",),
}

__all__ = [
    "CaptionSwap",
    "CaptionTagger",
    "ComparisonLab",
    "End",
    "Hunt",
    "Judge",
    "Ledger",
    "NumberBench",
    "Reader",
    "Rewrite",
    "Session",
    "Start",
    "SwapTest",
    "answer_item",
    "deck",
    "feedback_html",
    "feedback_view",
    "fits_bench",
    "page_html",
    "saved_answer",
    "shuffled",
    "verdict_words",
]


def __getattr__(name: str) -> Any:
    for module, names in _LATER.items():
        if name in names:
            return getattr(import_module(f"readtwice.widgets.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
