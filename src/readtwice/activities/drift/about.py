"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity

ABOUT = Activity(
    name="drift",
    has_part=True,
    verbs=("drift", "drifted", "signs"),
    events=("drift-",),
    prints=("drift", "signs"),
)
