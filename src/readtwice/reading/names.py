"""Names with their titles, and explicit dates, as they stand in a sentence. Nothing is looked up or resolved."""

from __future__ import annotations

import re

_TITLES = (
    r"(?:former )?(?:U\.?S\.? |British |Russian |Ukrainian |NATO )?"
    r"(?:Secretary General|Defense Secretary|Defence Secretary|Secretary of Defense|President|Prime Minister|"
    r"Minister|Senator|official|Chancellor|Mayor|Councillor|Director|Chief|Dr\.|Mr\.|Mrs\.|Ms\.)"
)
_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"
_TITLED = re.compile(rf"{_TITLES} {_NAME}")
_PAIR_OF_NAMES = re.compile(r"\b(?!The )[A-Z][a-z]+ [A-Z][a-z]+\b")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(
    rf"(?:{_MONTHS}) \d{{1,2}}\b(?:, \d{{4}})?|\b\d{{1,2}} (?:{_MONTHS})(?: \d{{4}})?|"
    rf"(?:{_MONTHS}) \d{{4}}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)


def names_with_titles(text: str) -> tuple[str, ...]:
    """People as the text names them, title included, in reading order; a bare pair of names where there is no title."""
    return titled_names(text) or tuple(match[0] for match in _PAIR_OF_NAMES.finditer(text))


def titled_names(text: str) -> tuple[str, ...]:
    """People whom the text names with a title, title included, in reading order."""
    return tuple(match[0].removesuffix("’s").removesuffix("'s") for match in _TITLED.finditer(text))


def stated_date(text: str) -> str:
    """The first explicit date or weekday in a text, as it stands there; empty where there is none."""
    match = _DATE.search(text)
    return match[0] if match else ""
