"""For each question of each practice sheet one plausible wrong answer, and the case that it must be taken for.

They are kept here and not in a notebook, so that no learner comes across them.
"""

from __future__ import annotations

from typing import NamedTuple


class Wrong(NamedTuple):
    """The code that stands in place of the solution, and what the reply must make of it."""

    code: str
    case: str


WRONG: dict[str, dict[str, Wrong]] = {
    "01_contradictions/practice.ipynb": {
        "troops-in-ukraine": Wrong('answer = ("clash", "position")', "false_alarm"),
        "trumps-office": Wrong('answer = ("no clash", "the same in other words")', "miss"),
        "what-the-remarks-did": Wrong('answer = "clash"', "false_alarm"),
        "which-borders": Wrong('answer = ("clash", "position")', "overreach"),
        "year-in-the-caption": Wrong('answer = "can\'t tell"', "held_back"),
        "the-shift": Wrong('answer = ("clash", "position")', "false_alarm"),
        "when-talks-start": Wrong('answer = ("clash", "date")', "overreach"),
        "two-shares": Wrong('answer = "can\'t tell"', "held_back"),
        "first-names": Wrong(
            "answer = {}\n"
            "for sentence in article.sentences:\n"
            "    text = article.quote(sentence).split()\n"
            "    for word, following in zip(text, text[1:]):\n"
            '        if following.startswith("Hegseth"):\n'
            "            answer[word] = answer.get(word, 0) + 1",
            "value_slip",
        ),
        "titles": Wrong(
            'answer = {s.id: "President Trump" for s in article.sentences if "President Trump" in article.quote(s)}',
            "value_slip",
        ),
        "shared-words": Wrong(
            "def words(sentence_id):\n"
            '    return set(re.findall("[a-z]+", article.quote(article.sentence(sentence_id)).lower()))\n'
            'answer = words("b11.s1") & words("b17.s1")',
            "value_slip",
        ),
        "read-together": Wrong(
            "words_of = {s.id: set(re.findall('[a-z]{6,}', article.quote(s).lower())) for s in article.sentences}\n"
            "start = words_of.pop('b17.s1')\n"
            "shared = {place: len(start & found) for place, found in words_of.items()}\n"
            "answer = sorted(shared, key=shared.get, reverse=True)[:5]",
            "value_slip",
        ),
    },
}
