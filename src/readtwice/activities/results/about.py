"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity
from readtwice.page.kept import MOVES

RESULTS = "results-"
"""How the ids begin under which a page of results is saved: then the id of its task."""

ABOUT = Activity(
    name="results",
    has_part=True,
    verbs=("results", "search", "search_task", "search_answers"),
    events=(RESULTS, MOVES),
    prints=("results", "search task"),
)
