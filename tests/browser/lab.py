"""Real JupyterLab in real Chromium: start a server over a copy of the course, open notebooks, run them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Locator, Page, expect

from readtwice.record.event import Event
from readtwice.record.files import read_folder
from tests.browser.own_run import ran_by_itself, wait_for_own_run
from tests.servers import free_port, stop, wait_for

COURSE = Path(__file__).parents[2]
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PANEL = ".jp-NotebookPanel:not(.lm-mod-hidden)"
"""The notebook that is on the screen."""
PATIENCE = 60_000
"""Milliseconds to wait for a kernel on a busy machine."""

_JUPYTER_FOLDERS = ("CONFIG_DIR", "DATA_DIR", "RUNTIME_DIR")


def find_chromium() -> str | None:
    """The path of a Chromium or Chrome on this machine, if there is one."""
    named = os.environ.get("CHROMIUM")
    return named or next((path for name in ("chromium", "google-chrome") if (path := shutil.which(name))), None)


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab: its address, the folder that it serves, and where answers are saved."""

    url: str
    folder: Path
    record: Path

    def open(self, page: Page, notebook: str, *, reset: bool = True, by_itself: bool = True) -> None:
        """Open a notebook and wait until its kernel is idle: one of the course's own has run by itself then.

        Not `by_itself`: as where the course's extension is missing.
        """
        if not by_itself:
            page.route("**/extensions/readtwice/**", lambda route: route.abort())
        page.goto(f"{self.url}/lab/tree/{notebook}{'?reset' if reset else ''}", wait_until="commit")
        page.wait_for_selector(f"{PANEL} .jp-Cell", timeout=PATIENCE)
        # The toolbar says idle before there is a kernel, so the session itself is asked.
        page.wait_for_function(
            """() => { const session = window.jupyterapp.shell.currentWidget?.sessionContext;
            return session && session.isReady && session.session?.kernel?.status === 'idle'; }""",
            timeout=PATIENCE,
        )
        wait_for_own_run(page, PATIENCE)

    def open_cells(self, page: Page, name: str, cells: list[str]) -> None:
        """Write a notebook of code cells, and open it as `open` does."""
        notebook = new_notebook(cells=[new_code_cell(code) for code in cells])
        notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
        nbformat.write(notebook, self.folder / name)
        self.open(page, name)

    def run_all(self, page: Page) -> None:
        """Once a page ran by itself this does nothing, the first time. Else: Run menu, Run All Cells, as a student
        would; wait until every cell has run."""
        if ran_by_itself(page):
            return
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        page.wait_for_function(
            """() => { const widget = window.jupyterapp.shell.currentWidget;
            const cells = widget.content.widgets.filter(c => c.model.type === 'code');
            return cells.every(c => c.model.executionState !== 'running' && c.model.executionCount !== null); }""",
            timeout=PATIENCE,
        )

    def restart_and_run_all(self, page: Page) -> None:
        """Kernel menu, Restart Kernel and Run All Cells. JupyterLab does not ask where the kernel is long gone."""
        page.get_by_role("menuitem", name="Kernel", exact=True).click()
        page.get_by_role("menuitem", name="Restart Kernel and Run All Cells…", exact=True).click()
        sure = page.locator(".jp-Dialog .jp-mod-accept")
        page.wait_for_timeout(1000)
        if sure.count():
            sure.click()
        expect(page.locator(".jp-Dialog")).to_have_count(0, timeout=PATIENCE)
        page.wait_for_function(
            """() => { const widget = window.jupyterapp.shell.currentWidget;
            const cells = widget.content.widgets.filter(c => c.model.type === 'code');
            return widget.sessionContext.session?.kernel?.status === 'idle'
              && cells.every(c => c.model.executionState !== 'running' && c.model.executionCount !== null); }""",
            timeout=PATIENCE,
        )

    def kill_kernel(self, page: Page) -> None:
        """The kernel's process ends at once, as when memory runs out."""
        page.evaluate(
            """() => { window.jupyterapp.shell.currentWidget.sessionContext.session.kernel
            .requestExecute({ code: 'import os, signal; os.kill(os.getpid(), signal.SIGKILL)' }); }"""
        )

    def stop_idle_kernels(self) -> None:
        """The server stops every kernel and says nothing, as Binder does after ten idle minutes."""
        with urllib.request.urlopen(f"{self.url}/api/kernels") as answer:
            kernels = json.load(answer)
        for kernel in kernels:
            request = urllib.request.Request(f"{self.url}/api/kernels/{kernel['id']}", method="DELETE")
            urllib.request.urlopen(request).close()

    def shut_down_kernels(self) -> None:
        """End every session, as when a server is stopped and a new one started in the same folder."""
        with urllib.request.urlopen(f"{self.url}/api/sessions") as answer:
            sessions = json.load(answer)
        for session in sessions:
            request = urllib.request.Request(f"{self.url}/api/sessions/{session['id']}", method="DELETE")
            urllib.request.urlopen(request).close()

    def events(self, page: Page) -> tuple[Event, ...]:
        """All that is saved once the kernel is done with what the page has sent: it answers in turn."""
        page.evaluate(
            """() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel
            .requestExecute({ code: '', silent: true, store_history: false }).done"""
        )
        events, notices = read_folder(self.record)
        assert notices == ()
        return events

    def cell_count(self, page: Page) -> int:
        """How many cells the open notebook has."""
        count: int = page.evaluate("() => window.jupyterapp.shell.currentWidget.content.widgets.length")
        return count


