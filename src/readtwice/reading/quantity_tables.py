"""The words that the reader of quantities knows: numbers, scales, currencies, units, periods, hedges, dates, labels.

All in lower case unless a comment says otherwise. Currency codes are those of ISO 4217, weekdays and months are
numbered as in ISO 8601 (Monday 1, January 1).
"""

from __future__ import annotations


def _numbered(words: str, first: int = 1) -> dict[str, int]:
    return {word: number for number, word in enumerate(words.split(), start=first)}


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# --- numbers -----------------------------------------------------------------------------------------------------

DIGITS = _numbered("one two three four five six seven eight nine")
TEENS = _numbered("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10)
TENS = {word: 10 * n for word, n in _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 2).items()}
NUMBER_WORDS = {"zero": 0, **DIGITS, **TEENS, **TENS}

SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "lakh": 5, "crore": 7}
"""Powers of ten. A billion is a thousand million, as in all news in English."""
SHORT_SCALES = {"mn": 6, "mln": 6, "bn": 9, "bln": 9, "tn": 12, "trn": 12}
"""Tied to a number or after a space."""
LETTER_SCALES = {"k": 3, "m": 6}
"""Tied to a number only; `m` may also be metres, see METRES."""
MONEY_LETTER_SCALES = {"k": 3, "m": 6, "b": 9, "t": 12}
METRES = _set("long tall high deep wide away above below race sprint dash hurdles relay freestyle backstroke butterfly")
"""After `100m` these say that metres are meant, not millions."""

