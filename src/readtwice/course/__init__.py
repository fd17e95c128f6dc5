"""Floor 6: the few verbs that a notebook uses. Each returns something that the notebook shows.

from readtwice import course
course.start()                                   # whose work this is; saved as you go
course.read("b04-b06", "b07-b11")                # the article, in parts
course.judge("01", "solo")                       # cards to judge
course.item("president-b08-b10").check("clash")  # the same in code
"""

from readtwice.course.answers import Question, Reply, item
from readtwice.course.lessons import end, hunt, judge, ledger, question, read, start
from readtwice.course.open import begin, session

__all__ = [
    "Question",
    "Reply",
    "begin",
    "end",
    "hunt",
    "item",
    "judge",
    "ledger",
    "question",
    "read",
    "session",
    "start",
]
