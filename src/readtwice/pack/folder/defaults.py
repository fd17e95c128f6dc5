"""What an item need not say: fields that follow from where it stands, and plain words for each kind and answer.

They are good enough to teach with. An author who knows better writes the field, and nothing here is used.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from readtwice.figures import Quantity
from readtwice.pack.folder.yaml_with_lines import Lined
from readtwice.pack.item import NOBODY, UNDETERMINED, VERDICTS
from readtwice.words import say, speaking, words

_PLACE = re.compile(r"items/(?P<lesson>[0-9]{2})(?:/(?P<use>[a-z]+))?\.yaml")
_NEAR = Decimal("0.02")


def with_defaults(fields: dict[str, Lined], kind: str, file: str, line: int, language: str) -> dict[str, Lined]:
    """The fields of an item, and those that it leaves out, in the article's language."""
    place = _PLACE.fullmatch(file)
    found = {name: word for name, word in (place.groupdict() if place else {}).items() if word}
    with speaking(language):
        told: dict[str, object] = {
            "revision": "1",
            "judged_by": "text",
            "favours": NOBODY,
            **found,
            "prompt": say(f"default.prompt.{kind}"),
            "next_step": say(f"default.next_step.{kind}"),
            "hints": words()["default"]["hints"][kind],
        }
        if "key" in fields and fields["key"].value in VERDICTS[kind]:
            told["options"] = {one: default_option(fields["key"].value, one) for one in VERDICTS[kind]}
    return {name: _lined(value, line) for name, value in told.items()} | fields


def default_option(key: str, verdict: str) -> dict[str, str]:
    """What is said to the learner who chose a verdict, by the one that is right."""
    if verdict == key:
        return {"feedback": say(f"default.right.{verdict}")}
    told = {"feedback": say(f"default.wrong.{key}.{verdict}")}
    return told | ({"misconception": say(f"default.misconception.{verdict}")} if verdict != UNDETERMINED else {})


def _lined(value: object, line: int) -> Lined:
    if isinstance(value, dict):
        return Lined({name: _lined(one, line) for name, one in value.items()}, line)
    return Lined([_lined(one, line) for one in value] if isinstance(value, list) else value, line)


def computation_with_defaults(
    fields: dict[str, Lined], result: Quantity, shown: str, language: str
) -> dict[str, Lined]:
    """The fields of a computation, and those that follow from its value: within two in a hundred counts as right."""
    line, value = fields["value"].line, result.value
    low, high = sorted(_ten_places(value * part) for part in (1 - _NEAR, 1 + _NEAR))
    near, far = sorted((Decimal(0), _rough(value * 4) if value else Decimal(1)))
    is_share = result.unit.kind == "percent" and 0 <= value <= 100
    ids = [figure.id for figure in result.figures]
    with speaking(language):
        told: dict[str, object] = {
            "from": f"{low:f}",
            "to": f"{high:f}",
            "estimate": {"from": "0", "to": "100"} if is_share else {"from": f"{near:f}", "to": f"{far:f}"},
            "perspective": say("default.perspective", shown=shown),
            "slips": [],
            "take": ids[:1],
        }
    if result.unit.kind == "percent" or result.unit.per == "head":
        told["divide_by"] = ids[1:2]
    return {name: _lined(one, line) for name, one in told.items()} | fields


def _ten_places(value: Decimal) -> Decimal:
    """As many digits as a number in a file may have."""
    return value.quantize(Decimal("1e-10"), ROUND_HALF_UP) if value.adjusted() < 15 else value.to_integral()


def _rough(value: Decimal) -> Decimal:
    """A number with one digit that is not zero."""
    place = Decimal(1).scaleb(value.adjusted())
    return (value / place).quantize(Decimal(1), ROUND_HALF_UP) * place
