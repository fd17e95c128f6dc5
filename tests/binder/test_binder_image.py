"""The course as Binder builds and starts it, for an ordinary user, from binder/ and nothing else."""

from __future__ import annotations

import json
import urllib.request

import pytest

from tests.binder.image import ROOT, BinderLab, Image

pytestmark = pytest.mark.slow

EXTENSIONS = ["@jupyter-widgets/jupyterlab-manager", "anywidget", "readtwice"]


def test_the_course_is_installed_and_not_read_from_the_sources(binder_image: Image) -> None:
    where = binder_image.run("python", "-c", "from readtwice import course; print(course.__file__)")
    assert str(binder_image.environment) in where


def test_every_file_of_the_package_is_installed(binder_image: Image) -> None:
    """A pack, a widget's script or a word list that stays behind would break a lesson on Binder only."""
    source = binder_image.home / "src" / "readtwice"
    where = binder_image.run("python", "-c", "import readtwice; print(readtwice.__path__[0])").strip()
    [installed] = binder_image.environment.glob("lib/python*/site-packages/readtwice")
    assert str(installed) == where
    files = {path.relative_to(source) for path in source.rglob("*") if path.is_file()}
    assert sorted(path for path in files if not (installed / path).is_file()) == []


def test_packages_agree_with_each_other(binder_image: Image) -> None:
    binder_image.run("pip", "check")


def test_readability_needs_no_download(binder_image: Image) -> None:
    """The dictionary that textstat would fetch at its first use is never asked for."""
    refuse = "import socket; socket.socket.connect = socket.getaddrinfo = None; "
    measure = (
        "from readtwice.reading.readability import readability; print(readability('Governments agree.').syllables)"
    )
    assert binder_image.run("python", "-c", refuse + measure).strip() == "5"  # gov-ern-ments, a-gree


def test_kernels_find_compiled_modules(binder_image: Image) -> None:
    """Without them the first import of each session compiles everything while the student waits."""
    [installed] = binder_image.environment.glob("lib/python*/site-packages/readtwice")
    modules = list(installed.rglob("*.py"))
    assert modules
    assert [m.name for m in modules if not list((m.parent / "__pycache__").glob(f"{m.stem}.*.pyc"))] == []


def test_start_sets_the_environment_and_hands_over(binder_image: Image) -> None:
    printed = binder_image.run(
        "./binder/start", "sh", "-c", 'echo "$JUPYTER_WIDGETS_ECHO $OMP_NUM_THREADS" "$0"', "a b"
    )
    assert printed == "0 1 a b\n"


def test_the_server_answers(binder_lab: BinderLab) -> None:
    with urllib.request.urlopen(f"{binder_lab.url}/api/status") as answer:
        assert "kernels" in json.load(answer)


def test_a_notebook_of_the_course_can_be_opened(binder_lab: BinderLab) -> None:
    with urllib.request.urlopen(f"{binder_lab.url}/api/contents/notebooks/00_start_here.ipynb") as answer:
        assert json.load(answer)["type"] == "notebook"


def test_widgets_can_be_shown(binder_lab: BinderLab) -> None:
    listed = binder_lab.image.run("jupyter", "labextension", "list")
    lines = [next((line for line in listed.splitlines() if f" {name} v" in line), name) for name in EXTENSIONS]
    assert [line for line in lines if "enabled" not in line or "OK" not in line] == [], listed
    with urllib.request.urlopen(f"{binder_lab.url}/lab") as page:
        text = page.read().decode()
    assert [name for name in EXTENSIONS if f'"name": "{name}"' not in text] == []


def test_no_news_above_a_lesson(binder_lab: BinderLab) -> None:
    name = "@jupyterlab/apputils-extension:notification"
    with urllib.request.urlopen(f"{binder_lab.url}/lab/api/settings/{name}") as answer:
        schema = json.load(answer)["schema"]["properties"]
    assert schema["fetchNews"]["default"] == "false"
    assert schema["checkForUpdates"]["default"] is False


def test_a_kernel_starts_unasked_and_no_key_deletes_a_cell(binder_lab: BinderLab) -> None:
    for name, wanted in (("notebook-extension:tracker", "true"), ("shortcuts-extension:shortcuts", "delete-cell")):
        with urllib.request.urlopen(f"{binder_lab.url}/lab/api/settings/@jupyterlab/{name}") as answer:
            properties = json.load(answer)["schema"]["properties"]
        chosen = properties.get("autoStartDefaultKernel") or properties["shortcuts"]
        assert wanted in json.dumps(chosen["default"])


def test_the_build_leaves_the_learners_folder_clean(binder_image: Image) -> None:
    """Nobody should find build left-overs among the lessons."""
    ours = {path.name for path in ROOT.iterdir()}
    left = {path.name for path in binder_image.home.iterdir() if not path.name.startswith(".")}
    assert left <= ours
    assert not (binder_image.home / "build").exists()
