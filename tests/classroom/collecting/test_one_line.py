"""What a learner hands in at the end of an hour: one line with two codes, in a chat, a form's table or a file."""

from __future__ import annotations

import pytest

from readtwice.classroom.collecting.collect import collect_contents
from readtwice.pack import load_pack
from readtwice.record import encode, form_set, known_sets
from readtwice.record.result_code import ANSWERS

PACK = load_pack("one-shot-cards")


def line(learner: int) -> str:
    """The codes before and after, as the page joins them."""
    halves = [("first", "before"), ("second", "after")]
    sets = [form_set(PACK, half, when) for half, when in halves]
    return " ".join(encode(one, f"{learner:010x}", [ANSWERS[1 + learner % 5]] * 4) for one in sets)


@pytest.mark.parametrize("name", ["answers.csv", "", "links"])
def test_one_line_brings_what_came_before_and_after(name: str) -> None:
    lines = [line(2 * learner) for learner in range(5)]
    if name == "links":  # as the site makes them: the codes stand behind the #
        page = "https://school.example/notebooks/index.html?path=notebooks%2Fteacher%2Fclass_report.ipynb#readtwice="
        name, lines = "", [page + one.replace(" ", ".") for one in lines]
    text = "Timestamp,Paste your line here\n" if name else ""
    text += "\n".join(f"2026/11/24,{one}" if name else f"09:0{n} Ada: {one} thanks" for n, one in enumerate(lines))
    found = collect_contents([(name, text.encode())], tuple(known_sets()))
    assert found.rejected == ()
    assert len(found.learners) == 5
    for events in found.learners.values():
        assert sorted(event.occasion for event in events) == ["after"] * 4 + ["before"] * 4
