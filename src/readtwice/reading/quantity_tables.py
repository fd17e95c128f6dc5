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

SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "quadrillion": 15, "lakh": 5, "crore": 7}
"""Powers of ten. A billion is a thousand million, as in all news in English."""
PLURAL_SCALES = {f"{word}s": power for word, power in SCALES.items()}
SHORT_SCALES = {"mn": 6, "mln": 6, "bn": 9, "bln": 9, "tn": 12, "trn": 12}
"""Tied to a number or after a space."""
NEIGHBOURS_SCALES = {
    **dict.fromkeys(
        _set("tausend tsd tys tysiąc tysiące tysięcy тис тыс тисяч тисячі тысяч тысячи mille mila duizend"), 3
    ),
    **dict.fromkeys(_set("tusen tusind tisíc tis"), 3),
    **dict.fromkeys(
        _set("mio millionen millionar miljoen miljon miljoner millioner milione milioni millón millones"), 6
    ),
    **dict.fromkeys(_set("milhão milhões milion miliony milionów milionu milionů milijuna млн мільйон мільйони"), 6),
    **dict.fromkeys(_set("мільйона мільйонів миллион миллиона миллионов"), 6),
    **dict.fromkeys(
        _set("mrd mia mld mlrd mds milliard milliards milliarde milliarden miljard miljarden miljarder"), 9
    ),
    **dict.fromkeys(_set("milliarder miliardo miliardi miliard miliardy miliardów miliarda miliardů милиарда млрд"), 9),
    **dict.fromkeys(_set("мільярд мільярди мільярда мільярдів миллиард миллиарда миллиардов bilhão bilhões"), 9),
    **dict.fromkeys(_set("billionen biljoen bilionów billones трлн"), 12),
} | {"lac": 5, "lacs": 5}
"""Scale words of other languages of Europe and of India. The billion of the continent is our trillion."""
MAY_HAVE_A_POINT = _set("tis mia mio mrd tsd tys mln mld тис тыс млн млрд")
"""Shortened: a full stop after these may belong to them."""
LETTER_SCALES = {"k": 3, "m": 6}
"""Tied to a number only; `m` may also be metres, see METRES."""
MONEY_LETTER_SCALES = {"k": 3, "m": 6, "b": 9, "t": 12}
METRES = _set("long tall high deep wide away above below race sprint dash hurdles relay freestyle backstroke butterfly")
"""After `100m` these say that metres are meant, not millions."""

