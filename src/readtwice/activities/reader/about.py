"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity

ABOUT = Activity(
    name="reader",
    verbs=("read", "who_is_who"),
    prints=("read", "names"),
    lesson=("text",),
)
