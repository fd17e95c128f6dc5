"""Floor 6: the few verbs that a notebook uses. Each returns something that the notebook shows.

from readtwice import course
course.start()                                   # whose work this is; start("skate-park") opens another pack
course.read("b04-b06", "b07-b11")                # the article, in parts
course.judge("01", "solo")                       # cards to judge
course.numbers("03", "solo")                     # numbers to work out
course.comparison("us-and-uk-aid")                # one comparison, every way to make it
course.captions("b02", "b12")                    # captions, word by word
course.who_does_what()                           # captions side by side
course.swap("b12")                               # another name in a caption
course.caption_swap()                            # one picture, four captions; nothing saved
course.rewrite("b02")                            # a caption in the learner's own words
course.vintages("A share", ["R43", "R82.us"])    # a chart of figures, and what was revised
course.voices("b04", "b06")                      # who speaks, on what occasion, and in which kind of sentence
course.timeline(); course.place()                # events in order; the article's words on time beside them
course.shelf("realistic-borders-shelf")          # a claim, some source cards, a budget
course.drift("borders")                          # a source beside the article's version
course.fact_check(); course.export("html")         # the builder; what was written as a page
course.form("before", "form-a")                  # cards that measure; course.form_answers(...) shows them again
course.score_card("form-a", "before", "after")   # what they say
course.item("president-b08-b10").check("clash")  # the same in code
"""

from readtwice.course.answers import Question, Reply, item
from readtwice.course.caption_study import caption_swap, rewrite, swap, who_does_what
from readtwice.course.caption_tags import caption, captions
from readtwice.course.charts import bars, vintages
from readtwice.course.fact_checks import (
    draft,
    export,
    exports,
    fact_check,
    good_report,
    publish_check,
    write_fact_check,
)
from readtwice.course.forms import form, form_answers, score_card, whole_form
from readtwice.course.lessons import (
    comparison,
    end,
    hunt,
    judge,
    ledger,
    numbers,
    question,
    read,
    recall,
    start,
    who_is_who,
)
from readtwice.course.matching import (
    drift,
    drifted,
    order,
    place,
    statement,
    timeline,
    voice,
    voices,
    weekday,
)
from readtwice.course.open import begin, session
from readtwice.course.readability import readability
from readtwice.course.shelf import look_up, shelf, signs, source_cards
from readtwice.course.who_speaks import who_speaks
from readtwice.course.wording import wording, wording_limits

__all__ = [
    "Question",
    "Reply",
    "bars",
    "begin",
    "caption",
    "caption_swap",
    "captions",
    "comparison",
    "draft",
    "drift",
    "drifted",
    "end",
    "export",
    "exports",
    "fact_check",
    "form",
    "form_answers",
    "good_report",
    "hunt",
    "item",
    "judge",
    "ledger",
    "look_up",
    "numbers",
    "order",
    "place",
    "publish_check",
    "question",
    "read",
    "readability",
    "recall",
    "rewrite",
    "score_card",
    "session",
    "shelf",
    "signs",
    "source_cards",
    "start",
    "statement",
    "swap",
    "timeline",
    "vintages",
    "voice",
    "voices",
    "weekday",
    "who_does_what",
    "who_is_who",
    "who_speaks",
    "whole_form",
    "wording",
    "wording_limits",
    "write_fact_check",
]
