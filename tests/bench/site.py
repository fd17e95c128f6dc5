"""What a learner waits for, on the site and on a server, and how much the first lesson brings along."""

from __future__ import annotations

import gzip
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from urllib.parse import unquote, urlsplit

import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Browser, Page, sync_playwright

from readtwice.authoring.site import app, make_site, wheels
from readtwice.authoring.site.build import KERNEL_WHEELS, OF_THE_KERNEL
from readtwice.authoring.site.parts import fetch_pyodide, fetch_wheels
from tests.bench.measured import Limit, Measured
from tests.browser.lab import CHROMIUM_ARGUMENTS, COURSE, find_chromium, running_lab
from tests.site.browser import PATIENCE, served

LESSON = "notebooks/01_contradictions.ipynb"
RUNS = 5
COMPRESSED = {".html", ".js", ".mjs", ".json", ".css", ".svg", ".wasm", ".ipynb", ".md", ".csv", ".webmanifest"}
"""What web hosts compress on the way; archives go as they are."""

_RUN = """() => { const { sessionContext, content } = window.jupyterapp?.shell.currentWidget ?? {};
if (!sessionContext?.isReady || !sessionContext.session?.kernel) return false;
const code = content.widgets.filter(cell => cell.model.type === 'code');
if (code.length && code.every(cell => cell.model.executionCount)) return true;
if (code.every(cell => cell.model.executionState !== 'running'))
  window.jupyterapp.commands.execute('notebook:run-all-cells');
return false; }"""
"""Run until it ran: JupyterLab takes a first press for nothing when its notebook is not quite there.

Bare notebooks only: a lesson runs by itself, and its first card can be answered before its last cell has run.
"""

BUTTON = """import ipywidgets
button = ipywidgets.Button(description="0")
def answer(_): button.description = "answered"
button.on_click(answer)
button"""


def bare_site(target: Path) -> None:
    """JupyterLite with its kernel as published and no course: nothing compiled, nothing that a lesson needs."""
    cache = COURSE / "build" / "site-parts"
    pyodide = fetch_pyodide(COURSE, cache)
    needed = [path for path in fetch_wheels(COURSE, cache) if "readtwice" not in path.name]
    kernel = Path(sys.prefix) / OF_THE_KERNEL
    needed += [path for pattern in KERNEL_WHEELS for path in kernel.glob(pattern)]
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "lite").mkdir()
        wanted = [name for name in wheels.AT_START if name != "readtwice"]
        first = wheels.make(pyodide, needed, work / "pyodide", cache, at_start=wanted, compiled=False)
        app.make(COURSE, target, work / "lite", [one.name for one in first])
        (work / "pyodide").rename(target / "pyodide")
    shutil.copy(COURSE / "src/readtwice/authoring/site/static/start.py", target)
    word = app.for_pyodide(nbformat.writes(new_notebook(cells=[new_code_cell("print('word')")])))
    (target / "files" / LESSON).write_text(word, "utf-8")


def answered_item(page: Page) -> None:
    """The first card that can be answered by one click, answered."""
    button = page.locator("section.rt [data-key$='-think_so']").first
    button.wait_for(timeout=PATIENCE)
    button.click()
    page.locator("section.rt .rt-feedback").first.wait_for(timeout=PATIENCE)


def printed_word(page: Page) -> None:
    page.wait_for_function(_RUN, timeout=PATIENCE)
    page.locator(".jp-OutputArea-output", has_text="word").first.wait_for(timeout=PATIENCE)


def answered_button(page: Page) -> None:
    page.wait_for_function(_RUN, timeout=PATIENCE)
    page.locator(".widget-button").first.click(timeout=PATIENCE)
    page.locator(".widget-button", has_text="answered").first.wait_for(timeout=PATIENCE)


def _until(page: Page, address: str, reached: Callable[[Page], None]) -> float:
    """Seconds from a link to what is reached."""
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    reached(page)
    return time.perf_counter() - start


def site() -> list[Measured | Limit]:
    """The site: a first visit against a bare kernel, a second visit against the first, and what travels."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        ours_at, bare_at = Path(folder) / "ours" / "site", Path(folder) / "bare" / "site"
        for path in (ours_at, bare_at):
            path.parent.mkdir()
        make_site(COURSE, ours_at, COURSE / "build" / "site-parts")
        bare_site(bare_at)
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_ARGUMENTS)
        cold, bare, warm, megabytes = [], [], [], 0.0
        with served(ours_at) as ours, served(bare_at) as other:
            for _ in range(RUNS):
                address = f"/notebooks/index.html?path={LESSON}"
                bare.append(_cold(browser, other.url + address, printed_word))
                context = browser.new_context()
                page, asked = context.new_page(), set[str]()
                context.on("request", lambda request, asked=asked: asked.add(request.url))
                cold.append(_until(page, ours.url + address, answered_item))
                megabytes = sum(_travels(ours_at, ours.url, one) for one in asked) / 1e6
                warm.append(_until(context.new_page(), ours.url + address, answered_item))
                context.close()
        browser.close()
    return [
        Measured("site: first answered item, against a bare kernel's word", median(cold), median(bare), 1.25),
        Measured("site: second visit, against the first", median(warm), median(cold)),
        Limit("site: the first lesson, compressed as by a web host", megabytes, "MB", 25),
    ]


def _cold(browser: Browser, address: str, reached: Callable[[Page], None]) -> float:
    context = browser.new_context()
    seconds = _until(context.new_page(), address, reached)
    context.close()
    return seconds


def _travels(folder: Path, url: str, address: str) -> int:
    """Bytes of a file as a web host sends it; 0 for what no file answers."""
    path = folder / unquote(urlsplit(address).path).lstrip("/")
    if not address.startswith(url) or not path.is_file():
        return 0
    data = path.read_bytes()
    return len(gzip.compress(data, 6)) if path.suffix in COMPRESSED else len(data)


def server() -> list[Measured]:
    """The same lesson on a server, against a notebook with one bare button."""
    with tempfile.TemporaryDirectory() as home, running_lab(Path(home)) as lab, sync_playwright() as playwright:
        bare_notebook = new_notebook(cells=[new_code_cell(BUTTON)])
        bare_notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
        nbformat.write(bare_notebook, lab.folder / "bare.ipynb")
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_ARGUMENTS)
        ours, bare = [], []
        for _ in range(RUNS):
            for times, name, reached in ((bare, "bare.ipynb", answered_button), (ours, LESSON, answered_item)):
                times.append(_cold(browser, f"{lab.url}/notebooks/{name}", reached))
                lab.shut_down_kernels()
                shutil.rmtree(lab.record, ignore_errors=True)
        browser.close()
    return [Measured("server: first answered item, against a bare button", median(ours), median(bare), 1.15)]
