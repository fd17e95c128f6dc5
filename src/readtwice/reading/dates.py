"""Dates, months, weekdays, years and decades, as they stand. Nothing is looked up, resolved or corrected."""

from __future__ import annotations

import re

from readtwice.reading import quantity_tables as t
from readtwice.reading.amounts import amount, counted_noun
from readtwice.reading.tokens import DASHES, HYPHENS, Found, Tokens

_DAY_COMMA_YEAR = re.compile(r"([0-9]{1,2}),([0-9]{4})")
_DAY_DOT_DATE = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_MAY_BE_A_YEAR = re.compile("[1-9][0-9]{2,3}")
_MAY_HAVE_AN_ERA = re.compile("[1-9][0-9]{1,3}")
_NEAR_A_DAY = frozenset({*t.ALL_MONTHS, *t.NEIGHBOURS_MONTHS})
_YEAR_DOT_DATE = re.compile(r"([12][0-9]{3})\.([0-9]{2})\.([0-9]{2})")


def date_at_word(tokens: Tokens, place: int) -> Found | None:
    """A weekday, or what begins with a month: `February 10, 2025`, `June 24-25`, `Feb. 2022`, `June`."""
    token = tokens[place]
    if not token.text[:1].isupper():
        return None
    if token.low in t.WEEKDAYS or token.low.removesuffix("s") in t.WEEKDAYS:
        if tokens.low(place - 1) in t.NAMED_WEEKDAYS:
            return None
        return Found(place, place + 1, "weekday", str(t.WEEKDAYS[token.low.removesuffix("s")]))
    month, end = _month(tokens, place)
    if not month:
        return None
    if months := _months(tokens, place, month, end):
        return months
    if match := _DAY_COMMA_YEAR.fullmatch(tokens[end].text):
        return Found(place, end + 1, "date", _written(month, match[1], match[2]))
    day, after = _day(tokens, end)
    if day:
        last, after = _last_day(tokens, after)
        at = after + 1 if tokens[after].text == "," else after
        year, after = _year_of_date(tokens, at, after)
        if not last and (both := _to_another_month(tokens, place, month, day, year, after)):
            return both
        return Found(place, after, "date", _written(month, day, year), _written(month, last, year) if last else None)
    year, after = _year_of_date(tokens, end + 1 if tokens[end].text == "," else end, end)
    if year:
        return Found(place, after, "date", _written(month, "", year))
    return Found(place, end, "month", str(month)) if _month_alone(tokens, place, end) else None


def date_at_number(tokens: Tokens, place: int) -> Found | None:
    """What begins with a day, or is all digits: `12 Feb.`, `17. August 2020`, `13-Jan-2018`, `2025-02-10`."""
    text = tokens[place].text
    if match := _DAY_DOT_DATE.fullmatch(text) or _YEAR_DOT_DATE.fullmatch(text):
        day, month, year = match.groups() if len(match[1]) < 4 else reversed(match.groups())
        fits = 0 < int(month) < 13 and 0 < int(day) < 32
        return Found(place, place + 1, "date", _written(int(month), day, year)) if fits else None
    if all_digits := _all_digits(tokens, place) or _with_spaced_points(tokens, place):
        return all_digits
    if _NEAR_A_DAY.isdisjoint([token.low for token in tokens[place + 1 : place + 7]]):
        return None
    first, end = _day(tokens, place)
    if not first:
        return None
    point = tokens[end].text == "." and tokens.glued(end)
    if point and _month(tokens, end + 1, beside_a_day=True)[0]:
        end += 1
    if tokens.hyphen(end) or (tokens[end].text == "/" and tokens.glued(end)):
        month, after = _month(tokens, end + 1, beside_a_day=True)
        if (
            month
            and tokens[after].text == tokens[end].text
            and re.fullmatch("[12][0-9]{3}|[0-9]{2}", tokens[after + 1].text)
        ):
            year = _full_year(tokens[after + 1].text)
            return Found(place, after + 2, "date", _written(month, first, year))
    last, after = _last_day(tokens, end + (point and tokens[end + 1].text in DASHES))
    for day_end in (after, end) if last else (end,):
        at = tokens.after(day_end, ("of",)) or day_end
        at += last != "" and tokens[at].text == "." and tokens.glued(at)
        month, after_month = _month(tokens, at, beside_a_day=True)
        if month:
            capital = tokens[at].text[:1].isupper()
            at = after_month + 1 if tokens[after_month].text == "," else after_month
            year, after_year = _year_of_date(tokens, at, after_month)
            if not capital and not year:
                continue
            value_to = _written(month, last, year) if last and day_end == after else None
            if value_to is None and (both := _to_another_month(tokens, place, month, first, year, after_year)):
                return both
            return Found(place, after_year, "date", _written(month, first, year), value_to)
    return None


