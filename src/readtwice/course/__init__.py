"""Floor 6: the few verbs that a notebook uses. Each returns something that the notebook shows.

from readtwice import course
course.start()                                   # whose work this is; saved as you go
course.read("b04-b06", "b07-b11")                # the article, in parts
course.judge("01", "solo")                       # cards to judge
course.numbers("03", "solo")                     # numbers to work out
course.comparison("us-and-uk-aid")                # one comparison, every way to make it
course.vintages("A share", ["R43", "R82.us"])    # a chart of figures, and what was revised
course.item("president-b08-b10").check("clash")  # the same in code
"""

from readtwice.course.answers import Question, Reply, item
from readtwice.course.charts import bars, vintages
from readtwice.course.lessons import comparison, end, hunt, judge, ledger, numbers, question, read, start
from readtwice.course.open import begin, session

__all__ = [
    "Question",
    "Reply",
    "bars",
    "begin",
    "comparison",
    "end",
    "hunt",
    "item",
    "judge",
    "ledger",
    "numbers",
    "question",
    "read",
    "session",
    "start",
    "vintages",
]
