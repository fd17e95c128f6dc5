"""An item: one question about quoted words of the article, with its key and everything said about the answers.

FIELDS is the one published table of which field each kind needs; the validator, the loader and the authors' guide
all read it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from readtwice.article import Span
from readtwice.words import say

Verdict = str
"""One of VERDICTS for the item's kind, always the code (`no_clash`), never the learner's words (`no clash`)."""

Need = Literal["required", "optional", "never"]

KINDS = ("pair", "claim", "number", "heading", "wording", "statement")
"""A heading is judged against what stands under it; a wording by whether somebody owns it or it is plain fact."""

TAPPED = ("pair", "claim", "heading", "wording")
"""Kinds that are answered by one tap on one of three verdicts: no number is worked out, nothing is sorted."""

LESSON = re.compile(r"[0-9]{2}")
"""How a lesson is named: two digits."""

USES = ("worked", "faded", "solo", "practice", "recall", "exit", "form", "extra", "search")
"""Where an item is shown; an item has exactly one use, so that what was taught is never the test."""

SEARCH = "search"
"""The use of an item that is judged after looking through a page of results, before the course or after it."""

_JUDGED = ("claim", "number", "heading", "wording")
CLEAN: dict[str, Verdict] = {"pair": "no_clash"} | dict.fromkeys(_JUDGED, "supported")
FLAWED: dict[str, Verdict] = {"pair": "clash"} | dict.fromkeys(_JUDGED, "not_supported")
"""A statement is sorted, into report, opinion or forecast: none of the three is clean or flawed."""

STATES = ("clean", "flawed", "open")
"""What a card can be, in one word for all kinds."""

UNDETERMINED: Verdict = "undetermined"
"""The text, box or shelf does not settle it. Counted apart, as rightly held back."""

VERDICTS: dict[str, tuple[Verdict, ...]] = {
    **{kind: (CLEAN[kind], FLAWED[kind], UNDETERMINED) for kind in FLAWED},
    "statement": ("report", "opinion", "forecast"),
}
"""For each kind the verdicts in the order in which a learner sees them. What holds stands first, as it does among
the taps that say how sure one is."""


def verdict_of(kind: str, state: str) -> Verdict:
    """The key of a card of a kind in CLEAN that is in one of STATES."""
    return VERDICTS[kind][STATES.index(state)]


DISAGREEMENTS = (
    "name or role",
    "position",
    "date",
    "number",
    "heading or caption",
    "judgment",
    "place",
    "scope or negation",
)
"""What the two sides of a pair may differ about."""

AGREEMENTS = ("the same in other words", "different things", "different times", "aim and effect")
"""Why the two sides of a pair can both stand."""

REASONS = (
    "contradicts itself",
    "meaning reversed",
    "wrong name or role",
    "impossible value",
    "wrong date",
    "wrong unit or divisor",
    "unfair comparison",
    "wrong speaker",
    "no source named",
    "unclear reference",
    "missing context",
    "opinion as fact",
    "heading does not fit",
    "picture cannot show it",
    "imprecise but fair",
)
"""Offered after the verdict, discussed, never scored."""

JUDGED_BY = ("text", "box", "shelf")
NOBODY = "nobody"
"""Whom an error favours where it favours nobody. Who else it can, each pack says in its article's `favours`."""

MAXIMUM_EXPLANATION_WORDS = 35


@dataclass(frozen=True, slots=True)
class Field:
    """One row of the published table: what a field is, and which kinds need it. Kinds in neither list never have it."""

    name: str
    required: tuple[str, ...] = KINDS
    optional: tuple[str, ...] = ()

    @property
    def meaning(self) -> str:
        """What the field holds, in words."""
        known = {"use": USES, "kind": KINDS}.get(self.name, ())
        values = {"known": ", ".join(known), "most": MAXIMUM_EXPLANATION_WORDS}
        return say(f"field.{self.name}", **values)

    def need(self, kind: str) -> Need:
        return "required" if kind in self.required else "optional" if kind in self.optional else "never"


_OPTIONAL: dict[str, tuple[str, ...]] = {"required": (), "optional": KINDS}
_SINGLE = tuple(kind for kind in KINDS if kind != "pair")
_IN_ONE_TAP = tuple(kind for kind in FLAWED if kind != "number")

