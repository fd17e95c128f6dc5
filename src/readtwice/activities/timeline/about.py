"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity

ORDER = "timeline-order"
"""The item id under which an order is saved."""

TIMELINE = "timeline-"

ABOUT = Activity(
    name="timeline",
    has_part=True,
    verbs=("order", "place", "statement", "timeline", "weekday"),
    events=(ORDER, TIMELINE),
    prints=("order", "weekday", "dates"),
    data=("events", "days_to_the_summit"),
)
