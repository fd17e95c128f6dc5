"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity

ABOUT = Activity(
    name="projector",
    teacher_verbs=("project",),
    lesson=("wall",),
)
