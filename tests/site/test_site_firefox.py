"""The site in Firefox: Debian's, driven by puppeteer-core, which npm brings and which fetches no browser itself."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.lab import COURSE
from tests.site.browser import Site

PUPPETEER = "puppeteer-core@24.43.1"
HOME = COURSE / "build" / "puppeteer"
FIREFOX = next((path for name in ("firefox-esr", "firefox") if (path := shutil.which(name))), None)


@pytest.mark.slow
@pytest.mark.skipif(FIREFOX is None, reason="no Firefox found: apt-get install firefox-esr")
@pytest.mark.parametrize(
    "notebook", ["notebooks/01_contradictions.ipynb", "notebooks/05_what_the_picture_proves.ipynb"]
)
def test_a_lesson_runs_in_firefox(site: Site, notebook: str) -> None:
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        pytest.skip("no Node.js found")
    HOME.mkdir(parents=True, exist_ok=True)
    if not (HOME / "node_modules" / "puppeteer-core").is_dir():
        install = [npm, "install", "--silent", "--no-save", "--prefix", str(HOME), PUPPETEER]
        if subprocess.run(install, check=False, capture_output=True).returncode:
            pytest.skip(f"{PUPPETEER} cannot be installed")
    shutil.copy(Path(__file__).parent / "firefox.mjs", HOME)
    command = [node, "firefox.mjs", str(FIREFOX), site.url, notebook]
    done = subprocess.run(command, cwd=HOME, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["failed"] == []
    assert found["widgets"] == found["asked"] > 5
    assert found["strangers"] == []
