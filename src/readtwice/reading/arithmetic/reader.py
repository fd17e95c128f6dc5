"""Numbers that stand beside each other: whether they belong together is for the reader to say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readtwice.reading.arithmetic.changes import less
from readtwice.reading.arithmetic.window import DOWN, Checks, Window, alike, in_percent, is_time, made
from readtwice.reading.relation import Relation

_OF_CHANGE = re.compile(
    r"(?:\b(?:rise|increase|growth|jump|gain|drop|fall|decline|decrease|cut|reduction) of "
    r"(?:just |only |about )?<[PF]\d+>"
    r"|\b(?:rose|grew|climbed|jumped|fell|dropped|declined|sank|shrank)(?: by)?(?: about| some| nearly)? <[PF]\d+>"
    r"|\b(?:rose|grew|climbed|jumped|fell|dropped|declined|sank|shrank) to <[CM]\d+> from <[CM]\d+>"
    r"|\b(?:up|down|by)(?: more than| less than| about| some| nearly)? <[PF]\d+>"
    r"|<[PF]\d+> (?:more|fewer|less|higher|lower|as much again|as many again)\b(?! than ))",
    re.I,
)


_LESS = re.compile(r"\b(?:drop|fall|decline|decrease|cut|reduction|down|fewer|less|lower)\b", re.I)
_LESS_THAN = re.compile(r"\b(?:less|fewer) than\b", re.I)
_OUT_OF = re.compile(r"<[CM]\d+>(?: [\w’'-]+)? (?:out )?of (?:the |its |their |all )*<[CM]\d+>", re.I)


_CLOSED_AT = re.compile(r"<[CM]\d+> (?:higher|lower|up|down|dearer|cheaper) at\b", re.I)


def _beside(window: Window) -> Iterator[Relation]:
    """A percentage or fraction with two counts of one kind beside it, and nothing that says how they belong."""
    shares = [one for one in window.numbers if one.quantity.kind in ("percent", "fraction")]
    counts = [one for one in window.numbers if one.quantity.kind in ("count", "money") and not is_time(one)]
    if len(shares) != 1 or len(counts) != 2 or not alike(*counts) or min(one.value for one in counts) <= 0:
        return
    changed = _OF_CHANGE.search(window.text)
    if changed and any(map(is_time, window.numbers)) and not any(one.quantity.unit for one in counts):
        return  # `from seven days to six, by 14 percent`: one of the two may be a time as well
    if changed and not _OUT_OF.search(window.text):
        is_less = _LESS.search(_LESS_THAN.sub("", changed[0])) or DOWN.search(
            window.text if changed[0].lower().startswith("by") else changed[0]
        )
        old, new = sorted(counts, key=lambda one: one.value, reverse=bool(is_less))
        gives = in_percent(abs(100 * (new.value - old.value) / old.value))
        working = f"({less(old, new)}) ÷ {old.shown}"
        yield made(window, "beside", "your_turn", shares[0], (old, new), working, gives)
        return
    if _CLOSED_AT.search(window.text) or any("point" in (one.quantity.unit or "") for one in counts):
        return  # `52 percent to 48, a lead of four points`; `closed 14p higher at 364p`
    small, large = sorted(counts, key=lambda one: one.value)
    share, part = shares[0], 100 * small.value / large.value
    if not share.near[0] <= part <= share.near[1] and share.near[0] <= 100 - part <= share.near[1]:
        working = f"({less(small, large)}) ÷ {large.shown}"
        yield made(window, "beside", "your_turn", share, (small, large), working, in_percent(100 - part))
        return
    gives = in_percent(100 * small.value / large.value)
    yield made(window, "beside", "your_turn", shares[0], (small, large), f"{small.shown} ÷ {large.shown}", gives)


CHECKS: Checks = ((_beside, "S"),)
