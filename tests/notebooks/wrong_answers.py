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
        "which-borders": Wrong('answer = ("clash", "position")', "overreach"),
        "when-talks-start": Wrong('answer = ("clash", "date")', "overreach"),
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
    "02_who_said_it_and_when/practice.ipynb": {
        "troops-b17": Wrong('answer = "doesn\'t hold up"', "false_alarm"),
        "ammunition-b24-voice": Wrong('answer = "holds up"', "overreach"),
        "voice": Wrong('answer = {"speaker": "trump", "occasion": "none", "kind": "report"}', "mismatched"),
    },
    "02_who_said_it_and_when/programmers.ipynb": {
        "words": Wrong(
            "answer = {}\nfor row in rows:\n    answer[row.speaker] = answer.get(row.speaker, 0) + 1", "value_slip"
        ),
        "days": Wrong("answer = {event.id: (event.day - events[0].day).days for event in events}", "value_slip"),
    },
    "03_do_the_numbers_fit/practice.ipynb": {
        "ammunition-in-aid-b19-b24": Wrong('answer = ["23%", "doesn\'t hold up"]', "false_alarm"),
        "uk-aid-size-b19": Wrong('answer = ["6.5%", "can\'t tell"]', "held_back"),
        "settlements-b24": Wrong('answer = "holds up"', "overreach"),
        "drones-b24": Wrong('answer = "doesn\'t hold up"', "false_alarm"),
    },
    "03_do_the_numbers_fit/programmers.ipynb": {
        "divide": Wrong(
            'answer = [show(share_of(figures["b19.us-aid"], figures["R89"]), "percent4"), "doesn\'t hold up"]',
            "near_miss",
        ),
        "another-year": Wrong(
            "answer = {}\n"
            'for gdp in figures.where(series="GDP", entity="United States", counter="NATO"):\n'
            '    upside_down = gdp.quantity.base / figures["b19.us-aid"].quantity.base * 100\n'
            '    answer[gdp.period] = f"{upside_down:,.2f}%"',
            "value_slip",
        ),
        "convert": Wrong(
            "answer = {}\n"
            "for day in days:\n"
            '    rate = convert(figures["R61"], "USD", day, figures).value / figures["R61"].value\n'
            "    answer[day] = f\"${figures['R61'].value / rate:.2f} million\"",
            "value_slip",
        ),
        "find-the-money": Wrong(
            "answer = {\n"
            "    quantity.text\n"
            "    for sentence in article.sentences\n"
            "    for quantity in read_quantities(article.quote(sentence))\n"
            '    if quantity.kind == "money" and quantity.text.startswith("$")\n'
            "}",
            "value_slip",
        ),
        "a-test-for-years": Wrong("answer = {}", "value_slip"),
        "draw": Wrong(
            'rows = [{"amount": name, "billions": float(amount.base) / 1e9} for name, amount in amounts.items()]\n'
            "answer = alt.Chart(alt.Data(values=rows)).mark_bar().encode(\n"
            '    x=alt.X("billions:Q").scale(domain=[50, 900]), y="amount:N")',
            "value_slip",
        ),
        "draw-on-the-wrong-scale": Wrong("answer = fair", "value_slip"),
    },
    "04_check_against_data/practice.ipynb": {
        "target-and-level-b19": Wrong('answer = "doesn\'t hold up"', "false_alarm"),
        "one-currency-b19": Wrong('answer = "holds up"', "miss"),
        "german-share-b23": Wrong('answer = ("1.45%", "holds up")', "near_miss"),
        "already-there-b19": Wrong('answer = "doesn\'t hold up"', "false_alarm"),
        "contributions-b06": Wrong('answer = "holds up"', "overreach"),
        "whose-finding-b21": Wrong('answer = "can\'t tell"', "held_back"),
        "who-counted-b23": Wrong('answer = "holds up"', "miss"),
    },
    "05_what_the_picture_proves/practice.ipynb": {
        "wording-crucial-b04": Wrong('answer = "the article\'s own judgment"', "false_alarm"),
        "wording-on-edge-b14": Wrong('answer = "can\'t tell"', "held_back"),
        "wording-skepticism-b11": Wrong('answer = "the article\'s own judgment"', "false_alarm"),
        "heading-b07-b19": Wrong('answer = "fits"', "miss"),
        "wording-concerns-b24": Wrong('answer = "the article\'s own judgment"', "false_alarm"),
        "wording-strength-b04": Wrong('answer = "can\'t tell"', "held_back"),
        "wording-positive-view-b08": Wrong('answer = "fair here"', "miss"),
        "wording-achievable-b23": Wrong('answer = "can\'t tell"', "held_back"),
    },
    "05_what_the_picture_proves/programmers.ipynb": {
        "shares": Wrong(
            "blocks = {row.block for row in rows}\n"
            "answer = {}\n"
            "for block in blocks:\n"
            "    tags = [row.second for row in rows if row.block == block]\n"
            '    answer[block] = 100 * tags.count("added") / len(tags)',
            "value_slip",
        ),
        "kappa": Wrong(
            "alike = sum(row.first == row.second for row in rows) / len(rows)\n"
            'answer = {"alike": alike, "chance": 1 / 4, "kappa": (alike - 1 / 4) / (1 - 1 / 4)}',
            "value_slip",
        ),
        "draw-the-first-reading": Wrong(
            'words = [{"caption": row.block, "tag": row.second} for row in rows if row.second]\n'
            "answer = alt.Chart(alt.Data(values=words)).mark_bar().encode(\n"
            '    x="count()", y="caption:N", column="tag:N")',
            "value_off",
        ),
        "redraw-the-second-reading": Wrong(
            'words = [{"caption": row.block, "tag": row.second} for row in rows]\n'
            'answer = alt.Chart(alt.Data(values=words)).mark_bar().encode(x="count()", y="caption:N")',
            "value_off",
        ),
    },
    "04_check_against_data/programmers.ipynb": {
        "side-by-side": Wrong(
            "answer = {}\n"
            "for row in rows:\n"
            '    if row["entity"] in ("Germany", "United Kingdom") and row["period"] == "2024":\n'
            "        spent = float(row[DEFENSE])\n"
            '        answer[row["entity"]] = [spent / 1000, spent / float(row[GDP]), spent / float(row[PEOPLE])]',
            "value_slip",
        ),
        "ahead": Wrong('answer = {"sum": "France", "share": "France", "head": "France"}', "value_slip"),
        "base-year": Wrong(
            'spent = {row["period"]: float(row[DEFENSE]) for row in rows if row["entity"] == "Germany"}\n'
            'answer = {year: spent["2024"] / spent[year] * 100 for year in ("2021", "2022", "2023")}',
            "value_slip",
        ),
        "at-or-above": Wrong(
            "answer = {}\n"
            "for row in rows:\n"
            '    if row["entity"] not in totals and float(row[SHARE]) > 2:\n'
            '        answer[row["period"]] = answer.get(row["period"], 0) + 1',
            "value_slip",
        ),
        "draw-per-head": Wrong(
            'bars = [{"country": row["entity"], "dollars": float(row[DEFENSE]) / float(row[PEOPLE])} for row in rows\n'
            '    if row["entity"] in ("Germany", "United Kingdom") and row["period"] == "2024"]\n'
            "answer = alt.Chart(alt.Data(values=bars)).mark_bar(clip=True).encode(\n"
            '    x=alt.X("dollars:Q").scale(domain=[1100, 1200]), y="country:N")',
            "value_slip",
        ),
        "cut-the-axis": Wrong(
            'bars = [{"country": row["entity"], "billions": float(row[DEFENSE]) / 1000} for row in rows\n'
            '    if row["entity"] in ("Germany", "United Kingdom") and row["period"] == "2024"]\n'
            'answer = alt.Chart(alt.Data(values=bars)).mark_bar().encode(x="billions:Q", y="country:N")',
            "value_slip",
        ),
    },
    "06_leave_the_page/practice.ipynb": {
        "meeting-26-shelf": Wrong('answer = {"open": ["hard-power"], "verdict": "not_supported"}', "false_alarm"),
        "other-troops-shelf": Wrong('answer = {"open": ["troops-not-nato"], "verdict": "can\'t tell"}', "held_back"),
        "summit-in-june-shelf": Wrong(
            'answer = {"open": ["hague-summit"], "verdict": "doesn\'t hold up"}', "false_alarm"
        ),
        "drifted": Wrong('answer = {"changed": "polarity"}', "mismatched"),
        "search": Wrong('page.open("machine")\nanswer = "supported"', "mismatched"),
    },
    "06_leave_the_page/programmers.ipynb": {
        "stories": Wrong(
            "answer = {task: sum(row.task == task for row in rows) for task in {row.task for row in rows}}",
            "value_slip",
        ),
    },
    "07_publish_a_fact_check/practice.ipynb": {
        "one-repost": Wrong('answer = ["weak_sources", "person"]', "value_off"),
        "no-evidence": Wrong('answer = ["no_source"]', "value_off"),
        "three-voices": Wrong('answer = ["no_unknown"]', "value_off"),
    },
    "07_publish_a_fact_check/programmers.ipynb": {
        "tiers": Wrong(
            'order = ["primary", "wire", "quality press", "trade", "other"]\n'
            "worst = [max(row.tiers, key=order.index) for row in rows]\n"
            "answer = {tier: worst.count(tier) for tier in set(worst)}",
            "value_slip",
        ),
    },
}