FIELDS: tuple[Field, ...] = (
    Field("id"),
    Field("revision", **_OPTIONAL),
    Field("entry", **_OPTIONAL),
    Field("lesson", **_OPTIONAL),
    Field("use", **_OPTIONAL),
    Field("kind"),
    Field("topic"),
    Field("prompt", **_OPTIONAL),
    Field("sides", ("pair",)),
    Field("targets", _SINGLE),
    Field("computation", ("number",)),
    Field("box", (), _SINGLE),
    Field("key"),
    Field("relation", ("pair",)),
    Field("judged_by", **_OPTIONAL),
    Field("reasons_accepted", **_OPTIONAL),
    Field("options", **_OPTIONAL),
    Field("explanation"),
    Field("why", **_OPTIONAL),
    Field("evidence", **_OPTIONAL),
    Field("next_step", **_OPTIONAL),
    Field("hints", **_OPTIONAL),
    Field("favours", **_OPTIONAL),
    Field("sureness", (), _IN_ONE_TAP),
    Field("as_of", **_OPTIONAL),
    Field("variants", **_OPTIONAL),
    Field("accept_dissent", **_OPTIONAL),
    Field("steps", **_OPTIONAL),
    Field("given", **_OPTIONAL),
    Field("draft", **_OPTIONAL),
)


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words of the article and where they stand."""

    block: str
    sentence: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Option:
    """What is said to the learner who chose this verdict."""

    feedback: str
    misconception: str = ""


@dataclass(frozen=True, slots=True)
class Dissent:
    """A defensible other verdict, and what to say to it."""

    answer: Verdict
    say: str


@dataclass(frozen=True, slots=True)
class NumberSlip:
    """A likely mistake: the number that it leads to, and what to say to it."""

    value: Decimal
    feedback: str
    misconception: str


@dataclass(frozen=True, slots=True)
class Computation:
    """What a number item asks a learner to work out. All numbers are in `unit`, as read by `figures.units.unit`.

    Whatever lies from `low` to `high` counts as the number asked for; `value` is ours, exact, and `shown` is how a
    person reads it. An estimate is asked for first, between `estimate_low` and `estimate_high`. `take`, `divide_by`
    and `rates` are the ids of figures from which the check can be built, `figures` those that ours rests on.
    """

    ask: str
    value: Decimal
    shown: str
    unit: str
    low: Decimal
    high: Decimal
    estimate_low: Decimal
    estimate_high: Decimal
    working: tuple[str, ...]
    perspective: str
    slips: tuple[NumberSlip, ...]
    take: tuple[str, ...]
    figures: tuple[str, ...]
    divide_by: tuple[str, ...] = ()
    rates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """Words that a twin has instead of the printed ones: in a block of the article, or in the record."""

    where: str
    printed: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Twin:
    """What makes an item another state of a card. `decided_by`: the words that decide it, where they are others."""

    card: str
    words: tuple[Change, ...]
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One checked question. See FIELDS for what each field means."""

    id: str
    revision: int
    lesson: str
    use: str
    kind: str
    topic: str
    prompt: str
    key: Verdict
    judged_by: str
    options: dict[Verdict, Option]
    explanation: str
    next_step: str
    hints: tuple[str, ...]
    favours: str
    sides: tuple[tuple[Quote, ...], ...] = ()
    targets: tuple[Quote, ...] = ()
    computation: Computation | None = None
    box: str = ""
    relation: str = ""
    entry: str = ""
    reasons_accepted: tuple[str, ...] = ()
    why: str = ""
    evidence: tuple[str, ...] = ()
    sureness: bool = False
    as_of: str = ""
    accept_dissent: Dissent | None = None
    steps: tuple[str, ...] = ()
    given: int = 0
    twin: Twin | None = None
    file: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)

    @property
    def card(self) -> str:
        """The id of the card that this is a state of: its own, for the state that stands in the article."""
        return self.twin.card if self.twin else self.id

    @property
    def state(self) -> str:
        """One of STATES. A statement, which is sorted, is open."""
        return "clean" if self.is_clean else "flawed" if self.is_flawed else "open"

    @property
    def shown(self) -> tuple[Quote, ...]:
        """The quotes that a learner sees: the first of each side, or all targets."""
        return tuple(side[0] for side in self.sides) or self.targets

    @property
    def contradiction(self) -> str:
        """The id of what the two sides of a pair disagree about, which all pairs on it share; else empty."""
        return (self.entry or self.card) if self.relation in DISAGREEMENTS else ""

    @property
    def is_clean(self) -> bool:
        """Keyed as holding up: counts among hits and false alarms as what deserves keeping."""
        return self.key == CLEAN.get(self.kind)

    @property
    def is_flawed(self) -> bool:
        return self.key == FLAWED.get(self.kind)

    @property
    def is_scored(self) -> bool:
        """Clean and flawed items are scored, as hits and false alarms. The others count apart."""
        return self.is_clean or self.is_flawed
