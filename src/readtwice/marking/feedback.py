"""What a learner gets back: an outcome, the case behind it, and words that explain."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from readtwice.pack import Quote


class Outcome(StrEnum):
    """Four outcomes, never two. Outside the key there is no outcome at all: a finding is kept, not judged."""

    RIGHT = "right"
    NOT_YET = "not_yet"
    NOT_TRIED = "not_tried"
    CANNOT_BE_MARKED = "cannot_be_marked"


class Case(StrEnum):
    """Why an outcome came about. Each case has a heading of its own in the interface words."""

    HIT = "hit"
    NEAR_MISS = "near_miss"
    RIGHT_ACCEPTANCE = "right_acceptance"
    FALSE_ALARM = "false_alarm"
    MISS = "miss"
    HELD_BACK = "held_back"
    RIGHTLY_HELD_BACK = "rightly_held_back"
    OVERREACH = "overreach"
    DISSENT = "dissent"
    SORTED = "sorted"
    MISSORTED = "missorted"
    FOUND = "found"
    DISTRACTOR = "distractor"
    PARTNER_EXISTS = "partner_exists"
    NO_PARTNER = "no_partner"
    OWN_FINDING = "own_finding"
    VALUE_RIGHT = "value_right"
    VALUE_SLIP = "value_slip"
    VALUE_OFF = "value_off"
    TAGS_ALIKE = "tags_alike"
    TAGS_DIFFER = "tags_differ"
    MATCHED = "matched"
    MISMATCHED = "mismatched"
    NOT_TRIED = "not_tried"
    CANNOT_BE_MARKED = "cannot_be_marked"


@dataclass(frozen=True, slots=True)
class Feedback:
    """Everything said to one answer.

    `heading` names the case, `line` answers exactly this choice, `explanation` says why the key holds. `quotes` are
    the spans to show. `why` folds away. `outcome` is None where nothing is judged. `misconception` is for reports.
    """

    outcome: Outcome | None
    case: Case
    heading: str
    line: str
    explanation: str = ""
    quotes: tuple[Quote, ...] = ()
    why: str = ""
    sources: tuple[str, ...] = ()
    as_of: str = ""
    next_step: str = ""
    misconception: str = ""
