"""Write the lists of pinned packages; `make lock` calls this.

One list serves every platform and every Python that pyproject.toml allows. Pins stay as they are while they fit;
with `--upgrade` they move to the newest releases.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROJECT = "pyproject.toml"
COURSE = "binder/requirements.txt"
TESTS = "tests/requirements.txt"
SPARK = "tests/requirements-spark.txt"
BROWSER = "binder/requirements-pyodide.txt"
PYODIDE = "binder/pyodide.txt"
LEFT_OUT = "binder/constraints.txt"
HEADER = "# Every package, pinned, for every platform. Made from pyproject.toml by `make lock`: do not edit.\n"
OPTIONS = "--quiet --generate-hashes --no-strip-extras --no-header --no-annotate"
EVERYWHERE = "--universal --python-version 3.11"
IN_BROWSER = "--python-platform wasm32-pyodide2024 --python-version 3.14"
NOT_IN_BROWSER = (
    "click defusedxml jedi joblib nltk parso pexpect psutil ptyprocess regex setuptools tqdm widgetsnbextension"
)
"""What others ask for and the course's own pages never call there, much of it compiled for other machines alone."""

NO_ADDRESSES = "--no-emit-index-url --no-emit-find-links"
PIN_WITH_EXTRA = re.compile(r"^(?P<name>[\w.-]+)\[[^]]+\](?P<rest>==.*\n(?:    --hash=.*\n)+)", re.MULTILINE)


def compile_lock(output: str, *choice: str, where: str = EVERYWHERE) -> None:
    """Pin what the chosen files and groups ask for, with hashes and without addresses."""
    command = ["uv", "pip", "compile", *where.split(), *OPTIONS.split(), *NO_ADDRESSES.split()]
    subprocess.run([*command, *choice, "--output-file", output], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    path = ROOT / output
    path.write_text(HEADER + pin_names_without_extras_too(path.read_text("utf-8")), "utf-8", newline="\n")


def pin_names_without_extras_too(lock: str) -> str:
    """Give `name[extra]==1` a neighbour `name==1`: with hashes, pip before 24 wants both, later ones do not mind."""
    return PIN_WITH_EXTRA.sub(r"\g<name>\g<rest>\g<0>", lock)


def compile_browser_lock(*upgrade: str) -> None:
    """Pin what runs in the browser, in the course's versions wherever it has one that can."""
    left_out = [f"--no-emit-package={name}" for name in NOT_IN_BROWSER.split()]
    course = re.sub(r"^jsonschema[=\[].*\n(?:    --hash.*\n)+", "", (ROOT / COURSE).read_text("utf-8"), flags=re.M)
    with tempfile.TemporaryDirectory() as folder:
        pins = Path(folder) / "pins.txt"
        pins.write_text(course, "utf-8")
        choice = ["--group", "pyodide", "--constraints", str(pins), *left_out, *upgrade]
        compile_lock(BROWSER, *choice, where=IN_BROWSER)


def pin_pyodide() -> None:
    """Pin the Pyodide that the locked JupyterLite kernel is made for, as npm hands it out."""
    kernel = re.search(r"^jupyterlite-pyodide-kernel==\S+", (ROOT / TESTS).read_text("utf-8"), re.M)
    with tempfile.TemporaryDirectory() as folder:
        install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", folder, kernel[0]]
        subprocess.run(install, check=True)
        told = (Path(folder) / "jupyterlite_pyodide_kernel/constants.py").read_text("utf-8")
        version = re.search(r'^PYODIDE_VERSION = "(.+)"', told, re.M)[1]
        subprocess.run(
            ["npm", "pack", "--silent", f"pyodide@{version}"], cwd=folder, check=True, stdout=subprocess.DEVNULL
        )
        digest = hashlib.sha256((Path(folder) / f"pyodide-{version}.tgz").read_bytes()).hexdigest()
    text = f"{HEADER}pyodide=={version} \\\n    --hash=sha256:{digest}\n".replace("for every platform", "from npm")
    (ROOT / PYODIDE).write_text(text, "utf-8", newline="\n")


def main() -> None:
    """Pin the course first, then the tests on top of the same pins, then Spark and what runs in the browser."""
    upgrade = ["--upgrade"] if "--upgrade" in sys.argv[1:] else []
    compile_lock(COURSE, PROJECT, "--group", "build", "--constraints", LEFT_OUT, *upgrade)
    extra = ["--extra", "tables", "--extra", "spreadsheets"]
    groups = [word for name in ("build", "site", "test") for word in ("--group", name)]
    compile_lock(TESTS, PROJECT, *groups, *extra, "--constraints", COURSE, *upgrade)
    compile_lock(SPARK, "--group", "spark", "--constraints", TESTS, *upgrade)
    compile_browser_lock(*upgrade)
    pin_pyodide()


if __name__ == "__main__":
    main()
