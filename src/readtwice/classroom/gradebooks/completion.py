"""What was assigned, and how much of it each learner has done: cards answered, right or not.

The key is open to learners, so a score would grade who looked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from readtwice.classroom.collecting.collect import Collected
from readtwice.pack import Pack
from readtwice.record.asked import (
    USES,
    Part,
    blueprint,
    cards_answered,
    form_parts,
    fresh_forms,
    lesson_part,
    parallel_forms,
    search_parts,
)
from readtwice.syllabus import syllabus
from readtwice.words import say

ALL = 100
A_FEW = 3
"""Where fewer than one in so many handed in a set, beside the one that most did, the class was not set it."""

_FORMS = {
    "both": ("before", "after"),
    "before": ("before",),
    "after": ("after",),
    "whole": ("before", "after"),
    "whole-before": ("before",),
    "whole-after": ("after",),
}


class NothingAssigned(ValueError):
    """A name for what was assigned that says nothing; the message is one sentence with those that do."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """What was assigned, under the title of its column in a gradebook."""

    title: str
    parts: tuple[Part, ...] = ()
    saved: tuple[str, ...] = ()
    """How the ids begin of work that is no card, such as fact-checks. Any of one kind counts as one card."""
    label: str = ""
    """What it is called beside other work."""


def assigned(what: str, packs: Mapping[str, Pack], form: str, article: str) -> Assigned:
    """What a name such as `both`, `before`, `03` or `one-shot-cards` stands for; several with commas between them.

    `form` is the pack whose halves the course asks, `article` the one that its lessons are about, both among `packs`.
    Raises NothingAssigned.
    """
    names = [one for one in what.split(",") if one.strip()] if "," in what else [what]
    if len(names) > 1:
        return _together([assigned(one, packs, form, article) for one in dict.fromkeys(names)])
    return _one(names[0] if names else what, packs, form, article)


def _together(works: Sequence[Assigned]) -> Assigned:
    """Several sets as one column. The cards before and after have a column of their own name."""
    parts = tuple(dict.fromkeys(part for one in works for part in one.parts))
    labels = list(dict.fromkeys(one.label for one in works))
    title = say("gradebook.title", what=" + ".join(labels))
    if set(labels) == {"before", "after"}:
        title, labels = say("gradebook.title_all"), ["both"]
    elif set(labels) == {"whole-before", "whole-after"}:
        title, labels = say("gradebook.title", what="whole"), ["whole"]
    saved = tuple(dict.fromkeys(kind for one in works for kind in one.saved))
    return Assigned(title, parts, saved, " + ".join(labels))


def _one(what: str, packs: Mapping[str, Pack], form: str, article: str) -> Assigned:
    name = re.sub("^lesson[-_ ]*", "", what.strip().lower())
    name = name.zfill(2) if name.isdigit() else name
    title = say("gradebook.title_lesson" if name.isdigit() else "gradebook.title", what=name)
    label = say("gradebook.lesson", what=name) if name.isdigit() else name
    lesson = syllabus().lesson(name)
    stories = [packs[one] for one in syllabus().stories] if article == syllabus().article else []
    if lesson and lesson.done_by:
        return Assigned(title, (lesson_part(name, *stories),), (lesson.done_by,), label)
    name = lesson.occasion or name if lesson else name
    if name in _FORMS:
        parallel = parallel_forms(packs, form)
        title = say("gradebook.title_all") if name == "both" else title
        return Assigned(
            title,
            (
                *form_parts(packs, parallel, _FORMS[name], whole=name.startswith("whole")),
                *search_parts(packs, parallel, _FORMS[name]),
            ),
            label=label,
        )
    if name == "fresh":
        return Assigned(title, tuple(form_parts(packs, fresh_forms(packs), ("fresh",), whole=True)), label=label)
    if name in lessons_beside(packs, article):
        pack = packs[name]
        parts = tuple(lesson_part(one, pack) for one in sorted({item.lesson for item in pack.items}))
        return Assigned(say("gradebook.title", what=pack.article.title), parts, label=pack.article.title)
    others = [slug for slug, pack in packs.items() if pack.form]
    if begun := [slug for slug in others if len(name) > 2 and slug.startswith(name)]:
        halved = packs[begun[0]].form.cards_of("first")  # type: ignore[union-attr]
        occasions = ("before", "after") if halved else ("fresh",)
        return Assigned(title, tuple(form_parts(packs, begun[:1], occasions, whole=not halved)), label=label)
    lessons = sorted({item.lesson for item in packs[article].items})
    if name in lessons:
        return Assigned(title, (lesson_part(name, packs[article], *stories),), label=label)
    lines = ", ".join((*_FORMS, "fresh", *sorted((*others, *lessons_beside(packs, article)))))
    first, *_, last = (one.id for one in syllabus().lessons)
    raise NothingAssigned(say("gradebook.no_such_work", what=what[:40], known=lines, first=first, last=last))


def lessons_beside(packs: Mapping[str, Pack], article: str) -> tuple[str, ...]:
    """The packs that are a lesson by themselves, beside the course: opened from a file, or of another article."""
    course = {article, syllabus().article, *syllabus().stories}
    return tuple(
        slug
        for slug, pack in packs.items()
        if slug not in course and not pack.form and not pack.one_shot and any(item.use in USES for item in pack.items)
    )


def handed_in(collected: Collected, work: Assigned) -> dict[str, int]:
    """How much of it each learner has done, in percent, 0 to 100, rounded down. Who handed in none of it is absent."""
    answered, work = _as_handed_in(collected, work)
    return {learner: _done(theirs, work) for learner, theirs in answered.items() if _has_any(theirs, work)}


def _as_handed_in(collected: Collected, work: Assigned) -> tuple[dict[str, set[tuple[str, str, str]]], Assigned]:
    """What each learner answered, and the work without newer parts that nobody handed in: a class that used an earlier
    version has done all that it had."""
    answered = {learner: cards_answered(events) for learner, events in collected.learners.items()}
    parts = (one for one in work.parts if not one.is_newer or any(one.cards & theirs for theirs in answered.values()))
    return answered, replace(work, parts=tuple(parts))


@dataclass(frozen=True, slots=True)
class Arrived:
    """A set of work that was handed in, by a name that `assigned` knows, and by how many learners."""

    what: str
    learners: int


def arrived(collected: Collected, packs: Mapping[str, Pack], form: str, article: str) -> tuple[Arrived, ...]:
    """All sets of which any learner handed in something, in the order of the course. Arguments as of `assigned`."""
    cards = {item.lesson for item in packs[article].items}
    course = [one.occasion or one.id for one in syllabus().lessons if one.occasion or one.done_by or one.id in cards]
    others = [slug for slug, pack in packs.items() if pack.form and blueprint(pack) != blueprint(packs[form])]
    shots = [slug for slug in others if packs[slug].form.cards_of("first")]  # type: ignore[union-attr]
    answered = [cards_answered(events) for events in collected.learners.values()]
    found = list[Arrived]()
    for name in (*course, *sorted(cards.difference(course)), *shots, *lessons_beside(packs, article)):
        work = assigned(name, packs, form, article)
        theirs = [one for one in answered if _has_any(one, work)]
        if theirs and name in ("before", "after") and _are_whole(theirs, work):
            name = f"whole-{name}"
        if theirs and name not in (one.what for one in found):
            found.append(Arrived(name, len(theirs)))
    return tuple(found)


def of_the_class(found: Sequence[Arrived]) -> tuple[str, ...]:
    """The sets that a class handed in, by name: not what a few did beside it."""
    most = max((one.learners for one in found), default=0)
    return tuple(one.what for one in found if one.learners * A_FEW >= most)


def _has_any(answered: set[tuple[str, str, str]], work: Assigned) -> bool:
    return any(part.cards & answered for part in work.parts) or _saved(answered, work) > 0


def _saved(answered: set[tuple[str, str, str]], work: Assigned) -> int:
    """Of how many kinds of work that is no card there is any."""
    return sum(any(item.startswith(kind) for _, item, _ in answered) for kind in work.saved)


def _are_whole(theirs: Sequence[set[tuple[str, str, str]]], half: Assigned) -> bool:
    """Whether most learners answered more than one half of a form."""
    more = sum(any(len(part.cards & answered) > part.aim for part in half.parts) for answered in theirs)
    return 2 * more > len(theirs)


def _done(answered: set[tuple[str, str, str]], work: Assigned) -> int:
    done = sum(part.done(answered) for part in work.parts)
    aim = sum(part.aim for part in work.parts) + len(work.saved)
    return ALL * (done + _saved(answered, work)) // max(1, aim)
