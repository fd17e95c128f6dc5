"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity

ABOUT = Activity(
    name="caption_study",
    has_part=True,
    verbs=("caption_swap", "rewrite", "swap", "who_does_what"),
    events=("swap-", "rewrite-"),
    prints=("scene", "side by side", "swap", "rewrite"),
)
