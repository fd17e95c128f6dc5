"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity

ABOUT = Activity(
    name="form",
    verbs=("form", "form_answers", "score_card", "whole_form"),
)
