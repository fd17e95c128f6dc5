"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity

OFF_PAGE = "off-page-"
"""How the ids of its events begin; the lesson follows."""

ABOUT = Activity(
    name="off_page",
    verbs=("found",),
    events=(OFF_PAGE,),
)
