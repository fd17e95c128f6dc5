"""For those who program: article and figures as data, and questions about them that are answered in code.

    from readtwice.course import in_code
    article = in_code.article()
    figures = in_code.figures()
    question = in_code.words_before("Lee")
    question.check({"Jane": 4})

Nothing else in the course needs this. Each question works out for itself what is right, from the pack that is
open. Answers are not saved: the code in the learner's notebook is the answer.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from typing import Any

from readtwice.article import Article, Sentence
from readtwice.figures import CannotCompute, Figure, FigureNotFound, Figures, show
from readtwice.marking.values import Slip, ValueQuestion
from readtwice.page.code_question import CodeQuestion
from readtwice.page.open import CourseError, session
from readtwice.reading import titled_names
from readtwice.words import say

LONG = 6
"""Letters from which on a word says something about the subject of its sentence."""


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
        raise CourseError(say("error.course.place_shared", count=count, start=start))
    best = frozenset(place for _, place in ranked[:count])
    slips = {
        "itself": frozenset([start, *(place for _, place in ranked[: count - 1])]),
        "one_each": frozenset(place for _, place in _ranked(start, weighted=False)[:count]),
        "short_words": frozenset(place for _, place in _ranked(start, shortest=1)[:count]),
    }
    return _question("read_together", best, slips, start=start, count=count)


def figures() -> Figures:
    """The figures that are open, the article's own among them: `["R88"]`, `.where(series="GDP", counter="NATO")`."""
    return session().pack.figures


def quantities(kind: str) -> CodeQuestion:
    """All quantities of one kind (money, percent, year …) in the article, as they stand: a set of texts."""
    from readtwice.reading.quantities import read_quantities

    text = article()
    found = [(s, q) for s in text.sentences for q in read_quantities(text.quote(s)) if q.kind == kind]
    first_sign = found[0][1].text[0] if found else ""
    slips = {
        "paragraphs_only": frozenset(q.text for s, q in found if text.block(s.block).kind == "paragraph"),
        "one_sign": frozenset(q.text for _, q in found if q.text.startswith(first_sign)),
        "values": frozenset(q.value for _, q in found),
    }
    everything = frozenset(q.text for _, q in found)
    return _question("quantities", everything, slips, kind=kind, count=len(everything))


def implausible_years(earliest: int, latest: int) -> CodeQuestion:
    """Which sentences name a year outside a range, and which year: a dictionary of sentence ids and years as texts."""
    from readtwice.reading.quantities import read_quantities

    text = article()
    years = {s.id: q.value for s in text.sentences for q in read_quantities(text.quote(s)) if q.kind == "year"}
    outside = {place: year for place, year in years.items() if not earliest <= int(year) <= latest}
    slips: dict[str, Any] = {
        "every_year": years,
        "inside": {place: year for place, year in years.items() if place not in outside},
        "none": {},
    }
    return _question("implausible_years", outside, slips, earliest=earliest, latest=latest, count=len(outside))


def shares_over_time(part: str, *, series: str, entity: str, counter: str) -> CodeQuestion:
    """What share of each period's figure the part is: a dictionary of periods and percentages with two places.

    Raises CourseError for figures that are not there or cannot be divided.
    """
    from readtwice.figures import share_of

    amount = _figure(part)
    wholes = figures().where(series=series, entity=entity, counter=counter)
    try:
        shares = {whole.period: share_of(amount, whole) for whole in wholes}
    except CannotCompute as error:
        raise CourseError(str(error)) from None
    expected = {period: show(share, "percent2") for period, share in shares.items()}
    turned = {period: replace(share, value=10_000 / share.value) for period, share in shares.items() if share.value}
    slips = {"upside_down": {period: show(share, "percent2") for period, share in turned.items()}}
    values = {"part": part, "series": series, "entity": entity, "counter": counter, "count": len(expected)}
    return _question("shares_over_time", expected, slips, **values)


def converted(amount: str, currency: str, *days: str) -> CodeQuestion:
    """What a sum is in another currency on each of some days: a dictionary of days and sums in millions, two places.

    Raises CourseError for a figure that is not there or a day without a rate.
    """
    from readtwice.figures import convert, rate

    sum_ = _figure(amount)
    try:
        own = sum_.quantity.unit.name
        expected = {day: show(convert(sum_, currency, day, figures()), "millions2") for day in days}
        rates = {day: rate(currency, own, day, figures()).value for day in days}
        euros = {day: rate(currency, "EUR", day, figures()).value for day in days if own != "EUR" != currency}
        slips = {
            "upside_down": {day: _in_millions(sum_, currency, 1 / value) for day, value in rates.items()},
            "euro_rate": {day: _in_millions(sum_, currency, value) for day, value in euros.items()},
        }
    except CannotCompute as error:
        raise CourseError(str(error)) from None
    return _question("converted", expected, slips, amount=amount, currency=currency, count=len(expected))


def _figure(figure_id: str) -> Figure:
    try:
        return figures()[figure_id]
    except FigureNotFound as error:
        raise CourseError(str(error)) from None


def _in_millions(sum_: Figure, currency: str, factor: Decimal) -> str:
    """A sum as a mistaken conversion would show it: multiplied with this factor."""
    quantity = sum_.quantity
    unit = replace(quantity.unit, name=currency)
    return show(replace(quantity, value=quantity.value * factor, unit=unit), "millions2")


def _question(kind: str, expected: Any, slips: dict[str, Any], /, **values: Any) -> CodeQuestion:
    """A question in the words of its kind. A slip that happens to lead to the right value is no slip.

    Raises CourseError where the article holds nothing to find.
    """
    if not expected:
        raise CourseError(say("error.course.nothing_found"))
    known = [Slip(value, say(f"code.{kind}.{key}", **values)) for key, value in slips.items() if value != expected]
    form, right, next_step = (say(f"code.{kind}.{part}", **values) for part in ("form", "right", "next"))
    return CodeQuestion(kind, ValueQuestion(expected, form, right, next_step, tuple(known)), values)


def _sentence(sentence_id: str) -> Sentence:
    try:
        return article().sentence(sentence_id)
    except KeyError:
        known = article().sentences
        raise CourseError(
            say("error.course.no_sentence", sentence_id=sentence_id, first=known[0].id, last=known[-1].id)
        ) from None


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
