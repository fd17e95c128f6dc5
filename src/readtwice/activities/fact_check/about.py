"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity

ABOUT = Activity(
    name="fact_check",
    has_part=True,
    verbs=("draft", "fact_check", "publish_check", "write_fact_check"),
    events=("fact-check-",),
    prints=("fact check", "drafts"),
    has_exports=True,
)
