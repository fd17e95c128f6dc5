"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity

ABOUT = Activity(
    name="timeline",
    has_part=True,
    verbs=("order", "place", "statement", "timeline", "weekday"),
    events=("timeline-order", "timeline-"),
    prints=("order", "weekday", "dates"),
    data=("events", "days_to_the_summit"),
)
