"""Floor 4: charts that show in JupyterLab without a network, before anything is run, and to a screen reader.

    from readtwice.charts import Bar, bar_chart
    bar_chart([Bar("Norland", 3, "3 cows"), Bar("Sudland", 5, "5 cows")], title="Cows", label_name="Country",
              value_name="Cows", description="Sudland has 5 cows and Norland 3.")

Each builder takes plain rows and words, draws with Altair, and returns a `Chart`. After `use_altair()`, charts that
someone makes with Altair show in the same way. The room loads Altair, which takes half a second: import it inside the
function that draws.
"""

from readtwice.charts.bars import Bar, bar_chart
from readtwice.charts.chart import MIME_TYPE, Chart, ChartError, Table
from readtwice.charts.grid import Cell, grid_chart
from readtwice.charts.made_with_altair import described, use_altair
from readtwice.charts.moves import Move, move_chart
from readtwice.charts.parts import Mark
from readtwice.charts.ranges import Range, range_chart

__all__ = [
    "MIME_TYPE",
    "Bar",
    "Cell",
    "Chart",
    "ChartError",
    "Mark",
    "Move",
    "Range",
    "Table",
    "bar_chart",
    "described",
    "grid_chart",
    "move_chart",
    "range_chart",
    "use_altair",
]
