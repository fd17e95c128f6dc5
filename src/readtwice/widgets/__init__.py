"""Floor 5: what a person touches. Python marks; the browser shows, speaks and takes clicks and keys."""

from readtwice.widgets.comparison_lab import ComparisonLab
from readtwice.widgets.end import End
from readtwice.widgets.hunt import Hunt
from readtwice.widgets.judge import Judge, answer_item, saved_answer, shuffled, verdict_words
from readtwice.widgets.ledger import Ledger
from readtwice.widgets.number_bench import NumberBench, deck, fits_bench
from readtwice.widgets.reader import Reader
from readtwice.widgets.session import Session
from readtwice.widgets.start import Start
from readtwice.widgets.views import feedback_html, feedback_view, page_html

__all__ = [
    "ComparisonLab",
    "End",
    "Hunt",
    "Judge",
    "Ledger",
    "NumberBench",
    "Reader",
    "Session",
    "Start",
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
