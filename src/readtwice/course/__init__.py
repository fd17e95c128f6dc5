"""Floor 8: the few verbs that a notebook uses. Each returns something that the notebook shows.

from readtwice import course
course.start()                                   # whose work this is; start("skate-park") opens another pack
course.read("b04-b06", "b07-b11")                # the article, in parts
course.article()                                 # the article as a place: what you did in each block
course.first_look()                              # ten seconds: three lines, two that cannot both be right
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
course.vote()                                    # a choice on the card that the teacher shows
course.open_lesson()                             # a lesson from a file, as pages
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from readtwice.activities import verbs

_OWN = {
    "readtwice.page.open": ("begin", "session"),
    "readtwice.course.page": ("article", "end", "start"),
    "readtwice.course.questions": ("Question", "item", "question"),
    "readtwice.course.charts": ("bars", "vintages"),
    "readtwice.course.files": ("export", "exports", "own_exports"),
    "readtwice.course.lesson": ("open_lesson",),
    "readtwice.course.reading_ease": ("readability",),
    "readtwice.course.loaded_words": ("wording", "wording_limits"),
}
"""Verbs of every page, and those on the text and its figures. All others belong to an activity."""


_OWN_HOMES = {name: module for module, names in _OWN.items() for name in names}


def _homes() -> dict[str, str]:
    return _OWN_HOMES | verbs()


def __getattr__(name: str) -> Any:
    """A verb is loaded when it is first named (PEP 562), so that a page waits only for what it uses."""
    # The first cell of a page starts it: it does not wait until every activity has said what it offers.
    home = None if name.startswith("_") else _OWN_HOMES.get(name) or verbs().get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(home), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(_homes())
