"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity

SHELF = "shelf-"
"""How the item ids begin under which the cards opened for a task are saved: then the item's id."""

ABOUT = Activity(
    name="shelf",
    has_part=True,
    verbs=("look_up", "shelf", "source_cards"),
    events=(SHELF,),
    prints=("sources", "shelf"),
    data=("cards", "stories_per_task"),
)
