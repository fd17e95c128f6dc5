"""Node and what it needs here: where it is, or what is missing."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
OLDEST = 20


@cache
def missing() -> str:
    """A sentence on what is missing; empty where scripts can be checked."""
    node = shutil.which("node")
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout if node else ""
    found = re.match(r"v(\d+)", version)
    if not found or int(found[1]) < OLDEST:
        return f"no Node {OLDEST} or newer: install it to check the scripts"
    if not (HERE / "node_modules" / "happy-dom").is_dir():
        return "the tools of the scripts are not installed: npm ci --prefix tests/scripts"
    return ""


def tool(name: str) -> str:
    """The command of a package of ours."""
    found = shutil.which(name, path=str(HERE / "node_modules" / ".bin"))
    assert found, f"no {name} in tests/scripts/node_modules"
    return found
