"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity

ABOUT = Activity(name="first_look", verbs=("first_look",))
