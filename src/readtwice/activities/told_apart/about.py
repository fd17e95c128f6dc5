"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity

TOLD_APART = "told-apart-"
"""How the ids of its events begin: then the id of the piece."""

ABOUT = Activity(
    name="told_apart",
    has_part=True,
    verbs=("kinds_of_page", "picture_past"),
    events=(TOLD_APART,),
    prints=("kinds of page", "picture past"),
)
