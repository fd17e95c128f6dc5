"""What holds for every chart, whichever builder made it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import altair
import jsonschema
import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from readtwice.charts import MIME_TYPE
from readtwice.charts.theme import CONFIG, EMBED, FONT_SIZE
from tests.charts.specimens import IMPORTS, SPECIMENS, make

ALL = pytest.mark.parametrize("name", SPECIMENS)


@pytest.fixture(scope="module")
def schema() -> Any:
    return jsonschema.Draft7Validator(altair.load_schema())


@pytest.mark.long
@ALL
def test_the_specification_is_what_vega_lite_expects(name: str, schema: Any) -> None:
    error = jsonschema.exceptions.best_match(schema.iter_errors(make(name).specification))
    assert error is None, error.message


@ALL
def test_the_specification_asks_for_the_version_that_jupyterlab_has(name: str) -> None:
    assert make(name).specification["$schema"] == "https://vega.github.io/schema/vega-lite/v5.json"


@ALL
def test_look_and_description_are_in_the_specification(name: str) -> None:
    chart = make(name)
    assert chart.specification["config"] == CONFIG
    assert chart.specification["usermeta"] == {"embedOptions": EMBED}
    assert chart.specification["description"] == chart.description == repr(chart)


def everything_in(node: Any, key: str = "") -> Any:
    """Each value below a node with the key that it stands under."""
    yield key, node
    if isinstance(node, dict):
        for name, below in node.items():
            yield from everything_in(below, name)
    elif isinstance(node, list):
        for below in node:
            yield from everything_in(below, key)


@ALL
def test_no_text_is_small_and_nothing_is_left_to_a_legend_or_the_mouse(name: str) -> None:
    specification = make(name).specification
    look = {part: value for part, value in specification["config"].items() if part != "legend"}
    for key, value in everything_in({**specification, "config": look}):
        if key.lower().endswith("fontsize"):
            assert value >= 13
        assert key not in ("tooltip", "params", "selection")
        assert key != "legend" or value is None
    assert FONT_SIZE >= 13


@pytest.mark.long
@ALL
def test_the_same_chart_gives_the_same_outputs_and_they_may_be_stored(name: str) -> None:
    picture, table = make(name).bundles()
    assert json.dumps([picture, table]) == json.dumps(make(name).bundles())
    assert list(picture) == [MIME_TYPE, "text/plain"]
    assert list(table) == ["text/html", "text/plain"]
    outputs = [new_output("display_data", data=bundle) for bundle in (picture, table)]
    nbformat.validate(new_notebook(cells=[new_code_cell("", outputs=outputs, execution_count=1)]))


def in_a_process(code: str, seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout


@pytest.mark.long
def test_two_processes_write_the_same_bytes() -> None:
    shown = "\n".join(f"print(json.dumps({code}.bundles()))" for code in SPECIMENS.values())
    code = f"import json\n{IMPORTS}\n{shown}"
    first = in_a_process(code, "1")
    assert first.count("\n") == len(SPECIMENS)
    assert first == in_a_process(code, "2")


@pytest.mark.long
def test_a_chart_loads_nothing_heavier_than_altair() -> None:
    code = f"from readtwice.charts import *\n{SPECIMENS['bars all zero']}\nimport sys\nprint(*sys.modules)"
    loaded = {module.partition(".")[0] for module in in_a_process(code, "0").split()}
    assert not loaded & {"yaml", "pandas", "numpy", "vl_convert"}