def _months(tokens: Tokens, place: int, month: int, end: int) -> Found | None:
    """`January-March 2024`, `from May to July 2024`."""
    joint = tokens[end]
    if joint.text not in DASHES and joint.low not in ("to", "and"):
        return None
    last, after = _month(tokens, end + 1) if tokens[end + 1].text[:1].isupper() else (0, 0)
    year, after_year = _year_of_date(tokens, after, after) if last else ("", 0)
    if not last or not year or (joint.low == "and" and tokens.low(place - 1) != "between") or last <= month:
        return None
    return Found(place, after_year, "date", _written(month, "", year), _written(last, "", year))


def _to_another_month(tokens: Tokens, place: int, month: int, day: str, year: str, end: int) -> Found | None:
    """`28 February - 3 March 2024`, `June 30 to July 2`: a range of days in two months."""
    if tokens[end].text not in DASHES and tokens.low(end) != "to":
        return None
    last_month, at = _month(tokens, end + 1)
    if last_month:
        last_day, after = _day(tokens, at)
    else:
        last_day, at = _day(tokens, end + 1)
        last_month, after = _month(tokens, at) if last_day else (0, at)
    if not last_month or not last_day or not tokens[end + 1].text[:1].isalnum():
        return None
    at = after + 1 if tokens[after].text == "," else after
    last_year, after = _year_of_date(tokens, at, after)
    year = year or (last_year if (month, int(day)) < (last_month, int(last_day)) else "")
    if bool(year) != bool(last_year):
        return None
    return Found(place, after, "date", _written(month, day, year), _written(last_month, last_day, last_year))


def _with_spaced_points(tokens: Tokens, place: int) -> Found | None:
    """`17. 8. 2020`, as Germans and Czechs write it."""
    day, point, month, second, year = tokens[place : place + 5]
    if (
        point.text != "."
        or second.text != "."
        or not re.fullmatch("[12][0-9]{3}", year.text)
        or point.gap
        or second.gap
    ):
        return None
    if not re.fullmatch("0?[1-9]|[12][0-9]|3[01]", day.text) or not re.fullmatch("0?[1-9]|1[0-2]", month.text):
        return None
    return Found(place, place + 5, "date", _written(int(month.text), day.text, year.text))


def _full_year(text: str) -> str:
    """A year in four digits; one of two digits is of this century up to 40."""
    return text if len(text) == 4 else f"{'20' if int(text) <= 40 else '19'}{text}"


def year_at_number(tokens: Tokens, place: int) -> Found | None:
    """A year, a decade, or two years that make a range (`2014-2020`, `2024/25`, `from 2014 to 2020`).

    1900 to 2100 in four plain digits is a year, unless currency, percent or scale is tied to it or it counts something
    (`2000 people`, `more than 2000 drones`). 1000 to 2199 otherwise, and three digits after a named day (`Victory Day
    in 224`) or after `the year`, are years only where the words before say so. `AD 224` and `224 BC` always are.
    """
    token = tokens[place]
    if not _MAY_HAVE_AN_ERA.fullmatch(token.text):
        return None
    era = tokens[place + 1].text.lower() if tokens[place + 1].text.isupper() else ""
    if era in t.ERAS and not tokens.tied_on(place + 2):
        return Found(place, place + 2, "year", token.text, unit=tokens[place + 1].text)
    if tokens[place - 1].text == "AD" and tokens[place - 2].kind != "number":
        return Found(place - 1, place + 1, "year", token.text, unit="AD")
    if tokens.glued(place + 1) and tokens[place + 1].text == "s" and len(token.text) == 4 and token.text[3] == "0":
        a_century = token.text.endswith("00") and token.text != "2000"
        counts = a_century or tokens.low(place + 2) == "of"  # `the 1800s`, `1000s of people`
        return None if counts else Found(place, place + 2, "decade", token.text)
    if not _is_a_year(tokens, place):
        return None
    joint, second = tokens[place + 1], tokens[place + 2]
    if joint.text in DASHES | {"/"} and tokens.glued(place + 1) and tokens.glued(place + 2):
        short = re.fullmatch(r"[0-9]{2}", second.text)
        full = token.text[:2] + second.text if short else second.text
        if re.fullmatch(r"[12][0-9]{3}", full) and int(full) > int(token.text):
            return Found(place, place + 3, "year", token.text, full)
        return None
    announced = tokens.low(place - 1) in ("from", "between")
    joined = joint.low == "to" or (joint.low == "and" and announced) or joint.text in DASHES
    if joined and len(second.text) == 4 and _is_a_year(tokens, place + 2) and int(second.text) > int(token.text):
        return Found(place, place + 3, "year", token.text, second.text)
    return Found(place, place + 1, "year", token.text)