MULTIPLES = {"hundred": 100, "dozen": 12}
"""Behind the second of two numbers they belong to both: `five or six hundred`."""
FINE_UNITS = _set("second seconds sec secs s ms")
"""What is measured to three places; `1.500 kg` is one and a half to some and a tonne and a half to others."""
CHANGES = _set(
    "rose rise rises risen rising fell fall falls fallen falling up down add adds added gain gains gained lose loses "
    "lost jump jumps jumped climb climbs climbed drop drops dropped slip slips slipped slid sank sink sinks dip dips "
    "dipped surge surges surged soar soars soared tumble tumbles tumbled shed sheds plunge plunges plunged advanced "
    "eased ease eases increase increases increased decrease decreases decreased grew grow grows grown shrank shrink "
    "shrinks widened narrowed cut cuts raised raises lowered declined declines slumped slump crept edged"
)
"""Before `3 to 5` these leave open whether that is a range, or a change and what came of it."""

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
POINT_ZERO = {"zero": 0, "nought": 0, "naught": 0, "oh": 0, "o": 0}
"""Also said for a zero after `point`; the first three also before it."""
VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5)}
VULGAR |= {"⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)}

# --- money -------------------------------------------------------------------------------------------------------

SIGNS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₴": "UAH", "₽": "RUB", "₹": "INR", "₩": "KRW"}
SIGNS |= {"₺": "TRY", "₪": "ILS", "₫": "VND", "₦": "NGN", "₸": "KZT", "₾": "GEL", "₼": "AZN", "₱": "PHP", "฿": "THB"}
SIGNS |= {"₵": "GHS", "₡": "CRC", "₲": "PYG", "₭": "LAK", "₮": "MNT", "֏": "AMD", "৳": "BDT", "₨": "INR"}
"""A bare `$` is read as the US dollar and a bare `¥` as the yen, as agencies write them."""
BEFORE_DOLLAR = {"US": "USD", "U.S.": "USD", "A": "AUD", "AU": "AUD", "Aus": "AUD", "C": "CAD", "CA": "CAD"}
BEFORE_DOLLAR |= {"Can": "CAD", "NZ": "NZD", "HK": "HKD", "S": "SGD", "NT": "TWD", "R": "BRL", "MX": "MXN"}
"""As written, tied to the sign. In `cost the U.S. $5bn` the space keeps the country out."""
CODES = _set(
    "USD GBP EUR JPY CNY CHF CAD AUD NZD SEK NOK DKK PLN CZK HUF RON BGN UAH RUB TRY ILS INR KRW BRL ZAR MXN HKD SGD "
    "TWD THB MYR IDR PHP VND PKR BDT LKR AED SAR QAR KWD BHD OMR JOD EGP MAD NGN KES GHS UGX TZS ETB KZT GEL AMD AZN "
    "MDL RSD BAM MKD ISK ARS CLP UYU"
)
"""Upper case. They stand before or after the number."""
OTHER_CODES = {
    "Rs": "INR",
    "RMB": "CNY",
    "Fr": "CHF",
    "Kč": "CZK",
    "zł": "PLN",
    "грн": "UAH",
    "руб": "RUB",
    "Rp": "IDR",
}
OTHER_CODES |= {"Ksh": "KES", "KSh": "KES", "RM": "MYR", "Tk": "BDT", "Php": "PHP", "Euro": "EUR"}
"""As written; they stand before or after the number."""
CURRENCY_WORDS = {
    **dict.fromkeys(_set("dollar dollars"), "USD"),
    **dict.fromkeys(_set("euro euros"), "EUR"),
    **dict.fromkeys(_set("pound pounds"), "GBP"),
    **dict.fromkeys(_set("yen"), "JPY"),
    **dict.fromkeys(_set("yuan renminbi"), "CNY"),
    **dict.fromkeys(_set("rouble roubles ruble rubles"), "RUB"),
    **dict.fromkeys(_set("hryvnia hryvnias hryvnya"), "UAH"),
    **dict.fromkeys(_set("zloty zlotys zlotych zł złoty złote złotych"), "PLN"),
    **dict.fromkeys(_set("kronor"), "SEK"),
    **dict.fromkeys(_set("forint forints"), "HUF"),
    **dict.fromkeys(_set("koruna korunas"), "CZK"),
    **dict.fromkeys(_set("hrywnja hryven гривень гривні гривня грн"), "UAH"),
    **dict.fromkeys(_set("рублей руб"), "RUB"),
    **dict.fromkeys(_set("baht"), "THB"),
    **dict.fromkeys(_set("ringgit"), "MYR"),
    **dict.fromkeys(_set("rupiah"), "IDR"),
    **dict.fromkeys(_set("naira"), "NGN"),
    **dict.fromkeys(_set("tenge"), "KZT"),
    **dict.fromkeys(_set("rand"), "ZAR"),
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
NAMED_ZEROS = _set("below above net ground absolute patient hour sub")
"""Before `zero` these make it no amount."""
GREATER_UNITS = _set("ft feet foot h hr hrs hour hours st stone min mins minute minutes lb lbs m metre metres degrees")
LESSER_UNITS = _set("in inch inches min mins minute minutes m sec secs second seconds s lb lbs pounds oz ounces cm")
"""`5ft 10in`, `1hr 45m`: a number with a greater and one with a lesser unit are one measure."""
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
    "tonne ton kilo kilogram litre liter gallon mile kilometre kilometer unit piece bottle ticket night shot "
    "vote seat child adult resident voter passenger customer user employee vehicle car acre hectare ounce page copy "
    "kg km kwh mwh mw kw tonne-kilometre sqm sqft game match school"
)
"""What a price can be for; it goes to `unit`, as in `per barrel`."""

SCREENS = _set("480 720 1080 1440 2160")
"""Lines of a screen: `1080p` is no money."""
SHORT_UNITS = _set(
    "km cm mm nm dm µm μm kg mg µg μg mcg kt Mt Gt mph kph kmh ft yd yds mi nmi lb lbs oz ha MW GW TW kW kWh MWh GWh "
    "TWh GB MB TB PB kB KB Hz kHz MHz GHz hr hrs min mins sec secs yr yrs t g l ml mL cl dl hl gal bbl bpd boe eV keV "
    "MeV GeV TeV Pa hPa kPa MPa kV mV kVA MVA mA mAh Ah kJ MJ GJ TJ PJ kcal cal kN MN Nm dB dBA rpm ppm ppb psi hp "
    "bhp cc dwt TEU Bq mSv µSv Mbps Gbps kbps fps dpi px kWp MWp GWp MWe sqm sqft mcm bcm tcm mcf bcf tcf pts ms µs "
    "ns"
)
"""As written, tied to the number or after a space."""
GLUED_UNITS = {"C": "°C", "F": "°F", "V": "V", "W": "W", "h": "h", "L": "L", "K": "K"}
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
MODIFIERS = _set(
    "square cubic nautical light kilowatt megawatt gigawatt terawatt metric short long statute board acre man woman "
    "person passenger tonne ton seat vehicle foot working school calendar academic leap dog sea air half quarter "
    "billable credit"
)
"""Before a measure these make another measure of it: `5 square metres`, `3 light years`."""
MEASURES = _set(
    "years months weeks days hours minutes seconds kilometres kilometers miles metres meters centimetres centimeters "
    "millimetres millimeters yards feet foot inches acres hectares tonnes tons kilograms kilos grams litres liters "
    "gallons barrels pounds ounces metre meter mile inch yard kilometre kilometer year hour ton tonne centimetre km m "
    "ft mi cm in mm"
)
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
    "though worth respectively old strong fold odd plus something ish folds score some all nil"
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
        "shy of",
        "short of",
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
NEIGHBOURS_MONTHS = {
    "januar": 1,
    "jänner": 1,
    "februar": 2,
    "märz": 3,
    "maerz": 3,
    "mrz": 3,
    "mai": 5,
    "juni": 6,
    "juli": 7,
}
NEIGHBOURS_MONTHS |= {"oktober": 10, "okt": 10, "dezember": 12, "dez": 12}
"""German names that English has not; months only beside a day."""
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

YEAR_WORDS = _set("year summer autumn fall winter spring")
BEFORE_NO_NAME = _set("a per each every one half this last next that")
"""What stands before a year or a season that is not named: a number behind it is none."""
YEAR_CUES = YEAR_WORDS | _set("in since until till before after during through fiscal fy")
"""A year follows, whatever comes after it."""
WEAK_YEAR_CUES = _set("by of from between to early late mid around circa and")
NAMED_DAYS = _set("day week month eve christmas easter ramadan olympics games")
"""Capitalised and before `in`, these say that a year follows, even one that cannot be."""
ERAS = _set("ad bc ce bce")
TIED_TO_YEARS = _set("pre post mid early late")

# --- neighbours that change a number ------------------------------------------------------------------------------

MULTIPLYING = _set(
    "twice thrice double doubled triple tripled treble quadruple quintuple half times multiplied divided"
)
UNCERTAIN = _set(
    "several few couple many dozen dozens tens scores hundreds thousands millions billions trillions umpteen countless "
    "point root hundredths thousandths tenths lakhs crores"
)
CHANGING_BEFORE = MULTIPLYING | UNCERTAIN
FACTORS = _set("factor power root ratio odds magnitude fraction multiple multiples logarithm")
"""Before `of`: `a factor of 10`, `odds of 5 to 1`."""
CHANGING_AFTER = _set(
    "mm fold folds dozen hundred score squared cubed percentage percentile percentiles hundredths tenths thousandths "
    "gross hundreds dozens quintal kr mil myriad square cubic sq cu half quarter quarters halves third thirds fourths "
    "fifth fifths sixths sevenths eighths ninths tenth something some ish billionth millionth billionths millionths"
)
AFTER_A_HYPHEN = _set("strong odd plus old long wide high deep tall")
"""Tied to a number these leave it what it is."""
CURRENCIES_OF_SEVERAL = _set("kroner krone krona crowns lei leva peso lira dinar franc won kuna kune lev birr leu")
UNKNOWN_MONEY = _set("Sh Shs TSh USh Kr kr Nkr Skr Dkr Ft Bs Lek Lei Birr Dh Dhs")
"""As written, before a number."""
NUMBERED = _set("day week month lap round game bus tram train row line minute level team lot track seed ward")
"""Before a bare number these are numbered by it: `day 100 of the war`."""
HOUR_CUES = _set("at until till")
DAY_CUES = _set("on until till since by before after from am vom bis")
ARTICLES = _set("a an the")

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

BEFORE_A_SHARE = _set("that as if and but while some where because since say says said the only another other")
"""Before `three in four voters`, which is a share there."""
HAPPENINGS = _set(
    "games matches starts tests races rounds raids attacks strikes incidents accidents crashes outings appearances "
    "innings attempts goes sets seasons elections visits trips cities towns countries states regions places villages "
    "schools"
)
"""In so many of these something may have happened so many times: `three in four games` is no share of games."""
BARE_SCALES = _set("hundred thousand million billion trillion")
"""`Hundred thousand people`: where a sentence begins, or after a hedge, `a` may be missing."""
STARTERS = frozenset({"a", "an", "half", "quarter", "minus", "negative", "nought"})
STARTERS |= {*NUMBER_WORDS, *ORDINALS, *BARE_SCALES}
"""Only these can begin a quantity in words."""
LEADING = STARTERS | LABELS | CAPITAL_LABELS | ALL_MONTHS.keys() | WEEKDAYS.keys() | {"no", "nos", "year", "years"}
LEADING |= {f"{word}s" for word in LABELS | CAPITAL_LABELS | WEEKDAYS.keys()}
LEADING |= {code.lower() for code in CODES | OTHER_CODES.keys()}
"""Words at which anything may begin; at any other it does only with a number, a hyphen or a dollar sign after it."""
AFTER_A_NAME = _set("- ‐ ‑ $")
