"""What pages ask beside the cards of a pack: each question with the answers that count, and what can be seen of it.

A question is one of a card on speakers, dates or drift, one pair of events to order, a page or a picture in one of its
states. A guesser learns from all other cards what such a face goes with, and says the same. What it has right is set
beside the best constant answer, as for the cards that are judged.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations
from statistics import median

from readtwice.activities.drift.mark import drift_match
from readtwice.activities.drift.part import the_drifts_of
from readtwice.activities.timeline.mark import stands_before
from readtwice.activities.timeline.match import statement_match
from readtwice.activities.timeline.part import the_timeline_of
from readtwice.activities.told_apart.part import PART as TOLD_APART
from readtwice.activities.voices.mark import voice_match
from readtwice.activities.voices.part import the_voices_of
from readtwice.authoring.cues import SMALLEST
from readtwice.marking.matching import Match
from readtwice.pack import Pack, load_pack
from tests.notebooks import COURSE
from tests.notebooks.verbs import calls


@dataclass(frozen=True)
class Asked:
    """One question of a card. `words` are those that it is about, `beside` all else that stands with them."""

    card: str
    words: str
    beside: str
    right: tuple[str, ...]
    place: int = 0
    weight: float = 1.0


def pages_verbs() -> Iterator[tuple[str, list[str]]]:
    for page in (*sorted(COURSE.glob("notebooks/0*.ipynb")), *sorted(COURSE.glob("solutions/*/practice.ipynb"))):
        yield from calls(page)


def _named(*verbs: str) -> list[str]:
    return [one for verb, named in pages_verbs() if verb in verbs for one in named]


def _of_match(match: Match, part: str, place: int) -> Asked:
    [one] = [one for one in match.parts if one.name == part]
    beside = " ".join((match.asks, match.record, match.original))
    return Asked(match.id, match.quote.text, beside, one.fair, place)


def sets_beside_the_cards(pack: Pack) -> dict[str, list[Asked]]:
    """All that pages ask of the kind, by its name."""
    voices = [voice_match(pack, the_voices_of(pack).voice(one)) for one in _named("voices", "voice")]
    dates = [statement_match(pack, the_timeline_of(pack).statement(one)) for one in _named("place", "statement")]
    rows = {row.id: row for row in the_drifts_of(pack).rows}
    drifts = [drift_match(pack, rows[one]) for one in _named("drift", "drifted")]
    parts = {"speakers": ("speaker", "occasion", "kind"), "dates": ("fit", "by"), "drift": ("changed",)}
    found = {
        f"{name}: {part}": [_of_match(match, part, place) for place, match in enumerate(matches)]
        for (name, own), matches in zip(parts.items(), (voices, dates, drifts), strict=True)
        for part in own
    }
    found["events, two by two"] = list(_events(pack))
    held = TOLD_APART.needed(pack)
    named = _named("kinds_of_page", "picture_past")
    found["kinds of page"] = [
        Asked(piece.id, state.lines[0], " ".join(state.lines[1:]), (state.key,), place, 1 / len(piece.states))
        for place, piece in enumerate(held.kinds)
        if piece.id in named
        for state in piece.states
    ]
    found["pictures"] = [
        Asked(piece.id, piece.caption, " ".join(state.lines), (_as_kind(state.key),), place, 1 / len(piece.states))
        for place, piece in enumerate(held.pictures)
        if piece.id in named
        for state in piece.states
    ]
    return found


def _as_kind(key: str) -> str:
    """Answers of pictures are worded for each: for, against or open is what they have in common."""
    return {"older": "against", "speaks": "against", "not_made": "against", "made": "for", "fits": "for"}.get(key, key)


def _events(pack: Pack) -> Iterator[Asked]:
    """Each two events of one page, either way round: does the first come first?"""
    for verb, named in pages_verbs():
        if verb == "timeline":
            events = the_timeline_of(pack).only(tuple(named))
            for one, other in permutations(events, 2):
                says = "before" if stands_before(one, other) else "after"
                yield Asked(f"{one.id} {other.id}", one.line, f"{one.clue} | {other.line} {other.clue}", (says,))


_DIGIT = re.compile(r"\d")
_NOT = re.compile(r"\b(?:no|not|none|never|nobody|nothing|without)\b|n’t\b", re.IGNORECASE)
_WILL = re.compile(r"\b(?:may|might|will|would|should|could|must|needs?)\b", re.IGNORECASE)
_HEDGE = re.compile(r"\b(?:about|around|nearly|almost|some|may|likely|potential|over|more than)\b", re.IGNORECASE)

FACES: dict[str, Callable[[Asked], object]] = {
    "begins with a capital": lambda one: one.words[:1].isupper(),
    "begins with This or The": lambda one: one.words.split()[0] in ("This", "The"),
    "a digit": lambda one: bool(_DIGIT.search(one.words)),
    "not": lambda one: bool(_NOT.search(one.words)),
    "will or should": lambda one: bool(_WILL.search(one.words)),
    "a hedge": lambda one: bool(_HEDGE.search(one.words)),
    "a quotation mark": lambda one: bool(re.search("[“‘]", one.words)),
    "a comma": lambda one: "," in one.words,
    "an exclamation mark beside": lambda one: "!" in one.words + one.beside,
    "a question mark beside": lambda one: "?" in one.beside,
    "a digit beside": lambda one: bool(_DIGIT.search(one.beside)),
    "not beside": lambda one: bool(_NOT.search(one.beside)),
    "a hedge beside": lambda one: bool(_HEDGE.search(one.beside)),
    "a quotation mark beside": lambda one: bool(re.search("[“‘]", one.beside)),
    "a colon beside": lambda one: ":" in one.beside,
    "nothing beside": lambda one: not one.beside.strip(),
    "every other place": lambda one: one.place % 2,
}
SIZES: dict[str, Callable[[Asked], float]] = {
    "length": lambda one: len(one.words),
    "capitals": lambda one: len(re.findall(r"\b[A-Z]", one.words)),
    "length beside": lambda one: len(one.beside),
    "capitals beside": lambda one: len(re.findall(r"\b[A-Z]", one.beside)),
    "commas beside": lambda one: one.beside.count(","),
    "place": lambda one: one.place,
    "the alphabet": lambda one: ord(one.card[:1]),
}


def faces(asked: list[Asked]) -> dict[str, list[object]]:
    """Each face of each question; of a size, whether it is more than that of half of them."""
    found = {name: [face(one) for one in asked] for name, face in FACES.items()}
    for name, size in SIZES.items():
        sizes = [size(one) for one in asked]
        found[name] = [one > median(sizes) for one in sizes]
    return found


def cards(asked: Iterable[Asked]) -> float:
    """How many cards a set has: a state counts as often as it is drawn."""
    return sum(one.weight for one in asked)


def constant(asked: list[Asked]) -> tuple[str, float]:
    """The answer that is right most often, and how often."""
    return _counted(asked).most_common(1)[0]


def points(name: str, asked: list[Asked]) -> float:
    """What a guesser by this face has more than the best constant answer, in points of a hundred."""
    return 100 * (right_by(faces(asked)[name], asked) - constant(asked)[1]) / cards(asked)


def furthest(asked: list[Asked]) -> tuple[str, float]:
    """The face that gets furthest, and its points."""
    return max(((name, points(name, asked)) for name in faces(asked)), key=lambda one: one[1])


def right_by(face: list[object], asked: list[Asked]) -> float:
    """How often a guesser is right who says of a card what most others with its face have; else the constant answer."""
    right = 0.0
    for one, own in zip(asked, face, strict=True):
        others = [two for two, seen in zip(asked, face, strict=True) if seen == own and not _same(one, two)]
        said = constant(others or asked)[0]
        right += one.weight * (said in one.right)
    return right


def _same(one: Asked, two: Asked) -> bool:
    """One card, or two events the other way round."""
    return {*one.card.split()} == {*two.card.split()}


def _counted(asked: Iterable[Asked]) -> Counter[str]:
    found: Counter[str] = Counter()
    for one in asked:
        for answer in one.right:
            found[answer] += one.weight  # type: ignore[assignment]
    return found


PAGE = COURSE / "docs/audit_of_cues.md"
BEGIN, END = "<!-- counted beside the cards -->", "<!-- end of what is beside -->"


def table(pack: Pack) -> str:
    """What stands between the two marks of the page."""
    rows = [
        "| what is asked | cards | best constant answer | right | furthest face, points | which |",
        "|---|---|---|---|---|---|",
    ]
    for name, asked in sets_beside_the_cards(pack).items():
        (answer, right), (face, gained) = constant(asked), furthest(asked)
        rows.append(
            f"| {name} | {cards(asked):.3g} | {answer} | {right:.3g} | "
            + (f"{gained:+.0f} | {face} |" if cards(asked) >= SMALLEST else "small | |")
        )
    return "\n".join(rows)


def page_with(table: str) -> str:
    """The page with this table."""
    text = PAGE.read_text("utf-8")
    return f"{text.partition(BEGIN)[0]}{BEGIN}\n\n{table}\n\n{END}{text.partition(END)[2]}"


if __name__ == "__main__":
    PAGE.write_text(page_with(table(load_pack("hegseth-nato-2025"))), "utf-8")
