"""Print each measurement as two medians and their ratio. Ratios carry over to other machines; seconds do not."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import nbformat
from jupyter_client.manager import start_new_kernel
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Page, sync_playwright

from readtwice.words import say
from tests.bench.classroom import (
    class_of_thirty,
    cohorts,
    coverages,
    findings,
    gains,
    reliabilities,
    ten_million,
    turns,
    two_versions,
)
from tests.bench.lessons import minutes
from tests.bench.measured import Limit, Measured
from tests.bench.site import server, site
from tests.bench.texts import hands, own_texts, texts
from tests.bench.wording import all_found
from tests.browser.lab import CHROMIUM_ARGUMENTS, COURSE, find_chromium, running_lab

CLICKS = 40
PAUSE = 150
"""Milliseconds before each click, so that nothing is left over from the one before."""
IMPORTS = 15
RUNS = 3
BARE_BUTTON = """import ipywidgets
button = ipywidgets.Button(description="0")
def answer(_): button.description = str(int(button.description) + 1)
button.on_click(answer)
button"""
CARD = """from readtwice import course
course.stories("02", "exit")"""
CHART = """from readtwice.charts import Bar, bar_chart
rows = [Bar("Norland", 5, "$5"), Bar("Sudland", 3, "$3")]
bar_chart(rows, title="Aid", description="Norland gave more.", label_name="Country", value_name="Dollars")"""


def clicks() -> list[Measured]:
    """From a click to its answer: a card with marking and saving, against a bare button that counts.

    Taken twice: when the answer is in the page, and when it is on the screen, which is what a person waits for. The
    quicker half decides: at random, on either side, the way between server and kernel stalls for 40 ms.
    """
    with tempfile.TemporaryDirectory() as home, running_lab(Path(home)) as lab, sync_playwright() as playwright:
        notebook = new_notebook(cells=[new_code_cell(BARE_BUTTON), new_code_cell(CARD)])
        notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
        nbformat.write(notebook, lab.folder / "bench.ipynb")
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_ARGUMENTS)
        page = browser.new_page()
        lab.open(page, "bench.ipynb")
        lab.run_all(page)
        page.get_by_role("region", name=say("deck.sets.exit")).wait_for()
        ours: list[list[float]] = []
        bare: list[list[float]] = []
        for number in range(CLICKS + 6):
            sides = [(ours, _answered_card), (bare, _answered_button)]
            for times, click in sides if number % 2 else reversed(sides):  # neither side always comes second
                page.wait_for_timeout(PAUSE)
                seconds = click(page)
                if number >= 6:  # the first few warm up both sides
                    times.append(seconds)
        browser.close()

    def quick_half(times: list[list[float]], place: int) -> float:
        ordered = sorted(pair[place] for pair in times)
        return median(ordered[: len(ordered) // 2])

    return [
        Measured("click to feedback in the page, against a bare button", quick_half(ours, 0), quick_half(bare, 0)),
        Measured("click to feedback on the screen, against the same", quick_half(ours, 1), quick_half(bare, 1), 1.5),
    ]


def _answered_button(page: Page) -> list[float]:
    return _until_changed(page, ".widget-button", ".widget-button")


def _answered_card(page: Page) -> list[float]:
    again = page.locator("section.rt [data-key='again']")
    if again.count():
        again.click()
        page.wait_for_timeout(PAUSE)
    return _until_changed(page, "section.rt [data-key$='-think_so']", "section.rt")


def _until_changed(page: Page, button: str, watched: str) -> list[float]:
    """Seconds from a click until the watched part changed, and until that was painted."""
    milliseconds: list[float] = page.evaluate(
        """([button, watched]) => new Promise(done => {
          const start = performance.now();
          const node = document.querySelector(watched);
          const observer = new MutationObserver(() => {
            if (watched === 'section.rt' && !node.querySelector('.rt-feedback')) return;
            observer.disconnect();
            const changed = performance.now() - start;
            // A frame callback runs before the paint, the task after it once the frame is out.
            requestAnimationFrame(() => setTimeout(() => done([changed, performance.now() - start])));
          });
          observer.observe(node, { childList: true, subtree: true, characterData: true });
          document.querySelector(button).click();
        })""",
        [button, watched],
    )
    return [one / 1000 for one in milliseconds]


FIRST_CELL = {
    "bare": "import ipywidgets, anywidget",
    "import course": "from readtwice import course",
    "the first cell, import and start": "from readtwice import course; course.start()",
}


def imports() -> list[Measured]:
    """The first cell against the libraries that any widget needs: processor time, side by side, in fresh processes."""
    used: dict[str, list[float]] = {name: [] for name in FIRST_CELL}
    with tempfile.TemporaryDirectory() as nobody_s:
        environment = {**os.environ, "READTWICE_RECORD_DIR": nobody_s}
        for _ in range(IMPORTS):
            for name, code in FIRST_CELL.items():
                timed = f"{code}\nimport sys, time\nprint(time.process_time(), file=sys.stderr)"
                command = [sys.executable, "-c", timed]
                done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
                used[name].append(float(done.stderr.splitlines()[-1]))
    bare = median(used.pop("bare"))
    against = "against ipywidgets and anywidget"
    return [Measured(f"{name}, {against}", median(ours), bare, 1.15) for name, ours in used.items()]


def first_chart() -> list[Measured]:
    """From starting a kernel to its first chart, imports included, against a kernel that prints a word."""
    ours, bare = [], []
    for _ in range(2 * RUNS + 1):
        ours.append(_until_shown(CHART, "display_data"))
        bare.append(_until_shown("print('word')", "stream"))
    return [Measured("first chart after kernel start, against a word", median(ours), median(bare), seconds=1.5)]


def _until_shown(code: str, kind: str) -> float:
    start = time.perf_counter()
    manager, client = start_new_kernel(stderr=subprocess.DEVNULL)
    try:
        client.execute(code)
        while client.get_iopub_msg(timeout=60)["msg_type"] != kind:
            pass
        return time.perf_counter() - start
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def nbval() -> list[Measured]:
    """Comparing all stored outputs, against as many bare notebooks with as many cells that print."""
    with tempfile.TemporaryDirectory() as name:
        bare_folder = Path(name)
        real = [path for folder in ("notebooks", "solutions") for path in sorted((COURSE / folder).rglob("*.ipynb"))]
        real = [path for path in real if ".ipynb_checkpoints" not in path.parts]
        for number, path in enumerate(real):
            cells = [cell for cell in nbformat.read(path, 4).cells if cell.cell_type == "code"]
            bare = new_notebook(cells=[_printed(place) for place, _ in enumerate(cells, start=1)])
            bare.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
            nbformat.write(bare, bare_folder / f"bare_{number}.ipynb")
        command = [sys.executable, "-m", "pytest", "-q", "-c", os.devnull, "--rootdir", name, "-p", "no:cacheprovider"]
        command += ["--nbval", "--nbval-current-env", "--nbval-cell-timeout=60"]
        ours = [_seconds([*command, *map(str, real)]) for _ in range(RUNS)]
        bare_times = [_seconds([*command, name]) for _ in range(RUNS)]
    return [Measured(f"nbval on {len(real)} notebooks, against bare ones", median(ours), median(bare_times))]


def _printed(place: int) -> nbformat.NotebookNode:
    output = nbformat.v4.new_output("stream", text=f"{place}\n")
    return new_code_cell(f"print({place})", execution_count=place, outputs=[output])


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, cwd=COURSE)
    if done.returncode:
        raise SystemExit(f"{' '.join(command[:6])} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return time.perf_counter() - start


def main() -> None:
    """Measure and print. Exits with 1 where a promise is not kept."""
    print("What each lesson asks, by a fixed rule:", *minutes(), sep="\n  ")
    print("The list of loaded words:", *all_found(), sep="\n  ")
    print("How often 95 percent intervals hold the truth in simulated classes:", *coverages(), sep="\n  ")
    print("How often simulated classes are told that one skill went worse than the others:", *findings(), sep="\n  ")
    print("What gain simulated classes are told of:", *gains(), sep="\n  ")
    print("What one learner on eight or sixteen cards is told:", *turns(), sep="\n  ")
    print("How often the 95 percent interval of KR-20 holds the truth:", *reliabilities(), sep="\n  ")
    print("Two versions to share, side by side, and the learner between them:", *two_versions(), sep="\n  ")
    print(f"{'':52} {'ours':>11} {'bare':>11}")
    measured: list[Measured | Limit] = []
    rooms = (imports, first_chart, nbval, clicks, class_of_thirty, cohorts, ten_million)
    for measure in (*rooms, texts, own_texts, hands, server, site):
        for one in measure():
            if not isinstance(one, str):
                measured.append(one)
            print(one, flush=True)
    sys.exit(not all(m.kept for m in measured))


if __name__ == "__main__":
    main()
