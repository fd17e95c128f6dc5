"""What Binder's own builder makes of binder/: its build steps, printed without building anything."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long  # it starts the builder

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """The build steps and the builder's log. Only a missing builder skips, and never in CI."""
    if importlib.util.find_spec("repo2docker") is None and os.environ.get("CI") != "true":
        pytest.skip("jupyter-repo2docker is not installed")
    render = [sys.executable, "-m", "repo2docker", "--no-build", "--debug", "--user-id=1000", "--user-name=jovyan"]
    folder = tmp_path_factory.mktemp("render")
    done = subprocess.run([*render, str(ROOT)], cwd=folder, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr[-4000:]
    return done.stdout, done.stderr


def test_builder_takes_the_python_that_we_name(rendered: tuple[str, str]) -> None:
    wanted = (ROOT / "binder" / "runtime.txt").read_text("utf-8").strip().replace("-", "=")
    assert wanted.startswith("python=3.")
    assert f"for {wanted}\n" in rendered[1] + "\n"


def test_packages_are_installed_before_the_sources_are_copied(rendered: tuple[str, str]) -> None:
    """Then a changed lesson does not make Binder install everything again, which takes minutes."""
    lines = rendered[0].splitlines()
    install = lines.index('RUN ${KERNEL_PYTHON_PREFIX}/bin/pip install --no-cache-dir -r "binder/requirements.txt"')
    copy = lines.index("COPY --chown=1000:1000 src/ ${REPO_DIR}/")
    build = lines.index("RUN ./binder/postBuild")
    assert install < copy < build


def test_nothing_else_is_installed(rendered: tuple[str, str]) -> None:
    """The builder knows further files by their names; one of them would add steps of its own."""
    assert rendered[0].count("pip install") == 1


def test_start_runs_at_each_launch(rendered: tuple[str, str]) -> None:
    assert 'ENV R2D_ENTRYPOINT="${REPO_DIR}/binder/start"' in rendered[0]
