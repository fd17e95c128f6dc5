"""For those who program: the article as data, and questions about it that are answered in code.

    from readtwice.course import in_code
    article = in_code.article()
    question = in_code.words_before("Lee")
    question.check({"Jane": 4})

Nothing else in the course needs this. Each question works out for itself what is right, from the article that is
open. Answers are not saved: the code in the learner's notebook is the answer.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from readtwice.article import Article, Sentence
from readtwice.course.answers import Reply, hint_reply, reply
from readtwice.course.open import CourseError, session
from readtwice.marking.values import Slip, ValueQuestion, mark_value
from readtwice.reading import titled_names
from readtwice.words import say, words

LONG = 6
"""Letters from which on a word says something about the subject of its sentence."""


class CodeQuestion:
    """A question about the article as data: `check` a value, ask for a `hint`."""

    def __init__(self, kind: str, question: ValueQuestion, values: dict[str, Any]) -> None:
        self.question = question
        self._kind = kind
        self._values = values

    def check(self, answer: Any) -> Reply:
        """Mark a value. None is *not tried yet*."""
        return reply(mark_value(self.question, answer))

    def hint(self, number: int = 1) -> Reply:
        """One of three hints, from a nudge to nearly the answer."""
        hints = [hint.format(**self._values) for hint in words()["code"][self._kind]["hints"]]
        return hint_reply(hints, number)

    def __repr__(self) -> str:
        return say(f"code.{self._kind}.prompt", **self._values)


def article() -> Article:
    """The article that is open: `.sentences`, `.blocks`, `.sentence(id)`, `.quote(sentence)`."""
    return session().pack.article


def words_before(name: str) -> CodeQuestion:
    """Which words stand right before a name, and how often: a dictionary."""
    text = article()
    everywhere = Counter(word for s in text.sentences for word in _before(text.quote(s), name))
    paragraphs = [s for s in text.sentences if text.block(s.block).kind == "paragraph"]
    with_commas = [re.findall(rf"(\S+) {re.escape(name)}", text.quote(s)) for s in text.sentences]
    slips = {
        "paragraphs_only": Counter(word for s in paragraphs for word in _before(text.quote(s), name)),
        "commas": Counter(word for found in with_commas for word in found),
        "no_counts": dict.fromkeys(everywhere, 1),
    }
    return _question("words_before", dict(everywhere), slips, name=name, count=len(everywhere))


def titles_of(name: str) -> CodeQuestion:
    """Which sentences name someone with a title, and how: a dictionary of sentence ids and the words as they stand."""
    text = article()
    titles = {
        s.id: named for s in text.sentences for named in titled_names(text.quote(s)) if named.endswith(f" {name}")
    }
    plain = Counter(titles.values()).most_common(1)[0][0] if titles else ""
    slips = {
        "one_wording": {s.id: plain for s in text.sentences if plain and plain in text.quote(s)},
        "first_word_lost": {place: named.removeprefix("former ") for place, named in titles.items()},
    }
    return _question("titles_of", titles, slips, name=name, count=len(titles), wordings=len(set(titles.values())))


def shared_words(first: str, second: str) -> CodeQuestion:
    """Which long words stand in both of two sentences: a set. Raises CourseError for an unknown sentence."""
    one, other = _sentence(first), _sentence(second)
    both = _words(one) & _words(other)
    slips = {"short_words": _words(one, 1) & _words(other, 1), "either": _words(one) | _words(other)}
    return _question("shared_words", both, slips, first=first, second=second, count=len(both))


def read_together(start: str, count: int = 5) -> CodeQuestion:
    """Which sentences share most with one: a list of ids. A shared word counts 1/n where n sentences have it.

    Raises CourseError for an unknown sentence, and where the last place is shared, so that no list would be right.
    """
    _sentence(start)
    ranked = _ranked(start)
    if len(ranked) > count and abs(ranked[count - 1][0] - ranked[count][0]) < 1e-9:
        raise CourseError(f"Place {count} is shared for {start}. Choose another sentence, or another number.")
    best = frozenset(place for _, place in ranked[:count])
    slips = {
        "itself": frozenset([start, *(place for _, place in ranked[: count - 1])]),
        "one_each": frozenset(place for _, place in _ranked(start, weighted=False)[:count]),
        "short_words": frozenset(place for _, place in _ranked(start, shortest=1)[:count]),
    }
    return _question("read_together", best, slips, start=start, count=count)


def _question(kind: str, expected: Any, slips: dict[str, Any], /, **values: Any) -> CodeQuestion:
    """A question in the words of its kind. A slip that happens to lead to the right value is no slip.

    Raises CourseError where the article holds nothing to find.
    """
    if not expected:
        raise CourseError("The article holds nothing to find here. Ask about another name or sentence.")
    known = [Slip(value, say(f"code.{kind}.{key}", **values)) for key, value in slips.items() if value != expected]
    form, right, next_step = (say(f"code.{kind}.{part}", **values) for part in ("form", "right", "next"))
    return CodeQuestion(kind, ValueQuestion(expected, form, right, next_step, tuple(known)), values)


def _sentence(sentence_id: str) -> Sentence:
    try:
        return article().sentence(sentence_id)
    except KeyError:
        known = article().sentences
        raise CourseError(f"There is no sentence {sentence_id!r}: they are {known[0].id} to {known[-1].id}.") from None


def _before(text: str, name: str) -> list[str]:
    return re.findall(rf"(\w+) {re.escape(name)}\b", text)


def _words(sentence: Sentence, shortest: int = LONG) -> frozenset[str]:
    return frozenset(re.findall(rf"[a-z]{{{shortest},}}", article().quote(sentence).lower()))


def _ranked(start: str, *, shortest: int = LONG, weighted: bool = True) -> list[tuple[float, str]]:
    """All other sentences with their scores, best first, equal ones in reading order."""
    by_sentence = {s.id: _words(s, shortest) for s in article().sentences}
    spread = Counter(word for found in by_sentence.values() for word in found)
    scores = [
        (sum(1 / spread[word] if weighted else 1 for word in sorted(by_sentence[start] & found)), place)
        for place, found in by_sentence.items()
        if place != start
    ]
    return sorted(scores, key=lambda pair: -pair[0])
