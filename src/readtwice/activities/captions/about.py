"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity

ABOUT = Activity(
    name="captions",
    verbs=("caption", "captions"),
    events=("caption-",),
    prints=("captions",),
    lesson=("pictures",),
)
