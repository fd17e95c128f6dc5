"""Questions in code work out for themselves what is right, from whatever article is open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from readtwice import course
from readtwice.article import article_from_markdown
from readtwice.course import in_code
from readtwice.figures import Figures
from readtwice.pack import Pack
from readtwice.page.open import CourseError, _open
from readtwice.page.session import Session
from readtwice.record import Record
from readtwice.words import words
from tests.figures.samples import figure

STORY = """---
title: The bridge
---

# Jane Lee opens the bridge

Mayor Jane Lee opened the bridge in Harbour Street. In the morning, Lee thanked the builders.

![Jane Lee at the bridge in Harbour Street.](none)

Later former Mayor Jane Lee spoke of the builders and of the ferry. June Lee took the ferry.
"""

ACCOUNTS = """---
title: The accounts
---

The bridge cost $3 million in 1998. The ferry brought in £2 million a year later.

![The harbour in the year 224, with a sign that says $7.](none)
"""

FIGURES = Figures(
    (
        figure("cost", "30", "GBP million", series="cost", entity="Lindow", period="1998"),
        figure("budget-1998", "600", "GBP million", series="budget", entity="Lindow", period="1998"),
        figure("budget-1999", "750", "GBP million", series="budget", entity="Lindow", period="1999"),
        figure("other-count", "900", "GBP million", series="budget", entity="Lindow", period="1999", counter="Guesses"),
        figure("ship", "9", "members", series="crew", entity="Lindow", period="1999"),
        figure("dollars", "1.25", "USD per EUR", series="rate", entity="euro area", period="1999-12-30"),
        figure("pounds", "0.5", "GBP per EUR", series="rate", entity="euro area", period="1999-12-30"),
    )
)


@pytest.fixture(autouse=True)
def story(tmp_path: Path) -> Iterator[None]:
    """An invented story is open, and no other test finds it open."""
    before = list(_open)
    _open[:] = [Session(Pack("story", article_from_markdown(STORY), ()), Record(tmp_path))]
    yield
    _open[:] = before


def test_the_article_is_there_as_data() -> None:
    text = in_code.article()
    assert text.quote(text.sentence("b02.s2")) == "In the morning, Lee thanked the builders."


def test_words_before_a_name_are_counted_everywhere() -> None:
    question = in_code.words_before("Lee")
    assert question.check({"Jane": 4, "June": 1}).outcome == "right"
    for slip in ({"Jane": 2, "June": 1}, {"Jane": 4, "June": 1, "morning,": 1}, {"Jane": 1, "June": 1}):
        assert question.check(slip).feedback.case == "value_slip"
    assert question.check({"Jane": 4}).feedback.case == "value_off"


def test_titles_are_told_as_they_stand() -> None:
    question = in_code.titles_of("Lee")
    assert question.check({"b02.s1": "Mayor Jane Lee", "b04.s1": "former Mayor Jane Lee"}).outcome == "right"
    one_wording = question.check({"b02.s1": "Mayor Jane Lee", "b04.s1": "Mayor Jane Lee"})
    assert one_wording.feedback.line == words()["code"]["titles_of"]["one_wording"]


def test_shared_words_are_long_and_in_both() -> None:
    question = in_code.shared_words("b02.s1", "b03.s1")
    assert question.check({"bridge", "harbour", "street"}).outcome == "right"
    assert question.check(["bridge", "harbour", "street", "in", "the", "jane", "lee"]).outcome == "not_yet"


def test_what_shares_most_is_read_together() -> None:
    question = in_code.read_together("b02.s1", count=1)
    assert question.check(["b03.s1"]).outcome == "right"
    assert question.check(["b02.s1"]).feedback.line == words()["code"]["read_together"]["itself"].format(start="b02.s1")
    with pytest.raises(CourseError, match="is shared for b02"):
        in_code.read_together("b02.s1", count=4)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: in_code.words_before("Nobody"),
        lambda: in_code.titles_of("Nobody"),
        lambda: in_code.shared_words("b01.s1", "b99.s1"),
        lambda: in_code.shared_words("b02.s2", "b03.s1"),
        lambda: in_code.read_together("b99.s1"),
    ],
)
def test_a_question_without_an_answer_is_refused_in_a_sentence(ask: object) -> None:
    with pytest.raises(CourseError) as caught:
        ask()
    assert len(caught.value._render_traceback_()) == 1


@pytest.fixture
def accounts(story: None, tmp_path: Path) -> None:
    """An invented text with numbers is open instead, and figures that go with it."""
    pack = Pack("accounts", article_from_markdown(ACCOUNTS), (), figures=FIGURES)
    _open[:] = [Session(pack, Record(tmp_path))]


@pytest.mark.usefixtures("accounts")
def test_the_figures_are_there_as_data() -> None:
    assert in_code.figures()["cost"].value == 30


@pytest.mark.usefixtures("accounts")
def test_quantities_of_a_kind_are_told_as_they_stand() -> None:
    question = in_code.quantities("money")
    assert question.check(["$7", "£2 million", "$3 million"]).outcome == "right"
    for slip in ({"$3 million", "£2 million"}, {"$3 million", "$7"}, {"3000000", "2000000", "7"}):
        assert question.check(slip).feedback.case == "value_slip"
    assert question.check({"$7"}).feedback.case == "value_off"


@pytest.mark.usefixtures("accounts")
def test_years_outside_a_range_are_told_with_their_sentences() -> None:
    question = in_code.implausible_years(1900, 2100)
    assert question.check({"b02.s1": "224"}).outcome == "right"
    for slip in ({}, {"b01.s1": "1998"}, {"b01.s1": "1998", "b02.s1": "224"}):
        assert question.check(slip).feedback.case == "value_slip"


@pytest.mark.usefixtures("accounts")
def test_a_share_is_worked_out_for_each_period_of_one_counter() -> None:
    question = in_code.shares_over_time("cost", series="budget", entity="Lindow", counter="Almanac")
    assert question.check({"1998": "5.00%", "1999": "4.00%"}).outcome == "right"
    assert question.check({"1998": "2,000.00%", "1999": "2,500.00%"}).feedback.case == "value_slip"
    assert question.check({"1998": "5.00%", "1999": "3.33%"}).feedback.case == "value_off"


@pytest.mark.usefixtures("accounts")
def test_a_sum_is_converted_at_the_rate_of_the_day() -> None:
    question = in_code.converted("cost", "USD", "1999-12-30")
    assert question.check({"1999-12-30": "$75.00 million"}).outcome == "right"
    for slip in ("$12.00 million", "$37.50 million"):
        assert question.check({"1999-12-30": slip}).feedback.case == "value_slip"


@pytest.mark.usefixtures("accounts")
@pytest.mark.parametrize(
    "ask",
    [
        lambda: in_code.quantities("weekday"),
        lambda: in_code.implausible_years(0, 3000),
        lambda: in_code.shares_over_time("nothing", series="budget", entity="Lindow", counter="Almanac"),
        lambda: in_code.shares_over_time("cost", series="crew", entity="Lindow", counter="Almanac"),
        lambda: in_code.shares_over_time("cost", series="budget", entity="Nowhere", counter="Almanac"),
        lambda: in_code.converted("cost", "XXX", "1999-12-30"),
        lambda: in_code.converted("ship", "USD", "1999-12-30"),
        lambda: in_code.converted("cost", "USD", "someday"),
    ],
)
def test_a_question_on_numbers_without_an_answer_is_refused_in_a_sentence(ask: object) -> None:
    with pytest.raises(CourseError) as caught:
        ask()
    assert len(caught.value._render_traceback_()) == 1


@pytest.mark.usefixtures("accounts")
def test_hints_on_numbers_name_what_is_asked_about() -> None:
    for question in (
        in_code.quantities("money"),
        in_code.implausible_years(1900, 2100),
        in_code.shares_over_time("cost", series="budget", entity="Lindow", counter="Almanac"),
        in_code.converted("cost", "USD", "1999-12-30"),
    ):
        assert all("{" not in repr(question.hint(number)) for number in (1, 2, 3))
        assert "{" not in repr(question)


def test_hints_and_the_question_itself_name_what_is_asked_about() -> None:
    question = in_code.words_before("Lee")
    assert "Lee" in repr(question)
    assert "Lee" in repr(question.hint(2))
    assert repr(question.hint(9)) == repr(question.hint(3))
    assert all("{" not in repr(in_code.read_together("b02.s1", 1).hint(n)) for n in (1, 2, 3))
    assert question.check(None).outcome == "not_tried"
    assert question.check(7).outcome == "cannot_be_marked"


def test_below_a_card_not_tried_points_up_to_it(tmp_path: Path) -> None:
    course.begin(folder=tmp_path)
    item = course.session().pack.items[0].id
    card = course.item(item)
    assert words()["line"]["not_tried"] in repr(card.check(None))
    card.show()
    assert repr(card.check(None)) == words()["sheet"]["card_above"]
    assert card.check(None).outcome == "not_tried"
    assert card.check("nonsense").outcome == "cannot_be_marked"
