"""Floor 1: the course as one file, `course.toml`: its lessons in order, their minutes, sheets and forms.

Tables, gradebook, links and checks are made from it; no list of lessons stands anywhere else.
"""

from readtwice.syllabus.syllabus import Lesson, Syllabus, syllabus

__all__ = ["Lesson", "Syllabus", "syllabus"]
