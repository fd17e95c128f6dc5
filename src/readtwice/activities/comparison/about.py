"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity

COMPARISON = "comparison-"
"""How the ids begin under which the screen keeps what a learner says of a comparison."""

ABOUT = Activity(
    name="comparison",
    has_part=True,
    verbs=("comparison",),
    events=(COMPARISON,),
    prints=("comparisons",),
)
