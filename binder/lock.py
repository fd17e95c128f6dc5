"""Write the lists of pinned packages; `make lock` calls this.

One list serves every platform and every Python that pyproject.toml allows. Pins stay as they are while they fit;
with `--upgrade` they move to the newest releases.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROJECT = "pyproject.toml"
COURSE = "binder/requirements.txt"
TESTS = "tests/requirements.txt"
SPARK = "tests/requirements-spark.txt"
LEFT_OUT = "binder/constraints.txt"
HEADER = "# Every package, pinned, for every platform. Made from pyproject.toml by `make lock`: do not edit.\n"
OPTIONS = "--quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-header --no-annotate"
NO_ADDRESSES = "--no-emit-index-url --no-emit-find-links"
PIN_WITH_EXTRA = re.compile(r"^(?P<name>[\w.-]+)\[[^]]+\](?P<rest>==.*\n(?:    --hash=.*\n)+)", re.MULTILINE)


def compile_lock(output: str, *choice: str) -> None:
    """Pin what the chosen files and groups ask for, with hashes and without addresses."""
    command = ["uv", "pip", "compile", *OPTIONS.split(), *NO_ADDRESSES.split()]
    subprocess.run([*command, *choice, "--output-file", output], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    path = ROOT / output
    path.write_text(HEADER + pin_names_without_extras_too(path.read_text("utf-8")), "utf-8", newline="\n")


def pin_names_without_extras_too(lock: str) -> str:
    """Give `name[extra]==1` a neighbour `name==1`: with hashes, pip before 24 wants both, later ones do not mind."""
    return PIN_WITH_EXTRA.sub(r"\g<name>\g<rest>\g<0>", lock)


def main() -> None:
    """Pin the course first, then the tests on top of the same pins, then Spark by itself."""
    upgrade = ["--upgrade"] if "--upgrade" in sys.argv[1:] else []
    compile_lock(COURSE, PROJECT, "--group", "build", "--constraints", LEFT_OUT, *upgrade)
    extra = ["--extra", "tables", "--extra", "spreadsheets"]
    compile_lock(TESTS, PROJECT, "--group", "build", "--group", "test", *extra, "--constraints", COURSE, *upgrade)
    compile_lock(SPARK, "--group", "spark", "--constraints", TESTS, *upgrade)


if __name__ == "__main__":
    main()
