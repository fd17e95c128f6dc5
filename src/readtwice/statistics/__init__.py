"""Floor 3: counts of answers to what they tell: discernment, how well sureness was judged, item analysis."""

from readtwice.statistics.calibration import LEVELS, Level, levels_of
from readtwice.statistics.score import Answered, Score, score_of

__all__ = ["LEVELS", "Answered", "Level", "Score", "levels_of", "score_of"]