def _copied(source: str, target: str) -> str:
    """A copy of a file, unless it stands there already as it is: most tests change one notebook or none."""
    here, there = Path(source).stat(), Path(target)
    if there.exists() and (here.st_size, here.st_mtime_ns) == (there.stat().st_size, there.stat().st_mtime_ns):
        return target
    return shutil.copy2(source, target)


def copy_course(target: Path) -> None:
    """The folders that a learner opens, as they are now, over what is there."""
    for name in ("notebooks", "exercises", "solutions"):
        if (COURSE / name).is_dir():
            without = shutil.ignore_patterns(".ipynb_checkpoints")
            shutil.copytree(COURSE / name, target / name, ignore=without, dirs_exist_ok=True, copy_function=_copied)


@contextmanager
def running_lab(home: Path, *, theme: str = "JupyterLab Light") -> Iterator[Lab]:
    """JupyterLab on 127.0.0.1 over a copy of the course, with all its state below `home`: fresh and untrusted."""
    folder, record = home / "course", home / "my-work"
    copy_course(folder)
    port = free_port()
    environment = dict(os.environ, READTWICE_RECORD_DIR=str(record), IPYTHONDIR=str(home / "ipython"))
    environment |= {f"JUPYTER_{name}": str(home / name.lower()) for name in _JUPYTER_FOLDERS}
    environment |= {f"JUPYTERLAB_{name}_DIR": str(home / name.lower()) for name in ("SETTINGS", "WORKSPACES")}
    _quiet(home / "settings", theme)
    (home / "app-settings").mkdir(exist_ok=True)
    shutil.copy(COURSE / "binder/overrides.json", home / "app-settings")  # what Binder, make lab and start.py set
    (home / "config_dir").mkdir(exist_ok=True)
    shutil.copy(COURSE / "binder/file-list.json", home / "config_dir" / "jupyter_server_config.json")
    shutil.copytree(COURSE / "binder/labextension", home / "labextensions" / "readtwice")
    log_path = home / "lab.log"
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", f"--port={port}"]
    command += ["--ServerApp.port_retries=0", "--IdentityProvider.token=", f"--ServerApp.root_dir={folder}"]
    for app in ("LabApp", "JupyterNotebookApp"):
        command += [f"--{app}.app_settings_dir={home / 'app-settings'}"]
        command += [f"--{app}.extra_labextensions_path={home / 'labextensions'}"]
        command += [f"--{app}.expose_app_in_browser=True"]
    command += ["--ServerApp.disable_check_xsrf=True"]  # so that a test may end sessions without a page
    command += ["--LabApp.news_url=None"]
    command += ["--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
    command += ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with log_path.open("w") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            url = f"http://127.0.0.1:{port}"
            wait_for(f"{url}/api/status", process, log_path)
            yield Lab(url, folder, record)
        finally:
            stop(process)


def _quiet(settings: Path, theme: str = "JupyterLab Light") -> None:
    """No news pop-up over what is being tested, and a known theme."""
    folder = settings / "@jupyterlab" / "apputils-extension"
    folder.mkdir(parents=True)
    (folder / "notification.jupyterlab-settings").write_text('{"fetchNews": "false", "checkForUpdates": false}')
    (folder / "themes.jupyterlab-settings").write_text(json.dumps({"theme": theme}))


def broken_widgets(page: Page | Locator) -> int:
    """How many outputs show JupyterLab's own words for a widget without a kernel. The pages quote these words too."""
    return page.locator(".jp-OutputArea").get_by_text("Error displaying widget").count()
