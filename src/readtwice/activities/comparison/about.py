"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity

ABOUT = Activity(
    name="comparison",
    has_part=True,
    verbs=("comparison",),
    events=("comparison-",),
    prints=("comparisons",),
)
