"""Rates are loaded when they are needed, and not with the course."""

from __future__ import annotations

import subprocess
import sys

import pytest

from readtwice import figures


def loads_rates(code: str) -> bool:
    command = [sys.executable, "-c", f"{code}\nimport sys\nprint('currency_converter' in sys.modules)"]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return run.stdout.splitlines()[-1] == "True"


@pytest.mark.parametrize(
    "code",
    [
        "import readtwice",
        "from readtwice import course",
        "import readtwice.figures",
        "from readtwice.pack import load_pack\nfrom readtwice.figures import render\n"
        "render('{convert:R61/R21.usd|money}', load_pack('hegseth-nato-2025').figures)",
    ],
)
def test_rates_wait_until_a_day_is_asked_that_no_figure_has(code: str) -> None:
    assert not loads_rates(code)


@pytest.mark.long
def test_another_day_loads_them() -> None:
    assert loads_rates("from readtwice.figures import *\nrate('USD', 'EUR', '2024-07-01', Figures())")


def test_every_name_that_comes_later_is_there() -> None:
    assert all(getattr(figures, name) is not None for name in figures.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        figures.nothing  # noqa: B018


def test_a_lesson_does_not_load_what_computes() -> None:
    code = "from readtwice import course\nimport sys\nprint('readtwice.figures.arithmetic' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "False"