ORDINALS = {
    **_numbered("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"),
    **_numbered("fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", 14),
    **{w: 10 * n for w, n in _numbered("twentieth thirtieth fortieth fiftieth sixtieth seventieth", 2).items()},
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
    "thousandth": 1000,
}
DENOMINATORS = {
    "half": 2,
    "quarter": 4,
    **{w: n for w, n in ORDINALS.items() if n > 2 and (n <= 20 or n >= 100)},
}
DENOMINATORS |= {f"{word}s": n for word, n in DENOMINATORS.items() if word != "half"}
ADDED_PARTS = {"half": "0.5", "quarter": "0.25"}
"""For `two and a half`."""
VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5)}
VULGAR |= {"⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)}

# --- money -------------------------------------------------------------------------------------------------------

SIGNS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₴": "UAH", "₽": "RUB", "₹": "INR", "₩": "KRW"}
SIGNS |= {"₺": "TRY", "₪": "ILS", "₫": "VND", "₦": "NGN"}
"""A bare `$` is read as the US dollar and a bare `¥` as the yen, as agencies write them."""
BEFORE_DOLLAR = {"US": "USD", "U.S.": "USD", "A": "AUD", "AU": "AUD", "Aus": "AUD", "C": "CAD", "CA": "CAD"}
BEFORE_DOLLAR |= {"Can": "CAD", "NZ": "NZD", "HK": "HKD", "S": "SGD", "NT": "TWD", "R": "BRL", "MX": "MXN"}
"""As written, tied to the sign. In `cost the U.S. $5bn` the space keeps the country out."""
CODES = _set(
    "USD GBP EUR JPY CNY CHF CAD AUD NZD SEK NOK DKK PLN CZK HUF RON BGN UAH RUB TRY ILS INR KRW BRL ZAR MXN HKD SGD"
)
"""Upper case. They stand before or after the number."""
OTHER_CODES = {"Rs": "INR", "RMB": "CNY", "Fr": "CHF"}
"""As written; they stand before or after the number."""
CURRENCY_WORDS = {
    **dict.fromkeys(_set("dollar dollars"), "USD"),
    **dict.fromkeys(_set("euro euros"), "EUR"),
    **dict.fromkeys(_set("pound pounds"), "GBP"),
    **dict.fromkeys(_set("yen"), "JPY"),
    **dict.fromkeys(_set("yuan renminbi"), "CNY"),
    **dict.fromkeys(_set("rouble roubles ruble rubles"), "RUB"),
    **dict.fromkeys(_set("hryvnia hryvnias hryvnya"), "UAH"),
    **dict.fromkeys(_set("zloty zlotys zł"), "PLN"),
    **dict.fromkeys(_set("rupee rupees"), "INR"),
    **dict.fromkeys(_set("shekel shekels"), "ILS"),
}
NATIONAL_CURRENCIES = {
    "us": {"dollar": "USD"},
    "u.s.": {"dollar": "USD"},
    "american": {"dollar": "USD"},
    "australian": {"dollar": "AUD"},
    "canadian": {"dollar": "CAD"},
    "british": {"pound": "GBP"},
    "egyptian": {"pound": "EGP"},
    "swiss": {"franc": "CHF"},
    "norwegian": {"krone": "NOK", "kroner": "NOK"},
    "danish": {"krone": "DKK", "kroner": "DKK"},
    "swedish": {"krona": "SEK", "kronor": "SEK"},
    "turkish": {"lira": "TRY"},
    "russian": {"rouble": "RUB", "ruble": "RUB"},
    "indian": {"rupee": "INR"},
    "polish": {"zloty": "PLN"},
    "korean": {"won": "KRW"},
    "japanese": {"yen": "JPY"},
    "chinese": {"yuan": "CNY"},
}
"""By nationality, then by name in the singular."""
WEIGHT_CUES = _set("weigh weighs weighed weighing weight heavy heavier lighter bomb bombs of")
"""Beside `500 pounds` these say that weight is meant, not money."""

# --- units and periods -------------------------------------------------------------------------------------------

PERIODS = _set("second minute hour day week month quarter year decade")
PERIOD_WORDS = {
    "annually": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
    "p.a.": "year",
}
PER = _set("a an per each every")
NOT_A_PERIOD = _set("ago later earlier before after old")
"""After `a year`: `$5m a year ago` is no rate."""
PER_THINGS = _set(
    "head person capita household family pupil student patient worker inhabitant citizen soldier member share barrel "
    "tonne ton kilo kilogram litre liter gallon mile kilometre kilometer unit piece bottle ticket night shot"
)
"""What a price can be for; it goes to `unit`, as in `per barrel`."""

SCREENS = _set("480 720 1080 1440 2160")
"""Lines of a screen: `1080p` is no money."""
SHORT_UNITS = _set(
    "km cm mm nm kg mg kt mph kph kmh ft lb lbs oz ha MW GW TW kW kWh MWh GWh TWh GB MB TB Hz kHz MHz GHz bps hrs mins"
)
"""As written, tied to the number or after a space."""
GLUED_UNITS = {"C": "°C", "F": "°F", "t": "t", "g": "g"}
"""As written, tied to the number only."""
COUNTED = _set(
    "people persons men women boys girls children civilians citizens residents inhabitants voters workers employees "
    "staff students pupils teachers patients doctors refugees prisoners protesters hostages migrants police troops "
    "soldiers personnel fighters servicemen recruits conscripts reservists drones tanks missiles rockets shells rounds "
    "bombs mines vehicles aircraft jets planes helicopters ships boats guns jobs homes houses households families "
    "firms companies schools hospitals cases deaths births votes seats copies words pages times points years months "
    "weeks days hours minutes seconds kilometres kilometers miles metres meters yards feet inches acres hectares "
    "tonnes tons kilograms kilos grams litres liters gallons barrels degrees"
)
"""Nouns that are so often counted that `2000 people` is no year and `June 20 people` no day."""
COUNTED_ONCE = _set(
    "person soldier civilian year month week hour minute decade century kilometre kilometer mile metre meter tonne ton"
)
"""After `one` these make it a number."""
NEVER_COUNTED = _set(
    "the a an of in on at to for from by with without within and or nor but as is are was were be been being has have "
    "had will would can could may might must shall should do does did not no he she it they we i you who whom whose "
    "which what that this these those when where while why how if than then there here his her hers its their our my "
    "your since until till after before during under over above below between among into onto out up down off about "
    "around against per each every ago last next because so yet also said says told only through across towards "
    "toward plus minus less perhaps always besides versus according compared despite amid via were whereas although "
    "though worth respectively old strong fold odd plus something"
)
"""What follows a number and is certainly not what it counts; the search for a noun ends there."""

# --- hedges ------------------------------------------------------------------------------------------------------

HEDGES = frozenset(
    tuple(phrase.split())
    for phrase in [
        "about",
        "around",
        "roughly",
        "approximately",
        "approx",
        "circa",
        "nearly",
        "almost",
        "virtually",
        "some",
        "over",
        "under",
        "above",
        "below",
        "more than",
        "less than",
        "fewer than",
        "greater than",
        "no more than",
        "no less than",
        "no fewer than",
        "not more than",
        "not less than",
        "at least",
        "at most",
        "up to",
        "as much as",
        "as many as",
        "as little as",
        "as few as",
        "close to",
        "in excess of",
        "upwards of",
        "north of",
        "south of",
        "only",
        "just",
        "barely",
        "merely",
        "a mere",
        "hardly",
        "scarcely",
        "exactly",
        "precisely",
        "an estimated",
        "estimated",
        "a minimum of",
        "a maximum of",
        "in the region of",
        "something like",
        "somewhere around",
    ]
)
LONGEST_HEDGE = max(map(len, HEDGES))
HEDGE_WORDS = frozenset(phrase[0] for phrase in HEDGES if len(phrase) == 1) - {"some"}
HEDGE_SIGNS = frozenset("~≈<>≤≥")
HEDGE_STRENGTHENERS = _set("well just only slightly far perhaps maybe possibly probably still significantly")
"""Part of a hedge if another hedge follows: `well over`."""
HEDGES_AFTER = (("or", "so"), ("or", "more"), ("or", "less"), ("or", "fewer"), ("or", "thereabouts"))
TIME_HEDGES = _set("about around roughly approximately circa nearly almost only early mid late")
"""The only ones before a year, month or date, where `over` and `under` are something else."""

# --- dates -------------------------------------------------------------------------------------------------------

MONTHS = _numbered("january february march april may june july august september october november december")
SHORT_MONTHS = _numbered("jan feb mar apr - jun jul aug sep oct nov dec") | {"sept": 9}
ALL_MONTHS = MONTHS | SHORT_MONTHS
VERB_MONTHS = _set("march may")
"""Also verbs: alone they are months only after a cue."""
NAME_MONTHS = _set("april may june august jan")
"""Also names of people."""
MONTH_CUES = _set(
    "in since by until till before after during from through last next this early mid late the every of previous "
    "following past between"
)
WEEKDAYS = _numbered("monday tuesday wednesday thursday friday saturday sunday")
NAMED_WEEKDAYS = _set("black good bloody cyber ash maundy shrove holy palm sheffield man girl")
"""Before `Friday` and the like these make a name of it."""

YEAR_CUES = _set("in since until till before after during through fiscal year summer autumn fall winter spring fy")
"""A year follows, whatever comes after it."""
WEAK_YEAR_CUES = _set("by of from between to early late mid around circa and")
NAMED_DAYS = _set("day week month eve christmas easter ramadan olympics games")
"""Capitalised and before `in`, these say that a year follows, even one that cannot be."""
ERAS = _set("ad bc ce bce")
TIED_TO_YEARS = _set("pre post mid early late")

# --- look-alikes -------------------------------------------------------------------------------------------------

LABELS = _set(
    "page section chapter article paragraph clause room gate route version flight verse footnote annex appendix "
    "exhibit volume number step stage phase grade level category type size platform episode season slide question "
    "suite apartment flat protocol resolution isbn tel telephone phone fax ext extension hotline helpline call dial"
)
"""A number after these is a name or a place, not an amount."""
CAPITAL_LABELS = _set(
    "act part mark line unit group channel highway interstate psalm title schedule table figure item issue block "
    "building pier terminal bay zone sector district ward precinct camp area class formula war boeing airbus apollo "
    "falcon ariane soyuz sputnik leopard challenger windows python iphone ios android galaxy point bbc "
    "ftse dax cac nikkei p"
)
"""The same, with a capital letter only. The last ones are share indexes, as is S&P."""
STREETS = _set("street st road rd avenue ave lane square drive boulevard blvd place way court terrace crescent gardens")
CLOCKS = _set("am pm a.m. p.m. a.m p.m AM PM A.M. P.M. GMT UTC BST CET EST EDT ET")
"""As written."""
SCORE_WORDS = _set(
    "won win wins beat beats beaten lost lose lead leads led drew draw defeat defeated victory scored score vote voted"
)
NAME_BEFORE_NUMBER = (("group", "of"), ("big",), ("catch",), ("ground",))
NAME_AFTER_NUMBER = _set("nations sisters")
"""`Group of Seven`, `Big Four`, `Six Nations`: names, if the number has a capital letter."""
DETERMINERS = _set("the a an its his her their our my your this that these those every each s no")
RANKED = _set("came come comes finished finish finishes ranked ranks rank placed")
"""Before `second` without an article these make it an ordinal."""
NO_ORDINALS = {("third", "party"), ("third", "parties"), ("third", "world"), ("sixth", "form"), ("second", "hand")}
FIRST_OF = _set("quarter half time round year month week day phase stage term place lady century edition")
"""After `first` without an article these make it an ordinal."""
NOT_AFTER_SECOND = _set(
    "later longer ago before after earlier faster slower or and to of in for at on with from is was"
)
"""After `a second` these say that it is a stretch of time."""
FRACTION_GOES_ON = _set(
    "of in by to from on at for since more less higher lower larger smaller fewer bigger greater as and or but than "
    "after before between over compared is are was were has have will would"
)
"""After `a third` these, or a sign, or nothing, say that it is a share, not a place in a row."""
HALF_GOES_ON = _set("of the a an its his her their our as that this these those what all")
HALF_COMES_AFTER = _set("a an one by in than nearly almost about around roughly over under only just")

STARTERS = frozenset({"a", "an", "half", "quarter", "minus", *NUMBER_WORDS, *ORDINALS})
"""Only these can begin a quantity in words."""
