"""Floor 7: what leaves the course as a file: fact-checks as a page, as ClaimReview, as Markdown; marks as W3C
annotations; answers as a table. Everything that a learner wrote is plain text in all of them."""

from readtwice.page.files import NothingToExport, free_name, write_text
from readtwice.publish.annotations import Mark, UnreadableAnnotations, marks_from_annotations
from readtwice.publish.export import FORMATS, SUFFIX, export, left_out

__all__ = [
    "FORMATS",
    "SUFFIX",
    "Mark",
    "NothingToExport",
    "UnreadableAnnotations",
    "export",
    "free_name",
    "left_out",
    "marks_from_annotations",
    "write_text",
]
