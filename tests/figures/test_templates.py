"""Computed values inside a text: a small language that computes five things and refuses everything else."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.figures import TemplateError, render
from readtwice.figures.templates import VERBS, Template, escape, parse
from tests.figures.samples import figures


@pytest.mark.parametrize(
    ("text", "rendered"),
    [
        ("", ""),
        ("No template at all: 65.9 % & $5.", "No template at all: 65.9 % & $5."),
        ("{share:R31/R88|percent2}", "0.23%"),
        ("{share:R31/R08|percent4}", "0.2258%"),
        ("That is {share:R31/R88|percent2} of GDP.", "That is 0.23% of GDP."),
        ("{share:R31/R88|percent2}{share:R52/R53|percent1}", "0.23%30.7%"),
        ("{share:R35/R17|percent2}", "0.27%"),
        ("{share:R34/R17|percent2}", "0.44%"),
        ("{share:R38/R08/R24|percent2}", "0.42%"),
        ("{share:R38/R08/R25|percent2}", "0.41%"),
        ("{share:b19.uk-aid/R17|percent3}", "0.149%"),
        ("{share:b19.uk-aid/R89/R21.usd|percent2}", "0.15%"),
        ("{per_year:R31|billions}", "$22.9 billion"),
        ("{per_year:R31/R08|percent2}", "0.08%"),
        ("{per_head:R31/nato-population.united-states.2024|money}", "$196"),
        ("{per_head:b19.uk-aid/nato-population.united-kingdom.2024/R21.usd|money}", "$77.97"),
        ("{rate:R21.usd/R21.gbp|rate}", "1.24433"),
        ("{rate:R21.gbp/R21.usd|rate}", "0.80365"),
        ("{rate:R24|rate4}", "1.0824"),
        ("{convert:R61/R21.usd|millions2}", "$186.65 million"),
        ("{convert:b24.value/R21.usd|millions2}", "$232.14 million"),
        ("{convert:R31/R21.gbp|billions}", "£53.0 billion"),
        ("{convert:R31/R21.usd|billions}", "€63.5 billion"),
        ("{convert:R38/R24|words}", "123.4 billion dollars"),
        ("{convert:R61/R27|digits}", "$191,790,000"),
        ("a {{brace}} and {rate:R25|rate4}", "a {brace} and 1.0389"),
        ("{{share:R31/R88|percent2}}", "{share:R31/R88|percent2}"),
        ("}}{{", "}{"),
    ],
)
def test_each_template_gives_its_value(text: str, rendered: str) -> None:
    assert render(text, figures()) == rendered


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a {", "a `{` stands alone: write it twice if a brace is meant (character 3)"),
        ("a }", "a `}` stands alone: write it twice if a brace is meant (character 3)"),
        ("{share:R31/R88|percent2", "a `{` stands alone: write it twice if a brace is meant (character 1)"),
        ("{}", "`{}` is not written as `{share:R31/R88|percent2}` (character 1)"),
        ("{share}", "`{share}` is not written as `{share:R31/R88|percent2}` (character 1)"),
        ("x {share:R31/R88}", "`{share:R31/R88}` is not written as `{share:R31/R88|percent2}` (character 3)"),
        (
            "{add:R31/R88|money}",
            "`add` is not known: use share, per_year, per_head, rate, convert, sum, difference, ratio (character 1)",
        ),
        (
            "{Share:R31/R88|percent2}",
            "`Share` is not known: use share, per_year, per_head, rate, convert, sum, difference, ratio (character 1)",
        ),
        ("{share:R31|percent2}", "`share` takes 2 to 3 ids, not 1 (character 1)"),
        ("{convert:R31/R21.usd/R21.gbp|money}", "`convert` takes 2 ids, not 3 (character 1)"),
        ("{share:R31+1/R88|percent2}", "`R31+1` is not the id of a figure (character 1)"),
        ("{share:R31//R88|percent2}", "`` is not the id of a figure (character 1)"),
        ("{share: R31/R88|percent2}", "` R31` is not the id of a figure (character 1)"),
        (
            "{share:R31/R88|percent2 }",
            "there is no format `percent2 `: use percent0 to percent6, trillions, billions or ",
        ),
        ("{share:R31/R99|percent2}", "`{share:R31/R99|percent2}`: There is no figure `R99`; the nearest are "),
        (
            "{share:R31/R17|percent2}",
            "`{share:R31/R17|percent2}`: Dollars cannot be divided by pounds: convert one of ",
        ),
        (
            "{share:R35/R76|percent2}",
            "`{share:R35/R76|percent2}`: Money of the day cannot be divided by money in real ",
        ),
        (
            "{share:R31/R88/R52|percent2}",
            "`{share:R31/R88/R52|percent2}`: `share` does not know what to do with `R52` (",
        ),
        ("{share:R31/R21.usd|percent2}", "`{share:R31/R21.usd|percent2}`: `share` does not know what to do with "),
        ("{per_year:b19.us-aid|money}", "`{per_year:b19.us-aid|money}`: The period “since Feb 2022” has an open end"),
        ("{per_year:R61|money}", "`{per_year:R61|money}`: This number has no period that lasts"),
        ("{rate:R31|rate}", "`{rate:R31|rate}`: `R31` is no exchange rate (character 1)"),
        ("{rate:R21.usd/R22.gbp|rate}", "`{rate:R21.usd/R22.gbp|rate}`: A cross rate needs two rates against one "),
        ("{rate:R21.usd/R21.usd|rate}", "`{rate:R21.usd/R21.usd|rate}`: There is no rate of USD against itself"),
        ("{convert:R61/R31|money}", "`{convert:R61/R31|money}`: `R31` is no exchange rate (character 1)"),
        ("{convert:R43/R21.usd|money}", "`{convert:R43/R21.usd|money}`: Only money can be converted, not percentages"),
        ("{share:R31/R88|billions}", "`{share:R31/R88|billions}`: The format `billions` does not fit percentages ("),
    ],
)
def test_an_error_is_one_sentence_with_its_place(text: str, sentence: str) -> None:
    with pytest.raises(TemplateError) as told:
        render(text, figures())
    assert str(told.value).startswith(sentence)
    assert str(told.value).endswith(f"(character {told.value.position})")
    assert "\n" not in str(told.value)


def test_a_template_that_never_ends_is_refused_in_short() -> None:
    with pytest.raises(TemplateError) as told:
        render("{" + "a" * 100_000 + "}", figures())
    assert len(str(told.value)) < 200


IDS = st.from_regex(r"[A-Za-z][A-Za-z0-9]{0,5}([.-][A-Za-z0-9]{1,5}){0,2}", fullmatch=True)


@st.composite
def templates(draw: st.DrawFn) -> Template:
    verb = draw(st.sampled_from(list(VERBS)))
    least, most = VERBS[verb]
    ids = draw(st.lists(IDS, min_size=least, max_size=most))
    return Template(
        verb, tuple(ids), draw(st.sampled_from(["percent2", "billions", "money", "words", "digits", "rate5"]))
    )


@given(st.lists(st.text() | templates()))
def test_a_text_comes_back_from_its_pieces(pieces: list[str | Template]) -> None:
    text = "".join(escape(piece) if isinstance(piece, str) else str(piece) for piece in pieces)
    parsed = parse(text)
    assert "".join(escape(piece) if isinstance(piece, str) else str(piece) for piece in parsed) == text
    found = [(piece.verb, piece.ids, piece.form) for piece in parsed if isinstance(piece, Template)]
    assert found == [(piece.verb, piece.ids, piece.form) for piece in pieces if isinstance(piece, Template)]


@given(st.text())
def test_an_escaped_text_is_rendered_as_it_was(text: str) -> None:
    assert render(escape(text), figures()) == text


@given(st.text(alphabet="{}:/|abR31828.percent2share_ \n-"))
def test_hostile_text_gives_a_text_or_a_sentence(text: str) -> None:
    with contextlib.suppress(TemplateError):
        render(text, figures())


FIGURE_IDS = st.sampled_from([one.id for one in figures()][:140])


@given(
    st.sampled_from(list(VERBS)), st.lists(FIGURE_IDS, min_size=1, max_size=3), st.sampled_from(["percent2", "money"])
)
def test_any_figures_in_any_verb_give_a_text_or_a_sentence(verb: str, ids: list[str], form: str) -> None:
    with contextlib.suppress(TemplateError):
        assert render(f"{{{verb}:{'/'.join(ids)}|{form}}}", figures())
