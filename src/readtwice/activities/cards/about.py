"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity

ABOUT = Activity(
    name="cards",
    verbs=("judge", "recall", "stories"),
    has_part=True,
    has_drawings=True,
    items=("pair", "claim", "heading", "wording", "statement"),
)
