"""Which modules some code loads, and which are heavy."""

from __future__ import annotations

import json
import os
import subprocess
import sys

TABLE_ENGINES = {"narwhals", "polars", "duckdb"}


FOR_AUTHORS = {"yaml", "altair", "jinja2", "textstat", "nupunkt"} | TABLE_ENGINES


HEAVY = {"ipywidgets", "anywidget"} | FOR_AUTHORS


def loaded_by(code: str) -> set[str]:
    """All modules in a fresh process after some code."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", f"{code}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"]
    run = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    return set(json.loads(run.stdout.splitlines()[-1]))


def packages(modules: set[str]) -> set[str]:
    return {module.partition(".")[0] for module in modules}
