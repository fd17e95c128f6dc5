"""An item says what only its author can know; a draft is none yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from readtwice.authoring import check_folder
from readtwice.pack import Pack, load_pack_file
from readtwice.pack.item import VERDICTS

ARTICLE = """---
title: The Pond
slug: pond
language: en
notice: Invented for a test.
favours: the club, the town
---

# The Pond

The pond had 1,200 visits in June and 300 visits in May. It was open every day. It was closed on Mondays. About 400 \
people live beside it.
"""
FIGURES = """id,series,entity,value,bound,unit,period,vintage,counter,publisher,tier,read,address,date,note
june,visits,the pond,1200,exact,visits,,as printed,the article,the article,article,yes,b02,2026,
may,visits,the pond,300,exact,visits,,as printed,the article,the article,article,yes,b02,2026,
people,people,the pond,400,exact,persons,,as printed,the article,the article,article,yes,b02,2026,
"""
PAIR = """
- id: open-or-not
  kind: pair
  topic: when the pond is open
  sides:
    - - b02: It was open every day.
    - - b02: It was closed on Mondays.
  key: clash
  relation: date
  explanation: Every day and never on Mondays cannot both be.
  favours: the club
"""
NUMBER = """
- id: pond-sum
  kind: number
  topic: visits in all
  targets: [{b02: "1,200 visits in June and 300 visits in May"}]
  computation: {ask: "How many?", value: "%s"}
  key: supported
  explanation: It adds up.
"""


def made(folder: Path, *items: str) -> Path:
    pack = folder / "pond"
    (pack / "items" / "01").mkdir(parents=True)
    (pack / "article.md").write_text(ARTICLE, encoding="utf-8")
    (pack / "figures.csv").write_text(FIGURES, encoding="utf-8")
    (pack / "items" / "01" / "extra.yaml").write_text("".join(items), encoding="utf-8")
    return pack


def compiled(folder: Path) -> Pack:
    checked = check_folder(folder, write=True)
    assert list(map(str, checked.problems)) == []
    return load_pack_file(folder / "pack.json")


def test_nine_fields_make_a_pair_with_something_to_say_to_every_answer(tmp_path: Path) -> None:
    (item,) = compiled(made(tmp_path, PAIR)).items
    assert (item.lesson, item.use, item.judged_by, item.revision) == ("01", "extra", "text", 1)
    assert item.favours == "the club"
    assert len(item.hints) == 3
    assert [bool(item.options[one].feedback) for one in VERDICTS["pair"]] == [True] * 3
    assert item.options["no_clash"].misconception


@pytest.mark.parametrize(
    ("template", "shown"),
    [("{sum:june/may|number0}", "1,500"), ("{difference:june/may|number0}", "900"), ("{ratio:june/may|number0}", "4")],
)
def test_numbers_of_the_text_are_added_taken_away_and_divided(template: str, shown: str, tmp_path: Path) -> None:
    (item,) = compiled(made(tmp_path, NUMBER % template)).items
    assert item.computation is not None
    assert item.computation.shown == shown
    assert item.computation.low < item.computation.value < item.computation.high
    assert item.computation.estimate_low <= item.computation.value <= item.computation.estimate_high


def test_visits_are_no_persons(tmp_path: Path) -> None:
    (told,) = check_folder(made(tmp_path, NUMBER % "{sum:june/people|number0}")).problems
    assert "they do not measure the same" in told.message or "Visits cannot be added" in told.message


def test_an_error_favours_nobody_but_those_whom_the_pack_names(tmp_path: Path) -> None:
    (told,) = check_folder(made(tmp_path, PAIR.replace("the club", "Ukraine"))).problems
    assert "Use one of: nobody, the club, the town" in told.remedy or "nobody, the club, the town" in told.remedy


def test_a_draft_is_told_with_its_lines_and_shown_to_nobody(tmp_path: Path) -> None:
    draft = PAIR.replace("open-or-not", "draft-1").replace("topic: when", "draft: yes\n  topic: TODO when")
    folder = made(tmp_path, PAIR, draft)
    checked = check_folder(folder, write=True)
    assert not checked.problems
    assert [(one.file, one.item) for one in checked.drafts] == [("items/01/extra.yaml", "draft-1")]
    assert checked.drafts[0].line == 16
    assert "draft" not in (folder / "pack.json").read_text(encoding="utf-8")


def test_a_draft_that_is_whole_says_so(tmp_path: Path) -> None:
    checked = check_folder(made(tmp_path, PAIR, PAIR.replace("open-or-not", "other\n  draft: yes")))
    assert [one.remedy for one in checked.drafts] == ["Read it once more, then take the line `draft: yes` out"]


def test_a_wrong_key_without_options_is_one_problem(tmp_path: Path) -> None:
    checked = check_folder(made(tmp_path, PAIR.replace("key: clash", "key: maybe")))
    assert [(one.item, "maybe" in one.message) for one in checked.problems] == [("open-or-not", True)]
