"""Figures in a pack: evidence like any source, computed values in its texts, and the same after compiling."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from readtwice.activities import read_pack as read_folder
from readtwice.authoring import check_folder
from readtwice.figures import Figures
from readtwice.figures.templates import parse
from readtwice.marking import mark
from readtwice.pack import PackError
from readtwice.pack.checks.check import not_gradable
from readtwice.pack.compiled import compiled, from_json
from readtwice.pack.folder.yaml_with_lines import Lined, read_yaml
from tests.specimens import GOOD, SHIPPED, copy_of, good_pack


def rewrite(folder: Path, find: str, replace: str) -> None:
    path = folder / "items" / "01.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(find) == 1
    path.write_text(text.replace(find, replace), encoding="utf-8")


def test_computed_values_are_filled_in_when_the_folder_is_read() -> None:
    feedback = good_pack().item("cost-b03").options["undetermined"].feedback
    assert feedback == "The report settles it, at XTS 45.00 a head."


def test_a_figure_is_evidence_and_its_line_is_shown(tmp_path: Path) -> None:
    folder = copy_of(GOOD, tmp_path)
    rewrite(folder, "[town-report]", "[town-report, bridge-cost]")
    checked = check_folder(folder, write=True)
    assert checked.problems == ()
    assert checked.pack is not None
    item = checked.pack.item("cost-b03")
    assert [*not_gradable(item, checked.pack)] == []
    report, figure = mark(item, "holds up", checked.pack).sources
    assert report == "Town of Lindow, 2026-06-30: Report of the works, 2026"
    assert figure.startswith(
        "Lindow, cost of the bridge, May 2025 to Jun 2026: about XTS 90,000. Source: Town of Lindow"
    )


@pytest.mark.parametrize("cell", [("primary,yes", "primary,no"), ("primary,yes", "other,yes")])
def test_a_figure_is_held_to_the_rule_of_evidence(cell: tuple[str, str], tmp_path: Path) -> None:
    folder = copy_of(GOOD, tmp_path)
    rewrite(folder, "[town-report]", "[bridge-cost]")
    path = folder / "figures.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(*cell), encoding="utf-8")
    (problem,) = check_folder(folder, write=True).problems
    assert (problem.item, problem.message) == (
        "cost-b03",
        "it is scored, but `bridge-cost` was not read or is below tier trade",
    )


@pytest.mark.parametrize("file", ["figures.csv", "tables.csv"])
def test_the_files_may_be_left_out_where_no_text_needs_them(file: str, tmp_path: Path) -> None:
    folder = copy_of(GOOD, tmp_path)
    rewrite(folder, ", at {per_head:bridge-cost/people.lindow.2026|money} a head", "")
    (folder / file).unlink()
    (folder / "comparisons.yaml").unlink()  # it needs figures
    pack, problems = read_folder(folder)
    assert problems == []
    assert pack is not None
    assert len(pack.figures) == (1 if file == "figures.csv" else 2)


def test_figures_come_back_from_the_compiled_form_digit_by_digit() -> None:
    pack = from_json(compiled(good_pack()), "pack.json")
    assert pack.figures == good_pack().figures
    assert [str(one.value) for one in pack.figures] == ["90000", "90000", "2000"]
    assert all(isinstance(one.value, Decimal) for one in pack.figures)


def test_a_pack_compiled_before_there_were_figures_has_none() -> None:
    document = json.loads(compiled(good_pack()))
    del document["figures"]
    assert from_json(json.dumps(document), "pack.json").figures == Figures()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("rows", 0, "value"), "many"),
        (("rows", 0, "value"), 5),
        (("rows", 0, "unit"), "$"),
        (("rows", 0, "period"), "now"),
        (("rows", 0, "colour"), "red"),
        (("tables", 0, "unit"), "$"),
        (("tables", 0, "cells"), []),
        (("tables", 0, "cells"), {"A": {"2024": "x"}}),
        (("rows",), 7),
    ],
)
def test_damaged_figures_are_told_when_the_pack_is_loaded(path: tuple[str | int, ...], value: object) -> None:
    document = json.loads(compiled(good_pack()))
    part = document["figures"]
    for name in path[:-1]:
        part = part[name]
    part[path[-1]] = value
    with pytest.raises(PackError, match="is damaged"):
        from_json(json.dumps(document), "pack.json")


def texts(node: Lined) -> list[str]:
    if isinstance(node.value, str):
        return [node.value]
    children = node.value.values() if isinstance(node.value, dict) else node.value
    return [text for child in children for text in texts(child)]


@pytest.mark.long
@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_no_template_is_left_unfilled_in_what_learners_load(folder: Path) -> None:
    pack, problems = read_folder(folder)
    assert problems == []
    assert pack is not None
    written = [
        text for file in sorted((folder / "items").glob("*.yaml")) for text in texts(read_yaml(file.read_text("utf-8")))
    ]
    templates = [piece for text in written if "{" in text for piece in parse(text) if not isinstance(piece, str)]
    loaded = json.dumps(json.loads(compiled(pack))["items"], ensure_ascii=False)
    assert [template for template in templates if str(template) in loaded] == []