def _is_a_year(tokens: Tokens, place: int) -> bool:
    text = tokens[place].text
    if not _MAY_BE_A_YEAR.fullmatch(text):
        return False
    before, earlier = tokens.low(place - 1), tokens.low(place - 2)
    if not before and len(text) == 3:
        return False
    tied = tokens[place - 1].text in HYPHENS and earlier in t.TIED_TO_YEARS
    no_name = before in t.YEAR_WORDS and earlier in t.BEFORE_NO_NAME  # `after a year 765 left`, `this winter 253 came`
    cued = (before in t.YEAR_CUES and not no_name) or tied
    if len(text) == 4 and not (1900 <= int(text) <= 2100 or cued or before in t.WEAK_YEAR_CUES):
        return False
    number = amount(tokens, place)
    if number is None and not (tokens.glued(place + 1) and tokens[place + 1].text == "/"):
        return False
    if number is not None and (not number.bare or number.end != place + 1):
        return False
    noun, _ = counted_noun(tokens, place + 1)
    counts = noun in t.COUNTED
    if len(text) == 3:
        a_day_goes_before = before in ("in", "of") and earlier in t.NAMED_DAYS and tokens[place - 2].text[0].isupper()
        return (a_day_goes_before or (before == "year" and not no_name)) and noun is None
    if 1900 <= int(text) <= 2100:
        compared = before in ("than", "least", "most", "nearly", "almost", "some")
        return cued or not (counts or compared or (noun and before in t.HEDGE_WORDS))
    return 1000 <= int(text) < 2200 and (cued or before in t.WEAK_YEAR_CUES) and noun is None


def _all_digits(tokens: Tokens, place: int) -> Found | None:
    """`2025-02-10`, `2025/02/10`, `13/02/2025`, `13-02-2025`, `08/2020`.

    Where day and month cannot be told apart, only the year is given as value.
    """
    sign = tokens[place + 1].text
    if sign not in ("-", "/") or not tokens.glued(place + 1) or not tokens.glued(place + 2):
        return None
    one, two = tokens[place].text, tokens[place + 2].text
    goes_on = tokens[place + 3].text in ("-", "/", ":") and tokens.glued(place + 3) and tokens.glued(place + 4)
    if not goes_on:
        tied = tokens.tied_on(place + 3)
        if sign == "/" and not tied and re.fullmatch("0[1-9]|1[0-2]", one) and re.fullmatch("(?:19|20)[0-9]{2}", two):
            return Found(place, place + 3, "date", _written(int(one), "", two))
        if sign == "-" and not tied and re.fullmatch("(?:19|20)[0-9]{2}", one) and re.fullmatch("0[1-9]", two):
            return Found(place, place + 3, "date", _written(int(two), "", one))
        return None
    three = tokens[place + 4].text
    if tokens[place + 3].text != sign:
        return None
    if re.fullmatch("[0-9]{4} [0-9]{1,2} [0-9]{1,2}", f"{one} {two} {three}") and one[0] in "12":
        fits = 0 < int(two) < 13 and 0 < int(three) < 32 and (sign == "/" or len(two) == len(three) == 2)
        return Found(place, place + 5, "date", _written(int(two), three, one)) if fits else None
    if not re.fullmatch("[0-9]{1,2} [0-9]{1,2} [12][0-9]{3}", f"{one} {two} {three}"):
        return None
    first, second = int(one), int(two)
    if not (0 < first < 32 and 0 < second < 32) or (first > 12 and second > 12):
        return None
    if first <= 12 and second <= 12 and first != second:
        return Found(place, place + 5, "date", three)
    month, day = (second, one) if first > 12 or first == second else (first, two)
    return Found(place, place + 5, "date", _written(month, day, three))


