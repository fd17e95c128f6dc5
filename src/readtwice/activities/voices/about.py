"""What this activity tells the rest of the house."""

from readtwice.activities.activity import Activity

VOICES = "voices-"

ABOUT = Activity(
    name="voices",
    has_part=True,
    verbs=("voice", "voices", "who_speaks"),
    events=(VOICES,),
    prints=("speakers", "voices"),
    data=("voices", "words_by_speaker"),
)
