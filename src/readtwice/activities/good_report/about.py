"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity

ABOUT = Activity(
    name="good_report",
    has_part=True,
    verbs=("good_report",),
    prints=("report",),
    data=("sentences", "sentences_by_best_tier"),
)
