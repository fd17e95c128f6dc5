"""Pages and package travel apart: an old package says one sentence, a new one runs the pages of before."""

from __future__ import annotations

import inspect
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from packaging.version import Version

import readtwice
from readtwice import classroom, course
from readtwice.authoring.notebook_files import canonical, read_notebook
from readtwice.authoring.page_version import CHECK, NEEDED, check
from readtwice.course import in_captions, in_charts, in_code, in_data, in_sources
from readtwice.words import say
from tests.notebooks import COURSE, EXECUTED, EXERCISES, name

VERBS = Path(__file__).with_name("verbs.txt")
"""What pages can call, as it was when NEEDED was last set. `python -m tests.notebooks.test_versions` writes it."""

WITH_CODE = [path for path in (*EXECUTED, *EXERCISES) if '"cell_type": "code"' in path.read_text(encoding="utf-8")]
KINDS = (
    "notebooks/02_who_said_it_and_when.ipynb",
    "notebooks/one_shot.ipynb",
    "notebooks/teacher/class_report.ipynb",
    "exercises/03_do_the_numbers_fit/practice.ipynb",
    "exercises/06_leave_the_page/programmers.ipynb",
    "solutions/02_who_said_it_and_when/programmers.ipynb",
)
OFFERED = {room: "readtwice." for room in (course, classroom, in_sources)}
"""These hand on what stands in other rooms."""

OLD = """
def start(pack=""):
    return "started"

def recall(lesson):
    return lesson
"""


def signatures() -> Iterator[str]:
    """Each verb that a page can call, with its parameters and their defaults; without types, which no call breaks."""
    for room in (course, classroom, in_captions, in_code, in_charts, in_data, in_sources):
        for verb in dir(room):  # what an activity offers is loaded when it is first named
            value = getattr(room, verb)
            ours = getattr(value, "__module__", "").startswith(OFFERED.get(room, room.__name__))
            if ours and inspect.isfunction(value) and not verb.startswith("_"):
                yield f"{room.__name__}.{verb}{_parameters(value)}"
    for verb, value in sorted(vars(course.Question).items()):
        if inspect.isfunction(value) and not verb.startswith("_"):
            yield f"Question.{verb}{_parameters(value)}"


def _parameters(verb: Callable[..., object]) -> inspect.Signature:
    """Without types; a default that has no text of its own is shown as one."""
    plain = [one.replace(annotation=one.empty) for one in inspect.signature(verb).parameters.values()]
    return inspect.Signature([one.replace(default=...) if type(one.default) is object else one for one in plain])


def stored() -> str:
    needed = ".".join(map(str, NEEDED))
    return "\n".join([f"What pages can call that need version {needed}.", *signatures(), ""])


def test_a_verb_that_changes_raises_the_version_that_pages_need() -> None:
    assert VERBS.read_text("utf-8") == stored(), (
        "A verb changed. If pages call it in a new way: raise the version (pyproject.toml, readtwice/__init__.py, "
        "binder/labextension/package.json) and NEEDED, then `make notebooks`. Keep the old way to call it working. "
        "Then: python -m tests.notebooks.test_versions"
    )


def test_the_package_runs_its_own_pages() -> None:
    assert Version(readtwice.__version__) >= Version(".".join(map(str, NEEDED)))


@pytest.mark.parametrize("path", WITH_CODE, ids=name)
def test_every_page_compares_before_it_does_anything_else(path: Path) -> None:
    sources = [cell.source for cell in read_notebook(path).cells if cell.cell_type == "code"]
    first = next(source for source in sources if "readtwice" in source)
    assert first is sources[0]
    assert first.startswith(check(CHECK.sub("", first)))
    teacher = "notebooks/teacher/" in name(path)
    assert ("Update the package." in first, "tell your teacher" in first) == (teacher, not teacher)


def test_there_is_such_a_page_of_every_kind() -> None:
    assert {name(path) for path in WITH_CODE} >= {*KINDS}


def run(notebook: nbformat.NotebookNode, monkeypatch: pytest.MonkeyPatch, package: Path, folder: Path) -> str:
    """Run all cells with the package in a folder. Returns how a cell failed, or nothing."""
    monkeypatch.setenv("PYTHONPATH", str(package))
    client = NotebookClient(notebook, timeout=60, kernel_name="python3", resources={"metadata": {"path": str(folder)}})
    try:
        client.execute()
    except CellExecutionError as error:
        return str(error)
    return ""


@pytest.mark.long
@pytest.mark.parametrize("version", ["0.1.0", "0.0.99"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_package_that_is_too_old_says_one_sentence_and_nothing_runs(
    kind: str, version: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "readtwice"
    package.mkdir()
    (package / "__init__.py").write_text(f'__version__ = "{version}"\n')
    for room in ("course", "classroom"):
        (package / f"{room}.py").write_text(OLD)
    page = read_notebook(COURSE / kind)
    for cell in page.cells:
        cell.update({"outputs": [], "execution_count": None} if cell.cell_type == "code" else {})
    assert run(page, monkeypatch, tmp_path, tmp_path)
    first, *others = (cell for cell in page.cells if cell.cell_type == "code")
    words = "page.needs_teacher" if "teacher" in kind else "page.needs"
    (output,) = first.outputs
    assert (output.output_type, output.name) == ("stream", "stderr")
    assert output.text == f"UsageError: {say(words, needed='.'.join(map(str, NEEDED)), installed=version)}\n"
    assert [cell for cell in others if cell.outputs or cell.execution_count] == []


@pytest.mark.long
@pytest.mark.parametrize("newer", ["0.2.0", "0.10.3", "1.0.0"])
def test_a_newer_package_runs_the_pages_of_before(newer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that compare, and those from before any page did. Compared as numbers: 0.10 comes after 0.2."""
    shutil.copytree(
        Path(readtwice.__file__).parent, tmp_path / "readtwice", ignore=shutil.ignore_patterns("__pycache__")
    )
    init = tmp_path / "readtwice/__init__.py"
    init.write_text(init.read_text("utf-8").replace(readtwice.__version__, newer), "utf-8")
    monkeypatch.setenv("READTWICE_RECORD_DIR", str(tmp_path / "records"))
    lines = ["from readtwice import course\n\ncourse.start()", 'course.recall("02")', "course.end()"]
    plain = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(line) for line in lines])
    for page in (plain, canonical(plain)):
        assert run(page, monkeypatch, tmp_path, tmp_path) == ""
        assert all("text/html" in cell.outputs[0].data for cell in page.cells)


if __name__ == "__main__":
    VERBS.write_text(stored(), "utf-8")
    sys.exit(0)
