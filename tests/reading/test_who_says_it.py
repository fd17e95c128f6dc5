"""Who is credited with a sentence, and by which names people and bodies stand in the ledger."""

from __future__ import annotations

import pytest

from readtwice.article import article_from_markdown
from readtwice.reading.ledger_names import named
from readtwice.reading.pasted import as_markdown
from readtwice.reading.who_says_it import who_says_it


def voices(text: str) -> list[str]:
    return [one.who for one in who_says_it(article_from_markdown(as_markdown(text, {0: "paragraph"}, "t")))]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The mayor told the council that the dam would hold.", "The mayor"),
        ("Mr Benn told Anna Smith that she was sacked.", "Mr Benn"),
        ("“It is late,” Anna Holm told Radio Ammel.", "Anna Holm"),
        ("The judge warned Karl Benz that he might be jailed.", "The judge"),
        ("Police asked Maria Lopez where she had been.", "Police"),
        ("She told BBC News that 40 people were ill.", "she"),
        ("Nobody believes the company.", ""),
        ("Few believe the police.", ""),
        ("Inflation explains two thirds of it.", ""),
        ("Sales tax adds Maine $4 million.", ""),
        ("State Department notes show 40 cases.", ""),
        ("On Monday Anna Holm said that it was late.", "Anna Holm"),
        ("Yesterday Holm said that it was late.", "Holm"),
        ("Inflation explains it, said finance director Paul Oyelaran.", "Paul Oyelaran"),
        ("“It is late,” said Anna Holm, who told the council so.", "Anna Holm"),
        ("“It is late,” warned Karl Benz.", "Karl Benz"),
        ("The firm said Anna Holm had left.", "The firm"),
        ("According to Anna Holm, the mayor said so.", "Anna Holm"),
        ("Residents claimed that it was late.", "Residents"),
        ("Inflation, says Anna Holm, explains it.", "Anna Holm"),
    ],
)
def test_who_speaks_is_credited_not_who_is_told_and_not_a_thing(text: str, who: str) -> None:
    assert voices(text) == [who]


def test_a_name_at_the_start_is_a_speaker_where_it_is_known() -> None:
    assert voices("The prize went to Halloway. Halloway explained it.")[1] == "Halloway"


def rows(text: str) -> dict[str, int]:
    return {
        name: len(places) for name, places in named(article_from_markdown(as_markdown(text, {0: "paragraph"}, "t")))
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On Monday Anna Holm resigned. Anna Holm had joined in May. When Anna Holm left, it rained.",
            {"Anna Holm": 3},
        ),
        ("Last Friday Lena Holt won. Tuesday Mayor Lena Holt spoke. On 10 July Lena Holt sang.", {"Lena Holt": 3}),
        ("Photographs of Mrs Toll are here. Margaret Toll, 62, took none.", {"Margaret Toll": 2}),
        ("Leonard Shaw of Mill Road Primary was there.", {"Leonard Shaw": 1, "Mill Road Primary": 1}),
        ("Councillor Deirdre Amoah spoke. Mrs Amoah left. Then Amoah slept.", {"Deirdre Amoah": 3}),
        ("Mrs Arkwright left. Judith Arkwright, 80, and Hannah Arkwright stayed.", {"Hannah Arkwright": 1}),
        ("NATO met. The NATO chief spoke. It was NATO Secretary General Mark Rutte.", {"NATO": 3, "Mark Rutte": 1}),
        ("The University of Calder and the Maid of Lennan are old.", {"University of Calder": 1, "Maid of Lennan": 1}),
        ("Kenya’s Peter Rono won at St Anne’s Hospital.", {"Peter Rono": 1, "St Anne’s Hospital": 1}),
        ("The prize of Zoë Åkerlund went to Étienne Ødegaard.", {"Zoë Åkerlund": 1, "Étienne Ødegaard": 1}),
        ("Since March it rains. By January it snowed in the U.S. and here.", {}),
    ],
)
def test_a_name_has_one_row_with_all_its_places(text: str, expected: dict[str, int]) -> None:
    assert expected.items() <= rows(text).items()
    if len(expected) == 1 and "Mrs Arkwright" not in text:
        assert rows(text) == expected
