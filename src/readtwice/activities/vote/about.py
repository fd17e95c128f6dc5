"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity

ABOUT = Activity(
    name="vote",
    verbs=("vote",),
    teacher_verbs=("votes",),
)
