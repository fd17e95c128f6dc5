"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity

ABOUT = Activity(
    name="ledger",
    has_part=True,
    verbs=("ledger",),
    events=("ledger-",),
    prints=("ledger",),
)
