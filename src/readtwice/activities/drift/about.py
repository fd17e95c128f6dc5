"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity

DRIFT = "drift-"

ABOUT = Activity(
    name="drift",
    has_part=True,
    verbs=("drift", "drifted", "signs"),
    events=(DRIFT,),
    prints=("drift", "signs"),
)
