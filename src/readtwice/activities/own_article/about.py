"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity

ABOUT = Activity(
    name="own_article",
    verbs=("own_article",),
    events=("own-answers-", "own-text"),
)
