"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity

ABOUT = Activity(
    name="shelf",
    has_part=True,
    verbs=("look_up", "shelf", "source_cards"),
    events=("shelf-",),
    prints=("sources", "shelf"),
    data=("cards", "stories_per_task"),
)
