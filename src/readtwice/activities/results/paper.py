"""What this activity prints: the pages of results of a lesson, and those that measure."""

from readtwice.activities.results.lesson_paper import OF_LESSONS
from readtwice.activities.results.task_paper import knows, task_answers, task_end, task_sheet
from readtwice.page.paper.printing import Print

PRINTS = {
    "results": OF_LESSONS,
    "search task": Print(task_sheet, task_answers, knows=knows, whole=False, at_end=task_end),
}
