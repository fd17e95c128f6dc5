"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity

FACT_CHECK = "fact-check-"
"""How the item ids begin under which fact-checks are saved: then the claim's id, or OWN."""

ABOUT = Activity(
    name="fact_check",
    has_part=True,
    verbs=("own_fact_check", "draft", "fact_check", "publish_check", "write_fact_check"),
    events=(FACT_CHECK,),
    prints=("fact check", "drafts"),
    has_exports=True,
)
