"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity
from readtwice.page.kept import OFF_PAGE

ABOUT = Activity(
    name="off_page",
    verbs=("found",),
    events=(OFF_PAGE,),
)
