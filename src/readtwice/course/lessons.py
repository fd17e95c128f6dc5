"""The verbs of a lesson's page: start, read, ledger, judge, numbers, comparison, hunt, end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readtwice.course.answers import item
from readtwice.course.open import CourseError, session
from readtwice.course.tables import Table
from readtwice.pack.item import USES
from readtwice.widgets import (
    End,
    Hunt,
    Judge,
    Ledger,
    Reader,
    Start,
    shuffled,
)
from readtwice.words import say

if TYPE_CHECKING:
    from readtwice.widgets import ComparisonLab, NumberBench
    from readtwice.widgets.recall import Recall


def start(pack: str = "") -> Start:
    """Whose work this is (Continue or Start fresh), and when it was last saved.

    A page that is not on the article under study names its pack here. Raises PackError for one that does not exist.
    """
    return Start(session(pack))


def read(*parts: str) -> Reader:
    """The article in parts, each from block to block: `read("b04-b06", "b07-b11")`. No parts: all of it in one."""
    blocks = session().pack.article.blocks
    return Reader(session(), [_range(part) for part in parts] or [(blocks[0].id, blocks[-1].id)])


def who_is_who(*names: str) -> Table:
    """The named people and terms of the glossary, each with its one sentence. No names: all of them."""
    pack = session().pack
    known = {person.name: person.who for person in pack.people} | {term.term: term.means for term in pack.terms}
    for name in names:
        if name not in known:
            raise CourseError(f"There is no {name!r} in the glossary. There are: {', '.join(known)}.")
    header = (say("who_is_who.name"), say("who_is_who.says"))
    return Table(say("who_is_who.title"), header, [(name, known[name]) for name in names or known])


def ledger(part: str, *topics: str) -> Ledger:
    """The claim ledger over some blocks, with all prepared rows or the named ones."""
    prepared = session().pack.ledger
    known = {topic.id: topic for topic in prepared}
    for topic in topics:
        if topic not in known:
            raise CourseError(f"There is no row {topic!r} in the ledger. There are: {', '.join(known)}.")
    return Ledger(session(), *_range(part), [known[topic] for topic in topics] or list(prepared))


def judge(lesson: str, use: str) -> Judge:
    """All items of a lesson and use, shuffled the same way for everyone."""
    items = session().pack.items_for(lesson, use)
    if not items:
        raise CourseError(f"Lesson {lesson!r} has no {use!r} items. Uses are: {', '.join(USES)}.")
    return Judge(session(), shuffled(items))


def recall(lesson: str, *usual: str) -> Recall:
    """The cards that open a lesson: what this learner missed, spaced.

    Without a record it is the cards of the ids named or, where none is named, the lesson's own recall cards. Where it
    has none, it is those of the nearest lesson before it.
    """
    from readtwice.widgets.recall import Recall

    if usual:
        return Recall(session(), lesson, [session().pack.item(one) for one in usual])
    items = session().pack.items
    nearest = max((item.lesson for item in items if item.use == "recall" and item.lesson <= lesson), default="")
    if not nearest:
        raise CourseError(f"There are no 'recall' items up to lesson {lesson!r}.")
    return Recall(session(), lesson, shuffled(session().pack.items_for(nearest, "recall")))


def numbers(lesson: str, use: str) -> NumberBench:
    """The number bench: what a lesson and use have of numbers to work out, and of claims among them.

    Shuffled the same way for everyone.
    """
    from readtwice.widgets import NumberBench, fits_bench

    items = [item for item in session().pack.items_for(lesson, use) if fits_bench(item)]
    if not any(item.kind == "number" for item in items):
        raise CourseError(f"Lesson {lesson!r} has no {use!r} items with a number. Uses are: {', '.join(USES)}.")
    return NumberBench(session(), shuffled(items))


def comparison(comparison_id: str) -> ComparisonLab:
    """The fair-comparison lab: one comparison of the article, every way to make it."""
    from readtwice.widgets import ComparisonLab

    known = {one.id: one for one in session().pack.comparisons}
    if comparison_id not in known:
        raise CourseError(f"There is no comparison {comparison_id!r}. There are: {', '.join(known)}.")
    return ComparisonLab(session(), known[comparison_id])


def question(*item_ids: str) -> Judge | NumberBench:
    """The named items, in this order, as cards. A worked item shows its reasoning and answer."""
    from readtwice.widgets import deck

    try:
        return deck(session(), [item(item_id).item for item_id in item_ids])
    except ValueError as error:
        raise CourseError(f"These cards do not go together: {error}.") from None


def hunt(part: str, *starts: str) -> Hunt:
    """For each start sentence, find its partner within some blocks, or say that there is none."""
    return Hunt(session(), starts, *_range(part))


def end() -> End:
    """The last cell of a page: takes the reader back to the top after Run All."""
    return End(session())


def _range(part: str) -> tuple[str, str]:
    first, _, last = part.partition("-")
    known = {block.id for block in session().pack.article.blocks}
    for block in (first, last or first):
        if block not in known:
            raise CourseError(f"There is no block {block!r} in this article: blocks are {min(known)} to {max(known)}.")
    return first, last or first
