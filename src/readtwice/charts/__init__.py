"""Floor 4: charts that show in JupyterLab without a network, before anything is run, and to a screen reader.

    from readtwice.charts import Bar, bar_chart
    bar_chart([Bar("Norland", 3, "3 cows"), Bar("Sudland", 5, "5 cows")], title="Cows", label_name="Country",
              value_name="Cows", description="Sudland has 5 cows and Norland 3.")

Each builder takes plain rows and words and returns a `Chart`. The specifications are plain Vega-Lite, in the version
that JupyterLab brings along, so that a learner's kernel need not load Altair; `from_altair` takes a chart made with
Altair and gives it the same look, description and table.
"""

from readtwice.charts.altair_charts import from_altair
from readtwice.charts.bars import Bar, bar_chart
from readtwice.charts.calibration import Sureness, calibration_chart
from readtwice.charts.chart import MIME_TYPE, Chart, ChartError, Table
from readtwice.charts.grid import Cell, grid_chart
from readtwice.charts.lines import Point, line_chart
from readtwice.charts.parts import Mark
from readtwice.charts.ranges import Range, range_chart

__all__ = [
    "MIME_TYPE",
    "Bar",
    "Cell",
    "Chart",
    "ChartError",
    "Mark",
    "Point",
    "Range",
    "Sureness",
    "Table",
    "bar_chart",
    "calibration_chart",
    "from_altair",
    "grid_chart",
    "line_chart",
    "range_chart",
]