def _month(tokens: Tokens, place: int, *, beside_a_day: bool = False) -> tuple[int, int]:
    """Number and end of a month's name or its short form with or without a point; 0 where there is none."""
    word = tokens.low(place)
    month = t.ALL_MONTHS.get(word) or (t.NEIGHBOURS_MONTHS.get(word, 0) if beside_a_day else 0)
    if not month:
        return 0, place
    point = word in t.SHORT_MONTHS or word in ("mrz", "okt", "dez")
    return month, place + 1 + (point and tokens[place + 1].text == "." and tokens.glued(place + 1))


def _day(tokens: Tokens, place: int) -> tuple[str, int]:
    """A day of the month, `10` or `10th`, that nothing makes an amount; its digits and its end."""
    text = tokens[place].text
    if not re.fullmatch(r"0?[1-9]|[12][0-9]|3[01]", text) or tokens[place].kind != "number":
        return "", place
    if tokens.glued(place + 1) and tokens.low(place + 1) in ("st", "nd", "rd", "th"):
        return text, place + 2
    following = tokens[place + 1]
    if tokens.glued(place + 1) and (following.kind == "word" or following.text == ":"):
        return "", place
    if following.text == "/" and tokens.glued(place + 1):
        return (text, place + 1) if tokens[place + 2].text[:1].isupper() else ("", place)
    number = amount(tokens, place)
    if number is not None and not number.bare:
        return "", place
    if (number is not None and number.power) or counted_noun(tokens, place + 1)[0] in t.COUNTED:
        return "", place
    return text, place + 1


def _last_day(tokens: Tokens, place: int) -> tuple[str, int]:
    """The second of two days that a dash, `to` or `and` joins; empty where there is none."""
    if tokens[place].text in DASHES or tokens.low(place) in ("to", "and"):
        day, end = _day(tokens, place + 1)
        if day:
            return day, end
    return "", place


def _year_of_date(tokens: Tokens, place: int, without: int) -> tuple[str, int]:
    """The year that ends a date, and its end; empty and `without` where none stands."""
    text = tokens[place].text
    if text in ("’", "‘", "'") and tokens.glued(place + 1) and re.fullmatch("[0-9]{2}", tokens[place + 1].text):
        apart = tokens[place].gap and not tokens.tied_on(place + 2)
        return (_full_year(tokens[place + 1].text), place + 2) if apart else ("", without)
    if not re.fullmatch(r"[12][0-9]{3}", text) or tokens[place].kind != "number":
        return "", without
    number = amount(tokens, place)
    counts = counted_noun(tokens, place + 1)[0] in t.COUNTED and place == without
    plain = number is not None and number.bare and number.end == place + 1 and not counts
    return (text, place + 1) if plain else ("", without)


def _month_alone(tokens: Tokens, place: int, end: int) -> bool:
    """Whether a month's name with no day and no year is a month, and not a verb or a person."""
    token, before = tokens[place], tokens.low(place - 1)
    cued = before in t.MONTH_CUES or tokens.hyphen(place - 1)
    follows_a_month = before in ("and", "or", "to") and tokens.low(place - 2) in t.MONTHS
    name_follows = tokens[end].kind == "word" and tokens[end].text[:1].isupper() and end == place + 1
    if token.low not in t.MONTHS:
        return cued and not name_follows
    if token.low in t.VERB_MONTHS:
        return (cued or follows_a_month) and not name_follows and not token.text.isupper()
    if token.low in t.NAME_MONTHS:
        return cued or follows_a_month or not name_follows
    return True


def _written(month: int, day: str, year: str) -> str:
    """A date as ISO 8601 writes it, two hyphens for a year that is not given, and only as precise as the text."""
    return f"{year or '-'}-{month:02d}" + (f"-{int(day):02d}" if day else "")
