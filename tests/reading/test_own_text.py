"""What the page sees in a text of the reader's own: measured on thirty invented articles that it was not made on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.article import Article, article_from_markdown
from readtwice.pack import load_pack
from readtwice.reading.language import looks_english
from readtwice.reading.ledger_names import named
from readtwice.reading.numbers_in_text import relations
from readtwice.reading.pasted import MOST_CHARACTERS, TooLong, as_markdown, clean
from readtwice.reading.quantities import read_quantities
from readtwice.reading.relation import Relation
from readtwice.reading.second_look import MOST, second_looks
from readtwice.reading.who_says_it import shares, who_says_it
from tests.reading.fresh import Fresh, fresh_articles
from tests.steps import with_steps


def article(text: str) -> Article:
    return article_from_markdown(as_markdown(clean(text).text, {0: "paragraph"}, "A test"))


def said(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.outcome) for one in relations(article(text))]


def flagged(one: Fresh) -> list[Relation]:
    found = relations(one.article) if looks_english(one.article.text) else ()
    return [relation for relation in found if relation.outcome == "does_not_fit"]


def _hits(relation: Relation, one: Fresh) -> set[tuple[int, int]]:
    return {fault for fault in one.faults for start, end in relation.places if start < fault[1] and fault[0] < end}


def test_does_not_fit_is_right_nine_times_of_ten_and_finds_most_of_the_planted_faults() -> None:
    right = wrong = faults = 0
    found: set[tuple[str, int, int]] = set()
    for one in fresh_articles():
        faults += len(one.faults)
        for relation in flagged(one):
            hits = _hits(relation, one)
            right += bool(hits)
            wrong += not hits
            found |= {(one.name, *fault) for fault in hits}
    assert len(fresh_articles()) == 30
    assert right / (right + wrong) >= 0.9
    assert len(found) / faults >= 0.88  # 16 of 18 when this was written


@pytest.mark.parametrize(
    ("file", "articles", "planted", "found_first", "found_now"),
    [
        ("more_fresh_articles.txt", 30, 19, 6, 18),
        ("third_fresh_articles.txt", 15, 18, 11, 16),
        ("fourth_fresh_articles.txt", 12, 25, 15, 21),
        ("fifth_fresh_articles.txt", 12, 29, 6, 12),
        ("sixth_fresh_articles.txt", 7, 22, 7, 17),
        ("seventh_fresh_articles.txt", 7, 25, 12, 14),
        ("eighth_fresh_articles.txt", 4, 14, 6, 10),
    ],
)
def test_on_more_articles_it_is_right_calls_no_fault_fitting_and_finds_most(
    file: str, articles: int, planted: int, found_first: int, found_now: int
) -> None:
    """`found_first`: so many it said before anybody had looked at what it missed there.

    It was right each time, but for one of sixteen in the fourth, which is made of near misses.
    """
    right = wrong = faults = 0
    said_of: set[tuple[str, int, int]] = set()
    for one in fresh_articles(file):
        found = relations(one.article) if looks_english(one.article.text) else ()
        second_looks(one.article)
        faults += len(one.faults)
        for relation in found:
            hits = _hits(relation, one)
            assert not (hits and relation.outcome == "fits"), (one.name, relation.says)
            if relation.outcome == "does_not_fit":
                right += bool(hits)
                wrong += not hits
                said_of |= {(one.name, *fault) for fault in hits}
    assert (len(fresh_articles(file)), faults) == (articles, planted)
    assert right / (right + wrong) >= 0.9
    assert len(said_of) >= found_now > found_first


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("40 of the 160 complaints, a third, were about it.", ("share", "does_not_fit")),
        ("Of the 850 pupils, 340 walk to school (40 percent).", ("share", "fits")),
        ("120 adults and 45 children came, 175 in total.", ("total", "does_not_fit")),
        ("Visits fell from 200 to 250.", ("direction", "does_not_fit")),
        ("Support rose from 20 percent to 25 percent, a rise of 5 percent.", ("change", "does_not_fit")),
        ("Support rose from 20 percent to 25 percent, a rise of 5 percentage points.", ("change", "fits")),
        ("They spent $12,000 for 40 pupils, or $400 each.", ("each", "does_not_fit")),
        ("From 2015 to 2019 he led the club for six years.", ("span", "does_not_fit")),
        ("The fair opens on Tuesday, 3 March 2025.", ("weekday", "does_not_fit")),
        ("The fair opens on Monday, 3 March 2025.", ("weekday", "fits")),
    ],
)
def test_numbers_that_belong_together_are_worked_out(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It saves $52,000 a year, or $1,250 a week.", ("each", "does_not_fit")),
        ("It saves $52,000 a year, or $1,000 a week.", ("each", "fits")),
        ("It fills 60,000 cans an hour, or 1,000 a minute.", ("each", "fits")),
        ("They have 31 points from 18 matches, with 9 wins, 4 draws and 6 defeats.", ("total", "does_not_fit")),
        ("They have 31 points from 18 matches, with 9 wins, 4 draws and 5 defeats.", ("total", "fits")),
        ("Forty cooks will be hired, bringing the total from 120 to 180.", ("change", "does_not_fit")),
        ("Seven shops will open and one close, taking the total from 31 to 37.", ("change", "your_turn")),
        ("They drilled 24 holes, each 30 metres deep, 750 metres in total.", ("each", "does_not_fit")),
        ("A sale on Sunday raised $180: 120 slices at $1.20 each.", ("each", "does_not_fit")),
        ("The share stands at 10 percent, up five percent from 5 percent.", ("change", "does_not_fit")),
        (
            "It fell from 45 percent to 36 percent: a drop of 9 percentage points, or a third.",
            ("change", "does_not_fit"),
        ),
        (
            "Cards were sold for $3.9 million, of which buyers have used $3.12 million, 75 percent.",
            ("share", "does_not_fit"),
        ),
        ("Of the 400 seats, 14 were empty, or one in fifty.", ("share", "does_not_fit")),
        ("Rates fell from 4.75 percent to 4.5 percent, by 25 basis points.", ("change", "fits")),
        ("Rates fell from 4.75 percent to 4.5 percent, by 50 basis points.", ("change", "does_not_fit")),
        ("The wait fell from two hours to three hours.", ("direction", "does_not_fit")),
    ],
)
def test_what_was_missed_in_sixteen_more_articles_is_worked_out(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The wait fell from two hours to 90 minutes.",
        "The dose was reduced from 1 gram to 500 milligrams.",
        "Sales rose from 200 a day to 1,200 a week, by a fifth.",
        "The delay doubled from 3 minutes to 6 hours.",
        "Of the 3 kilometres, 600 metres are paved, or 20 percent.",
        "The rent rose from $1,000 to $1,050 a month, an increase of $50 a year.",
        "40 of the 30-seat buses were sold.",
    ],
)
def test_other_measures_and_other_times_are_not_compared(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "About a third of the visitors, roughly 2,900 of nearly 9,000, came by train.",
        "He ran 10 kilometres in 50 minutes and 5 in 24.",
        "Between 2015 and 2019 the 100-year-old club had 6 chairs.",
        "The price rose from around $90,000 to nearly $120,000, up by about a third.",
        "12 goals in 30 games, and 45 cards in total.",
    ],
)
def test_what_rounding_or_the_reader_could_explain_is_never_called_wrong(text: str) -> None:
    assert "does_not_fit" not in {outcome for _, outcome in said(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The choir has 70 singers, 35 women and 15 men from other towns.",
        "The firm employs 240 people at 3 sites, of whom 200 work in the north.",
        "The town has 400 workers: last year it hired 30 men and 20 women.",
        "The fund holds $4.5 million: the town paid $1.5 million and donors gave $2 million last year.",
        "Last year 250 people came, and this year 300, 20 percent more.",
        "Last year 250 people came, and this year 300, twice as many as in the north.",
        "It doubled its 8 trains to 20 stations.",
        "There were 36 fires, and 27 were put out, half of them by hand.",
        "The race had 36 boats, and 27 registered volunteers helped, 80 percent of them new.",
        "The team of 14 with its many helpers, of whom 15 are paid, left.",
        "Its 20 halls cost $4 million, or $50 a visitor.",
        "The price rose from $8 to $12, half a year after the start.",
        "40 pupils cost the town $8,000 a year, or $17 a pupil a month.",
        "It has about 1,000 members: 412 men and 573 women.",
        "The number rose from about 1,200 to 1,260, up 8 percent.",
        "Support rose from 90 percent to 95 percent, a rise of 5 percent.",
        "Of 900 houses 27 were built last year, 80 percent more than before.",
        "The hall has 600 seats, 90 in the balcony and 400 below.",
        "Last week 40 trains were late and this week 30, 15 percent of all.",
        "The club has 200 boats, and 14 were sold, 7 percent.",
        "300 of 500 pupils agreed, more than half of them girls.",
        "The 12 teams played 66 matches, 11 each.",
        "She paid $30 for 3 books and $12 for a map, $42 in all.",
        "The 3 nurses each saw 20 children, 60 in all, a third of the 180 who were ill.",
    ],
)
def test_what_only_looks_like_a_sum_is_never_called_wrong(text: str) -> None:
    assert "does_not_fit" not in {outcome for _, outcome in said(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The choir has 70 singers, 45 women and 35 men.",
        "Of the 250 letters, 50 praised the plan, one in four.",
        "The firm employs 240 people, of whom 300 work in the north.",
        "Rents rose from 8 percent to 12 percent of income, an increase of 4 percent.",
        "The tower is 120 metres high and cost $6 million, or $5,000 a metre.",
        "The club sold 1,500 tickets at $8 each, $10,000 in all.",
        "They collected 40 bags on Monday, 35 on Tuesday and 25 on Wednesday, 110 in total.",
        "Of 32 players, 8 were injured, a third.",
        "The number of cases fell from 500 to 520.",
        "The prize of $9,000 was shared by three winners, $4,000 each.",
        "The village has 3,000 inhabitants and pays $90,000 for its pool, $300 a head.",
        "In the vote, 18 of 30 members said no, fewer than half.",
        "The shop has 50 bikes, 20 of them new, half.",
    ],
)
def test_a_sum_that_cannot_be_right_is_called_so(text: str) -> None:
    assert "does_not_fit" in {outcome for _, outcome in said(text)}


def _sound() -> list[str]:
    """Sentences in which nothing is wrong, though it looks so: another base, group or time, or a rounded number."""
    return (Path(__file__).parent / "sound_sentences.txt").read_text(encoding="utf-8").splitlines()


def test_no_sound_sentence_is_called_wrong() -> None:
    """69 of the first 304 were called wrong when they were first read, of their last 50, read after mending, 4; of the
    last 41, which are as near to faults as their authors could make them, 1."""
    assert len(_sound()) == 408
    assert [text for text in _sound() if "does_not_fit" in {outcome for _, outcome in said(text)}] == []


@pytest.mark.parametrize(("total", "outcome"), [("2.500.000", "fits"), ("2.900.000", "does_not_fit")])
def test_points_that_group_thousands_are_read_as_such(total: str, outcome: str) -> None:
    """A text with such a number could not be opened at all."""
    text = f"The towns paid 1.200.000 euros and 1.300.000 euros, {total} euros in total."
    assert said(text) == [("total", outcome)]


def test_no_sound_passage_is_called_wrong() -> None:
    """Sentences that go back to the one before, and what is near to a rest, an average, an hour or a price of one."""
    passages = (Path(__file__).parent / "sound_passages.txt").read_text(encoding="utf-8").splitlines()
    assert len(passages) == 775
    assert [text for text in passages if "does_not_fit" in {outcome for _, outcome in said(text)}] == []


@pytest.mark.parametrize(
    ("text", "kind", "working"),
    [
        (
            "It covers 840 hectares. Of these, 510 hectares are open and 230 hectares are reed; the remaining {} "
            "hectares are shallow.|100|200",
            "left",
            "840 − 510 − 230 = 100",
        ),
        (
            "Of the 60 pupils, 40 came by bus and 12 by train; the other {} pupils walked.|8|18",
            "left",
            "60 − 40 − 12 = 8",
        ),
        (
            "The roof costs $96,000. The county pays $36,000 and the club $12,000. That leaves ${} for the town."
            "|48,000|58,000",
            "left",
            "$96,000 − $36,000 − $12,000 = USD 48,000",
        ),
        ("The council has 45 seats. The farmers hold 20 seats. That leaves {} seats.|25|15", "left", "45 − 20 = 25"),
        (
            "Three runs took 12, 14 and 16 minutes. The average was {} minutes.|14|12",
            "average",
            "(12 + 14 + 16) ÷ 3 = 14",
        ),
        (
            "Four queens were 18, 19, 20 and 23 millimetres long, {} millimetres on average.|20|22",
            "average",
            "(18 + 19 + 20 + 23) ÷ 4 = 20",
        ),
        (
            "The bus took 20, 25 and 30 minutes, on average {} minutes.|25|35",
            "average",
            "(20 + 25 + 30) ÷ 3 = 25",
        ),
        ("18 of the 24 boats came home within a day, {} percent.|75|60", "share", "18 ÷ 24 = 75%"),
        ("Of the 60 sheets shown in 2010, 45 were sold, {} percent.|75|60", "share", "45 ÷ 60 = 75%"),
        (
            "Sales fell by {} boats to 1,900 boats from 2,500 boats.|600|800",
            "change",
            "2,500 − 1,900 = 600",
        ),
        ("The museum bought 12 sheets for $9,600, or ${} each.|800|900", "each", ""),
        ("The class sold 84 cakes. They brought in $210, or ${} a cake.|2.50|3.50", "each", ""),
        (
            "The meeting lasted from 19:00 to 21:30, {} and a half hours.|two|three",
            "span",
            "21:30 − 19:00 = 2.5",
        ),
        ("The heat lasted from 28 June to 3 July, {} days.|six|eight", "span", "3 July − 28 June = 5–6"),
        (
            "Last Friday 60 came. Of these, 45 were men, and that is {} of them.|three quarters|half",
            "share",
            "45 ÷ 60 = 75%",
        ),
        ("They asked 500 people. Of these, 350 were for it, or {} percent.|70|60", "share", "350 ÷ 500 = 70%"),
        ("They took 31, 44, 52 and 69 minutes. On average that is {} minutes.|49|54", "average", ""),
        ("A ticket costs $6 instead of $5, {} percent more.|20|30", "more", "($6 − $5) ÷ $5 = 20%"),
        (
            "The hall costs $18.6 million, after the $15.5 million of the first plan, a rise of {} percent.|20|25",
            "change",
            "",
        ),
        ("After a year 765 of the 900 were still walking, {} percent.|85|75", "share", "765 ÷ 900 = 85%"),
        ("Last winter 312 children came. This winter 253 did. That is {} fewer.|59|49", "more", "312 − 253 = 59"),
        ("This year 253 came, against 312 last year. That is {} fewer.|59|49", "more", "312 − 253 = 59"),
        ("The level fell by {}, from 17.5 at the end of May to 14.9.|2.6|3.6", "change", "17.5 − 14.9 = 2.6"),
        ("18 of the 24 letters came back, a response rate of {} percent.|75|80", "share", "18 ÷ 24 = 75%"),
        ("School began at 8:15 and ended at 13:15, after {} hours.|five|six", "span", "13:15 − 8:15 = 5"),
        ("Peeling takes 15 minutes and cooking 25 minutes, {} minutes in all.|40|50", "total", "15 + 25 = 40"),
        ("There are 640 dogs, {} more than the 610 of last year.|30|50", "more", "640 − 610 = 30"),
        ("She has 320 boats, {} percent more than the 256 of last year.|25|40", "more", "(320 − 256) ÷ 256 = 25%"),
        (
            "Police cleared 46 homes in Fernley, 31 in Ebba and 18 in Dunning. In all, {} homes stood empty on "
            "Thursday.|95|105",
            "total",
            "46 + 31 + 18 = 95",
        ),
        (
            "It voted $480,000 for roads. Of this, $210,000 goes to Mill Road, ${} to Church Lane and $120,000 to the "
            "bridge.|150,000|250,000",
            "total",
            "",
        ),
    ],
)
def test_the_right_number_fits_and_the_wrong_one_does_not(text: str, kind: str, working: str) -> None:
    form, right, wrong = text.split("|")
    (fitting,) = (one for one in relations(article(form.format(right))) if one.kind == kind)
    assert fitting.outcome == "fits"
    assert fitting.working == working or not working
    assert (kind, "does_not_fit") in said(form.format(wrong))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("126,000 people came to 15 games, an average of 9,400 a game.", "each"),
        ("Events drew 31,500 visitors to 450 evenings, 90 each on average.", "each"),
        ("The search took 18 months and cost $900,000, or $45,000 a month.", "each"),
        ("The town spends $18.4 million, or $1,800 for each of its 9,200 residents.", "each"),
        ("Sales were $84 million, after $70 million the year before, up 25 percent.", "change"),
        ("Turnout was 70 percent, after 62 percent in 2020, a rise of 8 percent.", "change"),
        ("Holm got 28,820 votes and Lind 24,255 votes, a lead of 5,465 votes.", "change"),
        ("In all 168 millimetres fell, against 80 millimetres in a usual May, three times as much.", "times"),
        ("We have doubled our hours, from 160 to 400.", "times"),
        ("Of those asked, 45 percent are for it, 35 percent against and 30 percent undecided.", "rest"),
        ("They saw 300 patients in 6 clinics, or 60 a clinic.", "each"),
        ("The cake has 4 rows of 6 pieces, 20 pieces in all.", "each"),
        ("In a poll, 80 percent were in favour and 30 percent against.", "rest"),
        ("Visits doubled from 300 to 480.", "times"),
        ("Visits more than doubled from 300 to 480.", "times"),
        ("Visits more than halved from 300 to 180.", "times"),
        ("Of the 14 councillors, 9 are for closing, 5 against. That is four fifths.", "share"),
        ("Of the 92,400 passengers, 23,100 were children under 12, a third.", "share"),
        (
            "It was called out 96 times on Friday, 50 times on Saturday and 24 times on Sunday, 180 times in all.",
            "total",
        ),
        ("Butter costs $3 and plums $4.50, $8.50 together.", "total"),
        ("They chose 12 pupils of 3 schools: 4 from Elm, 3 from Oak and 6 from Ash.", "total"),
    ],
)
def test_what_was_missed_at_first_is_called_wrong(text: str, kind: str) -> None:
    assert (kind, "does_not_fit") in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The hospital has 300 beds, 20 percent fewer than the 400 it had in 2010.",
        "The shares fell 10 percent on Monday and 10 percent on Tuesday, 20 percent in total.",
        "Visits more than doubled from 300 to 580.",
        "It cost €42 million. The state paid €18 million and a fund €14 million; the remaining €12 million came late.",
        "They raised $18 million, $14 million and $8 million, $42 million in all.",
        "Its costs fell from $18 million to $14 million, by $5 million.",
        "34,000 of the 40,000 tickets went, a sales rate of 82 percent.",
        "12 of the 30 pupils failed, a pass rate of 60 percent.",
        "The fund gave $3 million to 42 towns, or $80,000 each.",
    ],
)
def test_what_is_near_and_yet_wrong_is_not_said_to_fit(text: str) -> None:
    assert {outcome for _, outcome in said(text)} == {"your_turn"}


@pytest.mark.parametrize(
    ("text", "working"),
    [
        (
            "It fell from 12 percent to 9 percent, by three percentage points.",
            "12 percent − 9 percent = 3 percentage points",
        ),
        ("The share fell from 50 percent to 40 percent, by a fifth.", "(50 percent − 40 percent) ÷ 50 percent = 20%"),
        ("It sold 4.8 tons, after 4 tons in 2023, a rise of 20 percent.", "(4.8 − 4) ÷ 4 = 20%"),
        ("It had 40,000 readers, and 36,000 later, a drop of 10 percent.", "(40,000 − 36,000) ÷ 40,000 = 10%"),
        ("Tax rose from 10p to 12p, up 2p, or a fifth.", "12p − 10p = GBP 0.02"),
        ("Costs rose 25 percent, to $600,000 from $500,000.", "($600,000 − $500,000) ÷ $500,000 = 20%"),
        (
            "21 millimetres of rain fell on Monday, 14 millimetres on Tuesday and 9 millimetres on Wednesday, "
            "54 millimetres in all.",
            "21 + 14 + 9 = 44",
        ),
    ],
)
def test_the_arithmetic_that_is_shown_is_true(text: str, working: str) -> None:
    assert working in [one.working for one in relations(article(text))]


@pytest.mark.parametrize(
    "text",
    [
        "The week shrinks from seven days to six, by 14 percent, and the year from 365 days to 313, by 52 days.",
        "The council has 32 seats. People over sixty hold 20 seats. That leaves 12 seats.",
        "Then 21 grams fell before noon, 14 grams at sea and 9 grams here, 23 grams in all.",
    ],
)
def test_numbers_of_other_things_are_not_reckoned_with(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("one", fresh_articles(), ids=lambda one: one.name)
def test_every_kind_of_article_can_be_read(one: Fresh) -> None:
    looks = second_looks(one.article)
    assert len(looks) <= MOST
    assert sum(percent for _, percent in shares(who_says_it(one.article))) <= 110
    assert all(one.article.sentence(place) for _, places in named(one.article) for place in places)


def test_other_languages_are_not_read_for_numbers() -> None:
    names = {one.name for one in fresh_articles() if not looks_english(one.article.text)}
    assert names == {"another language: German", "another language: Spanish"}


def test_two_first_names_with_one_family_name_stand_first() -> None:
    (first, *_) = second_looks(load_pack("skate-park").article)
    assert (first.first, first.second, first.reasons[0]) == ("b03.s2", "b08.s3", "person")


@given(st.text(max_size=300))
def test_a_cleaned_text_knows_where_each_letter_stood(raw: str) -> None:
    done = clean(raw)
    for place, letter in enumerate(done.text):
        if letter.isalpha() and letter in raw:
            assert 0 <= done.was(place) < len(raw)
            assert raw[done.was(place)] in (letter, *"\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("of\ufb01ce co\u00adoperate 1\u00a0200", "office cooperate 1 200"),
        ("abc\u202edef", "abcdef"),
        ("one\r\n\r\ntwo", "one\n\ntwo"),
        ("a\tb  c", "a b c"),
        ("Elm\t410\t430", "Elm 410  430"),
    ],
)
def test_what_nobody_sees_goes(raw: str, expected: str) -> None:
    assert clean(raw).text == expected


def test_lines_that_a_page_broke_become_one_again() -> None:
    lines = [
        "The council met on Tuesday evening in the old town hall to talk about",
        "the bus line that runs from the station to the hospital and the vil-",
        "lages beyond it. Nobody spoke against the line, and the mayor said that",
        "it would stay for now.",
    ]
    text = clean("\n".join(lines)).text
    assert "\n" not in text
    assert "the villages beyond" in text


@pytest.mark.parametrize(
    ("before", "behind", "whole"),
    [
        ("a new swim", "ming hall", "swimming hall"),
        ("It is a well", "known one", "well-known one"),
        ("his mother-in", "law came", "mother-in-law came"),
        ("his mother", "in-law came", "mother-in-law came"),
        ("some seven", "teen men", "seventeen men"),
        ("some two", "and three-year-olds", "two- and three-year-olds"),
        ("the Co", "op closed; the Co-op said so", "Co-op closed"),
        ("an e", "mail came; his email", "an email came"),
        ("by car", "pool; the pool for a car", "by car-pool"),
    ],
)
@pytest.mark.parametrize("hyphen", "-\u2010")
def test_a_hyphen_at_the_end_of_a_line_goes_where_the_page_put_it(
    before: str, behind: str, whole: str, hyphen: str
) -> None:
    lines = ["The council met on Tuesday evening in the hall."] * 4
    raw = "\n".join(
        [*lines, f"and at some length the talk was about {before}{hyphen}", f"{behind} and so on to the end.", *lines]
    )
    cleaned = clean(raw)
    assert whole in cleaned.text.replace("\u2010", "-")
    sign = cleaned.text.index("so on")
    assert raw[cleaned.was(sign) :].startswith("so on")


def test_a_soft_hyphen_at_the_end_of_a_line_is_the_pages() -> None:
    assert clean("The con\u00ad\r\ntractors left.\nIt was late.").text == "The contractors left.\n\nIt was late."
    assert clean("The con\u00ad\n\nIt was\u00ad late.\u00ad").text == "The con\n\nIt was late."


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(TooLong):
        clean("a" * (MOST_CHARACTERS + 1))


@given(st.text(max_size=400))
def test_no_text_stops_the_reading(raw: str) -> None:
    text = clean(raw).text
    if text:
        read = article_from_markdown(as_markdown(text, {}, "t"))
        relations(read)
        second_looks(read)
        who_says_it(read)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The subsidy rises from $200,000 to $250,000, an increase of 20 percent.", "does_not_fit"),
        ("The subsidy rises from $200,000 to $250,000, an increase of 25 percent.", "fits"),
        ("The subsidy rises from $200,000 to $250,000, an increase of 24 percent.", "your_turn"),
        ("The club grew from about 200 members to about 250 members, an increase of 20 percent.", "your_turn"),
        ("The share was 30 percent: 80 of the 200 pupils slept less.", "does_not_fit"),
        ("The share was 40 percent: 80 of the 200 pupils slept less.", "fits"),
    ],
)
def test_a_change_is_a_share_of_the_old_number_and_only_what_is_exact_fits(text: str, outcome: str) -> None:
    assert {told for _, told in said(text)} == {outcome}


def test_an_ordinal_between_a_total_and_its_parts_is_no_number_of_them() -> None:
    assert ("total", "does_not_fit") in said("It sold 400 loaves on its first day: 150 white, 120 rye and 100 spelt.")


@pytest.mark.long
@pytest.mark.parametrize(
    "piece",
    [
        "3456 ",
        "Of 9 boats 4 left. The remaining 3 came. ",
        "Elm 41  43\n",
        "from 9:00 to 12:00, 3 hours ",
        "12% ",
        "12, ",
        "$12 ",
        "Ann Bell. Eve Bell. ",
        "Mayor Bell. Former Mayor Bell. ",
        "Of 100 men 30 came. ",
    ],
)
@pytest.mark.parametrize("tool", [relations, second_looks, who_says_it], ids=lambda tool: tool.__name__)
def test_work_grows_with_a_text_and_not_faster(piece: str, tool: Callable[[Article], object]) -> None:
    half, whole = (
        with_steps(lambda size=size: tool(article_from_markdown(as_markdown((piece * size).strip(), {}, "t"))))[1]
        for size in (200, 400)
    )
    assert whole < 2.6 * half


_LISTED = [
    "1",
    "2",
    "12",
    "345",
    "1999",
    "2024",
    "3000",
    "12%",
    "5%,",
    "7,",
    "1,000",
    "1.5",
    "1/2",
    "May",
    "to",
    "-",
    "\n",
]


@given(st.lists(st.sampled_from(_LISTED), max_size=9).map(" ".join))
def test_a_number_in_a_list_is_read_as_it_is_elsewhere(text: str) -> None:
    quick = read_quantities(text)
    with patch("readtwice.reading.quantities._one_of_a_list", return_value=None):
        assert read_quantities(text) == quick


_FRESH = {
    "The share of pupils who cycle rose from 20 percent to 25 percent, a rise of 5 percent.": True,
    "The share of pupils who cycle rose from 20 percent to 25 percent, a rise of five percentage points.": False,
    "The clinic saw 18 cases among 6,000 residents, a rate of 3 per 1,000.": False,
    "It cost €3.5 million. The state paid €2 million and the town paid €1 million, €3.5 million in total.": True,
    "The choir sold 3 dozen cakes, 36 in all.": False,
    "Of the 240 seats, 60 are free, which is one in five of them.": True,
    "Of the 240 seats, 60 are free, which is one in four of them.": False,
    "Ticket sales doubled from 400 to 800 this year.": False,
    "Visits fell by a third, from 900 to 500.": True,
    "Visits fell by a third, from 900 to 600.": False,
    "Forty men and twenty-five women joined, seventy people in total.": True,
    "Forty men and twenty-five women joined, sixty-five people in total.": False,
    "The mill was built in 1920 and closed in 1950, after 40 years.": True,
    "The mill was built in 1920 and closed in 1950, after 30 years.": False,
    "The night was cold: minus 5 degrees at six, minus 12 degrees at midnight.": False,
    "The home side won 3-2 after 90 minutes, before 4,500 fans.": False,
    "The lake holds 12 boats on Monday, 8 on Tuesday and 10 on Wednesday, an average of 10 a day.": False,
    "The library lent 200 books. Another 12 were lost.": False,
    "The library had 200 books and bought another 12, which makes 222.": True,
    "The hall is 30 metres long, about 98 feet.": False,
    "The council counted 60 votes: 45 for and 15 against, so 75 percent were in favour.": False,
    "Anna Reed, 34, born in 1990, has run the shop for 6 years.": False,
    "Prices were between 5 and 7 euros; the average was 6 euros.": False,
    "The budget of $80,000 was split: 50 percent for paths, 30 percent for trees and 20 percent for lamps.": False,
    "The ratio of goats to sheep is 3:1 on the farm of 40 animals.": False,
    "Rents rose by 20 percent, from 500 euros to 600 euros.": False,
    "She jogs from 7:30 to 8:15, for 45 minutes, on 3 of 7 days.": False,
    "Each of the 12 buses has 40 seats, which gives 480 seats.": False,
    "The 30 volunteers, 18 women and 14 men, planted 200 trees.": True,
    "The 32 volunteers, 18 women and 14 men, planted 200 trees.": False,
}
"""Sentences written with their key before they were read: whether something in them does not fit."""


@pytest.mark.parametrize(("text", "flawed"), _FRESH.items())
def test_what_fits_is_left_alone_and_what_does_not_is_seen(text: str, flawed: bool) -> None:
    assert flawed == any(outcome == "does_not_fit" for _, outcome in said(text))
